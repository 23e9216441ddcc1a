"""What a checkout holds, and what its actions take (`checkouts.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from bcorm.model import Struct, field, readonly
from bcorm.resources.cart_items import CustomItem, GiftCertificate, ItemDiscount, ItemOption


class CustomFieldValue(Struct):
    """The answer to a question that the merchant added to the address form."""

    field_id: str = field(required=True)
    field_value: str | list[str] = field()


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
    state_or_province_code: str = field()
    country_code: str = field(required=True)
    postal_code: str = field()
    phone: str = field()
    custom_fields: list[CustomFieldValue] = field()


class CheckoutCoupon(Struct):
    """A coupon that a checkout has."""

    code: str = readonly()
    id: int = readonly()
    coupon_type: str = readonly()
    display_name: str = readonly()
    discounted_amount: Decimal = readonly()


class CheckoutDiscount(Struct):
    """What was taken off a cart as a whole."""

    id: str = readonly()
    discounted_amount: Decimal = readonly()


class CheckoutWrapping(Struct):
    """How an item is wrapped."""

    name: str = readonly()
    message: str = readonly()
    amount: Decimal = readonly()
    amount_as_integer: Decimal = readonly()


class CheckoutItem(Struct):
    """A product that is checked out."""

    id: str = readonly()
    parent_id: str | int | None = readonly()
    variant_id: int = readonly()
    product_id: int = readonly()
    sku: str = readonly()
    name: str = readonly()
    url: str = readonly()
    quantity: int = readonly()
    is_taxable: bool = readonly()
    image_url: str = readonly()
    discounts: list[ItemDiscount] = readonly()
    discount_amount: Decimal = readonly()
    coupon_amount: Decimal = readonly()
    original_price: Decimal = readonly()
    list_price: Decimal = readonly()
    sale_price: Decimal = readonly()
    extended_list_price: Decimal = readonly()
    extended_sale_price: Decimal = readonly()
    comparison_price: Decimal = readonly()
    extended_comparison_price: Decimal = readonly()
    is_require_shipping: bool = readonly()
    is_mutable: bool = readonly()
    added_by_promotion: bool = readonly()
    gift_wrapping: CheckoutWrapping | None = readonly()
    options: list[ItemOption] = readonly()


class CheckoutLineItems(Struct):
    """Everything that is checked out, by kind."""

    physical_items: list[CheckoutItem] = readonly()
    digital_items: list[CheckoutItem] = readonly()
    gift_certificates: list[GiftCertificate] = readonly()
    custom_items: list[CustomItem] = readonly()


class CheckoutCurrency(Struct):
    """The currency that is paid in."""

    code: str = readonly()


class CheckoutCart(Struct):
    """The cart inside a checkout; the `Cart` of the same id shows more of it."""

    id: str = readonly()
    customer_id: int = readonly()
    channel_id: int = readonly()
    email: str = readonly()
    currency: CheckoutCurrency = readonly()
    tax_included: bool = readonly()
    base_amount: Decimal = readonly()
    discount_amount: Decimal = readonly()
    cart_amount_inc_tax: Decimal = readonly()
    cart_amount_ex_tax: Decimal = readonly()
    coupons: list[CheckoutCoupon] = readonly()
    discounts: list[CheckoutDiscount] = readonly()
    line_items: CheckoutLineItems = readonly()
    created_time: datetime = readonly()
    updated_time: datetime = readonly()


class ShippingOption(Struct):
    """A way to send a consignment."""

    id: str = readonly()
    type: str = readonly()
    description: str = readonly()
    image_url: str = readonly()
    cost: Decimal = readonly()
    transit_time: str = readonly()
    additional_description: str = readonly()


class CouponDiscount(Struct):
    """What a coupon takes off a consignment."""

    code: str = readonly()
    amount: Decimal = readonly()


class ConsignmentDiscount(Struct):
    """A rule that takes something off a consignment."""

    id: int = readonly()


class PickupChoice(Struct):
    """That a consignment is collected, and how."""

    pickup_method_id: int = field()


class Consignment(Struct):
    """Which lines go where.

    What is on offer is shown with `include("consignments.available_shipping_options")`.
    """

    id: str = readonly()
    address: CheckoutAddress = readonly()
    shipping_address: dict[str, Any] = readonly(wire="shippingAddress")
    available_shipping_options: list[ShippingOption] | None = readonly()
    selected_shipping_option: ShippingOption | None = readonly()
    selected_pickup_option: PickupChoice | None = readonly()
    coupon_discounts: list[CouponDiscount] = readonly()
    discounts: list[ConsignmentDiscount] = readonly()
    shipping_cost_inc_tax: Decimal = readonly()
    shipping_cost_ex_tax: Decimal = readonly()
    handling_cost_inc_tax: Decimal = readonly()
    handling_cost_ex_tax: Decimal = readonly()
    line_item_ids: list[str] = readonly()


class ConsignmentItem(Struct):
    """How much of a line a consignment gets."""

    item_id: str = field(required=True)
    quantity: int = field(required=True)


class NewConsignment(Struct):
    """A consignment to add: to an address, or to be collected."""

    address: CheckoutAddress = field()
    line_items: list[ConsignmentItem] = field(required=True)
    pickup_option: PickupChoice = field()


class CheckoutTax(Struct):
    """A tax, and what it comes to."""

    name: str = readonly()
    amount: Decimal = readonly()


class CheckoutFee(Struct):
    """What is charged beside the goods.

    `cost` is what is written, the costs with and without tax are what is shown.
    """

    id: str = readonly()
    type: Literal["custom_fee"] = field(required=True)
    name: str = field(required=True, max_length=50)
    display_name: str = field(required=True, max_length=200)
    cost: Decimal | None = field(required=True)
    source: str = field(required=True, max_length=50)
    tax_class_id: int | None = field()
    cost_inc_tax: Decimal = readonly()
    cost_ex_tax: Decimal = readonly()


class CheckoutBanner(Struct):
    """A promotion's banner."""

    id: str = readonly()
    type: str = readonly()
    page: list[str] = readonly()
    text: str = readonly()


class CheckoutPromotion(Struct):
    """Banners of a promotion."""

    banners: list[CheckoutBanner] = readonly()
