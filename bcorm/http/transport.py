"""Sending one request and reading one answer: the seam everything else wraps.

A `Wire` knows how to get an answer from any host, within bounds; a transport knows the store's
host and credentials besides. Neither knows of quotas, retries or JSON.
"""

from __future__ import annotations

import http.client
import os
import ssl
import time
from typing import TYPE_CHECKING, Protocol

import requests
from urllib3 import exceptions as urllib3_errors

from bcorm.exceptions import ApiError, BadResponse, ConnectionFailed, RequestTimeout
from bcorm.http.bounds import DEFAULT
from bcorm.http.errors import blot
from bcorm.http.message import Headers, Request, Response, Timeout
from bcorm.http.reading import Undecodable, read_body
from bcorm.http.sockets import Clock, TimedAdapter, TooLarge, running

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.http.bounds import Bounds
    from bcorm.http.credentials import Credentials

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
    no ``.netrc`` that could replace our authentication, no proxy from the environment,
    no cookies, no redirects. TLS is verified.

    Args:
        bounds: How much of an answer is read, and how long.
        verify: True, or the path of a CA bundle.
        proxies: As `requests` takes them, for example ``{"https": "http://proxy:3128"}``.
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
        proxies: As `requests` takes them, for example ``{"https": "http://proxy:3128"}``.
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
