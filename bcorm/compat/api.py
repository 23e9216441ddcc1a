"""`BigcommerceApi`: every resource of a store as an attribute."""

# ruff: noqa: PLR0917 - the signatures are the official client's

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import ConfigurationError
from bcorm.http.credentials import Secret, SecretText, masked, masked_url

from . import connection, resources
from .connection import DEFAULT_TIMEOUT
from .resources import *  # noqa: F403 - programs and their tests look resources up here

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    from .resources.base import ApiResource

API_SERVICE = "api.bigcommerce.com"
AUTH_SERVICE = "login.bigcommerce.com"


def _masked(text: str | Secret) -> SecretText:
    return SecretText(Secret(text).reveal())


class BigcommerceApi:
    """A store, by access token (V2 and V3) or basic authentication (V2).

    The hosts come from `BC_API_ENDPOINT` and `BC_AUTH_SERVICE` if these are set; a full
    `http://127.0.0.1:PORT` is taken as well.

    Args:
        host: The store's host, for basic authentication.
        basic_auth: User name and API token.
        client_id: The app's client id, for an access token.
        store_hash: The store.
        access_token: Its token; without one, `oauth_fetch_token` comes first.
        rate_limiting_management: See `OAuthConnection`.
        api_path: `/stores/{}/v3/{}` for V3; resources that V3 has not stay with V2.
        timeout: Seconds to connect, and between bytes.

    Raises:
        ConfigurationError: Neither kind of account is complete, or a value cannot be right.
    """

    def __init__(
        self,
        host: str | None = None,
        basic_auth: tuple[str, str | Secret] | None = None,
        client_id: str | None = None,
        store_hash: str | None = None,
        access_token: str | Secret | None = None,
        rate_limiting_management: _Mapping[str, Any] | None = None,
        api_path: str | None = None,
        timeout: float | tuple[float, float] = DEFAULT_TIMEOUT,
    ) -> None:
        # First, so that a traceback that shows local variables does not show them: text still, for
        # a connection class of a test's own.
        access_token = _masked(access_token) if access_token else None
        basic_auth, host = masked(basic_auth), masked_url(host)
        self.api_service = os.getenv("BC_API_ENDPOINT", API_SERVICE)
        self.auth_service = os.getenv("BC_AUTH_SERVICE", AUTH_SERVICE)
        more: dict[str, Any] = {"api_path": api_path} if api_path else {}
        if timeout != DEFAULT_TIMEOUT:
            more["timeout"] = timeout
        self.connection: connection.Connection
        if host and basic_auth:
            self.connection = connection.Connection(host, basic_auth, **more)
        elif client_id and store_hash:
            self.connection = connection.OAuthConnection(
                client_id,
                store_hash,
                access_token,
                self.api_service,
                rate_limiting_management=rate_limiting_management,
                **more,
            )
        else:
            raise ConfigurationError("pass either client_id and store_hash, or host and basic_auth")

    def oauth_fetch_token(
        self,
        client_secret: str | Secret,
        code: str | Secret,
        context: str,
        scope: str,
        redirect_uri: str,
    ) -> Any:
        """Exchange the auth callback's code for a token, and use it from now on.

        Returns:
            The server's answer with `access_token`, `scope`, `user` and `context`;
            None for basic authentication.

        Raises:
            HttpException: The server refused.
        """
        client_secret, code = Secret(client_secret), Secret(code)
        if not isinstance(self.connection, connection.OAuthConnection):
            return None
        service = self.auth_service
        token_url = f"{service if '://' in service else f'https://{service}'}/oauth2/token"
        return self.connection.fetch_token(
            client_secret, code, context, scope, redirect_uri, token_url
        )

    @classmethod
    def oauth_verify_payload(cls, signed_payload: str, client_secret: str | Secret) -> Any:
        """Give the user data of a `signed_payload`, or False if it cannot be trusted."""
        client_secret = Secret(client_secret)
        return connection.OAuthConnection.verify_payload(signed_payload, client_secret)

    @classmethod
    def oauth_verify_payload_jwt(
        cls, signed_payload: str, client_secret: str | Secret, client_id: str
    ) -> Any:
        """Give the claims of a `signed_payload_jwt`.

        Raises:
            jwt.InvalidTokenError: It cannot be trusted.
        """
        client_secret = Secret(client_secret)
        return connection.OAuthConnection.verify_payload_jwt(
            signed_payload, client_secret, client_id
        )

    def __getattr__(self, item: str) -> ApiResourceWrapper:
        if item == "connection":
            # Only while __init__ failed or copy/pickle build an empty object.
            raise AttributeError(item)
        return ApiResourceWrapper(item, self)

    def __repr__(self) -> str:
        return f"<BigcommerceApi {self.connection!r}>"


class ApiResourceWrapper:
    """A resource class that knows its connection: `api.Products`.

    Args:
        resource_class: The class, or its name.
        api: Whose connection is used.

    Raises:
        AttributeError: There is no resource of that name.
    """

    def __init__(self, resource_class: str | type[ApiResource], api: BigcommerceApi) -> None:
        self.resource_class = (
            self.str_to_class(resource_class) if isinstance(resource_class, str) else resource_class
        )
        self.connection = api.connection

    def __getattr__(self, item: str) -> Any:
        if item in ("resource_class", "connection"):
            raise AttributeError(item)
        member = getattr(self.resource_class, item)
        if not callable(member):
            return member

        def call(*args: Any, **kwargs: Any) -> Any:
            return member(*args, connection=self.connection, **kwargs)

        return call

    @classmethod
    def str_to_class(cls, str: str) -> type[ApiResource]:  # noqa: A002
        """Find a resource class by its name.

        Raises:
            AttributeError: There is no resource of that name.
        """
        found = globals().get(str)
        # A test may have put a stand-in where a resource was.
        if str in resources.__all__ or (isinstance(found, type) and issubclass(found, dict)):
            return found  # type: ignore[return-value]
        raise AttributeError(f"there is no resource {str!r}")
