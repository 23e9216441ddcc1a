"""How fast to go: one governor per store, so that its quota is used and never exceeded.

The exchange asks the governor before each attempt and tells it every answer. All clients of
a store in one process share one governor (`governor_for`). It keeps two books, which may
be shared with other processes through Redis (see `bcorm.http.shared`): the arithmetic of a quota
window, a `Budget`, which knows neither threads nor sleep, and `Slots` of what BigCommerce handles
only so many of at once. Beyond such a cap it answers 429 without quota headers.

The server counts requests in fixed windows and reports, with each answer, how many are left
and when the window ends. Four things make that less simple than it sounds:

* Answers lag. Requests in flight may or may not be in the count that was just reported, so
  all of them are taken off it; the estimate is exact once they have been answered.
* Windows end at the server's clock. `now + reset` at the moment an answer arrives is never
  too early (the answer needed time to travel), so the smallest estimate is kept, plus a
  margin for the rounding of the header.
* A server may say anything. What an answer says is believed for `BELIEVED` seconds; a window or a
  wait that would outlast them ends with them, and the next request asks anew.
* A request sent just before the end may be counted in the next window. Whatever is in
  flight when a window ends is therefore taken off the next one.

A thread that waits for the quota, or to repeat something, cannot be interrupted. Whoever gave it
the work calls it off by a `Cancellation` instead; it looks before it sends and while it waits.
"""

from __future__ import annotations

import math
import os
import re
import threading
import time
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable
from weakref import WeakSet, WeakValueDictionary

from bcorm.exceptions import DeadlineExceeded, RateLimited
from bcorm.http.bounds import DEFAULT
from bcorm.http.message import quota_of, retry_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcorm.http.message import Quota, Request, Response

current_cancellation: ContextVar[Cancellation | None] = ContextVar(
    "bcorm_cancellation", default=None
)
"""What calls off the requests of this context, if anything does."""


class Cancellation:
    """Calls off all that was begun in a context in which it is `current`."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Let nothing more be sent. What is on its way goes on."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether nothing more is to be sent."""
        return self._event.is_set()

    def wait(self, seconds: float) -> None:
        """Sleep, but not on once it is called off."""
        self._event.wait(seconds)


def is_called_off() -> bool:
    """Whether the requests of this context are called off."""
    found = current_cancellation.get()
    return found is not None and found.cancelled


def cancellable_sleep(seconds: float) -> None:
    """Sleep, until what this context does is called off at the latest."""
    found = current_cancellation.get()
    if found is None:
        time.sleep(seconds)
    else:
        found.wait(seconds)


# Part of the quota that is spread over the rest of the window instead of sprinted through.
SCARCE = 0.1
# One request in so many is kept from bulk work, for whoever is looking at a screen,
RESERVE = 50
# until this part of the window is all that is left.
RELEASE = 0.15
# Part of a window by which its end is put off: the header is rounded down.
MARGIN = 0.002
# Seconds for which an answer can hold back others: one lie does not stop a store for ever.
BELIEVED = 120.0


class Budget(Protocol):
    """Books of one store's quota; every `take` that is granted ends in one `give`."""

    def take(self, now: float, *, bulk: bool, queued: int = 0, count: int = 1) -> float:
        """Take `count` requests out of the budget.

        Args:
            now: `time.monotonic()`.
            bulk: Whether the requests are paced and leave the reserve alone.
            queued: Interactive requests that wait; bulk ones leave room for them.
            count: How many are taken at once.

        Returns:
            0.0 if they were taken, else after how many seconds it is worth asking again
            (infinity: not before an answer arrives).
        """

    def most(self, count: int) -> int:
        """How many of `count` requests can be taken at once: a window's, one while none is known.

        What is taken at once is not paced any more, so it must fit into the quota.
        """

    def give(
        self, now: float, quota: Quota | None, *, answered: bool, blocked: float = 0.0
    ) -> None:
        """Take back one request that was answered or has failed.

        Args:
            now: `time.monotonic()`.
            quota: What the answer reports, if anything.
            answered: Whether the store itself answered, rather than a gateway or nobody.
            blocked: Seconds for which the server refuses everything (429).
        """

    def cancel(self, count: int) -> None:
        """Take back requests that were never sent."""

    def forget(self) -> None:
        """Give up what is in flight: in a forked child no thread will answer for it."""


class WindowBudget:
    """The books of one process; not thread-safe by itself."""

    def __init__(self) -> None:
        self._limit: int | None = None
        self._left = 0
        self._window = 30.0
        self._reset_at: float | None = None
        self._rolled_at = -math.inf
        self._flying = 0
        self._unmetered = False
        self._blocked_until = -math.inf
        self._last_at = -math.inf
        self._believed_until = math.inf

    def take(self, now: float, *, bulk: bool, queued: int = 0, count: int = 1) -> float:
        """See `Budget.take`."""
        if now >= self._believed_until:
            self._doubt(now)
        if now < self._blocked_until:
            return self._blocked_until - now
        wait = self._wait(now, bulk=bulk, queued=queued, count=count)
        if wait <= 0:
            self.taken(now, count)
            return 0.0
        return wait

    def _doubt(self, now: float) -> None:
        """Forget what was said long ago of a time that has not come yet."""
        self._believed_until = math.inf
        if self._blocked_until > now:
            self._blocked_until = -math.inf
        if self._reset_at is not None and self._reset_at > now:
            self._limit = self._reset_at = None
            self._rolled_at = -math.inf

    def most(self, count: int) -> int:
        """See `Budget.most`."""
        if self._limit is None:
            return count if self._unmetered else min(count, 1)
        return min(count, max(1, self._limit - self._limit // RESERVE))

    def taken(self, now: float, count: int) -> None:
        """Enter requests that somebody else has granted."""
        self._flying += count
        self._last_at = now

    def _wait(self, now: float, *, bulk: bool, queued: int, count: int) -> float:
        if self._limit is None:
            # Nothing is known: one request goes ahead and the others wait for its answer.
            return 0.0 if self._unmetered or not self._flying else math.inf
        if self._reset_at is not None and now >= self._reset_at:
            self._left, self._rolled_at, self._reset_at = self._limit, self._reset_at, None
        count = self.most(count)  # the quota may be smaller than it was when this was asked
        free = self._left - self._flying
        if self._reset_at is None:
            # A new window whose end is not known yet.
            return 0.0 if free >= count or not self._flying else math.inf
        rest = self._reset_at - now
        kept = self._kept(rest) + queued if bulk else 0
        room = free - kept
        if room < count <= room + self._flying:
            return math.inf  # what is in flight stands in the way
        if room < count:
            release = rest - self._window * RELEASE
            return release if bulk and release > 0 and free - queued >= count else rest
        if not bulk or room >= self._limit * SCARCE:
            return 0.0
        since = max(self._last_at, self._reset_at - self._window)
        return since + (self._reset_at - since) / (room + 1) - now

    def _kept(self, rest: float) -> int:
        assert self._limit is not None
        return 0 if rest <= self._window * RELEASE else self._limit // RESERVE

    def give(
        self, now: float, quota: Quota | None, *, answered: bool, blocked: float = 0.0
    ) -> None:
        """See `Budget.give`."""
        self._flying = max(0, self._flying - 1)
        if blocked > 0 or quota is not None:
            self._believed_until = now + BELIEVED
        if blocked > 0:
            self._blocked_until = max(self._blocked_until, now + blocked)
        if quota is None:
            if self._limit is not None:
                self._left -= 1  # it may have been counted all the same
            elif answered:
                self._unmetered = True
            return
        self._limit, self._window, self._unmetered = quota.limit, quota.window, False
        end = now + quota.reset + quota.window * MARGIN
        half = quota.window / 2
        if self._reset_at is None:
            if end > self._rolled_at + half:
                # The first answer of this window; `left` already counts from its start.
                first = self._rolled_at == -math.inf
                self._left = quota.left if first else min(self._left, quota.left)
                self._reset_at = end
        elif end > self._reset_at + half:
            # The server is in the next window already.
            self._rolled_at, self._left, self._reset_at = self._reset_at, quota.left, end
        elif end > self._reset_at - half:
            self._left = min(self._left, quota.left)
            self._reset_at = min(self._reset_at, end)

    def known(self, now: float) -> tuple[int, int, float, float] | None:
        """What may still be sent, the limit, seconds to the end and length of this window.

        None if nothing is known of a window that `now` is in.
        """
        if self._limit is None or self._reset_at is None or now >= self._reset_at:
            return None
        left = max(0, self._left - self._flying)
        return left, self._limit, self._reset_at - now, self._window

    def cancel(self, count: int) -> None:
        """See `Budget.cancel`."""
        self._flying = max(0, self._flying - count)

    def forget(self) -> None:
        """See `Budget.forget`."""
        self._flying = 0


class Cap(NamedTuple):
    """At most `limit` requests at a time of these methods to one endpoint of a store.

    Attributes:
        methods: HTTP methods that share the slots.
        template: The path below the store; `{}` stands for one segment.
        limit: How many may run at once.
        source: The official spec whose operation says so.
    """

    methods: str
    template: str
    limit: int
    source: str


# Literal paths stand before the templates that match them too.
CAPS: tuple[Cap, ...] = (
    Cap("GET", "v3/catalog/categories", 40, "categories_catalog.v3.yml"),
    Cap("GET PUT DELETE", "v3/catalog/categories/{}", 40, "categories_catalog.v3.yml"),
    Cap("GET", "v3/catalog/trees/{}/categories", 1, "category-trees_catalog.v3.yml"),
    Cap("GET POST", "v2/customer_groups", 40, "customers.v2.yml"),
    Cap("DELETE", "v2/customer_groups/{}", 40, "customers.v2.yml"),
    Cap("PUT", "v3/customers", 3, "customers.v3.yml"),
    Cap("POST", "v3/customers/addresses", 10, "customers.v3.yml"),
    Cap("PUT", "v3/customers/addresses", 3, "customers.v3.yml"),
    Cap("POST", "v3/customers/attributes", 3, "customers.v3.yml"),
    Cap("PUT", "v3/customers/attributes", 3, "customers.v3.yml"),
    Cap("PUT", "v3/customers/attribute-values", 3, "customers.v3.yml"),
    Cap("PUT", "v3/customers/form-field-values", 10, "customers.v3.yml"),
    Cap("GET PUT POST", "v3/inventory/locations", 50, "locations.v3.yml"),
    Cap("POST", "v3/inventory/adjustments/relative", 1, "inventory.v3.yml"),
    Cap("PUT", "v3/inventory/adjustments/absolute", 1, "inventory.v3.yml"),
    Cap("DELETE", "v3/pricelists", 1, "price_lists.v3.yml"),
    Cap("POST", "v3/pricelists/records", 10, "price_lists.v3.yml"),
    Cap("PUT", "v3/pricelists/records", 1, "price_lists.v3.yml"),
    Cap("DELETE", "v3/pricelists/{}", 1, "price_lists.v3.yml"),
    Cap("GET", "v3/pricelists/{}/records", 10, "price_lists.v3.yml"),
    Cap("POST", "v3/pricelists/{}/records", 10, "price_lists.v3.yml"),
    # The operation allows 2, the introduction "one bulk upsert at a time": the safe one.
    Cap("PUT", "v3/pricelists/{}/records", 1, "price_lists.v3.yml"),
    Cap("GET", "v3/pricelists/{}/records/{}", 40, "price_lists.v3.yml"),
    Cap("GET", "v3/pricelists/{}/records/{}/{}", 50, "price_lists.v3.yml"),
    Cap("PUT", "v3/pricelists/{}/records/{}/{}", 40, "price_lists.v3.yml"),
    Cap("DELETE", "v3/pricelists/{}/records/{}/{}", 25, "price_lists.v3.yml"),
    Cap("PUT", "v3/pricelists/{}/assignments", 25, "price_lists.v3.yml"),
    Cap("POST", "v3/pricing/products", 50, "pricing.sf.yml"),
    Cap("GET POST DELETE", "v3/promotions", 40, "promotions.v3.yml"),
    Cap("GET DELETE", "v3/promotions/codes", 40, "promotions.v3.yml"),
    Cap("GET PUT DELETE", "v3/promotions/{}", 40, "promotions.v3.yml"),
    Cap("GET", "v3/promotions/{}/codes", 10, "promotions.v3.yml"),
    Cap("POST DELETE", "v3/promotions/{}/codes", 40, "promotions.v3.yml"),
    Cap("DELETE", "v3/promotions/{}/codes/{}", 40, "promotions.v3.yml"),
    Cap("POST", "v3/promotions/{}/codegen", 10, "promotions.v3.yml"),
    Cap("POST PUT", "v3/segments", 10, "segments.v3.yml"),
    Cap("POST", "v3/segments/{}/shopper-profiles", 10, "segments.v3.yml"),
)


@cache
def _compiled() -> dict[str, list[tuple[re.Pattern[str], Cap]]]:
    """The table by method and first two segments, so that most requests test nothing."""
    rows: dict[str, list[tuple[re.Pattern[str], Cap]]] = {}
    for cap in CAPS:
        pattern = re.compile(re.escape(cap.template).replace(r"\{\}", "[^/]+"))
        for method in cap.methods.split():
            rows.setdefault(f"{method} {_head(cap.template)}", []).append((pattern, cap))
    return rows


def _head(path: str) -> str:
    return "/".join(path.split("/", 2)[:2])


def cap_for(method: str, path: str) -> Cap | None:
    """The cap that a request falls under, or None."""
    for pattern, cap in _compiled().get(f"{method} {_head(path)}", ()):
        if pattern.fullmatch(path):
            return cap
    return None


class Slots:
    """The running requests of one store, by cap."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Give up what is running: in a forked child no thread will answer for it."""
        self._semaphores = {cap: threading.BoundedSemaphore(cap.limit) for cap in CAPS}

    def acquire(self, cap: Cap, timeout: float | None) -> bool:
        """Wait for a slot; False if there was none within `timeout` seconds."""
        return self._semaphores[cap].acquire(timeout=timeout)

    def release(self, cap: Cap) -> None:
        """Give the slot back."""
        self._semaphores[cap].release()


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
            lane: `"interactive"` overtakes `"bulk"`.
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
            lane: `"bulk"` or `"interactive"`.
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
