"""Base64 that has one spelling only.

Base64 lets several texts stand for the same bytes: unused bits of the last character, line
breaks, missing padding. A verifier that accepts them all accepts a changed token. Every
verifier here decodes through these two functions, which take the canonical spelling alone.
"""

from __future__ import annotations

import base64
import binascii

from .errors import Malformed


def decode_base64(text: str, what: str) -> bytes:
    """Decode padded standard Base64.

    Args:
        text: The encoded text.
        what: How to call it in the error.

    Raises:
        Malformed: It is not canonical Base64.
    """
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        raise Malformed(f"{what} is not Base64") from None
    if base64.b64encode(data).decode("ascii") != text:
        raise Malformed(f"{what} is not canonical Base64")
    return data


def decode_base64url(text: str, what: str) -> bytes:
    """Decode unpadded URL-safe Base64, as JSON Web Tokens use it.

    Args:
        text: The encoded text.
        what: How to call it in the error.

    Raises:
        Malformed: It is not canonical Base64.
    """
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        data = base64.b64decode(padded, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise Malformed(f"{what} is not Base64") from None
    if base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii") != text:
        raise Malformed(f"{what} is not canonical Base64")
    return data
