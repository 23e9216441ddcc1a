"""Paths and query strings: what a caller puts into a URL stays where it was put."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import UUID

from bcorm.exceptions import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Mapping

_PATH = re.compile(
    r"v[23](?:/(?!\.{1,2}(?:/|$))(?:[A-Za-z0-9._~:@,+!$&'()*;=-]|%[0-9A-Fa-f]{2})+)+\Z"
)
_SEGMENT_SAFE = ":@,"
_QUERY_SAFE = ":,"


def join(base: str, *segments: object) -> str:
    """Append segments to a path: ``join("v3/catalog/products", 77, "images")``.

    Each segment is percent-encoded, so that no id (with slashes, dots, line breaks...) can
    leave its place.

    Raises:
        InvalidValue: A segment is empty, ``.`` or ``..``, or not text, an integer or a UUID.
    """
    return "/".join([base, *map(_segment, segments)])


def _segment(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, UUID)):
        raise InvalidValue("URL", "path segment", value, "text, an integer or a UUID")
    text = str(value)
    if text in {"", ".", ".."}:
        raise InvalidValue("URL", "path segment", value, "something that names one object")
    return _quote(text, _SEGMENT_SAFE)


def check(path: str) -> str:
    """Return the path if it is one below a store, such as ``v3/catalog/products/77``.

    Raises:
        InvalidValue: It is not; build paths from foreign values with `join`.
    """
    if not _PATH.match(path):
        raise InvalidValue("URL", "path", path, "an encoded path like 'v3/catalog/products'")
    return path


def encode_query(params: Mapping[str, Any] | None) -> str:
    """Encode parameters, leaving ``:`` and ``,`` readable; None is left out.

    Lists are joined with commas (the API never repeats a key), booleans are written
    ``true`` and ``false``. Order is kept.

    Raises:
        InvalidValue: A value has no one way to be written (a datetime, a mapping...).
    """
    if not params:
        return ""
    return "&".join(
        f"{_quote(name, _QUERY_SAFE)}={_quote(_text(name, value), _QUERY_SAFE)}"
        for name, value in params.items()
        if value is not None
    )


def _text(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, UUID)):
        return str(value)
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f")
    if isinstance(value, float) and value - value == 0:
        return repr(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return ",".join(_text(name, item) for item in value)
    raise InvalidValue("URL", name, value, "text, a number, a boolean or a list of them")


def _quote(text: str, safe: str) -> str:
    try:
        return quote(text, safe=safe)
    except UnicodeEncodeError:
        raise InvalidValue("URL", "text", text, "Unicode without lone surrogates") from None
