"""The official client's low-level API: one class per kind of account.

Speaks through `requests` as the official client does, so that code which catches
`requests.exceptions.Timeout`, reads `exception.response` or replaces `_session` goes on
working. What differs on purpose is listed in docs/migrate.md.
"""

# ruff: noqa: PLR0917 - the signatures are the official client's

from __future__ import annotations

import copy
import json
import logging
from time import sleep
from typing import TYPE_CHECKING, Any, NoReturn

import jwt
import requests

from bcorm.auth import jwts, payloads
from bcorm.auth.errors import SignatureError
from bcorm.exceptions import ConfigurationError
from bcorm.http import jsontext
from bcorm.http.credentials import (
    BasicCredentials,
    Hidden,
    OAuthCredentials,
    Secret,
    SecretText,
    check_url,
    masked_url,
    unseen,
)

from . import quota
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
    StoreSession,
    base_url,
    error_class,
    forget_credentials,
    message,
    new_session,
    query_string,
    with_id,
    withhold,
    without_credentials,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Self

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
    "jwt",
    "log",
    "requests",
    "sleep",
]

log = logging.getLogger("bigcommerce.connection")  # the name that programs configure

DEFAULT_TIMEOUT = 7.0  # seconds, the official client's
_MOST_429S = 10
_JSON = "application/json"


class Connection:
    """A store that is reached with basic authentication (V2 only).

    Args:
        host: The store's host, or a full `http://127.0.0.1:PORT`.
        auth: User name and API token, or any authentication of `requests`.
        api_path: Where the API is, with a place for the resource.
        timeout: Seconds to connect, and between bytes.

    Raises:
        ConfigurationError: The host is no https host (plain http is for this machine), or
            a credential cannot be sent.
    """

    def __init__(
        self,
        host: str,
        auth: Any,
        api_path: str = "/api/v2/{}",
        *,
        timeout: float | tuple[float, float] = DEFAULT_TIMEOUT,
    ) -> None:
        # Wrapped first: a traceback that shows local variables does not show the token.
        auth, host = _pair(auth), masked_url(host)
        url = base_url(host)
        if isinstance(auth, Hidden):
            raise ConfigurationError("auth is a user name and a token: (user, token)")
        if isinstance(auth, tuple):
            BasicCredentials(url, *auth)  # refuses what cannot be sent
        self.host = host
        self.api_path = api_path
        self.timeout: float | tuple[float, float] = timeout
        self._session: requests.Session = new_session({"Accept": _JSON}, auth)
        self._last_response: requests.Response | None = None

    def full_path(self, url: str) -> str:
        """The URL of a resource of this store."""
        return base_url(self.host) + self.api_path.format(url)

    def get(self, resource: str = "", rid: object = None, **query: Any) -> Any:
        """GET a resource, or the one with id `rid`; keywords are the query.

        Raises:
            HttpException: Any status that is no success.
        """
        url = with_id(resource, rid)
        return self._handle_response(url, self._run_method("GET", url, query=query))

    def update(self, resource: str, rid: object, updates: Mapping[str, Any]) -> Any:
        """PUT changes to the resource with id `rid`.

        Raises:
            HttpException: Any status that is no success.
        """
        return self.put(with_id(resource, rid), updates)

    def create(self, resource: str, data: Any) -> Any:
        """POST a new resource.

        Raises:
            HttpException: Any status that is no success.
        """
        return self.post(resource, data)

    def delete(self, resource: str, rid: object = None) -> Any:
        """DELETE the resource with id `rid`, or all of them without one.

        Raises:
            HttpException: Any status that is no success.
        """
        url = with_id(resource, rid)
        return self._handle_response(url, self._run_method("DELETE", url), suppress_empty=True)

    def make_request(
        self,
        method: str,
        url: str,
        data: Any = None,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Send any request; give its parsed JSON, or `{}` for a 204.

        Raises:
            HttpException: Any status that is no success.
        """
        return self._handle_response(url, self._run_method(method, url, data, params, headers))

    def put(self, url: str, data: Any) -> Any:
        """PUT `data` as JSON.

        Raises:
            HttpException: Any status that is no success.
        """
        return self._handle_response(url, self._run_method("PUT", url, data=data))

    def post(self, url: str, data: Any, headers: Mapping[str, str] | None = None) -> Any:
        """POST `data`, as JSON unless the headers name another content type.

        Raises:
            HttpException: Any status that is no success.
        """
        return self._handle_response(url, self._run_method("POST", url, data, headers=headers))

    def __repr__(self) -> str:
        return f"{type(self).__name__} {self.host}{self.api_path}"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a connection holds a token and is not pickled")

    def __copy__(self) -> Self:
        copied = type(self).__new__(type(self))
        copied.__dict__.update(self.__dict__)
        return copied

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        copied = copy.copy(self)
        vars(copied)["_session"] = copy.deepcopy(self._session, memo)
        return copied

    def _run_method(
        self,
        method: str,
        url: str,
        data: Any = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Send once and return the answer, whatever its status."""
        target = url if url[:4] == "http" else self.full_path(url.removeprefix("/"))
        fields = dict(headers or {})
        if data and fields.setdefault("Content-Type", _JSON) == _JSON:
            data = _body(data, written="Content-Type" in (headers or {}))
        log.debug("%s %s", method, url.partition("?")[0])
        if isinstance(self._session, StoreSession):
            self._session.store_url = self.full_path("")
        try:
            response = self._session.request(
                method,
                target + query_string(target, query),
                data=data,
                timeout=self.timeout,
                headers=fields,
            )
        except requests.RequestException as error:
            secrets = getattr(self._session, "secrets", None)
            known = secrets(data) if secrets else []
            failure: BaseException = without_credentials(error, known)
        except BaseException as error:  # noqa: BLE001 - raised again at once
            failure = error.with_traceback(None)
            failure.__context__ = None
        else:
            forget_credentials(response)
            return response
        # Outside the handler: the frames of the original hold what was sent.
        raise failure

    def _handle_response(
        self, url: str, res: requests.Response, suppress_empty: bool = True
    ) -> Any:
        """Give the parsed JSON, or raise what the status says."""
        self._last_response = res
        status = res.status_code
        if status == 204 and not suppress_empty:
            raise EmptyResponseWarning(message(url, res), res)
        if status == 204 or (status < 300 and not (res.content or b"").strip()):
            return {}
        if status < 300:
            try:
                return res.json()
            except ValueError:
                raise ServerException(f"no JSON: {message(url, res)}", res) from None
        raise error_class(status)(message(url, res), res)


def _pair(auth: Any) -> Any:
    """User name and token, the token wrapped; an authentication of requests as it is."""
    if isinstance(auth, tuple | list):
        return (auth[0], Secret(auth[1])) if len(auth) == 2 else Hidden(auth)
    return auth if callable(auth) or auth is None else Hidden(auth)


def _body(data: Any, *, written: bool) -> Any:
    """JSON as the standard library writes it, with `Decimal` besides.

    Args:
        data: What to send.
        written: Whether the caller named the content type: text is then JSON already.
    """
    if written and isinstance(data, str | bytes):
        return data
    try:
        return json.dumps(data, allow_nan=False)
    except (TypeError, ValueError):
        return jsontext.dumps(data)


class OAuthConnection(Connection):
    """A store that is reached with an access token.

    Args:
        client_id: The app's client id.
        store_hash: The store.
        access_token: Its token; without one, `fetch_token` comes first.
        host: The API's host, or a full `http://127.0.0.1:PORT`.
        api_path: Where the API is, with places for store hash and resource.
        rate_limiting_management: `min_requests_remaining`, `wait`,
            `callback_function`, `callback_args`. With `wait`, a 429 is waited for and
            sent again as well, unless the store asks for more than two minutes.
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
        host = masked_url(host)
        base_url(host)
        self.client_id = client_id
        self.store_hash = store_hash
        self.host = host
        self.api_path = api_path
        self.timeout = timeout
        self.rate_limiting_management = rate_limiting_management
        self.rate_limit: dict[str, int] = {}
        self._session = new_session({"Accept": _JSON, "Accept-Encoding": "gzip"})
        if access_token:
            self._sign_in(access_token)
        self._last_response = None

    def full_path(self, url: str) -> str:
        """The URL of a resource of this store."""
        return base_url(self.host) + self.api_path.format(self.store_hash, url)

    @staticmethod
    def _oauth_headers(cid: str, atoken: str) -> dict[str, str]:
        """The header fields that authenticate a request."""
        return {"X-Auth-Client": cid, "X-Auth-Token": atoken}

    @staticmethod
    def verify_payload(signed_payload: str, client_secret: str | Secret) -> Any:
        """Give what a `signed_payload` says, or False if it cannot be trusted.

        Says nothing of its age; `bcorm.auth.verify_signed_payload` does.
        """
        client_secret = Secret(client_secret)
        try:
            return payloads.open_signed_payload(signed_payload, client_secret)
        except SignatureError:
            return False

    @staticmethod
    def verify_payload_jwt(signed_payload: str, client_secret: str | Secret, client_id: str) -> Any:
        """Give the claims of a `signed_payload_jwt`.

        Raises:
            jwt.InvalidTokenError: It cannot be trusted; one of PyJWT's leaves, by reason.
        """
        client_secret = Secret(client_secret)
        try:
            jwts.check_shape(signed_payload)
        except SignatureError as error:
            raise jwt.DecodeError(str(error)) from None
        return unseen(_claims, signed_payload, client_secret, client_id)

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
        # Text still, for a `post` of the caller's own, but text that no traceback shows.
        client_secret = SecretText(Secret(client_secret).reveal())
        code = SecretText(Secret(code).reveal())
        token_url = masked_url(token_url)
        check_url(token_url)
        given = unseen(
            self._hidden_post,
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
        )
        token = _token_in(given)
        try:
            if token is not None:
                self._sign_in(token)
        except ConfigurationError:
            token = None
        if token is None:
            last = self._last_response
            if last is None:
                last = requests.Response()
            withhold(last)
            raise ServerException("the answer has no access token that could be sent", last)
        return given.reveal()

    def _hidden_post(self, url: str, form: Mapping[str, Any]) -> Hidden[Any]:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return Hidden(self.post(url, form, headers=headers))

    def _sign_in(self, access_token: str | Secret) -> None:
        access_token = Secret(access_token)
        OAuthCredentials(self.store_hash, access_token, client_id=self.client_id)  # refuses
        token = SecretText(access_token.reveal())
        self._session.headers.update(self._oauth_headers(self.client_id, token))

    def _run_method(
        self,
        method: str,
        url: str,
        data: Any = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Send, and with `wait` configured send again after each 429."""
        management = self.rate_limiting_management or {}
        for attempt in range(_MOST_429S):
            response = super()._run_method(method, url, data, query, headers)
            if response.status_code != 429 or not management.get("wait"):
                break
            wait = quota.wait_after_429(response, attempt)
            if wait is None:
                break
            sleep(wait)
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
            quota.manage(self.rate_limiting_management, found, sleep)
        return result


def _claims(signed_payload: str, client_secret: Secret, client_id: str) -> Any:
    return jwt.decode(
        signed_payload,
        client_secret.reveal(),
        algorithms=list(payloads.PAYLOAD_ALGORITHMS),
        audience=client_id,
        options={"verify_iss": False},
    )


def _token_in(answer: Hidden[Any]) -> Secret | None:
    """The token of an answer; None if there is none where it belongs."""
    document = answer.reveal()
    found = document.get("access_token") if isinstance(document, dict) else None
    return Secret(found) if isinstance(found, str) and found else None


class GraphQLConnection(OAuthConnection):
    """The GraphQL Admin API of a store; arguments as for `OAuthConnection`.

    Attributes:
        graphql_path: The URL that queries are posted to.
    """

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
        host = masked_url(host)
        super().__init__(
            client_id,
            store_hash,
            access_token,
            host,
            api_path,
            rate_limiting_management,
            timeout=timeout,
        )
        self.graphql_path = self.full_path("")

    def query(self, query: str, variables: Mapping[str, Any] | None = None) -> Any:
        """Post a query; gives `data` and `errors` as the server does.

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
