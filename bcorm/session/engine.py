"""What carries a program out: sends its steps, repeats what may be repeated, waits.

As many steps are in flight as the client has `concurrency`, as do not need the same thing for
themselves, and as the endpoint takes at once. Other threads send, and do nothing else: the program
is told in the session's own thread, where the clock ticks and objects change. A step that is alone
is sent there, too. An interrupt ends the waiting and the sending of that thread, and waits itself
while a step is begun or settled: either is done whole.
"""

from __future__ import annotations

import time
from collections import Counter
from concurrent.futures import wait
from decimal import Decimal
from itertools import islice
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import (
    ApiError,
    BcormError,
    DeadlineExceeded,
    InvalidValue,
    NotFound,
    UnknownOutcome,
)
from bcorm.http.exchange import is_repeatable
from bcorm.http.governor import Cancellation, Cap, cancellable_sleep, cap_for, current_cancellation
from bcorm.http.message import Answer
from bcorm.session import evidence
from bcorm.session.evidence import Attempt, Fate, Heard
from bcorm.session.interrupts import Interrupts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future

    from bcorm.session.access import StoreAccess
    from bcorm.session.client import Client
    from bcorm.session.evidence import Step
    from bcorm.session.program import Program

SOON = 3.0
"""Seconds in which a store may still apply what it answered with an error, or did not answer."""

SLOW = 30.0


GRACE = 5.0
"""Seconds in which what is in flight may still be answered when a commit is interrupted."""

# How many steps are looked through for one that may be sent beside those in flight.
_CHOICE = 256


@attrs.define(eq=False)
class _Flight:
    """A step on its way.

    Attributes:
        step: the step.
        asked: when it was sent, by the session's clock.
        cap: the endpoint's cap on such requests, if it has one.
        attempts: its sendings so far.
        future: what will come of it, where another thread sends it.
        told: whether it was begun to settle it.
    """

    step: Step
    asked: int
    cap: Cap | None
    attempts: list[Attempt] = attrs.field(factory=list)
    future: Future[Heard] | None = None
    told: bool = False


class Engine:
    """Carries out the steps of a session.

    Args:
        session: whose steps they are.
        deadline: seconds for all of them, waits included; None for no bound.
    """

    def __init__(self, session: StoreAccess, deadline: float | None = None) -> None:
        self._session = session
        if deadline is not None and (
            isinstance(deadline, bool) or not isinstance(deadline, (int, float, Decimal))
        ):
            raise InvalidValue("Session", "deadline", deadline, "a number of seconds, or None")
        self._ends = None if deadline is None else time.monotonic() + float(deadline)
        self._width = session.store.concurrency
        self._flying: list[_Flight] = []
        self._landed: SimpleQueue[_Flight] = SimpleQueue()
        self._taken: Counter[str | Cap] = Counter()
        self._cancellation = Cancellation()
        self._interrupts = Interrupts()

    def run(self, program: Program) -> None:
        """Carry a program out, to its end."""
        with self._interrupts.watched():
            try:
                try:
                    self._run(program)
                except BaseException:
                    self._break_off(program)
                    raise
            except BaseException as error:  # perhaps a second interrupt
                with self._interrupts:
                    self._cancellation.cancel()
                    program.interrupted(list(map(self._given_up, self._flying)), error)
                raise

    def _run(self, program: Program) -> None:
        while True:
            while len(self._flying) < self._width and self._launch(program):
                pass
            if not self._flying:
                return
            self._tell(program, self._next_landed())

    def _launch(self, program: Program) -> bool:
        """Send the first step that may be; whether there was one."""
        with self._interrupts:
            step = self._choose(program)
            if step is None:
                return False
            left = self._left()
            if left is not None and left <= 0:
                program.stop(_late())
            if not program.begin(step):
                return True
            flight = _Flight(step, self._session.store.tick(), self._cap(step))
            self._flying.append(flight)
            self._taken.update(self._needs(flight))
            alone = len(self._flying) == 1
            alone = alone and (self._width == 1 or self._choose(program) is None)
            if not alone:
                self._hand_over(flight)
        if alone:
            # This thread need not wait for another one to send it.
            heard = self._carry_out(step, flight.attempts)
            with self._interrupts:
                flight.asked = self._session.store.clock
                self._settle(program, flight, heard)
        return True

    def _hand_over(self, flight: _Flight) -> None:
        """Let another thread send a step."""
        token = current_cancellation.set(self._cancellation)
        try:
            workers = self._session.client.workers
            flight.future = workers.submit(self._carry_out, flight.step, flight.attempts)
        finally:
            current_cancellation.reset(token)
        flight.future.add_done_callback(lambda _done: self._landed.put(flight))

    def _choose(self, program: Program) -> Step | None:
        """Return the first ready step that may be in flight beside those that are."""
        for step in islice(program.ready(), _CHOICE):
            if any(self._taken[key] for key in step.exclusive):
                continue
            cap = self._cap(step)
            if cap is None or self._taken[cap] < cap.limit:
                return step
        return None

    @staticmethod
    def _cap(step: Step) -> Cap | None:
        request = step.request
        return None if request is None else cap_for(request.method, request.path)

    @staticmethod
    def _needs(flight: _Flight) -> list[str | Cap]:
        needed: list[str | Cap] = [*flight.step.exclusive]
        return needed if flight.cap is None else [*needed, flight.cap]

    def _land(self, flight: _Flight) -> None:
        self._flying.remove(flight)
        for key in self._needs(flight):
            self._taken[key] -= 1
            if not self._taken[key]:
                del self._taken[key]

    def _next_landed(self) -> _Flight:
        """Wait for an answer."""
        while True:
            try:
                # Not for ever: interrupts do not reach a thread that waits, on some systems.
                return self._landed.get(timeout=1.0)
            except Empty:
                continue

    def _tell(self, program: Program, flight: _Flight) -> None:
        """Settle a step that another thread has sent."""
        assert flight.future is not None
        with self._interrupts:
            self._settle(program, flight, flight.future.result())

    def _settle(self, program: Program, flight: _Flight, heard: Heard) -> None:
        """Take for outdated what a step has changed, and tell the program what came of it."""
        session, request = self._session, flight.step.request
        # It has not landed before it is settled: what fails on the way must be told as unknown.
        flight.told = True
        if request is not None and _may_have_worked(heard.attempts):
            session.outdated_by(
                request,
                asked=flight.asked,
                now=session.store.tick() if len(self._flying) > 1 else session.store.clock,
            )
        with session.store.at(flight.asked):
            program.told(flight.step, heard)
        self._land(flight)

    def _break_off(self, program: Program) -> None:
        """Send nothing more, wait a moment for what is in flight, and settle what was answered."""
        self._cancellation.cancel()
        left = self._left()
        futures = [one.future for one in self._flying if one.future is not None]
        for future in futures:
            future.cancel()
        wait(futures, GRACE if left is None else min(GRACE, left))
        for flight in list(self._flying):
            if flight.future is not None and not flight.told and _has_answer(flight.future):
                self._tell(program, flight)

    @staticmethod
    def _given_up(flight: _Flight) -> tuple[Step, tuple[Attempt, ...]]:
        """Return a step that is not settled, with its attempts; what goes on ends here and now."""
        attempts = tuple(flight.attempts)
        if attempts and isinstance(attempts[-1].error, InterruptedError):
            last = attrs.evolve(attempts[-1], ended=time.monotonic())
            attempts = (*attempts[:-1], last)
        return flight.step, attempts

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
            return self._session.store.transmit(
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
            cancellable_sleep(seconds)
            self._session.stats.add_wait(seconds)
            self._session.client.stats.add_wait(seconds)


def _has_answer(future: Future[Heard]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _may_have_worked(attempts: Iterable[Attempt]) -> bool:
    return any(evidence.of_error(one.error) in {Fate.SAVED, Fate.DOUBTFUL} for one in attempts)


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
