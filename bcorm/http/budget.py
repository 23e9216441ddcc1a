"""The arithmetic of one quota window: how many requests may still be sent, and when.

Pure accounting without threads or sleep; the governor asks it before each request and
tells it each answer. `bcorm.http.redis_budget` keeps the same books in Redis.

The server counts requests in fixed windows and reports, with each answer, how many are left
and when the window ends. Four things make that less simple than it sounds:

* Answers lag. Requests in flight may or may not be in the count that was just reported, so
  all of them are taken off it; the estimate is exact once they have been answered.
* Windows end at the server's clock. ``now + reset`` at the moment an answer arrives is never
  too early (the answer needed time to travel), so the smallest estimate is kept, plus a
  margin for the rounding of the header.
* A server may say anything. What an answer says is believed for `BELIEVED` seconds; a window or a
  wait that would outlast them ends with them, and the next request asks anew.
* A request sent just before the end may be counted in the next window. Whatever is in
  flight when a window ends is therefore taken off the next one.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bcorm.http.quota import Quota

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
