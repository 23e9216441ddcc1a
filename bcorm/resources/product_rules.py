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
    quantity_min: int = field(
        required=True,
        minimum=0,
        doc="From so many in the cart on; at least 2 where the type is `fixed`.",
    )
    quantity_max: int = field(required=True, minimum=0, doc="Up to so many; 0 means no limit.")
    type: Literal["price", "percent", "fixed"] = field(
        required=True,
        doc="What the amount is: `price` comes off each, `percent` is a share, `fixed` is the new price.",
    )
    amount: Decimal = field(
        required=True, doc="An amount in the store's currency, or a percentage: `type` says which."
    )

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

    adjuster: Adjusting | None = field(
        doc="Whether the value is added as it is, or as a percentage."
    )
    adjuster_value: Decimal | None = field(
        doc="An amount in the store's currency or unit of weight, or a percentage; may be negative."
    )


class RuleCondition(Struct):
    """What must be chosen for a complex rule to apply."""

    id: int | None = readonly()
    rule_id: int | None = readonly()
    modifier_id: int | None = field()
    modifier_value_id: int | None = field()
    variant_id: int | None = field()
    combination_id: int = readonly(doc="The id of the SKU in V2.")


class ComplexRule(Resource):
    """What choosing a modifier does. `GET /v3/catalog/products/{product_id}/complex-rules`."""

    id: int = readonly()
    product_id: int | None = readonly()
    sort_order: int = field(minimum=-2_147_483_648, maximum=2_147_483_647)
    enabled: bool = field(doc="Whether it is applied.")
    stop: bool = field(doc="Whether no rule after it is applied.")
    purchasing_disabled: bool = field(doc="Whether what meets the conditions cannot be bought.")
    purchasing_disabled_message: str = field(
        max_length=255, doc="What the shopper is told of that."
    )
    purchasing_hidden: bool = field(doc="Whether the button to buy it is hidden as well.")
    image_url: str = field(
        doc="The picture that is shown while the conditions are met; at most 8 MB."
    )
    price_adjuster: Adjuster | None = field(doc="What it does to the price.")
    weight_adjuster: Adjuster | None = field(doc="What it does to the weight.")
    conditions: list[RuleCondition] = field(doc="All have to be met.")

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/complex-rules",
        selects=True,
    )
