"""What an answer says about the quota: header fields to numbers, forgiving anything.

Read by the governor (how fast to go) and by the errors (how long to wait). Headers and
their meaning: developer.bigcommerce.com, "API rate limits".
"""

from __future__ import annotations

import math
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Quota(NamedTuple):
    """The store's window as the server counts it.

    Attributes:
        left: Requests left in this window, after the one that was answered.
        limit: Requests per window.
        reset: Seconds until the window ends.
        window: Seconds that a whole window takes.
    """

    left: int
    limit: int
    reset: float
    window: float


def quota_of(headers: Mapping[str, str]) -> Quota | None:
    """The quota that an answer reports, or None if it reports none that makes sense."""
    left = _number(headers.get("x-rate-limit-requests-left"))
    limit = _number(headers.get("x-rate-limit-requests-quota"))
    reset = _number(headers.get("x-rate-limit-time-reset-ms"))
    window = _number(headers.get("x-rate-limit-time-window-ms"))
    if left is None or limit is None or reset is None or limit < 1:
        return None
    return Quota(int(left), int(limit), reset / 1000, (window or 30_000.0) / 1000)


def retry_after(status: int, headers: Mapping[str, str], body: Any = None) -> float | None:
    """Seconds that the server asks to wait before the next request, or None.

    The longest of ``X-Retry-After``, ``Retry-After`` (seconds or a date), and, of a 429,
    ``X-Rate-Limit-Time-Reset-Ms``; else ``retry_after_seconds`` of a degraded service's body.
    """
    asked = [_number(headers.get("x-retry-after")), _http_date(headers.get("retry-after"))]
    if status == 429:
        reset = _number(headers.get("x-rate-limit-time-reset-ms"))
        asked.append(None if reset is None else reset / 1000)
    known = [seconds for seconds in asked if seconds is not None]
    if known:
        return max(known)
    error = body.get("error") if isinstance(body, dict) else None
    return _number(error.get("retry_after_seconds")) if isinstance(error, dict) else None


def _number(value: Any) -> float | None:
    """A finite number from zero up, or None."""
    if value is None or isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if 0 <= number < math.inf else None


def _http_date(value: str | None) -> float | None:
    seconds = _number(value)
    if seconds is not None or value is None:
        return seconds
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return max(0.0, (moment - datetime.now(timezone.utc)).total_seconds())
