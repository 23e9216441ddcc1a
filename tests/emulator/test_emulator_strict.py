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
BILLING = {"first_name": "Ada", "last_name": "Bell", "email": "ada@example.com", "zip": "78701"}
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


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("v3/catalog/products?include=imges", "include"),
        ("v3/catalog/products/77?include=images,nope", "include"),
        ("v3/catalog/products?availability=none", "availability"),
        ("v3/catalog/products?condition=broken", "condition"),
        ("v3/customers?include=orders", "include"),
        ("v3/channels?type:in=shop", "type:in"),
        ("v3/storefront/redirects/imex/jobs?status=done", "status"),
    ],
)
def test_unknown_words(shop, path, name):
    answer = shop.request("GET", path)
    assert (answer.status_code, [*answer.json()["errors"]]) == (422, [name])
    assert "not known" in answer.json()["detail"]


@pytest.mark.parametrize("query", ["include=nope", "consignment_structure=list"])
def test_unknown_words__of_v2(shop, query):
    answer = shop.request("GET", f"v2/orders/100?{query}")
    assert answer.status_code == 400
    assert answer.json()[0]["message"] == f"The field '{query.split('=')[0]}' is invalid."


def test_unknown_words__a_store_that_is_not_strict(make_shop, caplog):
    shop = make_shop(strict=False)
    assert shop.request("GET", "v3/catalog/products?include=imges").status_code == 200
    assert "imges of include is not known" in caplog.text


@pytest.mark.parametrize(
    ("path", "param"),
    [
        ("v3/catalog/products?exclude_fields=nope", "exclude_fields"),
        ("v3/catalog/products/77/metafields?direction=down", "direction"),
        ("v3/content/widgets?widget_template_uuid=7", "widget_template_uuid"),
        ("v3/catalog/trees/1/categories?depth=deep", "depth"),
    ],
)
def test_values_that_no_parameter_has(shop, path, param):
    answer = shop.request("GET", path)
    assert (answer.status_code, [*answer.json()["errors"]]) == (422, [param])


@pytest.mark.parametrize(
    ("country", "state", "words"),
    [
        ("US", "TX", "must be the full name of a state of United States"),
        ("CA", "on", "must be the full name of a state of Canada"),
        ("AU", " ", "must be the full name of a state of Australia"),
        ("US", "Bavaria", "is no state of United States"),
        ("US", "texas", ""),
        ("DE", "Bavaria", ""),
        ("SG", "", ""),
    ],
)
def test_states_of_addresses(shop, country, state, words):
    address = {**ADDRESS, "customer_id": 1, "country_code": country, "state_or_province": state}
    answer = shop.post("v3/customers/addresses", [address])
    assert answer.status_code == (422 if words else 200)
    assert answer.json().get("errors", {}).get("state_or_province", "") == words


@pytest.mark.parametrize("field", ["state_or_province", "postal_code", "city"])
def test_addresses_are_whole(shop, field):
    address = {name: text for name, text in ADDRESS.items() if name != field}
    answer = shop.post("v3/customers/addresses", [{**address, "customer_id": 1}])
    assert (answer.status_code, answer.json()["errors"]) == (422, {field: "error.path.missing"})


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"state": "TX"}, "state"),
        ({"country": "US"}, "country"),
        ({"country": "Atlantis"}, "country"),
        ({"state": "Texas"}, ""),
        ({"state": " ", "country": "Singapore"}, ""),
    ],
)
def test_states_and_countries_of_v2(shop, change, field):
    address = {
        "first_name": "Ada",
        "last_name": "Bell",
        "street_1": "1 Mill Road",
        "city": "Austin",
        "state": "Texas",
        "zip": "78701",
        "country": "United States",
        "phone": "1",
        **change,
    }
    answer = shop.post("v2/customers/1/addresses", address)
    assert answer.status_code == (400 if field else 201 if answer.status_code == 201 else 200)
    assert not field or answer.json()[0]["message"] == f"The field '{field}' is invalid."


@pytest.mark.parametrize(
    ("kind", "place", "field"),
    [
        ("state", {"country_iso2": "US", "state_iso2": "TX"}, ""),
        ("state", {"country_iso2": "US", "state_iso2": "BY"}, "The field 'state_iso2' is invalid."),
        ("state", {"state_iso2": "TX"}, "The required field 'country_iso2' was not supplied."),
        ("zip", {"country_iso2": "US"}, "The required field 'zip' was not supplied."),
    ],
)
def test_places_of_shipping_zones(shop, kind, place, field):
    answer = shop.post("v2/shipping/zones", {"name": "Z", "type": kind, "locations": [place]})
    assert answer.status_code == (400 if field else 201)
    assert not field or answer.json()[0]["message"] == field


LINES = [{"product_id": 78, "quantity": 1}]
HOOK = {"scope": "store/order/*", "destination": "https://a.example/x"}
BILLED = {
    **BILLING,
    "street_1": "1",
    "city": "Austin",
    "state": "Texas",
    "country": "United States",
}


@pytest.mark.parametrize(
    ("method", "path", "body", "place"),
    [
        ("POST", "v3/hooks", {**HOOK, "destination": "https://a.example:8443/x"}, "destination"),
        (
            "POST",
            "v3/channels",
            {"name": "C", "type": "pos", "platform": "wordpress"},
            "platform",
        ),
        (
            "POST",
            "v3/channels",
            {"name": "C", "type": "pos", "platform": "square", "status": "active"},
            "status",
        ),
        ("PUT", "v3/catalog/products/77", {"is_price_hidden": True}, "is_price_hidden"),
        (
            "POST",
            "v3/catalog/products/77/images",
            {"image_url": "https://a.example/" + "x" * 255},
            "image_url",
        ),
        (
            "POST",
            "v3/content/scripts",
            {"name": "S", "kind": "script_tag", "html": "<b>", "load_method": "async"},
            "load_method",
        ),
        ("POST", "v3/catalog/products", {"name": "", "type": "physical"}, "name"),
        ("DELETE", "v3/customers", None, "id:in"),
        ("DELETE", "v3/customers/attributes", None, "id:in"),
    ],
)
def test_limits_that_the_texts_of_the_specs_have(shop, method, path, body, place):
    answer = shop.request(method, path, body)
    assert answer.status_code == 422
    assert place in answer.json()["errors"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"channel_id": 99}, "The field 'channel_id' is invalid."),
        ({"customer_locale": "english"}, "The field 'customer_locale' is invalid."),
        (
            {"billing_address": {**BILLED, "zip": "7"}},
            "The field 'zip' is invalid.",
        ),
        (
            {"fees": [{"type": "custom_fee", "cost_ex_tax": "1", "cost_inc_tax": "1"}]},
            "The required field 'fees.display_name_customer' was not supplied.",
        ),
        (
            {"fees": [{"type": "custom_fee", "display_name_customer": "F", "cost_ex_tax": "1"}]},
            "The required field 'fees.cost_inc_tax' was not supplied.",
        ),
    ],
)
def test_limits_of_orders(shop, change, words):
    body = {"billing_address": BILLED, "products": LINES, **change}
    answer = shop.post("v2/orders", body)
    assert (answer.status_code, answer.json()[0]["message"]) == (400, words)


def test_an_upstream_order_is_named_once(shop):
    body = {"billing_address": BILLED, "products": LINES, "external_merchant_id": "1"}
    key = shop.post("v2/orders", body).json()["id"]
    answer = shop.put(f"v2/orders/{key}", {"external_merchant_id": "2"})
    assert (answer.status_code, "cannot be written" in answer.text) == (400, True)


def test_what_the_spec_decides(shop):
    assert shop.request("GET", "v2/orders/100/transactions").status_code == 404
    assert isinstance(shop.request("GET", "v2/orders/100/consignments").json(), dict)
    assert shop.request("GET", "v3/orders/100/payment_actions/refunds").json()["meta"] == {}
    item = {"name": "Made", "quantity": 1, "list_price": 5}
    made = shop.post("v3/carts", {"custom_items": [item]}).json()["data"]
    assert isinstance(made["line_items"]["custom_items"][0]["list_price"], str)


def test_every_refusal_says_where_it_is_from():
    refusals = [*GENERAL, *(item.refusal for item in FORMATS.values())]
    refusals += [item for domain in api().domains for item in domain.refusals]
    assert len(refusals) > 10
    for item in refusals:
        assert item.source in ("recorded", "seen live", "spec", "not known")
        assert item.says
        assert 400 <= item.status < 500
        json.dumps(dict(item.errors))
