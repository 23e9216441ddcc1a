"""Calling requests off that other threads were told to send, and that are not on their way yet.

A thread that waits for the quota, or to repeat something, cannot be interrupted. Whoever gave it
the work calls it off instead; it looks before it sends and while it waits.
"""

from __future__ import annotations

import threading
import time
from contextvars import ContextVar

current: ContextVar[Cancellation | None] = ContextVar("bcorm_cancellation", default=None)
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
    found = current.get()
    return found is not None and found.cancelled


def sleep(seconds: float) -> None:
    """Sleep, until what this context does is called off at the latest."""
    found = current.get()
    if found is None:
        time.sleep(seconds)
    else:
        found.wait(seconds)
