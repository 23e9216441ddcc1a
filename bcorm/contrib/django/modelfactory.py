"""`store_model`: an unmanaged Django model made of a resource's declaration.

One row of `_BUILDERS` per kind of value. Foreign keys are made towards resources that have a
model already, so parents are made before children; other keys stay plain numbers.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.text import camel_case_to_spaces

from bcorm.contrib.backend import fields_of
from bcorm.contrib.django import fields as f
from bcorm.contrib.django.base import StoreModel
from bcorm.model import types
from bcorm.model.relations import many, one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource

# Texts without a declared length that want more than one line.
_LONG = frozenset(
    ("comments", "customer_message", "description", "message", "notes", "text", "value")
)
# Words of field names that are spelled in capitals.
_ACRONYMS = frozenset(("gtin", "id", "ip", "mpn", "sku", "upc", "url", "uuid"))
_ONE_LINE = 1000  # characters; a longer text gets a text area
_UNLIMITED = 65_535  # what the API takes where its spec names no length

_models: dict[type[Resource], type[StoreModel]] = {}


def model_for(resource: type[Resource]) -> type[StoreModel] | None:
    """Return the Django model that was made of a resource, or None."""
    return _models.get(resource)


def store_model(
    resource: type[Resource],
    *,
    module: str,
    app_label: str,
    verbose_name: str | None = None,
    verbose_name_plural: str | None = None,
    ordering: tuple[str, ...] = (),
) -> type[StoreModel]:
    """Make a Django model of a resource, for the `models.py` of an app.

    Args:
        resource: the bcorm class; its model gets the same name.
        module: the calling module's `__name__`.
        app_label: the app that the model belongs to.
        verbose_name: what the admin calls one row; made of the class's name where left out.
        verbose_name_plural: what the admin calls several.
        ordering: the order of its lists; the API's own where it is left out.

    Raises:
        ValueError: the resource has no key, so that its rows cannot be told apart.
    """
    key = resource.endpoint.key
    if key is None:
        raise ValueError(f"{resource.__name__} is a single row: it has no list to administer")
    options = {
        "app_label": app_label,
        "managed": False,
        "base_manager_name": "objects",
        "default_manager_name": "objects",
        "ordering": ordering,
    }
    names = {"verbose_name": verbose_name, "verbose_name_plural": verbose_name_plural}
    meta = type("Meta", (), {**options, **{k: v for k, v in names.items() if v is not None}})
    body: dict[str, Any] = {"__module__": module, "__doc__": resource.__doc__, "Meta": meta}
    mapped = fields_of(resource)
    body[key] = _key_field(mapped[key])
    body.update(_relations(resource))
    taken = {field.source for field in body.values() if isinstance(field, f.Mirror)}
    for name, field in mapped.items():
        if name not in taken and name != key and field.options.include is None:
            body[name] = _field(resource, field)
    body["resource_class"] = resource
    metaclass: Any = type(StoreModel)
    model: type[StoreModel] = metaclass(resource.__name__, (StoreModel,), body)
    _models[resource] = model
    return model


def _key_field(mapped: MappedField) -> models.Field[Any, Any]:
    if isinstance(mapped.converter, types.Integer):
        return models.IntegerField(primary_key=True, editable=False)
    return models.CharField(primary_key=True, max_length=255, editable=False)


# -- relations ---------------------------------------------------------------------------------


def _relations(resource: type[Resource]) -> dict[str, Any]:
    """Return the foreign keys of a resource by name: its parent's, and those in its rows."""
    found: dict[str, Any] = {}
    parent = _parent_of(resource)
    if parent is not None:
        relation, name = parent
        field = f.ParentField(
            _models[relation.owner], editable=False, **_key_options(required=True)
        )
        field.placeholder = resource.endpoint.placeholders[-1]
        field.inline, field.relation = relation, _parent_relation(resource)
        found[name] = field
    relations: Mapping[str, Any] = resource.relations
    for name, relation in relations.items():
        if not isinstance(relation, one) or relation.parent or relation.via is None:
            continue
        target = _models.get(relation.target)
        if relation.target is resource:
            to: Any = "self"
        elif target is None or target._meta.pk.name != "id":
            continue
        else:
            to = target
        mapped = fields_of(resource)[relation.via]
        given = {**_options(mapped), "verbose_name": name.replace("_", " ")}
        required = mapped.options.required and to != "self"
        field = f.KeyField(to, **given, **_key_options(required=required))
        field.mapped, field.relation = mapped, relation
        field.inline = _reverse_by(relation.target, resource, relation.via)
        found[name] = field
    return found


def _key_options(*, required: bool) -> dict[str, Any]:
    return {
        "on_delete": models.DO_NOTHING,
        "db_constraint": False,
        "related_name": "+",
        "null": True,
        "blank": not required,
    }


def _parent_of(resource: type[Resource]) -> tuple[many[Any, ...], str] | None:
    """Return the relation in which a parent with a model has these rows, and a name for it."""
    if len(resource.endpoint.placeholders) != 1:
        return None
    for owner in _models:
        for relation in owner.relations.values():
            if isinstance(relation, many) and relation.target is resource:
                return relation, "_".join(camel_case_to_spaces(owner.__name__).split())
    return None


def _parent_relation(resource: type[Resource]) -> Any:
    parents = [
        relation
        for relation in resource.relations.values()
        if isinstance(relation, one) and relation.parent
    ]
    return parents[0] if parents else None


def _reverse_by(owner: type[Resource], resource: type[Resource], via: str) -> many[Any, ...] | None:
    for relation in owner.relations.values():
        if isinstance(relation, many) and relation.by == via and relation.target is resource:
            return relation
    return None


# -- values ------------------------------------------------------------------------------------


def _field(resource: type[Resource], mapped: MappedField) -> Any:
    """Build the Django field of a plain value."""
    keys = next(_key_lists(resource, mapped.name), None)
    if keys is not None:
        field: Any = f.KeyListField(
            default=list, blank=not mapped.options.required, **_options(mapped)
        )
        field.target = _models.get(keys.target)
    else:
        build = _BUILDERS.get(type(mapped.converter), _document)
        field = build(mapped)
    field.mapped = mapped
    return field


def _key_lists(resource: type[Resource], name: str) -> Iterator[many[Any, ...]]:
    for relation in resource.relations.values():
        if isinstance(relation, many) and relation.ids == name:
            yield relation


def _options(mapped: MappedField) -> dict[str, Any]:
    words = mapped.name.split("_")
    name = " ".join(word.upper() if word in _ACRONYMS else word for word in words)
    return {"editable": not mapped.options.readonly, "verbose_name": name}


def _optional(mapped: MappedField) -> dict[str, Any]:
    """Return the options of a field that may be empty, and is then not sent."""
    return {**_options(mapped), "null": True, "blank": not mapped.options.required}


def _bounds(mapped: MappedField) -> list[Any]:
    found: list[Any] = []
    if mapped.options.minimum is not None:
        found.append(MinValueValidator(mapped.options.minimum))
    if mapped.options.maximum is not None:
        found.append(MaxValueValidator(mapped.options.maximum))
    return found


def _text(mapped: MappedField) -> Any:
    options = mapped.options
    given = {**_options(mapped), "blank": not options.required}
    long = mapped.name in _LONG if options.max_length is None else options.max_length > _ONE_LINE
    if long:
        return f.TextField(**given)
    return f.CharField(max_length=options.max_length or _UNLIMITED, **given)


def _choice(mapped: MappedField) -> Any:
    converter: Any = mapped.converter
    choices = [(choice, _label(choice)) for choice in converter.choices if choice != ""]
    if all(isinstance(choice, int) for choice, _ in choices):
        return f.IntegerField(choices=choices, **_optional(mapped))
    given = {**_options(mapped), "blank": not mapped.options.required}
    return f.CharField(max_length=255, choices=choices, **given)


def _label(choice: Any) -> str:
    text = str(choice).replace("_", " ")
    return text[:1].upper() + text[1:]


def _number(mapped: MappedField) -> Any:
    return f.IntegerField(validators=_bounds(mapped), **_optional(mapped))


def _money(mapped: MappedField) -> Any:
    return f.DecimalField(
        max_digits=20, decimal_places=4, validators=_bounds(mapped), **_optional(mapped)
    )


def _float(mapped: MappedField) -> Any:
    return f.FloatField(validators=_bounds(mapped), **_optional(mapped))


def _flag(mapped: MappedField) -> Any:
    return f.FlagField(blank=True, default=None, **_options(mapped))


def _moment(mapped: MappedField) -> Any:
    return f.DateTimeField(**_optional(mapped))


def _day(mapped: MappedField) -> Any:
    return f.DateField(**_optional(mapped))


def _document(mapped: MappedField) -> Any:
    return f.DocumentField(**_optional(mapped))


_BUILDERS: dict[type, Callable[[MappedField], Any]] = {
    types.Text: _text,
    types.Choice: _choice,
    types.Boolean: _flag,
    types.Integer: _number,
    types.Money: _money,
    types.Float: _float,
    types.Moment: _moment,
    types.Day: _day,
}
