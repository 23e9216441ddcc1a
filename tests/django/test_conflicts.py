"""Two people edit one row: different fields merge, the same field asks, and nothing is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from admin_pages import form_of, text_of
from test_change_form import PRODUCT, errors_of, product

LIST = "bcorm/product/"


def change(store, **values):
    """Be the other person."""
    store.put_document("v3/catalog/products", {"id": 77, **values})


def test_conflict__of_one_field_says_what_it_was_what_it_is_and_what_was_typed(pages, store):
    change(store, price=70)
    form = pages.form(PRODUCT)
    change(store, price=71)
    response = pages.post(PRODUCT, {**form, "price": "72"})
    assert response.status_code == 200
    assert pages.writes() == []
    (told,) = errors_of(response)["price"]
    assert "it was 70, is now 71, and you entered 72" in told
    assert form_of(response)["price"] == "72"


def test_conflict__costs_no_further_request(pages, store):
    form = pages.form(PRODUCT)
    pages.post(PRODUCT, {**form, "price": "72"})
    usual = [line for line in pages.sent if line.startswith("GET")]
    form = pages.form(PRODUCT)
    change(store, price=71)
    pages.post(PRODUCT, {**form, "price": "73"})
    assert [line for line in pages.sent if "categories" not in line] == usual


def test_conflict__saving_again_keeps_mine(pages, store):
    form = pages.form(PRODUCT)
    change(store, price=71)
    again = form_of(pages.post(PRODUCT, {**form, "price": "72"}))
    assert pages.post(PRODUCT, again).status_code == 302
    assert pages.bodies() == [{"price": Decimal(72)}]


def test_conflict__theirs_can_be_taken(pages, store):
    form = pages.form(PRODUCT)
    change(store, price=71)
    again = form_of(pages.post(PRODUCT, {**form, "price": "72", "upc": "123"}))
    pages.post(PRODUCT, {**again, "price-theirs": "on"})
    assert pages.bodies() == [{"upc": "123"}]
    assert product(store)["price"] == 71


def test_conflict__a_third_change_asks_again(pages, store):
    form = pages.form(PRODUCT)
    change(store, price=71)
    again = form_of(pages.post(PRODUCT, {**form, "price": "72"}))
    change(store, price=75)
    response = pages.post(PRODUCT, again)
    assert "it was 71, is now 75, and you entered 72" in errors_of(response)["price"][0]
    assert pages.writes() == []


def test_conflict__different_fields_merge(pages, store):
    form = pages.form(PRODUCT)
    change(store, price=71, name="Theirs", is_visible=not product(store)["is_visible"])
    assert pages.post(PRODUCT, {**form, "upc": "123"}).status_code == 302
    assert pages.bodies() == [{"upc": "123"}]
    assert (product(store)["price"], product(store)["name"]) == (71, "Theirs")


def test_conflict__of_two_who_do_the_same_is_none(pages, store):
    form = pages.form(PRODUCT)
    change(store, price=72)
    assert pages.post(PRODUCT, {**form, "price": "72.00"}).status_code == 302
    assert pages.writes() == []


@pytest.mark.parametrize(
    "case",
    [
        ("name", "name", "Base", "Theirs", "Mine", "was Base, is now Theirs, and you entered Mine"),
        ("description", "description", "a\nb", "c\nd", "e", "you entered e"),
        ("brand_id", "brand", 5, 6, "7", "was 5, is now 6, and you entered 7"),
        ("categories", "categories", [33], [34], "33,34", "is now 34, and you entered 33, 34"),
        ("availability", "availability", "available", "disabled", "preorder", "is now Disabled"),
        ("inventory_warning_level", "inventory_warning_level", 1, 2, "3", "is now 2"),
    ],
)
def test_conflict__of_every_kind_of_field(pages, store, case):
    field, name, base, theirs, mine, words = case
    change(store, **{field: base})
    form = pages.form(PRODUCT)
    change(store, **{field: theirs})
    response = pages.post(PRODUCT, {**form, name: mine})
    assert words in " ".join(errors_of(response)[name])
    assert pages.writes() == []
    assert pages.post(PRODUCT, form_of(response)).status_code == 302
    assert list(pages.bodies()[0]) == [field]


def test_conflict__of_a_text_with_markup_is_escaped(pages, store):
    form = pages.form(PRODUCT)
    change(store, name="<script>alert(1)</script>")
    response = pages.post(PRODUCT, {**form, "name": "Mine"})
    assert "<script>alert(1)" not in response.content.decode()


def test_conflict__in_the_list(pages, store):
    change(store, price=70)
    query = "?id__exact=77"
    form = pages.form(LIST + query)
    change(store, price=71)
    response = pages.post(LIST + query, {**form, "form-0-price": "72", "_save": "Save"})
    assert pages.writes() == []
    assert "it was 70, is now 71, and you entered 72" in text_of(response)
    pages.post(LIST + query, {**form_of(response), "_save": "Save"})
    assert pages.bodies() == [{"price": Decimal(72)}]


def test_conflict__in_an_inline(pages, store):
    images = "v3/catalog/products/77/images"
    image = store.documents(images)[0]
    form = pages.form(PRODUCT)
    store.put_document(images, {"id": image["id"], "description": "theirs"})
    response = pages.post(PRODUCT, {**form, "productimage-0-description": "mine"})
    assert pages.writes() == []
    assert "is now theirs, and you entered mine" in text_of(response)


def test_counting__one_refused_put_is_one_refusal_and_nothing_else(pages, store):
    """The product itself did not change, so nothing of it was saved."""
    option = store.documents("v3/catalog/products/77/options")[0]
    form = pages.form(PRODUCT)
    form.add_row("productoption", display_name=option["display_name"], type="swatch")
    response = pages.post(PRODUCT, form)
    assert len(pages.writes()) == 1
    assert "saved" not in " ".join(str(item) for item in response.context["messages"])
