"""`session.get`: keys are what the API calls keys, and parents are named."""

from __future__ import annotations

import pytest

from bcorm import Product, ProductImage, ProductVariant
from bcorm.exceptions import FieldError, InvalidValue


@pytest.mark.parametrize("key", ["85", True, 77.5, "eighty", None, [77]])
def test_what_is_no_key_is_refused_before_anything_is_sent(emulator, session, key):
    with pytest.raises(InvalidValue, match=r"Product\.id"):
        session.get(Product, key)
    assert emulator.requests == []


def test_a_missing_parent_is_named(emulator, session):
    with pytest.raises(InvalidValue, match=r"ProductImage\.product_id.*product_id=…"):
        session.get(ProductImage, 1)
    assert emulator.requests == []


def test_a_misspelt_parent_is_suggested(emulator, session):
    with pytest.raises(FieldError, match="did you mean 'product_id'"):
        session.get(ProductImage, 1, produkt_id=77)
    with pytest.raises(FieldError):
        session.get(Product, 77, product_id=77)
    assert emulator.requests == []


def test_a_parent_is_checked_too(emulator, session):
    image = session.get(Product, 77).images[0]
    assert session.get(ProductImage, image.id, product_id=77) is image
    with pytest.raises(InvalidValue, match="product_id"):
        session.get(ProductImage, image.id, product_id="seventy-seven")


def test_rows_of_a_store_wide_list_are_found_without_their_parent(emulator, session):
    variant = session.get(Product, 77).variants[0]
    session.expunge_all()
    assert session.get(ProductVariant, variant.id).product_id == 77
