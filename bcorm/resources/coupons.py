"""Coupon codes (`marketing.v2.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, resend

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

    ids: list[int] = field()
    entity: Literal["categories", "products"] = field(open=True)


class Coupon(Resource):
    """A code that lowers an order's price. `GET /v2/coupons`."""

    id: int = readonly()
    name: str = field(required=True, max_length=100)
    type: CouponType = field(required=True)
    amount: Decimal = field(required=True)
    code: str = field(required=True, max_length=50)
    applies_to: CouponTargets = field(required=True)
    min_purchase: Decimal = field()
    expires: datetime | None = field()
    enabled: bool = field()
    max_uses: int = field()
    max_uses_per_customer: int = field()
    num_uses: int = readonly()
    restricted_to: dict[str, Any] = field()
    shipping_methods: list[str] = field()
    date_created: datetime = readonly()

    endpoint = Endpoint(
        path="v2/coupons",
        verbs=("list", "create", "update", "delete"),
        delete_batch=Batch(50, param="id:in"),
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
