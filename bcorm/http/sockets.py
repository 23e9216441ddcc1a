"""Connections that keep to a deadline, however the server spreads its bytes.

requests and urllib3 bound each read of a socket, so that a server which sends a byte now and then
holds a request for ever: in the status line, in header fields, in answers 1xx, in the framing of
chunks. Here each read and each write gets what is left of the whole, and all bytes are counted.
"""

from __future__ import annotations

import io
import time
from contextvars import ContextVar
from functools import cache
from http.client import HTTPResponse
from typing import TYPE_CHECKING, Any

import attrs
from requests.adapters import HTTPAdapter

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection as _Connection
    from urllib3.connectionpool import HTTPConnectionPool
else:
    _Connection = object

_SENT_AT_ONCE = 16 * 1024
_BUFFER = 64 * 1024


class TooLarge(Exception):
    """More bytes came than are read; not one of the errors that urllib3 takes for its own."""


@attrs.define
class Clock:
    """What is left for one attempt.

    Attributes:
        ends: `time.monotonic` moment by which it must be over.
        read: Seconds for the next bytes to arrive.
        max_bytes: Bytes that may arrive.
    """

    ends: float
    read: float
    max_bytes: float

    def left(self, seconds: float | None) -> float:
        """Seconds for the next step, at most the given ones.

        Raises:
            TimeoutError: There are none.
        """
        left = self.ends - time.monotonic()
        if left <= 0:
            raise TimeoutError("the answer did not end in time")
        return left if seconds is None else min(left, seconds)


running: ContextVar[Clock | None] = ContextVar("running", default=None)
"""The clock of the attempt that this context is making."""


class _TimedReader(io.RawIOBase):
    """The bytes of a socket, each read of it in what is left of the time."""

    def __init__(self, sock: Any, clock: Clock) -> None:
        self._sock = sock
        self._raw = sock.makefile("rb", buffering=0)
        self._clock = clock
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._clock.left(self._clock.read))
        count: int | None = self._raw.readinto(buffer)
        self._count += count or 0
        if self._count > self._clock.max_bytes:
            raise TooLarge(f"the answer is larger than {self._clock.max_bytes:.0f} bytes")
        return count

    def fileno(self) -> int:
        number: int = self._raw.fileno()
        return number

    def close(self) -> None:
        self._raw.close()
        super().close()


class _TimedSocket:
    """What `http.client` needs of a socket to read an answer."""

    def __init__(self, sock: Any, clock: Clock) -> None:
        self._sock = sock
        self._clock = clock

    def makefile(self, mode: str) -> io.BufferedReader:  # noqa: ARG002 - always "rb"
        return io.BufferedReader(_TimedReader(self._sock, self._clock), _BUFFER)


class _TimedResponse(HTTPResponse):
    def __init__(self, sock: Any, *args: Any, **options: Any) -> None:
        clock = running.get()
        timed: Any = sock if clock is None else _TimedSocket(sock, clock)
        super().__init__(timed, *args, **options)


class _OnTime(_Connection):
    """What a connection of urllib3 does differently; see `_timed`."""

    response_class = _TimedResponse

    def connect(self) -> None:
        """Connect in what is left of the time."""
        clock = running.get()
        if clock is not None:
            self.timeout = clock.left(self.timeout)
        super().connect()

    def send(self, data: Any) -> None:
        """Send in what is left of the time."""
        clock = running.get()
        if self.sock is None:
            self.connect()
        if clock is None or not isinstance(data, (bytes, bytearray)):
            super().send(data)
            return
        # A socket's time-out is one for all that it is told to send: little by little, so that
        # TLS, which sends record by record, keeps to it too.
        view = memoryview(data)
        for start in range(0, len(view), _SENT_AT_ONCE):
            self.sock.settimeout(clock.left(clock.read))
            super().send(view[start : start + _SENT_AT_ONCE])


@cache
def _timed(pool: type[HTTPConnectionPool]) -> type[HTTPConnectionPool]:
    """A kind of pool (plain, TLS, SOCKS) whose connections keep to the deadline."""
    connection = type(pool.ConnectionCls.__name__, (_OnTime, pool.ConnectionCls), {})
    return type(pool.__name__, (pool,), {"ConnectionCls": connection})


class TimedAdapter(HTTPAdapter):
    """The adapter of requests, with connections that keep to `running`."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """See `HTTPAdapter.init_poolmanager`."""
        super().init_poolmanager(*args, **options)
        _use_timed(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        """See `HTTPAdapter.proxy_manager_for`."""
        known = proxy in self.proxy_manager
        manager = super().proxy_manager_for(proxy, **options)
        if not known:
            _use_timed(manager)
        return manager


def _use_timed(manager: Any) -> None:
    manager.pool_classes_by_scheme = {
        scheme: _timed(pool) for scheme, pool in manager.pool_classes_by_scheme.items()
    }
