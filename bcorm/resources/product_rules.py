"""What changes a product's price: bulk pricing and complex rules.

`catalog/products_catalog.v3.yml`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from bcorm.model import Resource, Struct, field, one, readonly
from bcorm.query.endpoint import Endpoint, resend

if TYPE_CHECKING:
    from bcorm.resources.products import Product  # noqa: F401 - the text in one["Product"]

Adjusting = Literal["relative", "percentage"]


class BulkPricingRule(Resource):
    """A lower price for larger quantities. `GET .../products/{product_id}/bulk-pricing-rules`."""

    id: int = readonly()
    quantity_min: int = field(required=True, minimum=0)
    quantity_max: int = field(required=True, minimum=0)
    type: Literal["price", "percent", "fixed"] = field(required=True)
    amount: Decimal = field(required=True)

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/bulk-pricing-rules",
        paging="none",
        selects=True,
        natural_key="quantity_min quantity_max type",
        put_rules=(
            resend(
                "id",
                "quantity_min",
                "quantity_max",
                "type",
                "amount",
                source="products_catalog.v3.yml, PUT .../bulk-pricing-rules/{bulk_pricing_rule_id}",
                reason="the body's schema requires the whole rule",
            ),
        ),
    )


class Adjuster(Struct):
    """By how much a rule changes a price or a weight."""

    adjuster: Adjusting | None = field()
    adjuster_value: Decimal | None = field()


class RuleCondition(Struct):
    """What must be chosen for a complex rule to apply."""

    id: int | None = readonly()
    rule_id: int | None = readonly()
    modifier_id: int | None = field()
    modifier_value_id: int | None = field()
    variant_id: int | None = field()
    combination_id: int = readonly()


class ComplexRule(Resource):
    """What choosing a modifier does. `GET /v3/catalog/products/{product_id}/complex-rules`."""

    id: int = readonly()
    product_id: int | None = readonly()
    sort_order: int = field(minimum=-2_147_483_648, maximum=2_147_483_647)
    enabled: bool = field()
    stop: bool = field()
    purchasing_disabled: bool = field()
    purchasing_disabled_message: str = field(max_length=255)
    purchasing_hidden: bool = field()
    image_url: str = field()
    price_adjuster: Adjuster | None = field()
    weight_adjuster: Adjuster | None = field()
    conditions: list[RuleCondition] = field()

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/complex-rules",
        selects=True,
    )
