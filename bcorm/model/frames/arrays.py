"""Arrow arrays of whole columns, for values that are what their fields declare.

Nobody looks at single values here. A column with one that is unusual is left to `arrow`, which
looks at each and knows what to say of it.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import accumulate, chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from bcorm.model.frames.columns import Column, Related, free_text, is_free, json_text
from bcorm.model.mapper import mapper_for
from bcorm.model.types import (
    Boolean,
    Choice,
    Converter,
    Day,
    Float,
    Integer,
    Moment,
    Money,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Sequence as List


class Unusual(Exception):
    """There is a value that needs to be looked at."""


_NONE = type(None)
_FAILURES = (TypeError, ValueError, ArithmeticError)  # pyarrow's own are kinds of these

# The types of the values of a column that Arrow takes as they are.
_TAKEN: dict[type[Converter], frozenset[type]] = {
    Text: frozenset([str]),
    Boolean: frozenset([bool]),
    Integer: frozenset([int]),
    Float: frozenset([float]),
    Money: frozenset([Decimal, int]),
    Moment: frozenset([datetime]),
    Day: frozenset([date]),
}


def wire_values(model: type[Any], column: Column, rows: List[Mapping[str, Any]]) -> list[Any]:
    """Return the values of a column as the API sent them.

    Raises:
        Unusual: it is a parent's key, or there is something else than an object on the way.
    """
    if column.parent:
        raise Unusual
    if isinstance(column.converter, Related):
        wires = list(column.path)
    else:
        wires = [mapped.wire for mapped in mapper_for(model).along(column.path)]
    try:  # the rows of a list are alike, as a rule
        values = list(map(itemgetter(wires[0]), rows))
    except KeyError:
        values = [row.get(wires[0]) for row in rows]
    for wire in wires[1:]:
        if not {*map(type, values)} <= {dict, _NONE}:
            raise Unusual
        values = [None if value is None else value.get(wire) for value in values]
    return values


def array_of(pa: Any, kind: Any, converter: Converter, values: List[Any], *, wired: bool) -> Any:
    """Return the Arrow array of some values.

    Args:
        pa: pyarrow.
        kind: the type of the array.
        converter: of the values.
        values: as the API sent them, or plain ones as `records` yields them.
        wired: which of both.

    Raises:
        Unusual: a value is not what the field declares, or does not fit the type.
    """
    seen = {*map(type, values)} - {_NONE}
    if not seen:
        return pa.nulls(len(values), kind)
    try:
        if pa.types.is_struct(kind):
            return _structs(pa, kind, converter, values, seen, wired=wired)
        if pa.types.is_list(kind):
            return _lists(pa, kind, converter, values, seen, wired=wired)
        return _singles(pa, kind, converter, values, seen, wired=wired)
    except _FAILURES:
        raise Unusual from None


def _taken(pa: Any, kind: Any, converter: Converter, *, wired: bool) -> frozenset[type]:
    if isinstance(converter, Choice):
        return frozenset([int]) if pa.types.is_integer(kind) else frozenset([str])
    if wired and converter.native is None:
        return frozenset()  # it is written in another way than it is held
    return _TAKEN.get(type(converter), frozenset())


def _singles(
    pa: Any, kind: Any, converter: Converter, values: List[Any], seen: set[type], *, wired: bool
) -> Any:
    taken = _taken(pa, kind, converter, wired=wired)
    if seen <= taken:
        return pa.array(values, type=kind)
    if wired:
        values = [None if value is None else converter.plain(value) for value in values]
    if pa.types.is_string(kind):
        values = [as_text(converter, value) for value in values]
    if not {*map(type, values)} - {_NONE} <= (_TAKEN.get(type(converter), taken) or {str}):
        raise Unusual
    return pa.array(values, type=kind)


def _structs(
    pa: Any, kind: Any, converter: Any, values: List[Any], seen: set[type], *, wired: bool
) -> Any:
    if seen != {dict}:
        raise Unusual
    fields = converter.fields
    parts = []
    for field in kind:
        mapped = fields[field.name]
        name = mapped.wire if wired else field.name
        inner = [None if value is None else value.get(name) for value in values]
        parts.append(array_of(pa, field.type, mapped.converter, inner, wired=wired))
    return pa.StructArray.from_arrays(parts, fields=list(kind), mask=_mask(pa, values))


def _lists(
    pa: Any, kind: Any, converter: Any, values: List[Any], seen: set[type], *, wired: bool
) -> Any:
    if seen != {list}:
        raise Unusual
    item: Converter = converter.item
    flat = list(chain.from_iterable(filter(None, values)))
    if {*map(type, flat)} - {_NONE} <= _taken(pa, kind.value_type, item, wired=wired):
        return pa.array(values, type=kind)
    within = array_of(pa, kind.value_type, item, flat, wired=wired)
    ends = accumulate((len(value) if value else 0 for value in values), initial=0)
    offsets = pa.array(ends, type=pa.int32())
    return pa.ListArray.from_arrays(offsets, within, type=kind, mask=_mask(pa, values))


def _mask(pa: Any, values: List[Any]) -> Any:
    """Which of the values are none at all; None if there is no such value."""
    missing = [value is None for value in values]
    return pa.array(missing, type=pa.bool_()) if any(missing) else None


def as_text(converter: Converter, value: Any) -> str | None:
    """Return the text in a column of texts: a value of no fixed shape is JSON."""
    if value is None or (isinstance(value, str) and not is_free(converter)):
        return value
    return free_text(value) if is_free(converter) else json_text(value)
