"""The page of one row: reading it, saving it, and hearing what the store says against it."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from admin_pages import form_of, text_of

PRODUCT = "bcorm/product/77/change/"
READ = "GET /v3/catalog/products/77?include=images,options,custom_fields"
METAFIELDS = "GET /v3/catalog/products/77/metafields?limit=250"


def product(store, key=77):
    return next(row for row in store.documents("v3/catalog/products") if row["id"] == key)


def errors_of(response):
    return response.context["adminform"].form.errors


def test_change__reads_the_row_with_its_inlines_at_once(pages, store):
    store.put_document("v3/catalog/products", {"id": 77, "brand_id": 5})
    response = pages.get(PRODUCT)
    assert pages.sent[:2] == [READ, METAFIELDS]
    rest = {line.split("&")[0] for line in pages.sent[2:]}
    assert rest == {
        "GET /v3/catalog/brands?id:in=5",
        "GET /v3/catalog/trees/1/categories",
    }
    assert len(pages.sent) == 4
    assert form_of(response)["name"] == product(store)["name"]


def test_change__names_of_what_the_keys_stand_for(pages, store):
    store.put_document("v3/catalog/products", {"id": 77, "brand_id": 5, "categories": [33, 34]})
    response = pages.get(PRODUCT)
    names = {row["id"]: row["name"] for row in store.documents("v3/catalog/categories")}
    brands = {row["id"]: row["name"] for row in store.documents("v3/catalog/brands")}
    for key in (33, 34):
        assert f" \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} {names[key]}" in text_of(response)
    assert brands[5] in text_of(response)


def test_change__a_row_that_is_not_there(pages):
    response = pages.get("bcorm/product/987654/change/")
    assert response.status_code == 302
    assert pages.sent == ["GET /v3/catalog/products/987654?include=images,options,custom_fields"]
    assert any("exist" in told for told in pages.messages())


def test_change__a_key_that_cannot_be(pages):
    assert pages.get("bcorm/product/abc/change/").status_code == 302
    assert pages.sent == []


def test_save__a_price_is_one_minimal_put(pages, store):
    form = pages.form(PRODUCT)
    response = pages.post(PRODUCT, {**form, "price": "12.34"})
    assert response.url == "/admin/bcorm/product/"
    assert pages.sent == [READ, METAFIELDS, "PUT /v3/catalog/products/77"]
    assert pages.bodies() == [{"price": Decimal("12.34")}]
    assert product(store)["price"] == 12.34


def test_save__nothing_changed_sends_nothing(pages, store):
    store.put_document("v3/catalog/products", {"id": 77, "brand_id": 5, "categories": [33, 34]})
    form = pages.form(PRODUCT)
    assert pages.post(PRODUCT, form).status_code == 302
    assert pages.sent == [READ, METAFIELDS]


def test_save__an_equal_price_spelled_otherwise_sends_nothing(pages, store):
    form = pages.form(PRODUCT)
    pages.post(PRODUCT, {**form, "price": f"{Decimal(form['price']):.4f}"})
    assert pages.writes() == []


def test_save__every_field_of_every_kind(pages, store):
    """All in one request; what was typed is what the store has."""
    form = pages.form(PRODUCT)
    form.update(
        {
            "name": "Other name",
            "price": "10",
            "description": "<p>Other</p>",
            "brand": "5",
            "categories": "34, 33,34",
            "is_featured": "on",
            "availability": "preorder",
            "inventory_warning_level": "3",
            "custom_url_url": "/other/",
            "custom_url_is_customized": "on",
        }
    )
    assert pages.post(PRODUCT, form).status_code == 302, "the form was refused"
    assert pages.writes() == ["PUT /v3/catalog/products/77"]
    stored = product(store)
    assert stored["name"] == "Other name"
    assert stored["price"] == 10
    assert stored["description"] == "<p>Other</p>"
    assert stored["brand_id"] == 5
    assert stored["categories"] == [34, 33]
    assert stored["is_featured"] is True
    assert stored["availability"] == "preorder"
    assert stored["custom_url"]["url"] == "/other/"
    body = pages.bodies()[0]
    assert set(body) <= {
        "name", "price", "description", "brand_id", "categories", "is_featured", "availability",
        "inventory_warning_level", "custom_url",
    }  # fmt: skip


def test_save__a_brand_that_is_chosen_is_looked_up_once(pages):
    form = pages.form(PRODUCT)
    pages.post(PRODUCT, {**form, "brand": "6"})
    assert pages.sent == [
        READ,
        "GET /v3/catalog/brands/6",
        METAFIELDS,
        "PUT /v3/catalog/products/77",
    ]
    assert pages.bodies() == [{"brand_id": 6}]


def test_save__a_brand_that_is_not_there(pages):
    form = pages.form(PRODUCT)
    response = pages.post(PRODUCT, {**form, "brand": "9999"})
    assert list(errors_of(response)) == ["brand"]
    assert pages.writes() == []


def test_save__no_brand(pages, store):
    store.put_document("v3/catalog/products", {"id": 77, "brand_id": 5})
    form = pages.form(PRODUCT)
    pages.post(PRODUCT, {**form, "brand": ""})
    assert pages.bodies() == [{"brand_id": 0}]


def test_save__what_cannot_be_is_told_before_anything_is_sent(pages):
    form = pages.form(PRODUCT)
    wrong = {"price": "-1", "name": "", "categories": "1,x", "weight": "heavy"}
    response = pages.post(PRODUCT, {**form, **wrong})
    assert set(errors_of(response)) == set(wrong)
    assert pages.writes() == []


def test_refusal__is_an_error_on_its_field(pages, store):
    taken = store.documents("v3/catalog/products")[3]["name"]
    form = pages.form(PRODUCT)
    response = pages.post(PRODUCT, {**form, "name": taken, "price": "9"})
    assert response.status_code == 200
    assert list(errors_of(response)) == ["name"]
    assert "duplicate" in errors_of(response)["name"][0]
    assert pages.writes() == ["PUT /v3/catalog/products/77"]
    again = form_of(response)
    assert (again["name"], again["price"]) == (taken, "9")
    assert "Changed" not in text_of(pages.get("bcorm/product/77/history/"))


def test_refusal__of_a_field_by_the_servers_own_words(pages, store):
    form = pages.form(PRODUCT)
    response = pages.post(PRODUCT, {**form, "categories": "33,99999"})
    assert list(errors_of(response)) == ["categories"], errors_of(response)
    assert pages.writes() == ["PUT /v3/catalog/products/77"]


def test_refusal__can_be_corrected_and_sent_again(pages, store):
    taken = store.documents("v3/catalog/products")[3]["name"]
    form = pages.form(PRODUCT)
    response = pages.post(PRODUCT, {**form, "name": taken, "price": "9"})
    corrected = {**form_of(response), "name": "Mine"}
    assert pages.post(PRODUCT, corrected).status_code == 302
    assert pages.bodies() == [{"name": "Mine", "price": 9}]


def test_add__is_one_post_with_its_children(pages, store):
    form = pages.form("bcorm/product/add/")
    assert pages.sent == []
    form.update({"name": "Brand new", "price": "5", "weight": "1", "categories": "33"})
    form.add_row("productcustomfield", name="Colour", value="red")
    form.add_row("productimage", image_url="https://example.com/a.jpg", description="front")
    response = pages.post("bcorm/product/add/", form)
    assert response.status_code == 302, errors_of(response)
    assert pages.sent == ["POST /v3/catalog/products"]
    body = pages.bodies()[0]
    assert body["custom_fields"] == [{"name": "Colour", "value": "red"}]
    assert body["images"][0]["image_url"] == "https://example.com/a.jpg"
    assert {name: body[name] for name in ("name", "price", "weight", "type", "categories")} == {
        "name": "Brand new", "price": 5, "weight": 1, "type": "physical", "categories": [33],
    }  # fmt: skip
    assert "" not in body.values(), "an empty box says nothing"
    new = max(store.documents("v3/catalog/products"), key=lambda row: row["id"])
    assert "Added" in text_of(pages.get(f"bcorm/product/{new['id']}/history/"))


def test_add__refused(pages, store):
    taken = store.documents("v3/catalog/products")[3]["name"]
    form = pages.form("bcorm/product/add/")
    form.update({"name": taken, "price": "5", "weight": "1"})
    response = pages.post("bcorm/product/add/", form)
    assert response.status_code == 200
    assert list(errors_of(response)) == ["name"]
    assert pages.sent == ["POST /v3/catalog/products"]
    assert (
        pages.post("bcorm/product/add/", {**form_of(response), "name": "Free"}).status_code == 302
    )
    assert pages.sent == ["POST /v3/catalog/products"]


def test_add__what_is_missing_is_told_before_anything_is_sent(pages):
    response = pages.post("bcorm/product/add/", pages.form("bcorm/product/add/"))
    assert {"name", "price"} <= set(errors_of(response))
    assert pages.sent == []


def test_autocomplete__asks_for_names(pages, store):
    found = pages.get(
        "autocomplete/", app_label="bcorm", model_name="product", field_name="brand", term="dove"
    ).json()
    assert pages.sent == [
        "GET /v3/catalog/brands?name:like=dove&sort=name&direction=asc&limit=20&page=1"
    ]
    assert [row["text"] for row in found["results"]] == ["Dovetail"]
    assert found["pagination"] == {"more": False}


def test_popup__chooses_a_category(pages):
    response = pages.get("bcorm/category/", _popup="1", _to_field="id")
    assert response.status_code == 200
    assert 'data-popup-opener="' in response.content.decode()
    assert len(pages.sent) == 2


def test_history__names_the_fields(pages):
    form = pages.form(PRODUCT)
    pages.post(PRODUCT, {**form, "price": "12.34", "sku": "NEW-SKU"})
    response = pages.get("bcorm/product/77/history/")
    assert "Changed SKU and Price." in text_of(response)
    assert pages.sent == ["GET /v3/catalog/products/77"]


@pytest.mark.usefixtures("other_site")
def test_all_fields__of_a_resource_without_a_page_of_its_own(pages, store):
    """Every field that can be written is on the form, and an unchanged form sends nothing."""
    form = pages.form("bcorm/brand/3/change/")
    assert {"name", "page_title", "meta_keywords", "image_url", "custom_url_url"} <= set(form)
    pages.post("bcorm/brand/3/change/", form)
    assert pages.sent == ["GET /v3/catalog/brands/3"]
    changed = {**form, "meta_keywords": json.dumps(["a", "b"])}
    assert pages.post("bcorm/brand/3/change/", changed).status_code == 302
    assert pages.bodies() == [{"meta_keywords": ["a", "b"], "name": form["name"]}]


@pytest.mark.usefixtures("other_site")
def test_select__reads_the_parents_in_pages(pages):
    pages.get(PRODUCT)
    assert any(line.startswith("GET /v3/catalog/brands?") for line in pages.sent)
    assert 'value="5"' in pages.get(PRODUCT).content.decode()


def test_unknown_choice__survives_the_form(pages, store, monkeypatch):
    """A choice that the API has and its spec does not must not be lost by saving the page."""
    from bcorm.contrib.django.models import Product

    field = Product._meta.get_field("availability")
    monkeypatch.setattr(field, "choices", [("disabled", "Disabled")])
    form = pages.form(PRODUCT)
    assert form["availability"] == product(store)["availability"] == "available"
    pages.post(PRODUCT, {**form, "price": "3"})
    assert pages.bodies() == [{"price": 3}]


def test_save__does_not_undo_what_somebody_else_changed(pages, store):
    form = pages.form(PRODUCT)
    meanwhile = {"id": 77, "name": "Renamed elsewhere", "brand_id": 7, "categories": [35]}
    store.put_document("v3/catalog/products", meanwhile)
    assert pages.post(PRODUCT, {**form, "price": "8"}).status_code == 302
    assert pages.bodies() == [{"price": 8}]
    assert product(store)["name"] == "Renamed elsewhere"


def test_save__what_a_browser_does_to_texts_is_not_sent(pages, store):
    """Browsers send CRLF, and forms strip spaces: neither is a change of the user's."""
    odd = {"id": 77, "description": "  <p>one</p>\n<p>two</p>\n", "page_title": "Title "}
    store.put_document("v3/catalog/products", odd)
    form = pages.form(PRODUCT)
    sent = {
        name: value.replace("\n", "\r\n") if isinstance(value, str) else value
        for name, value in form.items()
    }
    assert pages.post(PRODUCT, sent).status_code == 302
    assert pages.writes() == []


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("product", "v3/catalog/products"),
        ("brand", "v3/catalog/brands"),
        ("category", "v3/catalog/categories"),
        ("customer", "v3/customers"),
        ("order", "v2/orders"),
        ("coupon", "v2/coupons"),
    ],
)
def test_save__an_untouched_form_of_any_row_sends_nothing(pages, store, page, path):
    for row in store.documents(path)[::40][:4]:
        address = f"bcorm/{page}/{row['id']}/change/"
        response = pages.post(address, pages.form(address))
        assert response.status_code == 302, response.context["errors"]
        assert pages.writes() == []


def test_add_in_a_popup__hands_the_new_row_to_the_form_behind_it(pages, store):
    form = pages.form("bcorm/brand/add/", _popup="1", _to_field="id")
    response = pages.post("bcorm/brand/add/?_popup=1&_to_field=id", {**form, "name": "Popped"})
    assert response.status_code == 200
    new = next(row for row in store.documents("v3/catalog/brands") if row["name"] == "Popped")
    told = response.content.decode()
    assert str(new["id"]) in told
    assert "Popped" in told
    assert pages.sent == ["POST /v3/catalog/brands"]
