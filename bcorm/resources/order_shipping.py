"""Where an order goes and what has left (`orders.v2.oas2.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Endpoint, refuse
from bcorm.resources.order_parts import DeliveryAddress, OrderAddress, OrderShippingCosts

if TYPE_CHECKING:
    from bcorm.resources.orders import Order  # noqa: F401 - the text in one["Order"]


class ShippingQuote(Resource, abstract=True):
    """What a carrier offered for a delivery."""

    id: str = readonly()
    uuid: str = readonly(doc="The quote's id.")
    timestamp: datetime | None = readonly(doc="When the order was placed.")
    shipping_provider_id: str = readonly(
        doc="Who quoted it, such as `bcstatic` for the store's own methods."
    )
    shipping_provider_quote: list[dict[str, Any]] = readonly(
        doc="What the provider answered; empty for the store's own methods."
    )
    provider_code: str = readonly(doc="The method's kind, such as `shipping_byweight`.")
    carrier_code: str = readonly()
    rate_code: str = readonly(doc="The kind of delivery, in the provider's words.")
    rate_id: str = readonly(doc="The rate, in the provider's words.")
    method_id: int | None = readonly(doc="The store's shipping method.")


class OrderShippingQuote(ShippingQuote):
    """The quote of a shipping address. `GET .../shipping_addresses/{id}/shipping_quotes`."""

    endpoint = Endpoint(
        path="v2/orders/{order_id}/shipping_addresses/{shipping_address_id}/shipping_quotes",
        verbs=("list",),
        paging="none",
    )


class ConsignmentShippingQuote(ShippingQuote):
    """The quote of a shipping consignment. `GET .../consignments/shipping/{id}/shipping_quotes`.

    A consignment is no row of its own, so both its keys are named:
    `ConsignmentShippingQuote.objects.filter(order_id=100, shipping_consignment_id=1)`.
    """

    endpoint = Endpoint(
        path="v2/orders/{order_id}/consignments/shipping/{shipping_consignment_id}/shipping_quotes",
        verbs=("list",),
        paging="none",
    )


class OrderShippingAddress(OrderAddress, OrderShippingCosts, Resource):
    """Where an order goes. `GET /v2/orders/{order_id}/shipping_addresses`."""

    id: int = readonly()
    order_id: int = readonly()
    shipping_method: str = field(doc="The name of the method that was chosen.")

    shipping_quotes = many(OrderShippingQuote)
    order = one["Order"]("orders.Order", parent=True)

    endpoint = Endpoint(
        path="v2/orders/{order_id}/shipping_addresses",
        verbs=("list", "get", "update"),
        put_rules=(
            refuse(
                "country",
                "country_iso2",
                "state",
                "zip",
                "city",
                acknowledge="no_recalculation",
                source="orders.v2.oas2.yml, PUT .../shipping_addresses/{shipping_address_id}",
                reason="the API recomputes neither shipping cost nor tax for the new address",
            ),
        ),
    )


class ShipmentAddress(DeliveryAddress, Struct):
    """Who paid for a shipment, or where it went."""


class ShipmentItem(Struct):
    """How much of a line a shipment contains."""

    order_product_id: int = field(doc="The line of the order.")
    product_id: int = readonly(doc="The product of the line.")
    quantity: int = field(doc="How many of the line are in it.")


class OrderShipment(Resource):
    """What has left the house. `GET /v2/orders/{order_id}/shipments`.

    Creating one e-mails the customer; deleting one leaves the order's status as it is.
    """

    id: int = readonly()
    order_id: int = readonly()
    customer_id: int = readonly()
    order_address_id: int = field(doc="The shipping address that it goes to.")
    date_created: datetime = readonly()
    tracking_number: str = field(max_length=50, doc="The carrier's number of the parcel.")
    tracking_carrier: str = field(doc="The code of the carrier that is tracked.")
    tracking_link: str = field(max_length=500, doc="Where the parcel can be followed.")
    generated_tracking_link: str = readonly(doc="Where it is tracked, made of carrier and number.")
    merchant_shipping_cost: Decimal = field(doc="What shipping costs the merchant.")
    shipping_method: str = field(doc="How it is shipped, in words.")
    shipping_provider: Literal[
        "auspost",
        "canadapost",
        "endicia",
        "usps",
        "fedex",
        "ups",
        "upsready",
        "upsonline",
        "shipperhq",
        "royalmail",
        "",
    ] = field(open=True, doc="The carrier's code.")
    shipping_provider_display_name: str = readonly(doc="What the carrier is called.")
    comments: str = field(max_length=65_535, doc="Notes for the shopper.")
    items: list[ShipmentItem] = field(create_only=True, doc="What is in it.")
    billing_address: ShipmentAddress = readonly(doc="Who pays; a copy of the order's.")
    shipping_address: ShipmentAddress = readonly(doc="Where it goes; a copy of the order's.")

    order = one["Order"]("orders.Order", parent=True)

    endpoint = Endpoint(
        path="v2/orders/{order_id}/shipments",
        needs="items",
        count_path="v2/orders/{order_id}/shipments/count",
        empty_delete=True,
    )
