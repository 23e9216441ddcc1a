"""Rows that come inside another part of their parents: the lines in an order's consignments.

Where the API has no list for many parents, one reading of the parents may still bring them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model.loading.known import take_in
from bcorm.model.reading import query_of
from bcorm.query import compiler
from bcorm.query.parameters import Condition

if TYPE_CHECKING:
    from bcorm.model.executor import Executor
    from bcorm.model.relation_facts import ToMany
    from bcorm.query.compiler import Plan


def load_within(waiting: list[Any], relation: ToMany, session: Executor) -> list[Any]:
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
    for page in session.fetch_many(calls):
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
