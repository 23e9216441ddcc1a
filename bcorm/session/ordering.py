"""What needs what: which objects go before others. The unit of work takes its order from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model.relation_facts import ToOne
from bcorm.model.state import Phase
from bcorm.session.ownership import Doomed, lives_below

if TYPE_CHECKING:
    from bcorm.model.resource import Resource


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
    free = Doomed(deleted).sparing(deleted)
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


def _refers(model: type[Resource], other: type[Resource]) -> bool:
    """Whether rows of `model` hold keys of `other`, or live below it."""
    if lives_below(model, other):
        return True
    return any(
        isinstance(relation, ToOne) and relation.via is not None and relation.target is other
        for relation in model.relations.values()
    )
