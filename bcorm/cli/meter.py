"""Progress of long work: how much, how fast, and what is left of the quota.

Shown on a terminal only; a pipe or a log file gets nothing of it.
"""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bcorm.http.exchange import Stats
from bcorm.http.message import Quota, quota_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcorm.http.message import Request, Response, Timeout
    from bcorm.http.transport import Transport

_TICK = 0.2


class Meter:
    """Sees every answer of a client and remembers what it says about the quota.

    Attributes:
        quota: what the last answer said, or None.
        stats: the client's figures.
    """

    def __init__(self) -> None:
        self.quota: Quota | None = None
        self.stats = Stats()

    def around(self, transport: Transport) -> Transport:
        """Return a transport that tells the meter; for `ApiClient(wrap=...)`."""
        return _Metered(transport, self)

    @property
    def shown(self) -> str:
        """What is left of the quota, as text; empty where the store has none."""
        quota = self.quota
        # A store without a limit announces a very large one.
        if quota is None or quota.limit > 1_000_000:
            return ""
        return f"quota {quota.left}/{quota.limit}, {quota.reset:.0f} s"


class _Metered:
    def __init__(self, transport: Transport, meter: Meter) -> None:
        self._transport = transport
        self._meter = meter

    def send(self, request: Request, *, timeout: Timeout) -> Response:
        """Send the request, and read the quota off the answer."""
        response = self._transport.send(request, timeout=timeout)
        self._meter.quota = quota_of(response.headers) or self._meter.quota
        return response

    def close(self) -> None:
        """Close the transport inside."""
        self._transport.close()


@contextmanager
def progress(meter: Meter, what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show a bar while a block works.

    Args:
        meter: the store's.
        what: what is being done.
        total: how much there is to do, if that is known.

    The block's value is to be called with how much more is done.
    """
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    with _bars().bar(meter) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.advance(task, done)


@contextmanager
def writing(meter: Meter, what: str, requests: int) -> Iterator[None]:
    """Show a bar of the requests that write, while a block commits."""
    if not sys.stderr.isatty():
        yield
        return
    before, done = meter.stats.writes, threading.Event()
    with _bars().bar(meter) as bar:
        task = bar.add_task(what, total=requests)

        def watch() -> None:
            while not done.wait(_TICK):
                bar.update(task, completed=min(meter.stats.writes - before, requests))

        watcher = threading.Thread(target=watch, name="bcorm-progress", daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()
            bar.update(task, completed=min(meter.stats.writes - before, requests))


def _bars() -> Any:
    """Return what draws bars: most commands, and pipes, do without it."""
    return import_module("bcorm.cli.bars")
