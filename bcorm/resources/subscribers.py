"""Newsletter subscribers (`subscribers.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Endpoint


class Subscriber(Resource):
    """Somebody who reads the newsletter. `GET /v3/customers/subscribers`.

    A DELETE of the collection without a filter deletes every subscriber.
    """

    id: int = readonly()
    email: str = field(doc="Must be unique.")
    first_name: str = field(max_length=255)
    last_name: str = field(max_length=255)
    source: str = field(
        max_length=255, doc="Where the address comes from: `storefront`, `order` or `custom`."
    )
    order_id: int | None = field(
        minimum=1, maximum=2_147_483_647, doc="The order that the address comes from, if it is one."
    )
    channel_id: int = field(
        minimum=1, maximum=2_147_483_647, doc="The channel where the shopper subscribed."
    )
    consents: list[Literal["marketing_newsletter", "abandoned_cart"]] = field(
        doc="What may be sent; an empty list means that the shopper unsubscribed."
    )
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    endpoint = Endpoint(
        path="v3/customers/subscribers",
        needs="email",
        empty_delete=True,
        filters={
            "id": "exact in",
            "email": "exact",
            "first_name": "exact",
            "last_name": "exact",
            "source": "exact",
            "order_id": "exact",
            "date_created": "exact gte lte",
            "date_modified": "exact gte lte",
        },
        natural_key="email",
    )
