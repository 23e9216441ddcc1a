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

    brands: list[int] = field()
    categories: list[int] = field()
    products: list[int] = field()
    variants: list[int] = field()
    product_option: ProductOptionMatcher = field()
    product_custom_field: ProductCustomFieldMatcher = field()
    not_: ItemMatcher = field(wire="not")
    and_: list[ItemMatcher] = field(wire="and")
    or_: list[ItemMatcher] = field(wire="or")


class CartCondition(Struct):
    """What must be in the cart."""

    items: ItemMatcher = field()
    minimum_spend: Decimal | None = field(format="string")
    minimum_quantity: int | None = field()


class Condition(Struct):
    """When a rule applies: `cart`, or all of `and_`."""

    cart: CartCondition = field()
    and_: list[Condition] = field(wire="and")


class Discount(Struct):
    """An amount, or a percentage."""

    fixed_amount: Decimal | None = field(format="string")
    percentage_amount: Decimal | None = field(format="string")


class CartValueAction(Struct):
    """A discount on the whole cart."""

    discount: Discount = field(required=True)
    maximum_allowed_discount_amount: Decimal | None = field(format="string")


class CartItemsAction(Struct):
    """A discount on items."""

    discount: Discount = field(required=True)
    maximum_allowed_discount_amount: Decimal | None = field(format="string")
    as_total: bool = field()
    items: ItemMatcher = field()
    include_items_considered_by_condition: bool = field()
    exclude_items_on_sale: bool = field()
    strategy: Strategy = field()
    quantity: int = field()
    add_free_item: bool = field()


class GiftItemAction(Struct):
    """An item for free."""

    quantity: int = field(required=True)
    product_id: int | None = field()
    variant_id: int | None = field()


class FixedPriceSetAction(Struct):
    """A price for a set of items."""

    quantity: int = field(required=True)
    fixed_price: Decimal = field(required=True, format="string")
    items: ItemMatcher = field()
    strategy: Strategy = field()
    exclude_items_on_sale: bool = field()
    include_items_considered_by_condition: bool = field()


class ShippingAction(Struct):
    """Free shipping to some zones; `"*"` means all."""

    free_shipping: bool = field()
    zone_ids: str | list[int] = field(required=True)


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
    apply_once: bool = field()
    stop: bool = field()
    condition: Condition = field()


class SegmentLimitation(Struct):
    """Customers of which segments. The API takes limitations three deep."""

    id: list[str] = field()
    not_: SegmentLimitation = field(wire="not")
    and_: list[SegmentLimitation] = field(wire="and")
    or_: list[SegmentLimitation] = field(wire="or")


class PromotionCustomer(Struct):
    """Whom a promotion is for."""

    group_ids: list[int] = field()
    excluded_group_ids: list[int] = field()
    minimum_order_count: int = field()
    segments: SegmentLimitation | None = field()


class Country(Struct):
    """A country, by its two letters."""

    iso2_country_code: str = field(required=True)


class AddressMatcher(Struct):
    """Shipping addresses in some countries, or in none of them."""

    countries: list[Country] = field()
    not_: AddressMatcher = field(wire="not")


class Notification(Struct):
    """What shoppers are told."""

    content: str = field(required=True)
    type: Literal["UPSELL", "ELIGIBLE", "APPLIED"] = field(required=True)
    locations: list[str] = field(required=True)


class Schedule(Struct):
    """On which days of the week, and at which hours (`HH:MM:SS`)."""

    week_frequency: int = field(required=True, minimum=1)
    week_days: list[
        Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    ] = field(required=True)
    daily_start_time: str = field(required=True, max_length=8)
    daily_end_time: str = field(required=True, max_length=8)


class PromotionChannel(Struct):
    """A channel, by its id."""

    id: int = field(required=True)


class MultipleCodes(Struct):
    """Whether a promotion has many codes."""

    has_multiple_codes: bool = field()
