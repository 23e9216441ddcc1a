"""Coupon codes (`marketing.v2.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint, Filter, resend

CouponType = Literal[
    "per_item_discount",
    "per_total_discount",
    "shipping_discount",
    "free_shipping",
    "percentage_discount",
    "promotion",
]


class CouponTargets(Struct):
    """What a coupon applies to."""

    ids: list[int] = field(doc="Ids of the categories or products; a category 0 means all.")
    entity: Literal["categories", "products"] = field(open=True, doc="What the ids are of.")


class Coupon(Resource):
    """A code that lowers an order's price. `GET /v2/coupons`."""

    id: int = readonly()
    name: str = field(required=True, max_length=100, doc="Unique in the store.")
    type: CouponType = field(required=True, doc="What `amount` is taken off, and how.")
    amount: Decimal = field(
        required=True, doc="Per cent or an amount in the store's currency, by the type."
    )
    code: str = field(required=True, max_length=50, doc="What shoppers type; unique in the store.")
    applies_to: CouponTargets = field(
        required=True, doc="The products or categories that it is for."
    )
    min_purchase: Decimal = field(
        doc="The least that an order must come to, in the store's currency."
    )
    expires: datetime | None = field(doc="The last moment of its use; None means never.")
    enabled: bool = field(doc="Whether shoppers can use it.")
    max_uses: int = field(doc="How often it can be used by all; 0 means no limit.")
    max_uses_per_customer: int = field(doc="How often one customer can use it; 0 means no limit.")
    num_uses: int = readonly(doc="How often it was used.")
    restricted_to: dict[str, Any] = field(
        doc="Where an order has to go: countries, states or postal codes."
    )
    shipping_methods: list[str] = field(
        doc="Names of the methods by which an order has to be shipped."
    )
    date_created: datetime = readonly()

    endpoint = Endpoint(
        path="v2/coupons",
        verbs=("list", "create", "update", "delete"),
        delete_batch=50,
        empty_delete=True,
        keyset=True,
        count_path="v2/coupons/count",
        count_filters=False,
        filters={
            "id": "exact gte lte",
            "code": "exact",
            "name": "exact",
            "type": "exact",
            "exclude_type": Filter("exact", type=CouponType),
        },
        natural_key="code",
        put_rules=(
            resend(
                "applies_to",
                source="marketing.v2.yml, PUT /coupons/{id}",
                reason="a PUT without applies_to clears it",
            ),
            resend(
                "name",
                "type",
                "amount",
                "code",
                source="marketing.v2.yml, PUT /coupons/{id}",
                reason="the body's schema requires them",
            ),
        ),
    )
