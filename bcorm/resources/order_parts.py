"""The objects inside orders that more than one of their resources shows."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from bcorm.model import Struct, field, readonly

LineType = Literal["physical", "digital", "giftcertificate"]


class OrderFormField(Struct):
    """The answer to a question that the merchant added to an address form."""

    name: str = field()
    value: str | Decimal | list[str] = field()


class BillingAddress(Struct):
    """Who pays."""

    first_name: str = field()
    last_name: str = field()
    company: str = field()
    street_1: str = field()
    street_2: str = field()
    city: str = field()
    state: str = field()
    zip: str = field()
    country: str = field()
    country_iso2: str = field(doc="The country's code of two letters (ISO 3166-1 alpha-2).")
    phone: str = field()
    email: str = field()
    form_fields: list[OrderFormField] = field(
        doc="The answers to the merchant's own questions of the form."
    )


class AppliedDiscount(Struct):
    """A discount that a line received."""

    id: str = field()
    amount: Decimal = field(doc="What it took off the line, in the order's currency.")
    name: str = field()
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
    order_product_id: int = field()
    product_option_id: int = field(doc="The option as it was assigned to the product.")
    display_name: str = field()
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
    ] = field(open=True)
    name: str = field()
    display_style: str = field(doc="How the choice was shown.")
    display_name_customer: str = field()
    display_name_merchant: str = field()
    display_value_customer: str = field()
    display_value_merchant: str = field()
    cost_price_inc_tax: Decimal | None = field()
    price_ex_tax: Decimal | None = readonly()


class ConfigurableField(Struct):
    """The answer to a configurable field, a V2 predecessor of modifiers."""

    name: str = field()
    value: str = field()
