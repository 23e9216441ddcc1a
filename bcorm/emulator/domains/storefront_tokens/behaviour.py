"""Storefront tokens: made for channels, until a moment, and revoked by themselves."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.apps import DEFAULT_SECRET
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.errors import ApiError
from bcorm.emulator.signing import opened, sign
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.schema import Field

REVOKED = "v3/storefront/api-token revoked"


def create_token(ctx: Context, kind: str, fields: Sequence[Field]) -> Reply:
    """POST a token of some kind for one channel or several."""
    said = check(fields, ctx.body, "post", "v3")
    if ("channel_id" in said) == ("channel_ids" in said):
        raise ApiError(422, errors={"channel_id": "Give one of channel_id and channel_ids."})
    channels = said.get("channel_ids") or [said.get("channel_id")]
    for channel in channels:
        if channel is None or not ctx.store.exists("v3/channels", channel):
            raise ApiError(422, errors={"channel_id": "The channel does not exist."})
    if said["expires_at"] <= ctx.now:
        raise ApiError(422, errors={"expires_at": "must be in the future"})
    claims = {
        "cid": channels,
        "corsDomains": said.get("allowed_cors_origins", []),
        "eat": said["expires_at"],
        "iat": ctx.now,
        "iss": "BC",
        "jti": secrets.token_hex(8),
        "scopes": said.get("scopes", []),
        "sid": ctx.store_hash,
        "token_type": kind,
    }
    token = sign(claims, DEFAULT_SECRET)
    return Reply(200, jsontext.dumps({"data": {"token": token}, "meta": {}}))


def revoke_token(ctx: Context) -> Reply:
    """DELETE the token that the header holds."""
    claims = opened(ctx.headers.get("Sf-Api-Token", ""), DEFAULT_SECRET)
    revoked = ctx.store.setting(REVOKED, [])
    if claims is None or claims["jti"] in revoked or claims["token_type"] == "impersonation":  # noqa: S105
        raise ApiError(422, errors={"Sf-Api-Token": "This is no token that can be revoked."})
    ctx.store.set_setting(REVOKED, [*revoked, claims["jti"]])
    return Reply(200)
