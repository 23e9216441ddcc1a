"""Channels and sites: what stays as it was made, and what belongs to what."""

from __future__ import annotations

import pytest
from shared import needs_shared

pytestmark = needs_shared("specs")

CHANNELS, SITES = "v3/channels", "v3/sites"
STOREFRONT, MARKET = 1, 2


@pytest.fixture
def kiosk(judged):
    """The id of a new channel."""
    body = {"name": "Kiosk", "type": "pos", "platform": "square"}
    return judged("POST", CHANNELS, body)[1]["data"]["id"]


def data(answer):
    return answer[1]["data"]


def test_a_channel_keeps_its_type_and_platform(judged, shop, kiosk):
    shop.put(f"{CHANNELS}/{kiosk}", {"type": "storefront", "platform": "next", "name": "Booth"})
    shown = data(judged("GET", f"{CHANNELS}/{kiosk}"))
    assert (shown["type"], shown["platform"], shown["name"]) == ("pos", "square", "Booth")


def test_a_channel_that_is_gone_stays_so(judged, kiosk):
    path = f"{CHANNELS}/{kiosk}"
    assert judged("PUT", path, {"status": "terminated"})[0] == 422
    assert judged("PUT", path, {"status": "deleted"})[0] == 200
    assert judged("PUT", path, {"status": "active"})[0] == 409
    listed = data(judged("GET", f"{CHANNELS}?available=true"))
    assert kiosk not in [item["id"] for item in listed]
    assert kiosk in [item["id"] for item in data(judged("GET", f"{CHANNELS}?available=false"))]


def test_currencies_are_the_stores_until_a_channel_has_its_own(judged, kiosk):
    def shown():
        return data(judged("GET", f"{CHANNELS}/{kiosk}?include=currencies"))["currencies"]

    path = f"{CHANNELS}/{kiosk}/currency-assignments"
    assert shown()["enabled_currencies"] == ["USD"]
    body = {"enabled_currencies": ["EUR", "USD"], "default_currency": "EUR"}
    assert judged("POST", path, body)[0] == 200
    assert shown()["default_currency"] == "EUR"
    assert judged("PUT", path, {**body, "default_currency": "GBP"})[0] == 422
    assert judged("DELETE", path)[0] == 200
    assert shown()["enabled_currencies"] == ["USD"]
    assert judged("GET", path)[0] == 404


# Listings


def listing(product, *variants, **values):
    row = {"product_id": product, "state": "active", "variants": []}
    row["variants"] = [
        {"product_id": product, "variant_id": variant, "state": "active"} for variant in variants
    ]
    return {**row, **values}


def some_products(shop, count):
    rows = shop.data("v3/catalog/products", include="variants", limit=count)
    return [(row["id"], row["variants"][0]["id"]) for row in rows]


def test_listings_go_on_after_an_id(judged, shop):
    path = f"{CHANNELS}/{MARKET}/listings"
    rows = [listing(*pair) for pair in some_products(shop, 7)]
    made = [item["listing_id"] for item in data(judged("POST", path, rows))]
    seen, after = [], ""
    while True:
        _, answer = judged("GET", f"{path}?limit=3{after}")
        seen.append([item["listing_id"] for item in answer["data"]])
        if "next" not in answer["meta"]["pagination"]["links"]:
            break
        after = f"&after={answer['data'][-1]['listing_id']}"
    assert seen == [made[:3], made[3:6], made[6:]]


def test_one_bad_listing_refuses_all(judged, shop):
    path = f"{CHANNELS}/{MARKET}/listings"
    (first, variant), (second, other), *_ = some_products(shop, 2)
    for bad in (listing(999_999), listing(second, variant), listing(first, variant)):
        assert judged("POST", path, [listing(first, variant), bad])[0] == 422
    assert data(judged("GET", path)) == []
    assert judged("POST", path, [listing(second, other)])[0] == 200


def test_a_change_keeps_the_variants_it_does_not_name(judged, shop):
    product = next(
        row
        for row in shop.data("v3/catalog/products", include="variants", limit=50)
        if len(row["variants"]) > 1
    )
    first, second = (row["id"] for row in product["variants"][:2])
    path = f"{CHANNELS}/{MARKET}/listings"
    [made] = data(judged("POST", path, [listing(product["id"], first)]))
    change = listing(product["id"], second, listing_id=made["listing_id"], state="disabled")
    [shown] = data(judged("PUT", path, [change]))
    assert [item["variant_id"] for item in shown["variants"]] == [first, second]
    assert shown["state"] == "disabled"
    one = data(judged("GET", f"{path}/{made['listing_id']}"))
    assert one["variants"] == shown["variants"]
    assert data(judged("PUT", path, [{**change, "listing_id": 999}])) == []


def test_menus_are_replaced_as_a_whole(judged, kiosk):
    path = f"{CHANNELS}/{kiosk}/channel-menus"
    own = [{"title": "Stock", "query_path": "stock"}]
    body = {"bigcommerce_protected_app_sections": ["overview"], "custom_app_sections": own}
    assert judged("POST", path, body)[0] == 200
    judged("POST", path, {"bigcommerce_protected_app_sections": ["domains"]})
    shown = data(judged("GET", path))
    assert shown["bigcommerce_protected_app_sections"] == ["domains"]
    assert shown["custom_app_sections"] == []
    assert judged("DELETE", path)[0] == 200


# Sites


def test_a_channel_has_one_site(judged, kiosk):
    body = {"url": "https://kiosk.example.com", "channel_id": kiosk}
    status, answer = judged("POST", SITES, body)
    assert status == 201
    site = answer["data"]["id"]
    assert judged("POST", SITES, {**body, "url": "https://other.example.com"})[0] == 409
    assert judged("POST", SITES, {**body, "channel_id": 99})[0] == 404
    same = data(judged("GET", f"{CHANNELS}/{kiosk}/site"))
    assert same["id"] == site
    assert {item["type"] for item in same["urls"]} == {"primary", "canonical", "checkout"}
    changed = data(judged("PUT", f"{SITES}/{site}", {"url": "https://booth.example.com"}))
    assert (changed["url"], changed["channel_id"]) == ("https://booth.example.com", kiosk)
    assert judged("DELETE", f"{CHANNELS}/{kiosk}/site")[0] == 200
    assert judged("GET", f"{SITES}/{site}")[0] == 404


def test_a_checkout_has_its_own_address_below_the_sites(judged):
    path = f"{CHANNELS}/{STOREFRONT}/site"
    own = {"url": "https://pay.emulated.example.com"}
    assert judged("PUT", f"{path}/checkout-url", {"url": "https://elsewhere.example"})[0] == 422
    assert judged("PUT", f"{path}/checkout-url", own)[0] == 200
    shown = data(judged("GET", path))
    assert shown["is_checkout_url_customized"]
    assert own["url"] in [item["url"] for item in shown["urls"]]
    judged("DELETE", f"{path}/checkout-url")
    assert not data(judged("GET", path))["is_checkout_url_customized"]


def test_routes_are_upserted(judged):
    path = f"{SITES}/1/routes"
    row = {"type": "product", "matching": "*", "route": "/p/{slug}"}
    status, answer = judged("POST", path, row)
    assert status == 201
    key = answer["data"]["id"]
    assert judged("POST", path, row)[0] == 422
    more = {"type": "brand", "matching": "*", "route": "/b/{slug}"}
    assert judged("PUT", path, [{**row, "id": key, "route": "/x/{id}"}, more])[0] == 200
    listed = data(judged("GET", path))
    assert [(item["type"], item["route"]) for item in listed] == [
        ("product", "/x/{id}"),
        ("brand", "/b/{slug}"),
    ]
    assert judged("PUT", path, [{**row, "id": 99}])[0] == 422


def test_a_certificate_is_shown_without_its_key(judged):
    path = f"{SITES}/1/certificate"
    assert data(judged("GET", path))["status"] == "shared"
    said = {"certificate": "-----BEGIN", "private_key": "SECRET-KEY-TEXT"}
    assert judged("PUT", path, {"certificate": said})[0] == 200
    _, answer = judged("GET", path)
    assert answer["data"]["status"] == "dedicated"
    assert "SECRET-KEY-TEXT" not in str(answer)
    assert data(judged("GET", f"{SITES}/1"))["ssl_status"] == "dedicated"
