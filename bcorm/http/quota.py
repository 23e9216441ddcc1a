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


# No window of the API is longer than half a minute, and no header is believed beyond a day.
_LONGEST = 86_400.0
# More than anybody's quota: the largest that was ever reported is 16 million.
_MOST = 1_000_000_000


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
    most = min(int(limit), _MOST)
    spans = (min(ms / 1000, _LONGEST) for ms in (reset, window or 30_000.0))
    return Quota(min(int(left), most), most, *spans)


def retry_after(status: int, headers: Mapping[str, str], body: Any = None) -> float | None:
    """Seconds that the server asks to wait before the next request, or None.

    A day at most: the longest of ``X-Retry-After``, ``Retry-After`` (seconds or a date), and, of
    a 429, ``X-Rate-Limit-Time-Reset-Ms``; else ``retry_after_seconds`` of a degraded service's
    body.
    """
    asked = [_number(headers.get("x-retry-after")), _http_date(headers.get("retry-after"))]
    if status == 429:
        reset = _number(headers.get("x-rate-limit-time-reset-ms"))
        asked.append(None if reset is None else reset / 1000)
    known = [seconds for seconds in asked if seconds is not None]
    if known:
        return min(max(known), _LONGEST)
    error = body.get("error") if isinstance(body, dict) else None
    told = _number(error.get("retry_after_seconds")) if isinstance(error, dict) else None
    return None if told is None else min(told, _LONGEST)


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
