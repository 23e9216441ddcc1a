"""`store_model`: an unmanaged Django model made of a resource's declaration.

Foreign keys are made towards resources that have a model already, so parents are made before
children; other keys stay plain numbers. `valuefields` makes the fields of plain values.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.text import camel_case_to_spaces

from bcorm.contrib.backend import fields_of
from bcorm.contrib.django import fields as f
from bcorm.contrib.django.base import StoreModel
from bcorm.contrib.django.valuefields import key_field, options_of, value_field
from bcorm.model.described import own_words
from bcorm.model.relations.descriptors import many, one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource

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
    label: Callable[[Any], str] | None = None,
) -> type[StoreModel]:
    """Make a Django model of a resource, for the `models.py` of an app.

    Args:
        resource: the bcorm class; its model gets the same name.
        module: the calling module's `__name__`.
        app_label: the app that the model belongs to.
        verbose_name: what the admin calls one row; made of the class's name where left out.
        verbose_name_plural: what the admin calls several.
        ordering: the order of its lists; the API's own where it is left out.
        label: what a row is called; takes the bcorm object.

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
    body: dict[str, Any] = {"__module__": module, "__doc__": own_words(resource), "Meta": meta}
    mapped = fields_of(resource)
    body[key] = key_field(mapped[key])
    body.update(_relations(resource))
    taken = {field.source for field in body.values() if isinstance(field, f.Mirror)}
    for name, field in mapped.items():
        if name not in taken and name != key and field.options.include is None:
            body[name] = _field(resource, field)
    body["resource_class"] = resource
    if label is not None:
        body["row_label"] = staticmethod(label)
    metaclass: Any = type(StoreModel)
    model: type[StoreModel] = metaclass(resource.__name__, (StoreModel,), body)
    _models[resource] = model
    return model


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
        # Rows are chosen by name: what the declaration says of their keys helps nobody.
        given = {**options_of(mapped), "verbose_name": name.replace("_", " "), "help_text": ""}
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


def _parent_of(resource: type[Resource]) -> tuple[many[Any], str] | None:
    """Return the relation in which a parent with a model has these rows, and a name for it."""
    if not resource.endpoint.placeholders:
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


def _reverse_by(owner: type[Resource], resource: type[Resource], via: str) -> many[Any] | None:
    for relation in owner.relations.values():
        if isinstance(relation, many) and relation.by == via and relation.target is resource:
            return relation
    return None


def _field(resource: type[Resource], mapped: MappedField) -> Any:
    """Build the Django field of a value: a list of other rows' keys, or a plain one."""
    keys = next(_key_lists(resource, mapped.name), None)
    if keys is not None:
        given = {**options_of(mapped), "help_text": ""}
        field: Any = f.KeyListField(default=list, blank=not mapped.options.required, **given)
        field.target = _models.get(keys.target)
    else:
        field = value_field(mapped)
    field.mapped = mapped
    return field


def _key_lists(resource: type[Resource], name: str) -> Iterator[many[Any]]:
    for relation in resource.relations.values():
        if isinstance(relation, many) and relation.ids == name:
            yield relation
