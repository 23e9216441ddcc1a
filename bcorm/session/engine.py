"""What carries a program out: sends its steps, repeats what may be repeated, waits.

One step after the other. The program is told in the session's own thread, so that an engine which
has several steps in flight need change nothing but this file.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import ApiError, BcormError, DeadlineExceeded, NotFound, UnknownOutcome
from bcorm.http.answer import Answer
from bcorm.http.retry import is_repeatable
from bcorm.session import evidence
from bcorm.session.evidence import Attempt, Fate
from bcorm.session.steps import Heard

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.session.access import StoreAccess
    from bcorm.session.client import Client
    from bcorm.session.program import Program
    from bcorm.session.steps import Step

SOON = 3.0
"""Seconds in which a store may still apply what it answered with an error, or did not answer."""

SLOW = 30.0


class Engine:
    """Carries out the steps of a session.

    Args:
        session: whose steps they are.
        deadline: seconds for all of them, waits included; None for no bound.
    """

    def __init__(self, session: StoreAccess, deadline: float | None = None) -> None:
        self._session = session
        self._ends = None if deadline is None else time.monotonic() + deadline

    def run(self, program: Program) -> None:
        """Carry a program out, to its end."""
        while steps := program.ready():
            step = steps[0]
            left = self._left()
            if left is not None and left <= 0:
                program.stop(_late())
            if not program.begin(step):
                continue
            attempts: list[Attempt] = []
            try:
                heard = self._carry_out(step, attempts)
            except BaseException as error:
                program.interrupted(step, attempts, error)
                raise
            program.told(step, heard)

    def act(self, send: Callable[[], Answer], method: str) -> Answer:
        """Send one request by itself, and return its answer.

        Raises:
            ApiError: it was refused or not sent; an `UnknownOutcome` if it may have arrived.
        """
        attempts: list[Attempt] = []
        heard = self._attempt(lambda _left: send(), attempts, again=is_repeatable(method, None))
        if heard.answer is not None:
            return heard.answer
        error = heard.error
        assert error is not None
        if method == "DELETE" and isinstance(error, NotFound) and len(attempts) > 1:
            return Answer(204)  # an earlier attempt has done the work
        if (
            isinstance(error, ApiError)
            and evidence.of_attempts("act", attempts) is Fate.DOUBTFUL
            and evidence.of_error(error) is not Fate.DOUBTFUL
        ):
            raise _unknown(error) from error
        raise error

    def _carry_out(self, step: Step, attempts: list[Attempt]) -> Heard:
        if step.request is None:
            return self._look(step, attempts)
        request = step.request

        def send(left: float | None) -> Answer:
            bound: dict[str, Any] = {} if left is None else {"deadline": left}
            return self._session.send(
                request.method,
                request.path,
                params=request.params,
                json=request.body,
                repeatable=False,
                again=len(attempts) > 1,
                **bound,
            )

        return self._attempt(send, attempts, again=not step.once)

    def _attempt(
        self, send: Callable[[float | None], Answer], attempts: list[Attempt], *, again: bool
    ) -> Heard:
        """Send a request, and again where that does no harm and the last answer was lost."""
        retry = self._session.client.retry
        while True:
            began = time.monotonic()
            # Until it ends otherwise, it was interrupted.
            attempts.append(Attempt(began, began, InterruptedError()))
            try:
                answer = send(self._left())
            except BcormError as error:
                attempts[-1] = Attempt(began, time.monotonic(), error)
                failure = error
            except BaseException as error:
                attempts[-1] = Attempt(began, time.monotonic(), error)
                raise
            else:
                attempts[-1] = Attempt(began, time.monotonic())
                return Heard(attempts=tuple(attempts), answer=answer)
            wait = None
            if (
                again
                and isinstance(failure, ApiError)
                and evidence.of_error(failure) is Fate.DOUBTFUL
            ):
                last = failure.cause if isinstance(failure, UnknownOutcome) else failure
                wait = retry.wait(last or failure, failures=len(attempts), repeatable=True)
            left = self._left()
            if wait is None or (left is not None and wait >= left):
                return Heard(attempts=tuple(attempts), error=failure)
            self._sleep(wait)

    def _look(self, step: Step, attempts: list[Attempt]) -> Heard:
        """Read, at the moment that the step asks for."""
        assert step.read is not None
        if step.when is not None:
            wait, left = step.when - time.monotonic(), self._left()
            if left is not None and wait >= left:
                return Heard(error=_late())
            self._sleep(wait)
        began = time.monotonic()
        try:
            value: Any = step.read(self._session)
        except BcormError as error:
            return Heard(attempts=(Attempt(began, time.monotonic(), error),), error=error)
        attempts.append(Attempt(began, time.monotonic()))
        return Heard(attempts=tuple(attempts), value=value)

    def _left(self) -> float | None:
        return None if self._ends is None else max(0.0, self._ends - time.monotonic())

    def _sleep(self, seconds: float) -> None:
        if seconds > 0:
            time.sleep(seconds)
            self._session.stats.add_wait(seconds)
            self._session.client.stats.add_wait(seconds)


def _late() -> DeadlineExceeded:
    return DeadlineExceeded("the deadline of the commit passed", sent=False)


def _unknown(error: ApiError) -> UnknownOutcome:
    """Say that a request may have arrived, though its last attempt was refused."""
    unknown = UnknownOutcome(
        f"an earlier attempt got no answer, and the last one was refused ({error.title})",
        status=error.status, method=error.method, path=error.path, request_id=error.request_id,
        errors=error.errors, body=error.body, headers=error.headers,
        retry_after=error.retry_after,
    )  # fmt: skip
    unknown.cause = error
    return unknown


def patience(client: Client) -> tuple[float, float]:
    """Return for how many seconds a store may still apply what it gave no answer to.

    After an error or a reset, and after a time-out. It is no promise.
    """
    read: float = client.timeout.read or SLOW
    if client.patience is not None:
        return client.patience, client.patience
    return min(SOON, read), read
