"""Threads that send requests side by side, of one client.

They are daemons, so that an interrupted program ends though a server does not answer, and they end
when there is nothing left to do, so that a client that is not used costs nothing.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from concurrent.futures import Future
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Workers:
    """Does at most so many things at a time, first come, first served.

    Args:
        size: how many.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._forget()

    def _forget(self) -> None:
        """Begin anew: in a forked child no thread of its parent works."""
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._waiting: deque[Callable[[], None]] = deque()
        self._running = 0

    def submit(self, work: Callable[..., T], *args: Any) -> Future[T]:
        """Let something be done in a copy of this context, and return what will come of it."""
        if self._process != os.getpid():
            self._forget()
        future: Future[T] = Future()
        context = copy_context()

        def task() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                found = context.run(work, *args)
            except BaseException as error:  # noqa: BLE001 - raised again by who asks for the result
                future.set_exception(error)
            else:
                future.set_result(found)

        with self._lock:
            self._waiting.append(task)
            begin = self._running < self.size
            self._running += begin
        if begin:
            self._begin()
        return future

    def _begin(self) -> None:
        thread = threading.Thread(target=self._work, name="bcorm-worker", daemon=True)
        try:
            thread.start()
        except BaseException:
            with self._lock:
                self._running -= 1
            raise

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._running -= 1
                    return
                task = self._waiting.popleft()
            task()
            del task  # what it holds is not kept while this waits for the next
