"""What a checkout holds, and what its actions take (`checkouts.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from bcorm.model import Struct, field, readonly
from bcorm.resources.cart_items import CustomItem, GiftCertificate, SoldItem


class CustomFieldValue(Struct):
    """The answer to a question that the merchant added to the address form."""

    field_id: str = field(required=True)
    field_value: str | list[str] = field(doc="The answer; a list, where several can be chosen.")


class CheckoutAddress(Struct):
    """Where a bill or a parcel goes."""

    id: str = readonly()
    first_name: str = field()
    last_name: str = field()
    email: str = field(required=True)
    company: str = field()
    address1: str = field()
    address2: str = field()
    city: str = field()
    state_or_province: str = field()
    state_or_province_code: str = field(doc="The state's code, such as `TX`.")
    country_code: str = field(
        required=True, doc="The country's code of two letters (ISO 3166-1 alpha-2)."
    )
    postal_code: str = field()
    phone: str = field()
    custom_fields: list[CustomFieldValue] = field(
        doc="The answers to the merchant's own questions of the form."
    )


class CheckoutCoupon(Struct):
    """A coupon that a checkout has."""

    code: str = readonly(doc="What the shopper typed.")
    id: int = readonly()
    coupon_type: str = readonly(doc="What it takes off, such as `percentage_discount`.")
    display_name: str = readonly()
    discounted_amount: Decimal = readonly(doc="What it took off, in the cart's currency.")


class CheckoutDiscount(Struct):
    """What was taken off a cart as a whole."""

    id: str = readonly()
    discounted_amount: Decimal = readonly(doc="What it took off, in the cart's currency.")


class CheckoutWrapping(Struct):
    """How an item is wrapped."""

    name: str = readonly()
    message: str = readonly(doc="What is written on the card.")
    amount: Decimal = readonly(doc="What it costs, in the cart's currency.")
    amount_as_integer: Decimal = readonly(
        doc="What it costs, in the smallest unit of the cart's currency."
    )


class CheckoutItem(SoldItem):
    """A product that is checked out."""

    parent_id: str | int | None = readonly(doc="The line that it came along with, as a part of it.")
    is_taxable: bool = readonly(doc="Whether tax is paid for it.")
    comparison_price: Decimal = readonly(
        doc="The price of one that is shown struck through, in the cart's currency."
    )
    extended_comparison_price: Decimal = readonly(
        doc="The struck price times the quantity, in the cart's currency."
    )
    gift_wrapping: CheckoutWrapping | None = readonly()


class CheckoutLineItems(Struct):
    """Everything that is checked out, by kind."""

    physical_items: list[CheckoutItem] = readonly(doc="What is shipped or picked up.")
    digital_items: list[CheckoutItem] = readonly(doc="What is downloaded.")
    gift_certificates: list[GiftCertificate] = readonly()
    custom_items: list[CustomItem] = readonly(doc="What is not in the catalog.")


class CheckoutCurrency(Struct):
    """The currency that is paid in."""

    code: str = readonly(doc="The currency's three letters (ISO 4217).")


class CheckoutCart(Struct):
    """The cart inside a checkout; the `Cart` of the same id shows more of it."""

    id: str = readonly()
    customer_id: int = readonly(doc="Whose it is; 0 means a guest.")
    channel_id: int = readonly()
    email: str = readonly(doc="The billing address's e-mail.")
    currency: CheckoutCurrency = readonly(doc="The currency of all amounts.")
    tax_included: bool = readonly(doc="Whether the shopper sees prices with tax.")
    base_amount: Decimal = readonly(
        doc="The lines before discounts, coupons and tax, in the cart's currency."
    )
    discount_amount: Decimal = readonly(
        doc="What was taken off the whole cart, in the cart's currency."
    )
    cart_amount_inc_tax: Decimal = readonly(
        doc="The lines after discounts and coupons with tax, in the cart's currency."
    )
    cart_amount_ex_tax: Decimal = readonly(
        doc="The lines after discounts and coupons without tax, in the cart's currency."
    )
    coupons: list[CheckoutCoupon] = readonly(doc="The coupons that were applied.")
    discounts: list[CheckoutDiscount] = readonly(doc="What was taken off by promotions.")
    line_items: CheckoutLineItems = readonly(doc="What is in it.")
    created_time: datetime = readonly()
    updated_time: datetime = readonly()


class ShippingOption(Struct):
    """A way to send a consignment."""

    id: str = readonly()
    type: str = readonly(doc="How it was found, such as a flat rate or a carrier.")
    description: str = readonly()
    image_url: str = readonly()
    cost: Decimal = readonly(doc="In the cart's currency.")
    transit_time: str = readonly(doc="When it arrives, as the carrier guesses.")
    additional_description: str = readonly(doc="What a shipping provider adds.")


class CouponDiscount(Struct):
    """What a coupon takes off a consignment."""

    code: str = readonly(doc="What the shopper typed.")
    amount: Decimal = readonly(doc="What it took off, in the cart's currency.")


class ConsignmentDiscount(Struct):
    """A rule that takes something off a consignment."""

    id: int = readonly(doc="The rule that took it off.")


class PickupChoice(Struct):
    """That a consignment is collected, and how."""

    pickup_method_id: int = field()


class Consignment(Struct):
    """Which lines go where.

    What is on offer is shown with `include("consignments.available_shipping_options")`.
    """

    id: str = readonly()
    address: CheckoutAddress = readonly(doc="Where it goes.")
    shipping_address: dict[str, Any] = readonly(
        wire="shippingAddress", doc="Where it goes; deprecated, `address` says it."
    )
    available_shipping_options: list[ShippingOption] | None = readonly(doc="How it can be shipped.")
    selected_shipping_option: ShippingOption | None = readonly(doc="How it will be shipped.")
    selected_pickup_option: PickupChoice | None = readonly(doc="Where it will be picked up.")
    coupon_discounts: list[CouponDiscount] = readonly(doc="What coupons took off.")
    discounts: list[ConsignmentDiscount] = readonly(doc="What promotions took off.")
    shipping_cost_inc_tax: Decimal = readonly(doc="Shipping with tax, in the cart's currency.")
    shipping_cost_ex_tax: Decimal = readonly(doc="Shipping without tax, in the cart's currency.")
    handling_cost_inc_tax: Decimal = readonly(doc="Handling with tax, in the cart's currency.")
    handling_cost_ex_tax: Decimal = readonly(doc="Handling without tax, in the cart's currency.")
    line_item_ids: list[str] = readonly(doc="Ids of the lines that are in it.")


class ConsignmentItem(Struct):
    """How much of a line a consignment gets."""

    item_id: str = field(required=True, doc="The line's id in the checkout.")
    quantity: int = field(required=True)


class NewConsignment(Struct):
    """A consignment to add: to an address, or to be collected."""

    address: CheckoutAddress = field()
    line_items: list[ConsignmentItem] = field(required=True)
    pickup_option: PickupChoice = field(
        doc="Where it will be picked up; such a consignment has no shipping method."
    )


class CheckoutTax(Struct):
    """A tax, and what it comes to."""

    name: str = readonly()
    amount: Decimal = readonly(doc="In the cart's currency.")


class CheckoutFee(Struct):
    """What is charged beside the goods.

    `cost` is what is written, the costs with and without tax are what is shown.
    """

    id: str = readonly()
    type: Literal["custom_fee"] = field(required=True)
    name: str = field(required=True, max_length=50, doc="What the merchant calls it.")
    display_name: str = field(required=True, max_length=200, doc="What the shopper sees it called.")
    cost: Decimal | None = field(
        required=True, doc="In the cart's currency, with or without tax as the store is set up."
    )
    source: str = field(required=True, max_length=50, doc="What added it, in an app's own words.")
    tax_class_id: int | None = field()
    cost_inc_tax: Decimal = readonly(doc="The fee with tax, in the cart's currency.")
    cost_ex_tax: Decimal = readonly(doc="The fee without tax, in the cart's currency.")


class CheckoutBanner(Struct):
    """A promotion's banner."""

    id: str = readonly(doc="The promotion's id.")
    type: str = readonly()
    page: list[str] = readonly(doc="The pages that show it.")
    text: str = readonly(doc="What it says, in HTML.")


class CheckoutPromotion(Struct):
    """Banners of a promotion."""

    banners: list[CheckoutBanner] = readonly()
