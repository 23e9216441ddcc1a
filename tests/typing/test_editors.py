"""What an editor offers and shows, asked of pyright's language server."""

from __future__ import annotations

import pytest
from language_server import LanguageServer

HEAD = """from bcorm import Customer, Order, Product
product = Product.objects.get(77)
"""


@pytest.fixture(scope="module")
def editor(checkers):
    with LanguageServer(checkers.root) as server:
        yield server


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Product.objects.filter(pri¦", ["price=", "price__gt=", "price__gte=", "price__in="]),
        ("Product.objects.exclude(name¦", ["name=", "name__contains=", "name__endswith="]),
        ("Product.objects.get(sk¦", ["sku=", "sku__contains="]),
        ("Order.objects.filter(status_i¦", ["status_id=", "status_id__gt="]),
        ("product.images.filter(is_¦", ["is_thumbnail="]),
        ("Product.objects.create(is_v¦", ["is_visible="]),
        ("product.images.new(image_¦", ["image_url="]),
        ("Product.objects.filter(id=3).update(pri¦", ["price=", "price_hidden_label="]),
        ("Product(pri¦", ["price=", "price_hidden_label="]),
        ("Product.objects.order_by('pri¦", ["price", "price_hidden_label"]),
        ("Product.objects.order_by('-pri¦", ["-price", "-price_hidden_label"]),
        ("Product.objects.only('custom_¦", ["custom_url"]),
        ("Product.objects.values('custom_¦", ["custom_url", "custom_url__is_customized"]),
        ("Order.objects.values('customer__em¦", ["customer__email"]),
        ("Customer.objects.include('addr¦", ["addresses"]),
    ],
)
def test_what_is_offered(editor, typed, first):
    assert editor.offered(HEAD + typed)[: len(first)] == first


@pytest.mark.parametrize("typed", ["filter(", "create(", "update("])
def test_names_come_before_what_else_there_is(editor, typed):
    offered = editor.offered(f"{HEAD}Product.objects.{typed}¦")
    names = [label for label in offered if label.endswith("=")]
    assert offered[: len(names)] == names
    assert {"name=", "price=", "brand_id=", "brand=", "is_visible="} <= {*names}


def test_a_field_is_shown_with_its_words(editor):
    shown = editor.shown(f"{HEAD}product.cost_price¦")
    assert "Decimal" in shown
    assert "What the product costs the merchant, in the store's currency" in shown


def test_a_query_is_shown_on_a_line(editor):
    shown = editor.shown(f"{HEAD}cheap¦ = Product.objects.filter(price__lt=5)")
    assert "(variable) cheap: ProductQuerySet[Product]" in shown.splitlines()
