"""Who uses a session: one thread at a time, and the process in which its work was begun.

Handing a session on is fine, as web servers do; two threads at once would send things twice. So
would a forked child that has inherited pending work.
"""

from __future__ import annotations

import functools
import os
import threading
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

from bcorm.exceptions import StateError

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")

# The turns that the caller has taken. Threads that work for it inherit them with its context.
_taken: ContextVar[tuple[Turn, ...]] = ContextVar("bcorm_turns", default=())


class Turn:
    """Whose turn it is to use a session. It may be taken again by whoever has it.

    Args:
        name: of what, for messages.
        inherited: called in a forked child, before it uses the session for the first time; raises
            StateError if it must not.
    """

    def __init__(self, name: str, inherited: Callable[[int, int], None]) -> None:
        self._name = name
        self._inherited = inherited
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._holder: threading.Thread | None = None

    def take(self) -> Any:
        """Take the turn; return what gives it back. Raises StateError."""
        self._check_process()
        taken = _taken.get()
        if self in taken:
            return None
        if not self._lock.acquire(blocking=False):
            raise self._busy()
        self._holder = threading.current_thread()
        return _taken.set((*taken, self))

    def leave(self, token: Any) -> None:
        """Give the turn back that was taken with this token; None is a nested one."""
        if token is not None:
            _taken.reset(token)
            self._holder = None
            self._lock.release()

    def check(self) -> None:
        """Refuse what another thread does while this one is at work. Raises StateError."""
        if self._process != os.getpid():
            self._check_process()
        holder = self._holder
        if holder in {None, threading.current_thread()}:
            return
        if self not in _taken.get():
            raise self._busy()

    def _check_process(self) -> None:
        process = os.getpid()
        if process != self._process:
            self._inherited(self._process, process)
            # Whoever held it is a thread of the parent.
            self._process, self._lock, self._holder = process, threading.Lock(), None
            _taken.set(())

    def _busy(self) -> StateError:
        holder, mine = self._holder, threading.current_thread()
        other = "another thread" if holder is None else f"the thread {holder.name!r}"
        return StateError(
            f"{self._name} is used by {other} at this moment, and the thread {mine.name!r} must "
            "wait: hand a session on when its work is done, or open one per thread "
            "(client.session())"
        )


def alone(method: F) -> F:
    """Let a method of a session run in one thread at a time, in the session's process."""

    @functools.wraps(method)
    def guarded(self: Any, *args: Any, **values: Any) -> Any:
        turn = self.turn
        token = turn.take()
        try:
            return method(self, *args, **values)
        finally:
            turn.leave(token)

    return guarded  # type: ignore[return-value]
