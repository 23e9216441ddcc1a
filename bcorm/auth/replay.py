"""Remembering what was seen, so that nothing valid is accepted twice.

`SeenStore` is the protocol; `MemorySeen` serves one process, and
`bcorm.http.shared` has the Redis one for many. Used for signed payloads and webhooks.
"""

from __future__ import annotations

import heapq
import threading
import time
from typing import Protocol


class SeenStore(Protocol):
    """Where keys are remembered for a while."""

    def seen(self, key: str, ttl: float) -> bool:
        """Remember a key for `ttl` seconds; True if it was there already. Atomic."""

    def forget(self, key: str) -> None:
        """Drop a key, so that the next `seen` answers False."""


class MemorySeen:
    """Keys in this process's memory, bounded in number and time.

    Args:
        maxsize: Keys kept; when it is full, those that expire first go first.
    """

    def __init__(self, maxsize: int = 100_000) -> None:
        self._maxsize = maxsize
        self._until: dict[str, float] = {}
        self._order: list[tuple[float, str]] = []
        self._lock = threading.Lock()

    def seen(self, key: str, ttl: float) -> bool:
        """Remember a key for `ttl` seconds; True if it was there already."""
        now = time.monotonic()
        with self._lock:
            self._expire(now)
            if key in self._until:
                return True
            while len(self._until) >= self._maxsize:
                self._drop_first()
            self._until[key] = now + ttl
            heapq.heappush(self._order, (now + ttl, key))
            return False

    def forget(self, key: str) -> None:
        """Drop a key; its place in the heap is skipped when it comes up."""
        with self._lock:
            self._until.pop(key, None)

    def __len__(self) -> int:
        with self._lock:
            self._expire(time.monotonic())
            return len(self._until)

    def _expire(self, now: float) -> None:
        while self._order and self._order[0][0] <= now:
            self._drop_first()

    def _drop_first(self) -> None:
        until, key = heapq.heappop(self._order)
        # A key that was forgotten and seen again has a later entry in the heap.
        if self._until.get(key) == until:
            del self._until[key]
