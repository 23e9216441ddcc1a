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
    coupon_id: int = readonly()
    order_id: int = readonly()
    code: str | None = readonly()
    amount: Decimal = readonly()
    type: Literal[0, 1, 2, 3, 4, 5] = readonly()
    discount: Decimal = readonly()

    order = one["Order"]("orders.Order", parent=True)

    endpoint = Endpoint(
        path="v2/orders/{order_id}/coupons",
        verbs=("list",),
    )


class OrderTax(Resource):
    """A tax on a line. `GET /v2/orders/{order_id}/taxes`."""

    id: int = readonly()
    order_id: int = readonly()
    order_address_id: int = readonly()
    order_pickup_method_id: int = readonly()
    order_product_id: int | None = readonly()
    tax_rate_id: int = readonly()
    sales_tax_id: str | None = readonly()
    tax_class_id: int | None = readonly()
    name: str = readonly()
    class_: str = readonly(wire="class")
    rate: Decimal = readonly()
    priority: int = readonly()
    priority_amount: Decimal = readonly()
    line_amount: Decimal = readonly()
    line_item_type: Literal["item", "shipping", "handling", "gift-wrapping"] = readonly()

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
    staff_id: int | None = readonly()
    customer_id: int = readonly()
    type: str = readonly()
    subject: str = readonly()
    message: str = readonly()
    status: str = readonly()
    is_flagged: bool = readonly()
    date_created: datetime = readonly()
    customer: dict[str, Any] = readonly()

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
    display_name_customer: str = field()
    display_name_merchant: str = field()
    source: str = field()
    base_cost: Decimal = field()
    cost_ex_tax: Decimal = field()
    cost_inc_tax: Decimal = field()
    cost_tax: Decimal = field()
    tax_class_id: int | None = field()
