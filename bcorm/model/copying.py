"""`copy_as`: a new object with what can be written of a row, and of the rows below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model.mapper import ToMany, mapper_for
from bcorm.model.memory import Phase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.model.resource import Resource


def copy_as(item: Resource, given: Mapping[str, Any]) -> Any:
    """Return a new object like `item`, with the values that are given.

    Raises:
        FieldError: a name is no field.
        TypeError: a value is not given of which no two rows have the same.
    """
    model = type(item)
    fields = mapper_for(model).fields
    for name in given.keys() - {*fields, *model.relations, *model.endpoint.owners}:
        raise mapper_for(model).unknown(name, model.relations)
    unique = [name for name in model.endpoint.natural_key if name in fields]
    telling = [name for name in unique if fields[name].options.required]
    if telling and not given.keys() & set(telling):
        said = " or ".join(f"{name}=..." for name in telling)
        raise TypeError(f"copy_as() needs {said}: no two {model.__name__} rows have the same")
    below = [name for name in _below(model) if name not in given]
    _load(item, below)
    left = {*given, *unique} - {name for name in telling if name not in given}
    values = item._copied() or {}
    twin = model(**{name: values[name] for name in values if name not in left}, **given)
    for name in below:
        _fill(twin, item, name)
    return twin


def writable(item: Resource) -> dict[str, Any]:
    """Return what is known of an object's fields that a new one takes, copied."""
    fields = mapper_for(type(item)).fields
    values: dict[str, Any] = {}
    for name, value in dict(item).items():
        mapped = fields[name]
        if mapped.options.readonly or mapped.options.secret or value is None:
            continue
        converter = mapped.converter
        values[name] = converter.load(converter.dump(value)) if converter.mutable else value
    return values


def _below(model: type[Resource]) -> list[str]:
    """Return the relations whose rows belong to a row, and come with it."""
    return [
        name
        for name, relation in model.relations.items()
        if isinstance(relation, ToMany)
        and relation.ids is None
        and (relation.include or relation.nested)
        and name not in model.uncopied
    ]


def _load(item: Resource, names: list[str]) -> None:
    """Read at once what is not known of some relations."""
    state, model = item._state, type(item)
    included = {name: model.relations[name].include for name in names}
    unknown = [
        name
        for name, include in included.items()
        if include is not None
        and name not in (state.related or {})
        and not isinstance(state.row.get(include), list)
    ]
    if unknown and state.phase is Phase.PERSISTENT:
        rows = model.objects.using(item._join()).filter(**state.parents)
        rows.include(*unknown).get(item.pk)


def _fill(twin: Resource, item: Resource, name: str) -> None:
    for child in list(getattr(item, name)):
        values = child._copied()
        if values is None:
            continue
        values.pop(type(item).relations[name].by, None)
        made = type(child)(**values)
        getattr(twin, name).add(made)
        for lower in _below(type(child)):
            _fill(made, child, lower)
