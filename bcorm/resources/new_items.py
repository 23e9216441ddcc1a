"""What is put into a cart (`carts.v3.yml`); `cart_items` has what is shown of it then."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from bcorm.model import Struct, field


class WrapDetail(Struct):
    """One of the store's gift wrappings, and what is written on it."""

    id: int = field()
    message: str = field(doc="What is written on the card.")


class WrappingRequest(Struct):
    """How an item is to be wrapped."""

    wrap_together: bool = field(doc="Whether all pieces of the line are wrapped as one.")
    wrap_details: list[WrapDetail] = field(doc="How each piece is wrapped, or all of them.")


class OptionSelection(Struct):
    """A value of an option or a modifier."""

    option_id: int = field()
    option_value: int = field(doc="The chosen value's id, or what was entered.")
    name: str = field()
    value: str = field(doc="What was chosen, such as `Red`.")
    name_id: int = field(wire="nameId")
    value_id: int = field(wire="valueId")


class NewItem(Struct):
    """A product to put into a cart: a variant, or options that make one."""

    quantity: int = field(required=True, doc="How many of it.")
    product_id: int = field(required=True)
    variant_id: int | None = field(doc="The variant, where the product has several.")
    list_price: Decimal | None = field(
        doc="The price of one in place of the catalog's, in the cart's currency."
    )
    name: str = field(doc="What the cart calls it in place of the product's name.")
    gift_wrapping: WrappingRequest = field(doc="How it is wrapped.")
    option_selections: list[OptionSelection] = field(
        doc="What was chosen of options and modifiers."
    )


class NewCustomItem(Struct):
    """Something to put into a cart that is not in the catalog."""

    sku: str = field()
    name: str = field(required=True, max_length=250)
    quantity: int = field(required=True)
    list_price: Decimal = field(required=True, doc="The price of one, in the cart's currency.")
    image_url: str = field()


class Person(Struct):
    """Who gives, or gets, a gift certificate."""

    name: str = field()
    email: str = field()


class NewGiftCertificate(Struct):
    """Gift certificates to put into a cart."""

    name: str = field(required=True)
    theme: Literal["Birthday", "Boy", "Celebration", "Christmas", "General", "Girl"] = field(
        required=True,
        doc="How the e-mail to the recipient looks.",
    )
    amount: Decimal = field(
        required=True,
        minimum=1,
        maximum=1000,
        doc="What it is worth: 1 to 1,000 in the store's currency.",
    )
    quantity: int = field(required=True, minimum=1)
    sender: Person = field(required=True)
    recipient: Person = field(required=True)
    message: str = field(max_length=200, doc="What the e-mail to the recipient says.")
