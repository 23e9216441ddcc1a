"""Sending one request and reading one answer: the seam everything else wraps.

A transport knows the host and the credentials, and nothing of quotas, retries or JSON.
"""

from __future__ import annotations

import os
import ssl
import time
from typing import TYPE_CHECKING, Any, Protocol

import requests
from requests.adapters import HTTPAdapter
from urllib3 import exceptions as urllib3_errors

from bcorm.exceptions import ApiError, BadResponse, ConnectionFailed, RequestTimeout
from bcorm.http.errors import blot
from bcorm.http.message import Headers, Request, Response, Timeout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.http.credentials import Credentials

_CHUNK = 64 * 1024
# The largest answers (250 products with everything included) stay below 20 MiB.
MAX_BYTES = 128 * 1024 * 1024

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
    urllib3_errors.DecodeError,
    urllib3_errors.IncompleteRead,
    urllib3_errors.InvalidChunkLength,
    urllib3_errors.InvalidHeader,
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


class RequestsTransport:
    """HTTP over a pool of `requests` connections, shared by all threads.

    Requests go straight through a `requests` adapter rather than a `requests.Session`:
    no ``.netrc`` that could replace our authentication, no proxy from the environment,
    no cookies, no redirects. TLS is verified.

    Args:
        credentials: Whose header fields are added, and where the store is.
        api_url: Replaces the host.
        verify: True, or the path of a CA bundle.
        proxies: As `requests` takes them, for example ``{"https": "http://proxy:3128"}``.
        pool_size: Connections kept open.
        max_bytes: The largest body that is read.

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
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self._credentials = credentials
        self.base_url = credentials.base_url(api_url)
        self._verify = verify
        self._proxies = dict(proxies or {})
        self._max_bytes = max_bytes
        self._pool_size = pool_size
        self._open()

    def _open(self) -> None:
        self._pid = os.getpid()
        self._adapter = HTTPAdapter(pool_connections=1, pool_maxsize=self._pool_size)

    def send(self, request: Request, *, timeout: Timeout) -> Response:
        """Send the request once; see `Transport.send`."""
        if self._pid != os.getpid():
            # A forked child must not talk into its parent's connections.
            self._open()
        started = time.monotonic()
        try:
            return self._send(request, timeout, started)
        except ApiError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a server makes requests raise
            failure = self._failure(request, error)
        except BaseException as error:  # noqa: BLE001 - raised again at once
            # The frames below hold the encoded header fields: they end here.
            raise error.with_traceback(None) from None
        # Outside the handler, so that no traceback of the original hangs on ours.
        raise failure

    def redacted(self, text: str) -> str:
        """Return a text of an answer without the credentials that it may give back."""
        shown: str = blot(text, self._credentials.secrets())
        return shown

    def close(self) -> None:
        """Close the connections that are not in use."""
        self._adapter.close()

    def _send(self, request: Request, timeout: Timeout, started: float) -> Response:
        prepared = requests.PreparedRequest()
        prepared.method = request.method
        query = f"?{request.query}" if request.query else ""
        prepared.url = f"{self.base_url}{request.path}{query}"
        prepared.headers = requests.structures.CaseInsensitiveDict(request.headers)
        prepared.headers.update(self._credentials.auth_headers())
        prepared.body = request.body
        if request.body is not None:
            prepared.headers["Content-Length"] = str(len(request.body))
        elif request.method in {"POST", "PUT", "PATCH"}:
            prepared.headers["Content-Length"] = "0"
        answer = self._adapter.send(
            prepared,
            stream=True,
            timeout=(timeout.connect, timeout.read),
            verify=self._verify,
            proxies=self._proxies,
        )
        ends = None if timeout.total is None else started + timeout.total
        body = self._read(request, answer.raw, ends)
        return Response(
            answer.status_code,
            Headers(answer.raw.headers.items()),
            body,
            time.monotonic() - started,
        )

    def _read(self, request: Request, raw: Any, ends: float | None) -> bytes:
        # read1 returns what has arrived, so that a dripping server cannot hold us past `ends`;
        # urllib3 has it since 2.1.
        read = getattr(raw, "read1", raw.read)
        chunks: list[bytes] = []
        size = 0
        done = False
        try:
            while chunk := read(_CHUNK, decode_content=True):
                chunks.append(chunk)
                size += len(chunk)
                if size > self._max_bytes:
                    raise BadResponse(
                        f"the answer is larger than {self._max_bytes} bytes",
                        **_told(request),
                    )
                if ends is not None and time.monotonic() > ends:
                    raise RequestTimeout("the answer did not end in time", **_told(request))
            done = True
        finally:
            if not done:
                raw.close()
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    @staticmethod
    def _failure(request: Request, error: Exception) -> ApiError:
        causes = list(_causes(error))
        sent = not any(isinstance(cause, _NEVER_SENT) for cause in causes)
        kind: type[ApiError] = ConnectionFailed
        if sent and any(isinstance(cause, _TIMEOUTS) for cause in causes):
            kind = RequestTimeout
        elif sent and (
            any(isinstance(cause, _GARBLED) for cause in causes)
            or not any(isinstance(cause, (OSError, urllib3_errors.HTTPError)) for cause in causes)
        ):
            kind = BadResponse
        root = causes[-1]
        return kind(f"{type(root).__name__}: {root}", sent=sent, **_told(request))


def _told(request: Request) -> dict[str, Any]:
    return {"method": request.method, "path": request.path}


def _causes(error: BaseException) -> list[BaseException]:
    """The error and what it wraps, outermost first.

    requests and urllib3 put the original into `args` or `reason`; `__context__` is left
    alone because it also names whatever happened to be handled at the time.
    """
    found: list[BaseException] = []
    todo: list[BaseException] = [error]
    while todo and len(found) < 20:
        current = todo.pop()
        if any(current is known for known in found):
            continue
        found.append(current)
        inner = [*current.args, getattr(current, "reason", None)]
        todo += [part for part in inner if isinstance(part, BaseException)]
    return found
