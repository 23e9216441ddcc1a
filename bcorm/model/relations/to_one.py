"""To-one relations: by a foreign key, the parent above, the only row below, or an include.

Loaded by the `one` descriptor, for all peers at once. When a row was created or written, its
session goes from it to the objects above it that it holds, and to their relations, so that what is
loaded of these stays true.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import DetachedError, LazyLoadRefused
from bcorm.model.by_key import existing, fetch_by_key
from bcorm.model.mapper import ToMany, ToOne, mapper_for
from bcorm.model.memory import Phase, age, is_link, remember, show_created
from bcorm.model.reading import Reader, query_of
from bcorm.model.relations.to_many import known
from bcorm.query.endpoint import fill, names_in
from bcorm.query.parameters import Condition, takes_list

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from bcorm.model.resource import Resource
    from bcorm.model.unit_of_work import Loader


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


def showing(child: Resource, session: Loader) -> Iterator[tuple[Any, ToMany]]:
    """Yield the held objects above a saved one, each with a relation that it is a row of."""
    endpoint, parents = type(child).endpoint, child._state.parents
    path, owner = _path_above(endpoint.path), None
    if path is not None:
        owner = session.held(path, parents, parents.get(endpoint.placeholders[-1]))
    if owner is not None:
        yield from ((owner, relation) for relation in below(type(owner), type(child)))
    for relation, others in _ways_by_key(_class_of(child)):
        for owner in _by_key(child, relation, session):
            yield from ((owner, other) for other in others)


def saved_parents(child: Resource, session: Loader) -> list[Any]:
    """Return the held objects above a new one, whose key it is not: by path and by foreign keys."""
    endpoint, parents = type(child).endpoint, child._state.parents
    path = _path_above(endpoint.path)
    found = []
    if path is not None:
        found.append(session.held(path, parents, parents.get(endpoint.placeholders[-1])))
    for relation, _ in _ways_by_key(_class_of(child)):
        if isinstance(relation, ToOne):
            found += _by_key(child, relation, session)
    return [parent for parent in found if parent is not None]


def unfold(child: Resource, session: Loader) -> None:
    """Make objects of the rows that came along with a saved object's parents, before it changes.

    Rows that nobody has looked at yet would else be taken for its later state.
    """
    if not _rides_along(_class_of(child)):
        return
    _unfold_above(type(child).endpoint.path, child._state.parents, session)
    for owner, relation in showing(child, session):
        if relation.include is not None:
            known(owner, relation)


def _unfold_above(path: str, parents: Mapping[str, Any], session: Loader) -> None:
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


def join_loaded(child: Resource, session: Loader, changed: Collection[str] | None = None) -> None:
    """Show a saved row in those relations of held objects that are loaded.

    Args:
        child: the row's object.
        session: what holds the others.
        changed: wire names of what was changed of it, for what is still where it was is shown
            there; None for a row that was just created.
    """
    wires = mapper_for(type(child)).fields
    if changed is not None and not any(
        wires[_naming(relation)].wire in changed for relation, _ in _ways_by_key(_class_of(child))
    ):
        return
    for owner, relation in showing(child, session):
        show_created(owner, relation, child)


def _class_of(child: Resource) -> Any:
    return type(child)


def _path_above(path: str) -> str | None:
    """Return the path of the rows below which those of a path live, if any."""
    above, brace, _ = path.rpartition("/{")
    return above if brace else None


def _naming(relation: ToOne | ToMany) -> str:
    """Return the field that names the other side of a relation by key; "" if there is none."""
    return (relation.via if isinstance(relation, ToOne) else relation.ids) or ""


@cache
def _ways_by_key(model: Any) -> tuple[tuple[ToOne | ToMany, tuple[ToMany, ...]], ...]:
    """Return the relations by which rows name parents, with those of the parents that show them."""
    found = []
    for relation in model.relations.values():
        name = _naming(relation)
        others = tuple(
            other
            for other in (relation.target.relations.values() if name else ())
            if isinstance(other, ToMany)
            and other.by == name
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


def _by_key(child: Resource, relation: ToOne | ToMany, session: Loader) -> list[Any]:
    """Return the objects whose keys a field holds, as far as the session holds them."""
    target, name = relation.target, _naming(relation)
    held = child.__dict__.get(name, child._state.row.get(name))
    keys = held if isinstance(held, list) else [held]
    if target.endpoint.owners:
        return []
    found = [session.lookup(target, {}, key) for key in keys if isinstance(key, (int, str))]
    return [owner for owner in found if owner is not None]


def parent_identity(instance: Resource, relation: ToOne) -> tuple[dict[str, Any], Any]:
    """Return the path parameters and the key of the object under whose path an instance lives."""
    higher, parents = relation.target.endpoint, instance._state.parents
    above = {name: parents[name] for name in higher.placeholders}
    return above, parents.get(type(instance).endpoint.placeholder_below(higher))


def held_parent(instance: Resource, relation: ToOne, session: Loader) -> Any:
    """Return the object under whose path an instance lives, if the session holds it."""
    above, key = parent_identity(instance, relation)
    return session.lookup(relation.target, above, key)


def load_one(instance: Resource, relation: ToOne) -> Any:
    """Return the object of a `one` relation, loading it for all peers if need be."""
    state = instance._state
    if relation.parent:
        return _load_parent(instance, relation)
    if relation.below:
        return _load_below(instance, relation)
    if relation.via is None:
        return _load_embedded(instance, relation)
    linked = (state.links or {}).get(relation.via)
    if linked:
        return linked[0]
    key = getattr(instance, relation.via)
    if not key or not isinstance(key, (int, str)):
        return None
    cached = (state.related or {}).get(relation.name)
    if cached is not None and cached.pk == key and cached._state.phase is not Phase.DELETED:
        return cached
    session = state.session
    if session is None:
        raise DetachedError(f"{instance!r} belongs to no session: session.add(...) it first")
    target = relation.target
    above = _parents_from(instance, target)
    held = session.lookup(target, above, key)
    if held is None:
        held = _load_key(instance, relation, key, above, session)
    remember(instance, relation.name, held)
    return held


def _parents_from(instance: Resource, target: type[Any]) -> dict[str, Any]:
    """Find the path parameters of a target below another row among the instance's own values."""
    return {name: getattr(instance, name) for name in target.endpoint.placeholders}


def _refuse_if_strict(instance: Resource, relation: ToOne, session: Loader) -> None:
    if session.strict:
        raise LazyLoadRefused(
            f"{relation.owner.__name__}.{relation.name} of {instance!r} was not loaded, and the "
            f"session is strict: load the {relation.target.__name__} rows first"
        )


def _load_key(
    instance: Resource, relation: ToOne, key: Any, above: dict[str, Any], session: Loader
) -> Any:
    """Load the target of one instance, and with it those of all its peers."""
    _refuse_if_strict(instance, relation, session)
    peers = [peer for peer in instance._state.peers or () if type(peer) is type(instance)]
    wire = mapper_for(type(instance)).field(relation.via or "").wire
    place, everywhere = next(iter(above), ""), relation.target.endpoint.everywhere
    listed = (
        len(above) == 1 and everywhere is not None and takes_list(everywhere.filters.get(place))
    )
    others = [peer._state.row.get(wire) for peer in peers] if listed or not above else []
    others = [other for other in others if isinstance(other, (int, str))]
    keys = dict.fromkeys([key, *(other for other in others if other)])
    if listed and len(keys) > 1:
        # The variants of some products, where they are not listed by their own keys.
        owners = dict.fromkeys(_parents_from(peer, relation.target)[place] for peer in peers)
        asked = query_of(
            relation.target,
            conditions=(Condition((place,), "in", [owner for owner in owners if owner]),),
        )
        found = {
            item.pk: item for item in Reader(relation.target, asked, session).stream(whole=True)
        }
    else:
        found = fetch_by_key(relation.target, keys, session, above)
    for peer in peers:
        other = peer._state.row.get(wire)
        if isinstance(other, (int, str)) and other in found:
            remember(peer, relation.name, found[other])
    return found.get(key)


def _load_parent(instance: Resource, relation: ToOne) -> Any:
    """Return the object under whose path an instance lives."""
    state = instance._state
    if state.owner is not None:
        return state.owner
    placeholder = type(instance).endpoint.placeholder_below(relation.target.endpoint)
    if placeholder not in state.parents:
        return None
    above, key = parent_identity(instance, relation)
    session = state.session
    if session is None:
        raise DetachedError(f"{instance!r} belongs to no session: session.add(...) it first")
    held = session.lookup(relation.target, above, key)
    if held is None:
        _refuse_if_strict(instance, relation, session)
        keys = {key: None}
        peers: list[Any] = []
        if not above:
            peers = [peer for peer in state.peers or () if type(peer) is type(instance)]
            keys.update({peer._state.parents.get(placeholder): None for peer in peers})
        found = fetch_by_key(relation.target, list(keys), session, above)
        for peer in peers:  # else the others' parents would be held by nobody
            remember(peer, relation.name, found.get(peer._state.parents.get(placeholder)))
        held = found.get(key)
    remember(instance, relation.name, held)
    return held


def _load_below(instance: Resource, relation: ToOne) -> Any:
    """Return the only object of its kind below an instance, or None if there is none."""
    state = instance._state
    if state.phase is not Phase.PERSISTENT:
        return None
    session = state.session
    if session is None:
        raise DetachedError(f"{instance!r} belongs to no session: session.add(...) it first")
    target = relation.target
    below = {**state.parents, target.endpoint.placeholders[-1]: instance.pk}
    held = session.lookup(target, below, None if target.endpoint.singleton else instance.pk)
    if held is None:
        _refuse_if_strict(instance, relation, session)
        call = (fill(target.endpoint.item(), below), target.endpoint.params)
        page = existing(session, [call])[0]
        if page is None or not page.rows:
            return None
        held = session.materialize(target, page.rows, below, None, asked=page.asked)[0]
    remember(instance, relation.name, held)
    return held


def _load_embedded(instance: Resource, relation: ToOne) -> Any:
    """Return an object that only travels inside its parent's row."""
    state = instance._state
    word = relation.include or relation.name
    if state.related is not None and relation.name in state.related:
        found = state.related[relation.name]
        if found is None or found._state.phase is not Phase.DELETED:
            return found
        state.row.pop(word, None)
    if word not in state.row or is_link(state.row[word]):
        if state.session is None or state.phase is not Phase.PERSISTENT:
            return None
        _refuse_if_strict(instance, relation, state.session)
        state.session.load_include(instance, word)
    row = state.row.get(word)
    if not isinstance(row, dict) or not row or is_link(row) or state.session is None:
        return None
    placeholders = relation.target.endpoint.placeholders
    below = {**state.parents, placeholders[-1]: instance.pk} if placeholders else {}
    asked = age(state, word)
    held = state.session.materialize(relation.target, [row], below, None, asked=asked)[0]
    remember(instance, relation.name, held)
    return held
