"""The signature on a webhook: Standard Webhooks with the client secret as key.

`webhook-signature: v1,<base64 of HMAC-SHA256 over "{id}.{timestamp}.{body}">`, several of
them separated by spaces. `webhooks` calls `verify_webhook`; tests and senders `sign_webhook`.
"""

from __future__ import annotations

import base64
import hmac
import time
from datetime import datetime, timezone
from typing import TYPE_CHECKING

import attrs

from bcorm.http.credentials import Secret

from .encoding import decode_base64
from .errors import ExpiredToken, InvalidSignature, Malformed, NotYetValid
from .secrets import check, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TOLERANCE = 300.0  # seconds either way; what Standard Webhooks recommends
_MOST_SIGNATURES = 16
_LONGEST_HEADER = 4_096


@attrs.frozen
class Delivery:
    """A verified delivery.

    Attributes:
        id: `webhook-id`. BigCommerce repeats it when it delivers the same event again.
        sent_at: `webhook-timestamp` (UTC); a second delivery has a new one.
    """

    id: str
    sent_at: datetime


def sign_webhook(delivery_id: str, timestamp: int, body: bytes, client_secret: str | Secret) -> str:
    """Compute the `webhook-signature` of a delivery.

    Args:
        delivery_id: Its `webhook-id`.
        timestamp: Its `webhook-timestamp`, in UNIX seconds.
        body: Its bytes.
        client_secret: The app's client secret.
    """
    client_secret = Secret(client_secret)
    check(client_secret)
    digest = _digest(delivery_id, str(timestamp), _body(body), client_secret)
    return "v1," + base64.b64encode(digest).decode("ascii")


def verify_webhook(
    body: bytes,
    headers: Mapping[str, str],
    client_secrets: str | Secret | Iterable[str | Secret],
    *,
    tolerance: float = TOLERANCE,
    now: float | None = None,
) -> Delivery:
    """Verify a delivery before anything in it is believed.

    Args:
        body: The request's body, byte for byte as it came.
        headers: The request's headers; their case does not matter.
        client_secrets: The app's client secret, or several while one replaces another.
        tolerance: Seconds that the delivery may be old, or early.
        now: UNIX time to judge by.

    Raises:
        Malformed: A header is missing or out of shape.
        InvalidSignature: It is not signed with any of the secrets, or was changed.
        ExpiredToken: It was sent longer ago than the tolerance.
        NotYetValid: It claims to be sent later than now.
        ConfigurationError: A secret is empty.
    """
    keys = wrapped(client_secrets)
    del client_secrets  # no traceback shows what was given as text
    check(*keys)
    body = _body(body)
    named = {str(name).lower(): value for name, value in headers.items()}
    delivery_id = _header(named, "webhook-id")
    timestamp = _header(named, "webhook-timestamp")
    if not (timestamp.isascii() and timestamp.isdecimal() and len(timestamp) <= 11):
        raise Malformed("webhook-timestamp is no UNIX time")
    given = _signatures(_header(named, "webhook-signature"))
    expected = [_digest(delivery_id, timestamp, body, key) for key in keys]
    # Every pair is compared, so that the time taken tells nothing.
    matches = [hmac.compare_digest(one, other) for one in given for other in expected]
    if not any(matches):
        raise InvalidSignature("no signature matches")
    sent = int(timestamp)
    moment = time.time() if now is None else now
    if sent < moment - tolerance:
        raise ExpiredToken("the delivery is too old")
    if sent > moment + tolerance:
        raise NotYetValid("webhook-timestamp lies in the future")
    return Delivery(id=delivery_id, sent_at=datetime.fromtimestamp(sent, timezone.utc))


def _body(body: bytes) -> bytes:
    if not isinstance(body, (bytes, bytearray, memoryview)):
        raise Malformed("the body is not bytes: take it as it came, before it is decoded")
    return bytes(body)


def _digest(delivery_id: str, timestamp: str, body: bytes, key: Secret) -> bytes:
    # A header that was no UTF-8 comes with surrogates, or as Latin-1: neither is what was signed.
    message = b".".join((delivery_id.encode(errors="replace"), timestamp.encode(), body))
    return hmac.digest(key.reveal().encode(), message, "sha256")


def _header(named: Mapping[str, str], name: str) -> str:
    value = named.get(name)
    if not isinstance(value, str) or not value:
        raise Malformed(f"no {name} header")
    if len(value) > _LONGEST_HEADER:
        raise Malformed(f"{name} is too long")
    return value


def _signatures(header: str) -> list[bytes]:
    """Take the v1 signatures; versions that are not known are passed over, as agreed."""
    found = []
    for part in header.split(" ")[:_MOST_SIGNATURES]:
        version, comma, encoded = part.partition(",")
        if version == "v1" and comma:
            found.append(decode_base64(encoded, "the signature"))
    return found
