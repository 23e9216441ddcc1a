"""JSON text in, JSON text out, with every number kept digit for digit.

The store keeps documents as text. Numbers with a fraction are read as `Decimal` and written back
with the same digits, so a price never picks up float noise on its way through. Called by every
module that reads or writes a document.
"""

from __future__ import annotations

import json
import re
import secrets
from decimal import Decimal
from typing import Any

from bcorm.emulator.numerals import fraction

# The C encoder has no hook for raw number text, so a Decimal goes out as a marked string whose
# marks are stripped afterwards. The random part keeps a client from forging the mark.
_MARK = secrets.token_hex(8)
_MARKED = re.compile(rf'"{_MARK}([-+.0-9eE]+)"')

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is not JSON")


def _encode(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{_MARK}{value:f}"
    raise TypeError(f"{type(value).__name__} is not a JSON value")


def _fraction(text: str) -> Decimal:
    value = fraction(text)
    if value is None:
        raise ValueError(f"{text[:40]} is out of range")
    return value


_DECODER = json.JSONDecoder(parse_float=Decimal, parse_constant=_refuse)
_WARY = json.JSONDecoder(parse_float=_fraction, parse_constant=_refuse)
_ENCODER = json.JSONEncoder(default=_encode, separators=(",", ":"))


def loads(text: str) -> Any:
    """Parse one JSON document; fractions become `Decimal`.

    Raises:
        ValueError: the text is not JSON, or is nested too deeply to be read.
    """
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def received(data: bytes) -> Any:
    """Parse what a client sent, which may be anything.

    Raises:
        ValueError: it is not JSON, or holds what no document can: a number that no double comes
            near, half of a surrogate pair.
    """
    text = data.decode()
    try:
        value = _WARY.decode(text)
        if _SURROGATE.search(text):
            json.dumps(value, ensure_ascii=False, default=str).encode()
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return value


def dumps(value: Any) -> str:
    """Write compact ASCII JSON; a `Decimal` keeps its digits."""
    text = _ENCODER.encode(value)
    return _MARKED.sub(r"\1", text) if _MARK in text else text
