"""The emulator's time: dates that are pinned, recent orders, and answers that take their time."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

import pytest

from bcorm.emulator import Emulator
from bcorm.emulator.errors import ApiError
from bcorm.emulator.latency import Latency

NOON = datetime(2024, 5, 1, 12, tzinfo=timezone.utc)
COLLECTIONS = ("v2/orders", "v3/catalog/products", "v3/customers", "v2/orders/100/products")


def shown(emulator):
    try:
        return [emulator.documents(path) for path in COLLECTIONS]
    finally:
        emulator.close()


def placed(emulator):
    return [parsedate_to_datetime(row["date_created"]) for row in emulator.documents("v2/orders")]


def test_the_same_seed_and_moment_give_the_same_shop():
    first, again = (shown(Emulator(now=NOON, seed=3)) for _ in range(2))
    assert first == again
    assert shown(Emulator(now=NOON + timedelta(days=1), seed=3)) != first


def test_orders_are_recent_when_the_shop_is_made():
    for now in (NOON, None):
        emulator = Emulator(now=now)
        moment = now or datetime.now(timezone.utc)
        dates = placed(emulator)
        assert max(dates) <= moment
        assert any(date > moment - timedelta(days=7) for date in dates)
        assert min(dates) < moment - timedelta(days=365)
        assert dates == sorted(dates)
        emulator.close()


def test_there_is_something_to_do():
    emulator = Emulator(now=NOON)
    week = [
        row
        for row in emulator.documents("v2/orders")
        if parsedate_to_datetime(row["date_created"]) > NOON - timedelta(days=7)
    ]
    waiting = [row["id"] for row in week if row["status_id"] == 11]
    shipped = [key for key in waiting if emulator.documents(f"v2/orders/{key}/shipments")]
    products = emulator.documents("v3/catalog/products")
    pictures = [emulator.documents(f"v3/catalog/products/{row['id']}/images") for row in products]
    emulator.close()
    assert len(week) >= 15
    assert len(waiting) >= 5
    assert not shipped
    assert len({row["status_id"] for row in week}) >= 5
    assert any(row["customer_id"] == 0 for row in week)
    assert any(row["total_sold"] == 0 for row in products)
    assert any(row["brand_id"] == 0 for row in products)
    assert any(0 < row["inventory_level"] < row["inventory_warning_level"] for row in products)
    assert [] in pictures


def test_dates_are_pinned(make_shop):
    shop = make_shop(now=NOON)
    made = shop.post("v3/catalog/brands", {"name": "Pinned"}).json()["data"]
    assert made["name"] == "Pinned"
    body = {"name": "Pinned", "type": "physical", "weight": 1, "price": 1}
    product = shop.post("v3/catalog/products", body).json()["data"]
    assert product["date_created"] == "2024-05-01T12:00:00+00:00"
    assert shop.request("GET", "v2/time").json() == {"time": int(NOON.timestamp())}


def test_a_reset_keeps_the_moment(make_shop):
    shop = make_shop(now=NOON)
    before = placed(shop.emulator)
    shop.emulator.reset()
    assert placed(shop.emulator) == before


@pytest.mark.parametrize(
    ("text", "bounds"),
    [("200", (200, 200)), ("50-400", (50, 400)), ("0", (0, 0)), ("0.5", (0.5, 0.5))],
)
def test_latency_is_read(text, bounds):
    latency = Latency.read(text)
    assert (latency.low, latency.high) == bounds
    drawn = [latency.seconds() * 1000 for _ in range(50)]
    assert all(bounds[0] <= value <= bounds[1] for value in drawn)
    assert (len(set(drawn)) > 1) == (bounds[0] != bounds[1])


@pytest.mark.parametrize("given", [-1, (5, 1), (-2, 3)])
def test_latency_that_makes_no_sense(given):
    with pytest.raises(ValueError, match="latency_ms="):
        Emulator(latency_ms=given)


def test_answers_wait(make_shop, monkeypatch):
    shop = make_shop(latency_ms=(7, 9), empty=True)
    waited = []
    monkeypatch.setattr(shop.emulator._service.stopping, "wait", waited.append)
    assert shop.request("GET", "v2/time").status_code == 200
    assert len(waited) == 1
    assert 0.007 <= waited[0] <= 0.009


@pytest.mark.parametrize(("kind", "status"), [("refuse", 422), ("ignore", 200), ("obey", 200)])
def test_disputed_filters(make_shop, kind, status):
    shop = make_shop(disputed_filters=kind)
    answer = shop.request("GET", "v3/catalog/products", params={"price:min": 50, "limit": 250})
    assert answer.status_code == status
    if status == 200:
        prices = [row["price"] for row in answer.json()["data"]]
        assert (min(prices) >= 50) == (kind == "obey")
        assert len(prices) == (220 if kind == "ignore" else len(prices))


def test_moment_is_a_text_or_a_day_as_well():
    first = shown(Emulator(now=datetime(2026, 11, 5, tzinfo=timezone.utc)))
    for now in ("2026-11-05", "2026-11-05T00:00:00Z", date(2026, 11, 5)):
        assert shown(Emulator(now=now)) == first


@pytest.mark.parametrize(
    ("now", "error"), [("soon", ValueError), ("2026-13-01", ValueError), (5, TypeError)]
)
def test_moment_that_is_none__is_named(now, error):
    with pytest.raises(error, match=f"now .*{now!r}"):
        Emulator(now=now)


@pytest.mark.parametrize(
    ("path", "document", "told"),
    [
        ("v3/catalog/products", {"name": "Mug"}, "422 .*weight: error.path.missing"),
        ("v2/orders", {"status_id": 99}, "400 The field 'status_id' is invalid"),
        ("v2/coupons", {"name": "Friends"}, "400 The required field 'type' was not supplied"),
    ],
)
def test_document_that_is_refused__says_why(make_shop, path, document, told):
    with pytest.raises(ApiError, match=told):
        make_shop(empty=True).emulator.put_document(path, document)
