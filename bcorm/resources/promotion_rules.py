"""What a promotion does, and when: the values inside a `Promotion` (`promotions.v3.yml`).

A matcher, a condition or an action says exactly one thing: set one of its fields.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from bcorm.model import Struct, field

Strategy = Literal[
    "LEAST_EXPENSIVE", "LEAST_EXPENSIVE_ONLY", "MOST_EXPENSIVE", "MOST_EXPENSIVE_ONLY"
]


class ProductOptionMatcher(Struct):
    """Products with some values of an option."""

    type: str = field(required=True)
    name: str = field(required=True)
    values: list[str] = field(required=True)


class ProductCustomFieldMatcher(Struct):
    """Products with some values of a custom field."""

    name: str = field(required=True)
    values: list[str] = field(required=True)


class ItemMatcher(Struct):
    """Which items are meant. The API takes matchers three deep."""

    brands: list[int] = field(doc="Ids of brands; any of them matches.")
    categories: list[int] = field(doc="Ids of categories; any of them matches.")
    products: list[int] = field(doc="Ids of products; any of them matches.")
    variants: list[int] = field(doc="Ids of variants; any of them matches.")
    product_option: ProductOptionMatcher = field(doc="Those with some values of an option.")
    product_custom_field: ProductCustomFieldMatcher = field(
        doc="Those with some values of a custom field."
    )
    not_: ItemMatcher = field(wire="not", doc="What must not match.")
    and_: list[ItemMatcher] = field(wire="and", doc="What must match, all of it.")
    or_: list[ItemMatcher] = field(wire="or", doc="What must match, any of it.")


class CartCondition(Struct):
    """What must be in the cart."""

    items: ItemMatcher = field(doc="Which lines count; all if it is left out.")
    minimum_spend: Decimal | None = field(
        format="string", doc="What these lines have to cost at least, in the promotion's currency."
    )
    minimum_quantity: int | None = field(
        doc="How many of the items there have to be; needed with `items`, ignored without."
    )


class Condition(Struct):
    """When a rule applies: `cart`, or all of `and_`."""

    cart: CartCondition = field()
    and_: list[Condition] = field(wire="and", doc="All of them have to be met.")


class Discount(Struct):
    """An amount, or a percentage."""

    fixed_amount: Decimal | None = field(
        format="string", doc="What comes off, in the promotion's currency."
    )
    percentage_amount: Decimal | None = field(format="string", doc="What comes off, in percent.")


class CartValueAction(Struct):
    """A discount on the whole cart."""

    discount: Discount = field(required=True, doc="What comes off the cart's total.")
    maximum_allowed_discount_amount: Decimal | None = field(
        format="string", doc="The most that comes off, in the promotion's currency."
    )


class CartItemsAction(Struct):
    """A discount on items."""

    discount: Discount = field(required=True, doc="What comes off the lines.")
    maximum_allowed_discount_amount: Decimal | None = field(
        format="string", doc="The most that comes off, in the promotion's currency."
    )
    as_total: bool = field(
        doc="Whether the discount is shared among the lines; else each gets all of it."
    )
    items: ItemMatcher = field(doc="Which lines are discounted; all if it is left out.")
    include_items_considered_by_condition: bool = field(
        doc="Whether the lines that met the condition are discounted, too."
    )
    exclude_items_on_sale: bool = field(doc="Whether lines with a sale price are left out.")
    strategy: Strategy = field(
        doc="Which lines come first, or alone, if not all can be discounted."
    )
    quantity: int = field(doc="How many pieces are discounted.")
    add_free_item: bool = field(
        doc="Whether the store tries to put the free item into the cart by itself."
    )


class GiftItemAction(Struct):
    """An item for free."""

    quantity: int = field(required=True, doc="How many pieces are given.")
    product_id: int | None = field(doc="The product that is given; or else `variant_id`.")
    variant_id: int | None = field(doc="The variant that is given; or else `product_id`.")


class FixedPriceSetAction(Struct):
    """A price for a set of items."""

    quantity: int = field(required=True, doc="How many pieces are a set.")
    fixed_price: Decimal = field(
        required=True, format="string", doc="What a set costs, in the promotion's currency."
    )
    items: ItemMatcher = field(doc="Of which lines sets are made.")
    strategy: Strategy = field(
        doc="Which lines come first, or alone, if there are more than sets need."
    )
    exclude_items_on_sale: bool = field(doc="Whether lines with a sale price are left out.")
    include_items_considered_by_condition: bool = field(
        doc="Whether the lines that met the condition may be in a set, too."
    )


class ShippingAction(Struct):
    """Free shipping to some zones; `"*"` means all."""

    free_shipping: bool = field(doc="Whether a free way of shipping is offered.")
    zone_ids: str | list[int] = field(
        required=True, doc="Ids of the shipping zones in which it is; `*` means all."
    )


class Action(Struct):
    """What a rule gives."""

    cart_value: CartValueAction = field()
    cart_items: CartItemsAction = field()
    gift_item: GiftItemAction = field()
    fixed_price_set: FixedPriceSetAction = field()
    shipping: ShippingAction = field()


class Rule(Struct):
    """An action and its condition."""

    action: Action = field(required=True)
    apply_once: bool = field(
        doc="Whether it applies once for a cart; else as often as the condition is met."
    )
    stop: bool = field(doc="Whether no rule after it is tried once it has applied.")
    condition: Condition = field()


class SegmentLimitation(Struct):
    """Customers of which segments. The API takes limitations three deep."""

    id: list[str] = field(doc="Ids of segments.")
    not_: SegmentLimitation = field(wire="not", doc="Who is not meant.")
    and_: list[SegmentLimitation] = field(wire="and", doc="Who meets all of them.")
    or_: list[SegmentLimitation] = field(wire="or", doc="Who meets one of them.")


class PromotionCustomer(Struct):
    """Whom a promotion is for."""

    group_ids: list[int] = field(
        doc="Ids of the groups whose customers it is for; none means everybody."
    )
    excluded_group_ids: list[int] = field(doc="Ids of the groups whose customers it is not for.")
    minimum_order_count: int = field(doc="How many orders a customer must have completed.")
    segments: SegmentLimitation | None = field(doc="The segments whose customers it is for.")


class Country(Struct):
    """A country, by its two letters."""

    iso2_country_code: str = field(
        required=True, doc="The country's code of two letters (ISO 3166-1 alpha-2)."
    )


class AddressMatcher(Struct):
    """Shipping addresses in some countries, or in none of them."""

    countries: list[Country] = field()
    not_: AddressMatcher = field(wire="not", doc="Which addresses are not meant.")


class Notification(Struct):
    """What shoppers are told."""

    content: str = field(
        required=True, doc="The text; `%ACTION.FREE_PRODUCT%` and the like are filled in."
    )
    type: Literal["UPSELL", "ELIGIBLE", "APPLIED"] = field(
        required=True,
        doc="When it is shown: before the condition is met, once it is, or after it applied.",
    )
    locations: list[str] = field(required=True, doc="The pages that show it, such as `CART_PAGE`.")


class Schedule(Struct):
    """On which days of the week, and at which hours (`HH:MM:SS`)."""

    week_frequency: int = field(required=True, minimum=1, doc="Every how many weeks it applies.")
    week_days: list[
        Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    ] = field(required=True, doc="The days of these weeks.")
    daily_start_time: str = field(
        required=True,
        max_length=8,
        doc="From when on each day, as `hh:mm:ss`.",
    )
    daily_end_time: str = field(
        required=True,
        max_length=8,
        doc="Until when on each day, as `hh:mm:ss`.",
    )


class PromotionChannel(Struct):
    """A channel, by its id."""

    id: int = field(required=True)


class MultipleCodes(Struct):
    """Whether a promotion has many codes."""

    has_multiple_codes: bool = field(doc="Whether it has more codes than one.")
