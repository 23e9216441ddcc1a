"""The emulator's V2 catalog against the archived V2 reference."""

from __future__ import annotations

import json
import re

import pytest
import requests
from shared import SHARED, needs_shared

from bcorm.emulator import Emulator

pytestmark = needs_shared("specs/v2_catalog.json")

# Properties of the reference that the emulator does not show, and why.
NOT_SHOWN = {
    "product_id (optional)": "shown as product_id",
    "store_v2_products": "a scope, in a table of its own",
    "keyword_filter": "a filter rather than a value; shown as null",
    "values": "of a product's option; V2 shows them at the option set",
    "name": "of a product's option; only its display name",
    "type": "of a product's option",
    "product_id": "of a product's option; the path has it",
}


def reference():
    path = SHARED / "specs" / "v2_catalog.json"
    return json.loads(path.read_text()) if path.exists() else {}


REFERENCE = reference()


def endpoints():
    for page, facts in REFERENCE.items():
        for endpoint in facts["endpoints"]:
            yield page, endpoint["method"], endpoint["path"].removeprefix("/api/v2")


@pytest.fixture(scope="module")
def emulator():
    with Emulator() as emulator:
        yield emulator
    emulator.close()


class Shop:
    def __init__(self, emulator):
        self.url = f"{emulator.url}/stores/abc123/v2"
        self.session = requests.Session()
        self.session.headers["X-Auth-Token"] = "t"

    def __call__(self, method, path, body=None):
        answer = self.session.request(method, self.url + path, json=body, timeout=10)
        return answer.status_code, answer.json() if answer.content else None


@pytest.fixture
def shop(emulator):
    emulator.reset()
    shop = Shop(emulator)
    yield shop
    shop.session.close()


@pytest.fixture(scope="module")
def with_skus(emulator):
    """A product of the sample shop that has options."""
    emulator.reset()
    shop = Shop(emulator)
    found = next(
        row["id"]
        for row in shop("GET", "/products?limit=250")[1]
        if shop("GET", f"/products/{row['id']}/skus")[1]
    )
    shop.session.close()
    return found


@pytest.fixture
def ids(with_skus, shop):
    """One of everything, by the placeholder that names it."""
    product = with_skus
    option = shop("POST", "/options", {"name": "O", "type": "S"})[1]["id"]
    group = shop("POST", "/option_sets", {"name": "S"})[1]["id"]
    made = {
        f"/products/{product}/custom_fields": {"name": "a", "text": "b"},
        f"/products/{product}/discount_rules": {
            "min": 500,
            "max": 600,
            "type": "price",
            "type_value": 1,
        },
        f"/products/{product}/images": {"image_file": "https://cdn.example.com/a.jpg"},
        f"/products/{product}/reviews": {"title": "t", "author": "a", "review": "r", "rating": 3},
        f"/products/{product}/rules": {"conditions": []},
        f"/products/{product}/videos": {"url": "https://www.youtube.com/watch?v=4wZ3ZG_Wams"},
        f"/options/{option}/values": {"label": "L", "value": "V"},
        f"/option_sets/{group}/options": {"option_id": option},
    }
    shop("DELETE", f"/products/{product}/discount_rules")  # ranges must not overlap
    ids = {"product": product, "option": option, "set": group}
    for path, body in made.items():
        status, row = shop("POST", path, body)
        assert status == 200, (path, row)
        ids[path] = row["id"]
    return ids


def filled(path, ids, shop):
    """A path of the reference with ids that exist."""
    path = path.replace("{product_id}", str(ids["product"]))
    path = path.replace("{option_set_id}", str(ids["set"])).replace(
        "{option_id}", str(ids["option"])
    )
    path = path.replace("/products/{id}/reviews", f"/products/{ids['product']}/reviews")
    if "{id}" not in path:
        return path
    collection = path.partition("/{id}")[0]
    key = ids.get(collection) or shop("GET", f"{collection}?limit=1")[1][0]["id"]
    return path.replace("{id}", str(key))


@pytest.mark.parametrize(
    ("method", "path"), sorted({(method, path) for _, method, path in endpoints()}), ids=str
)
def test_endpoint__of_the_reference_is_served(method, path, shop, ids):
    status, body = shop(method, filled(path, ids, shop), {} if method in ("POST", "PUT") else None)
    if method == "POST":
        assert status in (200, 201, 400)
        assert status == 200 or "was not supplied" in body[0]["message"]
    else:
        assert status == (204 if method == "DELETE" else 200), body


def properties(page):
    for table in REFERENCE[page]["tables"]:
        if "Propert" in table["section"]:
            yield from (row["name"] for row in table["rows"])


PATHS = {
    "v2-brands": "/brands",
    "v2-bulk-pricing": "/products/{product_id}/discount_rules",
    "v2-categories": "/categories",
    "v2-custom-fields": "/products/{product_id}/custom_fields",
    "v2-option-set-options": "/option_sets/{option_set_id}/options",
    "v2-option-sets": "/option_sets",
    "v2-option-values": "/options/{option_id}/values",
    "v2-product-images": "/products/{product_id}/images",
    "v2-product-options": "/products/{product_id}/options",
    "v2-product-reviews": "/products/{product_id}/reviews",
    "v2-product-rules": "/products/{product_id}/rules",
    "v2-product-sku": "/products/{product_id}/skus",
    "v2-product-videos": "/products/{product_id}/videos",
    "v2-products": "/products",
}


@pytest.mark.parametrize("page", PATHS)
def test_document__has_the_properties_of_the_reference(page, shop, ids):
    row = shop("GET", filled(PATHS[page], ids, shop))[1][0]
    missing = {name for name in properties(page) if name not in row}
    assert missing <= set(NOT_SHOWN), missing - set(NOT_SHOWN)


@pytest.mark.parametrize("page", PATHS)
def test_document__values_have_the_shapes_of_the_examples(page, shop, ids):
    row = shop("GET", filled(PATHS[page], ids, shop))[1][0]
    examples = [
        one[0] if isinstance(one, list) and one else one for one in REFERENCE[page]["examples"]
    ]
    complete = [one for one in examples if isinstance(one, dict) and {"id", *one} == set(one)]
    assert complete
    for example in complete:
        for name, value in example.items():
            if name not in row or value in (None, "") or row[name] in (None, ""):
                continue
            assert shape(row[name]) == shape(value), (name, row[name], value)


def shape(value):
    if isinstance(value, dict):
        return "object"
    if isinstance(value, list):
        return "array"
    if isinstance(value, str):
        if re.fullmatch(r"-?\d+\.\d+", value):
            return "amount"
        if re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0000", value):
            return "date"
        return "text"
    return type(value).__name__


# Behaviours


def product(**changes):
    body = {
        "name": "New",
        "type": "physical",
        "price": "10",
        "weight": 1,
        "categories": [1],
        "availability": "available",
    }
    return {name: value for name, value in {**body, **changes}.items() if value is not ...}


@pytest.mark.parametrize("field", ["name", "type", "price", "weight", "categories", "availability"])
def test_product__required_fields(field, shop):
    status, body = shop("POST", "/products", product(**{field: ...}))
    assert (status, body[0]["message"]) == (400, f"The required field '{field}' was not supplied.")


def test_product__read_only_fields_are_refused(shop):
    for field in ("id", "calculated_price", "date_created", "images", "total_sold"):
        status, body = shop("PUT", "/products/77", {field: 1})
        assert status == 400
        assert f"'{field}' cannot be written to" in body[0]["message"]


def test_product__is_invisible_unless_it_says_so(shop):
    assert shop("POST", "/products", product())[1]["is_visible"] is False
    assert (
        shop("POST", "/products", product(name="Other", is_visible=True))[1]["is_visible"] is True
    )


def test_product__is_one_with_its_v3_face(shop, emulator):
    row = shop(
        "POST",
        "/products",
        product(
            meta_keywords="a, b",
            related_products="77,78",
            inventory_tracking="sku",
            custom_url="/new/",
        ),
    )[1]
    assert (row["meta_keywords"], row["related_products"], row["custom_url"]) == (
        "a, b",
        "77,78",
        "/new/",
    )
    stored = next(d for d in emulator.documents("v3/catalog/products") if d["id"] == row["id"])
    assert stored["meta_keywords"] == ["a", "b"]
    assert stored["related_products"] == [77, 78]
    assert stored["inventory_tracking"] == "variant"
    assert stored["custom_url"]["url"] == "/new/"
    shop("PUT", f"/products/{row['id']}", {"price": "12.5"})
    stored = next(d for d in emulator.documents("v3/catalog/products") if d["id"] == row["id"])
    assert (stored["price"], stored["name"]) == (12.5, "New")


def test_product__what_v3_refuses_is_said_as_v2_says_it(shop):
    status, body = shop("POST", "/products", product(categories=[999_999]))
    assert (status, body[0]["message"]) == (400, "The field 'categories' is invalid.")
    assert "999999" in body[0]["details"]["invalid_reason"]
    name = shop("GET", "/products/77")[1]["name"]
    assert shop("POST", "/products", product(name=name))[0] == 409


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("min_id=80&max_id=82", lambda row: 80 <= row["id"] <= 82),
        ("min_price=100", lambda row: float(row["price"]) >= 100),
        ("is_featured=1", lambda row: row["is_featured"]),
        ("category=3", lambda row: 3 in row["categories"]),
        ("min_number_sold=400", lambda row: row["total_sold"] >= 400),
        ("max_date_created=2017-06-01T00:00:00Z", lambda row: " 2017 " in row["date_created"]),
        ("condition=Used", lambda row: row["condition"] == "Used"),
        ("unheard_of=1", lambda row: True),
    ],
)
def test_filters__leave_what_they_say(query, expected, shop):
    status, rows = shop("GET", f"/products?limit=250&{query}")
    assert status in (200, 204)
    everything = shop("GET", "/products?limit=250")[1]
    wanted = [row["id"] for row in everything if expected(row)]
    found = [row["id"] for row in rows or []]
    assert set(found) <= set(wanted)
    if "date" not in query:
        assert found == wanted
        assert shop("GET", f"/products/count?{query}")[1] == {"count": len(wanted)}


def test_lists__are_empty_with_204(shop):
    assert shop("GET", "/products?name=nobody") == (204, None)
    assert shop("GET", "/products?page=99") == (204, None)


def test_limits__are_cut_at_250(shop, emulator):
    emulator.generate_products(100)
    assert len(shop("GET", "/products?limit=1000")[1]) == 250


def test_below_a_product__that_is_not_there(shop):
    for path in ("images", "skus", "options", "rules", "googleproductsearch"):
        assert shop("GET", f"/products/999999/{path}")[0] == 404


def test_skus__are_the_variants_with_options(shop, emulator, ids):
    key = ids["product"]
    rows = shop("GET", f"/products/{key}/skus")[1]
    stored = emulator.documents(f"v3/catalog/products/{key}/variants")
    assert [row["id"] for row in rows] == [d["id"] for d in stored if d["option_values"]]
    changed = shop("PUT", f"/products/{key}/skus/{rows[0]['id']}", {"price": "3"})[1]
    assert (changed["price"], changed["adjusted_price"]) == ("3.0000", "3.0000")


def test_delete_all__empties_the_collection_alone(shop, ids):
    key = ids["product"]
    assert shop("DELETE", f"/products/{key}/images") == (204, None)
    assert shop("GET", f"/products/{key}/images") == (204, None)
    assert shop("GET", f"/products/{key}/reviews")[0] == 200
    assert shop("DELETE", "/products") == (204, None)
    assert shop("GET", "/products/count")[1] == {"count": 0}
    assert shop("GET", "/brands")[0] == 200


def test_set_options__need_a_shared_option(shop, ids):
    status, body = shop("POST", f"/option_sets/{ids['set']}/options", {"option_id": 999})
    assert (status, body[0]["message"]) == (400, "The field 'option_id' is invalid.")
