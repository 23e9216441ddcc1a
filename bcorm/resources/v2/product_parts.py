"""What belongs to a V2 product: skus, images, videos, fields, reviews, rules, options.

V2 catalog documentation, a page each ("SKUs", "Product Images", "Product Rules", and so on).
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, Struct, field, one, readonly
from bcorm.query.endpoint import Endpoint, Filter
from bcorm.resources.actions import operation, send

if TYPE_CHECKING:
    from bcorm.model.unit_of_work import UnitOfWork
    from bcorm.resources.v2.products import Product  # noqa: F401 - the text in one["Product"]


def _count_all(name: str) -> classmethod[Any, ..., int]:
    """Make the method that counts the rows of all products, of which the API has no list."""

    @operation(f"GET /v2/products/{name}/count")
    def count_all(_cls: type[Any], *, session: UnitOfWork | None = None) -> int:
        """Count the rows of all products in one request."""
        return int(send(session, "GET", f"v2/products/{name}/count").data["count"])

    return classmethod(count_all)


class SkuOption(Struct):
    """One of the choices that make a sku."""

    product_option_id: int = field()
    option_value_id: int = field()


class ProductSku(Resource):
    """A buyable form of a product. `GET /v2/products/{product_id}/skus`."""

    count_all = _count_all("skus")

    id: int = readonly()
    product_id: int = readonly()
    sku: str = field(required=True, doc="The stock keeping unit; unique in the store.")
    price: Decimal | None = field(
        doc="The price in place of the product's, in the store's currency."
    )
    adjusted_price: Decimal = readonly(doc="The price after the rules, in the store's currency.")
    cost_price: Decimal = field(doc="What one costs the merchant, in the store's currency.")
    upc: str = field(doc="The Universal Product Code.")
    inventory_level: int = field(doc="Units in stock, if stock is tracked by sku.")
    inventory_warning_level: int = field(doc="At this level the merchant is warned.")
    bin_picking_number: str = field(doc="Where it lies in the warehouse.")
    weight: Decimal | None = field(
        doc="The weight in place of the product's, in the store's unit of weight."
    )
    adjusted_weight: Decimal = readonly(
        doc="The weight after the rules, in the store's unit of weight."
    )
    is_purchasing_disabled: bool = field()
    purchasing_disabled_message: str = field(doc="What shoppers are told when it cannot be bought.")
    image_file: str = field(doc="The path of its own picture.")
    options: list[SkuOption] = field(doc="The choices that make it.")

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v2/products/{product_id}/skus",
        keyset=True,
        empty_delete=True,
        filters={
            "id": "gte lte",
            "sku": "exact",
            "upc": "exact",
            "inventory_level": "exact gte lte",
            "inventory_warning_level": "exact",
            "bin_picking_number": "exact",
            "is_low_inventory": Filter("exact", type=bool),
            "product_hash": Filter("exact", type=int),
        },
        natural_key="sku",
    )


class ProductImage(Resource):
    """A picture of a product. `GET /v2/products/{product_id}/images`."""

    count_all = _count_all("images")

    id: int = readonly()
    product_id: int = readonly()
    image_file: str = field(
        required=True,
        doc="Where the store fetches a new picture from; then the path where it keeps it.",
    )
    is_thumbnail: bool = field(doc="Whether it stands for the product in lists.")
    sort_order: int = field(doc="Place among the product's pictures: lower comes first.")
    description: str | None = field(doc="The text for those who do not see the picture.")
    zoom_url: str = readonly(doc="The address of the largest size.")
    standard_url: str = readonly(doc="The address of the size of the product's page.")
    thumbnail_url: str = readonly(doc="The address of the size of lists and side panels.")
    tiny_url: str = readonly(doc="The address of the size below the main picture.")
    date_created: datetime = readonly()

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v2/products/{product_id}/images",
        empty_delete=True,
    )


class ProductVideo(Resource):
    """A film about a product. `GET /v2/products/{product_id}/videos`.

    The id is YouTube's; a new one is created from the address given as `url`.
    """

    count_all = _count_all("videos")

    id: str = readonly(doc="Its id at YouTube.")
    product_id: int = readonly()
    url: str | None = field(
        create_only=True, write_only=True, doc="The address of a new one at YouTube."
    )
    sort_order: int = field(doc="Place among the product's videos: lower comes first.")
    name: str = field()

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v2/products/{product_id}/videos",
        empty_delete=True,
    )


class ProductCustomField(Resource):
    """A named text on the product's page. `GET /v2/products/{product_id}/custom_fields`."""

    count_all = _count_all("custom_fields")

    id: int = readonly()
    product_id: int = readonly()
    name: str = field(required=True)
    text: str = field(required=True, doc="What it says; shoppers see it beside the name.")

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v2/products/{product_id}/custom_fields",
        empty_delete=True,
        natural_key="name text",
    )


class ProductReview(Resource):
    """What a shopper thinks of a product. `GET /v2/products/{product_id}/reviews`."""

    id: int = readonly()
    product_id: int = readonly()
    author: str = field(doc="The shopper's name, as it is shown.")
    rating: int = field(doc="From 1 to 5 stars.")
    title: str = field()
    review: str = field(doc="What the shopper wrote.")
    status: int = field(doc="Whether it is shown: 1 means yes, 0 means no.")
    date_created: datetime = field()

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v2/products/{product_id}/reviews",
        empty_delete=True,
    )


class RuleAdjuster(Struct):
    """By how much a rule changes a price or a weight."""

    adjuster: Literal["relative", "percentage", "absolute"] | None = field(
        doc="Whether the value is added, is a percentage, or is the new one."
    )
    adjuster_value: Decimal | None = field(
        format="number", doc="An amount in the store's currency or unit of weight, or a percentage."
    )


class RuleCondition(Struct):
    """What must be chosen for a rule to apply: an option's value, or a sku."""

    product_option_id: int | None = field()
    option_value_id: int | None = field()
    sku_id: int | None = field(doc="The sku that is meant, in place of an option's value.")


class ProductRule(Resource):
    """What choosing an option does. `GET /v2/products/{product_id}/rules`."""

    count_all = _count_all("rules")

    id: int = readonly()
    product_id: int = readonly()
    sort_order: int = field(doc="Which rule comes first: the lower.")
    is_enabled: bool = field(doc="Whether it is applied.")
    is_stop: bool = field(doc="Whether no rule after it is applied.")
    price_adjuster: RuleAdjuster | None = field(doc="What it does to the price.")
    weight_adjuster: RuleAdjuster | None = field(doc="What it does to the weight.")
    is_purchasing_disabled: bool = field(doc="Whether what meets the conditions cannot be bought.")
    purchasing_disabled_message: str = field(doc="What the shopper is told of that.")
    is_purchasing_hidden: bool = field(doc="Whether the button to buy it is hidden as well.")
    image_file: str = field(
        doc="The path of the picture that is shown while the conditions are met."
    )
    conditions: list[RuleCondition] = field(doc="All have to be met.")

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v2/products/{product_id}/rules",
        empty_delete=True,
    )


class DiscountRule(Resource):
    """A lower price for larger quantities. `GET /v2/products/{product_id}/discount_rules`."""

    count_all = _count_all("discount_rules")

    id: int = readonly()
    product_id: int = readonly()
    min: int = field(required=True, doc="From so many in the cart on.")
    max: int = field(required=True, doc="Up to so many; 0 means no limit.")
    type: Literal["price", "percent", "fixed"] = field(
        required=True,
        doc="What `type_value` is: `price` comes off each, `percent` is a share, `fixed` is the new price.",
    )
    type_value: Decimal = field(
        required=True,
        format="number",
        doc="An amount in the store's currency, or a percentage: `type` says which.",
    )

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v2/products/{product_id}/discount_rules",
        empty_delete=True,
        natural_key="min max type",
    )


class ProductOption(Resource):
    """An option of the product's set. `GET /v2/products/{product_id}/options`."""

    id: int = readonly()
    option_id: int = readonly(doc="The store-wide option that it is.")
    display_name: str = readonly(doc="What the shopper sees it called.")
    sort_order: int = readonly()
    is_required: bool = readonly(doc="Whether it must be chosen before the product can be bought.")

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v2/products/{product_id}/options",
        verbs=("list", "get"),
    )


class ConfigurableField(Resource):
    """A question asked of who buys the product. `GET .../{product_id}/configurable_fields`.

    The endpoint is documented nowhere any more; what rows hold beside these is kept as it comes.
    """

    count_all = _count_all("configurable_fields")

    id: int = readonly()
    product_id: int = readonly()
    name: str = field(doc="The question.")
    type: str = field(doc="How it is answered, such as a text or a file.")
    sort_order: int = field()
    is_required: bool = field(doc="Whether it must be answered before the product can be bought.")
    allowed_file_types: Any = field(doc="Of a file: the endings that are taken.")
    max_size: int | None = field(doc="Of a file: how large it may be.")
    select_options: Any = field(doc="Of a list: the choices.")

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v2/products/{product_id}/configurable_fields",
        empty_delete=True,
    )
