"""What an object without an `id` is shown by: what tells it from its like."""

from __future__ import annotations

import pytest

from bcorm import (
    CatalogSummary,
    InventoryItem,
    PriceList,
    PriceRecord,
    ProductCategoryAssignment,
    ProductVariant,
    StockLevel,
    StoreTime,
)


def test_a_price_record_is_shown_by_variant_and_currency(session):
    prices = PriceList(name="Members")
    session.add(prices)
    session.commit()
    variant = ProductVariant.objects.first()
    prices.create_records([{"variant_id": variant.id, "currency": "usd", "price": 1}])
    (record,) = prices.records
    shown = f"<PriceRecord price_list_id={prices.id} variant_id={variant.id} currency='usd'>"
    assert repr(record) == shown
    made = PriceRecord(price_list_id=prices.id, variant_id=5, currency="eur", price=3)
    assert repr(made) == f"<PriceRecord price_list_id={prices.id} variant_id=5 currency='eur'>"


def test_rows_without_a_key_are_shown_by_what_they_join(session):
    row = ProductCategoryAssignment.objects.first()
    shown = f"product_id={row.product_id} category_id={row.category_id}"
    assert repr(row) == f"<ProductCategoryAssignment {shown}>"
    assert "variant_id" in repr(InventoryItem.objects.first())
    level = StockLevel(location_id=1, variant_id=7, quantity=3)
    assert repr(level) == "<StockLevel location_id=1 variant_id=7>"


def test_a_single_row_is_shown_by_its_class(session):
    assert repr(StoreTime.objects.get()) == "<StoreTime>"
    assert repr(CatalogSummary.objects.get()) == "<CatalogSummary>"


@pytest.mark.parametrize("value", ["x" * 500, "<script>"])
def test_long_values_are_cut(session, value):
    shown = repr(PriceRecord(price_list_id=1, variant_id=5, currency=value, price=3))
    assert len(shown) < 150
