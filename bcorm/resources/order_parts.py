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
    country_iso2: str = field()
    phone: str = field()
    email: str = field()
    form_fields: list[OrderFormField] = field()


class AppliedDiscount(Struct):
    """A discount that a line received."""

    id: str = field()
    amount: Decimal = field()
    name: str = field()
    code: str | None = field()
    target: Literal["order", "product"] = readonly()


class LineOption(Struct):
    """An option or modifier as the shopper chose it.

    In a new order `id` is the product option's id and `value` the chosen value.
    """

    id: int = field()
    option_id: int = field()
    order_product_id: int = field()
    product_option_id: int = field()
    display_name: str = field()
    display_value: str = field()
    value: str = field()
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
    display_style: str = field()
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
