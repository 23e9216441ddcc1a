"""Lists by cursor that are read side by side, in pages that join, while they change."""

from __future__ import annotations

import bisect
from concurrent.futures import Future
from itertools import islice, pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bcorm
from bcorm import Customer, CustomerMetafield, PriceRecord
from bcorm.model.reading import query_of
from bcorm.query import compiler, paging
from bcorm.query.fetching import Ahead, Fetched, Pace
from bcorm.query.joining import Cut, joins


class Cursors:
    """A list in the order of its keys, by cursor or by number, that changes between requests.

    Args:
        keys: what it holds.
        changes: what is put in and taken out before a request, by the number of the request.
        total: what it says how many rows it has; None for the truth.
        numbers: whether it takes page numbers.
        most: the most rows of a page.
    """

    def __init__(self, keys, *, changes=None, total=None, numbers=True, most=250):
        self.keys = set(keys)
        self.always = set(keys)
        self.asked = []
        self._changes = changes or {}
        self._total = total
        self._numbers = numbers
        self._most = most

    def fetch(self, path, params):
        self.asked.append(dict(params))
        come, gone = self._changes.get(len(self.asked), ((), ()))
        self.keys = (self.keys | set(come)) - set(gone)
        self.always -= set(gone)
        size = min(int(params["limit"]), self._most)
        found = sorted(self.keys)
        by_number = "page" in params and self._numbers
        if by_number:
            start = (int(params["page"]) - 1) * size
        else:
            start = bisect.bisect_right(found, float(params.get("after", 0)))
        rows = found[start : start + size]
        last = start + size >= len(found)
        total = len(found) if self._total is None else self._total
        numbered = {"total": total, "per_page": size}
        cursor = {
            "end_cursor": str(rows[-1]) if rows else None,
            "links": {} if last else {"next": "?"},
        }
        meta = {} if "after" in params else {"pagination": numbered}
        if not by_number:
            meta["cursor_pagination"] = cursor
        return Fetched([{"id": key} for key in rows], meta)

    def start(self, path, params):
        answer = Future()
        answer.set_result(self.fetch(path, params))
        return answer

    def read(self, width=8, *, whole=True, pages=None, **facts):
        return list(self.rows(width, whole=whole, pages=pages, **facts))

    def rows(self, width=8, *, whole=True, pages=None, **facts):
        pace = Pace(width)
        pace.whole = whole
        ahead = Ahead(self.fetch, self.start if width > 1 else None, pace)
        plan = compiler.compile(query_of(Customer, **facts))
        reader = paging.pages(self.fetch, plan, ahead=ahead)
        for page in islice(reader, pages):
            yield from (row["id"] for row in page.rows)
        reader.close()

    @property
    def cursors(self):
        return sum("after" in params for params in self.asked)


@given(
    st.integers(0, 60_000),
    st.sampled_from([250, 250, 100, 50, 7]),
    st.sampled_from([2, 8, 20]),
)
@settings(max_examples=40, deadline=None)
def test_all_rows_come_in_order_for_at_most_a_fifth_more_requests(rows, most, width):
    rows = min(rows, 100 * most)
    keys = range(1, rows + 1)
    fewest, wide = Cursors(keys, most=most), Cursors(keys, most=most)
    assert fewest.read(1) == wide.read(width) == list(keys)
    assert len(wide.asked) <= len(fewest.asked) * 1.2 + 1


@st.composite
def changes(draw, rows):
    """What comes and goes before which request: often as many, so that no total tells it."""
    found = {}
    for _ in range(draw(st.integers(1, 6))):
        gone = draw(st.sets(st.integers(1, rows), max_size=40))
        some = st.integers(1, 2 * rows + 50).map(lambda number: number / 2)
        come = draw(st.sets(some, min_size=len(gone), max_size=len(gone) + draw(st.integers(0, 3))))
        come = {key for key in come if key % 1} | {2 * rows + number for number in range(len(gone))}
        found[draw(st.integers(2, 40))] = (set(list(come)[: len(gone)]), gone)
    return found


@given(st.data(), st.integers(260, 6000))
@settings(max_examples=120, deadline=None)
def test_no_row_is_missed_or_comes_twice_whatever_comes_and_goes(data, rows):
    store = Cursors(range(1, rows + 1), changes=data.draw(changes(rows)))
    came = store.read()
    assert len(came) == len(set(came))
    assert store.always <= set(came)


def test_a_row_goes_and_another_comes_at_the_end():
    """No total tells that; the row that crossed the edge of two pages is not lost."""
    store = Cursors(range(1, 5001), changes={5: ({6000}, {3})})
    assert set(range(1, 5001)) - {3} <= set(store.read())


@pytest.mark.parametrize("total", [1, 251, 300, 2499, 2501, 10**6, 10**12])
def test_a_total_that_lies(total):
    store = Cursors(range(1, 2501), total=total)
    assert sorted(store.read()) == list(range(1, 2501))
    assert len(store.asked) <= 30


def test_a_list_that_takes_no_page_numbers():
    store = Cursors(range(1, 2501), numbers=False)
    assert store.read() == list(range(1, 2501))
    assert len(store.asked) <= 12 + 8  # as many as were in flight when it was seen


def test_rows_that_do_not_say_which_they_are_all_come():
    """As those of a price list would, if the API left out a part of what names them."""
    store = Cursors(range(1, 901))
    pace = Pace(8)
    pace.whole = True
    plan = attrs.evolve(compiler.compile(query_of(Customer)), key=None, identity=("id", "name"))
    found = paging.pages(store.fetch, plan, ahead=Ahead(store.fetch, store.start, pace))
    assert [row["id"] for page in found for row in page.rows] == list(range(1, 901))


def test_pages_smaller_than_they_were_asked_for():
    class Insists(Cursors):
        def fetch(self, path, params):
            self._most = 250 if len(self.asked) < 3 else 100
            return super().fetch(path, params)

    assert Insists(range(1, 2501)).read() == list(range(1, 2501))


@pytest.mark.parametrize("why", ["one at a time", "a slice", "sorted"])
def test_the_cursors_are_followed(why):
    store = Cursors(range(1, 2001))
    width = 1 if why == "one at a time" else 8
    facts = {"stop": 1700} if why == "a slice" else {}
    facts |= {"order": ("date_created",)} if why == "sorted" else {}
    came = store.read(width, **facts)
    assert came[:1700] == list(range(1, 1701))
    assert store.cursors >= 6
    assert all("page" not in params for params in store.asked)


@given(st.data(), st.integers(260, 6000))
@settings(max_examples=60, deadline=None)
def test_row_after_row_no_more_pages_are_read_ahead_than_were_used(data, rows):
    store = Cursors(range(1, rows + 1), changes=data.draw(st.just({}) | changes(rows)))
    pages = data.draw(st.integers(1, 30))
    came = store.read(whole=False, pages=pages)
    assert len(store.asked) <= 2 * pages
    assert len(came) == len(set(came))
    assert store.always <= set(store.read(whole=False))


def test_rows_that_are_deleted_one_after_the_other():
    """Whoever deletes what he reads moves the list with each page, and misses none."""
    store = Cursors(range(1, 2001))
    came = []
    for row in store.rows(whole=False):
        came.append(row)
        store.keys.discard(row)
    assert came == list(range(1, 2001))
    assert not store.keys
    assert len(store.asked) <= 8 + 3


def test_a_short_list_is_not_worth_a_page_more():
    store = Cursors(range(1, 1001))
    store.read()
    assert len(store.asked) == 4


@given(st.integers(60, 1000), st.integers(2, 400))
def test_pages_overlap_and_go_on(size, pages):
    cuts = list(islice(Cut(size, 1).and_after(size), pages))
    assert len(cuts) == pages
    for before, cut in pairwise(cuts):
        assert cut.start < before.end < cut.end
        assert cut.limit <= size


@pytest.mark.parametrize(("size", "total"), [(250, None), (250, 250), (1, 900), (0, 900), (4, 10)])
def test_lists_that_are_not_joined(size, total):
    assert not joins(size, total)


def test_joined_pages_are_few_enough_for_every_page_size_of_the_api():
    for size in (50, 100, 250, 1000):
        for total in (12 * size, 40 * size, 10**12):
            assert joins(size, total) == (size > 50)


def test_what_tells_rows_apart_is_asked_of_the_declaration():
    records = query_of(PriceRecord, parents={"price_list_id": 1})
    assert compiler.compile(records).identity == ("price_list_id", "variant_id", "currency")
    metafields = query_of(CustomerMetafield, parents={"resource_id": 1})
    assert compiler.compile(metafields).identity == ("id",)


def test_customers_of_a_store(emulator, session):
    for number in range(600):
        session.add(Customer(email=f"c{number}@example.com", first_name="A", last_name="B"))
    session.commit()
    with bcorm.connect("testing", "token", api_url=emulator.url, concurrency=1):
        serial = [customer.id for customer in Customer.objects.all()]
    assert [customer.id for customer in list(Customer.objects.all())] == serial
    assert len(serial) > 600
