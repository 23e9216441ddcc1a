"""How much of a server's answer is believed: one set of bounds, for everything that reads one.

A store that was taken over, a proxy with a fault, or whoever sends to a webhook's address can
answer without end, slowly, or in twelve bytes that take for ever to compute. Every reader keeps
to these bounds, and whatever exceeds one ends in a `BcormError`.
"""

from __future__ import annotations

from typing import Any

import attrs

from bcorm.exceptions import ConfigurationError

_MIB = 1024 * 1024


def _positive(_instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > 0:
        raise ConfigurationError(f"Bounds.{attribute.name} is a positive number, not {value!r}")


def _at_least_zero(_instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= 0:
        raise ConfigurationError(f"Bounds.{attribute.name} is a number from 0 up, not {value!r}")


def _bound(default: float) -> float:
    made: float = attrs.field(default=default, validator=_positive)
    return made


@attrs.frozen(kw_only=True)
class Bounds:
    """What one answer may take. The defaults are several times what the API ever answers.

    Attributes:
        max_bytes: Bytes of one answer as they travel: head, framing and body.
        max_decoded_bytes: Bytes of its body after decompression.
        max_values: JSON values in it; a page of 250 products with all that they can include has
            some hundred thousand.
        max_depth: Lists and objects inside one another.
        max_digits: Digits of one number, and the largest exponent.
        max_wait: Seconds that one call waits because the server says so: for the quota's next
            window, or after 429 and 503. What it demands beyond them is an error at once. 0 never
            waits.
        max_seconds: Seconds for one attempt, from the connection to the answer's last byte. A
            `Timeout` or a deadline can only be shorter.
        max_upload_seconds: The same for a request that sends files.
        max_stream_seconds: The same for an answer that is a stream of events.
    """

    max_bytes: float = _bound(128 * _MIB)
    max_decoded_bytes: float = _bound(256 * _MIB)
    max_values: float = _bound(5_000_000)
    max_depth: int = attrs.field(default=100, validator=_positive)
    max_digits: int = attrs.field(default=400, validator=_positive)
    max_wait: float = attrs.field(default=120.0, validator=_at_least_zero)
    max_seconds: float = _bound(300.0)
    max_upload_seconds: float = _bound(3600.0)
    max_stream_seconds: float = _bound(3600.0)


DEFAULT = Bounds()
"""The bounds of whoever names none."""

# A delivery of a webhook has a few hundred bytes. Its sender is not known before it is read.
DELIVERY = Bounds(max_bytes=_MIB, max_decoded_bytes=_MIB, max_values=50_000, max_seconds=30.0)
"""The bounds of what is sent to us, rather than asked for by us."""
