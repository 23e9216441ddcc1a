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
    discounted_amount: Decimal = readonly(doc="What it took off, in the cart's currency.")


class ItemCoupon(Struct):
    """A coupon that an item has."""

    id: int = readonly()
    code: str = readonly(doc="What the shopper typed.")
    name: str = readonly()
    discount_type: Literal[0, 1, 2, 3, 4] = readonly(
        wire="discountType",
        doc="What it takes off: 0 from each item, 1 a percentage, 2 from the total, 3 from shipping, 4 all shipping.",
    )
    discount_amount: Decimal = readonly(
        wire="discountAmount",
        doc="An amount in the cart's currency, or a percentage: `discount_type` says which.",
    )
    expires_date: int = readonly(
        wire="expiresDate", doc="When it ends, in seconds since 1970; 0 means never."
    )
    total_discount: Decimal = readonly(
        wire="totalDiscount", doc="What all discounts took off the cart, in the cart's currency."
    )


class GiftWrapping(Struct):
    """How an item is wrapped."""

    name: str = readonly()
    message: str = readonly(doc="What is written on the card.")
    amount: Decimal = readonly(doc="What it costs, in the cart's currency.")


class ItemOption(Struct):
    """A chosen option; shown with `include("line_items.physical_items.options")`."""

    name: str = readonly(doc="What the shopper sees the option called.")
    name_id: int = readonly(wire="nameId", doc="The option's id.")
    value: str = readonly(doc="What was chosen, such as `Red`.")
    value_id: int | None = readonly(
        wire="valueId", doc="The id of the chosen value, of an option that has values."
    )


class SoldItem(Struct):
    """A product in a cart, whether that is filled or checked out."""

    id: str = readonly(doc="The line's id, not the product's.")
    variant_id: int = readonly()
    product_id: int = readonly()
    sku: str = readonly(doc="The variant's stock keeping unit.")
    name: str = readonly()
    url: str = readonly(doc="The address of the product's page.")
    quantity: int = readonly()
    image_url: str = readonly()
    discounts: list[ItemDiscount] = readonly(doc="What was taken off the line by promotions.")
    discount_amount: Decimal = readonly(
        doc="What all discounts took off the line, coupons included, in the cart's currency."
    )
    coupon_amount: Decimal = readonly(doc="What coupons took off the line, in the cart's currency.")
    original_price: Decimal = readonly(doc="The catalog's price of one, in the cart's currency.")
    list_price: Decimal = readonly(
        doc="The price of one before discounts: the sale price if there is one, in the cart's currency."
    )
    sale_price: Decimal = readonly(
        doc="The price of one after all discounts and before tax, in the cart's currency."
    )
    extended_list_price: Decimal = readonly(
        doc="The list price times the quantity, in the cart's currency."
    )
    extended_sale_price: Decimal = readonly(
        doc="The sale price times the quantity, in the cart's currency."
    )
    is_require_shipping: bool = readonly()
    is_mutable: bool = readonly(
        doc="Whether it can be changed or taken out; what a promotion added cannot."
    )
    added_by_promotion: bool = readonly(doc="Whether a promotion put it into the cart.")
    options: list[ItemOption] = readonly()


class CartItem(SoldItem):
    """A product in a cart.

    The fields of downloads are those of digital items only.
    """

    parent_id: str | None = readonly(doc="The line that it came along with, as a part of it.")
    taxable: bool = readonly(doc="Whether tax is paid for it.")
    coupons: Decimal | list[ItemCoupon] = readonly(doc="The coupons that were applied to the line.")
    gift_wrapping: GiftWrapping | None = readonly()
    download_file_urls: list[str] = readonly(doc="The addresses of the files.")
    download_page_url: str = readonly(doc="The address of the page with all files.")
    download_size: str = readonly(doc="How large all files are, as people read it, such as `30MB`.")


class CustomItem(Struct):
    """Something in a cart that is not in the catalog."""

    id: str = readonly(doc="The line's id.")
    sku: str = readonly()
    name: str = readonly()
    quantity: int = readonly()
    list_price: Decimal = readonly(doc="The price of one, in the cart's currency.")
    extended_list_price: Decimal = readonly(
        doc="The price times the quantity, in the cart's currency."
    )
    image_url: str = readonly()


class GiftCertificate(Struct):
    """A gift certificate in a cart."""

    id: str = readonly(doc="The line's id.")
    name: str = readonly()
    theme: str = readonly(doc="How the e-mail to the recipient looks.")
    amount: Decimal = readonly(doc="What it is worth, in the cart's currency.")
    taxable: bool = readonly(doc="Whether tax is paid for it.")
    sender: Person = readonly()
    recipient: Person = readonly()
    message: str = readonly(doc="What the e-mail to the recipient says.")


class LineItems(Struct):
    """Everything in a cart, by kind."""

    physical_items: list[CartItem] = readonly(doc="What is shipped or picked up.")
    digital_items: list[CartItem] = readonly(doc="What is downloaded.")
    gift_certificates: list[GiftCertificate] = readonly()
    custom_items: list[CustomItem] = readonly(doc="What is not in the catalog.")


if TYPE_CHECKING:

    class LinesField:
        """What type checkers see of `Cart.line_items`: a list goes in, `LineItems` come out."""

        def __get__(self, instance: object, owner: Any) -> LineItems: ...
        def __set__(
            self, instance: object, value: LineItems | Iterable[NewItem | Mapping[str, Any]]
        ) -> None: ...

else:
    LinesField = LineItems | list[NewItem]
