"""Scenarios of `carts.v3.yml` and `checkouts.v3.yml`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coverage_api.metafields import exercise_metafields
from coverage_api.stage import covers

from bcorm import (
    Cart,
    CartChannelSettings,
    CartMetafield,
    CartSettings,
    Checkout,
    CheckoutChannelSettings,
    CheckoutSettings,
    Customer,
    Order,
    Product,
    Promotion,
)

if TYPE_CHECKING:
    from coverage_api.stage import Stage

CERTIFICATE = {
    "name": "For you",
    "theme": "Birthday",
    "amount": Decimal(25),
    "quantity": 1,
    "sender": {"name": "Ann", "email": "ann@example.com"},
    "recipient": {"name": "Bob", "email": "bob@example.com"},
}
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


def _products() -> list[Product]:
    return [
        product
        for product in Product.objects.include("variants")[:40]
        if product.base_variant_id and product.inventory_tracking == "none"
    ]


def _cart(**values: Any) -> Cart:
    first = _products()[0]
    line = {"product_id": first.id, "quantity": 2}
    return Cart.objects.create(**{"line_items": [line], **values})


@covers("carts.v3.yml")
def carts(stage: Stage) -> None:
    _, second, *_ = _products()
    cart = _cart(channel_id=1, currency={"code": "USD"}, locale="en")
    cart.add_line_items(
        [{"product_id": second.id, "quantity": 1}],
        custom_items=[{"name": "Engraving", "quantity": 1, "list_price": Decimal("4.5")}],
        gift_certificates=[CERTIFICATE],
    )
    line = cart.line_items.physical_items[0]
    cart.update_line_item(line, quantity=3)
    assert cart.line_items.physical_items[0].quantity == 3
    cart.delete_line_item(cart.line_items.custom_items[0])
    assert cart.line_items.custom_items == []
    cart.customer_id = Customer.objects.all()[0].id
    stage.session.commit()
    assert cart.email
    assert "cart.php" in cart.create_redirect_urls({"source": "mail"}).cart_url
    shown = Cart.objects.include("redirect_urls", "line_items.physical_items.options")
    assert shown.get(id=cart.id).redirect_urls.checkout_url
    cart.delete()


@covers("carts.v3.yml")
def cart_metafields(stage: Stage) -> None:
    exercise_metafields(stage, CartMetafield, [_cart(), _cart()])


@covers("carts.v3.yml")
def cart_settings(stage: Stage) -> None:
    settings = CartSettings.objects.get()
    settings.allow_purchasing = False
    own = CartChannelSettings.objects.get(channel_id=1)
    own.allow_purchasing = True
    stage.session.commit()
    settings.refresh()
    assert not settings.allow_purchasing


@covers("checkouts.v3.yml")
def checkout(stage: Stage) -> None:
    Promotion.objects.create(
        name="Spring",
        redemption_type="COUPON",
        rules=[{"action": {"cart_value": {"discount": {"percentage_amount": Decimal(10)}}}}],
    ).codes.create(code="SPRING")
    cart = _cart()
    checkout = cart.checkout
    checkout.customer_message = "Please ring"
    stage.session.commit()
    line = checkout.cart.line_items.physical_items[0]
    checkout.set_billing_address(ADDRESS)
    checkout.set_billing_address({**ADDRESS, "company": "Lee & Co"})
    lines = [{"item_id": line.id, "quantity": line.quantity}]
    checkout.add_consignments([{"address": ADDRESS, "line_items": lines}])
    option = checkout.consignments[0].available_shipping_options[0]
    checkout.update_consignment(checkout.consignments[0], shipping_option_id=option.id)
    assert checkout.shipping_cost_total_inc_tax == Decimal("7.5")
    checkout.add_coupon("SPRING")
    before = checkout.grand_total
    checkout.delete_coupon("SPRING")
    assert before < checkout.grand_total
    checkout.add_discounts(Decimal(1), line_items={line.id: Decimal("0.5")})
    fee = {"type": "custom_fee", "name": "care", "display_name": "Care", "source": "app"}
    checkout.add_fees([{**fee, "cost": Decimal(3)}])
    checkout.update_fees({checkout.fees[0].id: {**fee, "cost": Decimal(4)}})
    assert checkout.fees[0].cost_inc_tax == 4
    checkout.delete_fees([checkout.fees[0].id])
    assert checkout.create_token(max_uses=1, ttl=60)
    order = Order.objects.get(id=checkout.create_order())
    assert order.cart_id == cart.id
    checkout.refresh()
    checkout.delete_consignment(checkout.consignments[0])
    found = Checkout.objects.include("consignments.available_shipping_options").get(id=cart.id)
    assert found.order_id == str(order.id)


@covers("checkouts.v3.yml")
def checkout_settings(stage: Stage) -> None:
    settings = CheckoutSettings.objects.get()
    settings.custom_checkout_script_url = "https://example.com/checkout.js"
    own = CheckoutChannelSettings.objects.get(channel_id=1)
    own.is_order_terms_and_conditions_enabled = True
    stage.session.commit()
    own.refresh()
    assert own.is_order_terms_and_conditions_enabled
