"""Tokens for the GraphQL Storefront API (`storefront_tokens.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.storefront_tokens import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Resource
from bcorm.emulator.schema import Field, array, choice, integer, integers, string

_COMMON: tuple[Field, ...] = (
    integer("expires_at", required="post", low=0),
    integer("channel_id", low=1),
    integers("channel_ids"),
)
_ORIGINS = array("allowed_cors_origins", string("", shortest=1), fewest=1, most=2)
_SCOPES = array("scopes", choice("", "Unauthenticated Customer B2B"), required="post", fewest=1)

RESOURCES: tuple[Resource, ...] = ()

_PATH = "v3/storefront/api-token"
OPERATIONS = (
    operation(
        "POST",
        _PATH,
        behaviour.create_token,
        kind="storefront",
        fields=(*_COMMON, _ORIGINS),
    ),
    operation(
        "POST",
        _PATH + "-private",
        behaviour.create_token,
        kind="private",
        fields=(*_COMMON, _SCOPES),
    ),
    operation(
        "POST",
        _PATH + "-customer-impersonation",
        behaviour.create_token,
        kind="impersonation",
        fields=_COMMON,
    ),
    operation("DELETE", _PATH, behaviour.revoke_token),
)
