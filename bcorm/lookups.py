"""The lookups: one row each, which owns all that is known of it.

A row has its spelling, what its operand is, its wire forms, its meaning in Python, and the kinds of
values that it compares. `model.conditions` checks operands with it, `query.compiler` reads the
wire forms, both evaluate rows by its meaning, and the stubs offer what it
compares. Adding a lookup is adding a row. The suffixes are BigCommerce's common query parameters.
"""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING, Any, Literal

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

SEPARATOR = "__"

Takes = Literal["value", "values", "pair", "text", "pattern", "flag"]
Compares = Literal["anything", "texts", "ordered", "missing"]


class WrongOperand(ValueError):
    """An operand that a lookup cannot take.

    Attributes:
        expected: what would be right, in words.
    """

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


def _never(_operand: Any) -> bool:
    return False


@attrs.frozen
class Lookup:
    """One comparison that a query can make.

    Attributes:
        name: the word after the double underscore, as Django spells it.
        test: `test(value, operand)`, its meaning in Python; `value` is never None.
        suffix: what V3 appends to the parameter name; None if V3 has no such operator.
        prefix: what V2 puts before the parameter name; None if V2 has no such operator.
        takes: what its operand is: a `value` of the field, several `values`, a `pair` of them, a
            `text` whatever the field is, the `pattern` of a regular expression, or a `flag`.
        compares: the values that it makes sense for.
        missing: whether a value that is missing (None) satisfies it, by its operand.
    """

    name: str
    test: Callable[[Any, Any], bool]
    suffix: str | None = None
    prefix: str | None = None
    takes: Takes = "value"
    compares: Compares = "anything"
    missing: Callable[[Any], bool] = _never

    @property
    def many(self) -> bool:
        """Whether the operand is a collection."""
        return self.takes in {"values", "pair"}

    @property
    def textual(self) -> bool:
        """Whether the operand is a text, whatever the field is."""
        return self.takes in {"text", "pattern"}

    def expected(self, item: str) -> str:
        """Say in words what it takes, of a field whose value is `item`."""
        return {
            "values": f"a list, each {item}",
            "pair": f"two values, each {item}",
            "text": "a text",
            "pattern": "a regular expression",
            "flag": "True or False",
        }.get(self.takes, item)

    def operand(self, value: Any, convert: Callable[[Any], Any]) -> Any:
        """Return what is compared with, checked.

        Args:
            value: what a user wrote.
            convert: checks and converts one value of the field.

        Raises:
            TypeError: it is of the wrong type.
            ValueError: it is none of the values that it may be.
        """
        if self.takes == "flag":
            return _checked(value, bool)
        if self.textual:
            return _compiled(value) if self.takes == "pattern" else _checked(value, str)
        if not self.many:
            return convert(value)
        if isinstance(value, (str, bytes)):
            raise TypeError(value)
        values = list(value)
        if self.takes == "pair" and len(values) != 2:
            raise ValueError(value)
        return [convert(one) for one in values]

    def holds(self, value: Any, operand: Any) -> bool:
        """Say whether `value` satisfies it; values that cannot be compared never do."""
        if value is None or self.takes == "flag":
            return self.missing(operand) if value is None else self.test(value, operand)
        try:
            return self.test(value, operand)
        except (TypeError, ArithmeticError):
            return False


def _checked(value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


def _compiled(value: Any) -> Any:
    """Return the pattern of a regular expression, as it was written, if it is one."""
    try:
        re.compile(_checked(value, str))
    except re.error as error:
        raise WrongOperand(f"a regular expression ({error})") from None
    return value


def _holds(value: Any, operand: Any) -> bool:
    """Equality; for a list of ids, membership, as the API's own filters mean it."""
    if isinstance(value, list) and not isinstance(operand, (list, tuple)):
        return operand in value
    return bool(value == operand)


def _is_in(value: Any, operand: Any) -> bool:
    if isinstance(value, list):
        return any(item in operand for item in value)
    return value in operand


def _text(value: Any) -> str:
    return str(value).casefold()


def _texts(name: str, test: Callable[[str, str], bool], suffix: str | None = None) -> Lookup:
    """Make a lookup that compares texts without their case."""
    return Lookup(
        name,
        lambda value, operand: test(_text(value), _text(operand)),
        suffix=suffix,
        takes="text",
        compares="texts",
    )


LOOKUPS: dict[str, Lookup] = {
    row.name: row
    for row in (
        Lookup("exact", _holds, suffix="", prefix="", missing=lambda operand: operand is None),
        Lookup(
            "ne",
            lambda value, operand: not _holds(value, operand),
            suffix=":not",
            missing=lambda operand: operand is not None,
        ),
        Lookup("in", _is_in, suffix=":in", takes="values"),
        Lookup(
            "not_in",
            lambda value, operand: not _is_in(value, operand),
            suffix=":not_in",
            takes="values",
            missing=lambda operand: None not in operand,
        ),
        Lookup("gte", operator.ge, suffix=":min", prefix="min_", compares="ordered"),
        Lookup("lte", operator.le, suffix=":max", prefix="max_", compares="ordered"),
        Lookup("gt", operator.gt, suffix=":greater", compares="ordered"),
        Lookup("lt", operator.lt, suffix=":less", compares="ordered"),
        _texts("icontains", lambda value, operand: operand in value, suffix=":like"),
        Lookup(
            "contains",
            lambda value, operand: operand in value,
            takes="text",
            compares="texts",
        ),
        _texts("iexact", operator.eq),
        Lookup(
            "startswith",
            lambda value, operand: str(value).startswith(operand),
            takes="text",
            compares="texts",
        ),
        _texts("istartswith", str.startswith),
        Lookup(
            "endswith",
            lambda value, operand: str(value).endswith(operand),
            takes="text",
            compares="texts",
        ),
        _texts("iendswith", str.endswith),
        Lookup(
            "regex",
            lambda value, operand: re.search(operand, str(value)) is not None,
            takes="pattern",
            compares="texts",
        ),
        Lookup(
            "range",
            lambda value, operand: bool(operand[0] <= value <= operand[1]),
            takes="pair",
            compares="ordered",
        ),
        Lookup(
            "isnull",
            lambda _value, operand: not operand,
            takes="flag",
            compares="missing",
            missing=bool,
        ),
    )
}


# A field may end in an underscore, as `class_` does: `class___in`.
_BETWEEN = re.compile(f"{SEPARATOR}(?!_)")


def split(expression: str) -> tuple[tuple[str, ...], str]:
    """Split `"custom_url__url__startswith"` into a field path and a lookup's name.

    A last word that is no lookup belongs to the path, and the lookup is then `exact`.
    """
    *path, last = _BETWEEN.split(expression)
    if path and last in LOOKUPS:
        return tuple(path), last
    return (*path, last), "exact"


def matches(name: str, value: Any, operand: Any) -> bool:
    """Say whether `value` satisfies the lookup `name` with `operand`, see `Lookup.holds`."""
    return LOOKUPS[name].holds(value, operand)
