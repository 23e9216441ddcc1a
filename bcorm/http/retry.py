"""When to send a request again, and how long to wait first: a policy as data.

The exchange asks two questions of a failed attempt: may it be repeated, and may it have
taken effect. Both answers depend on the method and on what came back, not on the endpoint.
"""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

import attrs

from bcorm.exceptions import (
    ApiError,
    BadResponse,
    ConnectionFailed,
    RateLimited,
    RequestTimeout,
    UnknownOutcome,
)
from bcorm.http.errors import is_idempotent

if TYPE_CHECKING:
    from collections.abc import Callable

# An answer that does not say whether the write took effect: gateways answer for a server
# that may still be working, and overload shows as 500 too (BigCommerce, migration guide).
AMBIGUOUS_STATUSES = frozenset({500, 502, 503, 504})
_LOST = (ConnectionFailed, RequestTimeout, BadResponse)
# A 503 that no waiting mends.
_PERMANENT_WORDS = ("suspend",)


@attrs.frozen
class RetryPolicy:
    """How often and how patiently a request is repeated.

    Attributes:
        attempts: Attempts in all, the first included, for failures other than 429.
        throttles: How many answers 429 are waited for, besides.
        base: Seconds of the first wait, before jitter; each next one is twice as long.
        cap: Seconds that no backoff exceeds.
        jitter: Returns a number in [0, 1) that scales a backoff ("full jitter"); pass
            ``random.Random(seed).random`` for waits that can be repeated.
        statuses: Answers worth repeating.
    """

    attempts: int = 5
    throttles: int = 20
    base: float = 0.5
    cap: float = 20.0
    jitter: Callable[[], float] = attrs.field(default=random.random, repr=False)
    statuses: frozenset[int] = frozenset({429, 500, 502, 503, 504})

    @classmethod
    def never(cls) -> RetryPolicy:
        """A policy that sends everything once."""
        return cls(attempts=1, throttles=0)

    def backoff(self, failures: int) -> float:
        """Seconds to wait after the given number of failures (1, 2, …)."""
        return min(self.cap, self.base * 2.0 ** min(failures - 1, 30)) * self.jitter()

    def wait(
        self, error: ApiError, *, failures: int, repeatable: bool, max_wait: float = math.inf
    ) -> float | None:
        """Seconds to wait before the next attempt, or None to give up.

        Args:
            error: How the last attempt ended.
            failures: How many have failed so far, of this error's kind (429 or not).
            repeatable: Whether the request may be sent again though it may have been processed.
            max_wait: Seconds; when the server asks for more, None.
        """
        throttled = isinstance(error, RateLimited)
        if failures >= (self.throttles + 1 if throttled else self.attempts):
            return None
        if not self._worth_repeating(error):
            return None
        if not repeatable and may_have_applied(error):
            return None
        if error.retry_after is None:
            return self.backoff(failures)
        return error.retry_after if error.retry_after <= max_wait else None

    def _worth_repeating(self, error: ApiError) -> bool:
        if isinstance(error, _LOST):
            return True
        return error.status in self.statuses and not is_permanent(error)


def is_permanent(error: ApiError) -> bool:
    """Whether the store is closed rather than busy: a suspended store answers 503 too."""
    told = error.title.lower()
    return error.status == 503 and any(word in told for word in _PERMANENT_WORDS)


def may_have_applied(error: ApiError) -> bool:
    """Whether a write that ended like this can have taken effect."""
    if isinstance(error, _LOST):
        return error.sent
    return error.status in AMBIGUOUS_STATUSES and not is_permanent(error)


def may_still_be_working(error: ApiError) -> bool:
    """Whether the store may go on to apply a write that ended like this.

    A gateway or a lost connection speaks for a server that may not have finished; an answer that
    cannot be read was an answer all the same.
    """
    last = _last(error)
    lost = isinstance(last, (ConnectionFailed, RequestTimeout))
    return lost or last.status in AMBIGUOUS_STATUSES


def is_timeout(error: ApiError) -> bool:
    """Whether a request ended because the store took too long, here or at a gateway."""
    last = _last(error)
    return isinstance(last, RequestTimeout) or last.status == 504


def _last(error: ApiError) -> ApiError:
    """How the last attempt of a request ended."""
    return error.cause if isinstance(error, UnknownOutcome) and error.cause else error


def is_repeatable(method: str, repeatable: bool | None) -> bool:
    """Whether a request may be sent again after it may have been processed.

    Args:
        method: GET, PUT and DELETE may by themselves: twice is the same as once.
        repeatable: What the caller knows better, or None.
    """
    return is_idempotent(method) if repeatable is None else repeatable
