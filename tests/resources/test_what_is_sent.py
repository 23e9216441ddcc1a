"""What is sent is what the specs want, where they have a type or a header."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bcorm import Cart, Checkout, Order, OrderProduct
from bcorm.exceptions import ValidationFailed


def sent(store, method):
    [request] = [item for item in store.requests if item.method == method]
    return request.body["products"][0]


def test_prices_of_order_lines_are_numbers(store):
    line = OrderProduct(
        name="Mug", quantity=1, price_inc_tax=Decimal("10.98"), price_ex_tax=Decimal(10)
    )
    address = {"first_name": "Ada", "email": "ada@example.com", "country": "United States"}
    address |= {"street_1": "1 Mill Road", "city": "Austin", "state": "Texas", "zip": "78701"}
    store.session.add(Order(billing_address=address, products=[line]))
    store.session.commit()
    body = sent(store, "POST")
    assert (body["price_inc_tax"], body["price_ex_tax"]) == (Decimal("10.98"), 10)


def test_changed_prices_of_order_lines_are_numbers(store):
    line = Order.objects.get(id=100).products.first()
    line.price_inc_tax = Decimal("12.50")
    line.price_ex_tax = Decimal("11.50")
    store.session.commit(acknowledge=["discounts"])
    body = sent(store, "PUT")
    assert (body["price_inc_tax"], body["price_ex_tax"]) == (Decimal("12.50"), Decimal("11.50"))


def test_an_order_of_a_checkout_is_made_by_json(store):
    cart = Cart.objects.create(line_items=[{"product_id": 78, "quantity": 1}])
    checkout = Checkout.objects.get(id=cart.id)
    with pytest.raises(ValidationFailed):
        checkout.create_order()
    assert store.requests[-1].body == {}
