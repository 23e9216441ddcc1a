"""How the lines of an order reach the shopper (`orders.v2.oas2.yml`)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from bcorm.model import Resource, Struct, field, one, readonly
from bcorm.query.endpoint import Endpoint
from bcorm.resources.order_parts import (
    AppliedDiscount,
    ConfigurableField,
    LineOption,
    LineType,
    OrderFormField,
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
    code: str = field(max_length=50)
    address_line_1: str = field(max_length=255)
    address_line_2: str = field(max_length=255)
    city: str = field(max_length=255)
    state: str = field(max_length=255)
    postal_code: str = field(max_length=50)
    country_alpha2: str = field(max_length=2)
    email: str = field(max_length=255)
    phone: str = field(max_length=125)


class ConsignedLine(Struct):
    """A line of an order inside a consignment.

    Unless `consignments.line_items` was included, only `url` and `resource` are there.
    """

    url: str | None = readonly()
    resource: str | None = readonly()
    id: int = field()
    order_id: int = readonly()
    product_id: int = field()
    variant_id: int = field()
    order_pickup_method_id: int = readonly()
    order_address_id: int = readonly()
    name: str = field(max_length=250)
    name_customer: str = field()
    name_merchant: str = field()
    sku: str = field()
    upc: str = field(max_length=255)
    type: LineType = readonly()
    quantity: int = field()
    price_ex_tax: Decimal = field(format="number")
    price_inc_tax: Decimal = field(format="number")
    price_tax: Decimal = readonly()
    base_price: Decimal = readonly()
    base_total: Decimal = readonly()
    total_ex_tax: Decimal = readonly()
    total_inc_tax: Decimal = readonly()
    total_tax: Decimal = readonly()
    discounted_total_inc_tax: Decimal = readonly()
    base_cost_price: Decimal = readonly()
    cost_price_ex_tax: Decimal = readonly()
    cost_price_inc_tax: Decimal = readonly()
    cost_price_tax: Decimal = readonly()
    weight: Decimal = readonly()
    width: Decimal = readonly()
    height: Decimal = readonly()
    depth: Decimal = readonly()
    fixed_shipping_cost: Decimal = readonly()
    is_refunded: bool = readonly()
    quantity_refunded: int = readonly()
    refund_amount: Decimal = readonly()
    return_id: int = readonly()
    quantity_shipped: int = readonly()
    wrapping_id: int = field()
    wrapping_name: str | None = field()
    wrapping_message: str = field()
    base_wrapping_cost: Decimal = readonly()
    wrapping_cost_ex_tax: Decimal = field(format="number")
    wrapping_cost_inc_tax: Decimal = field(format="number")
    wrapping_cost_tax: Decimal = readonly()
    event_name: str | None = readonly()
    event_date: date | None = readonly()
    ebay_item_id: str = readonly()
    ebay_transaction_id: str = readonly()
    external_id: str | None = readonly()
    option_set_id: int | None = readonly()
    parent_order_product_id: int | None = readonly()
    is_bundled_product: bool = readonly()
    bin_picking_number: str = readonly()
    brand: str = readonly()
    gift_certificate_id: int | None = readonly()
    applied_discounts: list[AppliedDiscount] = readonly()
    product_options: list[LineOption] = field()
    configurable_fields: list[ConfigurableField] = readonly()


class PickupConsignment(Struct):
    """Lines that the shopper collects."""

    id: int = field()
    pickup_method_id: int = field()
    pickup_method_display_name: str = field(max_length=250)
    collection_instructions: str = field()
    collection_time_description: str = field(max_length=250)
    location: PickupLocation = field()
    line_items: list[ConsignedLine] = field()


class ShippingConsignment(Struct):
    """Lines that go to one address."""

    id: int = readonly()
    first_name: str = readonly()
    last_name: str = readonly()
    company: str = readonly()
    street_1: str = readonly()
    street_2: str = readonly()
    city: str = readonly()
    zip: str = readonly()
    country: str = readonly()
    country_iso2: str = readonly()
    state: str = readonly()
    email: str = readonly()
    phone: str = readonly()
    form_fields: list[OrderFormField] = readonly()
    line_items: list[ConsignedLine] = readonly()
    items_total: int = readonly()
    items_shipped: int = readonly()
    shipping_method: str = readonly()
    base_cost: Decimal = readonly()
    cost_ex_tax: Decimal = readonly()
    cost_inc_tax: Decimal = readonly()
    cost_tax: Decimal = readonly()
    cost_tax_class_id: int = readonly()
    base_handling_cost: Decimal = readonly()
    handling_cost_ex_tax: Decimal = readonly()
    handling_cost_inc_tax: Decimal = readonly()
    handling_cost_tax: Decimal = readonly()
    handling_cost_tax_class_id: int = readonly()
    shipping_zone_id: int = readonly()
    shipping_zone_name: str = readonly()


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
