"""What a user may do is Django's business; what the API can do is added to it."""

from __future__ import annotations

import pytest
from admin_pages import text_of

PRODUCT = "bcorm/product/77/change/"


def test_index__shows_what_may_be_seen(pages_of):
    shown = text_of(pages_of("view_product").client.get("/admin/"))
    assert "Products" in shown
    assert "Customers" not in shown


def test_without_permission__nothing_is_asked_of_the_store(pages_of):
    pages = pages_of("view_brand")
    assert pages.get("bcorm/product/").status_code == 403
    assert pages.sent == []


def test_viewer__reads_and_cannot_write(pages_of):
    pages = pages_of("view_product", "view_productimage", "view_productvariant")
    response = pages.get(PRODUCT)
    assert response.status_code == 200
    shown = text_of(response)
    assert "View product" in shown
    assert 'name="price"' not in response.content.decode()
    assert "Images" in shown
    assert "Metafields" not in shown
    assert pages.post(PRODUCT, {"price": "1"}).status_code == 403
    assert pages.writes() == []


def test_viewer__cannot_delete(pages_of):
    pages = pages_of("view_product")
    assert pages.post("bcorm/product/77/delete/", {"post": "yes"}).status_code == 403
    answer = {"action": "delete_selected", "_selected_action": ["77"], "post": "yes"}
    pages.post("bcorm/product/", answer)
    assert pages.writes() == []


def test_editor_without_the_right_to_variants__changes_the_product_only(pages_of):
    pages = pages_of("view_product", "change_product", "view_productvariant")
    form = pages.form(PRODUCT)
    form["productvariant-0-price"] = "1"
    assert pages.post(PRODUCT, {**form, "price": "9"}).status_code == 302
    assert pages.bodies() == [{"price": 9}]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("bcorm/orderstatus/", ["Add order status"]),
        ("bcorm/order/", ["Add order"]),
    ],
)
def test_what_the_api_cannot_do__is_not_offered(pages, page, words):
    shown = text_of(pages.get(page))
    assert not [word for word in words if word in shown]


def test_permissions__exist_for_every_model(tables):
    from django.contrib.auth.models import Permission

    codenames = set(
        Permission.objects.filter(content_type__app_label="bcorm").values_list(
            "codename", flat=True
        )
    )
    assert {f"{verb}_product" for verb in ("add", "change", "delete", "view")} <= codenames
    assert not any("bulkrun" in name or "grant" in name for name in codenames)
