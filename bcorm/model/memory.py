"""What a session remembers of rows and relations, and how old it is: written down here only.

The session has a clock that ticks with each request. A row is as old as the sending of the request
that brought it, and field by field what is newer stays: rows may come late, because they rode along
with others and were looked at later, because they were read ahead, or because several requests were
under way. What was settled by a write, or made stale by one, is as old as that write's answer.

What the store showed of a relation is in `State.related`, as objects; rows that came along with
the object's own row and that nobody has looked at yet are still in that row. New children, and
those that were created since, are in `State.added`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model.state import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.model.relation_facts import ToMany
    from bcorm.model.resource import Resource
    from bcorm.model.state import State

Row = dict[str, Any]


def newer(state: State, row: Row, asked: int) -> Row:
    """Return the part of a row that is newer than what an object holds, and take note of its age.

    Args:
        state: what is known of the object.
        row: what came of it, perhaps not whole.
        asked: when it was asked for.
    """
    ages, before = state.ages, state.asked
    if ages is None:
        if asked >= before:
            state.asked = asked
            if not row.keys() >= state.row.keys():
                state.ages = dict.fromkeys(state.row.keys() - row.keys(), before)
            if state.late:
                _know(state, row)
            return row
        ages = {}
    held = state.row
    fresh = {
        wire: value
        for wire, value in row.items()
        if asked >= ages.get(wire, before if wire in held else asked)
    }
    if len(fresh) == len(row) and row.keys() >= held.keys() | ages.keys():
        state.asked, state.ages = asked, None
    elif fresh:
        state.ages = {**ages, **dict.fromkeys(fresh, asked)}
    if state.stale or state.late:
        _know(state, fresh)
    return fresh


def renewed(state: State, row: Row, asked: int) -> Row:
    """Take note that a whole row was read just now, whatever was known before; return it."""
    state.asked, state.ages = asked, None
    state.stale = None
    if state.late:
        _know(state, row)
    return row


def age(state: State, wire: str) -> int:
    """Return how old a part of a row is."""
    return (state.ages or {}).get(wire, state.asked)


def settle(state: State, wires: Iterable[str], now: int) -> None:
    """Take note that parts of a row were written: what they are is known again."""
    if state.asked == now and state.ages is None:
        return
    written = dict.fromkeys(wires, now)
    state.ages = {**(state.ages or {}), **written}
    for forgotten in (state.stale, state.late):
        for wire in written.keys() & (forgotten or {}).keys():
            del (forgotten or {})[wire]


def outdate(state: State, wires: Iterable[str], now: int, *, late: bool) -> None:
    """Take parts of a row for outdated: they are no base any more to compare changes with.

    Args:
        state: what is known of an object.
        wires: names of the parts.
        now: when that was; what was asked for before does not know of it.
        late: the API may go on showing the old values for a while: they stay, but are no base
            before another value was seen.
    """
    if late:
        held = {wire: state.row.get(wire) for wire in wires if wire in state.row}
        state.late = {**held, **(state.late or {})}
        return
    stale = dict(state.stale or {})
    for wire in wires:
        if wire in state.row or not state.partial:
            stale[wire] = state.row.get(wire)
    state.stale = stale or None
    drop(state, wires, now)


def drop(state: State, wires: Iterable[str], now: int) -> None:
    """Forget parts of a row; what was asked for before `now` does not bring them back."""
    dropped = dict.fromkeys(wires, now)
    if dropped:
        state.row = {wire: raw for wire, raw in state.row.items() if wire not in dropped}
        state.ages = {**(state.ages or {}), **dropped}


def _know(state: State, row: Row) -> None:
    """Forget that parts of a row were outdated which are known again."""
    if state.stale:
        state.stale = {wire: raw for wire, raw in state.stale.items() if wire not in row} or None
    if state.late:  # what is as it was may be the old value still
        state.late = {
            wire: raw for wire, raw in state.late.items() if row.get(wire, raw) == raw
        } or None


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
            settle(state, (word,), asked)
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
