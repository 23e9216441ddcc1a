"""What is in a cart, as it is shown and as it is asked for (`carts.v3.yml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Struct, field, readonly

# -- what is asked for


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


# -- what is shown


class ItemDiscount(Struct):
    """What was taken off an item."""

    id: str | int = readonly()
    discounted_amount: Decimal = readonly()


class ItemCoupon(Struct):
    """A coupon that an item has."""

    id: int = readonly()
    code: str = readonly()
    name: str = readonly()
    discount_type: Literal[0, 1, 2, 3, 4] = readonly(wire="discountType")
    discount_amount: Decimal = readonly(wire="discountAmount")
    expires_date: int = readonly(wire="expiresDate")
    total_discount: Decimal = readonly(wire="totalDiscount")


class GiftWrapping(Struct):
    """How an item is wrapped."""

    name: str = readonly()
    message: str = readonly()
    amount: Decimal = readonly()


class ItemOption(Struct):
    """A chosen option; shown with `include("line_items.physical_items.options")`."""

    name: str = readonly()
    name_id: int = readonly(wire="nameId")
    value: str = readonly()
    value_id: int | None = readonly(wire="valueId")


class CartItem(Struct):
    """A product in a cart.

    The fields of downloads are those of digital items only.
    """

    id: str = readonly()
    parent_id: str | None = readonly()
    variant_id: int = readonly()
    product_id: int = readonly()
    sku: str = readonly()
    name: str = readonly()
    url: str = readonly()
    quantity: int = readonly()
    taxable: bool = readonly()
    image_url: str = readonly()
    discounts: list[ItemDiscount] = readonly()
    coupons: Decimal | list[ItemCoupon] = readonly()
    discount_amount: Decimal = readonly()
    coupon_amount: Decimal = readonly()
    original_price: Decimal = readonly()
    list_price: Decimal = readonly()
    sale_price: Decimal = readonly()
    extended_list_price: Decimal = readonly()
    extended_sale_price: Decimal = readonly()
    is_require_shipping: bool = readonly()
    is_mutable: bool = readonly()
    added_by_promotion: bool = readonly()
    gift_wrapping: GiftWrapping | None = readonly()
    options: list[ItemOption] = readonly()
    download_file_urls: list[str] = readonly()
    download_page_url: str = readonly()
    download_size: str = readonly()


class CustomItem(Struct):
    """Something in a cart that is not in the catalog."""

    id: str = readonly()
    sku: str = readonly()
    name: str = readonly()
    quantity: int = readonly()
    list_price: Decimal = readonly()
    extended_list_price: Decimal = readonly()
    image_url: str = readonly()


class GiftCertificate(Struct):
    """A gift certificate in a cart."""

    id: str = readonly()
    name: str = readonly()
    theme: str = readonly()
    amount: Decimal = readonly()
    taxable: bool = readonly()
    sender: Person = readonly()
    recipient: Person = readonly()
    message: str = readonly()


class LineItems(Struct):
    """Everything in a cart, by kind."""

    physical_items: list[CartItem] = readonly()
    digital_items: list[CartItem] = readonly()
    gift_certificates: list[GiftCertificate] = readonly()
    custom_items: list[CustomItem] = readonly()


if TYPE_CHECKING:

    class LinesField:
        """What type checkers see of `Cart.line_items`: a list goes in, `LineItems` come out."""

        def __get__(self, instance: object, owner: Any) -> LineItems: ...
        def __set__(
            self, instance: object, value: LineItems | Iterable[NewItem | Mapping[str, Any]]
        ) -> None: ...

else:
    LinesField = LineItems | list[NewItem]
