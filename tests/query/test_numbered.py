"""Lists that shift while they are read by page number: no row is lost, and none comes twice."""

from __future__ import annotations

import itertools
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcorm.exceptions import PageShiftWarning, PagesShifted
from bcorm.query import paging
from bcorm.query.compiler import Plan, Strategy
from bcorm.query.paging import Fetched


class Moving:
    """A list on a server.

    It tells its total and the size of its pages on each page (V3), its total alone, its total by a
    count (V2), or nothing.
    """

    def __init__(self, rows, tells):
        self.rows = list(rows)
        self.tells = tells
        self.calls = []

    def __call__(self, path, params):
        self.calls.append(path)
        if path == "count":
            return Fetched([{"count": len(self.rows)}], {})
        size, number = int(params["limit"]), int(params["page"])
        found = [{"id": row} for row in self.rows[(number - 1) * size : number * size]]
        told = {"total": len(self.rows), "per_page": size}
        known = {"sizes": ["total", "per_page"], "totals": ["total"]}.get(self.tells, [])
        return Fetched(found, {"pagination": {name: told[name] for name in known}})

    def read(self, size, between=lambda seen: None):
        counted = ("count", {}) if self.tells == "count" else None
        plan = Plan(
            strategy=Strategy.OFFSET,
            branches=(("list", {}),),
            parents=(None,),
            page_size=size,
            counted=counted,
        )
        seen = []
        for page in paging.pages(self, plan):
            seen += [row["id"] for row in page.rows]
            between(seen)
        return seen


def told(read):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        seen = read()
    assert all(item.category is PageShiftWarning for item in caught)
    return seen, [str(item.message) for item in caught]


@pytest.mark.parametrize("tells", ["sizes", "totals", "count", "nothing"])
@pytest.mark.parametrize(("total", "calls"), [(0, 1), (9, 1), (11, 2), (30, 3)])
def test_a_list_that_stands_still__costs_no_more_than_its_pages(tells, total, calls):
    listing = Moving(range(total), tells)
    assert listing.read(10) == list(range(total))
    full_last_page = tells in {"count", "nothing"} and total == 30
    assert listing.calls.count("list") == calls + full_last_page
    assert listing.calls.count("count") == (tells == "count" and calls > 1)


@given(
    total=st.integers(0, 200),
    size=st.integers(1, 30),
    tells=st.sampled_from(["sizes", "totals", "count"]),
)
def test_rows_that_move_to_the_end_when_they_are_changed(total, size, tells):
    listing = Moving(range(total), tells)

    def change_all(seen):
        listing.rows = [row for row in listing.rows if row not in seen] + seen

    seen, texts = told(lambda: listing.read(size, change_all))
    assert sorted(seen) == list(range(total))
    assert bool(texts) <= (total > size)
    assert len(listing.calls) <= 3 * (total // size + 3)


def test_rows_that_move__where_nothing_is_told_those_that_come_twice_tell_it():
    listing = Moving(range(820), "nothing")

    def change_all(seen):
        listing.rows = [row for row in listing.rows if row not in seen] + seen

    seen, texts = told(lambda: listing.read(250, change_all))
    assert sorted(seen) == list(range(820))
    assert "500 of its 820 rows" in texts[0]


@given(
    total=st.integers(0, 200),
    size=st.integers(1, 30),
    tells=st.sampled_from(["sizes", "totals", "count"]),
    data=st.data(),
)
def test_rows_that_are_deleted_when_they_were_read(total, size, tells, data):
    listing = Moving(range(total), tells)
    step = data.draw(st.integers(1, 5), "one of")

    def delete_some(seen):
        listing.rows = [row for row in listing.rows if row not in seen or row % step]

    seen, _ = told(lambda: listing.read(size, delete_some))
    assert sorted(seen) == list(range(total))


@given(
    total=st.integers(0, 100),
    size=st.integers(1, 30),
    tells=st.sampled_from(["sizes", "totals", "count"]),
    data=st.data(),
)
def test_whatever_else_moves_or_goes__what_stays_is_read(total, size, tells, data):
    """Rows that others move to the front or delete, read or not, ten times."""
    listing = Moving(range(total), tells)
    changes = data.draw(st.lists(st.tuples(st.booleans(), st.integers(0, 99)), max_size=10))
    waiting = iter(changes)

    def change(_seen):
        for delete, row in itertools.islice(waiting, 1):
            if row in listing.rows:
                listing.rows.remove(row)
                if not delete:
                    listing.rows.insert(0, row)

    seen, _ = told(lambda: listing.read(size, change))
    assert len(seen) == len(set(seen))
    assert set(listing.rows) <= set(seen)


@given(
    total=st.integers(1, 100),
    size=st.integers(2, 30),
    tells=st.sampled_from(["sizes", "totals", "count"]),
)
def test_rows_that_are_put_in_front__need_no_second_reading(total, size, tells):
    listing = Moving(range(total), tells)
    new = iter(range(1000, 1005))

    def insert(_seen):
        listing.rows[:0] = itertools.islice(new, 1)

    seen, texts = told(lambda: listing.read(size, insert))
    assert len(seen) == len(set(seen))
    assert set(range(total)) <= set(seen)
    assert texts == []


def test_a_list_whose_total_is_wrong__is_told_and_read_to_its_end():
    class Boasting(Moving):
        def __call__(self, path, params):
            page = super().__call__(path, params)
            return Fetched(page.rows, {"pagination": {"total": len(self.rows) + 5}})

    seen, texts = told(lambda: Boasting(range(20), "totals").read(6))
    assert seen == list(range(20))
    assert len(texts) == 1
    assert "20 of its 25 rows" in texts[0]


@given(
    total=st.integers(0, 200),
    size=st.integers(1, 30),
    said=st.integers(0, 250),
    tells=st.sampled_from(["sizes", "totals"]),
)
def test_a_list_whose_total_is_wrong__has_its_rows_all_the_same(total, size, said, tells):
    class Wrong(Moving):
        def __call__(self, path, params):
            page = super().__call__(path, params)
            return Fetched(page.rows, {"pagination": {**page.meta["pagination"], "total": said}})

    listing = Wrong(range(total), tells)
    seen, _ = told(lambda: listing.read(size))
    # A total that is reached just where a page ends is believed; some pages repeat rows.
    ends = {n * each for n in range(1, total + 1) for each in {size, size + 1 - n} if each > 0}
    assert len(seen) == total or (len(seen) == said and said in ends and said < total)
    assert seen == list(range(len(seen)))


def test_a_list_that_moves_for_ever_is_an_error():
    class Hiding(Moving):
        def __call__(self, path, params):
            self.calls.append(path)
            rows = [*range(49), 1000 + len(self.calls) if params["page"] == "20" else 0]
            return Fetched([{"id": row} for row in rows], {"pagination": {"total": 1000}})

    with pytest.warns(PageShiftWarning), pytest.raises(PagesShifted, match="kept moving"):
        Hiding((), "totals").read(50)
