"""Checkouts and their settings (`checkouts.v3.yml`); a checkout is a cart's other face."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bcorm.emulator.domains.carts import behaviour as carts
from bcorm.emulator.domains.checkouts import behaviour, order, view
from bcorm.emulator.domains.promotions.tables import SETTINGS as PROMOTION_SETTINGS
from bcorm.emulator.operations import Operation, operation
from bcorm.emulator.resource import Resource
from bcorm.emulator.schema import (
    Field,
    anything,
    array,
    boolean,
    choice,
    integer,
    nested,
    number,
    objects,
    string,
    strings,
)
from bcorm.emulator.singletons import Singleton, operations

_VERSION = integer("version")
_ADDRESS: tuple[Field, ...] = (
    string("first_name"),
    string("last_name"),
    string("email", required="post", shortest=3, format="email"),
    string("company"),
    string("address1"),
    string("address2"),
    string("city"),
    string("state_or_province"),
    string("state_or_province_code"),
    string("country_code", required="post", shortest=2, longest=2, format="country"),
    string("postal_code"),
    string("phone"),
    array("custom_fields"),
)
_BILLING = tuple(
    replace(field, format="phone") if field.name == "phone" else field for field in _ADDRESS
)
_SHIPPING = tuple(
    replace(field, required="post") if field.name in ("state_or_province", "postal_code") else field
    for field in _ADDRESS
)
_DISCOUNTS = (
    nested(
        "cart",
        objects("discounts", number("discounted_amount", required="post", low=0), string("name")),
        objects(
            "line_items",
            string("id", required="post"),
            number("discounted_amount", required="post", low=0),
        ),
        _VERSION,
    ),
)
_CONSIGNMENT = (
    nested("address", *_SHIPPING),
    objects(
        "line_items",
        string("item_id", required="post"),
        integer("quantity", required="post", low=1),
    ),
    nested("pickup_option", integer("pickup_method_id")),
    _VERSION,
)
_SHIPPED = (
    *_CONSIGNMENT,
    string("shipping_option_id"),
    nested("custom_shipping", number("price", low=0), string("description")),
)
_FEE = (
    choice("type", "custom_fee", required="post"),
    string("name", required="post", shortest=1, longest=50),
    string("display_name", required="post", shortest=1, longest=200),
    number("cost", required="post"),
    string("source", required="post", shortest=1, longest=50),
    integer("tax_class_id", None, nullable=True),
)
_FEES = (objects("fees", *_FEE, required="post", fewest=1),)
_CHANGED_FEES = (objects("fees", string("id", required="post"), *_FEE, required="post", fewest=1),)
_COUPON = (string("coupon_code", required="post", shortest=1, longest=50), _VERSION)
_MESSAGE = (string("customer_message", required="post", longest=2000), _VERSION)
_TOKEN = (integer("maxUses", low=1), integer("ttl", low=1, high=2_592_000))

CHECKOUT = Resource(
    path="v3/checkouts",
    item="checkout_id",
    noun="checkout",
    uuid=True,
    stored=carts.CARTS,
    fields=(anything("state"),),
    verbs="get",
    reads_take="include",
    words={
        "include": (
            "cart.line_items.physical_items.options",
            "cart.line_items.digital_items.options",
            "consignments.available_shipping_options",
            "promotions.banners",
        )
    },
    present=view.show,
)

_SCRIPTS: tuple[Field, ...] = (
    string("custom_checkout_script_url", ""),
    boolean("order_confirmation_use_custom_checkout_script", False),
    string("custom_order_confirmation_script_url", ""),
    boolean("custom_checkout_supports_uco_settings", False),
    string("custom_checkout_sri_hash", ""),
    string("custom_order_confirmation_sri_hash", ""),
)
SETTINGS = Singleton(path="v3/checkouts/settings", fields=_SCRIPTS)
CHANNEL_SETTINGS = Singleton(
    path="v3/checkouts/settings/channels/{channel_id}",
    fields=(
        string("checkout_type", "optimized"),
        string("guest_checkout_type", "guest_enabled"),
        string("guest_checkout_for_existing_accounts", "allow"),
        string("policy_consent", "none"),
        string("order_confirmation_contact_email", "", format="email"),
        boolean("is_order_terms_and_conditions_enabled", False),
        string("order_terms_and_conditions_type", "textarea"),
        string("order_terms_and_conditions_link", ""),
        string("order_terms_and_conditions_textarea", ""),
        boolean("should_redirect_to_storefront_for_auth", False),
        *_SCRIPTS,
    ),
    below="v3/channels",
)

RESOURCES = (CHECKOUT,)

_ITEM = CHECKOUT.item_path
_CONSIGNMENTS = _ITEM + "/consignments"
_ONE_CONSIGNMENT = _CONSIGNMENTS + "/{consignment_id}"
_COUPONS = _ITEM + "/coupons"
_OF: dict[str, Any] = {"resource": CHECKOUT}
OPERATIONS = (
    operation("PUT", _ITEM, behaviour.update, fields=_MESSAGE, **_OF),
    operation("POST", _ITEM + "/discounts", behaviour.add_discounts, fields=_DISCOUNTS, **_OF),
    operation(
        "POST",
        _ITEM + "/billing-address",
        behaviour.put_billing_address,
        fields=(*_BILLING, _VERSION),
        **_OF,
    ),
    operation(
        "PUT",
        _ITEM + "/billing-address/{address_id}",
        behaviour.put_billing_address,
        fields=(*_BILLING, _VERSION),
        **_OF,
    ),
    operation(
        "POST",
        _CONSIGNMENTS,
        behaviour.add_consignments,
        fields=_CONSIGNMENT,
        **_OF,
        query="include",
    ),
    operation(
        "PUT",
        _ONE_CONSIGNMENT,
        behaviour.update_consignment,
        ("consignment_id",),
        fields=_SHIPPED,
        **_OF,
        query="include",
    ),
    operation(
        "DELETE",
        _ONE_CONSIGNMENT,
        behaviour.delete_consignment,
        ("consignment_id",),
        fields=(_VERSION,),
        **_OF,
    ),
    operation(
        "POST",
        _COUPONS,
        behaviour.add_coupon,
        fields=_COUPON,
        settings=PROMOTION_SETTINGS,
        **_OF,
    ),
    operation(
        "DELETE",
        _COUPONS + "/{coupon_code}",
        behaviour.delete_coupon,
        ("coupon_code",),
        fields=(_VERSION,),
        **_OF,
    ),
    operation("POST", _ITEM + "/fees", behaviour.add_fees, fields=_FEES, **_OF),
    operation("PUT", _ITEM + "/fees", behaviour.update_fees, fields=_CHANGED_FEES, **_OF),
    operation(
        "DELETE",
        _ITEM + "/fees",
        behaviour.delete_fees,
        fields=(strings("ids", required="post", fewest=1),),
        **_OF,
    ),
    Operation("POST", _ITEM + "/orders", order.create_order),
    operation("POST", _ITEM + "/token", behaviour.create_token, fields=_TOKEN, **_OF),
    *operations(SETTINGS, CHANNEL_SETTINGS),
)
