"""`Ledger`: what a session has yet to send. It holds these objects strongly."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from bcorm.exceptions import InvalidValue
from bcorm.model.memory import new_children
from bcorm.model.state import Phase
from bcorm.session.changes import difference
from bcorm.session.ownership import Doomed
from bcorm.session.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.model.resource import Resource


class Ledger:
    """New, changed and deleted objects, each in the order in which it became so.

    By `id()`, for resources compare by identity and need not be hashable by their values.
    """

    def __init__(self) -> None:
        self._new: dict[int, Resource] = {}
        self._changed: dict[int, Resource] = {}
        self._deleted: dict[int, Resource] = {}

    def __bool__(self) -> bool:
        return bool(self._new or self._changed or self._deleted)

    @property
    def new(self) -> list[Resource]:
        """Objects to create."""
        return list(self._new.values())

    @property
    def dirty(self) -> list[Resource]:
        """Objects to update: those whose values differ from what was loaded."""
        return [
            item
            for key, item in self._changed.items()
            if key not in self._deleted and difference(item)
        ]

    @property
    def changed(self) -> list[Resource]:
        """Objects that were touched, whether or not they differ from what was loaded."""
        return list(self._changed.values())

    @property
    def touched(self) -> list[Resource]:
        """Saved objects that were changed or marked for deletion."""
        return [*self._changed.values(), *self._deleted.values()]

    @property
    def deleted(self) -> list[Resource]:
        """Objects to delete."""
        return list(self._deleted.values())

    def create(self, item: Resource) -> None:
        """Write down that an object is new."""
        self._new[id(item)] = item

    def change(self, item: Resource) -> None:
        """Write down that an object was changed."""
        self._changed[id(item)] = item

    def delete(self, item: Resource) -> None:
        """Write down that an object is to be deleted."""
        self._deleted[id(item)] = item

    def spare(self, item: Resource) -> bool:
        """Take the mark for deletion off an object; whether it had one."""
        return self._deleted.pop(id(item), None) is not None

    def mark(self) -> int:
        """Return how many objects are new, for `since`."""
        return len(self._new)

    def since(self, mark: int) -> list[Resource]:
        """Return the objects that became new since a mark was taken, if none was struck since."""
        return list(islice(reversed(self._new.values()), len(self._new) - mark))[::-1]

    def is_new(self, item: Resource) -> bool:
        """Whether an object is still to be created."""
        return id(item) in self._new

    def is_pending(self, item: Resource) -> bool:
        """Whether there is anything to send for an object."""
        key = id(item)
        if key in self._new or key in self._deleted:
            return True
        return key in self._changed and bool(difference(item))

    def strike(self, item: Resource) -> None:
        """Strike an object out everywhere."""
        for entries in (self._new, self._changed, self._deleted):
            entries.pop(id(item), None)

    def keep(self, item: Resource) -> None:
        """Keep a saved object only if some of its changes are still to be sent."""
        if item._state.changed:
            self._changed[id(item)] = item
        else:
            self._changed.pop(id(item), None)

    def clear(self) -> None:
        """Forget what was changed and deleted."""
        self._changed.clear()
        self._deleted.clear()

    def let_go(self, items: Iterable[Resource] | None = None) -> None:
        """Hold objects weakly again whose values were set back, or to what they were.

        Args:
            items: those to look at; all if they are left out.
        """
        for item in self.changed if items is None else items:
            key = id(item)
            if key in self._changed and not difference(item):
                item._state.changed = None
                del self._changed[key]

    def work(
        self,
        objects: Iterable[Resource] | None = None,
        fields: Iterable[str] | None = None,
        acknowledge: Iterable[str] = (),
    ) -> Work:
        """Return what there is to do: all of it, or what concerns some objects.

        Args:
            objects: save these, and what they depend on; everything if they are left out.
            fields: send only the changes of these fields.
            acknowledge: effects that are accepted, see `PutRule.acknowledge`.

        Raises:
            InvalidValue: one text was given where a list of texts is meant.
        """
        chosen_fields = None if fields is None else _texts("fields", fields)
        acknowledged = _texts("acknowledge", acknowledge)
        if objects is None:
            new, deleted = self.new, self.deleted
            changed = [item for key, item in self._changed.items() if key not in self._deleted]
        else:
            chosen = _with_dependencies(objects)
            new = [item for item in chosen if id(item) in self._new]
            deleted = [item for item in chosen if id(item) in self._deleted]
            changed = [
                item
                for item in chosen
                if id(item) in self._changed and id(item) not in self._deleted
            ]
        doomed = Doomed(deleted)
        return Work(
            new=doomed.sparing(new),
            changed=doomed.sparing(changed),
            deleted=deleted,
            fields=chosen_fields,
            acknowledged=acknowledged,
        )


def _texts(name: str, given: Iterable[str]) -> frozenset[str]:
    """Return a list of texts as a set; a text is none, though its letters are.

    Raises:
        InvalidValue: it is one text.
    """
    if isinstance(given, (str, bytes)):
        raise InvalidValue("Session", name, given, f"a list of texts: [{given!r}]")
    return frozenset(given)


def neighbours(item: Resource, *, below: bool) -> list[Resource]:
    """Return the objects that an object refers to, and with `below` the new children under it."""
    state = item._state
    found = [state.owner] if state.owner is not None else []
    found += list((state.links or {}).values())
    if below:
        found += new_children(item)
    return found


def _with_dependencies(objects: Iterable[Resource]) -> list[Resource]:
    """Return objects with the unsaved ones that they need, and the new children below them."""
    chosen: dict[int, Resource] = {}
    waiting = deque(objects)
    while waiting:
        item = waiting.popleft()
        if id(item) not in chosen:
            chosen[id(item)] = item
            waiting += neighbours(item, below=item._state.phase is Phase.PENDING)
    return list(chosen.values())
