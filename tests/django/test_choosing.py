"""Fields for people: names instead of keys, parts instead of JSON, pictures to look at."""

from __future__ import annotations

import pytest
from admin_pages import form_of, text_of
from django.core.files.uploadedfile import SimpleUploadedFile
from test_change_form import PRODUCT, product

# The smallest PNG: one pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c626001"
    "000000ffff03000006000557bfabd40000000049454e44ae426082"
)


def pictures(store, key=77):
    return store.documents(f"v3/catalog/products/{key}/images")


def test_parts__of_an_address_are_fields(pages, store):
    form = pages.form(PRODUCT)
    assert form["custom_url_url"] == product(store)["custom_url"]["url"]
    pages.post(PRODUCT, {**form, "custom_url_url": "/elsewhere/"})
    assert product(store)["custom_url"]["url"] == "/elsewhere/"


def test_parts__that_two_people_change_ask(pages, store):
    form = pages.form(PRODUCT)
    before = product(store)["custom_url"]
    store.put_document("v3/catalog/products", {"id": 77, "custom_url": {**before, "url": "/b/"}})
    response = pages.post(PRODUCT, {**form, "custom_url_url": "/c/"})
    assert "Somebody else has changed this" in text_of(response)
    assert pages.writes() == []
    assert pages.post(PRODUCT, form_of(response)).status_code == 302
    assert product(store)["custom_url"]["url"] == "/c/"


def test_categories__are_found_by_name_and_told_with_their_way(pages, store):
    rows = {row["id"]: row for row in store.documents("v3/catalog/categories")}
    child = next(row for row in rows.values() if row["parent_id"])
    answer = pages.get("bcorm/category/choose/", term=child["name"]).json()
    found = next(row for row in answer["results"] if row["id"] == str(child["id"]))
    assert found["text"].endswith(child["name"])
    assert found["text"].startswith(rows[child["parent_id"]]["name"]) or "\u203a" in found["text"]
    assert len(pages.sent) <= 3


@pytest.mark.parametrize("page", ["", "0", "-1", "x", "9" * 30])
def test_categories__of_an_odd_page(pages, page):
    assert pages.get("bcorm/category/choose/", page=page).status_code == 200


def test_choosing__needs_the_right_to_look(pages_of):
    assert pages_of("view_brand").get("bcorm/category/choose/").status_code == 403


def test_coupon__for_categories_and_for_products(pages, store):
    form = pages.form("bcorm/coupon/add/")
    form.update(name="Ten", code="TEN", type="percentage_discount", amount="10")
    form["applies_to_entity"] = "categories"
    form["applies_to_categories"] = ["33", "34"]
    response = pages.post("bcorm/coupon/add/", form)
    assert response.status_code == 302, response.context["errors"]
    coupon = next(row for row in store.documents("v2/coupons") if row["code"] == "TEN")
    assert coupon["applies_to"] == {"entity": "categories", "ids": [33, 34]}
    page = f"bcorm/coupon/{coupon['id']}/change/"
    form = pages.form(page)
    assert sorted(form["applies_to_categories"]) == ["33", "34"]
    assert pages.post(page, form).status_code == 302
    assert pages.writes() == []
    form.update({"applies_to_entity": "products", "applies_to_products": "77"})
    del form["applies_to_categories"]
    assert pages.post(page, {**form, "name": "Eleven"}).status_code == 302
    coupon = next(row for row in store.documents("v2/coupons") if row["code"] == "TEN")
    assert coupon["applies_to"] == {"entity": "products", "ids": [77]}


def test_coupon__for_no_product_at_all_is_refused_here(pages):
    form = pages.form("bcorm/coupon/add/")
    form.update(name="Ten", code="TEN", type="percentage_discount", amount="10")
    response = pages.post("bcorm/coupon/add/", {**form, "applies_to_entity": "products"})
    assert list(response.context["adminform"].form.errors) == ["applies_to"]
    assert pages.writes() == []


def test_pictures__are_shown_and_uploaded(pages, store):
    response = pages.get(PRODUCT)
    assert pictures(store)[0]["url_thumbnail"] in response.content.decode()
    form = form_of(response)
    number = form.add_row("productimage", description="From the side")
    form[f"productimage-{number}-upload"] = SimpleUploadedFile("side.png", PIXEL, "image/png")
    before = len(pictures(store))
    assert pages.post(PRODUCT, form).status_code == 302
    assert pages.writes()[0] == "POST /v3/catalog/products/77/images"
    assert len(pictures(store)) == before + 1
    assert pictures(store)[-1]["description"] == "From the side"
    assert "Added image" in text_of(pages.get("bcorm/product/77/history/"))


def test_pictures__an_upload_sent_twice_is_one_picture(pages, store):
    form = pages.form(PRODUCT)
    number = form.add_row("productimage")
    before = len(pictures(store))
    for _click in range(2):
        file = SimpleUploadedFile("side.png", PIXEL, "image/png")
        pages.post(PRODUCT, {**form, f"productimage-{number}-upload": file})
    assert len(pictures(store)) == before + 1


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (None, "Choose a file"),
        (("a.exe", b"MZ"), "exe"),
        (("a.png", b"0" * (8 * 1024 * 1024 + 1)), "larger than 8 MB"),
    ],
)
def test_pictures__that_cannot_be_are_told_here(pages, file, words):
    form = pages.form(PRODUCT)
    number = form.add_row("productimage", description="x")
    if file:
        form[f"productimage-{number}-upload"] = SimpleUploadedFile(*file)
    response = pages.post(PRODUCT, form)
    assert response.status_code == 200
    assert words in text_of(response)
    assert pages.writes() == []


def test_pictures__are_ordered_without_a_mouse(pages, store):
    form = pages.form(PRODUCT)
    assert pages.post(PRODUCT, {**form, "productimage-0-sort_order": "5"}).status_code == 302
    assert pictures(store)[0]["sort_order"] == 5


def test_customers__are_found_by_email_phone_and_name(pages, store):
    rows = store.documents("v3/customers")
    row = next(row for row in rows if row["phone"])
    for term in (row["email"], row["phone"], row["last_name"]):
        response = pages.get("bcorm/customer/", q=term)
        assert row["id"] in {item.pk for item in response.context["cl"].result_list}, term
        assert len(pages.sent) == 1


def test_filters__by_brand_and_category(pages, store):
    rows = store.documents("v3/catalog/products")
    for name, field in (("brand", "brand_id"), ("category", "categories")):
        response = pages.get("bcorm/product/", **{name: "5" if name == "brand" else "33"})
        assert response.status_code == 200
        right = {
            row["id"] for row in rows if (row[field] == 5 if name == "brand" else 33 in row[field])
        }
        assert response.context["cl"].result_count == len(right)


@pytest.mark.parametrize("told", ["", "x", "-1", "1e9", "9" * 40])
def test_filters__of_nonsense(pages, told):
    assert pages.get("bcorm/product/", brand=told).status_code == 200


@pytest.mark.parametrize("page", ["promotion", "pricelist", "page", "redirect", "customergroup"])
def test_index__has_the_rest_of_the_store(pages, page):
    assert pages.get(f"bcorm/{page}/").status_code == 200
    assert len(pages.sent) <= 2


def test_labels__are_words(pages):
    shown = text_of(pages.get("bcorm/product/"))
    assert "By visible" in shown
    assert "By is visible" not in shown
    assert "USPS" in pages.get("bcorm/order/100/ship/").content.decode()


def test_dates__that_two_people_change_ask_and_are_kept(pages, store):
    """A date has two inputs: it is compared as a moment, and carried on when shown again."""
    coupon = store.documents("v2/coupons")[0]
    page = f"bcorm/coupon/{coupon['id']}/change/"
    form = pages.form(page)
    typed = {"expires_0": "2031-05-04", "expires_1": "10:00:00"}
    refused = pages.post(page, {**form, **typed, "name": ""})
    assert refused.status_code == 200
    assert list(refused.context["adminform"].form.errors) == ["name"]
    again = form_of(refused)
    assert pages.post(page, {**again, "name": "Other"}).status_code == 302
    assert "2031" in store.documents("v2/coupons")[0]["expires"]
    form = pages.form(page)
    pages.post(page, {**form, "expires_0": "2032-01-01"})
    assert "2032" in store.documents("v2/coupons")[0]["expires"]
