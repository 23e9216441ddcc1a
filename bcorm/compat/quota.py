"""The official client's `rate_limiting_management`, as data and one function.

Used by `connection` after each answer.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from bcorm.http.bounds import DEFAULT
from bcorm.http.message import retry_after

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from requests import Response

_FIELDS = {
    "ms_until_reset": "X-Rate-Limit-Time-Reset-Ms",
    "window_size_ms": "X-Rate-Limit-Time-Window-Ms",
    "requests_remaining": "X-Rate-Limit-Requests-Left",
    "requests_quota": "X-Rate-Limit-Requests-Quota",
}
# Seconds to wait on a 429 without header fields, doubled each time: overload, not quota.
_FIRST_WAIT = 1.0


def read_quota(response: Response) -> dict[str, int]:
    """The quota as an answer's header fields tell it, or nothing."""
    try:
        return {name: int(response.headers[field]) for name, field in _FIELDS.items()}
    except (KeyError, TypeError, ValueError):
        return {}


def wait_after_429(response: Response, attempt: int) -> float | None:
    """Seconds to wait before the request is sent again; None if that is longer than one waits."""
    asked = retry_after(429, response.headers) or _FIRST_WAIT * 2**attempt
    return asked if asked <= DEFAULT.max_wait else None


def manage(
    management: Mapping[str, Any], quota: Mapping[str, int], sleep: Callable[[float], object]
) -> None:
    """Wait and call back when few requests are left, as configured; `Bounds.max_wait` at most."""
    if quota["requests_remaining"] > management.get("min_requests_remaining", 0):
        return
    if management.get("wait"):
        milliseconds = min(max(quota["ms_until_reset"], 0), DEFAULT.max_wait * 1000)
        sleep(ceil(milliseconds / 1000))
    notify(management)


def notify(management: Mapping[str, Any]) -> None:
    """Call the callback, with its arguments as one dictionary if there are any."""
    callback = management.get("callback_function")
    if not callback:
        return
    arguments = management.get("callback_args")
    if arguments:
        callback(arguments)
    else:
        callback()
