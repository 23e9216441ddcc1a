"""Customers' settings, store-wide and per channel (`customers.v3.yml`)."""

from __future__ import annotations

from bcorm.model import Resource, Struct, field
from bcorm.query.endpoint import Endpoint


class PrivacySettings(Struct):
    """How the storefront asks for consent."""

    ask_shopper_for_tracking_consent: bool = field()
    policy_url: str = field()


class CustomerGroupSettings(Struct):
    """The groups that guests and new customers are in."""

    guest_customer_group_id: int = field()
    default_customer_group_id: int = field()


class CustomerSettings(Resource):
    """The store's settings. `GET /v3/customers/settings`."""

    privacy_settings: PrivacySettings = field()
    customer_group_settings: CustomerGroupSettings = field()

    endpoint = Endpoint(
        path="v3/customers/settings",
        key=None,
        verbs=("get", "update"),
    )


class CustomerChannelSettings(Resource):
    """A channel's settings. `GET /v3/customers/settings/channels/{channel_id}`."""

    privacy_settings: PrivacySettings = field()
    customer_group_settings: CustomerGroupSettings = field()
    allow_global_logins: bool = field()

    endpoint = Endpoint(
        path="v3/customers/settings/channels/{channel_id}",
        key=None,
        verbs=("get", "update"),
    )
