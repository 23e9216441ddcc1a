"""Which lists are read, when conditions say below which parents the rows live."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcorm.exceptions import QueryError
from bcorm.lookups import matches
from bcorm.query.compiler import Query, compile  # noqa: A004 - the word for it
from bcorm.query.endpoint import Endpoint
from bcorm.query.parameters import Condition

PARTS = Endpoint(path="v3/things/{thing_id}/parts")
SETTINGS = Endpoint(path="v3/settings", key=None, verbs="get update", scope="channel_id")
KEYS = range(1, 6)


def keys():
    return st.integers(1, 5)


def conditions():
    one = st.tuples(st.sampled_from(["exact", "ne", "gt", "lte", "gte"]), keys())
    many = st.tuples(st.sampled_from(["in", "not_in"]), st.lists(keys(), max_size=4))
    return st.lists((one | many).map(lambda pair: Condition(("thing_id",), *pair)), max_size=4)


@settings(max_examples=400)
@given(asked=conditions(), below=st.none() | keys())
def test_rows_are_read_below_those_parents_for_which_all_conditions_hold(asked, below):
    parents = {} if below is None else {"thing_id": below}
    query = Query(endpoint=PARTS, conditions=tuple(asked), parents=parents)
    lookups = {condition.lookup for condition in asked}
    if below is None and not lookups & {"exact", "in"}:
        with pytest.raises(QueryError, match="live under thing_id"):
            compile(query)
        return
    plan = compile(query)
    assert [path for path, _ in plan.branches] == [
        f"v3/things/{found['thing_id']}/parts" for found in plan.parents
    ]
    read = [found["thing_id"] for found in plan.parents]
    assert len(read) == len(set(read))
    # What was not used to choose the parents is left to be held against their rows.
    kept = {key for key in read if holds(plan.residual, key)}
    assert kept == {key for key in KEYS if below in {None, key} and holds(asked, key)}


def holds(conditions, key):
    return all(matches(condition.lookup, key, condition.value) for condition in conditions)


def test_rows_two_levels_down__one_level_may_be_several():
    bits = Endpoint(path="v3/things/{thing_id}/parts/{part_id}/bits")
    thing, parts = Condition(("thing_id",), "exact", 7), Condition(("part_id",), "in", [1, 2])
    for asked, parents in ([thing, parts], {}), ([parts], {"thing_id": 7}):
        plan = compile(Query(endpoint=bits, conditions=tuple(asked), parents=parents))
        assert [path for path, _ in plan.branches] == [
            f"v3/things/7/parts/{key}/bits" for key in (1, 2)
        ]
    several = Condition(("thing_id",), "in", [7, 8])
    with pytest.raises(QueryError, match="live under part_id"):
        compile(Query(endpoint=bits, conditions=(several, parts)))


def test_a_row_of_the_store__is_read_as_that_of_a_channel_where_one_is_named():
    def read(*conditions):
        return compile(Query(endpoint=SETTINGS, conditions=conditions)).branches

    assert read() == (("v3/settings", {}),)
    one = Condition(("channel_id",), "exact", 2)
    assert read(one) == (("v3/settings", {"channel_id": "2"}),)
