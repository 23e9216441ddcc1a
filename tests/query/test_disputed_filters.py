"""Filters that only a guide shows: sent where a client says so, and never believed."""

from __future__ import annotations

from decimal import Decimal

import pytest

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator, Fault
from bcorm.exceptions import ConfigurationError, ServiceUnavailable
from bcorm.http import RetryPolicy
from bcorm.model.unit_of_work import current_session

BOTH = ("price:min", "price:max")


@pytest.fixture
def shop(request):
    with Emulator(disputed_filters=getattr(request, "param", "obey")) as emulator:
        yield emulator
    current_session.set(None)


def connected(shop, sends=BOTH, **options):
    return bcorm.connect("abc", "a-token", api_url=shop.url, sends=sends, **options)


def lists(shop):
    return [item for item in shop.requests if item.path.endswith("catalog/products")]


QUERIES = {
    "gte": {"price__gte": 50},
    "gt": {"price__gt": Decimal("52.99")},
    "lte": {"price__lte": 20},
    "lt": {"price__lt": 20},
    "both": {"price__gte": 20, "price__lt": Decimal("50.5")},
    "range": {"price__range": (20, 50)},
    "twice": {"price__gte": 20, "price__gt": 30},
    "with another": {"price__gte": 20, "is_visible": True},
    "empty": {"price__gt": 60, "price__lt": 50},
}


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("shop", ["obey", "ignore", "refuse"], indirect=True)
def test_the_rows_are_the_same_whatever_the_store_makes_of_them(shop, name):
    plain = bcorm.connect("abc", "a-token", api_url=shop.url)
    rows = Product.objects.scan().filter(**QUERIES[name])
    expected = sorted(rows.using(plain).values_list("id", flat=True))
    with connected(shop) as session:
        assert sorted(rows.using(session).values_list("id", flat=True)) == expected
        assert rows.using(session).count() == len(expected)
        first = rows.using(session).order_by("price", "id").first()
    assert (first is None) == (not expected)


def test_a_store_that_obeys_sends_fewer_rows(shop):
    rows = shop.documents("v3/catalog/products")
    dear = {row["id"] for row in rows if row["price"] >= 50}
    assert 0 < len(dear) < len(rows)
    with connected(shop, sends=["price:min"]) as session:
        few = list(Product.objects.scan().filter(price__gte=50))
        (request,) = lists(shop)
        assert request.query["price:min"] == "50"
        assert "price:max" not in request.query
        assert {item.id for item in few} == dear
        list(Product.objects.scan().filter(price__lte=10))
        assert "price:max" not in lists(shop)[-1].query
        assert session.client.sends == {"price:min"}


@pytest.mark.parametrize("shop", ["refuse"], indirect=True)
def test_what_is_refused_is_left_out_from_then_on(shop):
    with connected(shop) as session:
        assert list(Product.objects.scan().filter(price__gte=50, price__lte=60))
        asked = [sorted({*item.query} & {*BOTH}) for item in lists(shop)]
        assert asked[0] == sorted(BOTH)
        assert asked[-1] == []
        before = len(lists(shop))
        assert list(Product.objects.scan().filter(price__gte=50))
        assert len(lists(shop)) == before + 1
        assert session.client.sends == set()


def test_another_failure_is_told(shop):
    with connected(shop, retry=RetryPolicy.never()) as session:
        shop.faults.add(Fault("503", path="v3/catalog/products", times=1))
        with pytest.raises(ServiceUnavailable):
            list(Product.objects.scan().filter(price__gte=50))
        assert session.client.sends == set(BOTH)


def test_explain_says_so(shop):
    with connected(shop):
        told = Product.objects.filter(price__gte=50).scan().explain()
        assert "price:min=50" in told.requests[0]
        assert told.here == ("price gte Decimal('50')",)
        assert told.disputed == ("price:min",)
        assert "price:min is sent besides" in str(told)
        assert Product.objects.filter(price=50).explain().disputed == ()
        assert bcorm.Brand.objects.all().explain().disputed == ()
        assert bcorm.ProductVariant.objects.filter(price__gte=5).explain().disputed == ()
    assert shop.requests == []


def test_nothing_is_sent_without_being_asked_for(shop):
    with bcorm.connect("abc", "a-token", api_url=shop.url):
        list(Product.objects.scan().filter(price__gte=50))
    assert not {*lists(shop)[0].query} & {*BOTH}


@pytest.mark.parametrize("sends", ["price:min", ("cost:min",), ("price",)])
def test_a_client_sends_no_other_filter(sends):
    with pytest.raises(ConfigurationError, match="price:min, price:max"):
        bcorm.connect("abc", "a-token", sends=sends)
