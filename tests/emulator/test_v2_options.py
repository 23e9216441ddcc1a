"""Options of V2: shared ones, sets of them, and how products have them."""

from __future__ import annotations


def test_a_product_with_an_option_set_has_its_options(shop):
    option = shop.post("v2/options", {"name": "Size", "type": "S"}).json()["id"]
    values = [
        shop.post(f"v2/options/{option}/values", {"label": label, "value": label}).json()["id"]
        for label in ("Small", "Large")
    ]
    group = shop.post("v2/option_sets", {"name": "Shirts"}).json()["id"]
    shop.post(f"v2/option_sets/{group}/options", {"option_id": option, "display_name": "Size"})
    body = {"name": "Shirt", "price": "1", "categories": [1], "type": "physical"}
    body |= {"availability": "available", "weight": "1", "option_set_id": group}
    product = shop.post("v2/products", body).json()["id"]
    [shown] = shop.request("GET", f"v2/products/{product}/options").json()
    assert (shown["option_id"], shown["display_name"]) == (option, "Size")
    for number, value in enumerate(values):
        chosen = [{"product_option_id": shown["id"], "option_value_id": value}]
        answer = shop.post(
            f"v2/products/{product}/skus", {"sku": f"SHIRT-{number}", "options": chosen}
        )
        assert answer.status_code == 200, answer.text
    labels = [
        variant["option_values"][0]["label"]
        for variant in shop.data(f"v3/catalog/products/{product}/variants")
    ]
    assert labels == ["Small", "Large"]


def test_an_option_that_a_product_names_is_there(shop):
    shown = shop.request("GET", "v2/products/77/options").json()[0]
    option = shop.request("GET", f"v2/options/{shown['option_id']}").json()
    assert option["display_name"] == shown["display_name"]
    values = shop.request("GET", f"v2/options/{shown['option_id']}/values").json()
    assert values
    new = shop.post("v2/options", {"name": "Another", "type": "S"}).json()
    assert new["id"] != shown["option_id"]
    again = shop.request("GET", f"v2/options/{shown['option_id']}").json()
    assert again == option
