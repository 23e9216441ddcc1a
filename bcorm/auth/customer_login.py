"""Customer Login: tokens that sign a shopper in, made by the app.

The browser is sent to `{store}/login/token/{jwt}` (customer_login.yml). Needs the
`store_v2_customers_login` scope. The official client's `CustomerLoginTokens` is built on
this module in `bcorm.compat`.
"""

from __future__ import annotations

import re
import time
import uuid
from typing import TYPE_CHECKING, Any

import attrs
import jwt

from bcorm.exceptions import BadResponse, ConfigurationError
from bcorm.http.credentials import Secret
from bcorm.http.jsontext import whole

from .secrets import check

if TYPE_CHECKING:
    from bcorm.http import ApiClient

# Segments that are no steps up or down, written out or escaped, with one slash between them; then
# what is asked there. So it stays a path of the store, whoever puts it in order on its way.
_STEP = r"(?:\.|%2[eE]){1,2}(?:[/?#]|\Z)"
_BENT = r"[/\\]|%(?:2[fF]|5[cC]|[01][0-9a-fA-F]|7[fF])"
_PATH = re.compile(
    rf"/(?!{_BENT}|{_STEP})(?:(?:(?!{_BENT})[\x21\x22\x24-\x3e\x40-\x7e])|/(?!{_BENT}|{_STEP}))*"
    r"(?:[?#][\x21-\x5b\x5d-\x7e]*)?\Z"
)
_END_OF_TIME = 253_402_300_800  # the year 10000
TOKEN_LIFE = 30  # seconds that the storefront accepts a token after its iat


@attrs.frozen
class CustomerLogin:
    """What a login token says.

    Attributes:
        customer_id: Whom to sign in.
        store_hash: In which store.
        channel_id: On which storefront; the API's default is 1.
        redirect_to: Where to go then, relative to the store; `/account.php` if None.
        request_ip: The only address that may use the token; any if None.
        persistent_cart: Whether the shopper's saved cart is joined with the present one.
    """

    customer_id: int
    store_hash: str
    channel_id: int = 1
    redirect_to: str | None = attrs.field(default=None)
    request_ip: str | None = None
    persistent_cart: bool | None = None

    @redirect_to.validator
    def _is_relative(self, _: object, value: str | None) -> None:
        # The token is signed by us: an open redirect would carry our name. Browsers drop tabs and
        # line breaks from a URL, and take a backslash for a slash.
        if value is not None and not (isinstance(value, str) and _PATH.match(value)):
            raise ConfigurationError("redirect_to must be a path of the store, such as /cart.php")

    def token(
        self, client_id: str, client_secret: str | Secret, *, issued_at: int | None = None
    ) -> str:
        """Sign the token: HS256, good for 30 seconds and one use.

        Args:
            client_id: The API account's client id.
            client_secret: Its client secret.
            issued_at: UNIX time; the machine's clock if None. See `store_time`.

        Raises:
            ConfigurationError: The secret is empty, or a value cannot be written into a token.
        """
        client_secret = Secret(client_secret)
        check(client_secret)
        claims: dict[str, Any] = {
            "iss": client_id,
            "iat": int(time.time()) if issued_at is None else issued_at,
            "jti": uuid.uuid4().hex,
            "operation": "customer_login",
            "store_hash": self.store_hash,
            "customer_id": self.customer_id,
            "channel_id": self.channel_id,
        }
        optional = {
            "redirect_to": self.redirect_to,
            "request_ip": self.request_ip,
            "enable_persistent_cart": self.persistent_cart,
        }
        claims.update({name: value for name, value in optional.items() if value is not None})
        token = _signed(claims, client_secret)
        if token is None:
            raise ConfigurationError("a login token is made of texts and whole numbers")
        return token

    def url(
        self,
        store_url: str,
        client_id: str,
        client_secret: str | Secret,
        *,
        issued_at: int | None = None,
    ) -> str:
        """Build the URL to send the browser to.

        Args:
            store_url: The storefront, such as `secure_url` of `GET /v2/store`.
            client_id: The API account's client id.
            client_secret: Its client secret.
            issued_at: UNIX time; the machine's clock if None.
        """
        client_secret = Secret(client_secret)
        check(client_secret)
        token = self.token(client_id, client_secret, issued_at=issued_at)
        return f"{store_url.rstrip('/')}/login/token/{token}"


def store_time(client: ApiClient) -> int:
    """Ask the store for its clock (`GET /v2/time`): a 30-second token needs the right one.

    Raises:
        ApiError: The store refused; `BadResponse`: it told no time.
    """
    answer = client.get("v2/time")
    told = answer.data.get("time") if isinstance(answer.data, dict) else None
    seconds = whole(told)
    if seconds is None or not 0 <= seconds < _END_OF_TIME:
        raise BadResponse(
            "the store told no time",
            status=answer.status,
            method="GET",
            path="v2/time",
            request_id=answer.request_id,
        )
    return seconds


def _signed(claims: dict[str, Any], key: Secret) -> str | None:
    """Sign; None if the claims cannot be written, because frames of the error hold the key."""
    try:
        return jwt.encode(claims, key.reveal(), algorithm="HS256")
    except (TypeError, ValueError, RecursionError, jwt.PyJWTError):
        return None
