"""What needs what: which objects go before others, and which go with them.

The unit of work takes its order from here, the session what becomes of a deleted parent's children.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model.relation_facts import ToOne
from bcorm.model.state import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.model.resource import Resource


def surviving(items: Iterable[Resource], deleted: Iterable[Resource]) -> list[Resource]:
    """Return the objects that do not live below one of those that are deleted."""
    gone = {(type(other), other.pk) for other in deleted}
    models = {model for model, _ in gone}
    return [item for item in items if not gone or not _goes_with(item, gone, models)]


def goes_with(item: Resource, other: Resource) -> bool:
    """Whether an object lives below another, and is deleted with it."""
    return _goes_with(item, {(type(other), other.pk)}, {type(other)})


def _goes_with(item: Resource, gone: set[Any], models: set[type[Resource]]) -> bool:
    """Whether an object's parent is deleted too, and the object with it."""
    endpoint, parents = type(item).endpoint, item._state.parents
    return any(
        _is_parent(model, type(item))
        and (model, parents.get(endpoint.placeholder_below(model.endpoint))) in gone
        for model in models
    )


def dependencies(item: Resource) -> list[Resource]:
    """Return the unsaved objects that an object needs the keys of."""
    state = item._state
    needed = [state.owner] if state.owner is not None else []
    needed += list((state.links or {}).values())
    return [other for other in needed if other._state.phase is not Phase.PERSISTENT]


def settle_links(item: Resource) -> None:
    """Turn references to objects that are saved by now into their keys."""
    state = item._state
    if state.owner is not None and state.owner._state.phase is Phase.PERSISTENT:
        owner = state.owner
        placeholder = type(item).endpoint.placeholder_below(type(owner).endpoint)
        state.parents = {**state.parents, **owner._state.parents, placeholder: owner.pk}
        state.owner = None


def delete_order(deleted: list[Resource]) -> list[list[Resource]]:
    """Return the objects to delete in groups: children first, then what refers to others.

    Objects whose parent is deleted too are left out: the API deletes them with it.
    """
    free = surviving(deleted, deleted)
    models = sorted({type(item) for item in free}, key=lambda model: model.__name__)
    ordered: list[Any] = []
    while models:
        unreferenced = [
            model
            for model in models
            if not any(_refers(other, model) for other in models if other is not model)
        ] or models[:1]
        ordered += unreferenced
        models = [model for model in models if model not in unreferenced]
    return [[item for item in free if type(item) is model] for model in ordered]


def _is_parent(model: type[Resource], child: type[Resource]) -> bool:
    """Whether rows of `child` live under the path of `model`."""
    return child.endpoint.path.startswith(f"{model.endpoint.path}/{{")


def _refers(model: type[Resource], other: type[Resource]) -> bool:
    """Whether rows of `model` hold keys of `other`, or live below it."""
    if _is_parent(other, model):
        return True
    return any(
        isinstance(relation, ToOne) and relation.via is not None and relation.target is other
        for relation in model.relations.values()
    )
