"""What actions are given is looked at before anything is sent."""

from __future__ import annotations

import re

import pytest

from bcorm import InventoryItem, PriceList, Product, ProductVariant
from bcorm.exceptions import InvalidValue, ReadOnlyFieldError, StateError, UnsupportedLookup


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "1 to 2000 in a call"),
        ([{"location_id": 1, "sku": "A", "quantity": 1}] * 2001, "1 to 2000 in a call"),
        ([{"sku": "A", "quantity": 5}], "location_id"),
        ([{"sku": "A"}], "so are missing quantity"),
        ([{"location_id": 1, "sku": "A", "quantity": -5}], "a level of at least 0"),
    ],
)
def test_stock_levels(session, emulator, rows, told):
    with pytest.raises(InvalidValue, match=told):
        InventoryItem.adjust_absolute(rows)
    assert emulator.requests == []


def test_a_difference_may_be_negative(session):
    variant = ProductVariant.objects.get(sku="WB-1002")
    before = variant.stock
    InventoryItem.adjust_relative([{"location_id": 1, "sku": "WB-1002", "quantity": -2}])
    variant.refresh()
    assert variant.stock == before - 2


def test_a_record_names_its_variant_by_the_object(session):
    prices = PriceList.objects.create(name="Dealers")
    variant = ProductVariant.objects.get(sku="WB-1002")
    record = prices.records.create(variant=variant, currency="EUR", price=5)
    assert (record.variant_id, record.variant) == (variant.id, variant)
    with pytest.raises(ReadOnlyFieldError, match="upsert_records"):
        prices.records.create(sku="WB-1002", currency="EUR", price=5)
    with pytest.raises(StateError, match="no key yet"):
        prices.records.new(variant=ProductVariant(sku="X"), currency="EUR", price=5)
    with pytest.raises(InvalidValue, match="a ProductVariant: variant_id takes a key"):
        prices.records.new(variant=5, currency="EUR", price=5)


def test_names_of_what_a_list_of_keys_names():
    told = "filter(categories__in=Category.objects.filter(name=None))"
    for name in ("categories__name", "category_set__name"):
        with pytest.raises(UnsupportedLookup, match=re.escape(told)):
            Product.objects.filter(**{name: None})
