"""Customers' settings, store-wide and per channel (`customers.v3.yml`)."""

from __future__ import annotations

from bcorm.model import Resource, Struct, field
from bcorm.query.endpoint import Endpoint


class PrivacySettings(Struct):
    """How the storefront asks for consent."""

    ask_shopper_for_tracking_consent: bool = field(
        doc="Whether shoppers are asked before they are tracked."
    )
    policy_url: str = field(doc="The address of the privacy policy.")


class CustomerGroupSettings(Struct):
    """The groups that guests and new customers are in."""

    guest_customer_group_id: int = field(doc="The group of those who are not signed in.")
    default_customer_group_id: int = field(doc="The group that new customers join.")


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
    allow_global_logins: bool = field(
        doc="Whether its customers may sign in to other channels, and theirs here."
    )

    endpoint = Endpoint(
        path="v3/customers/settings/channels/{channel_id}",
        key=None,
        verbs=("get", "update"),
    )
