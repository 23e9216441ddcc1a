"""The lines of an order (`orders.v2.oas2.yml`)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from bcorm.model import Manager, Resource, field, one, readonly
from bcorm.resources import _lookups as lookups
from bcorm.resources.order_parts import (
    AppliedDiscount,
    ConfigurableField,
    LineOption,
    LineType,
)

if TYPE_CHECKING:
    from bcorm.resources.orders import Order  # noqa: F401 - the text in one["Order"]


class OrderProduct(
    Resource,
    path="v2/orders/{order_id}/products",
    verbs="list get",
    version_field=None,
):
    """A line of an order. `GET /v2/orders/{order_id}/products`.

    Lines have no writing endpoint: they are created with their order.
    """

    objects = Manager(lookups.order_product)

    id: int = readonly()
    order_id: int = readonly()
    product_id: int = field(create_only=True)
    variant_id: int = field(create_only=True)
    order_pickup_method_id: int = readonly()
    order_address_id: int = readonly()
    name: str = field(create_only=True, max_length=250)
    name_customer: str = field(create_only=True)
    name_merchant: str = field(create_only=True)
    sku: str = field(create_only=True)
    upc: str = field(create_only=True, max_length=255)
    type: LineType = readonly()
    quantity: int = field(create_only=True)
    price_ex_tax: Decimal = field(create_only=True)
    price_inc_tax: Decimal = field(create_only=True)
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
    wrapping_id: int = field(create_only=True)
    wrapping_name: str | None = field(create_only=True)
    wrapping_message: str = field(create_only=True)
    base_wrapping_cost: Decimal = readonly()
    wrapping_cost_ex_tax: Decimal = field(create_only=True)
    wrapping_cost_inc_tax: Decimal = field(create_only=True)
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
    product_options: list[LineOption] = field(create_only=True)
    configurable_fields: list[ConfigurableField] = readonly()

    order = one["Order"]("orders.Order", parent=True)
