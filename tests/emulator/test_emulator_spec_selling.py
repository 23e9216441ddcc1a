"""Every operation on customers, orders and coupons against the official specs.

Each walk uses one part of the API as a client would; every exchange is judged. A last test makes
sure that no operation was left out.
"""

from __future__ import annotations

import pytest
from shared import needs_shared

# The last test looks at what the others have done, so one process has to run them all.
pytestmark = [needs_shared("specs"), pytest.mark.alone]

CHECKED = (
    "customers.v2.yml",
    "customers.v3.yml",
    "orders.v2.oas2.yml",
    "orders.v3.yml",
    "store_information.v2.yml",
)


ADDRESS = {
    "first_name": "Ada",
    "last_name": "Bell",
    "address1": "1 Mill Road",
    "city": "Austin",
    "state_or_province": "Texas",
    "postal_code": "78701",
    "country_code": "US",
}
PERSON = {"email": "ada@example.com", "first_name": "Ada", "last_name": "Bell"}


def test_customers(go, walk_metafields, walk_metafield_batch):
    path = "/v3/customers"
    go("GET", f"{path}?limit=3&include=addresses,storecredit,attributes,formfields")
    body = {**PERSON, "addresses": [ADDRESS], "authentication": {"new_password": "secret"}}
    key = go("POST", path, [body])["data"][0]["id"]
    go("POST", path, [body], wrong=True)
    go("POST", path, [body] * 11, wrong=True)
    go("PUT", path, [{"id": key, "company": "Bell Ltd"}])
    address = {**ADDRESS, "customer_id": key, "city": "Boston"}
    made = go("POST", f"{path}/addresses", [address])["data"][0]["id"]
    go("GET", f"{path}/addresses?customer_id:in={key}&include=formfields")
    go("PUT", f"{path}/addresses", [{"id": made, "city": "Denver"}])
    go("DELETE", f"{path}/addresses?id:in={made}")
    attribute = go("POST", f"{path}/attributes", [{"name": "x", "type": "string"}])["data"][0]["id"]
    go("GET", f"{path}/attributes")
    go("PUT", f"{path}/attributes", [{"id": attribute, "name": "y"}])
    value = {"attribute_id": attribute, "customer_id": key, "value": "v"}
    made = go("PUT", f"{path}/attribute-values", [value])["data"][0]["id"]
    go("GET", f"{path}/attribute-values?customer_id:in={key}")
    go("DELETE", f"{path}/attribute-values?id:in={made}")
    go("DELETE", f"{path}/attributes?id:in={attribute}")
    field = {"name": "color", "value": "blue", "customer_id": key}
    go("PUT", f"{path}/form-field-values", [field])
    go("GET", f"{path}/form-field-values?customer_id={key}")
    login = {"email": PERSON["email"], "password": "secret"}
    assert go("POST", f"{path}/validate-credentials", login)["is_valid"] is True
    for settings in (f"{path}/settings", f"{path}/settings/channels/1"):
        go("GET", settings)
        go("PUT", settings, {"privacy_settings": {"policy_url": "https://example.com/p"}})
    go("GET", f"{path}/{key}/consent")
    go("PUT", f"{path}/{key}/consent", {"allow": ["essential"], "deny": []})
    go("GET", f"{path}/5/stored-instruments")
    walk_metafields(f"{path}/{key}/metafields")
    walk_metafield_batch(f"{path}/metafields", key)
    go("DELETE", f"{path}?id:in={key}")


def test_customers_v2(go):
    path = "/v2/customers"
    go("GET", path)
    key = go("POST", path, PERSON)["id"]
    go("GET", f"{path}/count")
    go("GET", f"{path}/{key}")
    go("PUT", f"{path}/{key}", {"company": "Bell Ltd"})
    go("POST", f"{path}/{key}/validate", {"password": "x"})
    address = {
        "first_name": "Ada",
        "last_name": "Bell",
        "street_1": "1 Mill Road",
        "city": "Austin",
        "state": "Texas",
        "zip": "78701",
        "country": "United States",
        "phone": "1",
    }
    made = go("POST", f"{path}/{key}/addresses", address)["id"]
    go("GET", f"{path}/{key}/addresses")
    go("GET", f"{path}/{key}/addresses/count")
    go("GET", f"{path}/{key}/addresses/{made}")
    go("PUT", f"{path}/{key}/addresses/{made}", address)
    go("DELETE", f"{path}/{key}/addresses/{made}")
    go("DELETE", f"{path}/{key}/addresses")
    go("DELETE", f"{path}/{key}")
    groups = "/v2/customer_groups"
    rule = {"type": "all", "method": "percent", "amount": "5.0000"}
    made = go("POST", groups, {"name": "Friends", "discount_rules": [rule]})["id"]
    go("GET", groups)
    go("GET", f"{groups}/count")
    go("GET", f"{groups}/{made}")
    go("PUT", f"{groups}/{made}", {"name": "Old friends"})
    go("DELETE", f"{groups}/{made}")
    go("DELETE", path)


BILLING = {
    "first_name": "Ada",
    "last_name": "Bell",
    "street_1": "1 Mill Road",
    "city": "Austin",
    "state": "Texas",
    "zip": "78701",
    "country": "United States",
}


def test_orders(go):
    path = "/v2/orders"
    go("GET", f"{path}?limit=5")
    full = "include=consignments,consignments.line_items,fees&consignment_structure=object"
    go("GET", f"{path}?limit=2&{full}")
    go("GET", f"{path}/count")
    go("GET", "/v2/order_statuses")
    go("GET", "/v2/order_statuses/3")
    for key in range(100, 125):
        for name in ("products", "shipping_addresses", "coupons", "taxes", "messages", "shipments"):
            go("GET", f"{path}/{key}/{name}")
        go("GET", f"{path}/{key}/consignments")
        go("GET", f"{path}/{key}/fees")
    go("GET", f"{path}/100/shipping_addresses/1/shipping_quotes")
    go("GET", f"{path}/100/consignments/shipping/1/shipping_quotes")
    custom = {"name": "Custom", "quantity": 1, "price_inc_tax": 10, "price_ex_tax": 9}
    body = {"billing_address": BILLING, "products": [{"product_id": 78, "quantity": 2}, custom]}
    pickup = {"pickup_method_id": 1, "line_items": [{"product_id": 78, "quantity": 2}]}
    picked = {"billing_address": BILLING, "consignments": {"pickups": [pickup]}}
    go("GET", f"{path}/{go('POST', path, picked)['id']}/consignments")
    order = go("POST", path, body)
    key = order["id"]
    go("PUT", f"{path}/{key}", {"staff_notes": "x"})
    go("GET", f"{path}/{key}")
    line = go("GET", f"{path}/{key}/products")[0]["id"]
    go("GET", f"{path}/{key}/products/{line}")
    address = go("GET", f"{path}/{key}/shipping_addresses")[0]["id"]
    go("GET", f"{path}/{key}/shipping_addresses/{address}")
    go("PUT", f"{path}/{key}/shipping_addresses/{address}", {"city": "Boston"})
    items = [{"order_product_id": line, "quantity": 1}]
    shipment = {"order_address_id": address, "tracking_number": "T", "items": items}
    made = go("POST", f"{path}/{key}/shipments", shipment)["id"]
    go("GET", f"{path}/{key}/shipments/count")
    go("GET", f"{path}/{key}/shipments/{made}")
    go("PUT", f"{path}/{key}/shipments/{made}", {"comments": "c"})
    go("DELETE", f"{path}/{key}/shipments/{made}")
    go("DELETE", f"{path}/{key}/shipments")
    go("DELETE", f"{path}/{key}")
    go("DELETE", f"{path}?limit=3")


def test_orders_v3(go, shop, walk_metafields, walk_metafield_batch):
    path = "/v3/orders"
    authorized = [
        order["id"]
        for order in shop.get("v2/orders", limit=250).json()
        if order["payment_status"] == "authorized"
    ]
    go("GET", f"{path}/101/transactions")
    go("GET", f"{path}/100/transactions")
    go("POST", f"{path}/{authorized[0]}/payment_actions/capture")
    go("POST", f"{path}/{authorized[1]}/payment_actions/void")
    items = [{"item_type": "ORDER", "item_id": 101, "amount": 1.5}]
    go("POST", f"{path}/101/payment_actions/refund_quotes", {"items": items})
    payments = [{"provider_id": "storecredit", "amount": 1.5, "offline": True}]
    body = {"items": items, "payments": payments}
    made = go("POST", f"{path}/101/payment_actions/refunds", body)["data"]["id"]
    go("GET", f"{path}/101/payment_actions/refunds")
    go("GET", f"{path}/payment_actions/refunds")
    go("GET", f"{path}/payment_actions/refunds/{made}")
    for settings in (f"{path}/settings", f"{path}/settings/channels/1"):
        go("GET", settings)
        go(
            "PUT",
            settings,
            {"notifications": {"order_placed": {"email_addresses": ["a@b.example"]}}},
        )
    walk_metafields(f"{path}/101/metafields")
    walk_metafield_batch(f"{path}/metafields", 101)


def test_coupons_and_shop(go):
    body = {
        "name": "n",
        "code": "c",
        "type": "per_total_discount",
        "amount": "5",
        "applies_to": {"entity": "categories", "ids": [0]},
    }
    key = go("POST", "/v2/coupons", body)["id"]
    go("GET", "/v2/coupons")
    go("GET", "/v2/coupons/count")
    go("PUT", f"/v2/coupons/{key}", {**body, "amount": "6"})
    go("DELETE", f"/v2/coupons/{key}")
    go("DELETE", "/v2/coupons")
    go("GET", "/v2/store")
    go("GET", "/v2/time")


def test_no_operation_was_left_out(judge, visited):
    """Runs after the walks of this module; meaningless when only this one is selected."""
    if len(visited) < 20:
        pytest.skip("the walks of this module did not run")
    wanted = {item.name for item in judge.operations if item.spec in CHECKED}
    assert wanted - visited == set()
