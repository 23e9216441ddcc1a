"""Rows as they may be shown: without the passwords that are on their way to the store.

Plans are printed, logged and mailed. A field that was declared `secret` is in none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bcorm.lookups import SEPARATOR
from bcorm.model.mapper import mapper_for
from bcorm.model.types import Nested, Sequence

if TYPE_CHECKING:
    from bcorm.model.mapper import Mapper
    from bcorm.model.resource import Resource
    from bcorm.model.types import Converter


def is_secret(model: type[Resource], name: str) -> bool:
    """Say whether a column, such as `authentication__new_password`, is not to be shown."""
    mapper, path = mapper_for(model), name.split(SEPARATOR)
    # A key of a parent is no field.
    return path[0] in mapper.fields and any(one.options.secret for one in mapper.along(path))


def without_secrets(model: type[Resource], body: Any) -> Any:
    """Return the body of a request for objects of a class, with `****` for its secrets."""
    if isinstance(body, list):
        return [without_secrets(model, row) for row in body]
    return _row(mapper_for(model), body)


def _row(mapper: Mapper, row: Any) -> Any:
    if not isinstance(row, dict):
        return row
    return {wire: _value(mapper, wire, value) for wire, value in row.items()}


def _value(mapper: Mapper, wire: str, value: Any) -> Any:
    mapped = mapper.wires.get(wire)
    if mapped is None:
        return value
    return _inside(mapped.converter, mapped.shown(value))


def _inside(converter: Converter, value: Any) -> Any:
    if isinstance(converter, Nested):
        return _row(mapper_for(converter.struct, converter.version), value)
    if isinstance(converter, Sequence) and isinstance(value, list):
        return [_inside(converter.item, item) for item in value]
    return value


def jsonable(value: Any) -> Any:
    """Return a value of a field as JSON has it: amounts and moments as text, secrets masked."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Mapping):
        return {str(key): jsonable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [jsonable(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
