"""Carts become checkouts become orders; what they come to, and versions that keep writers apart."""

from __future__ import annotations

from decimal import Decimal

import pytest
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
PERSON = {"name": "Ann", "email": "ann@example.com"}
CERTIFICATE = {"name": "For you", "theme": "General", "amount": 25, "quantity": 2}
CERTIFICATE |= {"sender": PERSON, "recipient": PERSON}
RIBBON = {"name": "Ribbon", "quantity": 2, "list_price": 1.5}


def only_line(cart):
    [line] = cart["line_items"]["physical_items"]
    return line


# What is in a cart


def test_a_cart_costs_what_its_lines_cost(make_cart, goods):
    first, second, _ = goods
    cart = make_cart(
        (first, 2), (second, 1), custom_items=[RIBBON], gift_certificates=[CERTIFICATE]
    )
    goods_only = 2 * Decimal(str(first["calculated_price"])) + Decimal(
        str(second["calculated_price"])
    )
    assert Decimal(str(cart["base_amount"])) == goods_only + 3 + 50
    assert cart["cart_amount"] == cart["base_amount"]
    assert len(cart["line_items"]["gift_certificates"]) == 2


def test_the_same_item_twice_is_one_line(make_cart, judged, goods):
    cart = make_cart((goods[0], 2))
    row = {"product_id": goods[0]["id"], "quantity": 3}
    _, answer = judged("POST", f"{CARTS}/{cart['id']}/items", {"line_items": [row]})
    assert only_line(answer["data"])["quantity"] == 5
    own = {**row, "list_price": 1}
    _, answer = judged("POST", f"{CARTS}/{cart['id']}/items", {"line_items": [own]})
    assert [line["quantity"] for line in answer["data"]["line_items"]["physical_items"]] == [5, 3]


def test_a_variant_has_to_be_chosen(judged, shop):
    many = next(
        row
        for row in shop.data("v3/catalog/products", limit=250, include="variants")
        if row["base_variant_id"] is None and row["inventory_tracking"] == "none"
    )
    row = {"product_id": many["id"], "quantity": 1}
    assert judged("POST", CARTS, {"line_items": [row]})[0] == 422
    variant = next(item for item in many["variants"] if not item["purchasing_disabled"])
    named = {**row, "variant_id": variant["id"]}
    choices = [
        {"option_id": value["option_id"], "option_value": value["id"]}
        for value in variant["option_values"]
    ]
    chosen = {**row, "option_selections": choices}
    for item in (named, chosen):
        _, answer = judged("POST", CARTS, {"line_items": [item]})
        items = answer["data"]["line_items"]
        [line] = items["physical_items"] + items["digital_items"]
        assert line["variant_id"] == variant["id"]


def test_no_more_than_the_stock(make_cart, judged, shop, goods):
    key = goods[0]["id"]
    shop.put(f"v3/catalog/products/{key}", {"inventory_tracking": "product", "inventory_level": 3})
    cart = make_cart((goods[0], 3))
    line = only_line(cart)
    change = {"line_item": {"product_id": key, "quantity": 4}}
    assert judged("PUT", f"{CARTS}/{cart['id']}/items/{line['id']}", change)[0] == 422
    row = {"product_id": key, "quantity": 1}
    assert judged("POST", f"{CARTS}/{cart['id']}/items", {"line_items": [row]})[0] == 422


def test_the_last_line_takes_the_cart_along(make_cart, judged, goods):
    cart = make_cart((goods[0], 1), custom_items=[RIBBON])
    path = f"{CARTS}/{cart['id']}"
    ribbon = cart["line_items"]["custom_items"][0]["id"]
    assert judged("DELETE", f"{path}/items/{ribbon}")[0] == 200
    assert judged("DELETE", f"{path}/items/{only_line(cart)['id']}")[0] == 204
    assert judged("GET", path)[0] == judged("GET", f"{CHECKOUTS}/{cart['id']}")[0] == 404


def test_a_cart_has_something_in_it(judged):
    assert judged("POST", CARTS, {"line_items": []})[0] == 422


def test_a_change_to_another_version_is_a_conflict(make_cart, judged, goods):
    cart = make_cart((goods[0], 1))
    path = f"{CARTS}/{cart['id']}"
    row = {"product_id": goods[1]["id"], "quantity": 1}
    line = {"line_item": {"product_id": goods[0]["id"], "quantity": 2}}
    assert judged("POST", f"{path}/items", {"line_items": [row], "version": 1})[0] == 201
    for method, rest, body in (
        ("POST", "/items", {"line_items": [row]}),
        ("PUT", f"/items/{only_line(cart)['id']}", line),
        ("DELETE", f"/items/{only_line(cart)['id']}", {}),
        ("PUT", "", {"customer_id": 1}),
    ):
        assert judged(method, path + rest, {**body, "version": 1})[0] == 409
    assert judged("GET", path)[1]["data"]["version"] == 2
    body = {"coupon_code": "X", "version": 1}
    assert judged("POST", f"{CHECKOUTS}/{cart['id']}/coupons", body)[0] == 409


def test_another_customer_has_no_claim_on_coupons(make_cart, judged, checkout, shop, goods):
    shop.post("v2/coupons", coupon("V2"))
    cart = make_cart((goods[0], 2))
    checkout(cart["id"], "POST", "/coupons", {"coupon_code": "V2"})
    customer = shop.data("v3/customers")[0]
    status, answer = judged("PUT", f"{CARTS}/{cart['id']}", {"customer_id": customer["id"]})
    assert (status, answer["data"]["email"]) == (201, customer["email"])
    assert answer["data"]["coupons"] == []


def test_prices_follow_the_customer(make_cart, judged, shop, goods):
    key = judged("POST", "v3/pricelists", {"name": "Friends"})[1]["data"]["id"]
    row = {"variant_id": goods[0]["base_variant_id"], "currency": "usd", "price": 2}
    judged("POST", f"v3/pricelists/{key}/records", [row])
    customer = shop.data("v3/customers")[0]
    shop.put("v3/customers", [{"id": customer["id"], "customer_group_id": 1}])
    row = {"price_list_id": key, "customer_group_id": 1, "channel_id": 1}
    judged("POST", "v3/pricelists/assignments", [row])
    cart = make_cart((goods[0], 2))
    assert only_line(cart)["list_price"] == goods[0]["calculated_price"]
    _, answer = judged("PUT", f"{CARTS}/{cart['id']}", {"customer_id": customer["id"]})
    assert only_line(answer["data"])["list_price"] == 2


# Discounts


def coupon(code, kind="percentage_discount", amount=10, **values):
    body = {"name": code, "code": code, "type": kind, "amount": amount, "applies_to": {}}
    return {**body, "applies_to": {"entity": "categories", "ids": [0]}, **values}


def promotion(discount, kind="AUTOMATIC", **condition):
    rule = {"action": {"cart_value": {"discount": discount}}, "apply_once": True, "stop": False}
    if condition:
        rule["condition"] = {"cart": condition}
    return {"name": f"P {discount}", "redemption_type": kind, "rules": [rule]}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (coupon("A"), lambda total: total / 10),
        (coupon("A", "per_total_discount", 3), lambda _: 3),
        (coupon("A", "per_item_discount", 1), lambda _: 2),
        (coupon("A", min_purchase=100_000), lambda _: 0),
    ],
    ids=["percent", "amount", "by item", "too little"],
)
def test_coupons_of_v2_take_off_what_they_say(till, body, expected):
    assert till.shop.post("v2/coupons", body).status_code in (200, 201)
    cart = till.make_cart((till.goods[0], 2))
    shown = till.checkout(cart["id"], "POST", "/coupons", {"coupon_code": "a"})
    total = Decimal(str(cart["cart_amount"]))
    taken = round(Decimal(expected(total)), 2)
    assert Decimal(str(shown["grand_total"])) == total - taken
    assert [item["code"] for item in shown["coupons"]] == ["A"]
    assert till.checkout(cart["id"], "DELETE", "/coupons/A")["grand_total"] == cart["cart_amount"]


def test_codes_of_v3_open_their_promotion(make_cart, judged, checkout, goods):
    body = promotion({"fixed_amount": "4"}, "COUPON")
    key = judged("POST", "v3/promotions", body)[1]["data"]["id"]
    assert judged("POST", f"v3/promotions/{key}/codes", {"code": "SPRING"})[0] == 201
    assert judged("POST", f"v3/promotions/{key}/codes", {"code": "SECOND"})[0] == 422
    cart = make_cart((goods[0], 2))
    shown = checkout(cart["id"], "POST", "/coupons", {"coupon_code": "SPRING"})
    assert shown["grand_total"] == pytest.approx(cart["cart_amount"] - 4)
    judged("PUT", f"v3/promotions/{key}", {"status": "DISABLED"})
    assert checkout(cart["id"])["grand_total"] == cart["cart_amount"]


def test_automatic_promotions_apply_by_themselves_on_their_channels(make_cart, judged, goods):
    body = {**promotion({"percentage_amount": "50"}), "channels": [{"id": 2}]}
    judged("POST", "v3/promotions", body)
    assert make_cart((goods[0], 2))["discount_amount"] == 0
    cart = make_cart((goods[0], 2), channel_id=2)
    assert cart["cart_amount"] == pytest.approx(cart["base_amount"] / 2, abs=0.01)


def test_automatic_promotions_wait_for_their_condition(make_cart, judged, goods):
    least = str(int(goods[0]["calculated_price"] * 1.5))
    judged("POST", "v3/promotions", promotion({"fixed_amount": "1"}, minimum_spend=least))
    assert make_cart((goods[0], 1))["discount_amount"] == 0
    assert make_cart((goods[0], 2))["discount_amount"] == 1


def test_a_promotion_without_rules_does_nothing(make_cart, judged, goods):
    judged("POST", "v3/promotions", {**promotion({}), "rules": []})
    assert make_cart((goods[0], 2))["discount_amount"] == 0


def test_discounts_by_hand_replace_each_other(make_cart, checkout, goods):
    cart = make_cart((goods[0], 2))
    total, line = cart["cart_amount"], only_line(cart)["id"]
    on_lines = [{"id": line, "discounted_amount": 0.5}]
    shown = checkout(cart["id"], "POST", "/discounts", {"cart": {"line_items": on_lines}})
    assert shown["grand_total"] == pytest.approx(total - 0.5)
    on_cart = [{"discounted_amount": 2, "name": "manual"}]
    shown = checkout(cart["id"], "POST", "/discounts", {"cart": {"discounts": on_cart}})
    assert shown["grand_total"] == pytest.approx(total - 2)


def test_so_many_coupons_as_the_settings_allow(make_cart, judged, shop, goods):
    for code in ("A", "B"):
        shop.post("v2/coupons", coupon(code))
    cart = make_cart((goods[0], 2))
    path = f"{CHECKOUTS}/{cart['id']}/coupons"
    assert judged("POST", path, {"coupon_code": "A"})[0] == 200
    status, _ = judged("POST", path, {"coupon_code": "B"})
    assert status == 422
    _, answer = judged("GET", "v3/promotions/settings")
    judged(
        "PUT",
        "v3/promotions/settings",
        {**answer, "number_of_coupons_allowed_at_checkout": 2},
    )
    assert judged("POST", path, {"coupon_code": "B"})[0] == 200
