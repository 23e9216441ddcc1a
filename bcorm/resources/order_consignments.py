"""How the lines of an order reach the shopper (`orders.v2.oas2.yml`)."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from bcorm.model import Resource, Struct, field, one, readonly
from bcorm.query.endpoint import Endpoint
from bcorm.resources.order_parts import (
    DeliveryAddress,
    OrderFormField,
    OrderLine,
    OrderShippingCosts,
)

if TYPE_CHECKING:
    from bcorm.resources.orders import Order  # noqa: F401 - the text in one["Order"]


def lines_of(row: dict[str, Any]) -> list[dict[str, Any]] | None:
    """The lines in the consignments of an order's row; None if some are missing there.

    The row tells how many items the order has (`items_total`), and a line how many are of it.
    """
    consignments = row.get("consignments")
    if not isinstance(consignments, dict):
        return None
    parts = [
        part for kind in ("shipping", "pickups", "downloads") for part in consignments.get(kind, ())
    ]
    lines = [line for part in parts for line in part.get("line_items") or ()]
    try:
        whole = sum(line["quantity"] for line in lines) == row["items_total"]
    except (KeyError, TypeError):  # links instead of lines, or an order that does not tell
        return None
    return sorted(lines, key=itemgetter("id")) if whole else None


class PickupLocation(Struct):
    """Where a pickup takes place."""

    id: int = readonly()
    name: str = field(max_length=255)
    code: str = field(max_length=50, doc="The location's code, of the merchant's own choice.")
    address_line_1: str = field(max_length=255)
    address_line_2: str = field(max_length=255)
    city: str = field(max_length=255)
    state: str = field(max_length=255)
    postal_code: str = field(max_length=50)
    country_alpha2: str = field(
        max_length=2, doc="The country's code of two letters (ISO 3166-1 alpha-2)."
    )
    email: str = field(max_length=255)
    phone: str = field(max_length=125)


class ConsignedLine(OrderLine, Struct):
    """A line of an order inside a consignment.

    Unless `consignments.line_items` was included, only `url` and `resource` are there.
    """

    url: str | None = readonly(doc="Where the line is read in V2.")
    resource: str | None = readonly(doc="The path of that address.")
    id: int = field(doc="The line's id, as `OrderProduct` has it.")
    order_id: int = readonly()
    product_id: int = field()
    variant_id: int = field(doc="The product's variant; custom products have none.")


class PickupConsignment(Struct):
    """Lines that the shopper collects."""

    id: int = field()
    pickup_method_id: int = field(doc="The way of picking up that was chosen.")
    pickup_method_display_name: str = field(
        max_length=250, doc="What the shopper sees the pickup method called."
    )
    collection_instructions: str = field(doc="How it is collected, in words.")
    collection_time_description: str = field(
        max_length=250, doc="When it can be collected, in words."
    )
    location: PickupLocation = field()
    line_items: list[ConsignedLine] = field()


class ShippingConsignment(DeliveryAddress, OrderShippingCosts, Struct):
    """Lines that go to one address."""

    id: int = readonly()
    form_fields: list[OrderFormField] = readonly(
        doc="The answers to the merchant's own questions of the form."
    )
    line_items: list[ConsignedLine] = readonly()
    shipping_method: str = readonly(doc="The name of the method that was chosen.")


class DownloadConsignment(Struct):
    """Lines that are downloaded."""

    recipient_email: str = readonly()
    line_items: list[ConsignedLine] = readonly()


class GiftCertificateConsignment(Struct):
    """Gift certificates that go to one address by e-mail."""

    recipient_email: str = readonly()
    line_items: list[ConsignedLine] = readonly()


class EmailConsignment(Struct):
    """What goes out by e-mail."""

    gift_certificates: list[GiftCertificateConsignment] = readonly()


class OrderConsignments(Resource):
    """All consignments of an order. `GET /v2/orders/{order_id}/consignments`.

    A new order takes `pickups` only.
    """

    pickups: list[PickupConsignment] = field(create_only=True)
    shipping: list[ShippingConsignment] = readonly()
    downloads: list[DownloadConsignment] = readonly()
    email: EmailConsignment = readonly()

    order = one["Order"]("orders.Order", parent=True)

    endpoint = Endpoint(
        path="v2/orders/{order_id}/consignments",
        key=None,
        verbs=("get",),
        includes="consignments.line_items",
    )
