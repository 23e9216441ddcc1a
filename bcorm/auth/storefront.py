"""Tokens for the GraphQL Storefront API (storefront_tokens.v3.yml).

Three kinds: for browsers, for servers, and for servers that act as a shopper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import ConfigurationError
from bcorm.http.credentials import Secret, SecretText

from .secrets import token_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bcorm.http import ApiClient

_PATH = "v3/storefront/api-token"


def create_storefront_token(
    client: ApiClient,
    channels: int | Sequence[int],
    expires_at: datetime,
    *,
    allowed_origins: Sequence[str] = (),
) -> Secret:
    """Create a token that a browser may hold: `POST /v3/storefront/api-token`.

    Args:
        client: The store; needs the `store_storefront_api` scope.
        channels: The storefront, or several.
        expires_at: An aware moment; whole seconds count.
        allowed_origins: Origins that may use it from a browser, two at most.

    Raises:
        ConfigurationError: There is no channel, or the moment has no time zone.
        ApiError: The store refused.
    """
    extra = {"allowed_cors_origins": list(allowed_origins)} if allowed_origins else {}
    return _create(client, _PATH, channels, expires_at, extra)


def create_private_token(
    client: ApiClient,
    channels: int | Sequence[int],
    expires_at: datetime,
    *,
    scopes: Sequence[str] = ("Unauthenticated",),
) -> Secret:
    """Create a token for servers: `POST /v3/storefront/api-token-private`.

    Args:
        client: The store; needs the `store_storefront_api` scope.
        channels: The storefront, or several.
        expires_at: An aware moment; whole seconds count.
        scopes: Out of `Unauthenticated`, `Customer` and `B2B`.

    Raises:
        ConfigurationError: There is no channel, or the moment has no time zone.
        ApiError: The store refused.
    """
    return _create(client, f"{_PATH}-private", channels, expires_at, {"scopes": list(scopes)})


def create_impersonation_token(
    client: ApiClient, channels: int | Sequence[int], expires_at: datetime
) -> Secret:
    """Create a token to act as shoppers with, server to server.

    `POST /v3/storefront/api-token-customer-impersonation`; needs the
    `store_storefront_api_customer_impersonation` scope.

    Args:
        client: The store.
        channels: The channels that it opens, by their keys.
        expires_at: When it ends, with a time zone.

    Raises:
        ConfigurationError: There is no channel, or the moment has no time zone.
        ApiError: The store refused.
    """
    return _create(client, f"{_PATH}-customer-impersonation", channels, expires_at, {})


def revoke_storefront_token(client: ApiClient, token: str | Secret) -> None:
    """Revoke a browser's or a server's token: `DELETE /v3/storefront/api-token`.

    The store schedules it; the token may work for a little while.

    Args:
        client: The store.
        token: The token.

    Raises:
        ApiError: The store refused.
    """
    hidden = Secret(token)
    del token  # no error below may carry it in its frame
    client.delete(_PATH, headers={"Sf-Api-Token": SecretText(hidden.reveal())})


def _create(
    client: ApiClient,
    path: str,
    channels: int | Sequence[int],
    expires_at: datetime,
    extra: dict[str, Any],
) -> Secret:
    if expires_at.tzinfo is None:
        raise ConfigurationError("expires_at needs a time zone")
    listed = [channels] if isinstance(channels, int) else list(channels)
    if not listed:
        raise ConfigurationError("a storefront token needs a channel")
    # Exactly one of the two spellings may be sent.
    where = {"channel_id": listed[0]} if len(listed) == 1 else {"channel_ids": listed}
    answer = client.post(path, json={"expires_at": int(expires_at.timestamp()), **where, **extra})
    # The guide shows {token, meta}, the specification {data: {token}, meta}.
    return token_in(answer, "token", path)
