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
    order_pickup_method_id: int = readonly(doc="Where it is picked up, if it is.")
    order_address_id: int = readonly(doc="The shipping address that the line goes to.")
    name: str = field(max_length=250)
    name_customer: str = field(doc="What the shopper sees it called.")
    name_merchant: str = field(doc="What the control panel calls it.")
    sku: str = field(doc="The stock keeping unit that was bought.")
    upc: str = field(max_length=255, doc="The Universal Product Code that was bought.")
    type: LineType = readonly()
    quantity: int = field(doc="How many were ordered.")
    price_ex_tax: Decimal = field(
        format="number", doc="The price of one without tax, in the order's currency."
    )
    price_inc_tax: Decimal = field(
        format="number", doc="The price of one with tax, in the order's currency."
    )
    price_tax: Decimal = readonly(doc="The tax of one, in the order's currency.")
    base_price: Decimal = readonly(
        doc="The price of one before discounts, in the order's currency."
    )
    base_total: Decimal = readonly(
        doc="The price of the line before discounts, in the order's currency."
    )
    total_ex_tax: Decimal = readonly(
        doc="The price of the line without tax, in the order's currency."
    )
    total_inc_tax: Decimal = readonly(
        doc="The price of the line with tax, in the order's currency."
    )
    total_tax: Decimal = readonly(doc="The tax of the line, in the order's currency.")
    discounted_total_inc_tax: Decimal = readonly(
        doc="The price of the line with tax, after the discounts of the line, in the order's currency."
    )
    base_cost_price: Decimal = readonly(doc="What one costs the merchant.")
    cost_price_ex_tax: Decimal = readonly(doc="What one costs the merchant without tax.")
    cost_price_inc_tax: Decimal = readonly(doc="What one costs the merchant with tax.")
    cost_price_tax: Decimal = readonly(doc="The tax of what one costs the merchant.")
    weight: Decimal = readonly(doc="The weight of one, in the store's unit of weight.")
    width: Decimal = readonly(doc="The width of one, in the store's unit of length.")
    height: Decimal = readonly(doc="The height of one, in the store's unit of length.")
    depth: Decimal = readonly(doc="The depth of one, in the store's unit of length.")
    fixed_shipping_cost: Decimal = readonly(
        doc="What shipping one always costs, in the order's currency."
    )
    is_refunded: bool = readonly(doc="Whether the whole line was paid back.")
    quantity_refunded: int = readonly(doc="How many were paid back.")
    refund_amount: Decimal = readonly(doc="What was paid back, in the order's currency.")
    return_id: int = readonly()
    quantity_shipped: int = readonly(doc="How many were shipped.")
    wrapping_id: int = field(doc="The kind of gift wrapping; 0 means none.")
    wrapping_name: str | None = field()
    wrapping_message: str = field(doc="What is written on the gift's card.")
    base_wrapping_cost: Decimal = readonly(
        doc="Gift wrapping of one before tax, in the order's currency."
    )
    wrapping_cost_ex_tax: Decimal = field(
        format="number", doc="Gift wrapping of one without tax, in the order's currency."
    )
    wrapping_cost_inc_tax: Decimal = field(
        format="number", doc="Gift wrapping of one with tax, in the order's currency."
    )
    wrapping_cost_tax: Decimal = readonly(
        doc="The tax of gift wrapping of one, in the order's currency."
    )
    event_name: str | None = readonly(
        doc="What the date of an event is called, for products that ask for one."
    )
    event_date: date | None = readonly(doc="The date that the shopper chose.")
    ebay_item_id: str = readonly()
    ebay_transaction_id: str = readonly()
    external_id: str | None = readonly(doc="Its id in a system outside of the store.")
    option_set_id: int | None = readonly(doc="The V2 option set of the product, if it has one.")
    parent_order_product_id: int | None = readonly(doc="The line that this one came along with.")
    is_bundled_product: bool = readonly(
        doc="Whether it came along with another line, as a part of it."
    )
    bin_picking_number: str = readonly(doc="Where it lies in the warehouse.")
    brand: str = readonly(doc="The name of its brand.")
    gift_certificate_id: int | None = readonly(doc="The gift certificate that the line sold.")
    applied_discounts: list[AppliedDiscount] = readonly(doc="What lowered the price of the line.")
    product_options: list[LineOption] = field(
        doc="What the shopper chose of the product's options."
    )
    configurable_fields: list[ConfigurableField] = readonly(
        doc="What the shopper wrote or uploaded."
    )


class PickupConsignment(Struct):
    """Lines that the shopper collects."""

    id: int = field()
    pickup_method_id: int = field(doc="The way of picking up that was chosen.")
    pickup_method_display_name: str = field(max_length=250)
    collection_instructions: str = field(doc="How it is collected, in words.")
    collection_time_description: str = field(
        max_length=250, doc="When it can be collected, in words."
    )
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
    country_iso2: str = readonly(doc="The country's code of two letters (ISO 3166-1 alpha-2).")
    state: str = readonly()
    email: str = readonly()
    phone: str = readonly()
    form_fields: list[OrderFormField] = readonly(
        doc="The answers to the merchant's own questions of the form."
    )
    line_items: list[ConsignedLine] = readonly()
    items_total: int = readonly(doc="How many pieces go to the address.")
    items_shipped: int = readonly(doc="How many pieces have been shipped to the address.")
    shipping_method: str = readonly(doc="The name of the method that was chosen.")
    base_cost: Decimal = readonly(
        doc="Shipping to the address before tax, in the order's currency."
    )
    cost_ex_tax: Decimal = readonly(
        doc="Shipping to the address without tax, in the order's currency."
    )
    cost_inc_tax: Decimal = readonly(
        doc="Shipping to the address with tax, in the order's currency."
    )
    cost_tax: Decimal = readonly(doc="The tax of shipping to the address, in the order's currency.")
    cost_tax_class_id: int = readonly(doc="The tax class of shipping.")
    base_handling_cost: Decimal = readonly(doc="Handling before tax, in the order's currency.")
    handling_cost_ex_tax: Decimal = readonly(doc="Handling without tax, in the order's currency.")
    handling_cost_inc_tax: Decimal = readonly(doc="Handling with tax, in the order's currency.")
    handling_cost_tax: Decimal = readonly(doc="The tax of handling, in the order's currency.")
    handling_cost_tax_class_id: int = readonly(doc="The tax class of handling.")
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
