"""Scenarios of the `payments` specs and `pricing.sf.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import Order, PaymentMethod, Price, Product, v2

if TYPE_CHECKING:
    from coverage_api.stage import Stage


@covers(
    "payments/accepted-methods_payments.v3.yml",
    "payments/access-tokens_payments.v3.yml",
    "payments/methods_payments.v2.yml",
)
def payments(stage: Stage) -> None:
    order = Order.objects.all()[0]
    accepted = PaymentMethod.objects.filter(order_id=order.id)
    assert [method.supported_instruments[0].instrument_type for method in accepted] == ["VISA"]
    assert PaymentMethod.create_access_token(order.id)
    assert "cod" in [method.code for method in v2.PaymentMethod.objects.all()]


@covers("pricing.sf.yml")
def pricing(stage: Stage) -> None:
    simple, other = Product.objects.include("variants")[:2]
    prices = Price.calculate(
        [
            {"product_id": simple.id},
            {"product_id": other.id, "variant_id": other.variants[0].id},
        ]
    )
    assert prices[0].calculated_price.as_entered == simple.calculated_price
    assert prices[1].variant_id == other.variants[0].id
