"""Query parameters to SQL: exactly the filters that an operation declares.

A parameter that the operation does not declare never comes here, see `app`; a declared one with
a value that cannot be read is refused: 422 in V3, 400 in V2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bcorm.emulator import timestamps
from bcorm.emulator.errors import ApiError
from bcorm.emulator.formats import FORMATS
from bcorm.emulator.numerals import fits, fraction, whole
from bcorm.emulator.tables import Clause, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Filter, Resource

_BOOLEANS = {"1": 1, "0": 0, "true": 1, "false": 0}
_COMPARE = {"eq": "=", "min": ">=", "max": "<=", "greater": ">", "less": "<"}
_DAY = 86_400
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def compile_filters(ctx: Context, resource: Resource) -> list[Clause]:
    """The clauses of the request's filters."""
    return [
        _clause(ctx, resource, item, ctx.query[item.param])
        for item in resource.filters
        if item.param in ctx.query
        and (not item.disputed or ctx.switches.disputed_filters == "obey")
    ]


def given(ctx: Context, filters: Iterable[Filter]) -> bool:
    """Whether the request uses any of the filters."""
    return any(item.param in ctx.query for item in filters)


def read(param: str, kind: str, text: str, version: str) -> Any:
    """The value of one parameter, as SQLite compares it.

    Raises:
        ApiError: the text is no such value.
    """
    value = _parse(kind, text.strip() if kind != "string" else text)
    if value is None:
        raise _malformed(param, text, version)
    return value


def read_list(param: str, kind: str, text: str, version: str) -> list[Any]:
    """The values of a comma-separated parameter; blank items are dropped."""
    return [read(param, kind, part, version) for part in text.split(",") if part.strip()]


def _parse(kind: str, text: str) -> Any:
    if kind == "integer":
        return _number(whole(text))
    if kind in ("number", "money"):
        return _number(fraction(text))
    if kind == "boolean":
        return _BOOLEANS.get(text.lower())
    if kind == "uuid":
        return text if _UUID.fullmatch(text) else None
    if kind in ("datetime", "rfc2822"):
        seconds = timestamps.epoch(text)
        # Customer attribute values take UNIX seconds as well.
        return _number(whole(text)) if seconds is None else seconds
    return text


def _number(value: int | Decimal | None) -> int | float | None:
    """A number as SQLite compares it: what is too large for its integers is a double."""
    return value if value is None or (isinstance(value, int) and fits(value)) else float(value)


def _malformed(param: str, text: str, version: str) -> ApiError:
    if version == "v2":
        return ApiError(400, f"The field '{param}' is invalid.")
    return ApiError(
        422, "The filter value is not valid.", errors={param: f"'{text}' is not a valid value"}
    )


def _clause(ctx: Context, resource: Resource, item: Filter, text: str) -> Clause:
    if item.form and not all(FORMATS[item.form].holds(part.strip()) for part in text.split(",")):
        raise _malformed(item.param, text, resource.version)
    if item.kind == "uuid":
        read_list(item.param, "uuid", text, resource.version)
    if item.condition is not None:
        return item.condition(ctx, text)
    column = "t._id" if item.column == resource.key else f"t.{quoted(item.column)}"
    if item.operator in ("in", "not_in"):
        values = read_list(item.param, item.kind, text, resource.version)
        word = "IN" if item.operator == "in" else "NOT IN"
        marks = ",".join("?" * len(values))
        return Clause(f"{column} {word} ({marks})", tuple(values))
    if item.operator == "like":
        escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return Clause(f"{column} LIKE ? ESCAPE '\\'", (f"%{escaped}%",))
    value = read(item.param, item.kind, text, resource.version)
    if item.operator == "not":
        return Clause(f"{column} IS NOT ?", (value,))
    if item.kind in ("datetime", "rfc2822"):
        return _moment(column, item.operator, value, text)
    return Clause(f"{column} {_COMPARE[item.operator]} ?", (value,))


def _moment(column: str, operator: str, value: int, text: str) -> Clause:
    # A day without a time means the whole day: equality and ":max" reach to its last second.
    day = not timestamps.has_time(text) and "-" in text
    if operator == "eq" and day:
        return Clause(f"{column} BETWEEN ? AND ?", (value, value + _DAY - 1))
    if operator in ("max", "greater") and day:
        value += _DAY - 1
    return Clause(f"{column} {_COMPARE[operator]} ?", (value,))
