"""The keys of the objects under whose path a row lives, as those objects hold them.

"77" and 77 are the same product: a row has one identity, however its parent's key was written.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import InvalidValue
from bcorm.model.mapper import mapper_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.model.types import Converter


@cache
def _converters(model: Any) -> dict[str, Converter | None]:
    """Return how the key of each parent is read; None where nothing is known of its kind."""
    return {name: _converter(model, name) for name in model.endpoint.owners}


def _converter(model: Any, name: str) -> Converter | None:
    for relation in model.relations.values():
        if not getattr(relation, "parent", False):
            continue
        endpoint = relation.target.endpoint
        if name == model.endpoint.placeholder_below(endpoint):
            return mapper_for(relation.target).field(endpoint.key).converter
        if name in endpoint.owners:
            return _converter(relation.target, name)
    mapped = mapper_for(model).fields.get(name)
    return None if mapped is None else mapped.converter


def as_keys(model: Any, parents: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return path parameters with their values as the parents' keys are.

    Raises:
        InvalidValue: a value is no key of such a parent.
    """
    read = {}
    converters = _converters(model)
    for name, value in parents.items():
        key = _as_key(model, name, value, converters.get(name))
        if key is not value:
            read[name] = key
    return {**parents, **read} if read else parents


def _as_key(model: Any, name: str, value: Any, converter: Converter | None) -> Any:
    if value is None or type(value) is int:
        return value if converter is None or value is None else converter.load(value)
    if converter is None:
        is_number = isinstance(value, str) and value.isdecimal() and len(value) < 20
        return int(value) if is_number else value
    try:
        return converter.load(value)
    except (TypeError, ValueError, AttributeError):
        raise InvalidValue(model, name, value, converter.expected) from None
