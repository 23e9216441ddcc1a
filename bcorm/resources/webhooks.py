"""Webhooks: whom the store tells what happens (`webhooks.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint, Filter, answered


class Webhook(Resource):
    """An address that is called when something happens. `GET /v3/hooks`.

    Only the hooks of the token's own client are seen.
    """

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
        path="v3/hooks",
        filters={"is_active": "exact", "scope": "exact", "destination": "exact"},
        natural_key="scope destination",
        version_field="updated_at",
    )


class HookStatus(Struct):
    """A hook as the administration sees it."""

    id: int = readonly()
    client_id: str = readonly()
    store_hash: str = readonly()
    scope: str = readonly()
    destination: str = readonly()
    headers: dict[str, str] | None = readonly(secret=True)
    is_active: bool = readonly()
    created_at: datetime = readonly(format="unix")
    updated_at: datetime = readonly(format="unix")
    status: Literal["inactive", "active", "deactivated"] = readonly()


class BlockReason(Struct):
    """Why a destination was blocked."""

    failure_description: str = readonly()
    count: int = readonly()
    timestamp: datetime = readonly(format="unix")


class BlockedDomain(Struct):
    """A destination that is not called for a while; `time_left` is in seconds."""

    destination: str = readonly()
    time_left: int = readonly()
    reasons: list[BlockReason] = readonly()


class WebhookAdmin(Resource):
    """Who is told of failing hooks, and how all hooks are. `GET /v3/hooks/admin`."""

    emails: list[str] = field()
    hooks_list: list[HookStatus] = readonly()
    blocked_domains: list[BlockedDomain] = readonly()

    endpoint = Endpoint(
        path="v3/hooks/admin",
        key=None,
        verbs=("get", "update"),
        answers=(answered("nothing", "update", source="webhooks.v3.yml, PUT /hooks/admin: 204"),),
        filters={"is_active": Filter("exact", type=bool)},
        version_field=None,
    )
