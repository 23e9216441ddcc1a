"""Loading to-many relations, in the cheapest of four ways.

Called by the relation's set, when its rows are not known and all of them are wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import DetachedError
from bcorm.model.loading.keys import fetch_by_key, lists
from bcorm.model.loading.known import (
    added,
    keys_of,
    known,
    related_query,
    remember,
    take_in,
    unsaved,
)
from bcorm.model.reading import Reader, query_of
from bcorm.model.state import Phase
from bcorm.query import compiler
from bcorm.query.compiler import Strategy
from bcorm.query.parameters import Condition

if TYPE_CHECKING:
    from bcorm.model.executor import Executor
    from bcorm.model.relation_facts import ToMany
    from bcorm.model.resource import Resource

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
    """
    state = parent._state
    found = known(parent, relation)
    if found is None and state.phase is not Phase.PERSISTENT:
        found = []
    if found is None:
        if not load and not unsaved(parent, relation):
            return None
        session = state.session
        if session is None:
            raise DetachedError(f"{parent!r} belongs to no session: session.add(...) it first")
        _load_many(parent, relation, session, scanning=scanning)
        found = known(parent, relation) or []
    if relation.ids is not None:
        return found
    seen = set(map(id, found))
    return [*found, *(item for item in added(parent, relation) if id(item) not in seen)]


def _load_many(parent: Resource, relation: ToMany, session: Executor, *, scanning: bool) -> None:
    peers = parent._state.peers
    waiting = [parent]
    if peers is not None and not session.strict:
        waiting += [
            peer
            for peer in peers
            if peer is not parent
            and type(peer) is type(parent)
            and peer._state.phase is Phase.PERSISTENT
            and known(peer, relation) is None
        ]
    if len(waiting) > 1 and peers is not None:
        _load_for_all(waiting, relation, session, peers.touched, scanning=scanning)
    else:
        _load_own(parent, relation, session, scanning=scanning)


def _load_for_all(
    waiting: list[Any],
    relation: ToMany,
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
    by_include = relation.include is not None and lists(endpoint.filters.get(key))
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


def _at_once(filter_: Any) -> bool:
    """Whether one request answers for many parents as well as for one.

    Where the API cannot filter by the parent at all, every row is read in either case.
    """
    return filter_ is None or lists(filter_)


def _load_own(
    parent: Resource, relation: ToMany, session: Executor, *, scanning: bool = False
) -> None:
    if relation.ids is not None:
        _by_keys([parent], relation, session)
        return
    query = attrs.evolve(related_query(parent, relation), scanning=scanning)
    reader = Reader(relation.target, query, session)
    remember(parent, relation.name, reader.result().all())


def _by_include(waiting: list[Any], relation: ToMany, session: Executor) -> None:
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
            take_in(parent, relation, found, session)
    for parent in by_key.values():  # not in the answer, or without the relation in it
        _load_own(parent, relation, session)


def _by_foreign_key(
    waiting: list[Any], relation: ToMany, session: Executor, *, scanning: bool
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


def _by_keys(waiting: list[Any], relation: ToMany, session: Executor) -> None:
    wanted = {key: None for parent in waiting for key in keys_of(parent, relation)}
    found = fetch_by_key(relation.target, list(wanted), session)
    for parent in waiting:
        keys = keys_of(parent, relation)
        remember(parent, relation.name, {key: found.get(key) for key in keys})


def _by_calls(waiting: list[Any], relation: ToMany, session: Executor) -> None:
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
            take_in(parent, relation, page.rows, session)
        else:
            _load_own(parent, relation, session)
