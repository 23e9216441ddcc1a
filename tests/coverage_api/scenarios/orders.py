"""Scenarios of `orders.v2.oas2.yml` and `orders.v3.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coverage_api.metafields import exercise_metafields
from coverage_api.stage import covers

from bcorm import (
    ConsignmentShippingQuote,
    Order,
    OrderChannelSettings,
    OrderConsignments,
    OrderMetafield,
    OrderProduct,
    OrderRefund,
    OrderSettings,
    OrderShipment,
    OrderShippingAddress,
    OrderShippingQuote,
    OrderStatus,
    Product,
)
from bcorm.resources.order_payments import RefundItem, RefundPayment

if TYPE_CHECKING:
    from coverage_api.stage import Stage

V2, V3 = "orders.v2.oas2.yml", "orders.v3.yml"
BILLING = {
    "first_name": "Ann",
    "last_name": "Lee",
    "street_1": "5 Pier Road",
    "city": "Tacoma",
    "state": "Washington",
    "zip": "98402",
    "country": "United States",
    "country_iso2": "US",
    "email": "ann@example.org",
}


def _order() -> Order:
    product = Product.objects.all()[0]
    return Order.objects.create(
        billing_address=BILLING, products=[OrderProduct(product_id=product.id, quantity=2)]
    )


@covers(V2)
def orders(stage: Stage) -> None:
    made = _order()
    made.staff_notes = "Ring twice"
    stage.session.commit()
    assert Order.objects.get(id=made.id) is made
    listed = Order.objects.filter(customer_id=0).order_by("-id")
    assert made.id in [item.id for item in listed[:5]]
    assert Order.objects.count() > 1
    assert {status.name for status in OrderStatus.objects.all()} >= {"Shipped"}
    assert OrderStatus.objects.get(id=2).name == "Shipped"
    made.delete()


@covers(V2)
def order_parts(stage: Stage) -> None:
    made = _order()
    line = made.products[0]
    assert OrderProduct.objects.get(order_id=made.id, id=line.id).quantity == 2
    address = made.shipping_addresses[0]
    found = OrderShippingAddress.objects.get(order_id=made.id, id=address.id)
    found.company = "Lee & Co"
    stage.session.commit()
    quotes = OrderShippingQuote.objects.filter(order_id=made.id, shipping_address_id=address.id)
    list(quotes)
    for rows in (made.coupons, made.taxes, made.messages):
        list(rows)
    made.list_fees()
    consignments = OrderConsignments.objects.get(order_id=made.id)
    list(
        ConsignmentShippingQuote.objects.filter(
            order_id=made.id, shipping_consignment_id=consignments.shipping[0].id
        )
    )


@covers(V2)
def shipments(stage: Stage) -> None:
    made = _order()
    line, address = made.products[0], made.shipping_addresses[0]

    def ship() -> OrderShipment:
        return made.shipments.create(
            order_address_id=address.id,
            tracking_number="T-1",
            items=[{"order_product_id": line.id, "quantity": 1}],
        )

    shipment = ship()
    shipment.tracking_number = "T-2"
    stage.session.commit()
    path = {"order_id": made.id}
    assert OrderShipment.objects.get(id=shipment.id, **path).tracking_number == "T-2"
    assert OrderShipment.objects.filter(**path).count() == 1
    assert [item.id for item in OrderShipment.objects.filter(**path)] == [shipment.id]
    shipment.delete()
    ship()
    made.shipments.all().delete(everything=True)


@covers(V2)
def archive(stage: Stage) -> None:
    assert Order.objects.exists()
    Order.objects.delete(everything=True)


@covers(V3)
def payments(stage: Stage) -> None:
    awaiting = list(Order.objects.filter(status_id=11))
    first, second = [order for order in awaiting if order.payment_status == "authorized"][:2]
    list(first.transactions)
    first.capture()
    second.void()


@covers(V3)
def refunds(stage: Stage) -> None:
    order = Order.objects.all()[0]
    line = order.products[0]
    item = RefundItem(item_type="PRODUCT", item_id=line.id, quantity=1, reason="Chipped")
    quote = order.refund_quote([item])
    payments = [
        RefundPayment(provider_id=method.provider_id, amount=method.amount, offline=method.offline)
        for method in quote.refund_methods[0]
    ]
    made = order.refunds.create(items=[item], payments=payments)
    path = {"order_id": order.id}
    assert [refund.id for refund in OrderRefund.objects.filter(**path)] == [made.id]
    assert OrderRefund.objects.get(id=made.id, **path) is made
    assert [refund.id for refund in OrderRefund.objects.filter(id__in=[made.id])] == [made.id]


@covers(V3)
def settings(stage: Stage) -> None:
    settings = OrderSettings.objects.get()
    settings.notifications.order_placed.email_addresses = ["orders@example.com"]
    own = OrderChannelSettings.objects.get(channel_id=1)
    own.notifications.order_placed.email_addresses = ["kiosk@example.com"]
    own.notifications.forward_invoice.email_addresses = []
    stage.session.commit()
    settings.refresh()
    assert settings.notifications.order_placed.email_addresses == ["orders@example.com"]


@covers(V3)
def metafields(stage: Stage) -> None:
    exercise_metafields(stage, OrderMetafield, Order.objects.all()[:2])
