"""Rows that an endpoint takes as an array go in as many requests as its arrays are long."""

from __future__ import annotations

import pytest

from bcorm import (
    Channel,
    Customer,
    CustomerFormFieldValue,
    Order,
    Product,
    ProductCategoryAssignment,
    ProductChannelAssignment,
)
from bcorm.exceptions import FieldError, InvalidValue


def _sizes(emulator):
    return [(item.method, len(item.body)) for item in emulator.requests if item.method != "GET"]


@pytest.fixture
def keys(session):
    return [product.id for product in Product.objects.all()[:110]]


def test_categories_of_many_products(emulator, session, keys):
    emulator.clear_requests()
    session.add_all(ProductCategoryAssignment(product_id=key, category_id=24) for key in keys)
    assert len(session.commit().saved) == 110
    assert sorted(_sizes(emulator)) == [("PUT", 10), ("PUT", 50), ("PUT", 50)]


def test_channels_of_many_products(emulator, session, keys):
    channel = Channel.objects.first().id
    emulator.clear_requests()
    session.add_all(ProductChannelAssignment(product_id=key, channel_id=channel) for key in keys)
    assert len(session.commit().saved) == 110
    assert sorted(_sizes(emulator)) == [("PUT", 10), ("PUT", 50), ("PUT", 50)]


def test_form_fields_of_many_customers(emulator, session):
    people = [person.id for person in Customer.objects.all()[:25]]
    emulator.clear_requests()
    session.add_all(
        CustomerFormFieldValue(customer_id=key, name="Size", value="L") for key in people
    )
    assert len(session.commit().saved) == 25
    assert sorted(_sizes(emulator)) == [("PUT", 5), ("PUT", 10), ("PUT", 10)]


def test_items_of_a_quote_are_structs_or_mappings(emulator, session):
    order = Order.objects.filter(status_id=2).first()
    line = order.products[0]
    wanted = {"item_type": "PRODUCT", "item_id": line.id, "quantity": 1}
    quote = order.refund_quote([wanted])
    assert quote.order_id == order.id
    emulator.clear_requests()
    for wrong, told in (
        ([{**wanted, "item_tpye": "PRODUCT"}], "item_type"), (wanted, "a list"),
        ("PRODUCT", "a list"), (None, "a list"), ([77], "in each place"),
    ):  # fmt: skip
        with pytest.raises((FieldError, InvalidValue), match=told):
            order.refund_quote(wrong)
    assert emulator.requests == []
