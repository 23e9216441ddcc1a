"""Carts that were left, and the settings of what then happens (`abandoned_carts.v3.yml`)."""

from __future__ import annotations

from dataclasses import replace

from bcorm.emulator.domains.abandoned_carts import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Resource
from bcorm.emulator.schema import Field, boolean, choice, integer, string
from bcorm.emulator.singletons import Singleton, operations

ABANDONED_CART = Resource(
    path="v3/abandoned-carts",
    item="token",
    key="token",
    uuid=True,
    noun="abandoned cart",
    fields=(string("cart_id", required="post"),),
    verbs="",
)

SETTINGS_FIELDS: tuple[Field, ...] = (
    boolean("enable_notification", True),
    boolean("email_customer_until_cart_is_recovered", True),
    boolean("marketing_emails_require_customer_consent", False),
    boolean("email_merchant_when_cart_is_converted", False),
    boolean("email_merchant_when_cart_is_abandoned", False),
    string("merchant_email_address", "owner@example.com", 500, format="email"),
    choice("merchant_abandoned_cart_email_frequency_type", "digest individual", "individual"),
    integer("merchant_abandoned_cart_digest_email_frequency", 10, low=2, high=1000),
)

SETTINGS = Singleton(
    path="v3/abandoned-carts/settings",
    # All are required but the frequency of digests, which the other frequency has no use for.
    fields=(
        *(replace(item, required="put") for item in SETTINGS_FIELDS[:-1]),
        SETTINGS_FIELDS[-1],
    ),
)
CHANNEL_SETTINGS = Singleton(
    path="v3/abandoned-carts/settings/channels/{channel_id}",
    fields=tuple(replace(item, default=None, nullable=True) for item in SETTINGS_FIELDS),
    below="v3/channels",
)

RESOURCES = (ABANDONED_CART,)
OPERATIONS = (
    *operations(SETTINGS, CHANNEL_SETTINGS),
    operation("GET", ABANDONED_CART.item_path, behaviour.show, ("token",)),
)
