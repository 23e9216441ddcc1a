"""Webhooks as V2 has them; they have no current specification."""

from __future__ import annotations

from datetime import datetime

from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Endpoint


class Webhook(Resource):
    """An address that is called when something happens. `GET /v2/hooks`."""

    id: int = readonly()
    client_id: str = readonly(doc="The app or API account that made it, and alone sees it.")
    store_hash: str = readonly()
    scope: str = field(
        required=True,
        doc="The event, such as `store/order/created`; `store/order/*` is every event of orders.",
    )
    destination: str = field(
        required=True, doc="Where events are sent: an https address on port 443 that answers 200."
    )
    headers: dict[str, str] | None = field(
        secret=True, doc="Headers that are sent along, by which the receiver knows the sender."
    )
    is_active: bool = field(doc="Whether events are sent.")
    created_at: datetime = readonly(format="unix")
    updated_at: datetime = readonly(format="unix")

    endpoint = Endpoint(
        path="v2/hooks",
        filters={"is_active": "exact", "scope": "exact", "destination": "exact"},
        natural_key="scope destination",
        version_field="updated_at",
    )
