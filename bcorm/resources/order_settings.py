"""Settings of order notifications, store-wide and per channel (`orders.v3.yml`)."""

from __future__ import annotations

from bcorm.model import Resource, Struct, field
from bcorm.query.endpoint import Endpoint


class Recipients(Struct):
    """Who receives a notification."""

    email_addresses: list[str] = field(
        doc="An empty list tells nobody; of a channel, None takes the store's."
    )


class OrderNotifications(Struct):
    """Who hears of new orders."""

    order_placed: Recipients = field(doc="Who hears of each new order.")
    forward_invoice: Recipients = field(doc="Who gets a copy of each invoice.")


class OrderSettings(Resource):
    """The store's settings. `GET /v3/orders/settings`."""

    notifications: OrderNotifications = field()

    endpoint = Endpoint(
        path="v3/orders/settings",
        key=None,
        verbs=("get", "update"),
    )


class OrderChannelSettings(Resource):
    """A channel's settings. `GET /v3/orders/settings/channels/{channel_id}`."""

    notifications: OrderNotifications = field()

    endpoint = Endpoint(
        path="v3/orders/settings/channels/{channel_id}",
        key=None,
        verbs=("get", "update"),
    )
