"""Webhooks as V2 has them; they have no current specification."""

from __future__ import annotations

from bcorm.query.endpoint import Endpoint
from bcorm.resources.webhooks import HookFields


class Webhook(HookFields):
    """An address that is called when something happens. `GET /v2/hooks`."""

    endpoint = Endpoint(
        path="v2/hooks",
        filters={"is_active": "exact", "scope": "exact", "destination": "exact"},
        natural_key="scope destination",
        version_field="updated_at",
    )
