"""From a child to the objects above it that a session holds, and to their relations.

Called when a row was created or written, so that what is loaded of its parents stays true.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from bcorm.model.loading.known import known
from bcorm.model.memory import show_created
from bcorm.model.relation_facts import ToMany, ToOne
from bcorm.query.templates import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bcorm.model.executor import Executor
    from bcorm.model.resource import Resource


def below(parent: type[Resource], child: type[Resource]) -> Sequence[ToMany]:
    """Return the relations of a class that hold the rows of another under its path."""
    models: Any = parent
    return _below(models, child.endpoint.path)


@cache
def _below(parent: Any, path: str) -> tuple[ToMany, ...]:
    return tuple(
        relation
        for relation in parent.relations.values()
        if isinstance(relation, ToMany)
        and relation.by is None
        and relation.ids is None
        and relation.target.endpoint.path == path
    )


def showing(child: Resource, session: Executor) -> Iterator[tuple[Any, ToMany]]:
    """Yield the held objects above a saved one, each with a relation that it is a row of."""
    endpoint, parents = type(child).endpoint, child._state.parents
    path, owner = _path_above(endpoint.path), None
    if path is not None:
        owner = session.held(path, parents, parents.get(endpoint.placeholders[-1]))
    if owner is not None:
        yield from ((owner, relation) for relation in below(type(owner), type(child)))
    for relation, others in _ways_by_key(_class_of(child)):
        owner = _by_key(child, relation, session)
        if owner is not None:
            yield from ((owner, other) for other in others)


def saved_parents(child: Resource, session: Executor) -> list[Any]:
    """Return the held objects above a new one, whose key it is not: by path and by foreign keys."""
    endpoint, parents = type(child).endpoint, child._state.parents
    path = _path_above(endpoint.path)
    found = []
    if path is not None:
        found.append(session.held(path, parents, parents.get(endpoint.placeholders[-1])))
    found += [_by_key(child, relation, session) for relation, _ in _ways_by_key(_class_of(child))]
    return [parent for parent in found if parent is not None]


def unfold(child: Resource, session: Executor) -> None:
    """Make objects of the rows that came along with a saved object's parents, before it changes.

    Rows that nobody has looked at yet would else be taken for its later state.
    """
    if not _rides_along(_class_of(child)):
        return
    _unfold_above(type(child).endpoint.path, child._state.parents, session)
    for owner, relation in showing(child, session):
        if relation.include is not None:
            known(owner, relation)


def _unfold_above(path: str, parents: Mapping[str, Any], session: Executor) -> None:
    """Let the parent of rows be an object, if it came along with an object that is held."""
    above = _path_above(path)
    if above is None or "{" not in above:
        return
    names = names_in(path)
    if session.held(above, parents, parents.get(names[-1])) is not None:
        return
    _unfold_above(above, parents, session)
    highest = _path_above(above)
    owner = None if highest is None else session.held(highest, parents, parents.get(names[-2]))
    if owner is None:
        return
    for relation in type(owner).relations.values():
        if not isinstance(relation, ToMany) or relation.include is None:
            continue
        if relation.target.endpoint.path == above:
            known(owner, relation)


def join_loaded(child: Resource, session: Executor) -> None:
    """Show a row that was just created in those relations of held objects that are loaded."""
    for owner, relation in showing(child, session):
        show_created(owner, relation, child)


def _class_of(child: Resource) -> Any:
    return type(child)


def _path_above(path: str) -> str | None:
    """Return the path of the rows below which those of a path live, if any."""
    above, brace, _ = path.rpartition("/{")
    return above if brace else None


@cache
def _ways_by_key(model: Any) -> tuple[tuple[ToOne, tuple[ToMany, ...]], ...]:
    """Return the relations by which rows name a parent, with those of the parent that show them."""
    found = []
    for relation in model.relations.values():
        if isinstance(relation, ToOne) and relation.via is not None:
            others = tuple(
                other
                for other in relation.target.relations.values()
                if isinstance(other, ToMany)
                and other.by == relation.via
                and other.target.endpoint.path == model.endpoint.path
            )
            if others:
                found.append((relation, others))
    return tuple(found)


@cache
def _rides_along(model: Any) -> bool:
    """Whether rows of a class may come along with those of others."""
    return bool(model.endpoint.placeholders) or any(
        other.include is not None for _, others in _ways_by_key(model) for other in others
    )


def _by_key(child: Resource, relation: ToOne, session: Executor) -> Any:
    """Return the object whose key a field holds, if the session holds it."""
    target = relation.target
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
