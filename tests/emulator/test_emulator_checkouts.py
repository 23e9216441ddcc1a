"""Checkouts: how goods travel, what is charged beside them, and the order that comes of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shared import needs_shared

pytestmark = needs_shared("specs")

CARTS, CHECKOUTS = "v3/carts", "v3/checkouts"
ADDRESS = {
    "first_name": "Ann",
    "last_name": "Lee",
    "email": "ann@example.com",
    "address1": "5 Pier Road",
    "city": "Tacoma",
    "state_or_province": "Washington",
    "state_or_province_code": "WA",
    "postal_code": "98402",
    "country_code": "US",
}
RIBBON = {"name": "Ribbon", "quantity": 2, "list_price": 1.5}


def only_line(cart):
    [line] = cart["line_items"]["physical_items"]
    return line


# Shipping


def zone(shop, kind, place, rate, **values):
    body = {"name": f"{kind} {rate}", "type": kind, "locations": place, **values}
    key = shop.post("v2/shipping/zones", body).json()["id"]
    method = {"name": f"{kind} way", "type": "perorder", "settings": {"rate": rate}}
    shop.post(f"v2/shipping/zones/{key}/methods", {**method, "enabled": True})
    return key


def consign(checkout, cart, **address):
    items = [
        {"item_id": line["id"], "quantity": line["quantity"]}
        for line in cart["line_items"]["physical_items"]
    ]
    row = {"address": {**ADDRESS, **address}, "line_items": items}
    rest = "/consignments?include=consignments.available_shipping_options"
    [made] = checkout(cart["id"], "POST", rest, [row])["consignments"]
    return made


def test_the_narrowest_zone_ships(make_cart, checkout, shop, goods):
    zone(shop, "state", [{"country_iso2": "US", "state_iso2": "WA"}], 3)
    narrow = zone(shop, "zip", [{"country_iso2": "US", "zip": "98402"}], 2)

    def cost():
        options = consign(checkout, make_cart((goods[0], 1)))["available_shipping_options"]
        return [option["cost"] for option in options]

    assert cost() == [2]
    shop.put(f"v2/shipping/zones/{narrow}", {"name": "off", "enabled": False})
    assert cost() == [3]


def test_an_option_is_chosen_among_those_there_are(make_cart, judged, checkout, goods):
    cart = make_cart((goods[0], 2))
    made = consign(checkout, cart)
    option = made["available_shipping_options"][0]
    rest = f"/consignments/{made['id']}"
    chosen = {"shipping_option_id": option["id"]}
    shown = checkout(cart["id"], "PUT", rest, chosen)
    assert shown["grand_total"] == pytest.approx(cart["cart_amount"] + option["cost"])
    wrong = {"shipping_option_id": "00000000-0000-4000-8000-000000000000"}
    assert judged("PUT", f"{CHECKOUTS}/{cart['id']}{rest}", wrong)[0] == 422
    shown = checkout(cart["id"], "PUT", rest, {"address": {**ADDRESS, "city": "Olympia"}})
    assert shown["shipping_cost_total_inc_tax"] == 0
    custom = {"custom_shipping": {"price": 12, "description": "By boat"}}
    assert checkout(cart["id"], "PUT", rest, custom)["shipping_cost_total_inc_tax"] == 12
    assert checkout(cart["id"], "DELETE", rest)["consignments"] == []


# Orders


def paid_for(checkout, cart):
    """Give a cart what an order needs."""
    checkout(cart["id"], "POST", "/billing-address", ADDRESS)
    made = consign(checkout, cart)
    option = made["available_shipping_options"][0]
    chosen = {"shipping_option_id": option["id"]}
    return checkout(cart["id"], "PUT", f"/consignments/{made['id']}", chosen)


def test_an_order_needs_an_address_and_a_way(make_cart, judged, checkout, goods):
    cart = make_cart((goods[0], 2))
    path = f"{CHECKOUTS}/{cart['id']}/orders"
    assert judged("POST", path)[0] == 422
    checkout(cart["id"], "POST", "/billing-address", ADDRESS)
    assert judged("POST", path)[0] == 422
    consign(checkout, cart)
    assert judged("POST", path)[0] == 422


def test_what_needs_no_shipping_is_ordered_without(judged, checkout, shop):
    digital = next(
        row
        for row in shop.data("v3/catalog/products", limit=250, type="digital")
        if row["base_variant_id"] and row["inventory_tracking"] == "none"
    )
    row = {"product_id": digital["id"], "quantity": 1}
    _, answer = judged("POST", CARTS, {"line_items": [row]})
    checkout(answer["data"]["id"], "POST", "/billing-address", ADDRESS)
    assert judged("POST", f"{CHECKOUTS}/{answer['data']['id']}/orders")[0] == 200


def test_a_token_is_for_an_order_that_is_not_there_yet(make_cart, judged, checkout, goods):
    cart = make_cart((goods[0], 1))
    path = f"{CHECKOUTS}/{cart['id']}"
    assert judged("POST", f"{path}/token", {"maxUses": 1, "ttl": 60})[0] == 200
    paid_for(checkout, cart)
    assert judged("POST", f"{path}/orders")[0] == 200
    assert judged("POST", f"{path}/token", {"maxUses": 1, "ttl": 60})[0] == 422


def test_no_more_than_five_fees(make_cart, judged, checkout, goods):
    cart = make_cart((goods[0], 1))
    fee = {"type": "custom_fee", "name": "f", "display_name": "F", "source": "app", "cost": 1}
    shown = checkout(cart["id"], "POST", "/fees", {"fees": [fee] * 4})
    assert shown["grand_total"] == pytest.approx(cart["cart_amount"] + 4)
    path = f"{CHECKOUTS}/{cart['id']}/fees"
    assert judged("POST", path, {"fees": [fee] * 2})[0] == 422
    ids = [item["id"] for item in shown["fees"]]
    assert len(checkout(cart["id"], "DELETE", "/fees", {"ids": ids[:3]})["fees"]) == 1


def coupon(percent):
    """A coupon of V2 with the code A."""
    body = {"name": "A", "code": "A", "type": "percentage_discount", "amount": percent}
    return {**body, "applies_to": {"entity": "categories", "ids": [0]}}


money = st.decimals("0.01", "400", places=2)


@settings(max_examples=20)
@given(
    quantities=st.lists(st.integers(0, 4), min_size=3, max_size=3).filter(any),
    ribbon=st.one_of(st.none(), st.tuples(st.integers(1, 3), money)),
    taken=st.tuples(st.one_of(st.none(), money), st.one_of(st.none(), st.integers(1, 100))),
    fee=st.one_of(st.none(), money),
)
def test_an_order_costs_what_its_checkout_did(till, quantities, ribbon, taken, fee):
    till.shop.emulator.reset()
    extras = {}
    if ribbon:
        quantity, cost = ribbon
        extras = {"custom_items": [{**RIBBON, "quantity": quantity, "list_price": float(cost)}]}
    lines = [pair for pair in zip(till.goods, quantities, strict=True) if pair[1]]
    cart = till.make_cart(*lines, **extras)
    key = cart["id"]
    by_hand, percent = taken
    if by_hand:
        discount = {"discounts": [{"discounted_amount": float(by_hand), "name": "manual"}]}
        till.checkout(key, "POST", "/discounts", {"cart": discount})
    if percent:
        till.shop.post("v2/coupons", coupon(percent))
        till.checkout(key, "POST", "/coupons", {"coupon_code": "A"})
    if fee:
        said = {"type": "custom_fee", "name": "f", "display_name": "F", "source": "app"}
        till.checkout(key, "POST", "/fees", {"fees": [{**said, "cost": float(fee)}]})
    total = Decimal(str(paid_for(till.checkout, cart)["grand_total"]))
    assert total >= 0
    _, answer = till.judged("POST", f"{CHECKOUTS}/{key}/orders")
    order = till.shop.get(f"v2/orders/{answer['data']['id']}").json()
    assert Decimal(order["total_inc_tax"]) == total
    assert order["items_total"] == sum(quantities) + (ribbon[0] if ribbon else 0)
