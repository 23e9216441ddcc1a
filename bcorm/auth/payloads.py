"""The signed payloads of an app's load, uninstall and remove-user callbacks.

BigCommerce calls these URLs with `signed_payload_jwt` (documented today) or with the older
`signed_payload`. Both are turned into one `SignedPayload`. `App` calls this module; so do
apps that bring their own routing.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.http import jsontext
from bcorm.http.bounds import DELIVERY
from bcorm.http.credentials import Secret

from .encoding import decode_base64
from .errors import ExpiredToken, InvalidSignature, Malformed, NotYetValid, Replayed, WrongClaim
from .jwts import moment, verify
from .secrets import check

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .replay import SeenStore

# The guide names no algorithm; the official client accepts these two.
PAYLOAD_ALGORITHMS = ("HS256", "HS512")
PAYLOAD_LIFE = 86_400.0  # seconds; exp - nbf of the JWT, and our bound for the older form
_CONTEXT = re.compile(r"stores/([A-Za-z0-9]+)")
_LONGEST = 16_384


@attrs.frozen
class Account:
    """A control-panel user.

    Attributes:
        id: The user's number.
        email: The user's address.
        locale: The language of the control panel, where the payload says it.
        username: The name that some payloads give besides.
    """

    id: int
    email: str
    locale: str | None = None
    username: str | None = None

    @classmethod
    def from_claim(cls, value: object, claim: str) -> Account:
        """Read an account from a claim or a token response.

        Args:
            value: The claim's value.
            claim: The claim's name, for the error.

        Raises:
            WrongClaim: It is no object with an integer `id`.
        """
        if not isinstance(value, dict):
            raise WrongClaim(claim, "is missing" if value is None else "is not an account")
        number = value.get("id")
        if isinstance(number, bool) or not isinstance(number, int):
            raise WrongClaim(claim, "has no id")
        return cls(
            id=number,
            email=str(value.get("email") or ""),
            locale=value.get("locale"),
            username=value.get("username"),
        )


@attrs.frozen
class SignedPayload:
    """A verified payload: which store, which user, whose store.

    Attributes:
        store_hash: The store.
        user: Who opened, uninstalled or was removed.
        owner: The owner of the store's account.
        url: Deep link inside the app, as the store sent it. Relative or not, it is a path
            to look up, never a place to redirect to.
        channel_id: The channel that was opened, if any.
        issued_at: When the store made it (UTC).
        claims: Everything that was signed.
    """

    store_hash: str
    user: Account
    owner: Account
    url: str | None
    channel_id: int | None
    issued_at: datetime
    claims: Mapping[str, Any] = attrs.field(repr=False)


def store_hash_of(context: object, claim: str) -> str:
    """Take the store hash out of `stores/{hash}`.

    Raises:
        WrongClaim: It has another shape.
    """
    match = _CONTEXT.fullmatch(context) if isinstance(context, str) else None
    if match is None:
        raise WrongClaim(claim, "is not stores/{hash}")
    return match.group(1)


def verify_signed_payload_jwt(
    token: str,
    client_id: str,
    client_secret: str | Secret,
    *,
    algorithms: Sequence[str] = PAYLOAD_ALGORITHMS,
    leeway: float = 30.0,
    seen: SeenStore | None = None,
    now: float | None = None,
) -> SignedPayload:
    """Verify `signed_payload_jwt`.

    Args:
        token: The query parameter of that name.
        client_id: The app's client id; must be the audience.
        client_secret: The app's client secret.
        algorithms: Accepted algorithms.
        leeway: Seconds that clocks may differ. The store sets `nbf` 5 seconds back.
        seen: Where used tokens are remembered; None accepts one again until it expires.
        now: UNIX time to judge by.

    Raises:
        SignatureError: One of its leaves, by reason.
    """
    client_secret = Secret(client_secret)
    check(client_secret)
    moment_now = time.time() if now is None else now
    claims = verify(
        token,
        client_secret,
        algorithms=algorithms,
        audience=client_id,
        issuer="bc",
        leeway=leeway,
        now=moment_now,
    )
    payload = SignedPayload(
        store_hash=store_hash_of(claims.get("sub"), "sub"),
        user=Account.from_claim(claims.get("user"), "user"),
        owner=Account.from_claim(claims.get("owner"), "owner"),
        url=claims.get("url"),
        channel_id=claims.get("channel_id"),
        issued_at=datetime.fromtimestamp(moment(claims, "iat"), timezone.utc),
        claims=claims,
    )
    _once(token, seen, moment(claims, "exp") + leeway - moment_now)
    return payload


def verify_signed_payload(
    payload: str,
    client_secret: str | Secret,
    *,
    max_age: float | None = PAYLOAD_LIFE,
    leeway: float = 30.0,
    seen: SeenStore | None = None,
    now: float | None = None,
) -> SignedPayload:
    """Verify the older `signed_payload`: `base64(json).base64(hex of HMAC-SHA256)`.

    Args:
        payload: The query parameter of that name.
        client_secret: The app's client secret.
        max_age: Seconds after its `timestamp` that it is good for. The format itself
            never expires; None accepts any age.
        leeway: Seconds that clocks may differ.
        seen: Where used payloads are remembered; None accepts one again.
        now: UNIX time to judge by.

    Raises:
        SignatureError: One of its leaves, by reason.
    """
    client_secret = Secret(client_secret)
    check(client_secret)
    moment_now = time.time() if now is None else now
    claims = open_signed_payload(payload, client_secret)
    issued = moment(claims, "timestamp")
    if max_age is not None and moment_now >= issued + max_age + leeway:
        raise ExpiredToken("the payload is too old")
    if moment_now < issued - leeway:
        raise NotYetValid("timestamp lies in the future")
    store_hash = store_hash_of(claims.get("context"), "context")
    if claims.get("store_hash", store_hash) != store_hash:
        raise WrongClaim("store_hash", "contradicts context")
    verified = SignedPayload(
        store_hash=store_hash,
        user=Account.from_claim(claims.get("user"), "user"),
        owner=Account.from_claim(claims.get("owner"), "owner"),
        url=None,
        channel_id=None,
        issued_at=datetime.fromtimestamp(issued, timezone.utc),
        claims=claims,
    )
    _once(payload, seen, max_age if max_age is not None else 10 * PAYLOAD_LIFE)
    return verified


def open_signed_payload(payload: str, client_secret: str | Secret) -> dict[str, Any]:
    """Check the signature of a `signed_payload` and return what it says, whatever its age.

    Raises:
        Malformed: It has not that shape.
        InvalidSignature: It is not signed with this secret.
    """
    client_secret = Secret(client_secret)
    check(client_secret)
    if not isinstance(payload, str) or len(payload) > _LONGEST:
        raise Malformed("a signed payload is short text")
    parts = payload.split(".")
    if len(parts) != 2 or not all(parts):
        raise Malformed("a signed payload has two parts")
    message = decode_base64(parts[0], "the payload")
    given = decode_base64(parts[1], "the signature")
    digest = hmac.new(client_secret.reveal().encode(), message, hashlib.sha256).hexdigest()
    expected = digest.encode()
    if not hmac.compare_digest(given, expected):
        raise InvalidSignature("the signature does not match")
    try:
        claims = jsontext.loads(message, DELIVERY)
    except ValueError:
        raise Malformed("the payload is not JSON") from None
    if not isinstance(claims, dict):
        raise Malformed("the payload is not an object")
    return claims


def _once(token: str, seen: SeenStore | None, ttl: float) -> None:
    """Refuse a second use. The canonical text stands for the token, so there is one key."""
    if seen is None:
        return
    key = f"payload:{hashlib.sha256(token.encode()).hexdigest()}"
    if seen.seen(key, ttl):
        raise Replayed(key)
