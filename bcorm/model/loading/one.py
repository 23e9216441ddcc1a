"""Loading to-one relations: by a foreign key, the parent above, the only row below, or an include.

Called by the `one` descriptor, and by a commit that renews the parent of what it wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import DetachedError, LazyLoadRefused
from bcorm.model.loading.keys import existing, fetch_by_key, lists
from bcorm.model.loading.upward import parent_identity
from bcorm.model.mapper import mapper_for
from bcorm.model.memory import age, remember
from bcorm.model.reading import Reader, query_of
from bcorm.model.state import Phase, is_link
from bcorm.query.parameters import Condition
from bcorm.query.templates import fill

if TYPE_CHECKING:
    from bcorm.model.executor import Executor
    from bcorm.model.relation_facts import ToOne
    from bcorm.model.resource import Resource


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
    if linked is not None:
        return linked
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


def _refuse_if_strict(instance: Resource, relation: ToOne, session: Executor) -> None:
    if session.strict:
        raise LazyLoadRefused(
            f"{relation.owner.__name__}.{relation.name} of {instance!r} was not loaded, and the "
            f"session is strict: load the {relation.target.__name__} rows first"
        )


def _load_key(
    instance: Resource, relation: ToOne, key: Any, above: dict[str, Any], session: Executor
) -> Any:
    """Load the target of one instance, and with it those of all its peers."""
    _refuse_if_strict(instance, relation, session)
    peers = [peer for peer in instance._state.peers or () if type(peer) is type(instance)]
    wire = mapper_for(type(instance)).field(relation.via or "").wire
    place, everywhere = next(iter(above), ""), relation.target.endpoint.everywhere
    listed = len(above) == 1 and everywhere is not None and lists(everywhere.filters.get(place))
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
