"""What an order records beside its lines: coupons, taxes, messages, fees.

`orders.v2.oas2.yml`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, Struct, field, one, readonly
from bcorm.query.endpoint import Endpoint, Filter

if TYPE_CHECKING:
    from bcorm.resources.orders import Order  # noqa: F401 - the text in one["Order"]


class OrderCoupon(Resource):
    """A coupon as it was used. `GET /v2/orders/{order_id}/coupons`."""

    id: int = readonly()
    coupon_id: int = readonly(doc="The coupon that was used.")
    order_id: int = readonly()
    code: str | None = readonly(doc="What the shopper typed.")
    amount: Decimal = readonly(
        doc="What the coupon is worth: an amount in the store's default currency, or a percentage."
    )
    type: Literal[0, 1, 2, 3, 4, 5] = readonly(
        doc="The coupon's kind: 0 an amount off each item, 1 a percentage off each, 2 an amount off the order, 3 an amount off shipping, 4 free shipping, 5 a promotion."
    )
    discount: Decimal = readonly(doc="What it took off the order, in the order's currency.")

    order = one["Order"]("orders.Order", parent=True)

    endpoint = Endpoint(
        path="v2/orders/{order_id}/coupons",
        verbs=("list",),
    )


class OrderTax(Resource):
    """A tax on a line. `GET /v2/orders/{order_id}/taxes`."""

    id: int = readonly()
    order_id: int = readonly()
    order_address_id: int = readonly(doc="The shipping address whose tax it is.")
    order_pickup_method_id: int = readonly(doc="The pickup whose tax it is.")
    order_product_id: int | None = readonly(doc="The line whose tax it is.")
    tax_rate_id: int = readonly(doc="Deprecated: `sales_tax_id` tells more.")
    sales_tax_id: str | None = readonly(doc="The rate's id, perhaps in a tax provider's words.")
    tax_class_id: int | None = readonly(doc="The tax class of what is taxed.")
    name: str = readonly(doc="What the tax is called.")
    class_: str = readonly(wire="class", doc="The name of the tax class.")
    rate: Decimal = readonly(doc="The rate, in percent.")
    priority: int = readonly(doc="In which order taxes are added: each upon those before.")
    priority_amount: Decimal = readonly(
        doc="The tax of its priority in the whole order, in the order's currency."
    )
    line_amount: Decimal = readonly(doc="The tax of the line, in the order's currency.")
    line_item_type: Literal["item", "shipping", "handling", "gift-wrapping"] = readonly(
        doc="What is taxed."
    )

    order = one["Order"]("orders.Order", parent=True)

    endpoint = Endpoint(
        path="v2/orders/{order_id}/taxes",
        verbs=("list",),
        filters={"details": Filter("exact", type=Literal["true", "false"])},
    )


class OrderMessage(Resource):
    """A message between shopper and merchant. `GET /v2/orders/{order_id}/messages`."""

    id: int = readonly()
    order_id: int = readonly()
    staff_id: int | None = readonly(doc="Who of the store wrote it; None for the shopper.")
    customer_id: int = readonly()
    type: str = readonly(doc="Whether the shopper or the store wrote it.")
    subject: str = readonly()
    message: str = readonly()
    status: str = readonly(doc="Whether it was read.")
    is_flagged: bool = readonly(doc="Whether somebody has marked it.")
    date_created: datetime = readonly()
    customer: dict[str, Any] = readonly(doc="Where the customer is found.")

    order = one["Order"]("orders.Order", parent=True)

    endpoint = Endpoint(
        path="v2/orders/{order_id}/messages",
        verbs=("list",),
        keyset=True,
        filters={
            "id": "gte lte",
            "customer_id": "exact",
            "date_created": "gte lte",
            "is_flagged": "exact",
            "status": "exact",
        },
    )


class OrderFee(Struct):
    """An amount charged beside the lines; with an id, an existing one."""

    id: int | None = field()
    type: Literal["custom_fee"] = field()
    display_name_customer: str = field(doc="What the shopper sees it called.")
    display_name_merchant: str = field(doc="What the control panel calls it.")
    source: str = field(doc="What charged it: an app, or the control panel.")
    base_cost: Decimal = field(doc="The fee before tax, in the order's currency.")
    cost_ex_tax: Decimal = field(doc="The fee without tax, in the order's currency.")
    cost_inc_tax: Decimal = field(doc="The fee with tax, in the order's currency.")
    cost_tax: Decimal = field(doc="The tax of the fee, in the order's currency.")
    tax_class_id: int | None = field(doc="Its tax class; None is the default.")
