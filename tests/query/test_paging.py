"""Paging over lists that behave, shift, shrink pages, or ignore what they are asked."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcorm.exceptions import BadResponse, PageShiftWarning, PagesShifted
from bcorm.query import paging
from bcorm.query.compiler import Keyset, Plan, Strategy
from bcorm.query.paging import Fetched, window_size


class Listing:
    """A list on a server: what it holds, and what was asked of it."""

    def __init__(self, rows, *, largest=250, totals=True, between=None):
        self.rows = list(rows)
        self.largest = largest
        self.totals = totals
        self.between = between or {}
        self.calls = []

    def __call__(self, path, params):
        self.calls.append(dict(params))
        change = self.between.get(len(self.calls))
        if change is not None:
            change(self.rows)
        size = min(int(params.get("limit", 50)), self.largest)
        rows = self.rows
        if "id:greater" in params:
            rows = [row for row in rows if row > int(params["id:greater"])]
        if "min_id" in params:
            rows = [row for row in rows if row >= int(params["min_id"])]
        if "after" in params or params.get("cursor"):
            start = int(params.get("after", 0))
            found = rows[start : start + size]
            end = start + len(found)
            cursor = {"end_cursor": str(end), "links": {"next": "?" if end < len(rows) else None}}
            return Fetched([{"id": row} for row in found], {"cursor_pagination": cursor})
        start = (int(params.get("page", 1)) - 1) * size
        found = [{"id": row} for row in rows[start : start + size]]
        meta = {"pagination": {"total": len(rows), "per_page": size}} if self.totals else {}
        return Fetched(found, meta)


def plan(strategy=Strategy.OFFSET, **facts):
    facts.setdefault("branches", (("v3/things", {}),))
    facts.setdefault("parents", (None,) * len(facts["branches"]))
    return Plan(strategy=strategy, **facts)


def read(listing, asked):
    return [row["id"] for page in paging.pages(listing, asked) for row in page.rows]


@given(start=st.integers(0, 1200), length=st.integers(1, 1200), largest=st.integers(1, 250))
def test_window_size__no_other_size_needs_fewer_or_smaller_pages(start, length, largest):
    stop = start + length
    size = window_size(start, stop, largest)

    def cost(each):
        return (stop - 1) // each - start // each + 1, each

    assert cost(size) == min(cost(each) for each in range(1, largest + 1))


@given(
    total=st.integers(0, 90),
    start=st.integers(0, 100),
    length=st.none() | st.integers(0, 100),
    asked=st.integers(1, 30),
    largest=st.integers(1, 30),
    totals=st.booleans(),
)
def test_window__is_the_slice_whatever_page_size_the_server_insists_on(  # noqa: PLR0917 - one each
    total, start, length, asked, largest, totals
):
    listing = Listing(range(1000, 1000 + total), largest=largest if totals else 250, totals=totals)
    stop = None if length is None else start + length
    found = read(listing, plan(windowed=True, page_size=asked, start=start, stop=stop))
    assert found == list(range(1000, 1000 + total))[start:stop]


@given(total=st.integers(0, 60), size=st.integers(1, 20), totals=st.booleans())
def test_every_strategy_reads_every_row_once(total, size, totals):
    rows = list(range(1, total + 1))
    asked = {
        Strategy.OFFSET: {},
        Strategy.CURSOR: {"branches": (("v3/things", {"cursor": "yes"}),)},
        Strategy.KEYSET: {"keyset": Keyset("id:greater", 0)},
    }
    for strategy, facts in asked.items():
        listing = Listing(rows, totals=totals)
        assert read(listing, plan(strategy, page_size=size, **facts)) == rows
    listing = Listing(rows, totals=totals)
    assert read(listing, plan(Strategy.KEYSET, page_size=size, keyset=Keyset("min_id", 1))) == rows


def test_totals_save_the_request_for_an_empty_last_page():
    with_totals, without = Listing(range(10)), Listing(range(10), totals=False)
    read(with_totals, plan(page_size=5))
    read(without, plan(page_size=5))
    assert (len(with_totals.calls), len(without.calls)) == (2, 3)


@given(
    total=st.integers(1, 60),
    size=st.integers(1, 20),
    data=st.data(),
)
def test_keyset__deletions_and_insertions_while_reading_lose_and_repeat_nothing(total, size, data):
    rows = list(range(2, 2 * total + 2, 2))
    always = set(rows)
    changes = {}

    def change(at):
        gone = data.draw(st.sets(st.sampled_from(rows)), label=f"gone before request {at}")
        new = data.draw(st.sets(st.integers(1, 2 * total + 40)), label=f"new before {at}")

        def apply(stored):
            always.difference_update(gone)
            stored[:] = sorted((set(stored) - gone) | (new - gone))

        return apply

    for at in (2, 3, 4):
        changes[at] = change(at)
    listing = Listing(rows, between=changes)
    found = read(listing, plan(Strategy.KEYSET, page_size=size, keyset=Keyset("id:greater", 0)))
    assert len(found) == len(set(found))
    assert always <= set(found)


def test_keyset__an_unordered_list_is_read_by_page_number_instead():
    rows = [5, 3, 9, 1, 7, 2]
    listing = Listing(rows)
    found = read(listing, plan(Strategy.KEYSET, page_size=2, keyset=Keyset("id:greater", 0)))
    assert sorted(found) == sorted(rows)


def test_keyset__order_that_breaks_later_is_told():
    listing = Listing([1, 2, 9, 3])
    with pytest.raises(PagesShifted, match="not in the order"):
        read(listing, plan(Strategy.KEYSET, page_size=2, keyset=Keyset("id:greater", 0)))


def test_offset__a_row_deleted_behind_the_reader_is_told_and_none_is_lost():
    listing = Listing(range(20), between={2: lambda rows: rows.remove(0)})
    with pytest.warns(PageShiftWarning, match="shrank from 20 to 19") as told:
        found = read(listing, plan(page_size=5))
    assert len(told) == 1
    assert sorted(found) == list(range(20))
    assert told[0].filename == __file__


def test_offset__a_row_inserted_before_the_reader_is_not_repeated():
    listing = Listing(range(20), between={2: lambda rows: rows.insert(0, 99)})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = read(listing, plan(page_size=5))
    assert len(found) == len(set(found))
    assert set(range(20)) <= set(found)


def test_offset__a_list_that_never_stops_shrinking_is_an_error():
    often = {at: lambda rows: rows.pop(0) for at in range(2, 400, 2)}
    listing = Listing(range(200), between=often)
    with (
        pytest.warns(PageShiftWarning),
        pytest.raises(PagesShifted, match="kept shrinking"),
    ):
        read(listing, plan(page_size=5))


@given(total=st.integers(0, 300), asked=st.integers(1, 60), largest=st.integers(1, 60))
def test_offset__pages_that_overlap_cost_no_request(total, asked, largest):
    listing = Listing(range(total), largest=largest)
    assert read(listing, plan(page_size=asked)) == list(range(total))
    assert len(listing.calls) == max(1, -(-total // min(asked, largest)))


@given(
    gone=st.integers(0, 49),
    at=st.sampled_from([2, 3]),
    behind=st.booleans(),
)
def test_offset__a_row_that_goes_and_one_that_comes_do_not_hide_each_other(gone, at, behind):
    def change(rows):
        rows.remove(gone)
        rows.insert(len(rows) if behind else 0, 99)

    listing = Listing(range(50), between={at: change})
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        found = read(listing, plan(page_size=20))
    assert set(range(50)) - {gone} <= set(found)
    assert len(found) == len(set(found))
    if behind and gone < 20 and at == 2:  # later pages repeat enough to bear it
        assert "moved across the edges of its pages" in str(told[0].message)
    assert len(told) <= 1
    assert len(listing.calls) <= 3 + (len(told) and at)


def test_offset__a_list_that_grows_is_read_to_its_end():
    listing = Listing(range(50), between={2: lambda rows: rows.extend(range(50, 150))})
    assert read(listing, plan(page_size=20)) == list(range(150))
    assert [call["limit"] for call in listing.calls] == ["20", "19", *["20"] * 7]


def test_offset__a_server_that_keeps_to_its_own_page_size_is_read_as_it_wants():
    class Stubborn(Listing):
        def __call__(self, path, params):
            return super().__call__(path, {**params, "limit": "20"})

    listing = Stubborn(range(50))
    assert read(listing, plan(page_size=20)) == list(range(50))


def test_offset__sorted_pages_do_not_overlap():
    listing = Listing(range(50))
    asked = plan(page_size=20, branches=(("v3/things", {"sort": "name"}),))
    assert read(listing, asked) == list(range(50))
    assert {call["limit"] for call in listing.calls} == {"20"}


def test_offset__rows_without_keys_come_once_each():
    """They could not be told from those that an overlap repeats."""

    class Keyless(Listing):
        def __call__(self, path, params):
            page = super().__call__(path, params)
            return Fetched([{"value": row["id"]} for row in page.rows], page.meta)

    asked = plan(page_size=20, key="id")
    found = [row["value"] for page in paging.pages(Keyless(range(50)), asked) for row in page.rows]
    assert found == list(range(50))


def test_slice__a_list_that_shifts_between_its_pages_is_told():
    listing = Listing(range(100), between={2: lambda rows: rows.remove(3)})
    with pytest.warns(PageShiftWarning, match="from 100 to 99"):
        read(listing, plan(windowed=True, page_size=5, start=10, stop=40))


def test_slice__a_row_that_moves_to_the_next_page_is_not_repeated():
    listing = Listing(range(100), between={2: lambda rows: rows.insert(0, 500)})
    with pytest.warns(PageShiftWarning):
        found = read(listing, plan(windowed=True, page_size=5, start=10, stop=40))
    assert len(found) == len(set(found))


def test_a_list_that_takes_no_page_numbers_is_read_once():
    def everything(path, params):
        return Fetched([{"id": number} for number in range(250)], {})

    assert read(everything, plan(page_size=250)) == list(range(250))


def test_cursor__a_cursor_that_comes_back_is_an_error():
    def stuck(path, params):
        cursor = {"end_cursor": "abc", "links": {"next": "?after=abc"}}
        return Fetched([{"id": 1}], {"cursor_pagination": cursor})

    with pytest.raises(PagesShifted, match="came back twice"):
        read(stuck, plan(Strategy.CURSOR))


def test_branches__rows_of_two_lists_are_handed_out_once():
    lists = {"a": [1, 2, 3], "b": [3, 4]}

    def fetch(path, params):
        return Fetched([{"id": row} for row in lists[params["of"]]], {})

    asked = plan(branches=(("v3/x", {"of": "a"}), ("v3/x", {"of": "b"})))
    assert read(fetch, asked) == [1, 2, 3, 4]


def test_branches__the_same_key_below_two_parents_is_two_rows():
    def fetch(path, params):
        return Fetched([{"id": 1}], {})

    asked = plan(branches=(("v3/1/x", {}), ("v3/2/x", {})), parents=({"of": 1}, {"of": 2}))
    assert [page.parents for page in paging.pages(fetch, asked) if page.rows] == [
        {"of": 1},
        {"of": 2},
    ]


@pytest.mark.parametrize("facts", [{"empty": True}, {"start": 5, "stop": 5}])
def test_nothing_is_asked_for_when_nothing_can_be_found(facts):
    listing = Listing(range(9))
    assert read(listing, plan(**facts)) == []
    assert listing.calls == []


@pytest.mark.parametrize("said", [0, -3, 999, "ten", None, [5]])
@pytest.mark.parametrize("facts", [{}, {"windowed": True, "start": 3, "stop": 11}])
def test_a_page_size_that_cannot_be__is_taken_for_the_one_that_was_asked(said, facts):
    def fetch(path, params):
        size, number = int(params["limit"]), int(params["page"])
        rows = [{"id": row} for row in range((number - 1) * size, min(number * size, 12))]
        return Fetched(rows, {"pagination": {"total": 12, "per_page": said}})

    asked = plan(page_size=5, **facts)
    assert read(fetch, asked) == list(range(12))[asked.start : asked.stop]


@pytest.mark.parametrize(
    "answer", [{}, {"total": 5}, {"count": None}, {"count": "many"}, {"count": [5]}, {"count": 5.5}]
)
def test_an_answer_that_holds_no_count__is_not_none_counted(answer):
    def fetch(path, params):
        return Fetched([answer] if path == "count" else [{"id": row} for row in range(5)], {})

    with pytest.raises(BadResponse, match="a count was expected"):
        read(fetch, plan(page_size=5, counted=("count", {})))
