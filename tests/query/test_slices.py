"""Slices of a query, and how many rows a list is said to have: of the rows that are meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcorm.exceptions import QueryError
from bcorm.query.compiler import Query, compile  # noqa: A004 - the word for it
from bcorm.query.endpoint import Endpoint
from bcorm.query.parameters import Condition

ORDERS = {
    "path": "v2/orders",
    "count_path": "v2/orders/count",
    "filters": {"status": "exact"},
    "sort": "id",
    "includes": "lines",
    "params": {"shape": "full"},
}
ENDS = st.none() | st.integers(0, 12)


@given(parts=st.lists(st.tuples(ENDS, ENDS), max_size=4))
def test_a_slice_of_a_slice_is_that_of_a_list(parts):
    query, rows = Query(endpoint=Endpoint(path="v3/things")), list(range(10))
    for start, stop in parts:
        query, rows = query.sliced(slice(start, stop)), rows[start:stop]
    assert list(range(10))[query.start : query.stop] == rows


@pytest.mark.parametrize(
    "part", [slice(-1, None), slice(None, -1), slice(2, -1), slice(None, None, 2)]
)
def test_a_slice_that_counts_from_the_end_or_leaves_out_rows_is_refused(part):
    with pytest.raises(QueryError, match="forward and without a step"):
        Query(endpoint=Endpoint(path="v3/things")).sliced(part)


@pytest.mark.parametrize(
    "judged",
    [
        {"conditions": (Condition(("name",), "exact", "x"),)},
        {"exclusions": ((Condition(("name",), "exact", "x"),),)},
        {"order": ("name",)},
    ],
)
@pytest.mark.parametrize("paging", ["offset", "both"])
def test_rows_that_are_judged_here_are_sliced_here(judged, paging):
    def plan(**facts):
        endpoint = Endpoint(path="v3/things", paging=paging)
        return compile(Query(endpoint=endpoint, start=2, stop=5, **facts))

    assert plan().windowed
    assert not plan(**judged).windowed
    assert (plan(**judged).start, plan(**judged).stop) == (2, 5)


@pytest.mark.parametrize(
    ("conditions", "takes_filters", "counted"),
    [
        ((), True, {}),
        ((), False, {}),
        ((Condition(("status",), "exact", 1),), True, {"status": "1"}),
        ((Condition(("status",), "exact", 1),), False, None),
    ],
)
def test_what_is_counted_is_what_is_listed(conditions, takes_filters, counted):
    endpoint = Endpoint(count_filters=takes_filters, **ORDERS)
    plan = compile(
        Query(endpoint=endpoint, conditions=conditions, order=("-id",), include=("lines",))
    )
    assert plan.branches[0][1].items() >= {"sort": "id", "direction": "desc"}.items()
    assert plan.counted == (None if counted is None else ("v2/orders/count", counted))
