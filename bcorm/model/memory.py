"""What a session remembers of relations: one record per object and relation, written here only.

What the store showed of a relation is in `State.related`, as objects; rows that came along with
the object's own row and that nobody has looked at yet are still in that row. New children, and
those that were created since, are in `State.added`. What is newer stays, see `ages`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model import ages
from bcorm.model.state import Phase

if TYPE_CHECKING:
    from bcorm.model.relation_facts import ToMany
    from bcorm.model.resource import Resource


def remember(instance: Resource, name: str, value: Any, asked: int | None = None) -> None:
    """Keep what a relation was found to hold: the only place where that is written down.

    Args:
        instance: whose relation it is.
        name: the relation's.
        value: the related object, or all of them.
        asked: when they were asked for, by the session's clock, if they are rows of the store;
            rows that came along with the instance's own are not used if they are older.
    """
    state = instance._state
    if asked is not None:
        word = type(instance).relations[name].include
        if word is not None:
            ages.settle(state, (word,), asked)
        _settle_added(instance, name, asked)
    if state.related is None:
        state.related = {}
    state.related[name] = value


def forget(instance: Resource, name: str, now: int) -> None:
    """Let a relation be found anew: in rows that came along since, or by asking the store.

    Children that are not saved yet stay; the others are among those that are found.
    """
    (instance._state.related or {}).pop(name, None)
    _settle_added(instance, name, now)


def _settle_added(instance: Resource, name: str, asked: int) -> None:
    """Drop the children from a relation's own list that newer rows show, or show to be gone."""
    joined = (instance._state.added or {}).get(name, {})
    for key, item in list(joined.items()):
        state = item._state
        if state.phase is Phase.DELETED or (
            state.phase is Phase.PERSISTENT and state.asked < asked
        ):
            del joined[key]


def added(parent: Resource, relation: ToMany) -> list[Any]:
    """Return the children that were added, without those that were taken back since."""
    state = parent._state
    return [
        item
        for item in (state.added or {}).get(relation.name, {}).values()
        if item._state.phase is not Phase.TRANSIENT or state.session is None
    ]


def unsaved(parent: Resource, relation: ToMany) -> bool:
    """Whether a relation has children that the store does not have yet."""
    return any(item._state.phase is Phase.PENDING for item in added(parent, relation))


def join(parent: Resource, name: str, item: Resource) -> None:
    """Show a new child among its parent's children, loaded or not.

    Args:
        parent: the parent.
        name: the relation that it joins; "" for none in particular.
        item: the child.
    """
    state = parent._state
    if state.added is None:
        state.added = {}
    state.added.setdefault(name, {})[id(item)] = item


def show_created(parent: Resource, relation: ToMany, child: Resource) -> None:
    """Show a row that was just created among its parent's children, if these are loaded."""
    state = parent._state
    if relation.name in (state.related or {}) or (relation.include or "") in state.row:
        join(parent, relation.name, child)


def leave(parent: Resource, item: Resource) -> None:
    """Take a new child out of its parent's relations again."""
    for joined in (parent._state.added or {}).values():
        joined.pop(id(item), None)


def new_children(parent: Resource) -> list[Any]:
    """Return the children that a parent was given and that it may not have been saved with."""
    found: dict[int, Any] = {}
    for joined in (parent._state.added or {}).values():
        found.update(joined)
    return [item for item in found.values() if item._state.phase is not Phase.DELETED]
