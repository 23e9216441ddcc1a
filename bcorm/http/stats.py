"""Counting what goes over the wire: requests are what the user pays with."""

from __future__ import annotations

import threading
from collections import deque
from typing import NamedTuple

_READS = frozenset({"GET", "HEAD"})
_FIGURES = (
    "requests",
    "reads",
    "writes",
    "retries",
    "waits",
    "bytes_sent",
    "bytes_received",
    "cache_hits",
    "cache_misses",
)


class LogRow(NamedTuple):
    """One request in the log: status is None where no answer came."""

    method: str
    path: str
    status: int | None
    ms: float


class Stats:
    """Thread-safe counters; a client has its own, and so may each session.

    Attributes:
        requests: Requests that were sent, repeated ones included.
        reads: Those of them that only read.
        writes: Those of them that change something.
        retries: Those of them that repeated an earlier one.
        waits: Seconds spent waiting for the quota or between attempts.
        bytes_sent: Bytes of the bodies that were sent.
        bytes_received: Bytes of the bodies that came back, decoded.
        cache_hits: Reads that needed no request.
        cache_misses: Reads that the cache covers and did not have.
        log: The last requests, oldest first.
    """

    def __init__(self, log_size: int = 1000) -> None:
        self._lock = threading.Lock()
        self._log_size = log_size
        self.clear()

    def clear(self) -> None:
        """Set everything back to zero."""
        with self._lock:
            self.requests = self.reads = self.writes = self.retries = 0
            self.waits = 0.0
            self.bytes_sent = self.bytes_received = 0
            self.cache_hits = self.cache_misses = 0
            self.log: deque[LogRow] = deque(maxlen=self._log_size)

    def add_request(
        self,
        method: str,
        path: str,
        status: int | None,
        seconds: float,
        *,
        sent: int = 0,
        received: int = 0,
        retry: bool = False,
    ) -> None:
        """Count one attempt.

        Args:
            method: Its HTTP method.
            path: Its path below the store.
            status: The answer's status; None if there was none.
            seconds: How long it took.
            sent: Bytes of its body.
            received: Bytes of the answer's body, decoded.
            retry: Whether it repeated an earlier one.
        """
        with self._lock:
            self.requests += 1
            if method in _READS:
                self.reads += 1
            else:
                self.writes += 1
            self.retries += retry
            self.bytes_sent += sent
            self.bytes_received += received
            self.log.append(LogRow(method, path, status, seconds * 1000))

    def add_wait(self, seconds: float) -> None:
        """Count time spent waiting."""
        with self._lock:
            self.waits += seconds

    def add_cache(self, *, hit: bool) -> None:
        """Count one look into the cache."""
        with self._lock:
            self.cache_hits += hit
            self.cache_misses += not hit

    def rows(self) -> list[tuple[str, int | float]]:
        """The figures as (name, value), for a table."""
        with self._lock:
            return [(name, getattr(self, name)) for name in _FIGURES]

    def __str__(self) -> str:
        rows = [(name.replace("_", " "), _shown(value)) for name, value in self.rows()]
        width = max(12, *(len(value) for _, value in rows))
        return "\n".join(f"{name:<15}{value:>{width}}" for name, value in rows)

    def __repr__(self) -> str:
        figures = ", ".join(f"{name}={round(value, 3)}" for name, value in self.rows() if value)
        return f"<Stats {figures or 'nothing sent'}>"


def _shown(value: float) -> str:
    """Write a count with every digit, and seconds to the millisecond."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.3f}"
