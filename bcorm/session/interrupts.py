"""Interrupts that wait until something is no longer half done.

The handlers of signals run in the main thread, between any two steps of it, and what they raise,
such as the KeyboardInterrupt of Ctrl-C, ends whatever it was at. What the API has answered must be
settled whole, though: an object of which only half is settled would be sent again.
"""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

_NUMBERS = tuple(map(int, signal.valid_signals()))


class Interrupts:
    """Holds signals back in the blocks that it is entered for, and lets them act afterwards."""

    def __init__(self) -> None:
        self._depth = 0
        self._handlers: dict[int, Callable[[int, FrameType | None], Any]] = {}
        self._held: list[int] = []

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Stand before the handlers of this process, in the main thread; none run elsewhere."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        try:
            with self:
                for known in _NUMBERS:
                    handler = signal.getsignal(known)
                    if callable(handler):
                        self._handlers[known] = handler
                        signal.signal(known, self._come)
            yield
        finally:
            with self:
                for number, handler in self._handlers.items():
                    # Unless somebody has set another one meanwhile.
                    if signal.getsignal(number) == self._come:
                        signal.signal(number, handler)

    def __enter__(self) -> None:
        self._depth += 1

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        while self._held and not self._depth:
            number = self._held.pop(0)
            self._handlers[number](number, sys._getframe())

    def _come(self, number: int, frame: FrameType | None) -> None:
        if not self._depth:
            self._handlers[number](number, frame)
        elif number not in self._held:
            self._held.append(number)
