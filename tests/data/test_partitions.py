"""Pieces of a queryset: together they are the whole, wherever they are read."""

from __future__ import annotations

import pickle
import re
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from operator import attrgetter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from parallel_work import (
    die_at_100,
    fail_at_100,
    fail_fragile,
    price_of,
    raise_price,
    raise_price_but_at_100,
    rename_to_a_name_that_is_taken,
)

import bcorm
from bcorm import Brand, Order, Product, ProductCustomField, parallel, v2
from bcorm.emulator import Emulator
from bcorm.exceptions import CommitError, ConfigurationError, QueryError
from bcorm.session.partitions import client_here


def keys(pieces):
    return [item.pk for piece in pieces for item in piece]


@pytest.mark.parametrize("model", [Product, Brand, Order])
@pytest.mark.parametrize("count", [1, 2, 7, 1000])
def test_pieces_hold_every_row_once_and_in_order(store, model, count):
    pieces = model.objects.all().partitions(count)
    assert len(pieces) <= count
    assert keys(pieces) == [item.pk for item in model.objects.all()]


KEY_LOOKUPS = (
    lambda low, high: {"id__range": (low, high)},
    lambda low, high: {"id__gte": low, "id__lt": high},
    lambda low, high: {"id__gt": low, "id__lt": high},
    lambda low, high: {"id__lt": high},
    lambda low, high: {"id__in": list(range(low, high, 3))},
    lambda low, high: {"id__not_in": list(range(low, high, 3))},
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    count=st.integers(1, 9),
    keys_within=st.one_of(
        st.none(),
        st.tuples(st.integers(70, 320), st.integers(0, 260), st.sampled_from(KEY_LOOKUPS)),
    ),
    price=st.sampled_from([None, 40, 500]),
    part=st.one_of(st.none(), st.tuples(st.integers(0, 30), st.integers(0, 90))),
)
def test_any_queryset_that_can_be_cut(shop, count, keys_within, price, part):
    chosen = Product.objects.using(shop).filter(inventory_level__gte=0).scan()
    if price is not None:
        chosen = chosen.filter(price__lt=price)
    if keys_within is not None:
        low, width, lookups = keys_within
        chosen = chosen.filter(**lookups(low, low + width))
    if part is not None:
        start, length = part
        chosen = chosen[start : start + length]
    try:
        pieces = chosen.partitions(count)
    except QueryError:
        assert price is not None
        return
    assert keys(pieces) == [item.pk for item in chosen]


@pytest.fixture(scope="module")
def shop():
    with Emulator() as emulator:
        yield bcorm.connect("cut", "token", api_url=emulator.url)


def test_cutting_by_key_costs_two_requests(store, assert_requests):
    with assert_requests(2):
        assert len(Product.objects.filter(is_visible=True).partitions(8)) == 8


def test_pieces_have_as_many_rows_whatever_gaps_the_keys_have(store, assert_requests):
    """A few old products, and new ones since those between were deleted."""
    store.emulator.generate_products(600)
    last = Product.objects.order_by("-id").first().id
    Product.objects.filter(id__gt=300, id__lte=last - 100).delete()
    with assert_requests(2 + 1):
        pieces = Product.objects.all().partitions(2)
    assert keys(pieces) == [item.pk for item in Product.objects.all()]
    for count in (2, 8):
        sizes = [len(list(piece)) for piece in Product.objects.all().partitions(count)]
        assert len(sizes) == count
        assert max(sizes) - min(sizes) <= 1


def test_a_sorted_queryset_is_cut_in_its_order(store):
    chosen = Product.objects.order_by("-price")[20:120]
    assert keys(chosen.partitions(3)) == [item.pk for item in chosen]


@pytest.mark.parametrize(
    "chosen",
    [
        lambda: Product.objects.order_by("weight"),
        lambda: Brand.objects.filter(search_keywords="x").order_by("-name"),
    ],
)
def test_what_each_piece_would_read_whole_is_refused(store, chosen):
    with pytest.raises(QueryError, match="each piece would read"):
        chosen().partitions(2)


def test_rows_that_come_meanwhile_are_in_the_last_piece(store):
    pieces = Product.objects.all().partitions(3)
    made = Product.objects.create(name="Late", type="physical", price=1, weight=1)
    assert made.id in keys(pieces[-1:])


def test_a_piece_pickles_without_a_secret(store):
    bcorm.connect(store.hash, "very-secret-token", api_url=store.url)
    pickled = pickle.dumps(Product.objects.filter(price__lt=50).scan().partitions(2))
    assert b"very-secret-token" not in pickled
    assert store.url.encode() not in pickled
    assert keys(pickle.loads(pickled)) == [
        item.pk for item in Product.objects.filter(price__lt=50).scan()
    ]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("BIGCOMMERCE_STORE_HASH", "other", "names the store 'other@127"),
        ("BIGCOMMERCE_API_URL", "http://127.0.0.1:9", "names the store '.*@127.0.0.1:9'"),
    ],
)
def test_a_piece_does_not_read_another_store(store, monkeypatch, name, value, told):
    pieces = pickle.loads(pickle.dumps(Product.objects.all().partitions(2)))
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=told):
        keys(pieces)


def test_a_process_without_credentials_says_whose_are_missing(store, monkeypatch):
    pieces = pickle.loads(pickle.dumps(Product.objects.all().partitions(2)))
    monkeypatch.delenv("BIGCOMMERCE_ACCESS_TOKEN")
    with pytest.raises(
        ConfigurationError, match=f"{store.hash}.*a process whose.*BIGCOMMERCE_ACCESS_TOKEN not set"
    ):
        keys(pieces)


@pytest.mark.parametrize(
    "chosen",
    [
        lambda: Product.objects.filter(id__in=range(1, 600)),
        lambda: Product.objects.filter(brand_id__in=[21, 22]),
        lambda: ProductCustomField.objects.filter(product_id__in=[78, 80]),
    ],
)
def test_several_lists_are_not_cut_as_one(store, chosen):
    with pytest.raises(QueryError, match=r"as \d lists.*name fewer values at a time"):
        chosen().partitions(2)


def test_a_process_has_one_client_of_a_store(store):
    key = Product.objects.all().partitions(1)[0].store_key
    assert client_here(key) is client_here(key)


# parallel.map


@pytest.fixture
def processes():
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        yield executor


def test_threads_give_what_the_serial_run_gives(store):
    serial = [price_of(item) for item in Product.objects.all()]
    assert list(parallel.map(Product.objects.all(), price_of)) == serial


def test_processes_give_what_the_serial_run_gives(store):
    serial = [price_of(item) for item in Product.objects.all()]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        found = list(parallel.map(Product.objects.all(), price_of, executor=executor))
    assert found == serial


def test_a_function_of_the_process_itself_will_do_in_threads(store):
    seen = []
    assert set(parallel.map(Product.objects.all(), seen.append)) == {None}
    assert len(seen) == 220


def test_each_piece_commits_what_was_changed(store, assert_requests):
    before = dict(price_of(item) for item in Product.objects.all())
    with assert_requests(reads=2 + 4, writes=4 * 6):
        changed = list(parallel.map(Product.objects.all(), raise_price, partitions=4, commit=True))
    assert changed == list(before)
    fresh = store.session.client.session()
    after = dict(price_of(item) for item in Product.objects.using(fresh))
    assert after == {key: price + 1 for key, price in before.items()}


def test_nothing_is_written_unless_it_is_asked_for(store, assert_requests):
    with assert_requests(writes=0):
        list(parallel.map(Product.objects.all(), raise_price))


def test_an_error_of_the_function_comes_out_where_its_row_would(store):
    found = []
    with pytest.raises(LookupError, match="100 is not wanted"):
        found.extend(parallel.map(Product.objects.all(), fail_at_100, partitions=10))
    assert found == list(range(77, 77 + len(found)))
    assert found[-1] < 100


def test_a_bounded_number_of_pieces_is_under_way(store):
    """Whoever reads slowly has no more in memory than two pieces for each worker."""
    begun = []
    with ThreadPoolExecutor(2) as executor:
        results = parallel.map(
            Product.objects.all(), begun.append, executor=executor, partitions=22
        )
        for read in range(1, 221):
            next(results)
            assert len(begun) <= 10 * (-(-read // 10) + 2 * 2)
        assert len(begun) == 220


def test_progress_is_told_piece_by_piece(store):
    told = []
    results = parallel.map(
        Product.objects.all(),
        raise_price,
        partitions=4,
        commit=True,
        progress=lambda report: told.append(
            (report.done, report.pieces, report.rows, report.saved)
        ),
    )
    assert len(list(results)) == 220
    assert [one[:2] for one in told] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert told[-1][2:] == (220, 220)
    assert [one[2] for one in told] == [one[3] for one in told] == sorted(one[2] for one in told)


def test_an_error_names_the_row_and_the_piece(store, processes):
    for executor in (None, processes):
        with pytest.raises(LookupError) as caught:
            list(parallel.map(Product.objects.all(), fail_at_100, executor=executor, partitions=4))
        (note,) = caught.value.__notes__
        assert re.search(r"with <Product id=100 name=.*>, in piece 1 of Product$", note)


def test_what_a_piece_cannot_read_names_the_piece(store):
    store.fail("500", path="v3/catalog/products", after=2, times=None)
    with pytest.raises(bcorm.ApiError) as caught:
        list(parallel.map(Product.objects.all(), price_of, partitions=4))
    assert caught.value.__notes__ == ["bcorm.parallel.map: in piece 1 of Product"]


def test_the_report_has_what_others_saved_beside_a_failure(store):
    """What was under way when an error came out is waited for: one report says it all."""
    before = dict(price_of(item) for item in Product.objects.all())
    results = parallel.map(Product.objects.all(), raise_price_but_at_100, partitions=4, commit=True)
    with pytest.raises(LookupError):
        list(results)
    fresh = store.session.client.session()
    after = dict(price_of(item) for item in Product.objects.using(fresh))
    raised = [key for key, price in after.items() if price != before[key]]
    assert results.report.saved == len(raised)
    assert 100 not in raised


def test_a_session_of_ones_own_making(store):
    opened = []

    def connect():
        opened.append(store.session.client.session(strict=True))
        return opened[-1]

    assert (
        len(list(parallel.map(Product.objects.all(), price_of, partitions=3, connect=connect)))
        == 220
    )
    assert len(opened) == 3
    with Emulator() as other:
        elsewhere = bcorm.connect("other", "token", api_url=other.url)
        with pytest.raises(QueryError, match="connect\\(\\) has opened 'other@"):
            list(
                parallel.map(
                    Product.objects.using(store.session), price_of, connect=lambda: elsewhere
                )
            )


# What goes wrong in a worker


def test_a_function_that_processes_cannot_import_is_refused_before_anything_is_sent(
    store, processes, assert_requests
):
    with assert_requests(0), pytest.raises(TypeError, match="define them at the top of a module"):
        parallel.map(Product.objects.all(), lambda product: product.id, executor=processes)
    with assert_requests(0), pytest.raises(TypeError, match="a function was expected, not None"):
        parallel.map(Product.objects.all(), None)


@pytest.mark.parametrize("count", [0, -1])
def test_no_pieces_at_all(store, assert_requests, count):
    with assert_requests(0), pytest.raises(QueryError, match="a whole number of pieces"):
        parallel.map(Product.objects.all(), price_of, partitions=count)


def test_an_error_that_does_not_unpickle_says_what_it_was(store, processes):
    with pytest.raises(RuntimeError, match="Fragile: 100 is broken"):
        list(parallel.map(Product.objects.all(), fail_fragile, executor=processes))
    # The pool lives on.
    assert len(list(parallel.map(Product.objects.all(), price_of, executor=processes))) == 220


def test_errors_of_ours_come_out_of_a_process_as_they_are(store, processes):
    renamed = parallel.map(
        Product.objects.filter(id__lte=90),
        rename_to_a_name_that_is_taken,
        executor=processes,
        commit=True,
    )
    with pytest.raises(CommitError, match="1 failed, 0 unknown") as caught:
        list(renamed)
    assert [failure.object.pk for failure in caught.value.report.failed] == [78]


def test_a_worker_that_dies(store):
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        results = parallel.map(Product.objects.all(), die_at_100, executor=executor)
        with pytest.raises(BrokenExecutor):
            list(results)


@pytest.mark.parametrize(
    "chosen",
    [
        Product.objects.none,
        lambda: Product.objects.filter(sku="NONE"),
        lambda: Product.objects.all()[5:60],
        lambda: Product.objects.order_by("-id"),
        lambda: Product.objects.order_by("name"),
        lambda: Product.objects.filter(price__lt=50).scan(),
        lambda: Product.objects.get(id=77).images,
        lambda: Order.objects.order_by("-id"),
        lambda: Order.objects.get(id=100).products,
        v2.Product.objects.all,
    ],
)
@pytest.mark.parametrize("count", [None, 3, 10_000])
def test_any_list_gives_what_the_serial_run_gives(store, chosen, count):
    serial = [item.id for item in chosen()]
    assert list(parallel.map(chosen(), attrgetter("id"), partitions=count)) == serial
