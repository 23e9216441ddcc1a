"""Lists that are read ahead: the same rows in the same order, for at most a fifth more requests."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcorm import Brand, Category, Coupon, Order, Product, ProductReview
from bcorm.model.reading import query_of
from bcorm.query import compiler, paging
from bcorm.query.fetching import Ahead, Fetched, Pace
from bcorm.query.parameters import Condition


class Store:
    """A list as the API gives it, of rows that have nothing but keys."""

    def __init__(self, keys, *, totals=True, cuts=True, counts=None):
        self.keys = sorted(keys)
        self.asked = []
        self.open = 0
        self.most = 0
        self._totals = totals
        self._cuts = cuts
        self._counts = counts

    def fetch(self, path, params):
        self.asked.append(params)
        if path.endswith("/count"):
            return Fetched(
                [{"count": len(self.keys) if self._counts is None else self._counts}], {}
            )
        low = int(params.get("id:greater", int(params.get("min_id", 1)) - 1))
        high = int(params.get("id:max") or params.get("max_id") or 10**12) if self._cuts else 10**12
        found = [key for key in self.keys if low < key <= high]
        if "id:in" in params:
            wanted = set(map(int, params["id:in"].split(",")))
            found = [key for key in found if key in wanted]
        if params.get("direction") == "desc" or params.get("sort") == "id:desc":
            found = found[::-1]
        size, page = int(params["limit"]), int(params.get("page", 1))
        rows = [{"id": key} for key in found[(page - 1) * size : page * size]]
        meta = {"pagination": {"total": len(found), "per_page": size, "current_page": page}}
        return Fetched(rows, meta if self._totals else {})

    def start(self, path, params):
        self.open += 1
        self.most = max(self.most, self.open)
        store, page = self, self.fetch(path, params)

        class Answer(Future):
            def result(self, timeout=None):
                store.open -= 1
                return super().result(timeout)

            def cancel(self):
                store.open -= 1
                return super().cancel()

        answer = Answer()
        answer.set_result(page)
        return answer

    def read(self, plan, width, *, whole=True, pages=None):
        """The keys of a plan's rows, or of its first pages."""
        pace = Pace(width)
        pace.whole = whole
        reader = paging.pages(
            self.fetch, plan, ahead=Ahead(self.fetch, self.start if width > 1 else None, pace)
        )
        found = []
        for number, page in enumerate(reader, 1):
            found += [row["id"] for row in page.rows]
            if number == pages:
                break
        reader.close()
        return found


class Rounds(Store):
    """A store that answers all that is in flight at once, when somebody waits for one of it."""

    def __init__(self, keys, **facts):
        super().__init__(keys, **facts)
        self.rounds = 0
        self._flying = []

    def start(self, path, params):
        store, page = self, self.fetch(path, params)

        class Answer(Future):
            def result(self, timeout=None):
                if not self.done():
                    store.land()
                return super().result(timeout)

        answer = Answer()
        self._flying.append((answer, page))
        return answer

    def land(self):
        self.rounds += 1
        for answer, page in self._flying:
            answer.set_result(page)
        self._flying = []


def _plan(model, **facts):
    return compiler.compile(query_of(model, **facts))


class Keys(set):
    """Keys, of which an example shows how they were made."""

    def __init__(self):
        super().__init__()
        self.runs = []

    def __repr__(self):
        return f"<{len(self)} keys: {', '.join(self.runs)}>"


@st.composite
def key_sets(draw):
    """Keys as stores have them: runs of them, with few or many left out, and gaps between."""
    keys, at = Keys(), draw(st.integers(1, 10**6))
    for _ in range(draw(st.integers(1, 4))):
        step = draw(st.sampled_from([1, 1, 1, 2, 3, 40]))
        count = draw(st.integers(0, 4000))
        rare = draw(st.sampled_from([0, 0, 7, 100]))
        run = range(at, at + count * step, step)
        keys |= {key for index, key in enumerate(run) if not rare or index % rare}
        keys.runs.append(f"{run} without each {rare}th" if rare else f"{run}")
        at += count * step + draw(st.sampled_from([1, 50, 3000, 10**6]))
    return keys


@settings(max_examples=150, deadline=None)
@given(key_sets(), st.sampled_from([2, 3, 8, 20]), st.booleans(), st.booleans())
def test_every_row_comes_once_and_in_order(keys, width, whole, totals):
    plan = _plan(Product)
    serial, wide = Store(keys, totals=totals), Store(keys, totals=totals)
    assert serial.read(plan, 1) == sorted(keys)
    assert wide.read(plan, width, whole=whole) == sorted(keys)
    fewest = len(serial.asked)
    assert len(wide.asked) <= fewest + fewest / 5
    assert wide.most <= width


@pytest.mark.parametrize("model", [Product, Brand, Category, Order])
def test_keys_without_gaps_cost_no_request_more(model):
    store = Store(range(101, 10_101), totals=model is not Order)
    fewest = Store(store.keys)
    plan = _plan(model)
    assert store.read(plan, 8) == fewest.read(plan, 1)
    assert len(store.asked) == len(fewest.asked) + (model is Order)  # whose count is asked
    assert store.most == 8


@settings(max_examples=150, deadline=None)
@given(key_sets(), st.sampled_from([2, 8, 20]), st.sampled_from([None, 0, 1, 700, 10**9]))
def test_orders_are_counted_for_a_fifth_more_requests_and_whatever_the_count_says(
    keys, width, counts
):
    """A gap may make a short list seem a long one, which is worth its count."""
    plan = _plan(Order)
    serial, wide = Store(keys, totals=False), Store(keys, totals=False, counts=counts)
    assert serial.read(plan, 1) == wide.read(plan, width) == sorted(keys)
    fewest = len(serial.asked)
    if counts in {None, 10**9}:  # more than there are keys for is as good as no count
        assert len(wide.asked) <= max(fewest + fewest / 5, fewest + 1)
    assert wide.most <= width


@pytest.mark.parametrize(
    ("model", "rows", "waits"),
    [
        (Order, 1000, 4),
        (Order, 5000, 6),
        (Order, 10_000, 8),
        (Order, 20_000, 14),
        (Coupon, 10_000, 11),
    ],
)
def test_lists_without_totals_start_soon(model, rows, waits):
    """How often somebody waits for an answer with nothing else in flight that is of use."""
    store = Rounds(range(101, rows + 101), totals=False)
    assert store.read(_plan(model), 8) == store.keys
    assert store.rounds <= waits
    assert len(store.asked) <= rows / 250 + 2


def test_the_count_of_another_list_is_not_believed_for_long():
    """It may be that of more orders than are listed, and there may be keys for as many."""
    keys = range(1, 40_000, 20)
    store, fewest = Store(keys, totals=False, counts=25_000), Store(keys, totals=False)
    assert store.read(_plan(Order), 8) == fewest.read(_plan(Order), 1) == list(keys)
    assert len(store.asked) < 40  # of more than a hundred that there might be


def test_short_lists_of_orders_are_not_counted():
    for rows in (10, 250, 600, 999):
        wide, serial = Store(range(rows), totals=False), Store(range(rows), totals=False)
        assert wide.read(_plan(Order), 8) == serial.read(_plan(Order), 1)
        assert len(wide.asked) <= len(serial.asked)


@pytest.mark.parametrize("pages", [4, 8, 20])
def test_short_lists_are_read_from_both_ends_for_nothing(pages):
    wide, serial = Store(range(1, pages * 250 + 1)), Store(range(1, pages * 250 + 1))
    assert wide.read(_plan(Product), 8) == serial.read(_plan(Product), 1) == wide.keys
    assert len(wide.asked) == len(serial.asked) == pages
    assert wide.most == min(8, pages - 2)


@pytest.mark.parametrize("number", [300, 1200, 3000])
def test_a_store_that_does_not_cut_by_the_last_key_is_read_all_the_same(number):
    store = Store([*range(1, number), *range(100_000, 100_000 + number)], cuts=False)
    assert store.read(_plan(Product), 8) == store.keys


def test_a_gap_wastes_no_more_than_a_fifth():
    store = Store([*range(1, 2501), *range(10**6, 10**6 + 7500)])
    assert store.read(_plan(Product), 8) == store.keys
    assert len(store.asked) <= 48


@pytest.mark.parametrize("used", [1, 2, 3, 5])
def test_who_stops_early_has_paid_for_twice_as_much_at_most(used):
    store = Store(range(1, 10_001))
    assert len(store.read(_plan(Product), 8, whole=False, pages=used)) == used * 250
    assert used <= len(store.asked) <= 2 * used - 1


def test_pages_by_number_are_read_ahead_for_nothing():
    plan = _plan(ProductReview, parents={"product_id": 1})
    assert plan.strategy is compiler.Strategy.OFFSET
    wide, serial = Store(range(1, 2001)), Store(range(1, 2001))
    assert wide.read(plan, 8) == serial.read(plan, 1) == wide.keys
    assert len(wide.asked) == len(serial.asked)
    assert wide.most > 4


def test_the_lists_of_many_values_are_read_side_by_side():
    wanted = tuple(range(1, 6001, 2))
    plan = _plan(Product, conditions=(Condition(("id",), "in", wanted),))
    wide, serial = Store(range(1, 6001)), Store(range(1, 6001))
    assert wide.read(plan, 8) == serial.read(plan, 1)
    assert len(wide.asked) == len(serial.asked)
    assert wide.most > 4


@pytest.mark.parametrize("stop", [10, 250, 600, 1000])
def test_a_slice_costs_what_it_costs_one_request_after_the_other(stop):
    plan = _plan(Product, stop=stop)
    wide, serial = Store(range(1, 6001)), Store(range(1, 6001))
    for store, width in ((wide, 8), (serial, 1)):
        pages = -(-stop // 250)
        store.read(plan, width, pages=pages)
    assert len(wide.asked) == len(serial.asked)
