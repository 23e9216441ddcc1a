"""Every operation of the first domains against the official specs, and against recordings.

Each walk uses one part of the API as a client would; every exchange is judged. A last test makes
sure that no operation was left out.
"""

from __future__ import annotations

import json

import pytest
from shared import SHARED, needs_shared
from spec_judge import Exchange

pytestmark = needs_shared("specs")

P = "/v3/catalog/products"
CHECKED = (
    "catalog/brands_catalog.v3.yml",
    "catalog/categories_catalog.v3.yml",
    "catalog/category-trees_catalog.v3.yml",
    "catalog/product-modifiers_catalog.v3.yml",
    "catalog/product-variant-options_catalog.v3.yml",
    "catalog/product-variants_catalog.v3.yml",
    "catalog/products_catalog.v3.yml",
    "customers.v2.yml",
    "customers.v3.yml",
    "orders.v2.oas2.yml",
    "orders.v3.yml",
    "store_information.v2.yml",
)
visited: set[str] = set()


@pytest.fixture
def go(shop, judge):
    """Send a request, hold both sides against the spec, give back the answer."""

    def send(method, path, body=None, *, wrong=False, **options):
        answer = shop.request(method, path.lstrip("/"), body, **options)
        shown = answer.json() if answer.content else None
        exchange = Exchange(method, path, answer.status_code, body, shown)
        assert judge.problems(exchange, request=not wrong and not options) == []
        assert wrong or answer.status_code < 300, answer.text
        operation = judge.operation(method, path)
        visited.add(operation.name)
        return shown

    return send


def metafield(**values):
    named = {"permission_set": "write", "namespace": "n", "key": "k", "description": "d"}
    return {**named, "value": "v", **values}


def walk_metafields(go, path):
    key = one(go("POST", path, metafield()))["id"]
    go("GET", path)
    go("GET", f"{path}/{key}")
    go("PUT", f"{path}/{key}", metafield(id=key, value="w"))
    go("DELETE", f"{path}/{key}")


def walk_metafield_batch(go, path, owner):
    made = go("POST", path, [metafield(resource_id=owner)])["data"][0]
    go("PUT", path, [metafield(id=made["id"], value="w")])
    go("GET", f"{path}?limit=2")
    go("DELETE", path, [made["id"]])


def one(answer):
    data = answer["data"]
    return data[0] if isinstance(data, list) else data


def test_products(go):
    go("GET", f"{P}?limit=5&include=images,variants,primary_image,videos,reviews,custom_fields")
    go("GET", f"{P}?limit=5&include=options,modifiers,bulk_pricing_rules,channels")
    body = {"name": "A", "type": "physical", "weight": 1, "price": 9.99, "categories": [1]}
    body["images"] = [{"image_url": "https://example.com/a.png"}]
    body["custom_fields"] = [{"name": "a", "value": "b"}]
    body["videos"] = [{"video_id": "abc"}]
    key = go("POST", P, body)["data"]["id"]
    go("GET", f"{P}/{key}?include=variants,parent_relations")
    go("PUT", f"{P}/{key}", {"price": 10})
    go("PUT", P, [{"id": key, "price": 11}])
    go("POST", P, {"name": "A"}, wrong=True)
    go("POST", P, body, wrong=True)
    go("PUT", P, [{"id": 1}] * 11, wrong=True)
    go("GET", f"{P}/999999", wrong=True)
    go("GET", "/v3/catalog/summary")
    walk_metafields(go, f"{P}/{key}/metafields")
    walk_metafield_batch(go, f"{P}/metafields", key)
    pair = [{"product_id": key, "channel_id": 2}]
    go("PUT", f"{P}/channel-assignments", pair)
    go("GET", f"{P}/channel-assignments?limit=2")
    go("DELETE", f"{P}/channel-assignments?product_id:in={key}&channel_id:in=2")
    go("PUT", f"{P}/category-assignments", [{"product_id": key, "category_id": 2}])
    go("GET", f"{P}/category-assignments?limit=2")
    go("DELETE", f"{P}/category-assignments?product_id:in={key}&category_id:in=2")
    go("DELETE", f"{P}/{key}")
    go("DELETE", f"{P}?id:in=78")


RULE = {"quantity_min": 100, "quantity_max": 200, "type": "price", "amount": 3}
REVIEW = {"title": "x", "date_reviewed": "2020-01-01T00:00:00+00:00"}


@pytest.mark.parametrize(
    ("name", "body", "change"),
    [
        ("images", {"image_url": "https://example.com/z.jpg"}, {"description": "z"}),
        ("videos", {"video_id": "z3fRu9pkuXE"}, {"title": "z"}),
        ("custom-fields", {"name": "c", "value": "d"}, {"value": "e"}),
        ("bulk-pricing-rules", RULE, {**RULE, "amount": 4}),
        ("reviews", REVIEW, {**REVIEW, "rating": 3}),
        (
            "complex-rules",
            {"enabled": True, "price_adjuster": {"adjuster": "relative", "adjuster_value": 2}},
            {"enabled": False},
        ),
    ],
)
def test_under_a_product(go, name, body, change):
    path = f"{P}/78/{name}"
    key = go("POST", path, body)["data"]["id"]
    go("GET", path)
    go("GET", f"{path}/{key}")
    go("PUT", f"{path}/{key}", change)
    go("DELETE", f"{path}/{key}")


def upload(go, path):
    go("POST", path, files={"image_file": ("a.png", b"png", "image/png")})


def test_options_modifiers_and_variants(go):
    body = {"name": "A", "type": "physical", "weight": 1, "price": 9.99}
    key = go("POST", P, body)["data"]["id"]
    option = {"product_id": key, "display_name": "Size", "type": "rectangles"}
    values = [{"label": "S", "sort_order": 1}]
    made = go("POST", f"{P}/{key}/options", {**option, "option_values": values})["data"]
    path = f"{P}/{key}/options/{made['id']}"
    go("GET", f"{P}/{key}/options")
    go("GET", path)
    go("PUT", path, {**option, "display_name": "Sizes", "option_values": made["option_values"]})
    value = go("POST", f"{path}/values", {"label": "M", "sort_order": 2})["data"]["id"]
    go("GET", f"{path}/values")
    go("GET", f"{path}/values/{value}")
    go("PUT", f"{path}/values/{value}", {"label": "L", "sort_order": 2})
    chosen = {"option_id": made["id"], "id": value}
    variant = go("POST", f"{P}/{key}/variants", {"sku": "q", "option_values": [chosen]})["data"][
        "id"
    ]
    go("GET", f"{P}/{key}/variants")
    go("GET", f"{P}/{key}/variants/{variant}")
    go("PUT", f"{P}/{key}/variants/{variant}", {"price": 3})
    go("PUT", "/v3/catalog/variants", [{"id": variant, "price": 4}])
    go("PUT", "/v3/catalog/variants", [{"id": variant, "price": "x"}], wrong=True)
    go("GET", "/v3/catalog/variants?limit=5")
    walk_metafields(go, f"{P}/{key}/variants/{variant}/metafields")
    walk_metafield_batch(go, "/v3/catalog/variants/metafields", variant)
    go("POST", f"{P}/{key}/variants/{variant}/image", {"image_url": "https://example.com/v.png"})
    go("DELETE", f"{P}/{key}/variants/{variant}")
    go("DELETE", f"{path}/values/{value}")
    go("DELETE", path)
    modifier = {"type": "dropdown", "required": False, "display_name": "Wrap"}
    made = go("POST", f"{P}/{key}/modifiers", {**modifier, "option_values": values})["data"]
    path = f"{P}/{key}/modifiers/{made['id']}"
    go("GET", f"{P}/{key}/modifiers")
    go("GET", path)
    go("PUT", path, {**modifier, "required": True})
    value = go("POST", f"{path}/values", {"label": "y", "sort_order": 1})["data"]["id"]
    go("GET", f"{path}/values")
    go("GET", f"{path}/values/{value}")
    go("PUT", f"{path}/values/{value}", {"label": "z", "sort_order": 1})
    upload(go, f"{path}/values/{value}/image")
    go("DELETE", f"{path}/values/{value}")
    go("DELETE", path)


def test_brands(go):
    path = "/v3/catalog/brands"
    key = go("POST", path, {"name": "Xylo"})["data"]["id"]
    go("GET", f"{path}?limit=3&sort=name&direction=desc")
    go("GET", f"{path}/{key}")
    go("PUT", f"{path}/{key}", {"name": "Xylo & Co"})
    go("POST", path, {"name": "xylo & co"}, wrong=True)
    upload(go, f"{path}/{key}/image")
    go("DELETE", f"{path}/{key}/image")
    walk_metafields(go, f"{path}/{key}/metafields")
    walk_metafield_batch(go, f"{path}/metafields", key)
    go("DELETE", f"{path}/{key}")
    go("DELETE", f"{path}?name=Kestrel")


def test_categories_and_trees(go):
    path = "/v3/catalog/categories"
    key = go("POST", path, {"name": "Loft", "parent_id": 1})["data"]["id"]
    go("GET", f"{path}?limit=3&sort=name")
    go("GET", f"{path}/{key}")
    go("PUT", f"{path}/{key}", {"name": "Attic", "parent_id": 0})
    upload(go, f"{path}/{key}/image")
    go("DELETE", f"{path}/{key}/image")
    walk_metafields(go, f"{path}/{key}/metafields")
    walk_metafield_batch(go, f"{path}/metafields", key)
    go("PUT", f"{P}/category-assignments", [{"product_id": 78, "category_id": key}])
    go("PUT", f"{path}/{key}/products/sort-order", [{"product_id": 78, "sort_order": 2}])
    go("GET", f"{path}/{key}/products/sort-order")
    go("DELETE", f"{path}/{key}")
    go("DELETE", f"{path}?name=Lamps")
    tree = go("PUT", "/v3/catalog/trees", [{"name": "Second", "channels": [3]}])["data"][0]["id"]
    go("GET", "/v3/catalog/trees")
    path = "/v3/catalog/trees/categories"
    made = go("POST", path, [{"name": "Roots", "tree_id": tree, "parent_id": 0}])["data"][0][
        "category_id"
    ]
    go("POST", path, [{"name": "Roots", "tree_id": tree, "parent_id": 0}], wrong=True)
    go("PUT", path, [{"category_id": made, "name": "Stems"}])
    go("GET", f"{path}?tree_id:in={tree}")
    go("GET", "/v3/catalog/trees/1/categories")
    go("DELETE", f"{path}?category_id:in={made}")
    go("DELETE", f"/v3/catalog/trees?id:in={tree}")


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


def test_customers(go):
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
    walk_metafields(go, f"{path}/{key}/metafields")
    walk_metafield_batch(go, f"{path}/metafields", key)
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


def test_orders_v3(go, shop):
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
    walk_metafields(go, f"{path}/101/metafields")
    walk_metafield_batch(go, f"{path}/metafields", 101)


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


def test_every_sample_document_is_what_the_specs_say(go):
    for path in (P, "/v3/catalog/variants", "/v3/catalog/brands", "/v3/customers", "/v2/orders"):
        for page in range(1, 4):
            if page == 1 or path != "/v3/catalog/brands":
                go("GET", f"{path}?limit=100&page={page}")


def test_no_operation_was_left_out(judge):
    """Runs after the walks of this module; meaningless when only this one is selected."""
    if len(visited) < 50:
        pytest.skip("the walks of this module did not run")
    wanted = {item.name for item in judge.operations if item.spec in CHECKED}
    assert wanted - visited == set()


# Recordings


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
