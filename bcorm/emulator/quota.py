"""The request quota of every store: fixed windows, and the headers that tell about them."""

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
    """What the quota saw: requests served per window of a store, in order, and refusals."""

    windows: list[int] = field(default_factory=list)
    refused: int = 0

    @property
    def served(self) -> int:
        """All requests that were let through."""
        return sum(self.windows)


@dataclass
class _Window:
    """A window of one store: when it began, what was used, and its place in the log."""

    start: float
    place: int
    used: int = 0


class Quota:
    """Counts each store's requests in windows of fixed length that start with a first request.

    Args:
        limit: requests per window; `None` lets everything through.
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
        self._windows: dict[str | None, _Window] = {}

    def take(self, store: str | None = None) -> tuple[bool, dict[str, str]]:
        """Use one request of a store: whether it is let through, and the headers of its answer."""
        with self._lock:
            now = self._clock() * 1000
            window = self._windows.get(store)
            if window is None or now - window.start >= self.window_ms:
                window = self._windows[store] = _Window(now, len(self.log.windows))
                self.log.windows.append(0)
            allowed = self.limit is None or window.used < self.limit
            if allowed:
                window.used += 1
                self.log.windows[window.place] += 1
            else:
                self.log.refused += 1
            return allowed, self._headers(window, now, refused=not allowed)

    def _headers(self, window: _Window, now: float, *, refused: bool) -> dict[str, str]:
        limit = UNLIMITED if self.limit is None else self.limit
        reset = max(0, round(window.start + self.window_ms - now))
        headers = {
            "X-Rate-Limit-Requests-Left": str(max(0, limit - window.used)),
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
            self._windows.clear()
            self.log.windows.clear()
            self.log.refused = 0
