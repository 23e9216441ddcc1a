"""Conditions and orders evaluated here, on the rows, where the endpoint cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.lookups import SEPARATOR, matches
from bcorm.model.timestamps import PARTS, part_of
from bcorm.query.expressions import Expression

if TYPE_CHECKING:
    from bcorm.model.mapper import Mapper
    from bcorm.query.parameters import Clause, Condition


class Matcher:
    """Evaluates conditions on rows, where the endpoint cannot."""

    def __init__(
        self,
        mapper: Mapper,
        conditions: Iterable[Condition],
        exclusions: Iterable[Iterable[Condition]] = (),
        unions: Iterable[Iterable[Clause]] = (),
    ) -> None:
        self._mapper = mapper
        self._conditions = tuple(conditions)
        self._exclusions = tuple(tuple(group) for group in exclusions)
        self._unions = tuple(
            tuple(Matcher(mapper, side.conditions, side.exclusions, side.unions) for side in union)
            for union in unions
        )

    def __bool__(self) -> bool:
        return bool(self._conditions or self._exclusions or self._unions)

    def __call__(self, row: Mapping[str, Any]) -> bool:
        """Whether a row satisfies all conditions, none of the exclusions, and one of each union."""
        return (
            all(self._holds(item, row) for item in self._conditions)
            and not any(all(self._holds(item, row) for item in group) for group in self._exclusions)
            and all(any(side(row) for side in union) for union in self._unions)
        )

    def _holds(self, condition: Condition, row: Mapping[str, Any]) -> bool:
        value = self.value(row, condition.path)
        value = condition.none if value is None else value
        operand = condition.value
        if isinstance(operand, Expression):
            operand = operand.of(lambda path: self.value(row, path))
            if operand is None:
                return False  # nothing is compared with what is not known
        return matches(condition.lookup, value, operand)

    def value(self, row: Mapping[str, Any], path: tuple[str, ...]) -> Any:
        """Read a field, or a value inside a nested object, of a row."""
        value = self._mapper.value(row, path[0])
        for word in path[1:]:
            dated = word in PARTS and isinstance(value, date)
            value = part_of(value, word) if dated else getattr(value, word, None)
        return value


def sort_rows(
    mapper: Mapper, rows: list[dict[str, Any]], order: Iterable[str]
) -> list[dict[str, Any]]:
    """Sort rows by field names, `-` for descending; rows without a value come last.

    Equals come by key, ascending, whichever list they were read from and in whichever direction.
    """
    matcher = Matcher(mapper, ())
    for name in reversed((*order, *_identity(mapper))):
        path = tuple(name.lstrip("-").split(SEPARATOR))
        values = {id(row): matcher.value(row, path) for row in rows}
        kind = _commonest_kind(values.values())
        known = [row for row in rows if kind and _kind(values[id(row)]) is kind]
        rest = [row for row in rows if not kind or _kind(values[id(row)]) is not kind]
        with suppress(TypeError):  # lists of things that cannot be compared stay as they are
            known.sort(key=lambda row: values[id(row)], reverse=name.startswith("-"))
        rows = known + rest
    return rows


def _identity(mapper: Mapper) -> tuple[str, ...]:
    """Return the fields that tell rows apart: the key, or what stands in for it."""
    endpoint = mapper.model.endpoint
    names = endpoint.owners if endpoint.key is None else (endpoint.key,)
    return tuple(name for name in names if name in mapper.fields)


def _commonest_kind(values: Iterable[Any]) -> type | None:
    """Return what most values are, for only the like can be sorted."""
    kinds = Counter(kind for kind in map(_kind, values) if kind is not None)
    return kinds.most_common(1)[0][0] if kinds else None


def _kind(value: Any) -> type | None:
    """Return what a value can be compared with; None for what cannot be compared."""
    if value is None or isinstance(value, dict):
        return None
    return Decimal if isinstance(value, (int, float, Decimal)) else type(value)
