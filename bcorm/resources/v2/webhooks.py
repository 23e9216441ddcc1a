"""Webhooks as V2 has them; they have no current specification."""

from __future__ import annotations

from datetime import datetime

from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Endpoint


class Webhook(Resource):
    """An address that is called when something happens. `GET /v2/hooks`."""

    id: int = readonly()
    client_id: str = readonly()
    store_hash: str = readonly()
    scope: str = field(required=True)
    destination: str = field(required=True)
    headers: dict[str, str] | None = field(secret=True)
    is_active: bool = field()
    created_at: datetime = readonly(format="unix")
    updated_at: datetime = readonly(format="unix")

    endpoint = Endpoint(
        path="v2/hooks",
        filters={"is_active": "exact", "scope": "exact", "destination": "exact"},
        natural_key="scope destination",
        version_field="updated_at",
    )
