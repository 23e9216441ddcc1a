"""What live stores refuse is refused here, each with the status and the words of its source."""

from __future__ import annotations

import json

import pytest

from bcorm.emulator.domains import api
from bcorm.emulator.formats import FORMATS
from bcorm.emulator.refusals import GENERAL

ADDRESS = {
    "first_name": "Ada",
    "last_name": "Bell",
    "address1": "1 Mill Road",
    "city": "Austin",
    "state_or_province": "Texas",
    "postal_code": "78701",
    "country_code": "US",
}
BILLING = {"first_name": "Ada", "last_name": "Bell", "email": "ada@example.com"}
CUSTOMER = {"first_name": "Ada", "last_name": "Bell"}
NOT_EMAILS = (
    "not-an-email",
    "a@b",
    "@example.com",
    "a b@example.com",
    "a@example.",
    "a@@b.example",
)


def unknown(*names):
    return f"The filter(s): {', '.join(names)} are not valid filter parameter(s)."


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("v3/customers", "foo"),
        ("v3/customers/addresses", "customer_id"),
        ("v3/customers/attributes", "id:in"),
        ("v3/catalog/trees/categories", "foo"),
    ],
)
def test_unknown_filters__where_live_stores_were_seen_to(shop, path, name):
    answer = shop.request("GET", path, params={name: "1"})
    assert (answer.status_code, answer.json()["title"]) == (422, unknown(name))
    assert "detail" not in answer.json()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("v3/catalog/products", "nmae"),
        ("v3/catalog/products", "price:min"),
        ("v3/catalog/products/77", "name"),
        ("v3/catalog/products/77/images", "sort"),
        ("v3/catalog/summary", "foo"),
        ("v3/wishlists", "name"),
        ("v3/hooks", "id:in"),
        ("v3/settings/inventory", "chanel_id"),
        ("v3/inventory/items", "location_ids"),
        ("v3/pricelists/1/records", "price:gt"),
        ("v3/channels", "include_fields"),
    ],
)
def test_unknown_filters__elsewhere(shop, path, name):
    answer = shop.request("GET", path, params={name: "1", "page": 1, "limit": 10})
    assert (answer.status_code, answer.json()["title"]) == (422, unknown(name))
    assert "not known" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["v3/catalog/products", "v3/customers", "v3/pricelists"])
def test_unknown_filters__nothing_is_deleted(shop, path):
    before = shop.data(path)
    answer = shop.request("DELETE", path, params={"name:like": "a", "id:in": before[0]["id"]})
    assert (answer.status_code, answer.json()["title"]) == (422, unknown("name:like"))
    assert shop.data(path) == before


def test_unknown_filters__v2_passes_with_a_warning(shop, caplog):
    answer = shop.request("GET", "v2/orders", params={"nmae": "1"})
    assert answer.status_code == 200
    assert "GET /v2/orders has no query parameter nmae; it is ignored" in caplog.text


def test_unknown_filters__a_store_that_is_not_strict(make_shop, caplog):
    shop = make_shop(strict=False)
    assert shop.request("GET", "v3/catalog/products", params={"nmae": "x"}).status_code == 200
    assert "no query parameter nmae" in caplog.text


@pytest.mark.parametrize("path", ["v2/store", "v2/countries", "v3/catalog/summary", "v3/hooks"])
def test_page_and_limit_pass_everywhere(shop, path):
    assert shop.request("GET", path, params={"page": 1, "limit": 2}).status_code == 200


@pytest.mark.parametrize("email", NOT_EMAILS)
def test_emails__of_customers(shop, email):
    answer = shop.post("v3/customers", [{**CUSTOMER, "email": email}])
    assert (answer.status_code, answer.json()["errors"]) == (422, {"0.email": "invalid email"})
    answer = shop.post("v2/customers", {**CUSTOMER, "email": email})
    assert answer.status_code == 400
    assert answer.json()[0]["message"] == "The field 'email' is invalid."


@pytest.mark.parametrize(
    ("method", "path", "body", "place"),
    [
        ("POST", "v3/customers/subscribers", {"email": "x"}, "email"),
        (
            "POST",
            "v3/catalog/products/77/reviews",
            {"title": "x", "date_reviewed": "2020-01-01T00:00:00+00:00", "email": "x"},
            "email",
        ),
        ("PUT", "v3/customers", [{"id": 1, "email": "x.y"}], "0.email"),
    ],
)
def test_emails__elsewhere(shop, method, path, body, place):
    answer = shop.request(method, path, body)
    assert (answer.status_code, answer.json()["errors"]) == (422, {place: "invalid email"})


def test_emails__of_orders(shop):
    body = {
        "billing_address": {**BILLING, "email": "x"},
        "products": [{"product_id": 78, "quantity": 1}],
    }
    answer = shop.post("v2/orders", body)
    assert (answer.status_code, answer.json()[0]["message"]) == (
        400,
        "The field 'email' is invalid.",
    )


@pytest.mark.parametrize(
    ("path", "body", "errors"),
    [
        (
            "v3/customers/addresses",
            [{**ADDRESS, "customer_id": 1, "country_code": "XX"}],
            {"country_code": FORMATS["country"].words},
        ),
        (
            "v3/pricelists/1/records",
            [{"variant_id": 1, "price": 1, "currency": "zzz"}],
            {"currency": FORMATS["currency"].words},
        ),
        ("v3/sites", {"channel_id": 1, "url": "shop"}, {"url": FORMATS["url"].words}),
        (
            "v3/catalog/brands",
            {"name": "N", "custom_url": {"url": "/a b/"}},
            {"custom_url.url": FORMATS["path"].words},
        ),
    ],
    ids=["country", "currency", "url", "path"],
)
def test_formats(shop, path, body, errors):
    answer = shop.post(path, body)
    assert answer.status_code == 422
    said = answer.json()
    assert (said.get("errors") or said["batch_errors"][0]["field_errors"]) == errors


@pytest.mark.parametrize("method", ["PUT", "POST", "batch"])
def test_an_empty_sku_of_a_variant(shop, method):
    path = "v3/catalog/products/77/variants"
    variant = shop.data(path)[0]
    if method == "batch":
        answer = shop.request("PUT", "v3/catalog/variants", [{"id": variant["id"], "sku": ""}])
        [problem] = answer.json()["batch_errors"]
    else:
        place = path if method == "POST" else f"{path}/{variant['id']}"
        answer = shop.request(method, place, {"sku": "", "option_values": []})
        problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, 22004)


def test_a_customer_that_is_not_there(shop):
    answer = shop.request("PUT", "v3/customers", [{"id": 999_999, "first_name": "A"}])
    assert answer.status_code == 422
    assert answer.json()["errors"] == {"0.id": "invalid customer ID"}


def test_a_category_tree_that_is_not_there(shop):
    assert shop.request("DELETE", "v3/catalog/trees?id:in=999").status_code == 404


@pytest.mark.parametrize("body", [{"type": "page"}, [{"type": "page", "name": ""}]])
def test_a_page_without_a_name(shop, body):
    answer = shop.post("v3/content/pages", body)
    assert answer.status_code == 400
    assert answer.json()["title"] == "Input is invalid"
    assert "name" in answer.json()["detail"]


def test_an_email_that_is_taken(shop):
    email = shop.data("v3/customers")[0]["email"]
    answer = shop.post("v3/customers", [{**CUSTOMER, "email": email}])
    assert answer.status_code == 422
    assert answer.json()["errors"] == {".customer_create": f"email {email} already in use"}


def test_a_custom_field_that_is_there(shop):
    path = "v3/catalog/products/77/custom-fields"
    field = {"name": "Fabric", "value": "Linen"}
    assert shop.post(path, field).status_code == 200
    assert shop.post(path, field).status_code == 422
    assert shop.post(path, {**field, "value": "Cotton"}).status_code == 200
    assert shop.post("v3/catalog/products/78/custom-fields", field).status_code == 200


def test_an_image_file_in_json(shop):
    path = "v3/catalog/products/77/images"
    before = shop.data(path)
    answer = shop.post(path, {"image_file": "no/such/file.png"})
    assert answer.status_code == 422
    assert "multipart/form-data" in answer.json()["errors"]["image_file"]
    assert shop.data(path) == before


@pytest.mark.parametrize(("path", "noun"), [("v2/brands", "brand"), ("v2/categories", "category")])
def test_v2_says_which_one_has_the_name(shop, path, noun):
    first = shop.post(path, {"name": "Twice"}).json()["id"]
    answer = shop.post(path, {"name": "Twice"})
    assert answer.status_code == 409
    assert answer.json()[0]["details"] == {f"duplicate_{noun}": first}


def test_brands_are_sorted_by_id(shop):
    ids = [row["id"] for row in shop.data("v3/catalog/brands?sort=id&direction=desc")]
    assert ids == sorted(ids, reverse=True)


def test_every_refusal_says_where_it_is_from():
    refusals = [*GENERAL, *(item.refusal for item in FORMATS.values())]
    refusals += [item for domain in api().domains for item in domain.refusals]
    assert len(refusals) > 10
    for item in refusals:
        assert item.source in ("recorded", "seen live", "spec", "not known")
        assert item.says
        assert 400 <= item.status < 500
        json.dumps(dict(item.errors))
