"""One call of the client as the wire sees it: quota, attempts, waits, until it is settled.

`ApiClient` builds the request and reads the answer; this is what happens in between.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import (
    ApiError,
    ClientError,
    DeadlineExceeded,
    RateLimited,
    UnknownOutcome,
)
from bcorm.http import cancellation, jsontext
from bcorm.http.bounds import DEFAULT
from bcorm.http.errors import blot, error_from, is_idempotent, unreadable
from bcorm.http.message import Headers, Response
from bcorm.http.retry import is_repeatable, may_have_applied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.http.bounds import Bounds
    from bcorm.http.credentials import Secret
    from bcorm.http.governor import Governor
    from bcorm.http.message import Request, Timeout
    from bcorm.http.retry import RetryPolicy
    from bcorm.http.stats import Stats
    from bcorm.http.transport import Transport

_log = logging.getLogger("bcorm.http")
READS = frozenset({"GET", "HEAD"})
# Exports of redirects, and streams of events: the only answers that are not JSON.
_TEXTS = frozenset({"text/csv", "text/event-stream"})


@attrs.frozen
class Call:
    """What one call of the client asks for besides its request.

    Attributes:
        lane: ``"bulk"`` or ``"interactive"``.
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


def _with_safe_errors(body: Any, secrets: Sequence[Secret]) -> Any:
    """The body, whose errors end in messages and journals, without what they may give back."""
    if isinstance(body, dict) and body.get("errors"):
        body["errors"] = blot(body["errors"], secrets)
    return body


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
        if cancellation.is_called_off():
            admission.settle(None)
            raise _called_off(request)
        if left is not None and left <= 0:
            admission.settle(None)
            raise self._late(request, None)
        timeout = self._timeout if left is None else self._timeout.within(left)
        started = time.monotonic()
        try:
            response = self._transport.send(request, timeout=timeout)
        finally:
            admission.settle(response)
            self._note(request, call, response, time.monotonic() - started, retry=retry)
        failure: ApiError
        secrets = (*self._secrets, *call.secrets)
        if 200 <= response.status < 300:
            try:
                body = parse_body(request, response, self._bounds)
            except ValueError as error:
                failure = unreadable(request, response, str(error), secrets)
            else:
                return _with_safe_id(response, secrets), _with_safe_errors(body, secrets)
        else:
            failure = error_from(request, response, secrets, self._bounds)
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
            cancellation.sleep(seconds)
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
