"""Loading relations: what is touched on one object is loaded for all its peers at once.

The fewest requests win: rows that came along, then an `include` over the parents' keys, then an
`in` list on a flat collection, and at last bounded concurrent calls, a few parents ahead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import DetachedError, LazyLoadRefused, NotFound
from bcorm.model.conditions import Matcher, sort_rows
from bcorm.model.mapper import mapper_for
from bcorm.model.reading import Reader, query_of
from bcorm.model.state import Phase, is_link
from bcorm.query import compiler, paging
from bcorm.query.compiler import Strategy
from bcorm.query.parameters import Condition
from bcorm.query.templates import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bcorm.model.executor import Executor
    from bcorm.model.relations import many, one
    from bcorm.model.resource import Resource
    from bcorm.query.compiler import Query

# How many parents ahead a relation is loaded that costs a request each.
LOOK_AHEAD = 16


def remember(instance: Resource, name: str, value: Any) -> None:
    """Keep what a relation was found to hold."""
    state = instance._state
    if state.related is None:
        state.related = {}
    state.related[name] = value


def related_query(parent: Resource, relation: many[Any]) -> Query:
    """Return the query of a `many` relation of one parent."""
    target = relation.target
    key = parent.pk
    if relation.ids is not None:
        keys = keys_of(parent, relation)
        condition = Condition((target.endpoint.key or "id",), "in", list(keys))
        return query_of(target, conditions=(condition,), empty=not keys)
    if key is None and not type(parent).endpoint.singleton:
        return query_of(target, empty=True)
    if relation.by is not None:
        condition = Condition((relation.by,), "exact", key)
        return query_of(target, conditions=(condition,))
    return query_of(target, parents=_below(parent, relation))


def _below(parent: Resource, relation: many[Any]) -> dict[str, Any]:
    """Return the path parameters of a parent's children."""
    placeholders = relation.target.endpoint.placeholders
    above: Mapping[str, Any] = parent._state.parents
    if type(parent).endpoint.singleton or not placeholders:
        return dict(above)
    name = relation.target.endpoint.placeholder_below(type(parent).endpoint)
    return {**above, name: parent.pk}


def is_plain(query: Query, base: Query) -> bool:
    """Whether a refined relation asks for no less than the whole relation.

    Conditions count as plain where the endpoint could not apply them anyway.
    """
    if query.start or query.stop is not None or query.include or query.only or query.defer:
        return False
    added = query.conditions[len(base.conditions) :]
    return not (added and query.endpoint.filters)


def select(
    model: type[Resource], loaded: list[Any], query: Query, relation: many[Any]
) -> list[Any]:
    """Apply a refined relation's conditions, order and slice to its children."""
    base = 0 if relation.ids is None and relation.by is None else 1
    mapper = mapper_for(model)
    matcher = Matcher(mapper, query.conditions[base:], query.exclusions)
    alive = [item for item in loaded if item._state.phase is not Phase.DELETED]
    if matcher:
        alive = [item for item in alive if matcher(_current(item))]
    if query.order:
        rows = [_current(item) for item in alive]
        by_row = {id(row): item for row, item in zip(rows, alive, strict=True)}
        alive = [by_row[id(row)] for row in sort_rows(mapper, rows, query.order)]
    return alive[query.start : query.stop]


def _current(item: Resource) -> dict[str, Any]:
    """Return a child's row; for one that was never saved, what it would be."""
    row: dict[str, Any] = item._state.row
    if row:
        return row
    mapper = mapper_for(type(item))
    return {
        mapped.wire: mapped.converter.dump(item.__dict__[name])
        for name, mapped in mapper.fields.items()
        if item.__dict__.get(name) is not None
    }


def children(
    parent: Resource, relation: many[Any], *, load: bool, scanning: bool = False
) -> list[Any] | None:
    """Return the objects of a relation, or None if they are not loaded and need not be.

    `scanning` says that reading every row of the target is meant, if that is what it takes.

    Raises:
        DetachedError: they must be loaded, and the parent belongs to no session.
    """
    state = parent._state
    known = _known(parent, relation)
    if known is None and state.phase is not Phase.PERSISTENT:
        known = []
    if known is None:
        if not load:
            return None
        session = state.session
        if session is None:
            raise DetachedError(f"{parent!r} belongs to no session: session.add(...) it first")
        _load_many(parent, relation, session, scanning=scanning)
        known = _known(parent, relation) or []
    if relation.ids is not None:
        return known
    seen = set(map(id, known))
    return [*known, *(item for item in _added(parent, relation) if id(item) not in seen)]


def _added(parent: Resource, relation: many[Any]) -> list[Any]:
    """Return the children that were added, without those that were taken back since."""
    state = parent._state
    return [
        item
        for item in (state.related or {}).get(f"+{relation.name}", ())
        if item._state.phase is not Phase.TRANSIENT or state.session is None
    ]


def join_related(parent: Resource, relation: many[Any], item: Resource) -> None:
    """Show a new child among its parent's children, loaded or not."""
    related = parent._state.related or {}
    added = related.get(f"+{relation.name}", [])
    if not any(item is one for one in added):
        remember(parent, f"+{relation.name}", [*added, item])


def forget_added(parent: Resource, item: Resource) -> None:
    """Take a new child out of its parent's relations again."""
    related = parent._state.related or {}
    for name in [name for name in related if name.startswith("+")]:
        related[name] = [one for one in related[name] if one is not item]


def _known(parent: Resource, relation: many[Any]) -> list[Any] | None:
    """Return the children that were loaded, or that came along with the parent's row."""
    state = parent._state
    if relation.ids is not None:
        return _known_by_keys(parent, relation)
    if state.related is not None and relation.name in state.related:
        loaded: list[Any] = state.related[relation.name]
        return loaded
    embedded = state.row.get(relation.include) if relation.include else None
    if not isinstance(embedded, list) or state.session is None:
        return None
    if relation.include_cap is not None and len(embedded) >= relation.include_cap:
        return None
    return _take_in(parent, relation, embedded, state.session)


def keys_of(parent: Resource, relation: many[Any]) -> list[Any]:
    """Return the keys in the list by which a parent names its children."""
    keys = getattr(parent, relation.ids or "")
    return [key for key in keys if isinstance(key, (int, str))] if isinstance(keys, list) else []


def _known_by_keys(parent: Resource, relation: many[Any]) -> list[Any] | None:
    """Return the objects that a list of keys names, in its order, if all of them are known."""
    table = dict((parent._state.related or {}).get(relation.name, ()))
    table.update((item.pk, item) for item in _added(parent, relation))
    keys = keys_of(parent, relation)
    if not all(key in table for key in keys):
        return None
    return [table[key] for key in keys if table[key] is not None]


def _take_in(
    parent: Resource, relation: many[Any], rows: list[Any], session: Executor
) -> list[Any]:
    """Make children of rows and remember them."""
    below = None if relation.by or relation.ids else _below(parent, relation)
    objects = session.materialize(relation.target, rows, below, None)
    remember(parent, relation.name, objects)
    return objects


def _load_many(parent: Resource, relation: many[Any], session: Executor, *, scanning: bool) -> None:
    peers = parent._state.peers
    waiting = [parent]
    if peers is not None and not session.strict:
        waiting += [
            peer
            for peer in peers
            if peer is not parent
            and type(peer) is type(parent)
            and peer._state.phase is Phase.PERSISTENT
            and _known(peer, relation) is None
        ]
    if len(waiting) > 1 and peers is not None:
        _load_for_all(waiting, relation, session, peers.touched, scanning=scanning)
    else:
        _load_own(parent, relation, session, scanning=scanning)


def _load_for_all(
    waiting: list[Any],
    relation: many[Any],
    session: Executor,
    touched: dict[str, int],
    *,
    scanning: bool,
) -> None:
    """Choose the cheapest way to load a relation for many parents."""
    parent = waiting[0]
    endpoint = type(parent).endpoint
    key = endpoint.key or "id"
    target = relation.target
    by_include = relation.include is not None and _lists(endpoint.filters.get(key))
    if relation.ids is not None:
        _by_keys(waiting, relation, session)
    elif relation.by is not None and _at_once(target.endpoint.filters.get(relation.by)):
        _by_foreign_key(waiting, relation, session, scanning=scanning)
    elif by_include and relation.include_cap is None:
        touched[relation.include or ""] = 1
        _by_include(waiting, relation, session)
    else:
        seen = touched.get(relation.name, 0)
        touched[relation.name] = seen + 1
        _by_calls(waiting[: LOOK_AHEAD if seen else 1], relation, session)


def _lists(filter_: Any) -> bool:
    return filter_ is not None and "in" in filter_.lookups


def _at_once(filter_: Any) -> bool:
    """Whether one request answers for many parents as well as for one.

    Where the API cannot filter by the parent at all, every row is read in either case.
    """
    return filter_ is None or _lists(filter_)


def _load_own(
    parent: Resource, relation: many[Any], session: Executor, *, scanning: bool = False
) -> None:
    if relation.ids is not None:
        _by_keys([parent], relation, session)
        return
    query = attrs.evolve(related_query(parent, relation), scanning=scanning)
    reader = Reader(relation.target, query, session)
    remember(parent, relation.name, reader.result().all())


def _by_include(waiting: list[Any], relation: many[Any], session: Executor) -> None:
    """Ask for the parents again, with the relation included and little else."""
    model = type(waiting[0])
    key = model.endpoint.key or "id"
    by_key = {parent.pk: parent for parent in waiting}
    query = query_of(
        model,
        parents=waiting[0]._state.parents,
        conditions=(Condition((key,), "in", list(by_key)),),
        include=(relation.include or "",),
        only=(key,),
    )
    for row in Reader(model, query, session).rows():
        found = row.get(relation.include or "")
        parent = by_key.pop(row.get(key), None)
        if parent is not None and isinstance(found, list):
            _take_in(parent, relation, found, session)
    for parent in by_key.values():  # not in the answer, or without the relation in it
        _load_own(parent, relation, session)


def _by_foreign_key(
    waiting: list[Any], relation: many[Any], session: Executor, *, scanning: bool
) -> None:
    target, field = relation.target, relation.by or ""
    by_key: dict[Any, list[Any]] = {parent.pk: [] for parent in waiting}
    query = query_of(
        target,
        conditions=(Condition((field,), "in", list(by_key)),),
        scanning=scanning,
    )
    for item in Reader(target, query, session).stream():
        owner = getattr(item, field)
        if isinstance(owner, (int, str)):
            by_key.setdefault(owner, []).append(item)
    for parent in waiting:
        remember(parent, relation.name, by_key[parent.pk])


def _by_keys(waiting: list[Any], relation: many[Any], session: Executor) -> None:
    wanted = {key: None for parent in waiting for key in keys_of(parent, relation)}
    found = fetch_by_key(relation.target, list(wanted), session)
    for parent in waiting:
        keys = keys_of(parent, relation)
        remember(parent, relation.name, {key: found.get(key) for key in keys})


def _by_calls(waiting: list[Any], relation: many[Any], session: Executor) -> None:
    """One request per parent, a bounded number at a time; longer lists are read on."""
    plans = [compiler.compile(related_query(parent, relation)) for parent in waiting]
    calls = []
    for plan in plans:
        path, params = plan.branches[0]
        paged = {} if plan.strategy is Strategy.SINGLE else {"limit": str(plan.page_size)}
        calls.append((path, {**params, **paged}))
    for parent, plan, page in zip(waiting, plans, session.fetch_many(calls), strict=True):
        total = page.total
        complete = len(page.rows) < plan.page_size if total is None else total <= len(page.rows)
        if complete or plan.strategy is Strategy.SINGLE:
            _take_in(parent, relation, page.rows, session)
        else:
            _load_own(parent, relation, session)


def fetch_by_key(
    target: type[Any],
    keys: Iterable[Any],
    session: Executor,
    parents: Mapping[str, Any] | None = None,
) -> dict[Any, Any]:
    """Return objects by key: those the session holds, the others in the fewest requests."""
    above = dict(parents or {})
    found = {}
    missing = []
    for key in keys:
        held = session.lookup(target, above, key)
        if held is None:
            missing.append(key)
        else:
            found[key] = held
    if missing:
        found.update(read_by_key(target, missing, session, above))
    return found


def read_by_key(
    target: type[Any], keys: Sequence[Any], session: Executor, above: Mapping[str, Any]
) -> dict[Any, Any]:
    """Read objects by key from the store: by a list of keys, one by one, or among all rows."""
    endpoint = target.endpoint
    key_field = endpoint.key or "id"
    listed = _lists(endpoint.filters.get(key_field)) and not endpoint.placeholders
    if listed or not ("get" in endpoint.verbs or endpoint.singleton):
        condition = Condition((key_field,), "in", keys)
        query = query_of(target, parents=above, conditions=(condition,), scanning=True)
        return {item.pk: item for item in Reader(target, query, session).stream()}
    found = {}
    calls = [(fill(endpoint.item(), {**above, "key": key}), endpoint.params) for key in keys]
    for key, page in zip(keys, _existing(session, calls), strict=True):
        if page is not None and page.rows:
            found[key] = session.materialize(target, page.rows, above, None)[0]
    return found


def _existing(
    session: Executor, calls: list[tuple[str, Mapping[str, str]]]
) -> list[paging.Fetched | None]:
    """Fetch rows by their addresses; None for those that do not exist."""
    try:
        return list(session.fetch_many(calls))
    except NotFound:
        pass
    pages: list[paging.Fetched | None] = []
    for path, params in calls:
        try:
            pages.append(session.fetch(path, params))
        except NotFound:
            pages.append(None)
    return pages


def load_one(instance: Resource, relation: one[Any]) -> Any:
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
    if cached is not None and cached.pk == key:
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


def _refuse_if_strict(instance: Resource, relation: one[Any], session: Executor) -> None:
    if session.strict:
        raise LazyLoadRefused(
            f"{relation.owner.__name__}.{relation.name} of {instance!r} was not loaded, and the "
            f"session is strict: load the {relation.target.__name__} rows first"
        )


def _load_key(
    instance: Resource, relation: one[Any], key: Any, above: dict[str, Any], session: Executor
) -> Any:
    """Load the target of one instance, and with it those of all its peers."""
    _refuse_if_strict(instance, relation, session)
    peers = [peer for peer in instance._state.peers or () if type(peer) is type(instance)]
    wire = mapper_for(type(instance)).field(relation.via or "").wire
    others = [peer._state.row.get(wire) for peer in peers] if not above else []
    others = [other for other in others if isinstance(other, (int, str))]
    keys = dict.fromkeys([key, *(other for other in others if other)])
    found = fetch_by_key(relation.target, keys, session, above)
    for peer in peers:
        other = peer._state.row.get(wire)
        if isinstance(other, (int, str)) and other in found:
            remember(peer, relation.name, found[other])
    return found.get(key)


def _parent_identity(instance: Resource, relation: one[Any]) -> tuple[dict[str, Any], Any]:
    """Return the path parameters and the key of the object under whose path an instance lives."""
    higher, parents = relation.target.endpoint, instance._state.parents
    above = {name: parents[name] for name in higher.placeholders}
    return above, parents.get(type(instance).endpoint.placeholder_below(higher))


def held_parent(instance: Resource, relation: one[Any], session: Executor) -> Any:
    """Return the object under whose path an instance lives, if the session holds it."""
    above, key = _parent_identity(instance, relation)
    return session.lookup(relation.target, above, key)


def _load_parent(instance: Resource, relation: one[Any]) -> Any:
    """Return the object under whose path an instance lives."""
    state = instance._state
    if state.owner is not None:
        return state.owner
    placeholder = type(instance).endpoint.placeholder_below(relation.target.endpoint)
    if placeholder not in state.parents:
        return None
    above, key = _parent_identity(instance, relation)
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


def _load_below(instance: Resource, relation: one[Any]) -> Any:
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
        page = _existing(session, [call])[0]
        if page is None or not page.rows:
            return None
        held = session.materialize(target, page.rows, below, None)[0]
    remember(instance, relation.name, held)
    return held


def _load_embedded(instance: Resource, relation: one[Any]) -> Any:
    """Return an object that only travels inside its parent's row."""
    state = instance._state
    if state.related is not None and relation.name in state.related:
        return state.related[relation.name]
    word = relation.include or relation.name
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
    held = state.session.materialize(relation.target, [row], below, None)[0]
    remember(instance, relation.name, held)
    return held
