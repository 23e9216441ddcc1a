"""What nobody should type, and somebody does: an answer, never an error of the site's own."""

from __future__ import annotations

import pytest
from admin_pages import text_of
from django.contrib.admin import ModelAdmin
from django.core.exceptions import ValidationError

from bcorm.contrib.django.formfields import KeyListFormField


@pytest.fixture(autouse=True)
def short_lists(monkeypatch):
    """Pages are drawn row by row, and what is typed here is about none of them."""
    monkeypatch.setattr(ModelAdmin, "list_per_page", 5)


@pytest.mark.parametrize("word", ["²", "9" * 5000, "٣", "%", "'", "\x00", "🙂"])
@pytest.mark.parametrize("page", ["product", "order", "customer"])
def test_search__takes_any_text(pages, page, word):
    response = pages.get(f"bcorm/{page}/", q=word)
    assert response.status_code in {200, 302}


@pytest.mark.parametrize("address", ["/" + "x" * 300, "/a\x00b"])
def test_change__a_part_that_cannot_be_is_refused_on_its_field(pages, store, address):
    product = store.documents("v3/catalog/products")[0]
    path = f"bcorm/product/{product['id']}/change/"
    response = pages.post(path, {**pages.form(path), "custom_url_url": address})
    assert response.status_code == 200
    assert response.context["adminform"].form.errors.keys() == {"custom_url"}
    assert store.documents("v3/catalog/products")[0] == product


def test_keys__are_required_where_the_field_says_so():
    assert KeyListFormField(required=False).clean(" ") == []
    assert KeyListFormField().clean("3, 7,,3") == [3, 7]
    with pytest.raises(ValidationError, match="required"):
        KeyListFormField().clean(" , ")


@pytest.mark.parametrize("keys", ["²", "1,²", "9" * 5000, "-1", "0", "1,,1", "1.5"])
def test_change__lists_of_keys_take_any_text(pages, store, keys):
    key = store.documents("v3/catalog/products")[0]["id"]
    path = f"bcorm/product/{key}/change/"
    response = pages.post(path, {**pages.form(path), "categories": keys})
    assert response.status_code in {200, 302}


@pytest.mark.parametrize("key", ["²", "9" * 5000, "abc", "_5F", "0", "-1"])
@pytest.mark.parametrize("page", ["product", "order", "customer"])
@pytest.mark.parametrize("what", ["change", "delete", "history"])
def test_rows__that_cannot_be(pages, page, key, what):
    response = pages.get(f"bcorm/{page}/{key}/{what}/")
    assert response.status_code in {302, 404}


@pytest.mark.parametrize(
    "query",
    [
        {"p": "99999999"},
        {"p": "-1"},
        {"p": "x"},
        {"p": "9" * 400},
        {"o": "9.9.9"},
        {"o": "-1"},
        {"o": "x"},
        {"all": ""},
        {"id__in": ""},
        {"id__in": "a,b"},
        {"price__gte": "x"},
        {"price__gte": "1"},
        {"name__startswith": "a"},
        {"date_modified__gte": "yesterday"},
        {"brand__id__exact": "x"},
        {"brand__name": "x"},
        {"nonsense": "1"},
        {"is_visible__exact": "7"},
        {"_facets": "True"},
    ],
    ids=str,
)
def test_list__takes_any_address(pages, query):
    response = pages.get("bcorm/product/", **query)
    assert response.status_code in {200, 302, 400}  # 400: what Django itself does not allow
    if response.status_code == 302:
        assert pages.get(response.headers["Location"].removeprefix("/admin/")).status_code == 200


@pytest.mark.parametrize(
    "page",
    ["product", "brand", "category", "customer", "order", "orderstatus", "coupon"],
)
def test_delete_selected__works_for_each_kind_of_row(pages, page):
    response = pages.get(f"bcorm/{page}/")
    rows = [str(row.pk) for row in response.context["cl"].result_list][:2]
    form = response.context["action_form"]
    if form is None or "delete_selected" not in dict(form.fields["action"].choices):
        assert page == "orderstatus"
        return
    asked = {"action": "delete_selected", "_selected_action": rows, "index": "0"}
    shown = pages.post(f"bcorm/{page}/", asked)
    assert shown.status_code == 200
    assert "Are you sure" in text_of(shown)
    done = pages.post(f"bcorm/{page}/", {**asked, "post": "yes"})
    assert done.status_code == 302
    assert any(text.startswith("Successfully deleted 2") for text in pages.messages())
