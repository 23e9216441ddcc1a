"""`Membership`: what becomes of the objects of a session, as they join, are saved, and leave.

`Session` has the words for it. What is yet to be sent stands in its `Ledger`, which holds these
objects strongly. What the API made of the objects is settled here, as `books` tell.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import ConfigurationError, InvalidValue, StateError
from bcorm.model.mapper import scope_of
from bcorm.model.memory import Phase, leave, new_children
from bcorm.model.relations.to_one import join_loaded, saved_parents, unfold
from bcorm.model.resource import Resource
from bcorm.session import requests
from bcorm.session.access import StoreAccess
from bcorm.session.requests import difference
from bcorm.session.work import Doomed, Work, settle_links

if TYPE_CHECKING:
    import os

    from bcorm.query.store import Turn
    from bcorm.session.client import Client
    from bcorm.session.evidence import Doubt
    from bcorm.session.journal import Journal

    _Place = tuple[str, str, Any]


class Ledger:
    """New, changed and deleted objects, each in the order in which it became so.

    By `id()`, for resources compare by identity and need not be hashable by their values.
    """

    def __init__(self) -> None:
        self._new: dict[int, Resource] = {}
        self._changed: dict[int, Resource] = {}
        self._deleted: dict[int, Resource] = {}
        # All of them by what their rows are below: few are below a deleted one.
        self._places: dict[_Place, dict[int, Resource]] = {}
        self._placed: dict[int, list[_Place]] = {}
        self._models: dict[str, type[Resource]] = {}

    def __bool__(self) -> bool:
        return bool(self._new or self._changed or self._deleted)

    def differs(self, item: Resource) -> bool:
        """Whether an object's values differ from what was loaded, and it is not deleted."""
        return id(item) not in self._deleted and self.is_pending(item)

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
        self._enter(item)

    def change(self, item: Resource) -> None:
        """Write down that an object was changed."""
        self._changed[id(item)] = item
        self._enter(item)

    def delete(self, item: Resource) -> None:
        """Write down that an object is to be deleted."""
        self._deleted[id(item)] = item
        self._enter(item)

    def _enter(self, item: Resource) -> None:
        key = id(item)
        if key not in self._placed:
            endpoint, parents = type(item).endpoint, item._state.parents
            self._models.setdefault(endpoint.path, type(item))
            places = [(endpoint.path, name, parents.get(name)) for name in endpoint.owners]
            if key in self._new:  # its foreign keys may still be assigned
                places.append((endpoint.path, "", None))
            self._placed[key] = places
            for place in places:
                self._places.setdefault(place, {})[key] = item

    def _settle(self, item: Resource) -> None:
        """Let go of an object for which nothing is to be done any more."""
        key = id(item)
        if not (key in self._new or key in self._changed or key in self._deleted):
            for place in self._placed.pop(key, ()):
                entries = self._places[place]
                del entries[key]
                if not entries:
                    del self._places[place]

    def below(self, doomed: Doomed) -> tuple[list[Resource], list[Resource]]:
        """Return the new objects that live below deleted rows, and the others.

        Saved ones that name rows above by foreign keys are known to the identity map.
        """
        near: dict[int, Resource] = {}
        for path, model in self._models.items():
            by_path, by_key = doomed.ways(model)
            places = [(path, name, key) for other, name in by_path for key in doomed.keys(other)]
            for place in [*places, *([(path, "", None)] if by_key else ())]:
                near.update(self._places.get(place, {}))
        waiting = [*near.values(), *doomed]
        while waiting:  # new ones below new ones name no keys yet
            for item in new_children(waiting.pop()):
                if id(item) in self._new and id(item) not in near:
                    near[id(item)] = item
                    waiting.append(item)
        found = [item for item in near.values() if doomed.above(item) is not None]
        new = [item for item in found if id(item) in self._new]
        return new, [item for item in found if id(item) not in self._new]

    def spare(self, item: Resource) -> bool:
        """Take the mark for deletion off an object; whether it had one."""
        spared = self._deleted.pop(id(item), None) is not None
        self._settle(item)
        return spared

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
        self._settle(item)

    def keep(self, item: Resource) -> None:
        """Keep a saved object only if some of its changes are still to be sent."""
        if item._state.changed:
            self.change(item)
        else:
            self._changed.pop(id(item), None)
            self._settle(item)

    def clear(self) -> None:
        """Forget what was changed and deleted."""
        self._changed.clear()
        self._deleted.clear()
        self._places.clear()
        self._placed.clear()
        for item in self._new.values():
            self._enter(item)

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
                self._settle(item)

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
    if not isinstance(given, Iterable) or not all(isinstance(one, str) for one in given):
        raise InvalidValue("Session", name, given, "a list of texts")
    return frozenset(given)


def neighbours(item: Resource, *, below: bool) -> list[Resource]:
    """Return the objects that an object refers to, and with `below` the new children under it."""
    state = item._state
    found = [state.owner] if state.owner is not None else []
    found += chain.from_iterable((state.links or {}).values())
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


class Membership(StoreAccess):
    """Keeps the objects of a session.

    Args:
        client: the store's client.
        strict: as for `StoreAccess`.
        lane: as for `StoreAccess`.
        turn: as for `StoreAccess`.
        journal: the file that commits are written to, if any.
        history: whether it keeps those that are over.

    Raises:
        ConfigurationError: there is no file for a history, or it is another store's or no journal.
    """

    def __init__(
        self,
        client: Client,
        *,
        strict: bool,
        lane: str,
        turn: Turn,
        journal: str | os.PathLike[str] | None,
        history: bool,
    ) -> None:
        super().__init__(client, strict=strict, lane=lane, turn=turn)
        if history and journal is None:
            raise ConfigurationError("a history needs a file: journal=... says which")
        self.journal: Journal | None = None
        if journal is not None:
            from bcorm.session import journal as journals  # noqa: PLC0415 - with it comes sqlite3

            name = client.qualified_store_key
            self.journal = journals.Journal(journal, name, history=history)
        self.unknown: dict[Resource, Doubt] = {}
        self.resent: set[Resource] = set()
        self._ledger = Ledger()

    def __contains__(self, instance: Resource) -> bool:
        return isinstance(instance, Resource) and instance._state.session is self

    def _attach(self, instance: Resource) -> None:
        endpoint = type(instance).endpoint
        if instance.pk is None and endpoint.key is not None:
            raise StateError(
                f"{instance!r} was created along with its parent, and the API did not tell its "
                f"{endpoint.key}: read it from the parent"
            )
        held = self._identities.get(scope_of(instance), instance.pk)
        if held is not None and held is not instance:
            raise StateError(f"the session holds another object of the identity of {instance!r}")
        self._identities.put(instance)
        instance._state.session = self
        if instance._state.changed:
            self.note(instance)

    def gone(self, instances: Iterable[Resource]) -> None:
        """Take note that rows were deleted, and with them what lived below them."""
        deleted = list(instances)
        for item in deleted:
            self._bury(item)
        doomed = Doomed(deleted)
        if doomed:
            self._drop_below(doomed)

    def _drop_below(self, doomed: Doomed) -> None:
        """Drop what lived below deleted rows: nobody needs it any more."""
        new, touched = self._ledger.below(doomed)
        for item in new:
            self._release(item)
        for item in [*touched, *self._identities.below(doomed)]:
            if item._state.session is self:
                self._release(item)
                item._state.phase = Phase.DELETED

    def _bury(self, instance: Resource) -> None:
        unfold(instance, self)
        self._part(instance)
        self._identities.drop(instance)
        self._ledger.strike(instance)
        instance._state.phase = Phase.DELETED
        instance._state.session = None

    def _forget(self, instance: Resource) -> None:
        """Let an object go, and the new ones that can only be created below it.

        A new one is no child of its parents any more: adding these again does not bring it back.
        """
        if instance._state.phase is Phase.PENDING:
            self._part(instance)
        self._let_go(instance)

    def _part(self, child: Resource) -> None:
        """Take an object out of the relations that it had joined since they were loaded."""
        for parent in neighbours(child, below=False):
            leave(parent, child)
        for parent in saved_parents(child, self):
            leave(parent, child)

    def _let_go(self, instance: Resource) -> None:
        below = new_children(instance) if instance._state.phase is Phase.PENDING else []
        self._release(instance)
        for child in below:
            needs = any(other is instance for other in neighbours(child, below=False))
            if needs and child._state.session is self:
                self._let_go(child)

    def _release(self, instance: Resource) -> None:
        self._ledger.strike(instance)
        self.unknown.pop(instance, None)
        if self.journal is not None:
            self.journal.forget(instance)
        state = instance._state
        if state.phase is Phase.PERSISTENT:
            self._identities.drop(instance)
        elif state.phase is Phase.PENDING:
            state.phase = Phase.TRANSIENT
        state.session = None

    def note(self, instance: Resource) -> None:
        """Hold a changed object strongly until it is saved."""
        self.turn.check()
        if instance._state.phase is Phase.PERSISTENT:
            self._ledger.change(instance)

    def _give_up(self, items: Iterable[Resource]) -> None:
        """Take new objects out again that could not be created, with what is below them alone."""
        for item in items:
            if self._ledger.is_new(item):
                self._forget(item)

    def settle(
        self, instance: Resource, kind: str, sent: frozenset[str], row: dict[str, Any] | None
    ) -> None:
        """Make an object what the API says it is, after a request that saved it."""
        state = instance._state
        if kind == "delete":
            self._bury(instance)
            return
        if kind == "update":
            unfold(instance, self)
        if kind == "create":
            parents = neighbours(instance, below=False)
            settle_links(instance)
            self._ledger.strike(instance)
            self.unknown.pop(instance, None)
            self.resent.discard(instance)
            state.asked = self.store.moment
        requests.settle(instance, sent, row, self.store.moment)
        if kind == "create" and instance.pk is None and not type(instance).endpoint.singleton:
            # Created along with its parent, whose answer did not show it: the parent's relation
            # will load it under its key, and this object can do no more.
            state.session = None
            for parent in parents:
                leave(parent, instance)
            return
        if kind == "create":
            # Where no answer shows what the API computes, it is asked for when it is needed.
            state.partial |= row is None and "get" in type(instance).endpoint.verbs
            self._identities.put(instance)
        join_loaded(instance, self, None if kind == "create" else sent)
        self._ledger.keep(instance)
