"""From conditions to parameters: each version's spelling, and what is left to do here."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcorm.exceptions import QueryError
from bcorm.query.compiler import Column, Query, Strategy, compile  # noqa: A004 - the word for it
from bcorm.query.endpoint import Endpoint, Filter
from bcorm.query.explain import explain
from bcorm.query.parameters import LONGEST_LIST, Condition

THINGS = Endpoint(
    path="v3/things",
    keyset=True,
    selects=True,
    page_caps={"parts": 10},
    filters={
        "id": "exact in not_in gte lte gt lt",
        "name": "exact icontains",
        "kind": "exact",
        "sku": "exact in",
        "stock": "exact gte lte",
        "made": "exact gte lte",
        "is_shown": "exact",
        "is_flagged": Filter("exact", flag=True),
        "state": Filter("exact", lower=True),
        "groups": Filter("in", each=True),
        "owner_id": "in",
    },
    sort="id name",
    includes="parts pictures",
)
OLD = Endpoint(
    path="v2/orders",
    keyset=True,
    filters={"id": "gte lte", "total": "gte lte", "made": "gte lte", "status": "exact"},
    sort="id",
    sort_style="suffix",
)
PARTS = Endpoint(
    path="v3/things/{thing_id}/parts",
    everywhere=Endpoint(path="v3/parts", selects=True, filters={"thing_id": "in"}),
    selects=True,
)
NOON = datetime(2024, 5, 1, 12, 0, tzinfo=timezone.utc)


def where(*conditions, endpoint=THINGS, **facts):
    made = tuple(Condition((name,), lookup, value) for name, lookup, value in conditions)
    return compile(Query(endpoint=endpoint, conditions=made, **facts))


def params(plan):
    assert len(plan.branches) == 1
    wanted = dict(plan.branches[0][1])
    if plan.strategy is Strategy.KEYSET:
        wanted = {k: v for k, v in wanted.items() if k not in {"sort", "direction"}}
    return wanted


@pytest.mark.parametrize(
    ("condition", "sent"),
    [
        (("id", "exact", 3), {"id": "3"}),
        (("id", "in", [3, 4]), {"id:in": "3,4"}),
        (("id", "in", [3, 3]), {"id:in": "3"}),
        (("id", "not_in", [3, 4]), {"id:not_in": "3,4"}),
        (("id", "not_in", []), {}),
        (("id", "gte", 3), {"id:min": "3"}),
        (("id", "lte", 3), {"id:max": "3"}),
        (("id", "gt", 3), {"id:greater": "3"}),
        (("id", "lt", 3), {"id:less": "3"}),
        (("id", "range", (3, 5)), {"id:min": "3", "id:max": "5"}),
        (("stock", "gt", 3), {"stock:min": "4"}),
        (("stock", "lt", 3), {"stock:max": "2"}),
        (("stock", "range", [1, 2]), {"stock:min": "1", "stock:max": "2"}),
        (("name", "icontains", "mug"), {"name:like": "mug"}),
        (("is_shown", "exact", True), {"is_shown": "true"}),
        (("is_flagged", "exact", False), {"is_flagged": "0"}),
        (("state", "exact", "New"), {"state": "new"}),
        (("groups", "exact", 3), {"groups:in": "3"}),
        (("owner_id", "exact", 3), {"owner_id:in": "3"}),
        (("stock", "exact", Decimal("2.50")), {"stock": "2.5"}),
        (("made", "gte", NOON), {"made:min": "2024-05-01T12:00:00+00:00"}),
        (
            ("made", "gte", NOON + timedelta(milliseconds=1)),
            {"made:min": "2024-05-01T12:00:01+00:00"},
        ),
        (
            ("made", "lte", NOON + timedelta(milliseconds=1)),
            {"made:max": "2024-05-01T12:00:00+00:00"},
        ),
    ],
)
def test_v3__goes_to_the_server(condition, sent):
    plan = where(condition)
    assert params(plan) == sent
    assert plan.residual == ()
    assert not plan.full_scan


@pytest.mark.parametrize(
    ("condition", "sent"),
    [
        (("id", "gte", 3), {"min_id": "3"}),
        (("id", "gt", 3), {"min_id": "4"}),
        (("id", "exact", 3), {"min_id": "3", "max_id": "3"}),
        (("total", "lte", Decimal("9.90")), {"max_total": "9.9"}),
        (("total", "range", (1, 2)), {"min_total": "1", "max_total": "2"}),
        (("made", "gte", NOON), {"min_made": "2024-05-01T12:00:00+00:00"}),
        (("status", "exact", 11), {"status": "11"}),
    ],
)
def test_v2__goes_to_the_server(condition, sent):
    plan = where(condition, endpoint=OLD)
    assert params(plan) == sent
    assert plan.residual == ()


@pytest.mark.parametrize(
    "condition",
    [
        ("kind", "gte", 3),
        ("kind", "isnull", True),
        ("kind", "exact", None),
        ("kind", "in", list(range(11))),
        ("sku", "in", ["a", None]),
        ("sku", "in", ["a,b", "c"]),
        ("sku", "exact", ""),
        ("sku", "in", ["", "a"]),
        ("sku", "exact", "  "),
        ("made", "exact", NOON + timedelta(milliseconds=1)),
        ("nowhere", "exact", 1),
        ("id", "not_in", list(range(10_000, 10_000 + LONGEST_LIST))),
    ],
)
def test_is_evaluated_here(condition):
    plan = where(condition)
    assert params(plan) == {}
    assert len(plan.residual) == 1
    assert plan.full_scan


@pytest.mark.parametrize(
    ("condition", "endpoint", "sent"),
    [
        (("stock", "gt", Decimal("1.5")), THINGS, {"stock:min": "1.5"}),
        (("stock", "lt", Decimal("1.5")), THINGS, {"stock:max": "1.5"}),
        (("made", "gt", NOON), THINGS, {"made:min": "2024-05-01T12:00:00+00:00"}),
        (("made", "lt", NOON), THINGS, {"made:max": "2024-05-01T12:00:00+00:00"}),
        (("made", "gt", NOON), OLD, {"min_made": "2024-05-01T12:00:00+00:00"}),
        (("total", "lt", Decimal(3)), OLD, {"max_total": "3"}),
    ],
)
def test_a_strict_bound__is_narrowed_by_its_inclusive_one(condition, endpoint, sent):
    plan = where(condition, endpoint=endpoint)
    assert params(plan) == sent
    assert plan.residual == plan.edges == (Condition((condition[0],), *condition[1:]),)
    assert not plan.full_scan
    assert str(plan.residual[0]) in str(explain("Thing", plan))
    other = where(condition, ("nowhere", "exact", 1), endpoint=endpoint)
    assert other.full_scan


@pytest.mark.parametrize("lookup", ["gt", "lt"])
def test_a_strict_bound_between_two_seconds__is_said_exactly(lookup):
    plan = where(("made", lookup, NOON + timedelta(milliseconds=1)))
    later = {"gt": {"made:min": "2024-05-01T12:00:01+00:00"}}
    assert params(plan) == later.get(lookup, {"made:max": "2024-05-01T12:00:00+00:00"})
    assert plan.residual == ()


def test_a_list_that_is_one_request_is_no_full_scan():
    whole = attrs.evolve(THINGS, paging="none", filters={})
    assert not where(("color", "exact", "x"), endpoint=whole).full_scan
    assert where(("color", "exact", "x"), endpoint=attrs.evolve(whole, paging="offset")).full_scan


def test_in_on_a_filter_for_one_value__is_a_list_each():
    plan = where(("kind", "in", [3, 4]), ("groups", "exact", 7))
    assert [branch["kind"] for _, branch in plan.branches] == ["3", "4"]
    assert {branch["groups:in"] for _, branch in plan.branches} == {"7"}
    assert not plan.full_scan


def test_in_on_a_filter_that_means_all__is_a_list_each():
    plan = where(("groups", "in", [3, 4]))
    assert [branch["groups:in"] for _, branch in plan.branches] == ["3", "4"]


def test_in_on_a_filter_that_has_bounds_only__reads_between_the_bounds():
    plan = where(("id", "in", [7, 3, 5]), endpoint=OLD)
    assert params(plan) == {"min_id": "3", "max_id": "7"}
    assert [str(item) for item in plan.residual] == ["id in [7, 3, 5]"]


@pytest.mark.parametrize("value", [Decimal(2), NOON])
def test_in_on_bounds__reads_between_them_whatever_is_ordered(value):
    step = timedelta(days=1) if value is NOON else 1
    plan = where(("made", "in", [value + step, value]), endpoint=OLD)
    assert set(params(plan)) == {"min_made", "max_made"}
    assert len(plan.residual) == 1


@pytest.mark.parametrize("values", [[0, None], [3, "4"], ["a", "b"], [True, False]])
def test_in_on_bounds__of_values_without_an_order_is_evaluated_here(values):
    plan = where(("id", "in", values), endpoint=OLD)
    assert params(plan) == {}
    assert plan.residual == (Condition(("id",), "in", values),)


@pytest.mark.parametrize(("lookup", "value"), [("exact", 3), ("in", [3, 4])])
def test_rows_that_are_named_by_their_keys_are_no_full_scan(lookup, value):
    unknown = ("nowhere", "exact", 1)
    assert not where(("id", lookup, value), unknown).full_scan
    assert where(("id", "gte", 3), unknown).full_scan
    assert where(("sku", lookup, value), unknown).full_scan


def test_an_empty_list_asks_nothing():
    assert where(("id", "in", [])).empty
    assert where(("sku", "in", []), ("id", "in", [1, 2])).empty


def test_a_second_condition_on_a_parameter__is_evaluated_here():
    plan = where(("id", "gte", 3), ("id", "gte", 5))
    assert params(plan)["id:min"] == "3"
    assert [item.value for item in plan.residual] == [5]


@given(keys=st.lists(st.integers(1, 10**9), min_size=1, max_size=2000, unique=True))
def test_long_lists__are_split_so_that_each_fits_a_url_and_none_is_lost(keys):
    plan = where(("id", "in", keys))
    parts = [branch["id:in"].split(",") for _, branch in plan.branches]
    assert [int(key) for part in parts for key in part] == keys
    assert all(len(",".join(part)) <= LONGEST_LIST for part in parts)
    assert all(len(part) <= plan.page_size for part in parts)


def test_two_long_lists__only_one_is_split():
    skus = [f"sku-{number:05}" for number in range(1000)]
    plan = where(("id", "in", list(range(1000))), ("sku", "in", skus))
    sent = {frozenset(branch) & {"id:in", "sku:in"} for _, branch in plan.branches}
    assert sent == {frozenset({"id:in"})}
    assert [item.path for item in plan.residual] == [("sku",)]


def test_a_field_that_is_judged_here__comes_along_with_a_selection():
    plan = where(("kind", "gte", 3), only=("name",), order=("-stock", "name"))
    assert set(params(plan)["include_fields"].split(",")) == {"name", "kind", "stock"}
    excluded = compile(
        Query(
            endpoint=THINGS,
            defer=("kind", "name"),
            exclusions=((Condition(("kind",), "exact", 3),),),
        )
    )
    assert params(excluded)["exclude_fields"] == "name"
    assert "exclude_fields" not in params(where(("kind", "gte", 3), defer=("kind",)))


def test_fields_that_need_an_include__bring_it_along():
    columns = {"parts": Column("PARTS", include="parts")}
    plan = where(("parts", "isnull", False), only=("name",), columns=columns)
    assert params(plan)["include"] == "parts"
    assert params(plan)["include_fields"] == "name,PARTS"
    assert plan.page_size == 10


def test_rows_of_the_whole_store__say_where_they_live():
    plan = where(("thing_id", "in", [1, 2]), endpoint=PARTS, only=("name",))
    assert params(plan) == {"thing_id:in": "1,2", "include_fields": "name,thing_id"}


def test_path_parameters():
    plan = where(("thing_id", "exact", 7), ("name", "exact", "x"), endpoint=PARTS)
    assert plan.branches[0][0] == "v3/things/7/parts"
    assert plan.scoped
    assert not plan.full_scan
    alone = Endpoint(path="v3/things/{thing_id}/parts")
    several = where(("thing_id", "in", [7, 8, 7]), endpoint=alone)
    assert [path for path, _ in several.branches] == ["v3/things/7/parts", "v3/things/8/parts"]
    with pytest.raises(QueryError, match="live under thing_id"):
        where(("name", "exact", "x"), endpoint=alone)


@pytest.mark.parametrize(
    ("endpoint", "order", "sent"),
    [
        (THINGS, ("name",), {"sort": "name", "direction": "asc"}),
        (THINGS, ("-name",), {"sort": "name", "direction": "desc"}),
        (OLD, ("-id",), {"sort": "id:desc"}),
        (Endpoint(path="v3/x", sort="name", sort_style="plain"), ("name",), {"sort": "name"}),
        (Endpoint(path="v3/x", sort="name", keyset=True), ("id",), {}),
    ],
)
def test_the_server_sorts(endpoint, order, sent):
    plan = compile(Query(endpoint=endpoint, order=order))
    assert dict(plan.branches[0][1]) == sent
    assert plan.order == ()


@pytest.mark.parametrize(
    ("endpoint", "order"),
    [
        (THINGS, ("price",)),
        (THINGS, ("name", "id")),
        (Endpoint(path="v3/x", sort="name", sort_style="plain"), ("-name",)),
        (Endpoint(path="v3/x", sort="name", keyset=True), ("-id",)),
    ],
)
def test_rows_are_sorted_here(endpoint, order):
    plan = compile(Query(endpoint=endpoint, order=order))
    assert plan.order == order
    assert not plan.windowed
    assert compile(Query(endpoint=endpoint, order=order, stop=5)).full_scan


def test_several_lists_are_sorted_here():
    assert where(("kind", "in", [1, 2]), order=("name",)).order == ("name",)


@pytest.mark.parametrize(
    ("facts", "strategy"),
    [
        ({}, Strategy.KEYSET),
        ({"order": ("id",)}, Strategy.KEYSET),
        ({"order": ("name",)}, Strategy.OFFSET),
        ({"stop": 20}, Strategy.OFFSET),
        ({"start": 20}, Strategy.OFFSET),
        ({"stop": 600}, Strategy.KEYSET),
    ],
)
def test_strategy(facts, strategy):
    assert where(**facts).strategy is strategy


def test_the_order_of_keys__is_that_of_a_list_only_where_it_continues_after_them():
    plain, keyed = (Endpoint(path="v3/plain", keyset=keyset) for keyset in (False, True))
    assert where(endpoint=keyed, order=("id",)).order == ()
    assert where(endpoint=plain, order=("id",)).order == ("id",)
    assert where(endpoint=keyed, order=("-id",)).order == ("-id",)


def test_strategy__the_key_parameter_may_be_taken():
    assert where(("id", "gt", 5)).strategy is Strategy.OFFSET
    assert where(("id", "gte", 5)).strategy is Strategy.KEYSET


@pytest.mark.parametrize(
    ("key", "lookup", "value", "sent"),
    [("id", "in", [1, 2], "1,2"), ("id", "exact", 3, "3"), ("kind", "in", [1, 2], None)],
)
def test_exclusions__keys_go_to_the_server(key, lookup, value, sent):
    group = (Condition((key,), lookup, value),)
    plan = compile(Query(endpoint=THINGS, exclusions=(group,)))
    assert plan.exclusions == (() if sent else (group,))
    assert params(plan).get("id:not_in") == sent


@pytest.mark.parametrize("first", [("id", 3), ("is_shown", True)])
def test_exclusions__of_rows_with_two_values_are_held_against_the_rows(first):
    group = (Condition((first[0],), "exact", first[1]), Condition(("kind",), "exact", 2))
    plan = compile(Query(endpoint=THINGS, exclusions=(group,)))
    assert (params(plan), plan.exclusions) == ({}, (group,))


@pytest.mark.parametrize("value", [True, False])
def test_exclusions__of_a_flag_ask_for_the_other_value(value):
    def without(name):
        group = (Condition((name,), "exact", value),)
        return compile(Query(endpoint=THINGS, exclusions=(group,)))

    assert params(without("is_shown")) == {"is_shown": str(not value).lower()}
    assert params(without("is_flagged")) == {"is_flagged": str(int(not value))}
    assert without("is_shown").exclusions == ()
    assert without("nowhere").exclusions != ()


@pytest.mark.parametrize(("order", "direction"), [("id", "asc"), ("-id", "desc")])
def test_several_lists__the_first_by_key_are_the_first_of_each(order, direction):
    def asked(*order, **facts):
        condition = Condition(("kind",), "in", [3, 4])
        return compile(Query(endpoint=THINGS, conditions=(condition,), order=order, **facts))

    plan = asked(order, start=5, stop=10)
    assert (plan.merged, plan.full_scan) == (True, False)
    assert {branch.get("direction") for _, branch in plan.branches} == {direction}
    assert [len(part.branches) for part in plan.lists()] == [1, 1]
    assert {(part.start, part.stop, part.windowed) for part in plan.lists()} == {(0, 10, True)}
    requests = explain("Thing", plan).requests
    assert len(requests) == 2
    assert all("limit=10&page=1" in request for request in requests)
    assert not asked(order).merged
    assert not asked("name", stop=10).merged
    assert asked("name", stop=10).full_scan
