"""What is put into a cart (`carts.v3.yml`); `cart_items` has what is shown of it then."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from bcorm.model import Struct, field


class WrapDetail(Struct):
    """One of the store's gift wrappings, and what is written on it."""

    id: int = field()
    message: str = field()


class WrappingRequest(Struct):
    """How an item is to be wrapped."""

    wrap_together: bool = field()
    wrap_details: list[WrapDetail] = field()


class OptionSelection(Struct):
    """A value of an option or a modifier."""

    option_id: int = field()
    option_value: int = field()
    name: str = field()
    value: str = field()
    name_id: int = field(wire="nameId")
    value_id: int = field(wire="valueId")


class NewItem(Struct):
    """A product to put into a cart: a variant, or options that make one."""

    quantity: int = field(required=True)
    product_id: int = field(required=True)
    variant_id: int | None = field()
    list_price: Decimal | None = field()
    name: str = field()
    gift_wrapping: WrappingRequest = field()
    option_selections: list[OptionSelection] = field()


class NewCustomItem(Struct):
    """Something to put into a cart that is not in the catalog."""

    sku: str = field()
    name: str = field(required=True, max_length=250)
    quantity: int = field(required=True)
    list_price: Decimal = field(required=True)
    image_url: str = field()


class Person(Struct):
    """Who gives, or gets, a gift certificate."""

    name: str = field()
    email: str = field()


class NewGiftCertificate(Struct):
    """Gift certificates to put into a cart."""

    name: str = field(required=True)
    theme: Literal["Birthday", "Boy", "Celebration", "Christmas", "General", "Girl"] = field(
        required=True
    )
    amount: Decimal = field(required=True, minimum=1, maximum=1000)
    quantity: int = field(required=True, minimum=1)
    sender: Person = field(required=True)
    recipient: Person = field(required=True)
    message: str = field(max_length=200)
