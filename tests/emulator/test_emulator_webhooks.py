"""Registered hooks are told what happens: what, when, signed by whom, and again if they fail."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time

import pytest

from bcorm.emulator import Emulator

SECRET = "emulator-test-client-secret"
P = "v3/catalog/products"
EVERYTHING = (
    "store/category/*",
    "store/channel/*",
    "store/customer/*",
    "store/information/updated",
    "store/order/*",
    "store/product/*",
    "store/shipment/*",
    "store/sku/*",
    "store/subscriber/*",
)
ADDRESS = {
    "first_name": "A",
    "last_name": "B",
    "address1": "1 Cedar Street",
    "city": "Austin",
    "country_code": "US",
    "state_or_province": "Texas",
    "postal_code": "78701",
}


@pytest.fixture(scope="module")
def running():
    """An emulator with a client secret, whose retries are quick; `shop` talks to it."""
    with Emulator(client_secret=SECRET, webhook_retries=(0.01, 0.02)) as emulator:
        yield emulator
    emulator.close()


def hook(shop, receiver, *scopes, **values):
    """Listen to scopes, or to everything; the last hook."""
    for scope in scopes or EVERYTHING:
        body = {"scope": scope, "destination": receiver.url, **values}
        answer = shop.post("v3/hooks", body)
        assert answer.status_code == 200, answer.text
    return answer.json()["data"]


def delivered(shop):
    assert shop.emulator.webhooks.wait()


def customer(shop):
    body = {"first_name": "A", "last_name": "B", "email": "hook@example.com"}
    return shop.post("v3/customers", [body]).json()["data"][0]["id"]


# What a delivery looks like


def test_a_delivery_has_the_payload_and_the_signature_of_live_stores(shop, receiver):
    hook(shop, receiver, "store/product/updated", headers={"X-Own": "swordfish"})
    shop.put(f"{P}/77", {"price": 12.34})
    delivered(shop)
    ((path, headers, body),) = receiver.seen
    payload = json.loads(body)
    assert path == "/hooks?app=1"
    assert set(payload) == {"producer", "hash", "created_at", "store_id", "scope", "data"}
    assert payload["producer"] == "stores/abc123"
    assert payload["store_id"].isdigit()
    assert len(payload["hash"]) == 40
    assert abs(payload["created_at"] - time.time()) < 60
    assert payload["data"] == {"type": "product", "id": 77}
    assert headers["webhook-id"] == payload["hash"]
    message = b".".join((payload["hash"].encode(), headers["webhook-timestamp"].encode(), body))
    digest = hmac.new(SECRET.encode(), message, hashlib.sha256).digest()
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(digest).decode()}"
    assert headers["X-Own"] == "swordfish"


# What is told


def test_only_what_a_request_is_about_is_told(shop, receiver):
    """As measured on live stores: a product's update tells nothing of its base variant."""
    product = shop.data(f"{P}/77")
    hook(shop, receiver)
    shop.put(f"{P}/77", {"price": 1.23})
    delivered(shop)
    assert receiver.told == [("store/product/updated", {"type": "product", "id": 77})]
    receiver.seen.clear()
    variant = product["base_variant_id"] or shop.data(f"{P}/77/variants")[0]["id"]
    shop.put(f"{P}/77/variants/{variant}", {"price": 4.56})
    delivered(shop)
    ((scope, data),) = receiver.told
    assert scope == "store/sku/updated"
    assert data["sku"] == {"product_id": 77, "variant_id": variant}
    assert (data["type"], data["id"]) == ("sku", shop.data(f"{P}/77/variants")[0]["sku_id"])


@pytest.mark.parametrize("path", [f"{P}/77", P])
def test_equal_values_tell_nothing(shop, receiver, path):
    product = shop.data(f"{P}/77")
    same = {"id": 77, "name": product["name"], "price": product["price"]}
    hook(shop, receiver)
    shop.put(path, same if path.endswith("77") else [same])
    delivered(shop)
    assert receiver.seen == []


def test_pictures_and_some_fields_tell_nothing(shop, receiver):
    hook(shop, receiver)
    image = shop.post(f"{P}/77/images", {"image_url": "https://example.com/a.png"}).json()["data"]
    shop.delete(f"{P}/77/images/{image['id']}")
    shop.put(f"{P}/77", {"mpn": "M-1", "gtin": "4006381333931"})
    delivered(shop)
    assert receiver.seen == []


def test_refused_requests_tell_nothing(shop, receiver):
    hook(shop, receiver)
    assert shop.put(P, [{"id": 77, "price": 5}, {"id": 78, "price": -1}]).status_code == 422
    delivered(shop)
    assert receiver.seen == []


def test_stock_is_told_as_such(shop, receiver):
    shop.put(f"{P}/77", {"inventory_tracking": "product"})
    hook(shop, receiver, "store/product/inventory/updated")
    shop.put(f"{P}/77", {"inventory_level": 41})
    delivered(shop)
    stock = {"product_id": 77, "method": "absolute", "value": 41}
    assert receiver.told == [
        ("store/product/inventory/updated", {"type": "product", "id": 77, "inventory": stock})
    ]


def test_orders_tell_their_status_and_their_archival(shop, receiver):
    order = next(row for row in shop.emulator.documents("v2/orders") if row["status_id"] == 11)
    hook(shop, receiver)
    shop.put(f"v2/orders/{order['id']}", {"status_id": 10})
    shop.delete(f"v2/orders/{order['id']}")
    delivered(shop)
    told = dict(receiver.told)
    status = {"previous_status_id": 11, "new_status_id": 10}
    assert told["store/order/statusUpdated"]["status"] == status
    assert told["store/order/archived"] == {"type": "order", "id": order["id"]}
    assert told["store/order/updated"]["id"] == order["id"]


def test_shipments_tell_their_order(shop, receiver):
    order = next(row for row in shop.emulator.documents("v2/orders") if row["status_id"] == 11)
    line = shop.get(f"v2/orders/{order['id']}/products").json()[0]
    address = shop.get(f"v2/orders/{order['id']}/shipping_addresses").json()[0]
    hook(shop, receiver, "store/shipment/*")
    body = {
        "order_address_id": address["id"],
        "items": [{"order_product_id": line["id"], "quantity": 1}],
    }
    made = shop.post(f"v2/orders/{order['id']}/shipments", body).json()
    shop.delete(f"v2/orders/{order['id']}/shipments/{made['id']}")
    delivered(shop)
    data = {"type": "shipment", "id": made["id"], "orderId": order["id"]}
    assert receiver.told == [("store/shipment/created", data), ("store/shipment/deleted", data)]


def test_every_other_scope_of_the_table(shop, receiver):
    hook(shop, receiver)
    key = customer(shop)
    shop.put("v3/customers", [{"id": key, "company": "C"}])
    address = {**ADDRESS, "customer_id": key}
    address_key = shop.post("v3/customers/addresses", [address]).json()["data"][0]["id"]
    shop.delete("v3/customers", id__in=str(key))
    category = shop.post("v3/catalog/categories", {"name": "Hooks", "parent_id": 0}).json()["data"]
    shop.put(f"v3/catalog/categories/{category['id']}", {"description": "d"})
    shop.delete(f"v3/catalog/categories/{category['id']}")
    channel = {"name": "Hooks", "type": "storefront", "platform": "custom"}
    channel_key = shop.post("v3/channels", channel).json()["data"]["id"]
    reader = shop.post("v3/customers/subscribers", {"email": "h@example.com"}).json()["data"]
    shop.delete(f"v3/customers/subscribers/{reader['id']}")
    profile = shop.data("v3/settings/store/profile")
    shop.put("v3/settings/store/profile", {**profile, "store_name": "Renamed"})
    shop.put("v3/settings/store/profile", {**profile, "store_name": "Renamed"})
    delivered(shop)
    of = {"type": "customer", "id": key}
    assert receiver.told == [
        ("store/customer/created", of),
        ("store/customer/updated", of),
        (
            "store/customer/address/created",
            {"type": "customer", "id": address_key, "address": {"customer_id": key}},
        ),
        ("store/customer/deleted", of),
        ("store/category/created", {"type": "category", "id": category["id"]}),
        ("store/category/updated", {"type": "category", "id": category["id"]}),
        ("store/category/deleted", {"type": "category", "id": category["id"]}),
        ("store/channel/created", {"type": "channel", "id": channel_key}),
        ("store/subscriber/created", {"type": "subscriber", "id": reader["id"]}),
        ("store/subscriber/deleted", {"type": "subscriber", "id": reader["id"]}),
        ("store/information/updated", {"type": "store"}),
    ]


def test_changes_behind_the_clients_back_are_told_too(shop, receiver):
    hook(shop, receiver)
    made = shop.emulator.put_document(
        P, {"name": "Behind", "type": "physical", "weight": 1, "price": 1}
    )
    shop.emulator.remove_document(P, made["id"])
    delivered(shop)
    assert receiver.scopes == ["store/product/created", "store/product/deleted"]


# Who is told


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        ("store/product/*", True),
        ("store/product/updated", True),
        ("store/product/created", False),
        ("store/sku/*", False),
    ],
)
def test_scopes_choose_who_is_told(shop, receiver, scope, told):
    hook(shop, receiver, scope)
    shop.put(f"{P}/77", {"price": 2})
    delivered(shop)
    assert receiver.scopes == (["store/product/updated"] if told else [])


def test_hooks_that_are_off_or_elsewhere_are_not_called(shop, receiver):
    hook(shop, receiver, is_active=False)
    elsewhere = {"scope": "store/product/*", "destination": "https://192.0.2.1/hooks"}
    assert shop.post("v3/hooks", elsewhere).status_code == 200
    shop.put(f"{P}/77", {"price": 2})
    delivered(shop)
    assert receiver.seen == []
    # It counts as delivered, where nobody could have answered.
    assert [attempt.status for attempt in shop.emulator.webhooks.attempts] == [200]


def test_a_failed_delivery_comes_again_with_the_same_hash(shop, receiver):
    receiver.statuses = [500, 302]
    hook(shop, receiver)
    shop.put(f"{P}/77", {"price": 2})
    delivered(shop)
    assert [attempt.status for attempt in shop.emulator.webhooks.attempts] == [500, 302, 200]
    assert len({payload["hash"] for payload in receiver.payloads}) == 1
    assert shop.data("v3/hooks")[0]["is_active"]


def test_a_hook_that_always_fails_is_switched_off(shop, receiver):
    receiver.statuses = [500] * 3
    made = hook(shop, receiver, "store/product/*")
    shop.put(f"{P}/77", {"price": 2})
    delivered(shop)
    assert [attempt.number for attempt in shop.emulator.webhooks.attempts] == [1, 2, 3]
    assert not shop.data(f"v3/hooks/{made['id']}")["is_active"]
    shop.put(f"v3/hooks/{made['id']}", {"is_active": True})
    shop.put(f"{P}/77", {"price": 3})
    delivered(shop)
    assert len(receiver.seen) == 4


def test_a_receiver_that_is_not_there_is_a_failure(shop, receiver):
    made = hook(shop, receiver, "store/product/*")
    receiver.close()
    shop.put(f"{P}/77", {"price": 2})
    delivered(shop)
    assert [attempt.status for attempt in shop.emulator.webhooks.attempts] == [0, 0, 0]
    assert not shop.data(f"v3/hooks/{made['id']}")["is_active"]


# Which hooks there may be


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"scope": "products"}, "scope"),
        ({"scope": ""}, "scope"),
        ({"destination": "http://example.com/hooks"}, "destination"),
        ({"destination": "no url"}, "destination"),
    ],
)
def test_hooks_that_cannot_be(shop, changes, field):
    body = {"scope": "store/order/*", "destination": "https://example.com/hooks", **changes}
    answer = shop.post("v3/hooks", body)
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == [field]


def test_there_are_ten_hooks_of_a_scope_and_one_of_a_destination(shop):
    for number in range(10):
        body = {"scope": "store/order/*", "destination": f"https://example.com/{number}"}
        assert shop.post("v3/hooks", body).status_code == 200
    assert shop.post("v3/hooks", body).status_code == 422
    body["destination"] = "https://example.com/other"
    assert shop.post("v3/hooks", body).status_code == 422
    assert shop.post("v3/hooks", {**body, "scope": "store/cart/*"}).status_code == 200


def test_v2_shows_the_same_hooks(shop):
    body = {"scope": "store/order/*", "destination": "https://example.com/"}
    made = shop.post("v2/hooks", body).json()
    assert shop.data(f"v3/hooks/{made['id']}") == made
    assert shop.get("v2/hooks").json() == [made]
    assert shop.put(f"v2/hooks/{made['id']}", {"is_active": False}).json()["is_active"] is False
    assert shop.delete(f"v2/hooks/{made['id']}").json()["id"] == made["id"]
    assert shop.data("v3/hooks") == []
