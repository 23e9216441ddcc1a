"""The objects inside orders that more than one of their resources shows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from bcorm.model import Struct, field, readonly
from bcorm.model.fields import shared_fields

LineType = Literal["physical", "digital", "giftcertificate"]


class OrderFormField(Struct):
    """The answer to a question that the merchant added to an address form."""

    name: str = field(doc="The question.")
    value: str | Decimal | list[str] = field(doc="The answer.")


@shared_fields
class OrderAddress:
    """The address of an order, which can be changed."""

    first_name: str = field()
    last_name: str = field()
    company: str = field()
    street_1: str = field()
    street_2: str = field()
    city: str = field()
    state: str = field(doc="The full name.")
    zip: str = field(doc="At least two characters.")
    country: str = field()
    country_iso2: str = field(doc="The country's code of two letters (ISO 3166-1 alpha-2).")
    phone: str = field()
    email: str = field()
    form_fields: list[OrderFormField] = field(
        doc="The answers to the merchant's own questions of the form."
    )


@shared_fields
class DeliveryAddress:
    """The address of a delivery, as the order had it."""

    first_name: str = readonly()
    last_name: str = readonly()
    company: str = readonly()
    street_1: str = readonly()
    street_2: str = readonly()
    city: str = readonly()
    state: str = readonly()
    zip: str = readonly()
    country: str = readonly()
    country_iso2: str = readonly(doc="The country's code of two letters (ISO 3166-1 alpha-2).")
    phone: str = readonly()
    email: str = readonly()


class BillingAddress(OrderAddress, Struct):
    """Who pays."""


class AppliedDiscount(Struct):
    """A discount that a line received."""

    id: str = field(doc="What took it off, such as `coupon` or `manual-discount`.")
    amount: Decimal = field(doc="What it took off the line, in the order's currency.")
    name: str = field(doc="What the shopper sees it called.")
    code: str | None = field(doc="The coupon's code, if it was one.")
    target: Literal["order", "product"] = readonly(
        doc="What it was taken off: the order, or the line."
    )


class LineOption(Struct):
    """An option or modifier as the shopper chose it.

    In a new order `id` is the product option's id and `value` the chosen value.
    """

    id: int = field()
    option_id: int = field(doc="The option of the product.")
    order_product_id: int = field(doc="The line that it belongs to.")
    product_option_id: int = field(doc="The option as it was assigned to the product.")
    display_name: str = field(doc="What the shopper sees the option called.")
    display_value: str = field(doc="What the shopper chose, in words.")
    value: str = field(doc="What the shopper chose, as it is stored.")
    type: Literal[
        "Checkbox",
        "Date field",
        "File Upload",
        "Multi-line text field",
        "Multiple choice",
        "Product Pick List",
        "Swatch",
        "Text field",
    ] = field(open=True, doc="How the shopper chose or entered it.")
    name: str = field(doc="What the store calls the option.")
    display_style: str = field(doc="How the choice was shown.")
    display_name_customer: str = field(doc="What the shopper sees the option called.")
    display_name_merchant: str = field(doc="What the control panel calls the option.")
    display_value_customer: str = field(doc="What the shopper sees that was chosen.")
    display_value_merchant: str = field(doc="What the control panel shows that was chosen.")
    cost_price_inc_tax: Decimal | None = field(doc="With tax, in the store's currency.")
    price_ex_tax: Decimal | None = readonly(doc="Without tax, in the order's currency.")


class ConfigurableField(Struct):
    """The answer to a configurable field, a V2 predecessor of modifiers."""

    name: str = field(doc="The question.")
    value: str = field(doc="What the shopper wrote, or the uploaded file's name.")


@shared_fields
class OrderLine:
    """What a line says of what was ordered, below its order and inside a consignment."""

    order_pickup_method_id: int = readonly(doc="Where it is picked up, if it is.")
    order_address_id: int = readonly(doc="The shipping address that the line goes to.")
    name: str = field(max_length=250, doc="The same as `name_customer`.")
    name_customer: str = field(doc="What the shopper sees it called.")
    name_merchant: str = field(doc="What the control panel calls it.")
    sku: str = field(doc="The stock keeping unit that was bought.")
    upc: str = field(max_length=255, doc="The Universal Product Code that was bought.")
    type: LineType = readonly()
    quantity: int = field(doc="How many were ordered.")
    price_ex_tax: Decimal = field(
        format="number", doc="The price of one without tax, in the order's currency."
    )
    price_inc_tax: Decimal = field(
        format="number", doc="The price of one with tax, in the order's currency."
    )
    price_tax: Decimal = readonly(doc="The tax of one, in the order's currency.")
    base_price: Decimal = readonly(
        doc="The price of one before discounts, in the order's currency."
    )
    base_total: Decimal = readonly(
        doc="The price of the line before discounts, in the order's currency."
    )
    total_ex_tax: Decimal = readonly(
        doc="The price of the line without tax, in the order's currency."
    )
    total_inc_tax: Decimal = readonly(
        doc="The price of the line with tax, in the order's currency."
    )
    total_tax: Decimal = readonly(doc="The tax of the line, in the order's currency.")
    discounted_total_inc_tax: Decimal = readonly(
        doc="The price of the line with tax, after the discounts of the line, in the order's currency."
    )
    base_cost_price: Decimal = readonly(doc="What one costs the merchant, in the store's currency.")
    cost_price_ex_tax: Decimal = readonly(
        doc="What one costs the merchant without tax, in the store's currency."
    )
    cost_price_inc_tax: Decimal = readonly(
        doc="What one costs the merchant with tax, in the store's currency."
    )
    cost_price_tax: Decimal = readonly(
        doc="The tax of what one costs the merchant, in the store's currency."
    )
    weight: Decimal = readonly(doc="The weight of one, in the store's unit of weight.")
    width: Decimal = readonly(doc="The width of one, in the store's unit of length.")
    height: Decimal = readonly(doc="The height of one, in the store's unit of length.")
    depth: Decimal = readonly(doc="The depth of one, in the store's unit of length.")
    fixed_shipping_cost: Decimal = readonly(
        doc="What shipping one always costs, in the order's currency."
    )
    is_refunded: bool = readonly(doc="Whether the whole line was paid back.")
    quantity_refunded: int = readonly(doc="How many were paid back.")
    refund_amount: Decimal = readonly(doc="What was paid back, in the order's currency.")
    return_id: int = readonly(doc="The refund's id.")
    quantity_shipped: int = readonly(doc="How many were shipped.")
    wrapping_id: int = field(doc="The kind of gift wrapping; 0 means none.")
    wrapping_name: str | None = field()
    wrapping_message: str = field(doc="What is written on the gift's card.")
    base_wrapping_cost: Decimal = readonly(
        doc="Gift wrapping of one before tax, in the order's currency."
    )
    wrapping_cost_ex_tax: Decimal = field(
        format="number", doc="Gift wrapping of one without tax, in the order's currency."
    )
    wrapping_cost_inc_tax: Decimal = field(
        format="number", doc="Gift wrapping of one with tax, in the order's currency."
    )
    wrapping_cost_tax: Decimal = readonly(
        doc="The tax of gift wrapping of one, in the order's currency."
    )
    event_name: str | None = readonly(
        doc="What the date of an event is called, for products that ask for one."
    )
    event_date: date | None = readonly(doc="The date that the shopper chose.")
    ebay_item_id: str = readonly()
    ebay_transaction_id: str = readonly()
    external_id: str | None = readonly(doc="Its id in a system outside of the store.")
    option_set_id: int | None = readonly(doc="The V2 option set of the product, if it has one.")
    parent_order_product_id: int | None = readonly(doc="The line that this one came along with.")
    is_bundled_product: bool = readonly(
        doc="Whether it came along with another line, as a part of it."
    )
    bin_picking_number: str = readonly(doc="Where it lies in the warehouse.")
    brand: str = readonly(doc="The name of its brand.")
    gift_certificate_id: int | None = readonly(doc="The gift certificate that the line sold.")
    applied_discounts: list[AppliedDiscount] = readonly(doc="What lowered the price of the line.")
    product_options: list[LineOption] = field(
        doc="What the shopper chose of the product's options."
    )
    configurable_fields: list[ConfigurableField] = readonly(
        doc="What the shopper wrote or uploaded."
    )


@shared_fields
class OrderShippingCosts:
    """What it costs to ship lines of an order to one address."""

    items_total: int = readonly(doc="How many pieces go to the address.")
    items_shipped: int = readonly(doc="How many pieces have been shipped to the address.")
    base_cost: Decimal = readonly(
        doc="Shipping to the address before tax, in the order's currency."
    )
    cost_ex_tax: Decimal = readonly(
        doc="Shipping to the address without tax, in the order's currency."
    )
    cost_inc_tax: Decimal = readonly(
        doc="Shipping to the address with tax, in the order's currency."
    )
    cost_tax: Decimal = readonly(doc="The tax of shipping to the address, in the order's currency.")
    cost_tax_class_id: int = readonly(doc="The tax class of shipping.")
    base_handling_cost: Decimal = readonly(doc="Handling before tax, in the order's currency.")
    handling_cost_ex_tax: Decimal = readonly(doc="Handling without tax, in the order's currency.")
    handling_cost_inc_tax: Decimal = readonly(doc="Handling with tax, in the order's currency.")
    handling_cost_tax: Decimal = readonly(doc="The tax of handling, in the order's currency.")
    handling_cost_tax_class_id: int = readonly(doc="The tax class of handling.")
    shipping_zone_id: int = readonly()
    shipping_zone_name: str = readonly()
