"""One call of the client as the wire sees it: quota, attempts, waits, until it is settled.

`ApiClient` builds the request and reads the answer; this is what happens in between. `RetryPolicy`
says, as data, when a request is sent again and how long is waited first. Of a failed attempt two
questions are asked: may it be repeated, and may it have taken effect. Both answers depend on the
method and on what came back, not on the endpoint. `Stats` counts what goes over the wire: requests
are what the user pays with.
"""

from __future__ import annotations

import logging
import math
import random
import re
import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from bcorm.exceptions import (
    ApiError,
    BadResponse,
    ClientError,
    ConnectionFailed,
    DeadlineExceeded,
    RateLimited,
    RequestTimeout,
    UnknownOutcome,
)
from bcorm.http import jsontext
from bcorm.http.bounds import DEFAULT
from bcorm.http.credentials import Secret, blot, is_repeated, unseen, veiled
from bcorm.http.governor import cancellable_sleep, is_called_off
from bcorm.http.message import Headers, Response, error_from, is_idempotent, unreadable
from bcorm.synonyms import Guided

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bcorm.http.bounds import Bounds
    from bcorm.http.governor import Governor
    from bcorm.http.message import Request, Timeout
    from bcorm.http.transport import Transport

LANES = frozenset({"bulk", "interactive"})
READS = frozenset({"GET", "HEAD"})
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


class Stats(Guided):
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
            if method in READS:
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


# An answer that does not say whether the write took effect: gateways answer for a server
# that may still be working, and overload shows as 500 too (BigCommerce, migration guide).
AMBIGUOUS_STATUSES = frozenset({500, 502, 503, 504})
_LOST = (ConnectionFailed, RequestTimeout, BadResponse)
# A 503 that no waiting mends.
_PERMANENT_WORDS = ("suspend",)


@attrs.frozen
class RetryPolicy:
    """How often and how patiently a request is repeated.

    Attributes:
        attempts: Attempts in all, the first included, for failures other than 429.
        throttles: How many answers 429 are waited for, besides.
        base: Seconds of the first wait, before jitter; each next one is twice as long.
        cap: Seconds that no backoff exceeds.
        jitter: Returns a number in [0, 1) that scales a backoff ("full jitter"); pass
            `random.Random(seed).random` for waits that can be repeated.
        statuses: Answers worth repeating.
    """

    attempts: int = 5
    throttles: int = 20
    base: float = 0.5
    cap: float = 20.0
    jitter: Callable[[], float] = attrs.field(default=random.random, repr=False)
    statuses: frozenset[int] = frozenset({429, 500, 502, 503, 504})

    @classmethod
    def never(cls) -> RetryPolicy:
        """A policy that sends everything once."""
        return cls(attempts=1, throttles=0)

    def backoff(self, failures: int) -> float:
        """Seconds to wait after the given number of failures (1, 2, …)."""
        return min(self.cap, self.base * 2.0 ** min(failures - 1, 30)) * self.jitter()

    def wait(
        self, error: ApiError, *, failures: int, repeatable: bool, max_wait: float = math.inf
    ) -> float | None:
        """Seconds to wait before the next attempt, or None to give up.

        Args:
            error: How the last attempt ended.
            failures: How many have failed so far, of this error's kind (429 or not).
            repeatable: Whether the request may be sent again though it may have been processed.
            max_wait: Seconds; when the server asks for more, None.
        """
        throttled = isinstance(error, RateLimited)
        if failures >= (self.throttles + 1 if throttled else self.attempts):
            return None
        if not self._worth_repeating(error):
            return None
        if not repeatable and may_have_applied(error):
            return None
        if error.retry_after is None:
            return self.backoff(failures)
        return error.retry_after if error.retry_after <= max_wait else None

    def _worth_repeating(self, error: ApiError) -> bool:
        if isinstance(error, _LOST):
            return True
        return error.status in self.statuses and not is_permanent(error)


def is_permanent(error: ApiError) -> bool:
    """Whether the store is closed rather than busy: a suspended store answers 503 too."""
    told = error.title.lower()
    return error.status == 503 and any(word in told for word in _PERMANENT_WORDS)


def may_have_applied(error: ApiError) -> bool:
    """Whether a write that ended like this can have taken effect."""
    if isinstance(error, _LOST):
        return error.sent
    return error.status in AMBIGUOUS_STATUSES and not is_permanent(error)


def may_still_be_working(error: ApiError) -> bool:
    """Whether the store may go on to apply a write that ended like this.

    A gateway or a lost connection speaks for a server that may not have finished; an answer that
    cannot be read was an answer all the same.
    """
    last = _last(error)
    lost = isinstance(last, (ConnectionFailed, RequestTimeout))
    return lost or last.status in AMBIGUOUS_STATUSES


def is_timeout(error: ApiError) -> bool:
    """Whether a request ended because the store took too long, here or at a gateway."""
    last = _last(error)
    return isinstance(last, RequestTimeout) or last.status == 504


def _last(error: ApiError) -> ApiError:
    """How the last attempt of a request ended."""
    return error.cause if isinstance(error, UnknownOutcome) and error.cause else error


def is_repeatable(method: str, repeatable: bool | None) -> bool:
    """Whether a request may be sent again after it may have been processed.

    Args:
        method: GET, PUT and DELETE may by themselves: twice is the same as once.
        repeatable: What the caller knows better, or None.
    """
    return is_idempotent(method) if repeatable is None else repeatable


_log = logging.getLogger("bcorm.http")
# Exports of redirects, and streams of events: the only answers that are not JSON.
_TEXTS = frozenset({"text/csv", "text/event-stream"})
# A shorter secret is in many answers by chance.
_TELLING = 8


@attrs.frozen
class Call:
    """What one call of the client asks for besides its request.

    Attributes:
        lane: `"bulk"` or `"interactive"`.
        ends: `time.monotonic` moment by which it must be over, or None.
        again: Whether the caller has sent this before, for the statistics.
        repeatable: The caller's word on whether repeating does no harm, or None.
        stats: Where to count.
        secrets: What is sent and must not be seen in an error, besides the credentials.
    """

    lane: str
    ends: float | None
    repeatable: bool | None
    stats: Sequence[Stats]
    again: bool = False
    secrets: Sequence[Secret] = ()

    def left(self) -> float | None:
        """Seconds until the deadline, never negative; None without one."""
        return None if self.ends is None else max(0.0, self.ends - time.monotonic())


def parse_body(request: Request, response: Response, bounds: Bounds = DEFAULT) -> Any:
    """The JSON of a successful answer, or the text of a table or stream; None if it is empty.

    JSON is read under any other content type: not every server in between keeps the right one.

    Args:
        request: What was asked.
        response: What came back.
        bounds: How deep, how many values, and how long a number the answer may have.

    Raises:
        ValueError: The body is not JSON.
    """
    if response.status == 204 or request.method == "HEAD" or not response.body.strip():
        return None
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type in _TEXTS:
        return response.body.decode("utf-8")
    return jsontext.loads(response.body, bounds)


def _with_safe_id(response: Response, secrets: Sequence[Secret]) -> Response:
    """The answer, whose request id is told in errors and logs, without what it may give back."""
    told = response.headers.get("x-request-id")
    shown = None if told is None else blot(told, secrets)
    if shown == told:
        return response
    headers = Headers({**response.headers, "x-request-id": str(shown)})
    return Response(response.status, headers, response.body, response.elapsed)


def _called_off(request: Request) -> DeadlineExceeded:
    return DeadlineExceeded(
        "not sent: it was called off", method=request.method, path=request.path, sent=False
    )


def _veiled(response: Response, body: Any, secrets: Sequence[Secret]) -> Any:
    """The body: its errors, which end in messages and journals, without what they may give back.

    The rest is the caller's as it came; what gives a secret back shows in no frame.
    """
    if isinstance(body, dict) and body.get("errors"):
        body["errors"] = blot(body["errors"], secrets)
    return veiled(body, secrets) if _may_repeat(response.body, secrets) else body


# Letters and digits that need no escape, and have one.
_DISGUISED = re.compile(rb"\\u00(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa])")


def _may_repeat(body: bytes, secrets: Sequence[Secret]) -> bool:
    """Whether an answer in success may give a secret back: by what costs next to nothing."""
    texts = [text.encode() for text in map(Secret.reveal, secrets) if len(text) >= _TELLING]
    if any(text in body for text in texts):
        return True
    # One character is found in no time, several are not.
    suspected = b"\\" in body and _DISGUISED.search(body) is not None
    return suspected and is_repeated(body, secrets)


class Exchange:
    """Sends requests of one store until each is answered, refused or given up."""

    def __init__(
        self,
        transport: Transport,
        governor: Governor,
        retry: RetryPolicy,
        timeout: Timeout,
        secrets: Sequence[Secret],
        *,
        bounds: Bounds = DEFAULT,
    ) -> None:
        self._transport = transport
        self._governor = governor
        self._retry = retry
        self._timeout = timeout
        self._secrets = secrets
        self._bounds = bounds

    def run(self, request: Request, call: Call) -> tuple[Response, Any]:
        """Return the answer and its parsed body, after as many attempts as the policy allows.

        A DELETE that is repeated after its answer was lost, and then finds nothing, has done
        its work: it counts as a success (status 204).

        Raises:
            UnknownOutcome: A write may have taken effect, and no answer says whether.
            DeadlineExceeded: The call's deadline passed.
            ApiError: What the last attempt ended in.
        """
        may_repeat = is_repeatable(request.method, call.repeatable)
        failures = throttles = 0
        patience = self._bounds.max_wait
        lost: ApiError | None = None
        while True:
            try:
                again = call.again or failures + throttles > 0
                return self._attempt(request, call, patience, retry=again)
            except ApiError as error:
                failure = error
            if lost is not None and failure.status == 404 and request.method == "DELETE":
                return Response(204, Headers(failure.headers)), None
            if may_have_applied(failure):
                lost = failure
            throttled = isinstance(failure, RateLimited)
            failures, throttles = failures + (not throttled), throttles + throttled
            wait = self._retry.wait(
                failure,
                failures=throttles if throttled else failures,
                repeatable=may_repeat,
                max_wait=patience,
            )
            if wait is not None and (throttled or failure.retry_after is not None):
                patience -= wait
                wait = None if patience < 0 else wait
            if wait is None:
                raise self._final(request, failure, lost)
            left = call.left()
            if left is not None and wait >= left:
                raise self._final(request, self._late(request, failure), lost) from failure
            self._sleep(wait, call)

    def _attempt(
        self, request: Request, call: Call, patience: float, *, retry: bool
    ) -> tuple[Response, Any]:
        admission = self._governor.admit(request, lane=call.lane, ends=call.ends, max_wait=patience)
        if admission.waited:
            for stats in call.stats:
                stats.add_wait(admission.waited)
        response: Response | None = None
        left = call.left()
        if is_called_off():
            admission.settle(None)
            raise _called_off(request)
        if left is not None and left <= 0:
            admission.settle(None)
            raise self._late(request, None)
        timeout = self._timeout if left is None else self._timeout.within(left)
        started = time.monotonic()
        secrets = (*self._secrets, *call.secrets)
        try:
            response = self._transport.send(request, timeout=timeout)
        except ApiError as error:
            # What is no answer is quoted, and may be what was sent.
            error.title = blot(error.title, secrets)
            raise
        finally:
            admission.settle(response)
            self._note(request, call, response, time.monotonic() - started, retry=retry)
        failure: ApiError
        if 200 <= response.status < 300:
            try:
                body = parse_body(request, response, self._bounds)
            except ValueError as error:
                failure = unreadable(request, response, str(error), secrets)
            else:
                return _with_safe_id(response, secrets), _veiled(response, body, secrets)
        else:
            failure = unseen(error_from, request, response, secrets, self._bounds)
        # Tracebacks show local variables: an answer may echo what the error does not.
        del response
        raise failure

    def _final(self, request: Request, failure: ApiError, lost: ApiError | None) -> ApiError:
        """The error to raise: a write that may have taken effect is unknown, not failed."""
        failure.retry_safe = is_idempotent(request.method) or not (lost or failure.sent)
        if lost is None or request.method in READS:
            if isinstance(failure, ClientError):
                failure.retry_safe = True
            return failure
        if isinstance(failure, ClientError) and not isinstance(failure, RateLimited):
            return failure
        unknown = UnknownOutcome(
            f"the answer was lost ({failure.title})",
            status=failure.status,
            method=request.method,
            path=request.path,
            request_id=failure.request_id,
            errors=failure.errors,
            body=failure.body,
            headers=failure.headers,
            retry_safe=is_idempotent(request.method),
            retry_after=failure.retry_after,
        )
        unknown.cause = failure
        unknown.__cause__ = failure
        return unknown

    @staticmethod
    def _late(request: Request, failure: ApiError | None) -> DeadlineExceeded:
        after = f" after: {failure.title}" if failure is not None else ""
        return DeadlineExceeded(
            f"the deadline passed{after}",
            method=request.method,
            path=request.path,
            status=failure.status if failure is not None else None,
            retry_after=failure.retry_after if failure is not None else None,
            sent=False,
        )

    @staticmethod
    def _sleep(seconds: float, call: Call) -> None:
        if seconds > 0:
            cancellable_sleep(seconds)
            for stats in call.stats:
                stats.add_wait(seconds)

    def _note(
        self,
        request: Request,
        call: Call,
        response: Response | None,
        seconds: float,
        *,
        retry: bool,
    ) -> None:
        status = None if response is None else response.status
        for stats in call.stats:
            stats.add_request(
                request.method,
                request.path,
                status,
                seconds,
                sent=len(request.body or b""),
                received=0 if response is None else len(response.body),
                retry=retry,
            )
        if _log.isEnabledFor(logging.DEBUG):
            request_id = None if response is None else response.headers.get("x-request-id")
            if request_id is not None:  # a header may echo what it was sent
                request_id = blot(request_id, (*self._secrets, *call.secrets))
            _log.debug(
                "%s %s %s %.0f ms %s",
                request.method,
                request.path,
                status or "no answer",
                seconds * 1000,
                request_id or "-",
            )
