"""The official client's ``rate_limiting_management``, as data and one function.

Used by `connection` after each answer.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from requests import Response

_FIELDS = {
    "ms_until_reset": "X-Rate-Limit-Time-Reset-Ms",
    "window_size_ms": "X-Rate-Limit-Time-Window-Ms",
    "requests_remaining": "X-Rate-Limit-Requests-Left",
    "requests_quota": "X-Rate-Limit-Requests-Quota",
}
_RETRY_AFTER = "X-Retry-After"
# Seconds to wait on a 429 without header fields, doubled each time: overload, not quota.
_FIRST_WAIT = 1.0


def read_quota(response: Response) -> dict[str, int]:
    """The quota as an answer's header fields tell it, or nothing."""
    try:
        return {name: int(response.headers[field]) for name, field in _FIELDS.items()}
    except (KeyError, TypeError, ValueError):
        return {}


def wait_after_429(response: Response, attempt: int) -> float:
    """Seconds to wait before the request is sent again."""
    reset = read_quota(response).get("ms_until_reset", 0) / 1000
    try:
        asked = float(response.headers.get(_RETRY_AFTER, 0))
    except ValueError:
        asked = 0.0
    return max(reset, asked) or _FIRST_WAIT * 2**attempt


def manage(
    management: Mapping[str, Any], quota: Mapping[str, int], sleep: Callable[[float], object]
) -> None:
    """Wait and call back when few requests are left, as configured."""
    if quota["requests_remaining"] > management.get("min_requests_remaining", 0):
        return
    if management.get("wait"):
        sleep(ceil(quota["ms_until_reset"] / 1000))
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
