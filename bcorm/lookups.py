"""The lookups: one row each, with its V3 suffix, its V2 prefix and its Python meaning.

`query.compiler` reads the wire spellings, `model.matching` the predicates. Adding a
lookup is adding a row. The suffixes are BigCommerce's common query parameters.
"""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

SEPARATOR = "__"


@attrs.frozen
class Lookup:
    """One comparison that a query can make.

    Attributes:
        name: the word after the double underscore, as Django spells it.
        test: `test(value, operand)`, its meaning in Python; `value` is never None.
        suffix: what V3 appends to the parameter name; None if V3 has no such operator.
        prefix: what V2 puts before the parameter name; None if V2 has no such operator.
        many: whether the operand is a collection.
    """

    name: str
    test: Callable[[Any, Any], bool]
    suffix: str | None = None
    prefix: str | None = None
    many: bool = False


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


LOOKUPS: dict[str, Lookup] = {
    row.name: row
    for row in (
        Lookup("exact", _holds, suffix="", prefix=""),
        Lookup("ne", lambda value, operand: not _holds(value, operand), suffix=":not"),
        Lookup("in", _is_in, suffix=":in", many=True),
        Lookup(
            "not_in",
            lambda value, operand: not _is_in(value, operand),
            suffix=":not_in",
            many=True,
        ),
        Lookup("gte", operator.ge, suffix=":min", prefix="min_"),
        Lookup("lte", operator.le, suffix=":max", prefix="max_"),
        Lookup("gt", operator.gt, suffix=":greater"),
        Lookup("lt", operator.lt, suffix=":less"),
        Lookup("icontains", lambda value, operand: _text(operand) in _text(value), suffix=":like"),
        Lookup("contains", lambda value, operand: operand in value),
        Lookup("iexact", lambda value, operand: _text(value) == _text(operand)),
        Lookup("startswith", lambda value, operand: str(value).startswith(operand)),
        Lookup("istartswith", lambda value, operand: _text(value).startswith(_text(operand))),
        Lookup("endswith", lambda value, operand: str(value).endswith(operand)),
        Lookup("iendswith", lambda value, operand: _text(value).endswith(_text(operand))),
        Lookup("regex", lambda value, operand: re.search(operand, str(value)) is not None),
        Lookup("range", lambda value, operand: bool(operand[0] <= value <= operand[1]), many=True),
        Lookup("isnull", lambda _value, operand: not operand),
    )
}


def split(expression: str) -> tuple[tuple[str, ...], str]:
    """Split `"custom_url__url__startswith"` into a field path and a lookup's name.

    A last word that is no lookup belongs to the path, and the lookup is then `exact`.
    """
    *path, last = expression.split(SEPARATOR)
    if path and last in LOOKUPS:
        return tuple(path), last
    return (*path, last), "exact"


def matches(name: str, value: Any, operand: Any) -> bool:
    """Say whether `value` satisfies the lookup `name` with `operand`.

    A missing value (None) satisfies only `isnull=True`, `exact=None`, `ne` and `not_in`, and
    values that cannot be compared never match.
    """
    if name == "isnull":
        return (value is None) == bool(operand)
    if value is None:
        if name == "exact":
            return operand is None
        return name in {"ne", "not_in"} and not (
            operand is None if name == "ne" else None in operand
        )
    try:
        return LOOKUPS[name].test(value, operand)
    except (TypeError, ArithmeticError):
        return False
