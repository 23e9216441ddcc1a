"""What belongs to a customer's account: the password, consent, cards; and the store's settings."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.schema import boolean, integer, nested, string
from bcorm.emulator.tables import Clause, Row
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc

CUSTOMERS = "v3/customers"


def seal(password: str) -> str:
    """What is kept of a password. The shop is a toy, its habits need not be."""
    return hashlib.sha256(f"emulated:{password}".encode()).hexdigest()


def validate_credentials(ctx: Context) -> Reply:
    """POST /customers/validate-credentials."""
    body = check(_CREDENTIALS, ctx.body, "post", "v3")
    rows = ctx.store.select(CUSTOMERS, Clause("t.email = ? COLLATE NOCASE", (body["email"],)))
    valid = bool(rows) and knows(rows[0], body["password"])
    answer = {"customer_id": rows[0].id if valid else None, "is_valid": valid}
    return Reply(200, jsontext.dumps(answer))


def knows(row: Row, password: str) -> bool:
    """Whether that is the password of the customer."""
    kept = row.secrets.get("password") or ""
    return hmac.compare_digest(kept, seal(password))


_CREDENTIALS = (
    string("email", required="post"),
    string("password", required="post"),
    integer("channel_id"),
)
_SETTINGS = (
    nested(
        "privacy_settings",
        boolean("ask_shopper_for_tracking_consent"),
        string("policy_url"),
        nullable=True,
    ),
    nested(
        "customer_group_settings",
        integer("guest_customer_group_id"),
        integer("default_customer_group_id"),
        nullable=True,
    ),
    boolean("allow_global_logins"),
)
SETTINGS: Doc = {
    "privacy_settings": {
        "ask_shopper_for_tracking_consent": False,
        "policy_url": "",
    },
    "customer_group_settings": {"guest_customer_group_id": 0, "default_customer_group_id": 0},
}


def _settings_name(ctx: Context) -> str:
    return f"customer settings {ctx.ids[0] if ctx.ids else 'global'}"


def show_settings(ctx: Context) -> Reply:
    """GET /customers/settings, of the store or of a channel."""
    kept = ctx.store.setting(_settings_name(ctx))
    if kept is None:
        kept = {**SETTINGS, **({"allow_global_logins": True} if ctx.ids else {})}
    return Reply(200, jsontext.dumps({"data": kept, "meta": {}}))


def set_settings(ctx: Context) -> Reply:
    """PUT /customers/settings; what is not named stays."""
    said = check(_SETTINGS, ctx.body, "put", "v3")
    name = _settings_name(ctx)
    kept = ctx.store.setting(name) or {
        **SETTINGS,
        **({"allow_global_logins": True} if ctx.ids else {}),
    }
    for section, values in said.items():
        if isinstance(values, dict) and isinstance(kept.get(section), dict):
            kept[section] = {**kept[section], **values}
        elif section in kept:
            kept[section] = values
    ctx.store.set_setting(name, kept)
    return Reply(200, jsontext.dumps({"data": kept, "meta": {}}))


_PASSWORD = (string("password", required="post"),)
_CONSENT = ("essential", "functional", "analytics", "targeting")


def show_consent(ctx: Context) -> Reply:
    """GET /customers/{id}/consent."""
    row = ctx.require(CUSTOMERS, ctx.ids[0])
    kept = ctx.store.setting(f"consent {row.id}") or {
        "allow": [],
        "deny": [],
        "updated_at": row.doc["date_created"],
    }
    return Reply(200, jsontext.dumps(kept))


def set_consent(ctx: Context) -> Reply:
    """PUT /customers/{id}/consent."""
    row = ctx.require(CUSTOMERS, ctx.ids[0])
    body = ctx.body if isinstance(ctx.body, dict) else {}
    for name in ("allow", "deny"):
        values = body.get(name, [])
        if not isinstance(values, list) or any(value not in _CONSENT for value in values):
            raise ApiError(422, errors={name: f"must be a list of {', '.join(_CONSENT)}"})
    kept = {
        "allow": body.get("allow", []),
        "deny": body.get("deny", []),
        "updated_at": ctx.stamp("zulu"),
    }
    ctx.store.set_setting(f"consent {row.id}", kept)
    return Reply(200, jsontext.dumps(kept))


def stored_instruments(ctx: Context) -> Reply:
    """GET /customers/{id}/stored-instruments: every fifth customer has a card."""
    row = ctx.store.get(CUSTOMERS, ctx.ids[0])
    if row is None:
        raise not_found("v3")
    if not isinstance(row.id, int) or row.id % 5:
        return Reply(200, "[]")
    card = {
        "type": "stored_card",
        "token": hashlib.sha256(f"card {row.id}".encode()).hexdigest(),
        "is_default": True,
        "brand": "VISA",
        "expiry_month": row.id % 12 + 1,
        "expiry_year": 2031,
        "issuer_identification_number": "411111",
        "last_4": f"{row.id:04d}"[-4:],
    }
    return Reply(200, jsontext.dumps([card]))


def validate_v2(ctx: Context) -> Reply:
    """POST /v2/customers/{id}/validate."""
    row = ctx.require(CUSTOMERS, ctx.ids[0])
    said = check(_PASSWORD, ctx.body, "post", "v2")
    valid = knows(row, said["password"])
    return Reply(200, jsontext.dumps({"success": valid}))
