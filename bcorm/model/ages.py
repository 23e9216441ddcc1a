"""How old what a session knows is, field by field.

The session has a clock that ticks with each request. A row is as old as the sending of the request
that brought it, and what is newer stays: rows may come late, because they rode along with others
and were looked at later, because they were read ahead, or because several requests were under way.
What was settled by a write, or made stale by one, is as old as that write's answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def of(state: State, wire: str) -> int:
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
