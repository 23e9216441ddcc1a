"""What is in a cart, as it is shown (`carts.v3.yml`); `new_items` has what is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Struct, readonly
from bcorm.resources.new_items import NewItem, Person


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
