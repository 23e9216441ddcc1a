"""The OAuth code flow: read the authorize callback, exchange its code for a token.

BigCommerce sends the merchant's browser to the app's auth callback with `code`, `scope`,
`context` and `account_uuid`; the app posts them with its secret to the token endpoint.
`App` puts the two halves together.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

import attrs

from bcorm.exceptions import ConfigurationError
from bcorm.http import jsontext
from bcorm.http.bounds import DEFAULT
from bcorm.http.credentials import Hidden, Secret, SecretText, blot, check_url, masked_url, unseen

from .errors import AuthError, CallbackRefused, ScopeRefused, TokenExchangeFailed, WrongClaim
from .grants import StoreGrant
from .payloads import Account, store_hash_of
from .posting import post_once
from .secrets import check

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bcorm.http.bounds import Bounds

AUTH_URL = "https://login.bigcommerce.com"
AUTH_URL_VARIABLE = "BIGCOMMERCE_AUTH_URL"
_READ = 30.0  # seconds to wait for an answer
_NEEDED = ("scope", "context")
_SHOWN = 200  # characters of the server's words


@attrs.frozen
class AuthorizeCallback:
    """What the browser brought to the app's auth callback.

    Attributes:
        code: Good for one exchange, shortly.
        scopes: What the merchant agreed to, in the order of the query.
        store_hash: The store, out of `context`.
        account_uuid: The account that the store belongs to, if sent.
    """

    code: Secret = attrs.field(converter=Secret)
    scopes: tuple[str, ...]
    store_hash: str
    account_uuid: str | None = None

    @classmethod
    def from_query(cls, query: str | Mapping[str, Any]) -> AuthorizeCallback:
        """Read the callback's query.

        Args:
            query: The query string, or a mapping of names to values (or lists of one).

        Raises:
            CallbackRefused: A parameter is missing, doubled or out of shape, or the
                merchant refused (`error`).
        """
        # The code is a secret until it is exchanged, and the query has it.
        hidden = Hidden(query)
        del query
        return cls(**read_callback(hidden))

    def require(self, scopes: Iterable[str]) -> None:
        """Check that the app got what it needs.

        A scope is also met by its writing twin: `x_read_only` by `x`.

        Raises:
            ScopeRefused: Something is missing.
        """
        missing = [scope for scope in scopes if not _met(scope, set(self.scopes))]
        if missing:
            raise ScopeRefused(missing)


def read_callback(hidden: Hidden[str | Mapping[str, Any]]) -> dict[str, Any]:
    """Read the authorize callback's query; see `AuthorizeCallback.from_query`."""
    values = read_query(hidden)
    code = Secret(values.pop("code", ""))
    if "error" in values:
        said = str(blot(values["error"], [code]))
        raise CallbackRefused("error", f"says {said[:_SHOWN]!r}")
    for name, value in (("code", code), *((name, values.get(name)) for name in _NEEDED)):
        if not value:
            raise CallbackRefused(name, "is missing")
    try:
        store_hash = store_hash_of(values["context"], "context")
    except WrongClaim as error:
        raise CallbackRefused("context", error.problem) from None
    return {
        "code": code,
        "scopes": tuple(values["scope"].split()),
        "store_hash": store_hash,
        "account_uuid": values.get("account_uuid"),
    }


def read_query(hidden: Hidden[str | Mapping[str, Any]]) -> dict[str, str]:
    """Read a query with single values; a code among them shows in no repr.

    Raises:
        CallbackRefused: A parameter comes twice: two readers would take two values.
    """
    values, twice = unseen(_read, hidden)
    if twice is not None:
        del values
        raise CallbackRefused(twice, "comes more than once")
    return values


def _read(hidden: Hidden[str | Mapping[str, Any]]) -> tuple[dict[str, str], str | None]:
    """The parameters, and the name of one that comes twice."""
    query = hidden.reveal()
    if isinstance(query, str):
        pairs: list[tuple[str, Any]] = list(parse_qsl(query.lstrip("?"), keep_blank_values=True))
    else:
        pairs = [
            (name, each)
            for name, value in query.items()
            for each in (value if isinstance(value, list | tuple) else [value])
        ]
    values: dict[str, str] = {}
    for name, value in pairs:
        if name in values:
            return {}, name
        values[name] = SecretText(value) if name == "code" else str(value)
    return values, None


def exchange_code(
    callback: AuthorizeCallback,
    *,
    client_id: str,
    client_secret: str | Secret,
    redirect_uri: str,
    auth_url: str | None = None,
    bounds: Bounds = DEFAULT,
) -> StoreGrant:
    """Exchange the callback's code for a token: `POST {auth_url}/oauth2/token`.

    Args:
        callback: What the browser brought.
        client_id: The app's client id.
        client_secret: The app's client secret.
        redirect_uri: The app's auth callback URL, exactly as registered.
        auth_url: Another host than `https://login.bigcommerce.com`; plain http on
            loopback only. From `BIGCOMMERCE_AUTH_URL` if None.
        bounds: How much of the answer is read, and how long.

    Raises:
        TokenExchangeFailed: The endpoint refused, could not be reached or makes no sense.
        CallbackRefused: The token is for another store than the callback.
    """
    client_secret, auth_url = Secret(client_secret), masked_url(auth_url)
    check(client_secret)
    base = auth_url or masked_url(os.environ.get(AUTH_URL_VARIABLE)) or AUTH_URL
    form: dict[str, str | Secret] = {
        "client_id": client_id,
        "client_secret": client_secret,
        "code": callback.code,
        "scope": " ".join(callback.scopes),
        "context": f"stores/{callback.store_hash}",
        "grant_type": "authorization_code",
        "redirect_uri": redirect_uri,
    }
    grant = unseen(_exchanged, f"{check_url(base)}/oauth2/token", form, callback, bounds)
    if isinstance(grant, AuthError):
        raise grant
    return grant


def _met(scope: str, granted: set[str]) -> bool:
    return scope in granted or scope.removesuffix("_read_only") in granted


def _exchanged(
    url: str, form: Mapping[str, str | Secret], callback: AuthorizeCallback, bounds: Bounds
) -> StoreGrant | AuthError:
    """Post the form and read the grant; what went wrong is returned.

    Nothing is raised from here: wherever the token stands in the answer, no frame shows it.
    """
    sent = [value for value in form.values() if isinstance(value, Secret)]
    answer = post_once(
        url,
        headers={
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        },
        body=Hidden(urlencode({name: _revealed(value) for name, value in form.items()}).encode()),
        read=_READ,
        secrets=sent,
        bounds=bounds,
    )
    if isinstance(answer, str):
        return TokenExchangeFailed(None, answer)
    try:
        document = jsontext.loads(answer.body, bounds)
    except ValueError:
        return TokenExchangeFailed(answer.status, "the answer is not JSON")
    if not isinstance(document, dict):
        return TokenExchangeFailed(answer.status, "the answer is not an object")
    if answer.status != 200:
        return TokenExchangeFailed(answer.status, _reason(document, sent))
    try:
        grant = _grant(document, callback)
    except (WrongClaim, ConfigurationError) as error:
        return TokenExchangeFailed(answer.status, f"the answer is no grant: {error}")
    if grant.store_hash != callback.store_hash:
        return CallbackRefused("context", "names another store than the token")
    return grant


def _grant(document: Mapping[str, Any], callback: AuthorizeCallback) -> StoreGrant:
    uuid = document.get("account_uuid")
    grant = StoreGrant(
        store_hash=store_hash_of(document.get("context"), "context"),
        access_token=Secret(_text(document, "access_token")),
        scopes=frozenset(_text(document, "scope").split()),
        user=Account.from_claim(document.get("user"), "user"),
        owner=Account.from_claim(document["owner"], "owner") if document.get("owner") else None,
        account_uuid=uuid if isinstance(uuid, str) and uuid else callback.account_uuid,
    )
    grant.credentials()  # a token that could not be sent is refused here, not later
    return grant


def _reason(document: Mapping[str, Any], sent: Sequence[Secret]) -> str:
    """The server's words, without what it was sent, should it give that back."""
    told = [document.get("error"), document.get("error_description")]
    words = " ".join(one for one in told if isinstance(one, str) and one)
    return str(blot(words, sent))[:_SHOWN] or "refused"


def _text(answer: Mapping[str, Any], name: str) -> str:
    value = answer.get(name)
    if not isinstance(value, str) or not value:
        raise WrongClaim(name, "is missing")
    return value


def _revealed(value: str | Secret) -> str:
    return value.reveal() if isinstance(value, Secret) else value
