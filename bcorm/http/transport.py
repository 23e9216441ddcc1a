"""Sending one request and reading one answer, within bounds: the seam everything else wraps.

A `Wire` knows how to get an answer from any host; a transport knows the store's host and
credentials besides. Neither knows of quotas, retries or JSON.

requests and urllib3 bound each read of a socket, so that a server which sends a byte now and then
holds a request for ever: in the status line, in header fields, in answers 1xx, in the framing of
chunks. Here each read and each write gets what is left of the whole, and all bytes are counted.
The hosts beside the API (`bcorm.auth.posting`) and `bcorm.compat` read through `read_body` too,
receivers of webhooks through `read_at_most`. Who speaks through a `requests.Session`, as the
official client's programs do, mounts a `BoundedAdapter`: answers are read whole, within the bounds,
before the session sees them, and what goes wrong are the errors of requests.
"""

from __future__ import annotations

import http.client
import io
import os
import ssl
import time
import zlib
from contextvars import ContextVar
from functools import cache
from http.client import HTTPResponse
from typing import TYPE_CHECKING, Any, Protocol

import attrs
import requests
from requests.adapters import HTTPAdapter
from urllib3 import exceptions as urllib3_errors

from bcorm.exceptions import ApiError, BadResponse, ConnectionFailed, RequestTimeout
from bcorm.http.bounds import DEFAULT
from bcorm.http.credentials import SecretText, blot, masked, masked_url
from bcorm.http.message import Headers, Request, Response, Timeout

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bcorm.http.bounds import Bounds
    from bcorm.http.credentials import Credentials

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
        proxy = SecretText(proxy)  # it may have a password, and is the key of what is kept
        known = proxy in self.proxy_manager
        manager = super().proxy_manager_for(proxy, **options)
        if not known:
            _use_timed(manager)
        return manager


def _use_timed(manager: Any) -> None:
    manager.pool_classes_by_scheme = {
        scheme: _timed(pool) for scheme, pool in manager.pool_classes_by_scheme.items()
    }


_CHUNK = 64 * 1024
_MOST_ENCODINGS = 2
_GZIP = b"\x1f\x8b"


class Undecodable(ValueError):
    """A body whose content encoding is damaged, or is none that was asked for."""


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""


def read_body(raw: Any, bounds: Bounds, ends: float) -> bytes:
    """Read and decode the body of an answer.

    Args:
        raw: A `urllib3.HTTPResponse` of which nothing was read. It is closed on any failure.
        bounds: How much is read.
        ends: `time.monotonic` moment by which it must be over.

    Raises:
        TooLarge: It is longer than the bounds allow.
        Undecodable: Its gzip or deflate is damaged, or it comes in another encoding.
        TimeoutError: It did not end in time.
        urllib3.exceptions.HTTPError: The connection broke.
    """
    done = False
    try:
        named = str(raw.headers.get("content-encoding") or "").lower().split(",")
        encodings = [name.strip() for name in named if name.strip() not in ("", "identity")]
        if len(encodings) > _MOST_ENCODINGS:
            raise Undecodable("the answer is encoded more than twice")
        chunks = _limited(_received(raw), bounds.max_bytes)
        for name in reversed(encodings):
            chunks = _inflated(chunks, name)
        read: list[bytes] = []
        for chunk in _limited(chunks, bounds.max_decoded_bytes):
            read.append(chunk)
            if time.monotonic() > ends:
                raise TimeoutError("the answer did not end in time")
        done = True
    except zlib.error as error:
        raise Undecodable(f"the answer cannot be decompressed: {error}") from None
    finally:
        if not done:
            raw.close()
    return read[0] if len(read) == 1 else b"".join(read)


def read_at_most(stream: Readable, size: int) -> bytes | None:
    """Read a stream to its end; None if it has more than `size` bytes."""
    read: list[bytes] = []
    left = size + 1
    while left > 0 and (chunk := stream.read(min(left, _CHUNK))):
        read.append(chunk)
        left -= len(chunk)
    return b"".join(read) if left > 0 else None


def _received(raw: Any) -> Iterator[bytes]:
    # read1 returns what has arrived; urllib3 has it since 2.1.
    read = getattr(raw, "read1", raw.read)
    while chunk := read(_CHUNK, decode_content=False):
        yield chunk


def _limited(chunks: Iterator[bytes], most: float) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise TooLarge(f"the answer is larger than {most:.0f} bytes")
        yield chunk


def _inflated(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """Decompress piece by piece: no piece of the result is longer than a chunk."""
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Undecodable(f"the answer is encoded as {encoding[:40]!r}, which was not asked for")
    box: Any = None
    members = 0
    for received in chunks:
        chunk = received
        while chunk:
            if box is None:
                if members and not _GZIP.startswith(chunk[:2]):
                    return  # padding after the end
                box, members = zlib.decompressobj(_window(encoding, chunk)), members + 1
            piece = box.decompress(chunk, _CHUNK)
            yield piece
            while not box.eof and len(piece) == _CHUNK:
                piece = box.decompress(box.unconsumed_tail, _CHUNK)
                yield piece
            chunk, box = (box.unused_data, None) if box.eof else (b"", box)
    if box is not None:
        raise Undecodable("the answer ends in the middle of its compressed data")


def _window(encoding: str, start: bytes) -> int:
    """How zlib is told what it reads; "deflate" is sent with and without zlib's header."""
    if encoding != "deflate":
        return 16 + zlib.MAX_WBITS
    return zlib.MAX_WBITS if start[0] & 0x0F == 8 else -zlib.MAX_WBITS


class BoundedAdapter(TimedAdapter):
    """An adapter whose answers are read within bounds.

    Args:
        bounds: How much of an answer is read, and how long.
        **options: As `requests.adapters.HTTPAdapter` takes them.
    """

    def __init__(self, bounds: Bounds = DEFAULT, **options: Any) -> None:
        self._bounds = bounds
        super().__init__(**options)

    def send(self, *sent: Any, **options: Any) -> requests.Response:
        """Send a request and read its answer; see `HTTPAdapter.send`.

        Raises:
            requests.exceptions.RequestException: No answer, or one beyond the bounds.
        """
        bounds = self._bounds
        request, timeout = sent[0], options.get("timeout")
        read = timeout[1] if isinstance(timeout, tuple) else timeout
        ends = time.monotonic() + bounds.max_seconds
        clock = Clock(ends, bounds.max_seconds if read is None else read, bounds.max_bytes)
        token = running.set(clock)
        try:
            answer = super().send(request, **{**options, "stream": True})
            answer._content = read_body(answer.raw, bounds, ends)  # noqa: SLF001 - as requests does
            vars(answer)["_content_consumed"] = True
        except (TooLarge, Undecodable) as error:
            failure: Exception = requests.exceptions.ContentDecodingError(str(error))
        except TimeoutError as error:
            failure = requests.exceptions.ReadTimeout(str(error), request=request)
        except requests.RequestException:
            raise
        except OSError as error:
            failure = requests.exceptions.ConnectionError(str(error), request=request)
        except Exception as error:
            if not type(error).__module__.startswith("urllib3."):
                raise
            timed_out = "timed out" in str(error)
            kind = requests.exceptions.ReadTimeout if timed_out else requests.ConnectionError
            failure = kind(str(error), request=request)
        else:
            return answer
        finally:
            running.reset(token)
        raise failure


_STREAM = "text/event-stream"
# Of an answer's head, those of the answers 1xx before it included.
_HEAD_BYTES = 1024 * 1024

# A failure before the request left this machine; everything else may have been delivered.
_NEVER_SENT = (
    urllib3_errors.NewConnectionError,
    urllib3_errors.ConnectTimeoutError,
    # Only this one of TLS's errors: the others come in the middle of an answer too.
    ssl.SSLCertVerificationError,
    urllib3_errors.ProxyError,
    urllib3_errors.EmptyPoolError,
    urllib3_errors.ClosedPoolError,
    urllib3_errors.LocationValueError,
)
_TIMEOUTS = (
    requests.exceptions.Timeout,
    urllib3_errors.ReadTimeoutError,
    TimeoutError,
)
_GARBLED = (
    TooLarge,
    Undecodable,
    urllib3_errors.DecodeError,
    urllib3_errors.IncompleteRead,
    urllib3_errors.InvalidChunkLength,
    urllib3_errors.InvalidHeader,
)
# All that a server can make the layers below raise; whatever else arrives there was raised into
# us from outside, as the time limits of job queues are.
_OURS = (
    OSError,  # those of requests and ssl among them
    ValueError,
    LookupError,
    http.client.HTTPException,
    urllib3_errors.HTTPError,
    TooLarge,
)
# Where they are raised. A signal handler's own TimeoutError comes from elsewhere.
_BELOW = frozenset(
    {"bcorm", "email", "encodings", "http", "idna", "io", "requests", "socket", "socks", "ssl"}
    | {"urllib", "urllib3"}
)


class Transport(Protocol):
    """Anything that can answer a request."""

    def send(self, request: Request, *, timeout: Timeout) -> Response:
        """Return the complete answer, whatever its status.

        Args:
            request: What to ask.
            timeout: How long to wait, in seconds.

        Raises:
            ConnectionFailed: No connection, or it broke; `sent` says whether before or after.
            RequestTimeout: No answer in time.
            BadResponse: What came back is not HTTP, is cut short or cannot be decoded.
        """

    def close(self) -> None:
        """Give the connections back."""


class Wire:
    """HTTP over a pool of `requests` connections, shared by all threads.

    Requests go straight through a `requests` adapter rather than a `requests.Session`:
    no `.netrc` that could replace our authentication, no proxy from the environment,
    no cookies, no redirects. TLS is verified.

    Args:
        bounds: How much of an answer is read, and how long.
        verify: True, or the path of a CA bundle.
        proxies: As `requests` takes them, for example `{"https": "http://proxy:3128"}`.
        pool_size: Connections kept open.
    """

    def __init__(
        self,
        *,
        bounds: Bounds = DEFAULT,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        pool_size: int = 32,
    ) -> None:
        self._bounds = bounds
        self._verify = verify
        self._proxies = dict(proxies or {})
        self._pool_size = pool_size
        self._open()

    def _open(self) -> None:
        self._pid = os.getpid()
        self._adapter = TimedAdapter(pool_connections=1, pool_maxsize=self._pool_size)

    def send(
        self, request: Request, url: str, headers: Mapping[str, str], *, timeout: Timeout
    ) -> Response:
        """Send a request once; see `Transport.send`.

        Args:
            request: What to ask; of it the method and the body are sent, and the path is told.
            url: Where to, in full.
            headers: All header fields.
            timeout: How long to wait, in seconds.
        """
        if self._pid != os.getpid():
            # A forked child must not talk into its parent's connections.
            self._open()
        started = time.monotonic()
        try:
            return self._send(request, url, headers, timeout, started)
        except ApiError:
            raise
        except _OURS as error:
            failure: BaseException = _failure(request, error)
        except BaseException as error:  # noqa: BLE001 - raised again at once
            failure = error.with_traceback(None)
        # Outside the handler, so that no traceback of the original hangs on ours: its frames hold
        # the encoded header fields.
        failure.__context__ = None
        raise failure

    def close(self) -> None:
        """Close the connections that are not in use."""
        self._adapter.close()

    def _send(
        self,
        request: Request,
        url: str,
        headers: Mapping[str, str],
        timeout: Timeout,
        started: float,
    ) -> Response:
        prepared = requests.PreparedRequest()
        prepared.method = request.method
        prepared.url = url
        prepared.headers = requests.structures.CaseInsensitiveDict(headers)
        prepared.body = request.body
        if request.body is not None:
            prepared.headers["Content-Length"] = str(len(request.body))
        elif request.method in {"POST", "PUT", "PATCH"}:
            prepared.headers["Content-Length"] = "0"
        is_upload = prepared.headers.get("Content-Type", "").startswith("multipart/")
        limit = self._bounds.max_upload_seconds if is_upload else self._bounds.max_seconds
        clock = Clock(started + _least(limit, timeout), timeout.read, _HEAD_BYTES)
        token = running.set(clock)
        try:
            answer = self._adapter.send(
                prepared,
                stream=True,
                timeout=(timeout.connect, timeout.read),
                verify=self._verify,
                proxies=self._proxies,
            )
            clock.max_bytes = self._bounds.max_bytes
            if answer.headers.get("Content-Type", "").startswith(_STREAM):
                clock.ends = started + _least(self._bounds.max_stream_seconds, timeout)
            body = read_body(answer.raw, self._bounds, clock.ends)
        finally:
            running.reset(token)
        return Response(
            answer.status_code,
            Headers(answer.raw.headers.items()),
            body,
            time.monotonic() - started,
        )


class RequestsTransport:
    """A `Wire` to one store, which knows its host and credentials.

    Args:
        credentials: Whose header fields are added, and where the store is.
        api_url: Replaces the host.
        verify: True, or the path of a CA bundle.
        proxies: As `requests` takes them, for example `{"https": "http://proxy:3128"}`.
        pool_size: Connections kept open.
        bounds: How much of an answer is read, and how long.

    Attributes:
        base_url: What paths are appended to.
    """

    def __init__(
        self,
        credentials: Credentials,
        *,
        api_url: str | None = None,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        pool_size: int = 32,
        bounds: Bounds = DEFAULT,
    ) -> None:
        api_url, proxies = masked_url(api_url), masked(proxies)
        self._credentials = credentials
        self.base_url = credentials.base_url(api_url)
        self._wire = Wire(bounds=bounds, verify=verify, proxies=proxies, pool_size=pool_size)

    def send(self, request: Request, *, timeout: Timeout) -> Response:
        """Send the request once; see `Transport.send`."""
        query = f"?{request.query}" if request.query else ""
        url = f"{self.base_url}{request.path}{query}"
        fields = {**request.headers, **self._credentials.auth_headers()}
        return self._wire.send(request, url, fields, timeout=timeout)

    def redacted(self, text: str) -> str:
        """Return a text of an answer without the credentials that it may give back."""
        shown: str = blot(text, self._credentials.secrets())
        return shown

    def close(self) -> None:
        """Close the connections that are not in use."""
        self._wire.close()


def _least(limit: float, timeout: Timeout) -> float:
    return limit if timeout.total is None else min(limit, timeout.total)


def _failure(request: Request, error: Exception) -> BaseException:
    """What to raise for an error from below: one of ours, unless it was raised into us."""
    causes = list(_causes(error))
    root = causes[-1]
    if not _is_from_below(root):
        return root.with_traceback(None)
    sent = not any(isinstance(cause, _NEVER_SENT) for cause in causes)
    kind: type[ApiError] = ConnectionFailed
    if sent and any(isinstance(cause, _TIMEOUTS) for cause in causes):
        kind = RequestTimeout
    elif sent and (
        any(isinstance(cause, _GARBLED) for cause in causes)
        or not any(isinstance(cause, (OSError, urllib3_errors.HTTPError)) for cause in causes)
    ):
        kind = BadResponse
    plain = isinstance(root, (TooLarge, Undecodable))
    told = str(root) if plain else f"{type(root).__name__}: {root}"
    return kind(told, sent=sent, method=request.method, path=request.path)


def _is_from_below(error: BaseException) -> bool:
    """Whether an error was raised by what sends and reads, rather than by a signal's handler."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return True
    module = str(trace.tb_frame.f_globals.get("__name__", ""))
    return module.partition(".")[0] in _BELOW


def _causes(error: BaseException) -> list[BaseException]:
    """The error and what it wraps, outermost first.

    requests and urllib3 put the original into `args`, `reason` or `__cause__`; `__context__` is
    left alone because it also names whatever happened to be handled at the time.
    """
    found: list[BaseException] = []
    todo: list[BaseException] = [error]
    while todo and len(found) < 20:
        current = todo.pop(0)
        if any(current is known for known in found):
            continue
        found.append(current)
        inner = [*current.args, getattr(current, "reason", None), current.__cause__]
        todo += [part for part in inner if isinstance(part, BaseException)]
    return found
