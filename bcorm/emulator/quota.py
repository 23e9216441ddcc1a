"""The request quota of a store: fixed windows, and the headers that tell about them."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# What a store without a limit announces, as recorded.
UNLIMITED = 1_000_000_000


@dataclass
class QuotaLog:
    """What the quota saw: requests served per window, in order, and refusals."""

    windows: list[int] = field(default_factory=list)
    refused: int = 0

    @property
    def served(self) -> int:
        """All requests that were let through."""
        return sum(self.windows)


class Quota:
    """Counts requests in windows of fixed length that start with the first request.

    Args:
        limit: requests per window; ``None`` lets everything through.
        window_ms: the length of a window.
    """

    def __init__(
        self,
        limit: int | None,
        window_ms: int = 30_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limit = limit
        self.window_ms = window_ms
        self.log = QuotaLog()
        self._clock = clock
        self._lock = threading.Lock()
        self._start = float("-inf")
        self._used = 0

    def take(self) -> tuple[bool, dict[str, str]]:
        """Use one request: whether it is let through, and the headers of its answer."""
        with self._lock:
            now = self._clock() * 1000
            if now - self._start >= self.window_ms:
                self._start, self._used = now, 0
                self.log.windows.append(0)
            allowed = self.limit is None or self._used < self.limit
            if allowed:
                self._used += 1
                self.log.windows[-1] += 1
            else:
                self.log.refused += 1
            return allowed, self._headers(now, refused=not allowed)

    def headers(self) -> dict[str, str]:
        """The headers without using a request."""
        with self._lock:
            return self._headers(self._clock() * 1000, refused=False)

    def _headers(self, now: float, *, refused: bool) -> dict[str, str]:
        limit = UNLIMITED if self.limit is None else self.limit
        left = self._start + self.window_ms - now if self._used or refused else self.window_ms
        reset = max(0, round(left))
        headers = {
            "X-Rate-Limit-Requests-Left": str(max(0, limit - self._used)),
            "X-Rate-Limit-Requests-Quota": str(limit),
            "X-Rate-Limit-Time-Window-Ms": str(self.window_ms),
            "X-Rate-Limit-Time-Reset-Ms": str(reset),
        }
        if refused:
            headers["X-Retry-After"] = str(max(1, -(-reset // 1000)))
        return headers

    def reset(self) -> None:
        """Forget everything that was counted."""
        with self._lock:
            self._start, self._used = float("-inf"), 0
            self.log.windows.clear()
            self.log.refused = 0
