"""Checkouts and their settings (`checkouts.v3.yml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import InvalidValue
from bcorm.http.message import join_path
from bcorm.model import Resource, field, one, readonly
from bcorm.query.endpoint import Endpoint, resend
from bcorm.resources.actions import operation
from bcorm.resources.bodies import key_of, listed, named, row, rows
from bcorm.resources.checkout_parts import (
    CheckoutAddress,
    CheckoutCart,
    CheckoutCoupon,
    CheckoutFee,
    CheckoutPromotion,
    CheckoutTax,
    Consignment,
    ConsignmentItem,
    NewConsignment,
)

if TYPE_CHECKING:
    from bcorm.resources.carts import Cart  # noqa: F401 - the text in one["Cart"]

OPTIONS = {"include": "consignments.available_shipping_options"}


class Checkout(Resource):
    """How a cart is paid and sent. `GET /v3/checkouts/{checkoutId}`.

    The id is the cart's. Every action carries the `version` that was loaded and takes over the
    checkout that comes back: one that was changed meanwhile answers `Conflict`, and
    `checkout.refresh()` reads what it is now.
    """

    id: str = readonly(doc="The cart's id: both have the same.")
    cart: CheckoutCart = readonly()
    billing_address: CheckoutAddress | None = readonly(doc="Who pays.")
    consignments: list[Consignment] = readonly(doc="What goes where, and how.")
    taxes: list[CheckoutTax] = readonly()
    coupons: list[CheckoutCoupon] = readonly()
    fees: list[CheckoutFee] = readonly(doc="Fees of the order as a whole.")
    order_id: str | None = readonly(doc="The order that it became; None before.")
    shipping_cost_total_inc_tax: Decimal = readonly(
        doc="Shipping before discounts with tax, in the cart's currency."
    )
    shipping_cost_total_ex_tax: Decimal = readonly(
        doc="Shipping before discounts without tax, in the cart's currency."
    )
    handling_cost_total_inc_tax: Decimal = readonly(
        doc="Handling of all consignments with tax, in the cart's currency."
    )
    handling_cost_total_ex_tax: Decimal = readonly(
        doc="Handling of all consignments without tax, in the cart's currency."
    )
    tax_total: Decimal = readonly(doc="All tax, in the cart's currency.")
    subtotal_inc_tax: Decimal = readonly(
        doc="The lines before their discounts with tax, in the cart's currency."
    )
    subtotal_ex_tax: Decimal = readonly(
        doc="The lines before their discounts without tax, in the cart's currency."
    )
    grand_total: Decimal = readonly(
        doc="What is to be paid, before store credit and gift certificates, in the cart's currency."
    )
    customer_message: str = field(
        max_length=2000, doc="What the shopper writes to the merchant, for the order."
    )
    promotions: list[CheckoutPromotion] = readonly()
    created_time: datetime = readonly()
    updated_time: datetime = readonly()
    version: int = readonly(
        doc="Counts changes of the cart; a write that names another one is refused."
    )

    whole_cart = one["Cart"]("carts.Cart", via="id")

    endpoint = Endpoint(
        path="v3/checkouts",
        verbs=("get", "update"),
        includes=(
            "cart.line_items.physical_items.options cart.line_items.digital_items.options "
            "consignments.available_shipping_options promotions.banners"
        ),
        version_field="version",
        put_rules=(
            resend(
                "version",
                source="checkouts.v3.yml, PUT /checkouts/{checkoutId}",
                reason="the API refuses a change to a version that is no longer the checkout's",
            ),
        ),
    )

    @operation("POST /v3/checkouts/{checkoutId}/discounts")
    def add_discounts(
        self, amount: Decimal | None = None, *, line_items: Mapping[str, Decimal] | None = None
    ) -> None:
        """Take something off by hand; every discount that was there goes.

        Args:
            amount: from the cart as a whole.
            line_items: from lines, by the id of the line.
        """
        cart: dict[str, Any] = {"version": self.version}
        if amount is not None:
            cart["discounts"] = [{"discounted_amount": amount}]
        if line_items:
            cart["line_items"] = [
                {"id": key, "discounted_amount": value}
                for key, value in named("Checkout", "line_items", line_items).items()
            ]
        self._take("POST", "discounts", {"cart": cart})

    @operation("POST /v3/checkouts/{checkoutId}/billing-address")
    @operation("PUT /v3/checkouts/{checkoutId}/billing-address/{addressId}")
    def set_billing_address(self, address: CheckoutAddress | Mapping[str, Any]) -> None:
        """Add the billing address, or change the one that is there."""
        body = {**row(CheckoutAddress, address), "version": self.version}
        known = self.billing_address.id if self.billing_address is not None else None
        if known:
            self._take("PUT", f"billing-address/{known}", body)
        else:
            self._take("POST", "billing-address", body)

    @operation("POST /v3/checkouts/{checkoutId}/consignments")
    def add_consignments(self, consignments: Iterable[NewConsignment | Mapping[str, Any]]) -> None:
        """Say which lines go where; the answer shows how they can be sent.

        For example::

            line = {"item_id": item.id, "quantity": item.quantity}
            checkout.add_consignments([{"address": address, "line_items": [line]}])
        """
        body = [{**item, "version": self.version} for item in rows(NewConsignment, consignments)]
        self._take("POST", "consignments", body, OPTIONS)

    @operation("PUT /v3/checkouts/{checkoutId}/consignments/{consignmentId}")
    def update_consignment(
        self,
        consignment: Consignment,
        *,
        shipping_option_id: str | None = None,
        address: CheckoutAddress | Mapping[str, Any] | None = None,
        line_items: Iterable[ConsignmentItem | Mapping[str, Any]] | None = None,
        pickup_method_id: int | None = None,
        custom_shipping: tuple[Decimal, str] | None = None,
    ) -> None:
        """Choose a shipping option, or change where a consignment goes and what is in it.

        Args:
            consignment: which one.
            shipping_option_id: the id of one of its `available_shipping_options`; send it alone.
            address: where it goes.
            line_items: what is in it.
            pickup_method_id: how it is collected instead.
            custom_shipping: a price and what it is called, instead of an option.

        Raises:
            InvalidValue: `consignment` is none, or an argument has the wrong type.
        """
        key = key_of("Checkout", "consignment", consignment)
        body: dict[str, Any] = {"version": self.version}
        if shipping_option_id is not None:
            body["shipping_option_id"] = shipping_option_id
        if address is not None:
            body["address"] = row(CheckoutAddress, address)
        if line_items is not None:
            body["line_items"] = rows(ConsignmentItem, line_items)
        if pickup_method_id is not None:
            body["pickup_option"] = {"pickup_method_id": pickup_method_id}
        if custom_shipping is not None:
            if not isinstance(custom_shipping, (tuple, list)) or len(custom_shipping) != 2:
                raise InvalidValue(
                    "Checkout", "custom_shipping", custom_shipping, "a price and what it is called"
                )
            price, description = custom_shipping
            body["custom_shipping"] = {"price": price, "description": description}
        self._take("PUT", f"consignments/{key}", body, OPTIONS)

    @operation("DELETE /v3/checkouts/{checkoutId}/consignments/{consignmentId}")
    def delete_consignment(self, consignment: Consignment) -> None:
        """Remove a consignment."""
        key = key_of("Checkout", "consignment", consignment)
        self._take("DELETE", f"consignments/{key}", {"version": self.version})

    @operation("POST /v3/checkouts/{checkoutId}/coupons")
    def add_coupon(self, code: str) -> None:
        """Apply a coupon code.

        Raises:
            ValidationFailed: the code is not valid, or no more codes are allowed.
        """
        self._take("POST", "coupons", {"coupon_code": code, "version": self.version})

    @operation("DELETE /v3/checkouts/{checkoutId}/coupons/{couponCode}")
    def delete_coupon(self, code: str) -> None:
        """Take a coupon code away."""
        self._take("DELETE", join_path("coupons", code), {"version": self.version})

    @operation("POST /v3/checkouts/{checkoutId}/fees")
    def add_fees(self, fees: Iterable[CheckoutFee | Mapping[str, Any]]) -> None:
        """Charge fees, at most five in all."""
        self._take("POST", "fees", {"fees": rows(CheckoutFee, fees)})

    @operation("PUT /v3/checkouts/{checkoutId}/fees")
    def update_fees(self, fees: Mapping[str, CheckoutFee | Mapping[str, Any]]) -> None:
        """Change fees, by their ids. Each must be given whole: the API knows no partial change."""
        given = named("Checkout", "fees", fees)
        body = [{**row(CheckoutFee, fee), "id": key} for key, fee in given.items()]
        self._take("PUT", "fees", {"fees": body})

    @operation("DELETE /v3/checkouts/{checkoutId}/fees")
    def delete_fees(self, ids: Iterable[str]) -> None:
        """Take fees away, by their ids; none, if none are named.

        Raises:
            InvalidValue: `ids` is no list of texts; nothing was sent.
        """
        found = listed(type(self), "ids", ids, str)
        if found:
            self._take("DELETE", "fees", {"ids": found})

    @operation("POST /v3/checkouts/{checkoutId}/orders")
    def create_order(self) -> int:
        """Make an order of what is in the cart; it stays incomplete until it is paid.

        Returns:
            The order's id, for `Order.objects.get(id=...)`.

        Raises:
            ValidationFailed: the billing address is missing, or something has no way to be sent.
        """
        return int(self._call("POST", "orders", json={}).data["id"])

    @operation("POST /v3/checkouts/{checkoutId}/token")
    def create_token(self, *, max_uses: int | None = None, ttl: int | None = None) -> str:
        """Make a token that shows the order's confirmation to a guest.

        Args:
            max_uses: how often it works.
            ttl: for how many seconds, at most 30 days.
        """
        said = {"maxUses": max_uses, "ttl": ttl}
        body = {name: value for name, value in said.items() if value is not None}
        return str(self._call("POST", "token", json=body).body["checkoutToken"])

    def _take(
        self, method: str, suffix: str, body: Any, params: Mapping[str, str] | None = None
    ) -> None:
        """Send an action, and take over the checkout that comes back."""
        self._absorb(self._call(method, suffix, json=body, params=params).data)


class CheckoutScripts(Resource, abstract=True):
    """Scripts that replace the checkout of the storefront."""

    custom_checkout_script_url: str = field(
        doc="The script that is the checkout; an empty text brings the store's own back."
    )
    order_confirmation_use_custom_checkout_script: bool = field(
        doc="Whether the same script is the confirmation, too."
    )
    custom_order_confirmation_script_url: str = field(
        doc="The script that is the confirmation; an empty text brings the store's own back."
    )
    custom_checkout_supports_uco_settings: bool = field(
        doc="Whether the script obeys the settings of the optimized checkout."
    )
    custom_checkout_sri_hash: str = field(
        doc="The checksum of the checkout's script (Subresource Integrity)."
    )
    custom_order_confirmation_sri_hash: str = field(
        doc="The checksum of the confirmation's script (Subresource Integrity)."
    )


class CheckoutSettings(CheckoutScripts):
    """The store's settings. `GET /v3/checkouts/settings`."""

    endpoint = Endpoint(
        path="v3/checkouts/settings",
        key=None,
        verbs=("get", "update"),
    )


class CheckoutChannelSettings(CheckoutScripts):
    """A channel's settings. `GET /v3/checkouts/settings/channels/{channelId}`."""

    checkout_type: str = field()
    guest_checkout_type: str = field()
    guest_checkout_for_existing_accounts: str = field()
    policy_consent: str = field()
    order_confirmation_contact_email: str = field()
    is_order_terms_and_conditions_enabled: bool = field()
    order_terms_and_conditions_type: str = field()
    order_terms_and_conditions_link: str = field()
    order_terms_and_conditions_textarea: str = field()
    should_redirect_to_storefront_for_auth: bool = field()

    endpoint = Endpoint(
        path="v3/checkouts/settings/channels/{channel_id}",
        key=None,
        verbs=("get", "update"),
    )
