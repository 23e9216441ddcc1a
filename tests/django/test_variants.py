"""A product's variants are a list of their own, and its options have choices that can be edited."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from admin_pages import form_of, text_of

import bcorm


@pytest.fixture
def product(store):
    """A product with colours and sizes."""
    return next(
        row["id"]
        for row in store.documents("v3/catalog/products")
        if len(store.documents(f"v3/catalog/products/{row['id']}/variants")) > 3
    )


@pytest.fixture
def large(store):
    """A product with as many variants as the API allows: 20 sizes in 30 colours."""
    variants_of = [
        {
            "sku": f"MANY-{size * 30 + colour}",
            "option_values": [
                {"option_display_name": "Size", "label": f"Size {size}"},
                {"option_display_name": "Colour", "label": f"Colour {colour}"},
            ],
        }
        for size in range(20)
        for colour in range(30)
    ]
    body = {"name": "Many forms", "type": "physical", "weight": 1, "price": 10}
    client = bcorm.Client(bcorm.OAuthCredentials("many", "token"), api_url=store.url)
    answer = client.post("v3/catalog/products", json={**body, "variants": variants_of})
    return answer.data["id"]


def listed(product, **query):
    more = "".join(f"&{name}={value}" for name, value in query.items())
    return f"bcorm/productvariant/?product={product}{more}"


def variants(store, product):
    return store.documents(f"v3/catalog/products/{product}/variants")


def test_list__is_one_request_and_one_for_the_product(pages, store, product):
    response = pages.get(listed(product))
    assert response.status_code == 200
    assert [line.split("?")[0] for line in pages.sent] == [
        f"GET /v3/catalog/products/{product}",
        f"GET /v3/catalog/products/{product}/variants",
    ]
    shown = text_of(response)
    first = variants(store, product)[0]
    assert ", ".join(value["label"] for value in first["option_values"]) in shown


def test_list__of_600_is_no_different_from_6(pages, large):
    began = time.process_time()
    response = pages.get(listed(large, p=2))
    spent = time.process_time() - began
    assert len(response.content) < 300_000
    assert len(pages.sent) == 2
    assert len(form_of(response)) < 900
    assert "600 variants" in text_of(response)
    print(f"{len(response.content)} bytes, {spent:.2f} s")  # noqa: T201 - for the docs


def test_product__with_600_variants_is_saved(pages, store, large):
    form = pages.form(f"bcorm/product/{large}/change/")
    assert len(form) < 400
    response = pages.get(f"bcorm/product/{large}/change/")
    assert len(response.content) < 300_000
    assert pages.post(f"bcorm/product/{large}/change/", {**form, "price": "3"}).status_code == 302
    assert pages.bodies() == [{"price": Decimal(3)}]


def test_list__edited_prices_are_one_batch(pages, store, large):
    page = listed(large, p=3)
    form = pages.form(page)
    keys = [int(form[f"form-{number}-id"]) for number in range(50)]
    for number in range(50):
        form[f"form-{number}-price"] = f"{number + 1}"
    response = pages.post(page, {**form, "_save": "Save"})
    assert response.status_code == 302
    assert pages.writes() == ["PUT /v3/catalog/variants"]
    stored = {row["id"]: row["price"] for row in variants(store, large)}
    assert [stored[key] for key in keys] == list(range(1, 51))


def test_list__a_changed_price_is_a_minimal_put(pages, store, product):
    page = listed(product)
    form = pages.form(page)
    key = form["form-0-id"]
    assert pages.post(page, {**form, "form-0-price": "9.5", "_save": "Save"}).status_code == 302
    assert pages.writes() == [f"PUT /v3/catalog/products/{product}/variants/{key}"]
    assert pages.bodies() == [{"price": Decimal("9.5")}]


def test_search__by_choice_and_sku(pages, large):
    counts = {"size 7 colour 12": 1, "many-599": 1, "SIZE 19": 30, "colour 29": 20, "no such": 0}
    for term, count in counts.items():
        response = pages.get(listed(large, q=term))
        assert response.context["cl"].result_count == count, term
        assert len(pages.sent) <= 4
    assert "Size 7, Colour 12" in text_of(pages.get(listed(large, q="colour 12 size 7")))


def test_search__what_it_finds_can_be_edited(pages, store, large):
    page = listed(large, q="MANY-7")
    form = pages.form(page)
    row = next(n for n in range(20) if form[f"form-{n}-sku"] == "MANY-7")
    form[f"form-{row}-inventory_level"] = "12"
    assert pages.post(page, {**form, "_save": "Save"}).status_code == 302
    assert pages.bodies() == [{"inventory_level": 12}]


def test_list__a_row_that_has_moved_to_another_page_is_saved(pages, store, large):
    page = listed(large, p=2)
    form = pages.form(page)
    first = variants(store, large)[0]
    store.remove_document(f"v3/catalog/products/{large}/variants", first["id"])
    form["form-49-price"] = "8"
    assert pages.post(page, {**form, "_save": "Save"}).status_code == 302
    assert pages.bodies() == [{"price": Decimal(8)}]


def test_page__of_one_variant(pages, store, product):
    key = variants(store, product)[0]["id"]
    page = f"bcorm/productvariant/{key}/change/?_changelist_filters=product%3D{product}"
    form = pages.form(page)
    response = pages.post(page, {**form, "weight": "2.5"})
    assert pages.bodies() == [{"weight": Decimal("2.5")}]
    assert response.url.endswith(f"/bcorm/productvariant/?product={product}")
    assert "Changed Weight." in text_of(pages.get(f"bcorm/productvariant/{key}/history/"))
    assert pages.get(f"bcorm/productvariant/{key}/change/").status_code == 200


def test_page__of_a_variant_that_is_not_there(pages, product):
    assert pages.get(f"bcorm/productvariant/99999/change/?product={product}").status_code == 302


@pytest.mark.parametrize("query", ["", "?product=", "?product=abc", "?product=7e3"])
def test_list__without_a_product_is_no_page(pages, query):
    assert pages.get(f"bcorm/productvariant/{query}").status_code == 404
    assert pages.sent == []


def test_options__and_their_choices_are_edited(pages, store, product):
    option = store.documents(f"v3/catalog/products/{product}/options")[0]
    page = f"bcorm/productoption/{option['id']}/change/?product={product}"
    form = pages.form(page)
    labels = [value["label"] for value in option["option_values"]]
    prefix = "productoptionvalue"
    assert [form[f"{prefix}-{n}-label"] for n in range(len(labels))] == labels
    form[f"{prefix}-0-label"] = "Renamed"
    form.add_row(prefix, label="New one", sort_order="9")
    response = pages.post(page, form)
    assert response.status_code == 302, response.context["errors"]
    base = f"/v3/catalog/products/{product}/options/{option['id']}/values"
    assert sorted(pages.writes()) == [
        f"POST {base}",
        f"PUT {base}/{option['option_values'][0]['id']}",
    ]
    stored = store.documents(f"v3/catalog/products/{product}/options")[0]["option_values"]
    assert {"Renamed", "New one"} <= {value["label"] for value in stored}


def test_product__shows_choices_and_the_way_to_variants(pages, store, product):
    option = store.documents(f"v3/catalog/products/{product}/options")[0]
    response = pages.get(f"bcorm/product/{product}/change/")
    shown = text_of(response)
    assert ", ".join(value["label"] for value in option["option_values"]) in shown
    assert f"/admin/bcorm/productvariant/?product={product}" in response.content.decode()
