"""From a child to the objects above it that a session holds, and to their relations.

Called when a row was created or written, so that what is loaded of its parents stays true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model.loading.known import show_created
from bcorm.model.relation_facts import ToMany, ToOne

if TYPE_CHECKING:
    from bcorm.model.executor import Executor
    from bcorm.model.resource import Resource


def below(parent: type[Resource], child: type[Resource]) -> list[ToMany]:
    """Return the relations of a class that hold the rows of another under its path."""
    return [
        relation
        for relation in parent.relations.values()
        if isinstance(relation, ToMany)
        and relation.by is None
        and relation.ids is None
        and relation.target is child
    ]


def join_loaded(child: Resource, session: Executor) -> None:
    """Show a row that was just created in those relations of held objects that are loaded."""
    for relation in type(child).relations.values():
        if not isinstance(relation, ToOne) or relation.below:
            continue
        owner = _held(child, relation, session)
        if owner is None:
            continue
        others = type(owner).relations.values()
        found = below(type(owner), type(child)) if relation.parent else [
            other for other in others
            if isinstance(other, ToMany) and other.by is not None and other.by == relation.via
            and other.target is type(child)
        ]  # fmt: skip
        for other in found:
            show_created(owner, other, child)


def _held(child: Resource, relation: ToOne, session: Executor) -> Any:
    """Return the object that a to-one relation leads to, if the session holds it."""
    target = relation.target
    if relation.parent:
        return held_parent(child, relation, session)
    key = child.__dict__.get(relation.via or "", child._state.row.get(relation.via or ""))
    if target.endpoint.owners or not isinstance(key, (int, str)):
        return None
    return session.lookup(target, {}, key)


def parent_identity(instance: Resource, relation: ToOne) -> tuple[dict[str, Any], Any]:
    """Return the path parameters and the key of the object under whose path an instance lives."""
    higher, parents = relation.target.endpoint, instance._state.parents
    above = {name: parents[name] for name in higher.placeholders}
    return above, parents.get(type(instance).endpoint.placeholder_below(higher))


def held_parent(instance: Resource, relation: ToOne, session: Executor) -> Any:
    """Return the object under whose path an instance lives, if the session holds it."""
    above, key = parent_identity(instance, relation)
    return session.lookup(relation.target, above, key)
