"""The official client's low-level API: one class per kind of account.

`Connection` has what they share; this module adds the accounts with a token.
"""

# ruff: noqa: PLR0917 - the signatures are the official client's

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import jwt
import requests

from bcorm.auth import jwts, payloads
from bcorm.auth.errors import SignatureError
from bcorm.exceptions import ConfigurationError
from bcorm.http.credentials import OAuthCredentials, Secret, check_url

from . import quota
from .basic import DEFAULT_TIMEOUT, Connection
from .exception import (
    ClientRequestException,
    EmptyResponseWarning,
    HttpException,
    NotLoggedInException,
    RateLimitingException,
    RedirectionException,
    ServerException,
)
from .introspection import INTROSPECTION_QUERY
from .wire import (
    base_url,
    unchanged,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ClientRequestException",
    "Connection",
    "EmptyResponseWarning",
    "GraphQLConnection",
    "HttpException",
    "NotLoggedInException",
    "OAuthConnection",
    "RateLimitingException",
    "RedirectionException",
    "ServerException",
]

_MOST_429S = 10


class OAuthConnection(Connection):
    """A store that is reached with an access token.

    Args:
        client_id: The app's client id.
        store_hash: The store.
        access_token: Its token; without one, `fetch_token` comes first.
        host: The API's host, or a full ``http://127.0.0.1:PORT``.
        api_path: Where the API is, with places for store hash and resource.
        rate_limiting_management: ``min_requests_remaining``, ``wait``,
            ``callback_function``, ``callback_args``. With ``wait``, a 429 is waited for and
            sent again as well.
        timeout: Seconds to connect, and between bytes.

    Raises:
        ConfigurationError: The host is no https host (plain http is for this machine), or
            a credential cannot be sent.
    """

    def __init__(
        self,
        client_id: str,
        store_hash: str,
        access_token: str | Secret | None = None,
        host: str = "api.bigcommerce.com",
        api_path: str = "/stores/{}/v2/{}",
        rate_limiting_management: Mapping[str, Any] | None = None,
        *,
        timeout: float | tuple[float, float] = DEFAULT_TIMEOUT,
    ) -> None:
        access_token = Secret(access_token) if access_token else None
        base_url(host)
        self.client_id = client_id
        self.store_hash = store_hash
        self.host = host
        self.api_path = api_path
        self.timeout = timeout
        self.rate_limiting_management = rate_limiting_management
        self.rate_limit: dict[str, int] = {}
        self._session = requests.Session()
        # With an authentication of its own, a session leaves ~/.netrc alone.
        self._session.auth = unchanged
        self._session.headers.clear()
        self._session.headers.update({"Accept": "application/json", "Accept-Encoding": "gzip"})
        if access_token:
            self._sign_in(access_token)
        self._last_response = None

    def full_path(self, url: str) -> str:
        """The URL of a resource of this store."""
        return base_url(self.host) + self.api_path.format(self.store_hash, url)

    @staticmethod
    def verify_payload(signed_payload: str, client_secret: str) -> Any:
        """Give what a ``signed_payload`` says, or False if it cannot be trusted.

        Says nothing of its age; `bcorm.auth.verify_signed_payload` does.
        """
        try:
            return payloads.open_signed_payload(signed_payload, client_secret)
        except SignatureError:
            return False

    @staticmethod
    def verify_payload_jwt(signed_payload: str, client_secret: str, client_id: str) -> Any:
        """Give the claims of a ``signed_payload_jwt``.

        Raises:
            jwt.InvalidTokenError: It cannot be trusted; one of PyJWT's leaves, by reason.
        """
        try:
            jwts.check_shape(signed_payload)
        except SignatureError as error:
            raise jwt.DecodeError(str(error)) from None
        return jwt.decode(
            signed_payload,
            client_secret,
            algorithms=list(payloads.PAYLOAD_ALGORITHMS),
            audience=client_id,
            options={"verify_iss": False},
        )

    def fetch_token(
        self,
        client_secret: str | Secret,
        code: str | Secret,
        context: str,
        scope: str,
        redirect_uri: str,
        token_url: str = "https://login.bigcommerce.com/oauth2/token",  # noqa: S107
    ) -> Any:
        """Exchange the auth callback's code for a token, and use it from now on.

        Raises:
            HttpException: Any status that is no success, or an answer without a token.
        """
        client_secret, code = Secret(client_secret), Secret(code)
        check_url(token_url)
        answer = self.post(
            token_url,
            {
                "client_id": self.client_id,
                "client_secret": client_secret,
                "code": code,
                "context": context,
                "scope": scope,
                "grant_type": "authorization_code",
                "redirect_uri": redirect_uri,
            },
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        try:
            self._sign_in(answer["access_token"])
        except (KeyError, TypeError, ConfigurationError):
            told = self._last_response
            assert told is not None
            raise ServerException(
                "the answer has no access token that could be sent", told
            ) from None
        return answer

    def _sign_in(self, access_token: str | Secret) -> None:
        access_token = Secret(access_token)
        credentials = OAuthCredentials(self.store_hash, access_token, client_id=self.client_id)
        self._session.headers.update(credentials.auth_headers())

    def _run_method(
        self,
        method: str,
        url: str,
        data: Any = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Send, and with ``wait`` configured send again after each 429."""
        management = self.rate_limiting_management or {}
        for attempt in range(_MOST_429S):
            response = super()._run_method(method, url, data, query, headers)
            if response.status_code != 429 or not management.get("wait"):
                break
            time.sleep(quota.wait_after_429(response, attempt))
            quota.notify(management)
        return response

    def _handle_response(
        self, url: str, res: requests.Response, suppress_empty: bool = True
    ) -> Any:
        """Note the quota, whatever the status, and manage it after a success."""
        found = quota.read_quota(res)
        if found:
            self.rate_limit = found
        result = super()._handle_response(url, res, suppress_empty)
        if found and self.rate_limiting_management:
            quota.manage(self.rate_limiting_management, found)
        return result


class GraphQLConnection(OAuthConnection):
    """The GraphQL Admin API of a store; arguments as for `OAuthConnection`."""

    def __init__(
        self,
        client_id: str,
        store_hash: str,
        access_token: str | Secret | None = None,
        host: str = "api.bigcommerce.com",
        api_path: str = "/stores/{}/graphql",
        rate_limiting_management: Mapping[str, Any] | None = None,
        *,
        timeout: float | tuple[float, float] = DEFAULT_TIMEOUT,
    ) -> None:
        access_token = Secret(access_token) if access_token else None
        super().__init__(
            client_id,
            store_hash,
            access_token,
            host,
            api_path,
            rate_limiting_management,
            timeout=timeout,
        )

    @property
    def graphql_path(self) -> str:
        """The URL that queries are posted to."""
        return self.full_path("")

    def query(self, query: str, variables: Mapping[str, Any] | None = None) -> Any:
        """Post a query; gives ``data`` and ``errors`` as the server does.

        Raises:
            HttpException: Any status that is no success.
        """
        return self.post(self.graphql_path, {"query": query, "variables": dict(variables or {})})

    def introspection_query(self) -> Any:
        """Ask for the whole schema.

        Raises:
            HttpException: Any status that is no success.
        """
        return self.query(INTROSPECTION_QUERY)
