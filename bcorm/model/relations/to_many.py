"""To-many relations: what they hold as far as it is known, and loading them, the cheapest way.

Called by the relation's set, which asks first for what is known without a request, and loads what
is not when all of it is wanted. What is touched on one object is loaded for all its peers at once,
and the fewest requests win: rows that came along, then an `include` over the parents' keys, then an
`in` list on a flat collection, then one reading of the parents where the rows come inside another
part of them (the lines in an order's consignments), and at last bounded concurrent calls, a few
parents ahead.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import DetachedError, LazyLoadRefused
from bcorm.model.by_key import fetch_by_key
from bcorm.model.mapper import mapper_for
from bcorm.model.matching import Matcher, sort_rows
from bcorm.model.memory import Peers, Phase, added, age, remember, unsaved
from bcorm.model.reading import Reader, query_of
from bcorm.query import compiler
from bcorm.query.compiler import Strategy
from bcorm.query.fetching import has_more, page_size
from bcorm.query.paging import checked
from bcorm.query.parameters import Condition, takes_list

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bcorm.model.mapper import Relation, ToMany
    from bcorm.model.resource import Resource
    from bcorm.model.unit_of_work import Loader
    from bcorm.query.compiler import Plan, Query


def related_query(parent: Resource, relation: ToMany) -> Query:
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
    return query_of(target, parents=path_below(parent, relation))


def path_below(parent: Resource, relation: Relation) -> dict[str, Any]:
    """Return the path parameters of a parent's children."""
    target: type[Resource] = relation.target
    name = _own_parameter(type(parent), target)
    above: Mapping[str, Any] = parent._state.parents
    return dict(above) if name is None else {**above, name: parent.pk}


@lru_cache(maxsize=1024)
def _own_parameter(model: type[Resource], target: type[Resource]) -> str | None:
    """Return the path parameter of children that is the key of their parent, if one is."""
    if model.endpoint.singleton or not target.endpoint.placeholders:
        return None
    return target.endpoint.placeholder_below(model.endpoint)


def keys_of(parent: Resource, relation: ToMany) -> list[Any]:
    """Return the keys in the list by which a parent names its children."""
    keys = getattr(parent, relation.ids or "")
    return [key for key in keys if isinstance(key, (int, str))] if isinstance(keys, list) else []


def known(parent: Resource, relation: ToMany) -> list[Any] | None:
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
    asked = age(state, relation.include or "")
    return take_in(parent, relation, embedded, state.session, asked)


def _known_by_keys(parent: Resource, relation: ToMany) -> list[Any] | None:
    """Return the objects that a list of keys names, in its order, if all of them are known."""
    table = dict((parent._state.related or {}).get(relation.name, ()))
    table.update((item.pk, item) for item in added(parent, relation))
    keys = keys_of(parent, relation)
    if not all(key in table for key in keys):
        return None
    waiting = (parent._state.links or {}).get(relation.ids or "", ())
    return [*(table[key] for key in keys if table[key] is not None), *waiting]


def take_in(
    parent: Resource, relation: ToMany, rows: list[Any], session: Loader, asked: int
) -> list[Any]:
    """Make children of rows that were asked for at a moment, and remember them."""
    below = None if relation.by or relation.ids else path_below(parent, relation)
    peers = _siblings(parent, relation)
    objects: list[Any] = session.materialize(relation.target, rows, below, peers, asked=asked)
    # Those that were deleted since are no objects of the session any more.
    remember(parent, relation.name, objects, asked)
    return objects


def _siblings(parent: Resource, relation: ToMany) -> Peers | None:
    """Return the peers of a parent's children: the children of all its peers, as far as they came.

    Who touches a relation of one of them, such as the product of an order's line, will touch those
    of the others.
    """
    parents: Peers | None = parent._state.peers
    if parents is None:
        return None
    found = parents.below.get(relation.name)
    if found is None:
        parents.below[relation.name] = found = Peers(_gathering(parents, relation, type(parent)))
    return found


def _gathering(parents: Peers, relation: ToMany, model: type[Resource]) -> Callable[[], None]:
    """Return what makes objects of the children that came along with parents, each once."""
    place = 0

    def gather() -> None:
        nonlocal place
        start, place = place, len(parents)
        for _, peer in parents.after(start):
            if type(peer) is model:
                known(peer, relation)

    return gather


def is_plain(query: Query, base: Query) -> bool:
    """Whether a refined relation asks for no less than the whole relation.

    Conditions count as plain where the endpoint could not apply them anyway.
    """
    if query.start or query.stop is not None or query.include or query.only or query.defer:
        return False
    added = query.conditions[len(base.conditions) :] or query.unions
    return not (added and query.endpoint.filters)


def evaluable(model: type[Resource], query: Query) -> bool:
    """Whether all that a query says of its rows can be told from the rows."""
    fields = mapper_for(model).fields
    return all(item.path[0] in fields for item in query.clause.leaves())


def select(model: type[Resource], loaded: list[Any], query: Query, relation: ToMany) -> list[Any]:
    """Apply a refined relation's conditions, order and slice to its children."""
    base = 0 if relation.ids is None and relation.by is None else 1
    mapper = mapper_for(model)
    matcher = Matcher(mapper, query.conditions[base:], query.exclusions, query.unions)
    alive = [item for item in loaded if item._state.phase is not Phase.DELETED]
    if matcher:
        alive = [item for item in alive if matcher(current(item))]
    if query.order:
        rows = [current(item) for item in alive]
        by_row = {id(row): item for row, item in zip(rows, alive, strict=True)}
        alive = [by_row[id(row)] for row in sort_rows(mapper, rows, query.order)]
    if query.backwards:
        alive.reverse()
    return alive[query.start : query.stop]


def current(item: Resource) -> dict[str, Any]:
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


def load_within(waiting: list[Any], relation: ToMany, session: Loader) -> list[Any]:
    """Read the parents again by the range of their keys, and take in what is inside.

    Returns:
        The parents whose rows did not all come, which are to be asked for one by one: all of them,
        if these are so far apart that reading the range takes as many requests.
    """
    within = relation.within
    if within is None:
        return waiting
    left = {parent.pk: parent for parent in waiting if isinstance(parent.pk, int)}
    if len(left) < len(waiting):
        return waiting  # a key that the API made up is in no range
    size = _plan(waiting[0], within.include, min(left), min(left)).page_size
    starts = range(min(left), max(left) + 1, size)  # so many keys, so no more rows: one page each
    if len(starts) >= len(waiting):
        return waiting
    calls = []
    for start in starts:
        path, params = _plan(waiting[0], within.include, start, start + size - 1).branches[0]
        calls.append((path, {**params, "limit": str(size)}))
    key = waiting[0].endpoint.key or "id"
    for page in session.store.fetch_many(calls):
        for row in page.rows:
            number = row.get(key)
            if not isinstance(number, int) or number not in left:
                continue
            rows = within.rows(row)
            if rows is not None:
                take_in(left.pop(number), relation, rows, session, page.asked)
    return list(left.values())


def _plan(parent: Any, include: str, first: int, last: int) -> Plan:
    """The reading of parents whose keys are in a range, with the include."""
    model = type(parent)
    key = (model.endpoint.key or "id",)
    query = query_of(
        model,
        parents=parent._state.parents,
        conditions=(Condition(key, "gte", first), Condition(key, "lte", last)),
        include=(include,),
    )
    return compiler.compile(query)


# How many parents ahead a relation is loaded that costs a request each.
LOOK_AHEAD = 16


def children(
    parent: Resource, relation: ToMany, *, load: bool, scanning: bool = False
) -> list[Any] | None:
    """Return the objects of a relation, or None if they are not loaded and need not be.

    They need to be, too, where there are children that the store would not tell of.

    `scanning` says that reading every row of the target is meant, if that is what it takes.

    Raises:
        DetachedError: they must be loaded, and the parent belongs to no session.
        LazyLoadRefused: they must be loaded, for one parent of many, and the session is strict.
    """
    state = parent._state
    found = known(parent, relation)
    # What names its children by their keys has them before it is saved.
    named = relation.ids is not None and state.session is not None
    if found is None and state.phase is not Phase.PERSISTENT and not named:
        found = []
    if found is None:
        if not load and not unsaved(parent, relation):
            return None
        session = state.session
        if session is None:
            raise DetachedError(f"{parent!r} belongs to no session: session.add(...) it first")
        if session.strict and not scanning and _has_peers(parent):
            raise _refusal(parent, relation)
        _load_many(parent, relation, session, scanning=scanning)
        found = known(parent, relation) or []
    if relation.ids is not None:
        return found
    seen = set(map(id, found))
    found = [*found, *(item for item in added(parent, relation) if id(item) not in seen)]
    return found if relation.by is None else _still_named(parent, relation.by, relation, found)


def _still_named(parent: Resource, by: str, relation: ToMany, rows: list[Any]) -> list[Any]:
    """Return the rows that name a parent, as far as they are known to: others moved away since."""
    wire, key = mapper_for(relation.target).field(by).wire, parent.pk
    return [
        item
        for item in rows
        if item._state.phase is not Phase.PERSISTENT
        or (raw := item._state.row.get(wire, key)) == key
        or (isinstance(raw, list) and key in raw)
        or str(raw) == str(key)  # V2 writes some keys as texts
    ]


def asked_again(parent: Resource, relation: ToMany) -> bool:
    """Whether a part of a relation is best answered by loading all of it, for all the peers.

    It is where one request answers for many parents, from the second of them on that is asked: who
    asks two in the same words will ask the others.
    """
    state = parent._state
    session: Loader | None = state.session
    peers: Peers | None = state.peers
    if session is None or session.strict or peers is None or not _has_peers(parent):
        return False
    if not (relation.ids or _is_bulk(relation) or _rides(type(parent), relation)):
        return False
    word = f"part of {relation.name}"
    before = peers.touched.get(word)
    peers.touched[word] = id(parent)
    return before is not None and before != id(parent)


def _has_peers(parent: Resource) -> bool:
    """Whether an object was loaded with others."""
    peers = parent._state.peers
    return peers is not None and len(peers) > 1


def _is_bulk(relation: ToMany) -> bool:
    """Whether the rows below many parents are listed by the keys of these."""
    return relation.by is not None and takes_list(relation.target.endpoint.filters.get(relation.by))


def _rides(model: type[Resource], relation: ToMany) -> bool:
    """Whether an `include` brings the rows along with many parents."""
    listed = takes_list(model.endpoint.filters.get(model.endpoint.key or "id"))
    return relation.include is not None and listed and relation.include_cap is None


def _refusal(parent: Resource, relation: ToMany) -> LazyLoadRefused:
    name = f"{type(parent).__name__}.{relation.name}"
    way = (
        f'ask for it in the query, .include("{relation.name}")'
        if relation.include is not None
        else f"query the {relation.target.__name__} rows of all at once"
    )
    return LazyLoadRefused(
        f"{name} of {parent!r} was not loaded, and the session is strict: {way}, or say "
        f".{relation.name}.scan()"
    )


def _load_many(parent: Resource, relation: ToMany, session: Loader, *, scanning: bool) -> None:
    peers = parent._state.peers
    waiting = [parent]
    if peers is not None and not session.strict and _one_by_one(type(parent), relation):
        _load_some(parent, relation, session, peers)
        return
    if peers is not None and not session.strict:
        waiting += [
            peer
            for peer in list(peers)
            if peer is not parent
            and type(peer) is type(parent)
            and peer._state.phase is Phase.PERSISTENT
            and known(peer, relation) is None
        ]
    if len(waiting) > 1 and peers is not None:
        _load_for_all(waiting, relation, session, peers.touched, scanning=scanning)
    else:
        _load_own(parent, relation, session, scanning=scanning)


def _one_by_one(model: type[Resource], relation: ToMany) -> bool:
    """Whether a relation costs a request for each parent."""
    return not (
        relation.ids is not None
        or (relation.by is not None and _at_once(relation.target.endpoint.filters.get(relation.by)))
        or _rides(model, relation)
        or relation.within is not None
    )


def _load_some(parent: Resource, relation: ToMany, session: Loader, peers: Peers) -> None:
    """Load a relation that costs a request each, from the second parent on for some at a time.

    What was passed over before is not looked at again.
    """
    touched, waiting = peers.touched, [parent]
    seen = touched.get(relation.name, 0)
    touched[relation.name] = seen + 1
    if seen:
        place = f"{relation.name} from"
        for number, peer in peers.after(touched.get(place, 0)):
            if len(waiting) == _look_ahead(session):
                break
            touched[place] = number + 1
            saved = type(peer) is type(parent) and peer._state.phase is Phase.PERSISTENT
            if peer is not parent and saved and known(peer, relation) is None:
                waiting.append(peer)
    if len(waiting) == 1:
        _load_own(parent, relation, session)
    else:
        _by_calls(waiting, relation, session)


def _look_ahead(session: Loader) -> int:
    """Return how many parents a relation is loaded for that costs a request each."""
    return (
        LOOK_AHEAD
        if session.store.concurrency == 1
        else max(LOOK_AHEAD, 2 * session.store.concurrency)
    )


def _load_for_all(
    waiting: list[Any],
    relation: ToMany,
    session: Loader,
    touched: dict[str, int],
    *,
    scanning: bool,
) -> None:
    """Choose the cheapest way to load a relation for many parents."""
    target = relation.target
    if relation.ids is not None:
        _by_keys(waiting, relation, session)
    elif relation.by is not None and _at_once(target.endpoint.filters.get(relation.by)):
        _by_foreign_key(waiting, relation, session, scanning=scanning)
    elif _rides(type(waiting[0]), relation):
        touched[relation.include or ""] = 1
        _by_include(waiting, relation, session)
    elif left := load_within(waiting, relation, session):
        seen = touched.get(relation.name, 0)
        touched[relation.name] = seen + 1
        _by_calls(left[: _look_ahead(session) if seen else 1], relation, session)


def _at_once(filter_: Any) -> bool:
    """Whether one request answers for many parents as well as for one.

    Where the API cannot filter by the parent at all, every row is read in either case.
    """
    return filter_ is None or takes_list(filter_)


def _load_own(
    parent: Resource, relation: ToMany, session: Loader, *, scanning: bool = False
) -> None:
    if relation.ids is not None:
        _by_keys([parent], relation, session)
        return
    query = attrs.evolve(related_query(parent, relation), scanning=scanning)
    reader = Reader(relation.target, query, session)
    asked = session.store.clock + 1  # the first of its requests
    remember(parent, relation.name, reader.result().all(), asked)


def _by_include(waiting: list[Any], relation: ToMany, session: Loader) -> None:
    """Ask for the parents again, with the relation included and little else."""
    model = type(waiting[0])
    key = model.endpoint.key or "id"
    by_key = {getattr(parent, key): parent for parent in waiting}
    query = query_of(
        model,
        parents=waiting[0]._state.parents,
        conditions=(Condition((key,), "in", list(by_key)),),
        include=(relation.include or "",),
        only=(key,),
    )
    for page in Reader(model, query, session).pages():
        for row in page.rows:
            found = row.get(relation.include or "")
            parent = by_key.pop(row.get(key), None)
            if parent is not None and isinstance(found, list):
                take_in(parent, relation, found, session, page.asked)
    for parent in by_key.values():  # not in the answer, or without the relation in it
        _load_own(parent, relation, session)


def _by_foreign_key(
    waiting: list[Any], relation: ToMany, session: Loader, *, scanning: bool
) -> None:
    target, field = relation.target, relation.by or ""
    by_key: dict[Any, list[Any]] = {parent.pk: [] for parent in waiting}
    query = query_of(
        target,
        conditions=(Condition((field,), "in", list(by_key)),),
        scanning=scanning,
    )
    asked = session.store.clock + 1
    for item in Reader(target, query, session).stream(whole=True):
        owners = getattr(item, field)
        for owner in owners if isinstance(owners, list) else [owners]:
            if isinstance(owner, (int, str)):
                by_key.setdefault(owner, []).append(item)
    for parent in waiting:
        remember(parent, relation.name, by_key[parent.pk], asked)


def _by_keys(waiting: list[Any], relation: ToMany, session: Loader) -> None:
    wanted = {key: None for parent in waiting for key in keys_of(parent, relation)}
    found = fetch_by_key(relation.target, list(wanted), session)
    for parent in waiting:
        keys = keys_of(parent, relation)
        remember(parent, relation.name, {key: found.get(key) for key in keys}, session.store.clock)


def _by_calls(waiting: list[Any], relation: ToMany, session: Loader) -> None:
    """One request per parent, a bounded number at a time; longer lists are read on."""
    plans = [compiler.compile(related_query(parent, relation)) for parent in waiting]
    calls = []
    for plan in plans:
        path, params = plan.branches[0]
        paged = {} if plan.strategy is Strategy.SINGLE else {"limit": str(plan.page_size)}
        calls.append((path, {**params, **paged}))
    for parent, plan, page in zip(waiting, plans, session.store.fetch_many(calls), strict=True):
        path = plan.branches[0][0]
        seen = checked(page, plan, path)
        size = page_size(seen, plan.page_size)
        if plan.strategy is Strategy.SINGLE or not has_more(seen, size):
            take_in(parent, relation, page.rows, session, page.asked)
        else:
            _load_own(parent, relation, session)
