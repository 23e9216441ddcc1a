"""Taxes, shipping, payments and promotions: what refers to what, and what is refused."""

from __future__ import annotations

import pytest
from shared import needs_shared

pytestmark = needs_shared("specs")


def data(answer):
    return answer[1]["data"]


# Taxes


def test_both_versions_show_the_same_classes(judged):
    status, answer = judged("POST", "v3/tax/classes", [{"name": "Books"}, {"name": "Food"}])
    assert status == 200
    books, food = (item["id"] for item in answer["data"])
    assert judged("GET", f"v2/tax_classes/{books}")[1]["name"] == "Books"
    assert judged("POST", "v3/tax/classes", [{"name": "Toys"}, {"name": "Food"}])[0] == 409
    judged("PUT", "v3/tax/classes", [{"id": food, "name": "Groceries"}])
    names = [item["name"] for item in judged("GET", "v2/tax_classes")[1]]
    assert ("Groceries" in names, "Toys" in names) == (True, False)
    assert judged("DELETE", f"v3/tax/classes?id:in={books},999")[0] == 404
    assert judged("DELETE", f"v3/tax/classes?id:in={books}")[0] == 204
    assert judged("POST", "v3/tax/classes", [{"name": "x"}] * 51)[0] == 413


def test_a_property_in_use_stays(judged, shop):
    rows = [
        {"code": "hazard", "display_name": "Hazard", "type": "PRODUCT"},
        {"code": "exempt", "display_name": "Exempt", "type": "CUSTOMER"},
    ]
    made = {item["code"]: item["id"] for item in data(judged("POST", "v3/tax/properties", rows))}
    product = shop.data("v3/catalog/products")[0]["id"]
    path = "v3/tax/products/properties"

    def put(**values):
        return judged("PUT", path, [{"product_id": product, "tax_properties": values}])[0]

    assert put(hazard="A") == 200
    assert put(exempt="A") == put(unknown="A") == 422
    query = f"product_id:in={product}"
    [shown] = data(judged("GET", f"{path}?{query}"))
    assert shown["tax_properties"] == {"hazard": "A"}
    assert judged("DELETE", f"v3/tax/properties?id:in={made['hazard']}")[0] == 409
    assert judged("DELETE", f"{path}?{query}")[0] == 204
    assert judged("DELETE", f"v3/tax/properties?id:in={made['hazard']}")[0] == 204
    assert shop.get(path).status_code == 400


def zone(name, *, places=(), groups=()):
    target = {"locations": list(places), "customer_groups": list(groups)}
    return {"name": name, "enabled": True, "shopper_target_settings": target}


def test_a_zone_takes_its_rates_along(judged):
    [made] = data(judged("POST", "v3/tax/zones", [zone("West", places=[{"country_code": "US"}])]))
    rate = {
        "name": "State",
        "enabled": True,
        "priority": 1,
        "tax_zone_id": made["id"],
        "class_rates": [{"rate": 8, "tax_class_id": 0}],
    }
    assert judged("POST", "v3/tax/rates", [rate, {**rate, "tax_zone_id": 99}])[0] == 422
    [created] = data(judged("POST", "v3/tax/rates", [rate]))
    listed = data(judged("GET", f"v3/tax/rates?tax_zone_id:in={made['id']}"))
    assert [item["id"] for item in listed] == [created["id"]]
    assert judged("DELETE", "v3/tax/zones?id:in=1")[0] == 422
    assert judged("DELETE", f"v3/tax/zones?id:in={made['id']}")[0] == 204
    assert created["id"] not in [item["id"] for item in data(judged("GET", "v3/tax/rates"))]


@pytest.mark.parametrize(
    ("shopper", "name"),
    [
        ({"country_code": "US", "postal_code": "98402"}, "Tacoma"),
        ({"country_code": "US", "subdivision_codes": "WA", "postal_code": "1"}, "Default Tax Zone"),
        ({"country_code": "DE"}, "Default Tax Zone"),
        ({"country_code": "DE", "customer_group_id": 1}, "Friends"),
    ],
    ids=["postal code", "no fit", "not in the group", "in the group"],
)
def test_shoppers_are_taxed_by_the_zone_that_fits(judged, shopper, name):
    tacoma = {"country_code": "US", "postal_codes": ["98402"]}
    rows = [
        zone("Tacoma", places=[tacoma]),
        zone("Friends", places=[{"country_code": "DE"}], groups=[1]),
    ]
    judged("POST", "v3/tax/zones", rows)
    assert [item["name"] for item in data(judged("POST", "v3/tax/zonecheck", [shopper]))] == [name]


def test_a_provider_keeps_no_password(judged, running):
    path = "v3/tax/providers/SampleTax/connection"
    said = {"username": "ann", "password": "very-secret-password", "profile": "main"}
    assert data(judged("PUT", path, said))["configured"]
    assert data(judged("GET", path))["username"] == "ann"
    assert "very-secret-password" not in str(judged("GET", path))
    judged("DELETE", path)
    assert not data(judged("GET", path))["configured"]


# Shipping


def test_a_zone_has_places_and_takes_its_methods_along(judged, running):
    body = {"name": "West", "type": "state", "locations": []}
    assert judged("POST", "v2/shipping/zones", body)[0] == 400
    body["locations"] = [{"country_iso2": "US", "state_iso2": "WA"}]
    status, made = judged("POST", "v2/shipping/zones", body)
    assert status == 201
    assert made["locations"][0]["id"]
    path = f"v2/shipping/zones/{made['id']}"
    method = {"name": "Post", "type": "perorder", "settings": {"rate": 7}, "enabled": True}
    assert judged("POST", f"{path}/methods", method)[0] in (200, 201)
    assert judged("POST", "v2/shipping/zones", body)[0] == 409
    assert judged("DELETE", path)[0] == 204
    assert judged("GET", f"{path}/methods")[0] == 404


def test_carriers_are_connected_without_being_shown(judged, shop):
    path = "v2/shipping/carrier/connection"
    body = {"carrier_id": "usps", "connection": {"password": "carrier-secret"}}
    assert judged("POST", path, body)[0] == 204
    assert judged("DELETE", path, {"carrier_id": "usps"})[0] == 204
    assert judged("DELETE", path, {"carrier_id": "usps"})[0] == 400


def test_customs_information_is_known_by_its_product(judged, shop):
    path = "v3/shipping/products/customs-information"
    product = shop.data("v3/catalog/products")[0]["id"]
    row = {
        "product_id": product,
        "country_of_origin": "US",
        "commodity_description": "Mugs",
        "international_shipping": True,
        "hs_codes": {"ALL": "6912.00"},
    }
    assert judged("PUT", path, [row, {**row, "product_id": 999_999}])[0] == 422
    assert data(judged("GET", path)) == []
    judged("PUT", path, [row])
    [first] = data(judged("PUT", path, [{**row, "commodity_description": "Cups"}]))
    assert first["commodity_description"] == "Cups"
    shown = data(judged("GET", f"{path}?product_id:in={product}"))
    assert [item["created_at"] for item in shown] == [first["created_at"]]
    assert judged("PUT", path, [row] * 51)[0] == 413
    assert judged("DELETE", f"{path}?product_id:in={product}")[0] == 204
    assert data(judged("GET", path)) == []


# Payments


def test_methods_are_those_of_an_order_or_a_checkout(judged, shop):
    order = shop.get("v2/orders").json()[0]["id"]
    status, answer = judged("GET", f"v3/payments/methods?order_id={order}")
    assert status == 200
    assert answer["data"][0]["test_mode"]
    assert judged("GET", "v3/payments/methods?order_id=999999")[0] == 404
    assert shop.get("v3/payments/methods").status_code == 422


def test_every_payment_has_a_token_of_its_own(judged, shop):
    order = shop.get("v2/orders").json()[0]["id"]
    body = {"order": {"id": order, "is_recurring": False}}
    tokens = {data(judged("POST", "v3/payments/access_tokens", body))["id"] for _ in range(3)}
    assert len(tokens) == 3
    missing = {"order": {"id": 999_999}}
    assert judged("POST", "v3/payments/access_tokens", missing)[0] == 404


# Promotions


def promotion(title, kind="COUPON", **values):
    discount = {"percentage_amount": "10"}
    rule = {"action": {"cart_value": {"discount": discount}}, "apply_once": True, "stop": False}
    return {"name": title, "redemption_type": kind, "rules": [rule], **values}


@pytest.fixture
def bulk(judged):
    """The id of a promotion with many codes."""
    return data(judged("POST", "v3/promotions", promotion("Bulk", coupon_type="BULK")))["id"]


def test_codes_are_generated_by_the_batch(judged, bulk):
    body = {"batch_size": 40, "prefix": "SPRING", "delimiter": "-", "code_length": 6}
    status, answer = judged("POST", f"v3/promotions/{bulk}/codegen", body)
    assert status == 201
    codes = [item["code"] for item in answer["data"]["codes"]]
    assert len(set(codes)) == 40
    assert all(code.startswith("SPRING-") and len(code) == 13 for code in codes)
    path = f"v3/promotions/{bulk}/codes?limit=15"
    _, answer = judged("GET", path)
    listed = list(answer["data"])
    while len(answer["data"]) == 15:
        cursor = answer["meta"]["cursor_pagination"]["end_cursor"]
        _, answer = judged("GET", f"{path}&after={cursor}")
        listed += answer["data"]
    assert [item["code"] for item in listed] == codes


def test_codes_are_for_coupons_and_taken_once(judged, bulk):
    automatic = data(judged("POST", "v3/promotions", promotion("Auto", "AUTOMATIC")))["id"]
    body = {"code": "HELLO"}
    assert judged("POST", f"v3/promotions/{automatic}/codes", body)[0] == 422
    assert judged("POST", f"v3/promotions/{bulk}/codes", body)[0] == 201
    assert judged("POST", f"v3/promotions/{bulk}/codes", {"code": "a/b"})[0] == 422
    assert [item["code"] for item in data(judged("GET", "v3/promotions/codes?code=hello"))] == [
        "HELLO"
    ]
    found = data(judged("GET", "v3/promotions?code=HELLO"))
    assert [item["id"] for item in found] == [bulk]


def test_a_promotion_keeps_its_kind_and_takes_its_codes_along(judged, shop, running, bulk):
    judged("POST", f"v3/promotions/{bulk}/codes", {"code": "HELLO"})
    shop.put(f"v3/promotions/{bulk}", {"redemption_type": "AUTOMATIC", "name": "Renamed"})
    shown = data(judged("GET", f"v3/promotions/{bulk}"))
    assert (shown["redemption_type"], shown["name"]) == ("COUPON", "Renamed")
    assert judged("DELETE", "v3/promotions")[0] == 422
    assert judged("DELETE", f"v3/promotions?id:in={bulk}")[0] == 204
    assert running.documents(f"v3/promotions/{bulk}/codes") == []


@pytest.mark.parametrize(
    "values",
    [{"rules": [{"action": {}}]}, {"channels": [{"id": 99}]}, {"name": ""}],
    ids=["no action", "no channel", "no name"],
)
def test_what_a_promotion_lacks_is_refused(judged, values):
    assert judged("POST", "v3/promotions", promotion("Bad", **values))[0] == 422
