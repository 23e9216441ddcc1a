"""One identity, however the key of the parent was written."""

from __future__ import annotations

import pytest

from bcorm import (
    CartMetafield,
    PriceList,
    PriceRecord,
    ProductImage,
    ProductOptionValue,
    ProductVariant,
    VariantMetafield,
)
from bcorm.exceptions import InvalidValue


def test_a_parents_key_that_was_written_as_text_is_the_same(session):
    image = ProductImage.objects.filter(product_id=77).first()
    made = ProductImage(product_id="77", image_url="https://example.com/a.png")
    assert made.product_id == 77
    made.save()
    assert session.get(ProductImage, made.id, product_id=77) is made
    assert made._state.parents == image._state.parents
    assert VariantMetafield(product_id="77", resource_id="1")._state.parents == {
        "product_id": 77,
        "resource_id": 1,
    }
    assert ProductOptionValue(product_id="77", option_id="5")._state.parents == {
        "product_id": 77,
        "option_id": 5,
    }
    assert CartMetafield(resource_id="abc")._state.parents == {"resource_id": "abc"}


@pytest.mark.parametrize("key", ["abc", "7.5", 7.5, [], b"77"])
def test_what_is_no_key_of_a_parent_is_refused(key):
    with pytest.raises(InvalidValue, match="product_id"):
        ProductVariant(product_id=key)
    with pytest.raises(InvalidValue, match="product_id"):
        ProductOptionValue(product_id=key, option_id=1)


def test_a_price_record_is_one_object_whatever_the_case_of_its_currency(session):
    prices = PriceList.objects.create(name="Trade")
    record = PriceRecord(price_list=prices, variant_id=77, currency="USD", price=5)
    record.save()
    assert record.currency == "usd"
    assert prices.records[0] is record
    assert PriceRecord.objects.get(price_list_id=prices.id, variant_id=77, currency="Usd") is record
    record.price = 6
    prices.records[0].sale_price = 4
    (request,) = session.plan()
    assert len(request.objects) == 1
    session.commit()
    assert (record.price, record.sale_price) == (6, 4)
