"""How fast to go: one governor per store, so that its quota is used and never exceeded.

The exchange asks the governor before each attempt and tells it every answer. All clients of
a store in one process share one governor (`governor_for`); the books it keeps are a
`bcorm.http.budget.Budget`, which may be shared with other processes.
"""

from __future__ import annotations

import math
import os
import threading
import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from weakref import WeakSet, WeakValueDictionary

from bcorm.exceptions import DeadlineExceeded, RateLimited
from bcorm.http.bounds import DEFAULT
from bcorm.http.budget import Budget, WindowBudget
from bcorm.http.cancellation import is_called_off
from bcorm.http.concurrency import Cap, Slots, cap_for
from bcorm.http.quota import quota_of, retry_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcorm.http.message import Request, Response

# Nobody waits longer than this without asking the books again: their answer may depend on
# another process.
_LONGEST_NAP = 1.0


class Admission(Protocol):
    """Leave to send one request."""

    @property
    def waited(self) -> float:
        """Seconds that the request was held back."""

    def settle(self, response: Response | None) -> None:
        """Say how it ended: the answer, or None when there was none."""


class Governor(Protocol):
    """Decides when a request may be sent."""

    def admit(
        self, request: Request, *, lane: str, ends: float | None, max_wait: float = math.inf
    ) -> Admission:
        """Wait until the request may be sent.

        Args:
            request: What is about to be sent.
            lane: ``"interactive"`` overtakes ``"bulk"``.
            ends: `time.monotonic` moment by which the wait must be over, or None.
            max_wait: Seconds that the store may ask to wait.

        Raises:
            DeadlineExceeded: It cannot be sent in time; nothing was sent.
            RateLimited: The store asks to wait longer than that; nothing was sent.
        """


@runtime_checkable
class GovernorSource(Protocol):
    """Has a governor for every store, for clients to pick theirs from."""

    def for_store(self, store_url: str) -> Governor:
        """The governor of one store."""


class _Free:
    waited = 0.0

    def settle(self, response: Response | None) -> None:
        """Nothing was taken."""


_FREE = _Free()


class Unlimited:
    """No pacing at all, for stores without a quota and for tests."""

    def admit(
        self,
        request: Request,  # noqa: ARG002
        *,
        lane: str,  # noqa: ARG002
        ends: float | None,  # noqa: ARG002
        max_wait: float = math.inf,  # noqa: ARG002
    ) -> Admission:
        """Let everything through."""
        return _FREE


class Reservation:
    """Requests that were taken out of the budget in advance, for one fan-out."""

    def __init__(self, count: int) -> None:
        self._lock = threading.Lock()
        self.left = count

    def use(self) -> bool:
        """Take one; False when all have been used."""
        with self._lock:
            if not self.left:
                return False
            self.left -= 1
            return True

    def drain(self) -> int:
        """Take all that is left."""
        with self._lock:
            left, self.left = self.left, 0
            return left


class _Admitted:
    __slots__ = ("_cap", "_governor", "waited")

    def __init__(self, governor: StoreGovernor, cap: Cap | None, waited: float) -> None:
        self._governor = governor
        self._cap = cap
        self.waited = waited

    def settle(self, response: Response | None) -> None:
        self._governor._settle(response, self._cap)  # noqa: SLF001 - the other half of admit


class StoreGovernor:
    """Paces the requests of one store, for all threads of this process.

    While the quota is plentiful nothing is held back. The last tenth of a window is spread
    over the time that is left; an exhausted window is waited out. The very first request
    goes alone, because nobody knows the quota before its answer.

    Args:
        budget: The books; by default this process's own.
        slots: What keeps to the concurrency caps; by default this process alone.
    """

    def __init__(self, budget: Budget | None = None, slots: Slots | None = None) -> None:
        self._budget = budget or WindowBudget()
        self._slots = slots or Slots()
        self._reserved: ContextVar[Reservation | None] = ContextVar("reserved", default=None)
        self._reset()
        _living.add(self)

    def _reset(self) -> None:
        """Forget what is in flight: at the start, and in a forked child."""
        self._changed = threading.Condition()
        self._slots.forget()
        self._queued = 0
        self._budget.forget()

    def admit(
        self, request: Request, *, lane: str, ends: float | None, max_wait: float = math.inf
    ) -> Admission:
        """See `Governor.admit`."""
        started = time.monotonic()
        cap = cap_for(request.method, request.path)
        if cap is not None:
            timeout = None if ends is None else max(0.0, ends - started)
            if not self._slots.acquire(cap, timeout):
                raise _late(request, f"{cap.limit} such requests are running already")
        try:
            reservation = self._reserved.get()
            if reservation is None or not reservation.use():
                bulk = lane != "interactive"
                self._take(request, bulk=bulk, count=1, ends=ends, max_wait=max_wait)
        except BaseException:
            if cap is not None:
                self._slots.release(cap)
            raise
        return _Admitted(self, cap, time.monotonic() - started)

    @contextmanager
    def reserve(
        self,
        count: int,
        *,
        lane: str = "bulk",
        deadline: float | None = None,
        max_wait: float = DEFAULT.max_wait,
    ) -> Iterator[Reservation]:
        """Wait for `count` requests at once and keep them for this block.

        Requests of the current context use them up first (threads do when they run in a
        `contextvars.copy_context()` of it); what is left at the end goes back.

        Args:
            count: How many requests. No more are kept than a whole window has, and only one
                while nothing is known of the quota; the others are paced one by one.
            lane: ``"bulk"`` or ``"interactive"``.
            deadline: Seconds to wait for them.
            max_wait: Seconds that the store may ask to wait.

        Raises:
            DeadlineExceeded: They were not to be had in time.
            RateLimited: The store asks to wait longer than `max_wait`.
        """
        ends = None if deadline is None else time.monotonic() + deadline
        with self._changed:
            count = self._budget.most(count)
        bulk = lane != "interactive"
        self._take(None, bulk=bulk, count=count, ends=ends, max_wait=max_wait)
        reservation = Reservation(count)
        token = self._reserved.set(reservation)
        try:
            yield reservation
        finally:
            self._reserved.reset(token)
            with self._changed:
                self._budget.cancel(reservation.drain())
                self._changed.notify_all()

    def _take(
        self,
        request: Request | None,
        *,
        bulk: bool,
        count: int,
        ends: float | None,
        max_wait: float,
    ) -> None:
        with self._changed:
            now = time.monotonic()
            wait = self._budget.take(now, bulk=bulk, queued=self._queued, count=count)
            self._queued += not bulk
            try:
                while wait > 0:
                    sure = wait if wait < math.inf else 0.0
                    if sure > max_wait:
                        raise _refused(request, sure, max_wait)
                    if ends is not None and now + sure >= ends:
                        raise _late(request, f"the quota is used up for {sure:.1f} s")
                    nap = min(wait, _LONGEST_NAP, _LONGEST_NAP if ends is None else ends - now)
                    self._changed.wait(nap)
                    if is_called_off():
                        raise _late(request, "it was called off")
                    now = time.monotonic()
                    wait = self._budget.take(now, bulk=bulk, queued=self._queued, count=count)
            finally:
                self._queued -= not bulk

    def _settle(self, response: Response | None, cap: Cap | None) -> None:
        if cap is not None:
            self._slots.release(cap)
        quota = None if response is None else quota_of(response.headers)
        blocked = 0.0
        if response is not None and response.status == 429 and (quota is None or not quota.left):
            blocked = retry_after(429, response.headers) or 0.0
        answered = response is not None and response.status < 500 and response.status != 429
        with self._changed:
            self._budget.give(time.monotonic(), quota, answered=answered, blocked=blocked)
            self._changed.notify_all()


def _refused(request: Request | None, wait: float, max_wait: float) -> RateLimited:
    return RateLimited(
        f"not sent: the store asks to wait {wait:.0f} s, longer than max_wait={max_wait:g}",
        method=request.method if request else "",
        path=request.path if request else "",
        retry_safe=True,
        retry_after=wait,
        sent=False,
    )


def _late(request: Request | None, why: str) -> DeadlineExceeded:
    return DeadlineExceeded(
        f"not sent before the deadline: {why}",
        method=request.method if request else "",
        path=request.path if request else "",
        retry_safe=True,
        sent=False,
    )


_registry: WeakValueDictionary[str, StoreGovernor] = WeakValueDictionary()
_registry_lock = threading.Lock()
_living: WeakSet[StoreGovernor] = WeakSet()


def governor_for(store_url: str) -> StoreGovernor:
    """The governor of a store in this process; it lives as long as a client uses it.

    Args:
        store_url: The store's base URL: the same hash on another host is another store.
    """
    with _registry_lock:
        governor = _registry.get(store_url)
        if governor is None:
            governor = _registry[store_url] = StoreGovernor()
        return governor


def _after_fork() -> None:
    # A lock that another thread held at the fork would stay locked in the child forever.
    global _registry_lock  # noqa: PLW0603
    _registry_lock = threading.Lock()
    for governor in list(_living):
        governor._reset()  # noqa: SLF001


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
