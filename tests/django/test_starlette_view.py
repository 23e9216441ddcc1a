"""The same seam under another admin: starlette-admin, with a real page and a real store."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

pytest.importorskip(
    "starlette_admin", minversion="1.0", reason="NOT TESTED: install starlette-admin 1.0 or later"
)
pytest.importorskip("httpx2", reason="NOT TESTED: install httpx2")


@pytest.fixture
def visit(store):
    """Visit the admin as a browser does; the store's requests are forgotten before each visit."""
    from starlette.applications import Starlette
    from starlette.testclient import TestClient
    from starlette_admin.base import BaseAdmin

    from bcorm import Client, OAuthCredentials, Product
    from bcorm.contrib.starlette import StoreView
    from bcorm.http.exchange import RetryPolicy

    client = Client(
        OAuthCredentials("starlette", "token"), api_url=store.url, retry=RetryPolicy.never()
    )
    admin = BaseAdmin(secret_key="for the test only, long enough to be taken")
    fields = [
        "name",
        "sku",
        "price",
        "weight",
        "type",
        "is_visible",
        "description",
        "date_modified",
        "custom_url",
        "categories",
        "brand_id",
    ]
    admin.add_view(StoreView(Product, client, fields=fields, search="keyword"))
    app = Starlette()
    admin.mount_to(app)
    browser = TestClient(app, follow_redirects=False)

    def visit(method, path, **options):
        store.clear_requests()
        response = browser.request(method, f"/admin/{path}", **options)
        return response, [f"{item.method} {item.path}" for item in store.requests]

    browser.get("/admin/product/list")
    visit.token = browser.cookies.get("starlette_admin_csrftoken")
    return visit


def newest(store):
    return store.documents("v3/catalog/products")[-1]


def form_of(row):
    """What a browser sends back of a row's form."""
    values = {
        "name": row["name"], "sku": row["sku"], "price": str(row["price"]),
        "weight": str(row["weight"]), "type": row["type"], "description": row["description"],
        "custom_url": json.dumps(row["custom_url"]), "categories": json.dumps(row["categories"]),
        "brand_id": str(row["brand_id"]),
    }  # fmt: skip
    return {**values, "is_visible": "on"} if row["is_visible"] else values


def send(visit, path, values):
    headers = {"X-CSRFToken": visit.token} if visit.token else {}
    return visit("POST", path, data=values, headers=headers)


def test_list__is_one_request(visit, store):
    response, sent = visit("GET", "product/list", params={"page": 2, "page_size": 25})
    assert response.status_code == 200
    assert sent == ["GET /v3/catalog/products"]
    rows = store.documents("v3/catalog/products")
    assert rows[25]["name"] in response.text.replace("&amp;", "&")
    assert str(len(rows)) in response.text


def test_list__search_goes_to_the_api(visit, store):
    _response, sent = visit("GET", "product/list", params={"q": "mug"})
    assert sent == ["GET /v3/catalog/products"]
    assert store.requests[0].query["keyword"] == "mug"


def test_list__filter_goes_to_the_api(visit, store):
    rule = f'sku__eq="{newest(store)["sku"]}"'
    response, _sent = visit("GET", "product/list", params={"filter": rule})
    assert store.requests[0].query["sku"] == newest(store)["sku"]
    assert newest(store)["name"] in response.text.replace("&amp;", "&")


@pytest.mark.parametrize(
    "rule",
    ['brand_id__eq="x"', 'price__gte="x"', 'price__eq="1e999999"', 'date_modified__gte="2026"'],
)
def test_list__filter_by_what_is_no_value_of_the_field_is_a_400(visit, rule):
    response, sent = visit("GET", "product/list", params={"filter": rule})
    assert response.status_code == 400
    assert sent == []


def test_detail__is_one_request(visit, store):
    key = newest(store)["id"]
    response, sent = visit("GET", f"product/detail?pk={key}")
    assert response.status_code == 200
    assert sent == [f"GET /v3/catalog/products/{key}"]


def test_edit__sends_what_has_changed(visit, store):
    row = newest(store)
    key = row["id"]
    values = {**form_of(row), "price": "3.5"}
    response, sent = send(visit, f"product/edit?pk={key}", values)
    assert response.status_code in {302, 303}, response.text[-2000:]
    assert sent == [f"GET /v3/catalog/products/{key}", f"PUT /v3/catalog/products/{key}"]
    assert store.requests[-1].body == {"price": Decimal("3.5")}


def test_edit__refusal_is_an_error_on_its_field(visit, store):
    row = newest(store)
    taken = store.documents("v3/catalog/products")[0]["name"]
    values = {**form_of(row), "name": taken}
    response, _sent = send(visit, f"product/edit?pk={row['id']}", values)
    assert response.status_code == 422
    assert "duplicate" in response.text


def test_create_and_delete(visit, store):
    values = {"name": "Brand new", "price": "3", "weight": "1", "type": "physical"}
    response, sent = send(visit, "product/create", values)
    assert response.status_code in {302, 303}, response.text[-2000:]
    assert sent[-1] == "POST /v3/catalog/products"
    key = newest(store)["id"]
    assert newest(store)["name"] == "Brand new"
    response, sent = send(visit, f"_api/product/row-action?name=delete&pk={key}", {})
    assert newest(store)["id"] != key, response.text[-500:]


def test_edit__documents_and_lists_are_edited_as_json(visit, store):
    row = newest(store)
    url = {"url": "/another-address/", "is_customized": True}
    values = {
        **form_of(row),
        "custom_url": json.dumps(url),
        "categories": json.dumps(row["categories"]),
    }
    response, sent = send(visit, f"product/edit?pk={row['id']}", values)
    assert response.status_code in {302, 303}, response.text[-2000:]
    assert sent[-1] == f"PUT /v3/catalog/products/{row['id']}"
    assert newest(store)["custom_url"] == url
    assert set(store.requests[-1].body) == {"custom_url"}


def test_edit__json_of_another_shape_is_an_error_on_its_field(visit, store):
    row = newest(store)
    values = {**form_of(row), "custom_url": "[1, 2]"}
    response, sent = send(visit, f"product/edit?pk={row['id']}", values)
    assert response.status_code == 422
    assert sent == [f"GET /v3/catalog/products/{row['id']}"]


@pytest.mark.parametrize("key", ["999999", "abc", "²", "9" * 5000])
def test_rows_that_are_not_there(visit, key):
    for method, path in (("GET", "detail"), ("GET", "edit")):
        response, _sent = visit(method, f"product/{path}", params={"pk": key})
        assert response.status_code == 404
    response, _sent = send(visit, f"product/edit?pk={key}", {"name": "x"})
    assert response.status_code == 404


def test_store_that_does_not_answer__is_a_503(visit, store):
    from bcorm.emulator import Fault

    store.faults.add(Fault(kind="500", times=None))
    response, _sent = visit("GET", "product/list")
    assert response.status_code == 503
