"""`Store`: one store as a session reads it: pages, several at a time, by a clock of its own.

Each request has a moment. What came of it is believed as far as nothing newer is known, see
`bcorm.model.memory`.

One thread at a time uses a session, in the process in which its work was begun: a `Turn`. Handing a
session on is fine, as web servers do; two threads at once would send things twice. So would a
forked child that has inherited pending work.
"""

from __future__ import annotations

import functools
import os
import threading
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

from bcorm.exceptions import BadResponse, ConfigurationError, StateError
from bcorm.http.credentials import masked
from bcorm.http.exchange import LANES, Stats
from bcorm.query.callers import warn
from bcorm.query.fetching import Fetched

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from bcorm.http.client import ApiClient
    from bcorm.http.message import Answer

F = TypeVar("F", bound="Callable[..., Any]")

# The turns that the caller has taken. Threads that work for it inherit them with its context.
_taken: ContextVar[tuple[Turn, ...]] = ContextVar("bcorm_turns", default=())


class Turn:
    """Whose turn it is to use a session. It may be taken again by whoever has it.

    Args:
        name: of what, for messages.
        inherited: called in a forked child, before it uses the session for the first time; raises
            StateError if it must not.
    """

    def __init__(self, name: str, inherited: Callable[[int, int], None]) -> None:
        self._name = name
        self._inherited = inherited
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._holder: threading.Thread | None = None

    def take(self) -> Any:
        """Take the turn; return what gives it back. Raises StateError."""
        self._check_process()
        taken = _taken.get()
        if self in taken:
            return None
        if not self._lock.acquire(blocking=False):
            raise self._busy()
        self._holder = threading.current_thread()
        return _taken.set((*taken, self))

    def leave(self, token: Any) -> None:
        """Give the turn back that was taken with this token; None is a nested one."""
        if token is not None:
            _taken.reset(token)
            self._holder = None
            self._lock.release()

    def check(self) -> None:
        """Refuse what another thread does while this one is at work. Raises StateError."""
        if self._process != os.getpid():
            self._check_process()
        holder = self._holder
        if holder in {None, threading.current_thread()}:
            return
        if self not in _taken.get():
            raise self._busy()

    def _check_process(self) -> None:
        process = os.getpid()
        if process != self._process:
            self._inherited(self._process, process)
            # Whoever held it is a thread of the parent.
            self._process, self._lock, self._holder = process, threading.Lock(), None
            _taken.set(())

    def _busy(self) -> StateError:
        holder, mine = self._holder, threading.current_thread()
        other = "another thread" if holder is None else f"the thread {holder.name!r}"
        return StateError(
            f"{self._name} is used by {other} at this moment, and the thread {mine.name!r} must "
            "wait: hand a session on when its work is done, or open one per thread "
            "(client.session())"
        )


def alone(method: F) -> F:
    """Let a method of a session run in one thread at a time, in the session's process."""

    @functools.wraps(method)
    def guarded(self: Any, *args: Any, **values: Any) -> Any:
        turn = self.turn
        token = turn.take()
        try:
            return method(self, *args, **values)
        finally:
            turn.leave(token)

    return guarded  # type: ignore[return-value]


# By where rows are read: the wire names of what is secret in them.
_secret_rows: dict[str, frozenset[str]] = {}


def keep_secret(path: str, wires: Iterable[str]) -> None:
    """Take note of what is secret in the rows of an endpoint, and is read.

    Args:
        path: the endpoint's path.
        wires: names of fields, as rows have them.
    """
    start = path.partition("{")[0].rstrip("/")
    _secret_rows[start] = _secret_rows.get(start, frozenset()) | {*wires}


def veil(path: str, data: Any) -> None:
    """Let no frame show what is secret in rows that came, before anything is made of them.

    Args:
        path: where they were read.
        data: a row, or a list of rows.
    """
    if not path.startswith(tuple(_secret_rows)):
        return
    wires = {
        wire for start in _secret_rows if path.startswith(start) for wire in _secret_rows[start]
    }
    for row in data if isinstance(data, list) else [data]:
        if isinstance(row, dict):
            row.update({wire: masked(row[wire]) for wire in wires & row.keys()})


class Store:
    """Reads one store for one session.

    Args:
        client: the store's client.
        lane: the requests' lane, `interactive` or `bulk`.
        sends: filters that no specification has, and that are sent; what is refused is taken out.
        turn: whose turn it is to use the session.

    Attributes:
        clock: the moment of the last request.
        autoflush: what is done before each query, if anything.
        stats: what was sent.
    """

    def __init__(self, client: ApiClient, *, lane: str, sends: set[str], turn: Turn) -> None:
        self.client = client
        if lane not in LANES:
            raise ConfigurationError(f"lane must be one of {sorted(LANES)}, not {lane!r:.100}")
        self.lane = lane
        self.sends = sends
        self.turn = turn
        self.stats = Stats()
        self.clock = 1
        self.autoflush: Callable[[], None] | None = None
        self._ticking = threading.Lock()
        self._settling: int | None = None
        self._watching: list[list[Fetched]] = []
        self._warned: set[Hashable] = set()

    @property
    def concurrency(self) -> int:
        """Requests in flight at a time, at most."""
        return self.client.concurrency

    def tick(self) -> int:
        """Move the clock on for a request, and return its moment. Threads may do it, too."""
        with self._ticking:
            self.clock += 1
            return self.clock

    @property
    def moment(self) -> int:
        """When what is just being settled was asked for."""
        return self.clock if self._settling is None else self._settling

    @contextmanager
    def at(self, asked: int) -> Iterator[None]:
        """Settle in this block what was asked for at a moment; more may have been since."""
        before, self._settling = self._settling, asked
        try:
            yield
        finally:
            self._settling = before

    @alone
    def fetch(self, path: str, params: Mapping[str, str]) -> Fetched:
        """GET one page; an object counts as a page of one row."""
        page = self._read(path, params, self.tick())
        for pages in self._watching:
            pages.append(page)
        return page

    @alone
    def start(self, path: str, params: Mapping[str, str]) -> Future[Fetched]:
        """GET one page in another thread, while this one goes on."""
        return self.client.workers.submit(self._read, path, params, self.tick())

    @alone
    def fetch_many(self, calls: Sequence[tuple[str, Mapping[str, str]]]) -> list[Fetched]:
        """GET several pages, a bounded number at a time, and return them in order."""
        if len(calls) < 2 or self.concurrency == 1:
            return [self.fetch(path, params) for path, params in calls]
        waiting = [self.start(path, params) for path, params in calls]
        try:
            return [future.result() for future in waiting]
        finally:
            for future in waiting:
                future.cancel()

    def _read(self, path: str, params: Mapping[str, str], asked: int) -> Fetched:
        """GET one page, in whatever thread."""
        answer = self.transmit("GET", path, params=params)
        data = answer.data
        rows = [] if data is None else data if isinstance(data, list) else [data]
        if set(map(type, rows)) - {dict}:
            raise BadResponse(
                "rows were expected, and something else came", method="GET", path=path,
                status=answer.status, request_id=self.client.redacted(answer.request_id),
                retry_safe=True,
            )  # fmt: skip
        meta = {} if data is None else answer.meta
        return Fetched(rows, meta, asked, type(data), answer.status)

    def before_query(self) -> None:
        """Flush first, if the session flushes by itself."""
        if self.autoflush is not None:
            self.autoflush()

    @contextmanager
    def watched(self) -> Iterator[list[Fetched]]:
        """Collect the pages that are fetched in this block, but for those that are read ahead."""
        pages: list[Fetched] = []
        self._watching.append(pages)
        try:
            yield pages
        finally:
            self._watching.remove(pages)

    def renew(self, path: str) -> None:
        """Let the next reads of a path be answered by the store, not by the client's cache."""
        cache = self.client.cache
        if cache is not None:
            cache.invalidate(path, store_key=self.client.store_key)

    def transmit(self, method: str, path: str, **options: Any) -> Answer:
        """Send one request, counted in `stats`, in whatever thread; nothing is settled by it.

        Args:
            method: the HTTP method.
            path: the path below the store.
            options: as for `ApiClient.request`.
        """
        answer = self.client.request(method, path, stats=self.stats, lane=self.lane, **options)
        veil(path, answer.data)
        return answer

    def warn_once(self, key: Hashable, warning: Warning) -> None:
        """Issue a warning the first time that `key` asks for it."""
        if key not in self._warned:
            self._warned.add(key)
            warn(warning)
