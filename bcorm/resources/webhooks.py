"""Webhooks: whom the store tells what happens (`webhooks.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint, Filter, answered


class HookFields(Resource, abstract=True):
    """What a webhook is, in both versions."""

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
    is_active: bool = field(
        doc="Whether events are sent; the store ends that after 90 days without any."
    )
    created_at: datetime = readonly(format="unix")
    updated_at: datetime = readonly(format="unix")


class Webhook(HookFields):
    """An address that is called when something happens. `GET /v3/hooks`.

    Only the hooks of the token's own client are seen.
    """

    endpoint = Endpoint(
        path="v3/hooks",
        filters={"is_active": "exact", "scope": "exact", "destination": "exact"},
        natural_key="scope destination",
        version_field="updated_at",
    )


class HookStatus(Struct):
    """A hook as the administration sees it."""

    id: int = readonly()
    client_id: str = readonly(doc="The app or API account that made it.")
    store_hash: str = readonly()
    scope: str = readonly(doc="The event.")
    destination: str = readonly(doc="Where events are sent.")
    headers: dict[str, str] | None = readonly(secret=True, doc="Headers that are sent along.")
    is_active: bool = readonly(doc="Whether events are sent.")
    created_at: datetime = readonly(format="unix")
    updated_at: datetime = readonly(format="unix")
    status: Literal["inactive", "active", "deactivated"] = readonly(
        doc="Whether it is active, and whether the store has deactivated it."
    )


class BlockReason(Struct):
    """Why a destination was blocked."""

    failure_description: str = readonly(doc="What went wrong.")
    count: int = readonly(doc="How often it went wrong.")
    timestamp: datetime = readonly(format="unix")


class BlockedDomain(Struct):
    """A destination that is not called for a while; `time_left` is in seconds."""

    destination: str = readonly(doc="The domain to which nothing is sent for a while.")
    time_left: int = readonly(doc="For how many seconds still.")
    reasons: list[BlockReason] = readonly(doc="What went wrong.")


class WebhookAdmin(Resource):
    """Who is told of failing hooks, and how all hooks are. `GET /v3/hooks/admin`."""

    emails: list[str] = field(doc="Who is told of webhooks that fail.")
    hooks_list: list[HookStatus] = readonly(doc="All webhooks of the account.")
    blocked_domains: list[BlockedDomain] = readonly(
        doc="The domains to which nothing is sent for a while."
    )

    endpoint = Endpoint(
        path="v3/hooks/admin",
        key=None,
        verbs=("get", "update"),
        answers=(answered("nothing", "update", source="webhooks.v3.yml, PUT /hooks/admin: 204"),),
        filters={"is_active": Filter("exact", type=bool)},
    )
