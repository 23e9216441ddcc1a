"""Fields of a product that V2 alone writes: kept, whatever face writes the rest."""

from __future__ import annotations

import pytest

OWN = {
    "option_set_display": "below",
    "event_date_field_name": "Pick-up",
    "event_date_type": "range",
    "event_date_start": "Thu, 02 Jan 2031 10:00:00 +0000",
    "event_date_end": "Fri, 03 Jan 2031 10:00:00 +0000",
    "myob_asset_account": "1-1000",
    "myob_income_account": "4-1000",
    "myob_expense_account": "5-1000",
    "peachtree_gl_account": "40000",
}


@pytest.mark.parametrize("name", OWN)
def test_a_field_is_kept(shop, name):
    written = shop.put("v2/products/77", {name: OWN[name]})
    assert written.status_code == 200
    assert written.json()[name] == OWN[name]
    shop.put("v3/catalog/products/77", {"price": 3})
    shop.put("v2/products/77", {"price": "4"})
    assert shop.get("v2/products/77").json()[name] == OWN[name]
    shown = shop.data("v3/catalog/products/77")
    assert shown.get(name) == (OWN[name] if name == "option_set_display" else None)


def test_a_new_product_has_them_too(shop):
    body = {"name": "Own", "price": "1", "weight": "1", "type": "physical", "categories": [1]}
    made = shop.post("v2/products", {**body, "availability": "available", **OWN}).json()
    assert {name: made[name] for name in OWN} == OWN


def test_an_option_set_must_be_there(shop):
    key = shop.post("v2/option_sets", {"name": "Sizes"}).json()["id"]
    assert shop.put("v2/products/77", {"option_set_id": key + 1}).status_code == 400
    product = shop.put("v2/products/77", {"option_set_id": key}).json()
    assert product["option_set_id"] == key
    assert product["option_set"]["resource"] == f"/option_sets/{key}"
    assert shop.data("v3/catalog/products/77")["option_set_id"] == key
