"""The emulator against recorded exchanges with live stores, and against their error messages."""

from __future__ import annotations

import json

import pytest
from shared import SHARED, needs_shared

BILLING = {
    "first_name": "Ada",
    "last_name": "Bell",
    "street_1": "1 Mill Road",
    "city": "Austin",
    "state": "Texas",
    "zip": "78701",
    "country": "United States",
}


def recordings():
    folder = SHARED / "recorded"
    return sorted(folder.glob("[0-9]*.json")) if folder.is_dir() else []


def shape(value):
    """Names and JSON types, with any object of a list standing for all of them."""
    if isinstance(value, dict):
        return {name: shape(item) for name, item in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


def missing(expected, found, path=""):
    """What a recorded answer has and ours has not."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for name, item in expected.items():
            if name not in found:
                yield f"{path}.{name}"
            else:
                yield from missing(item, found[name], f"{path}.{name}")
    elif isinstance(expected, list) and isinstance(found, list):
        if expected and found:
            yield from missing(expected[0], found[0], f"{path}[]")
    elif (
        {expected, found} - {"int", "float"}
        and expected != found
        and "NoneType"
        not in (
            expected,
            found,
        )
    ):
        yield f"{path}: {expected} is not {found}"


def prepare(shop, path):
    """Give the recorded ids something to stand for."""
    if "attribute-values" in path:
        attributes = [{"name": f"recorded {number}", "type": "string"} for number in range(5)]
        shop.post("v3/customers/attributes", attributes)


@pytest.mark.parametrize("file", recordings(), ids=lambda file: file.stem)
def test_recordings_are_answered_alike(shop, file):
    recorded = json.loads(file.read_text())
    asked, expected = recorded["request"], recorded["response"]
    path = asked["path"].lstrip("/")
    prepare(shop, path)
    answer = shop.request(asked["method"], path, asked["body"])
    assert answer.status_code == expected["status"], answer.text
    if expected["body"] is None:
        assert answer.content == b""
        return
    ours = answer.json()
    assert list(missing(shape(expected["body"]), shape(ours))) == []
    assert set(expected["body"]["meta"]) <= set(ours["meta"])
    for name in expected["headers"]:
        if name.startswith("X-R"):
            assert name in answer.headers


@needs_shared("recorded/v2_error_facts.json")
def test_v2_messages_are_those_of_live_stores(shop):
    facts = json.loads((SHARED / "recorded/v2_error_facts.json").read_text())["facts"]
    coupon = {
        "name": "n",
        "code": "c",
        "type": "per_total_discount",
        "amount": 5,
        "min_purchase": 10,
        "applies_to": {"entity": "categories", "ids": [0]},
    }
    order = {"billing_address": BILLING, "products": [{"product_id": 78, "quantity": 1}]}
    custom = {"name": "Custom", "quantity": 1}
    cases = {
        "no name": ("coupons", without(coupon, "name")),
        "no code": ("coupons", without(coupon, "code")),
        "no type": ("coupons", without(coupon, "type")),
        "no amount": ("coupons", without(coupon, "amount")),
        "bad type": ("coupons", {**coupon, "type": "x"}),
        "bad amount": ("coupons", {**coupon, "amount": "x"}),
        "bad min_purchase": ("coupons", {**coupon, "min_purchase": "x"}),
        "expires='1234'": ("coupons", {**coupon, "expires": "1234"}),
        "bad enabled": ("coupons", {**coupon, "enabled": "x"}),
        "applies_to without entity": ("coupons", {**coupon, "applies_to": {"ids": [0]}}),
        "applies_to.ids names a missing category 100": (
            "coupons",
            {**coupon, "applies_to": {"entity": "categories", "ids": [100]}},
        ),
        "applies_to.ids not an array": (
            "coupons",
            {**coupon, "applies_to": {"entity": "categories", "ids": 1}},
        ),
        "bad customer_id": ("orders", {**order, "customer_id": "x"}),
        "bad date_created": ("orders", {**order, "date_created": "x"}),
        "billing_address without country": (
            "orders",
            {**order, "billing_address": without(BILLING, "country")},
        ),
        "product without product_id and name": ("orders", {**order, "products": [{"quantity": 1}]}),
        "product bad quantity": (
            "orders",
            {**order, "products": [{"product_id": 78, "quantity": "x"}]},
        ),
        "product no price_inc_tax": ("orders", {**order, "products": [custom]}),
        "products: []": ("orders", {**order, "products": []}),
    }
    refusals = [fact for fact in facts if fact["status"] == 400]
    assert {fact["case"] for fact in refusals} == set(cases)
    for fact in refusals:
        path, body = cases[fact["case"]]
        answer = shop.post(f"v2/{path}", body)
        assert answer.status_code == 400, fact
        (row,) = answer.json()
        assert row["message"] == fact["message"]
        if "details" in fact:
            assert row["details"] == fact["details"]
    made = shop.post("v2/coupons", coupon)
    assert made.status_code == 201
    assert (made.json()["amount"], made.json()["num_uses"]) == ("5.0000", 0)


def without(body, name):
    return {key: value for key, value in body.items() if key != name}
