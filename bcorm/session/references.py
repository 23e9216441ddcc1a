"""What the values of a row refer to: the keys of other rows in them, by the path of their list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model.mapper import ToMany, ToOne, mapper_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.model.resource import Resource

Named = tuple[str, Any]
"""What a reference means: the path of the list in which a row is, and its key."""

_PRODUCTS = "v3/catalog/products"
VARIANTS = f"{_PRODUCTS}/{{product_id}}/variants"
_OPTIONS = f"{_PRODUCTS}/{{product_id}}/options"
_MODIFIERS = f"{_PRODUCTS}/{{product_id}}/modifiers"
# Two doors to the same rows.
SAME = {"v3/catalog/trees/categories": "v3/catalog/categories"}
# Fields that refer to rows and are no relation, and what refers to them inside other values.
_LISTS = {(_PRODUCTS, "related_products"): _PRODUCTS}
_INSIDE = {
    "modifier_id": _MODIFIERS,
    "modifier_value_id": f"{_MODIFIERS}/{{modifier_id}}/values",
    "option_id": _OPTIONS,
    "product_id": _PRODUCTS,
    "variant_id": VARIANTS,
}
_VALUES = f"{_OPTIONS}/{{option_id}}/values"


def named(model: type[Resource], key: Any) -> Named:
    """Return what a reference to a row means."""
    path: str = model.endpoint.path
    return SAME.get(path, path), key


def targets(model: type[Resource]) -> dict[str, str]:
    """Return the paths of the rows that fields refer to, by wire name."""
    mapper = mapper_for(model)
    found = {}
    for relation in model.relations.values():
        name = None
        if isinstance(relation, ToOne):
            name = relation.via
        elif isinstance(relation, ToMany):
            name = relation.ids
        if name is not None and name in mapper.fields:
            path = relation.target.endpoint.path
            found[mapper.fields[name].wire] = SAME.get(path, path)
    for (path, wire), target in _LISTS.items():
        if model.endpoint.path == path:
            found[wire] = target
    return found


def visited(model: type[Resource], wire: str, raw: Any, visit: Callable[[Named], Any]) -> Any:
    """Return a value in which what refers to other rows is replaced by what `visit` returns."""
    target = targets(model).get(wire)
    if target is not None:
        if isinstance(raw, list):
            return [visit((target, one)) if _is_key(one) else one for one in raw]
        return visit((target, raw)) if _is_key(raw) else raw
    values = _VALUES if model.endpoint.path == VARIANTS and wire == "option_values" else None
    return _inside(raw, visit, values)


def _inside(raw: Any, visit: Callable[[Named], Any], own: str | None) -> Any:
    if isinstance(raw, list):
        return [_inside(one, visit, own) for one in raw]
    if not isinstance(raw, dict):
        return raw
    found = {}
    for name, value in raw.items():
        path = own if name == "id" else _INSIDE.get(name)
        named = path is not None and _is_key(value)
        found[name] = visit((path or "", value)) if named else _inside(value, visit, None)
    return found


def _is_key(value: Any) -> bool:
    return isinstance(value, (int, str)) and not isinstance(value, bool) and bool(value)
