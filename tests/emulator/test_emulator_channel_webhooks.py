"""Hooks of one channel: which scope and data each change gives, and who else hears of it."""

from __future__ import annotations

import pytest

P = "v3/catalog/products"
ADDRESS = {"last_name": "B", "city": "Austin", "zip": "78701", "country": "United States"}


@pytest.fixture
def told(shop, receiver):
    """Listen to scopes of channel 1; afterwards, all that was told."""

    def listen(*scopes):
        for scope in scopes:
            body = {"scope": scope, "destination": receiver.url}
            assert shop.post("v3/hooks", body).status_code == 200

    def told():
        assert shop.emulator.webhooks.wait()
        return receiver.told

    told.listen = listen
    return told


def test_carts_and_their_lines(shop, told):
    told.listen("store/channel/1/cart/*")
    lines = [{"product_id": 78, "quantity": 1}]
    cart = shop.post("v3/carts", {"line_items": lines, "channel_id": 1}).json()["data"]
    key = cart["id"]
    (line,) = [item for group in cart["line_items"].values() for item in group]
    item = {"line_item": {"product_id": 78, "quantity": 2}}
    assert shop.put(f"v3/carts/{key}/items/{line['id']}", item).status_code == 200
    assert shop.delete(f"v3/carts/{key}").status_code == 204
    base, data = "store/channel/1/cart/", {"cart_id": key}
    of_line = {**data, "cart_item_id": line["id"]}
    assert told() == [
        (f"{base}created", data),
        (f"{base}lineItem/created", of_line),
        (f"{base}updated", data),
        (f"{base}lineItem/updated", of_line),
        (f"{base}deleted", data),
        (f"{base}lineItem/deleted", of_line),
    ]


def test_coupons_and_conversion_of_a_cart(shop, told):
    told.listen("store/channel/1/cart/couponApplied", "store/channel/1/cart/converted")
    coupon = {"name": "n", "code": "SAVE", "type": "per_total_discount", "amount": 1}
    applies = {"applies_to": {"entity": "categories", "ids": [0]}}
    assert shop.post("v2/coupons", {**coupon, **applies}).status_code == 201
    cart = shop.post("v3/carts", {"line_items": [{"product_id": 78, "quantity": 1}]}).json()
    key = cart["data"]["id"]
    answer = shop.post(f"v3/checkouts/{key}/coupons", {"coupon_code": "SAVE"})
    assert answer.status_code == 200, answer.text
    address = {**ADDRESS, "country_code": "US", "email": "a@example.com", "address1": "1 Road"}
    address |= {"state_or_province": "Texas", "postal_code": "78701"}
    consignment = {"address": address, "line_items": []}
    del address["country"]
    lines = cart["data"]["line_items"]["physical_items"]
    consignment["line_items"] = [{"item_id": lines[0]["id"], "quantity": 1}]
    checkout = f"v3/checkouts/{key}"
    shop.post(f"{checkout}/billing-address", address)
    options = "include=consignments.available_shipping_options"
    made = shop.post(f"{checkout}/consignments?{options}", [consignment]).json()["data"]
    (made,) = made["consignments"]
    option = made["available_shipping_options"][0]["id"]
    shop.put(f"{checkout}/consignments/{made['id']}", {"shipping_option_id": option})
    answer = shop.post(f"{checkout}/orders", {})
    assert answer.status_code == 200, answer.text
    assert told() == [
        ("store/channel/1/cart/couponApplied", {"cart_id": key}),
        ("store/channel/1/cart/converted", {"cart_id": key}),
    ]


def test_categories_and_trees(shop, told):
    told.listen("store/channel/1/category/*", "store/channel/1/categoryTree/updated")
    key = shop.post("v3/catalog/categories", {"name": "Hooks", "parent_id": 0}).json()["data"]["id"]
    path = "v3/catalog/trees/categories"
    shop.put(path, [{"category_id": key, "description": "d"}])
    shop.put(f"{P}/category-assignments", [{"product_id": 78, "category_id": key}])
    shop.delete(f"{P}/category-assignments", product_id__in="78", category_id__in=str(key))
    shop.delete(path, category_id__in=str(key))
    shop.put("v3/catalog/trees", [{"id": 1, "name": "Renamed"}])
    data = {"category_id": key, "tree_id": 1}
    assert told() == [
        ("store/channel/1/category/created", data),
        ("store/channel/1/category/updated", data),
        ("store/channel/1/category/product/assigned", {"product_id": 78}),
        ("store/channel/1/category/product/unassigned", {"product_id": 78}),
        ("store/channel/1/category/deleted", data),
        ("store/channel/1/categoryTree/updated", {"tree_id": 1}),
    ]


def test_products_come_and_go(shop, told):
    told.listen("store/channel/2/product/assigned", "store/channel/2/product/unassigned")
    for channel in (1, 2):
        shop.put(f"{P}/channel-assignments", [{"product_id": 78, "channel_id": channel}])
    shop.delete(f"{P}/channel-assignments", product_id__in="78", channel_id__in="2")
    assert told() == [
        ("store/channel/2/product/assigned", {"product_id": 78}),
        ("store/channel/2/product/unassigned", {"product_id": 78}),
    ]


def test_orders(shop, told):
    told.listen("store/channel/1/order/*")
    line = {"product_id": 78, "quantity": 1}
    body = {"billing_address": ADDRESS, "products": [line], "channel_id": 1}
    key = shop.post("v2/orders", body).json()["id"]
    shop.put(f"v2/orders/{key}", {"status_id": 11})
    items = [{"item_type": "ORDER", "item_id": key, "amount": 0.5}]
    paid = [{"provider_id": "storecredit", "amount": 0.5, "offline": True}]
    body = {"items": items, "payments": paid}
    refund = shop.post(f"v3/orders/{key}/payment_actions/refunds", body)
    assert refund.status_code == 201, refund.text
    shop.delete(f"v2/orders/{key}")
    seen = told()
    assert {data["order_id"] for _, data in seen} == {key}
    scopes = [scope.removeprefix("store/channel/1/order/") for scope, _ in seen]
    assert scopes[:3] == ["created", "updated", "statusUpdated"]
    assert "refund/created" in scopes
    assert scopes[-2:] == ["updated", "archived"]


def test_pages_scripts_and_sites(shop, told):
    told.listen(
        "store/channel/1/page/created",
        "store/channel/1/page/updated",
        "store/channel/1/script/created",
        "store/channel/1/settings/*",
    )
    page = {"name": "Hooks", "type": "page", "channel_id": 1, "body": "b"}
    key = shop.post("v3/content/pages", page).json()["data"]["id"]
    shop.put(f"v3/content/pages/{key}", {"name": "Hooked"})
    script = {"name": "s", "html": "<b></b>", "kind": "script_tag", "consent_category": "essential"}
    uuid = shop.post("v3/content/scripts", {**script, "channel_id": 1}).json()["data"]["uuid"]
    route = {"type": "product", "matching": "*", "route": "/product/{id}"}
    made = shop.post("v3/sites/1/routes", route)
    assert made.status_code < 300, made.text
    assert told() == [
        ("store/channel/1/page/created", {"page_id": key}),
        ("store/channel/1/page/updated", {"page_id": key}),
        ("store/channel/1/script/created", {"uuid": uuid}),
        ("store/channel/1/settings/route/updated", {"site_id": 1}),
    ]


@pytest.mark.parametrize("scope", ["store/channel/*", "store/channel/2/order/*", "store/order/*"])
def test_others_hear_nothing_of_a_channel(shop, told, scope):
    told.listen(scope)
    shop.put("v2/orders/100", {"staff_notes": "x"})
    assert all(not name.startswith("store/channel/1/") for name, _ in told())
    assert bool(told()) == (scope == "store/order/*")
