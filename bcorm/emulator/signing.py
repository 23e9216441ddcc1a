"""Signs and checks what the platform exchanges with apps: HS256 by the standard library.

Kept apart from any JWT package on purpose: clients are judged against it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any


def sign(claims: dict[str, Any], secret: str) -> str:
    """A compact HS256 token."""
    message = ".".join(_segment(part) for part in ({"typ": "JWT", "alg": "HS256"}, claims))
    return f"{message}.{_encode(_digest(message, secret))}"


def opened(token: str, secret: str) -> dict[str, Any] | None:
    """The claims of an HS256 token, or `None` if it is none or signed with another secret."""
    try:
        message, _, signature = token.rpartition(".")
        header, claims = (json.loads(_decode(part)) for part in message.split("."))
    except ValueError:
        return None
    fits = hmac.compare_digest(signature, _encode(_digest(message, secret)))
    if not fits or not isinstance(claims, dict) or header.get("alg") != "HS256":
        return None
    return claims


def webhook_signature(delivery: str, moment: int, body: bytes, secret: str) -> str:
    """The `webhook-signature` of a delivery, as Standard Webhooks has it."""
    message = b".".join((delivery.encode(), str(moment).encode(), body))
    digest = hmac.new(secret.encode(), message, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"


def _digest(message: str, secret: str) -> bytes:
    return hmac.new(secret.encode(), message.encode(), hashlib.sha256).digest()


def _segment(value: dict[str, Any]) -> str:
    return _encode(json.dumps(value, separators=(",", ":")).encode())


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
