"""Carts, their settings and metafields (`carts.v3.yml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Endpoint, resend
from bcorm.resources.actions import operation, typed
from bcorm.resources.bodies import key_of, named, row, rows
from bcorm.resources.cart_items import CartItem, CustomItem, LinesField
from bcorm.resources.customers import Customer
from bcorm.resources.metafields import Metafield, metafields
from bcorm.resources.new_items import NewCustomItem, NewGiftCertificate, NewItem

if TYPE_CHECKING:
    from bcorm.resources.cart_items import GiftCertificate
    from bcorm.resources.checkouts import Checkout  # noqa: F401 - the text in one["Checkout"]


class CartMetafield(Metafield):
    """A metafield of a cart. `GET /v3/carts/{cart_id}/metafields`."""

    resource_id: str = readonly(doc="The cart's id.")  # type: ignore[assignment]  # carts have UUIDs

    endpoint = metafields(
        "v3/carts/{resource_id}/metafields",
        "v3/carts/metafields",
        filters={"key": "exact", "namespace": "exact"},
        selects=False,
    )


class CartCurrency(Struct):
    """The currency that the cart is paid in."""

    code: str = field(
        max_length=3, doc="The currency of all amounts of the cart, in three letters."
    )


class CartCoupon(Struct):
    """A coupon that a cart has."""

    code: str = readonly(doc="What the shopper typed.")
    id: str = readonly()
    coupon_type: Literal["0", "1", "2", "3", "4", "5"] = readonly(
        doc="What it takes off: 0 from each item, 1 a percentage, 2 from the total, 3 from shipping, 4 all shipping, 5 what a promotion says."
    )
    discounted_amount: Decimal = readonly(doc="What it takes off, in the cart's currency.")
    display_name: str = readonly(doc="What shoppers see it called.")


class CartDiscount(Struct):
    """What was taken off a cart as a whole."""

    id: str = readonly()
    discounted_amount: Decimal = readonly(doc="What it takes off, in the cart's currency.")


class RedirectUrls(Struct):
    """Where a shopper takes the cart over; each address works once."""

    cart_url: str = readonly(doc="The page of the cart; it can be used once.")
    checkout_url: str = readonly(doc="The page of the checkout; it can be used once.")
    embedded_checkout_url: str = readonly(
        doc="The checkout for a frame of another page; it can be used once."
    )


class CartBanner(Struct):
    """A promotion's banner."""

    id: str = readonly(doc="The promotion's id.")
    type: str = readonly()
    page: list[str] = readonly(doc="The pages that show it.")
    text: str = readonly(doc="What it says, in HTML.")


class CartPromotions(Struct):
    """Banners for the cart's page."""

    banners: CartBanner = readonly()


class Cart(Resource):
    """What somebody is about to buy. `GET /v3/carts/{cartId}`.

        cart = Cart.objects.create(line_items=[{"product_id": 77, "quantity": 2}])
        cart.add_line_items([{"product_id": 78, "quantity": 1}])
        cart.checkout.add_coupon("SPRING")

    Carts cannot be listed. Every change carries the `version` that was loaded: a cart that was
    changed meanwhile answers `Conflict`, and `cart.refresh()` reads what it is now. A cart's id is
    its checkout's.
    """

    id: str = readonly()
    customer_id: int = field(none=0, doc="Whose it is; 0 means a guest.")
    channel_id: int = field(create_only=True, doc="The channel that it is filled in.")
    email: str = readonly(doc="The billing address's e-mail.")
    currency: CartCurrency = field(
        create_only=True, doc="The currency of all its amounts, and of the checkout."
    )
    locale: str = field(create_only=True, doc="The language of the storefront, as `en-US`.")
    tax_included: bool = readonly(doc="Whether its amounts are with tax.")
    base_amount: Decimal = readonly(doc="Its lines before discounts, in the cart's currency.")
    discount_amount: Decimal = readonly(
        doc="What discounts take off, without coupons, in the cart's currency."
    )
    manual_discount_amount: Decimal = readonly(
        doc="What the merchant took off, in the cart's currency."
    )
    cart_amount: Decimal = readonly(doc="Its lines after discounts, in the cart's currency.")
    coupons: list[CartCoupon] = readonly(doc="The coupons that were applied.")
    discounts: list[CartDiscount] = readonly(doc="What was taken off by promotions.")
    line_items: LinesField = field(create_only=True, doc="What is in it.")
    custom_items: list[NewCustomItem] | None = field(
        create_only=True, write_only=True, doc="Items of a new cart that are not in the catalog."
    )
    gift_certificates: list[NewGiftCertificate] | None = field(
        create_only=True, write_only=True, doc="Gift certificates that a new cart buys."
    )
    redirect_urls: RedirectUrls | None = readonly(
        include="redirect_urls", doc="Where its shopper is sent to."
    )
    promotions: CartPromotions | None = readonly(
        include="promotions.banners", doc="What shoppers are told of promotions."
    )
    created_time: datetime = readonly()
    updated_time: datetime = readonly()
    version: int = readonly(
        doc="A number that grows with each change; a change may name the one that it is based on."
    )

    customer = one(Customer, via="customer_id")
    checkout = one["Checkout"]("checkouts.Checkout", via="id")
    metafields = many(CartMetafield)

    endpoint = Endpoint(
        path="v3/carts",
        needs="line_items|custom_items|gift_certificates",
        verbs=("get", "create", "update", "delete"),
        includes=(
            "redirect_urls line_items.physical_items.options line_items.digital_items.options "
            "promotions.banners"
        ),
        version_field="version",
        put_rules=(
            resend(
                "version",
                source="carts.v3.yml, PUT /carts/{cartId}",
                reason="the API refuses a change to a version that is no longer the cart's",
            ),
        ),
    )

    @operation("POST /v3/carts/{cartId}/items")
    def add_line_items(
        self,
        line_items: Iterable[NewItem | Mapping[str, Any]] = (),
        *,
        custom_items: Iterable[NewCustomItem | Mapping[str, Any]] = (),
        gift_certificates: Iterable[NewGiftCertificate | Mapping[str, Any]] = (),
    ) -> None:
        """Put something into the cart. `POST /v3/carts/{cartId}/items`.

        Args:
            line_items: products of the store.
            custom_items: what the store has no product of.
            gift_certificates: certificates to be sold.

        Raises:
            Conflict: the cart was changed since it was loaded.
            ValidationFailed: an item is not there, is not complete, or is out of stock.
        """
        said = {
            "line_items": rows(NewItem, line_items),
            "custom_items": rows(NewCustomItem, custom_items),
            "gift_certificates": rows(NewGiftCertificate, gift_certificates),
        }
        self._change("POST", "items", {name: items for name, items in said.items() if items})

    @operation("PUT /v3/carts/{cartId}/items/{itemId}")
    def update_line_item(
        self, item: CartItem, *, quantity: int | None = None, list_price: Decimal | None = None
    ) -> None:
        """Change how many of a line there are, or what one costs.

        `PUT /v3/carts/{cartId}/items/{itemId}`.

        Args:
            item: the line.
            quantity: how many there are to be; as many as before if it is left out.
            list_price: what one is to cost; as much as before if it is left out.

        Raises:
            Conflict: the cart was changed since it was loaded.
            ValidationFailed: there are not so many in stock.
        """
        key = key_of("Cart", "update_line_item", item)
        said = {
            "product_id": item.product_id,
            "variant_id": item.variant_id,
            "quantity": item.quantity if quantity is None else quantity,
            "list_price": list_price,
        }
        body = {name: value for name, value in said.items() if value is not None}
        self._change("PUT", f"items/{key}", {"line_item": row(NewItem, body)})

    @operation("DELETE /v3/carts/{cartId}/items/{itemId}")
    def delete_line_item(self, item: CartItem | CustomItem | GiftCertificate) -> None:
        """Remove a line. Removing the last one deletes the cart.

        `DELETE /v3/carts/{cartId}/items/{itemId}`.

        Raises:
            Conflict: the cart was changed since it was loaded.
        """
        key = key_of("Cart", "delete_line_item", item)
        self._change("DELETE", f"items/{key}", {})

    @operation("POST /v3/carts/{cartId}/redirect_urls")
    def create_redirect_urls(self, query_params: Mapping[str, str] | None = None) -> RedirectUrls:
        """Make addresses with which a shopper takes the cart over.

        `POST /v3/carts/{cartId}/redirect_urls`.

        Args:
            query_params: names and values that the addresses carry along.
        """
        body = {}
        if query_params:
            body["query_params"] = dict(named("Cart", "query_params", query_params))
        return typed(RedirectUrls, self._call("POST", "redirect_urls", json=body).data)

    def _change(self, method: str, suffix: str, body: dict[str, Any]) -> None:
        """Send an action to the loaded version, and take over the cart that comes back."""
        answer = self._call(method, suffix, json={**body, "version": self.version})
        if answer.status == 204:
            self._join().expunge(self)  # nothing was left in it
            return
        self._absorb(answer.data)


class CartSettings(Resource):
    """The store's settings. `GET /v3/carts/settings`."""

    allow_purchasing: bool = field(doc="Whether carts can be made at all.")

    endpoint = Endpoint(
        path="v3/carts/settings",
        key=None,
        verbs=("get", "update"),
    )


class CartChannelSettings(Resource):
    """A channel's settings; None is the store's. `GET /v3/carts/settings/channels/{channel_id}`."""

    allow_purchasing: bool | None = field(
        doc="Whether carts can be made in the channel; None takes the store's."
    )

    endpoint = Endpoint(
        path="v3/carts/settings/channels/{channel_id}",
        key=None,
        verbs=("get", "update"),
    )
