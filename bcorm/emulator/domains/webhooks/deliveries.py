"""Webhooks on their way: to loopback only, signed, in the background, and again if they fail.

`Webhooks` is told of every request that changes something; what hooks listen to is queued, and
one thread delivers it. Retries follow each other quickly, and a hook that fails them all is
switched off, as live stores do within two days.
"""

from __future__ import annotations

import hashlib
import heapq
import http.client
import itertools
import logging
import secrets
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bcorm.emulator import jsontext
from bcorm.emulator.apps import DEFAULT_SECRET
from bcorm.emulator.domains.shop.behaviour import STORE_ID
from bcorm.emulator.domains.webhooks.behaviour import HOOKS
from bcorm.emulator.domains.webhooks.channel_events import channel_events_of
from bcorm.emulator.domains.webhooks.events import Event, events_of
from bcorm.emulator.signing import webhook_signature
from bcorm.emulator.tables import Clause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bcorm.emulator.auth import Credentials
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.store import Store
    from bcorm.emulator.tables import Id, Row

logger = logging.getLogger(__name__)
RETRIES = (0.05, 0.1, 0.2, 0.4)
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_CHANNELS = "store/channel/*"
_TIMEOUT = 10
_OVERTAKEN = 0.3  # seconds that a webhook is held back to be overtaken
_AGENT = "pekko-http/1.3.0"


@dataclass(frozen=True)
class Attempt:
    """One delivery that was tried.

    Attributes:
        hook: the hook's id. scope: what happened. hash: which payload it was.
        number: 1 for the first try.
        status: the receiver's answer; 0 without one.
    """

    hook: Id
    scope: str
    hash: str
    number: int
    status: int

    @property
    def arrived(self) -> bool:
        """Whether the receiver took it."""
        return 200 <= self.status < 300


@dataclass(order=True)
class _Job:
    due: float
    order: int
    hook: Row = field(compare=False)
    payload: Doc = field(compare=False)
    number: int = field(default=1, compare=False)


class Webhooks:
    """Tells hooks what happens in a store.

    Args:
        store: the shop's data, and the hooks in it.
        credentials: holds the client secret that deliveries are signed with.
        retries: seconds to wait before each further try of a delivery that failed.
    """

    def __init__(
        self, store: Store, credentials: Credentials, retries: Sequence[float] = RETRIES
    ) -> None:
        self.attempts: list[Attempt] = []
        self._store = store
        self._credentials = credentials
        self._retries = tuple(retries)
        self._jobs: list[_Job] = []
        self._numbers = itertools.count()
        self._busy = False
        self._stopping = False
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    @contextmanager
    def watching(self, ctx: Context, path: str) -> Iterator[None]:
        """Tell of what changes inside the block, which must be inside a transaction.

        Args:
            ctx: the request.
            path: the path template of its operation.
        """
        if not self._store.count(HOOKS, Clause("t.is_active = 1")):
            yield
            return
        with self._store.watch() as changes:
            yield
        events = [*events_of(path, changes), *channel_events_of(self._store, changes)]
        if events:
            hooks = self._store.select(HOOKS, Clause("t.is_active = 1"))
            self._queue(ctx, events, hooks)

    def wait(self, timeout: float = 10) -> bool:
        """Wait until everything was delivered or given up; whether that was in time."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._jobs and not self._busy, timeout)

    def reset(self) -> None:
        """Forget what waits and what was tried."""
        with self._changed:
            self._jobs.clear()
            self.attempts.clear()

    def stop(self) -> None:
        """End the thread; what still waits is lost."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(timeout=_TIMEOUT)

    def _queue(self, ctx: Context, events: list[Event], hooks: list[Row]) -> None:
        jobs = []
        for event in events:
            payload = _payload(ctx, event)
            jobs += [
                _Job(time.monotonic(), next(self._numbers), hook, payload)
                for hook in hooks
                if listens(hook.doc["scope"], event.scope)
                for _ in range(2 if "repeated-webhooks" in ctx.lies else 1)
            ]
        if "shuffled-webhooks" in ctx.lies:
            # The first of them waits until the next events have overtaken it.
            for position, job in enumerate(jobs):
                job.due += _OVERTAKEN if (job.order + position) % 2 == 0 else 0
        if jobs:
            with self._changed:
                for job in jobs:
                    heapq.heappush(self._jobs, job)
                self._start()
                self._changed.notify_all()

    def _start(self) -> None:
        self._stopping = False
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="bcorm-webhooks", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while True:
            with self._changed:
                job = self._next()
                if job is None:
                    return
                self._busy = True
            status = self._deliver(job)
            # Outside the condition: a request holds the store's lock when it queues.
            if not self._settle(job, status):
                self._switch_off(job.hook.id)
            with self._changed:
                self._busy = False
                self._changed.notify_all()

    def _next(self) -> _Job | None:
        while not self._stopping:
            wait = self._jobs[0].due - time.monotonic() if self._jobs else None
            if wait is not None and wait <= 0:
                return heapq.heappop(self._jobs)
            self._changed.wait(wait)
        return None

    def _settle(self, job: _Job, status: int) -> bool:
        """Note how a try ended, and plan the next; False if there is none left."""
        scope, digest = job.payload["scope"], job.payload["hash"]
        attempt = Attempt(job.hook.id, scope, digest, job.number, status)
        with self._changed:
            self.attempts.append(attempt)
            if attempt.arrived:
                return True
            if job.number > len(self._retries):
                return False
            due = time.monotonic() + self._retries[job.number - 1]
            again = _Job(due, next(self._numbers), job.hook, job.payload, job.number + 1)
            heapq.heappush(self._jobs, again)
            return True

    def _switch_off(self, key: Id) -> None:
        with self._store.transaction():
            row = self._store.get(HOOKS, key)
            if row is not None:
                self._store.update(HOOKS, key, {**row.doc, "is_active": False})

    def _deliver(self, job: _Job) -> int:
        hook = job.hook.doc
        url = urlsplit(hook["destination"])
        if url.hostname not in _LOOPBACK:
            logger.info("not delivered: %s is not on this machine", url.hostname)
            return 200
        body = jsontext.dumps(job.payload).encode()
        moment = int(time.time())
        secret = self._credentials.client_secret or DEFAULT_SECRET
        headers = {
            "Content-Type": "application/json",
            "User-Agent": _AGENT,
            "webhook-id": job.payload["hash"],
            "webhook-timestamp": str(moment),
            "webhook-signature": webhook_signature(job.payload["hash"], moment, body, secret),
            **(hook["headers"] or {}),
        }
        secure = url.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(url.hostname, url.port, timeout=_TIMEOUT)
        try:
            target = (url.path or "/") + (f"?{url.query}" if url.query else "")
            connection.request("POST", target, body, headers)
            return connection.getresponse().status
        except (OSError, ValueError, http.client.HTTPException):
            return 0
        finally:
            connection.close()


def listens(wanted: str, scope: str) -> bool:
    """Whether a hook's scope, perhaps ending in `*`, means a scope.

    `store/channel/*` means the channels themselves, and not what happens on each of them.
    """
    if not wanted.endswith("/*"):
        return scope == wanted
    if wanted == _CHANNELS and scope.removeprefix(_CHANNELS[:-1])[:1].isdecimal():
        return False
    return scope.startswith(wanted[:-1])


def _payload(ctx: Context, event: Event) -> dict[str, Any]:
    said = {
        "scope": event.scope,
        "store_id": str(STORE_ID),
        "data": event.data,
        "created_at": ctx.now,
        "producer": f"stores/{ctx.store_hash}",
    }
    # The hash is what duplicates are recognised by: another event has another one.
    identity = f"{secrets.token_hex(8)} {jsontext.dumps(said)}"
    digest = hashlib.sha1(identity.encode(), usedforsecurity=False).hexdigest()
    return {**said, "hash": digest}
