"""The seam itself, without a framework: pages with totals, questions the API can answer."""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal

import pytest

from bcorm import Brand, Client, OAuthCredentials, Order, OrderStatus, Product, v2
from bcorm.contrib.backend import Backend, Question
from bcorm.exceptions import FieldError, FullScanRefused


@pytest.fixture
def session(store):
    client = Client(OAuthCredentials("seam", "token"), api_url=store.url)
    with client.session() as opened:
        yield opened


def paths(store):
    return [f"{item.method} {item.path}" for item in store.requests]


def test_page__total_comes_with_it(store, session):
    page = Backend(Product).page(Question(order=("-price",), start=100, stop=200))
    assert page.total == len(store.documents("v3/catalog/products"))
    assert len(page.rows) == 100
    assert paths(store) == ["GET /v3/catalog/products"]


@pytest.mark.parametrize(
    ("start", "stop", "requests"),
    [(0, 10, 2), (290, 310, 1), (0, 1000, 2)],
)
def test_page__of_v2_asks_for_the_total_only_if_it_must(store, session, start, stop, requests):
    total = len(store.documents("v2/orders"))
    page = Backend(Order).page(Question(start=start, stop=stop))
    assert page.total == total
    assert len(page.rows) == max(0, min(stop, total) - start)
    assert len(paths(store)) <= requests + (stop - start) // 250


def test_page__of_a_list_without_pages(store, session):
    page = Backend(OrderStatus).page(Question(start=5, stop=10))
    assert [row.id for row in page.rows] == [5, 6, 7, 8, 9]
    assert page.total == 15
    assert paths(store) == ["GET /v2/order_statuses"]


def test_page__past_the_end(store, session):
    page = Backend(Brand).page(Question(start=1000, stop=1100))
    assert page.rows == []
    assert page.total == len(store.documents("v3/catalog/brands"))


def test_scan__only_when_it_is_said(store, session):
    question = Question(where=(("page_title__startswith", "A"),))
    with pytest.raises(FullScanRefused):
        Backend(Brand).page(question)
    assert paths(store) == []
    wanted = [row for row in store.documents("v3/catalog/brands") if row["page_title"][:1] == "A"]
    assert Backend(Brand, scan=True).page(question).total == len(wanted)


def test_check__sends_nothing(store, session):
    with pytest.raises(FieldError):
        Backend(Product).check(Question(where=(("nme", 1),)))
    Backend(Product).check(Question(where=(("name", "x"),)))
    assert paths(store) == []


def test_steps__less_than_is_at_most_one_less(store, session):
    moment = datetime(2020, 1, 1, tzinfo=timezone.utc)
    Backend(Product).page(Question(where=(("date_modified__lt", moment),), stop=1))
    assert store.requests[-1].query["date_modified:max"] == "2019-12-31T23:59:59+00:00"


SECOND = "2020-01-01T00:00:00+00:00"


@pytest.mark.parametrize(
    ("lookup", "microsecond", "parameter", "asked"),
    [
        ("lt", 0, "max", "2019-12-31T23:59:59+00:00"),
        ("lt", 1, "max", SECOND),
        ("gt", 0, "min", "2020-01-01T00:00:01+00:00"),
        ("gt", 1, "min", "2020-01-01T00:00:01+00:00"),
    ],
)
def test_steps__of_a_part_of_a_second(store, session, lookup, microsecond, parameter, asked):  # noqa: PLR0917
    moment = datetime(2020, 1, 1, microsecond=microsecond, tzinfo=timezone.utc)
    Backend(Product).page(Question(where=((f"date_modified__{lookup}", moment),), stop=1))
    assert store.requests[-1].query[f"date_modified:{parameter}"] == asked


def test_steps__amounts_have_none_and_are_compared_here(store, session):
    row = store.documents("v2/products")[0]
    store.put_document("v2/products", {"id": row["id"], "price": "100.0000"})
    page = Backend(v2.Product).page(Question(where=(("price__lt", 100),), stop=3))
    assert {request.query.get("max_price") for request in store.requests} >= {"100"}
    wanted = [one for one in store.documents("v2/products") if Decimal(one["price"]) < 100]
    assert (len(page.rows), page.total) == (3, len(wanted))
    assert row["id"] not in {product.id for product in page.rows}


def test_scan__reads_the_store_of_its_own_session(store, session):
    other = Client(OAuthCredentials("other", "token"), api_url=store.url).session()
    question = Question(where=(("name__startswith", "A"),))
    for row in Backend(OrderStatus, other, scan=True).page(question).rows:
        assert row in other
        assert row not in session
    assert other.stats.requests > 0
    assert session.stats.requests == 0


def test_get__missing_is_none(store, session):
    assert Backend(Product).get(123456) is None


def test_held_rows__cost_nothing(store, session):
    backend = Backend(Product)
    rows = backend.page(Question(stop=10)).rows
    store.clear_requests()
    keys = [row.id for row in rows]
    assert list(backend.rows(Question(where=(("id__in", keys),)))) == rows
    assert backend.get(keys[0]) is rows[0]
    assert paths(store) == []


def test_save_and_delete__report_instead_of_raising(store, session):
    backend = Backend(Product)
    first, second = backend.page(Question(stop=2)).rows
    first.name = second.name
    report = backend.save(first)
    assert not report
    assert report.failed[0].object is first
    session.rollback()
    second.price = Decimal(1)
    assert backend.save(second).saved == [second]
    assert backend.delete(second).saved == [second]
