"""A cart becomes a checkout becomes an order, and every change names the version it means."""

from __future__ import annotations

from decimal import Decimal

import pytest

import bcorm
from bcorm import Cart, Customer, Order, Product
from bcorm.exceptions import CommitError, Conflict, ReadOnlyFieldError, ValidationFailed

ADDRESS = {
    "first_name": "Ann",
    "last_name": "Lee",
    "email": "ann@example.com",
    "address1": "5 Pier Road",
    "city": "Tacoma",
    "state_or_province": "Washington",
    "state_or_province_code": "WA",
    "postal_code": "98402",
    "country_code": "US",
}


@pytest.fixture
def products(session):
    """Physical products that are always in stock and have no options."""
    listed = Product.objects.filter(type="physical")
    return [
        product
        for product in listed
        if product.base_variant_id and product.inventory_tracking == "none"
    ][:3]


@pytest.fixture
def cart(products):
    """A cart with two of the first product."""
    return Cart.objects.create(line_items=[{"product_id": products[0].id, "quantity": 2}])


def somebody_else_changes(emulator, cart):
    """Let another client put something into the cart."""
    with bcorm.connect(store_hash="abc", access_token="other", api_url=emulator.url):
        other = Cart.objects.get(id=cart.id)
        other.add_line_items(custom_items=[{"name": "Ribbon", "quantity": 1, "list_price": 1}])


def test_what_is_put_into_a_new_cart_is_shown_as_its_lines(cart, products, asked, emulator):
    [line] = cart.line_items.physical_items
    assert (line.product_id, line.quantity) == (products[0].id, 2)
    assert cart.cart_amount == 2 * products[0].calculated_price
    assert cart.version == 1
    [body] = [item.body for item in emulator.requests if item.method == "POST"]
    assert body == {"line_items": [{"product_id": products[0].id, "quantity": 2}]}


def test_lines_are_changed_by_actions(cart, products):
    cart.add_line_items([{"product_id": products[1].id, "quantity": 1}])
    first, second = cart.line_items.physical_items
    cart.update_line_item(first, quantity=5)
    cart.update_line_item(cart.line_items.physical_items[1], list_price=Decimal("1.25"))
    assert cart.cart_amount == 5 * products[0].calculated_price + Decimal("1.25")
    cart.delete_line_item(second)
    assert [line.id for line in cart.line_items.physical_items] == [first.id]
    assert cart.version == 5


def test_lines_cannot_be_assigned(cart):
    with pytest.raises(ReadOnlyFieldError):
        cart.line_items = []


def test_a_cart_without_lines_is_gone(session, cart):
    cart.delete_line_item(cart.line_items.physical_items[0])
    assert cart not in session
    with pytest.raises(Cart.DoesNotExist):
        Cart.objects.get(id=cart.id)


def test_an_action_on_an_old_version_is_a_conflict(emulator, cart, products):
    somebody_else_changes(emulator, cart)
    with pytest.raises(Conflict):
        cart.add_line_items([{"product_id": products[1].id, "quantity": 1}])
    cart.refresh()
    assert [item.name for item in cart.line_items.custom_items] == ["Ribbon"]
    cart.add_line_items([{"product_id": products[1].id, "quantity": 1}])
    assert len(cart.line_items.physical_items) == 2


def test_a_change_sends_the_version_and_an_old_one_is_refused(session, emulator, cart, planned):
    customer = Customer.objects.all()[0]
    cart.customer = customer
    assert planned() == [("PUT", f"v3/carts/{cart.id}", {"customer_id": customer.id, "version": 1})]
    somebody_else_changes(emulator, cart)
    with pytest.raises(CommitError) as caught:
        session.commit()
    [failure] = caught.value.report.failed
    assert failure.object is cart
    assert isinstance(failure.error, Conflict)


def test_a_checkout_is_the_other_half_of_its_cart(cart, asked):
    checkout = cart.checkout
    assert checkout.id == cart.id
    assert checkout.whole_cart is cart
    assert cart.checkout is checkout
    assert asked("GET")[-1] == f"GET v3/checkouts/{cart.id}"
    assert checkout.grand_total == cart.cart_amount


def test_what_changes_in_the_cart_changes_its_checkout(cart):
    before = cart.checkout.grand_total
    cart.update_line_item(cart.line_items.physical_items[0], quantity=4)
    assert cart.checkout.grand_total == 2 * before


def test_a_checkout_becomes_an_order(cart, products):
    checkout = cart.checkout
    with pytest.raises(ValidationFailed):
        checkout.create_order()
    checkout.set_billing_address(ADDRESS)
    lines = [
        {"item_id": line.id, "quantity": line.quantity}
        for line in checkout.cart.line_items.physical_items
    ]
    checkout.add_consignments([{"address": ADDRESS, "line_items": lines}])
    [consignment] = checkout.consignments
    cheapest = min(consignment.available_shipping_options, key=lambda option: option.cost)
    checkout.update_consignment(consignment, shipping_option_id=cheapest.id)
    checkout.add_fees(
        [
            {
                "type": "custom_fee",
                "name": "care",
                "display_name": "Care",
                "source": "app",
                "cost": Decimal("2.5"),
            }
        ]
    )
    order = Order.objects.get(id=checkout.create_order())
    assert order.total_inc_tax == checkout.grand_total
    assert order.shipping_cost_inc_tax == cheapest.cost
    assert [(line.product_id, line.quantity) for line in order.products] == [(products[0].id, 2)]
    assert (order.billing_address.city, order.status) == ("Tacoma", "Incomplete")
    checkout.refresh()
    assert checkout.order_id == str(order.id)


def test_a_checkout_on_an_old_version_is_a_conflict(emulator, cart):
    checkout = cart.checkout
    somebody_else_changes(emulator, cart)
    with pytest.raises(Conflict):
        checkout.set_billing_address(ADDRESS)


def test_unknown_codes_are_refused(cart):
    with pytest.raises(ValidationFailed):
        cart.checkout.add_coupon("NOTHING")


def test_includes_that_a_cart_has_are_asked_for_when_needed(session, cart, asked):
    assert cart.redirect_urls.cart_url
    assert asked("GET")[-1] == f"GET v3/carts/{cart.id} include=redirect_urls"
