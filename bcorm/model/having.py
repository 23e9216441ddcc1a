"""Conditions on groups that were computed: what SQL calls HAVING.

A name is that of a field that is grouped by, or of an answer; the lookups are those of rows.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import FieldError, InvalidValue, UnsupportedLookup
from bcorm.http.credentials import Hidden
from bcorm.lookups import LOOKUPS, SEPARATOR, matches, split
from bcorm.model import conditions
from bcorm.model.fields import FieldOptions
from bcorm.model.joins import field_beyond
from bcorm.model.mapper import mapper_for
from bcorm.model.q import Q
from bcorm.model.timestamps import PARTS, part_of
from bcorm.model.types import Converter, Day, Moment, converter_for
from bcorm.query.expressions import Expression
from bcorm.query.parameters import Subquery
from bcorm.synonyms import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bcorm.model.aggregates import Aggregate
    from bcorm.model.resource import Resource

    Test = Callable[[Mapping[str, Any]], bool]


@attrs.frozen
class Columns:
    """What groups have.

    Attributes:
        model: whose rows are grouped.
        names: the fields that they are grouped by, as they were written.
        asked: the answers, by their names.
    """

    model: type[Resource]
    names: tuple[str, ...]
    asked: Mapping[str, Aggregate]

    def check(self, name: str) -> None:
        """Raise FieldError, which suggests the nearest right name, unless groups have a name."""
        known = [*self.asked, *self.names]
        if name in known:
            return
        near = None if name in mapper_for(self.model).fields else nearest(str(name), known)
        reason = f"the groups have {', '.join(known)}; rows are filtered before values(...)"
        raise FieldError(self.model, str(name), near, None if near else reason)

    def veil(self, expression: str, value: Any) -> Any:
        """Hide what is compared with nothing that groups have: a secret by another name, maybe."""
        try:
            self._meant(expression)
        except FieldError:
            return Hidden(value)
        return value

    def test(self, q: Q) -> Test:
        """Check conditions as a user wrote them, and return what evaluates them on a group.

        Raises:
            FieldError: groups have no such name; the nearest right one is suggested.
            UnsupportedLookup: that cannot be compared like that.
            InvalidValue: the operand has the wrong type.
        """
        tests = [self.test(part) if isinstance(part, Q) else self._one(*part) for part in q.parts]
        joined, negated = all if q.joined == "and" else any, q.negated
        return lambda group: joined(test(group) for test in tests) != negated

    def _one(self, expression: str, value: Any) -> Test:
        name, rest = self._meant(expression)
        if isinstance(value, Expression):
            for other in value.fields():
                self.check(other)
        elif name not in self.asked:
            return self._of_field(name, expression, value)
        lookup = rest[-1] if rest and rest[-1] in LOOKUPS else "exact"
        parts = rest[:-1] if rest and rest[-1] in LOOKUPS else rest
        operand = self._operand(name, parts, lookup, value)

        def test(group: Mapping[str, Any]) -> bool:
            against = operand
            if isinstance(operand, Expression):
                against = operand.of(lambda path: group[SEPARATOR.join(path)])
                if against is None:
                    return False  # nothing is compared with what is not known
            return matches(lookup, _within(group[name], parts), against)

        return test

    def _meant(self, expression: str) -> tuple[str, tuple[str, ...]]:
        """Return the name of the groups that a lookup is on, and the words after it."""
        known = [*self.asked, *self.names]
        starting = [
            name for name in known if f"{expression}{SEPARATOR}".startswith(f"{name}{SEPARATOR}")
        ]
        if starting:
            name = max(starting, key=len)
            return name, tuple(expression[len(name) :].split(SEPARATOR)[1:])
        path, _ = split(expression)
        spelled = conditions.spelled_out(self.model, path[:1])
        for name in self.names:  # `brand` and `brand_id` are the same, `pk` and `id` as well
            if spelled == conditions.spelled_out(self.model, conditions.words(name)):
                return name, tuple(expression.split(SEPARATOR)[1:])
        self.check(SEPARATOR.join(path))
        raise AssertionError(expression)

    def _of_field(self, name: str, expression: str, value: Any) -> Test:
        """Return the test of a field that is grouped by, which means what it means for rows."""
        model, path = field_beyond(self.model, conditions.words(name))
        start = len(conditions.spelled_out(model, path))
        across = len(path) < len(conditions.words(name))
        own = expression[len(name) - len(SEPARATOR.join(path)) :] if across else expression
        value = list(value) if isinstance(value, conditions.Askable) else value
        checked = conditions.parse(model, {own: value})
        if any(isinstance(condition.value, Subquery) for condition in checked):
            raise UnsupportedLookup(
                f"{expression}: groups have the key, and nothing else of that row: filter the rows "
                f"before, {self.model.__name__}.objects.filter({expression}=...).values(...), or "
                f"group by {SEPARATOR.join(split(expression)[0])!r}, too"
            )

        def test(group: Mapping[str, Any]) -> bool:
            for condition in checked:
                found = _within(group[name], condition.path[start:])
                found = condition.none if found is None else found
                if not matches(condition.lookup, found, condition.value):
                    return False
            return True

        return test

    def _operand(self, name: str, parts: tuple[str, ...], lookup: str, value: Any) -> Any:
        """Return what an answer is compared with, checked."""
        converter = self._converter(name)
        for part in parts:
            if part not in PARTS or not isinstance(converter, (Moment, Day)):
                raise conditions.no_lookup(f"{self.model.__name__}: {name}", part, converter)
            kind = date if part == "date" else int
            converter = converter_for(kind, FieldOptions(), self.model.endpoint.version)
        row = LOOKUPS[lookup]
        if isinstance(value, Expression):
            if row.many or lookup in {"isnull", "regex"}:
                raise UnsupportedLookup(
                    f"{self.model.__name__}: {name} is not compared by {lookup!r} with {value!r}"
                )
            return value
        try:
            return conditions.coerced(converter, row, value)
        except (TypeError, ValueError) as error:
            expected = getattr(error, "expected", None) or conditions.expectation(converter, row)
            shown = SEPARATOR.join([name, *parts, lookup])
            raise InvalidValue(self.model, shown, value, expected) from None

    def _converter(self, name: str) -> Converter:
        """Find what the values of a column are."""
        each = self.asked.get(name)
        version = self.model.endpoint.version
        if each is not None and each.answers is not None:
            return converter_for(each.answers, FieldOptions(), version)
        path = conditions.words(name if each is None else each.name)
        model, path = field_beyond(self.model, path)
        field = mapper_for(model).along(conditions.spelled_out(model, path))[-1]
        return conditions.comparable(field, version)


def _within(value: Any, path: tuple[str, ...]) -> Any:
    """Return a part of a moment, or a value inside an object."""
    for word in path:
        dated = word in PARTS and isinstance(value, date)
        value = part_of(value, word) if dated else getattr(value, word, None)
    return value
