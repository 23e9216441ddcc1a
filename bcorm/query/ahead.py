"""Reading ahead: which pages are asked for before they are used, and how many of them.

What is wanted whole is read as wide as the client's `concurrency`. Who takes row after row may stop
at any, so that no more pages are read ahead than were used already.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from typing import Any

from bcorm.http.governor import Cancellation, current_cancellation
from bcorm.query.fetched import Fetch, Fetched

Params = Mapping[str, str]
Call = tuple[str, Params]
Start = Callable[[str, Params], "Future[Fetched]"]


class Pace:
    """How far ahead one reading goes.

    Args:
        width: requests in flight at a time, at most.
        depth: how many pages are read ahead; None for as many as were used already.

    Attributes:
        whole: whether everything is wanted, and nobody stops early.
        used: how many pages were used up.
    """

    def __init__(self, width: int = 1, depth: int | None = None) -> None:
        self.width = width
        self.whole = False
        self.used = 0
        self._depth = depth

    @property
    def ahead(self) -> int:
        """How many pages may be asked for before the one is used that is wanted now."""
        most = self.width - 1
        if self.whole:
            return most
        return min(most, self.used if self._depth is None else self._depth)


class Ahead:
    """Fetches pages, and those that are expected next before they are asked for.

    Args:
        fetch: sends one GET, and waits for its answer.
        start: sends one GET in another thread; None to send one after the other.
        pace: how far ahead to go.
        ask: more parameters for what is sent from now on.
    """

    def __init__(
        self,
        fetch: Fetch,
        start: Start | None = None,
        pace: Pace | None = None,
        ask: Callable[[], Params] | None = None,
    ) -> None:
        self.pace = Pace() if pace is None or start is None else pace
        self.following: list[Call] = []
        self.fetch = fetch
        self._start = start
        self._ask = ask or dict
        self._expected: deque[Call] = deque()
        self._flying: dict[Any, Future[Fetched]] = {}
        self._cancellation = Cancellation()
        self._begun = False

    @property
    def room(self) -> int:
        """How many pages it is of use to expect."""
        return self.pace.width if self._start is not None else 0

    def expect(self, calls: Iterable[Call]) -> None:
        """Say what will be asked for next, in order; what else was expected is dropped."""
        self._expected = deque([*calls, *self.following])
        wanted = {_key(*call) for call in self._expected}
        for key in [key for key in self._flying if key not in wanted]:
            self._flying.pop(key).cancel()

    def prime(self) -> None:
        """Ask at once for the first of what is expected, for it is wanted in any case."""
        if self._expected and self.pace.width > 1:
            self._send(*self._expected.popleft())

    def get(self, path: str, params: Params) -> Fetched:
        """Return a page."""
        self.pace.used += self._begun
        self._begun = True
        key = _key(path, params)
        if self._expected and _key(*self._expected[0]) == key:
            self._expected.popleft()
        if key not in self._flying:
            if not self._expected or not self.pace.ahead:
                return self.fetch(path, {**params, **self._ask()})
            self._send(path, params)
        while self._expected and len(self._flying) <= self.pace.ahead:
            call = self._expected.popleft()
            if _key(*call) not in self._flying:
                self._send(*call)
        return self._flying.pop(key).result()

    def _send(self, path: str, params: Params) -> None:
        assert self._start is not None
        token = current_cancellation.set(self._cancellation)
        try:
            future = self._start(path, {**params, **self._ask()})
        finally:
            current_cancellation.reset(token)
        self._flying[_key(path, params)] = future

    def close(self) -> None:
        """Call off what was asked for and is not wanted any more."""
        self._cancellation.cancel()
        for future in self._flying.values():
            future.cancel()
        self._flying.clear()
        self._expected.clear()


def _key(path: str, params: Params) -> Any:
    return path, frozenset(params.items())
