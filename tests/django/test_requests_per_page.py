"""What each page costs, counted, and told in the guide: the table there is the one made here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from admin_pages import form_of
from test_change_form import PRODUCT

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "django-admin.md"
TREE = "GET /v3/catalog/trees/1/categories"


@pytest.fixture
def costs(pages, store):
    """Visit every kind of page; returns name, requests that read, and requests that write."""
    rows = []

    def note(name):
        rows.append((name, len(pages.sent) - len(pages.writes()), len(pages.writes())))

    store.put_document("v3/catalog/products", {"id": 77, "brand_id": 5, "categories": [33, 34]})
    pages.get("")
    note("The index")
    pages.get("bcorm/coupon/")
    note("A list")
    pages.get("bcorm/product/")
    note("Products, with the names of their brands")
    pages.get("bcorm/category/")
    note("Categories, as a tree")
    pages.get("bcorm/order/")
    note("Orders, of which the API tells no total with a page")
    pages.get("bcorm/productvariant/", product="77")
    note("A product's variants, with the name of the product")
    listed = pages.form("bcorm/product/")
    pages.post("bcorm/product/", {**listed, "form-0-price": "12.34", "_save": "Save"})
    note("Saving a price in the list of products")
    pages.get(PRODUCT)
    note("A product, with its pictures, options, metafields, brand and categories")
    form = pages.form(PRODUCT)
    pages.post(PRODUCT, {**form, "price": "55.5"})
    note("Saving another price of it")
    pages.get("bcorm/category/3/change/")
    note("A category, with the one above it")
    shipped = next(row["id"] for row in store.documents("v2/orders") if row["items_shipped"])
    pages.get(f"bcorm/order/{shipped}/change/")
    note("An order, with its addresses, items, shipments and messages")
    pages.get(f"bcorm/order/{shipped}/ship/")
    note("Shipping what it has")
    pages.get(f"bcorm/order/{shipped}/packing-slip/")
    note("Its packing slip")
    pages.get("bcorm/category/choose/", term="kit")
    note("Finding a category or a product by its name, a page of them")
    gone = {"action": "delete_selected", "_selected_action": ["80", "81"], "post": "yes"}
    pages.post("bcorm/product/", gone)
    note("Deleting the selected products")
    return rows


def test_table__in_the_guide_is_what_was_counted(costs):
    lines = [
        "| Page | Requests that read | Requests that write |",
        "| --- | --- | --- |",
        *(f"| {name} | {read} | {written} |" for name, read, written in costs),
    ]
    table = "\n".join(lines)
    assert table in GUIDE.read_text(), f"the guide's table has to be:\n{table}"


def test_costs__are_within_their_bounds(costs):
    by_name = {name: (read, written) for name, read, written in costs}
    assert by_name["The index"] == (0, 0)
    assert by_name["A list"] == (1, 0)
    assert by_name["Products, with the names of their brands"] == (2, 0)
    assert by_name["Categories, as a tree"] == (2, 0)
    assert next(read for name, (read, _w) in by_name.items() if name.startswith("An order")) <= 4
    assert by_name["Saving another price of it"][1] == 1


def test_changed_price__is_a_minimal_put(pages, store):
    pages.post(PRODUCT, {**pages.form(PRODUCT), "price": "55.5"})
    assert pages.writes() == ["PUT /v3/catalog/products/77"]
    assert pages.bodies() == [{"price": 55.5}]


def test_pages__of_six_hundred_variants_are_small(pages, store):
    """No page is over 300 kB, and none reads a variant that it does not show."""
    from bcorm import Product
    from bcorm.contrib.django.connections import session

    rows = [
        {
            "sku": f"MANY-{number}",
            "option_values": [
                {"option_display_name": "Size", "label": f"Size {number // 30}"},
                {"option_display_name": "Colour", "label": f"Colour {number % 30}"},
            ],
        }
        for number in range(600)
    ]
    with session():
        product = Product.objects.create(
            name="Many", type="physical", weight=1, price=10, variants=rows
        )
    for path in ("productvariant/?product={}", "product/{}/change/", "product/{}/history/"):
        response = pages.get(f"bcorm/{path.format(product.id)}")
        assert response.status_code == 200
        assert len(response.content) < 300_000, path
        assert len(pages.sent) <= 4
    searched = pages.get("bcorm/productvariant/", product=product.id, q="size 7 colour 12")
    assert len(form_of(searched)) < 60
    assert re.search(r"1 variant\b", searched.content.decode())
