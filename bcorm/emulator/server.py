"""The emulator itself: a store, its HTTP server in threads, and its handles for tests."""

from __future__ import annotations

import contextlib
import json
import logging
import socket
import struct
import threading
import time
from typing import TYPE_CHECKING, Any

from cheroot import errors as cheroot_errors
from cheroot import server as cheroot_server
from cheroot import wsgi

from bcorm.emulator import jsontext
from bcorm.emulator.app import Dropped, Service, build_app
from bcorm.emulator.app_page import AppPage
from bcorm.emulator.apps import Platform
from bcorm.emulator.auth import Credentials
from bcorm.emulator.context import Disputed, Switches
from bcorm.emulator.control import control_routes
from bcorm.emulator.crud import create, delete, update
from bcorm.emulator.domains import api
from bcorm.emulator.domains.webhooks.deliveries import RETRIES, Webhooks
from bcorm.emulator.faults import Faults
from bcorm.emulator.graphql import GraphQL
from bcorm.emulator.latency import Latency
from bcorm.emulator.lies import Lies
from bcorm.emulator.quota import Quota, QuotaLog
from bcorm.emulator.rendering import render
from bcorm.emulator.sample.shop import Sample, fill, generate_products, open_store, sample_day
from bcorm.emulator.timestamps import present

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime
    from types import TracebackType

    from typing_extensions import Self

    from bcorm.emulator.context import Context
    from bcorm.emulator.log import RecordedRequest
    from bcorm.emulator.resource import Resource
    from bcorm.emulator.tables import Id, Row

logger = logging.getLogger(__name__)
_NO_LINGER = struct.pack("ii", 1, 0)


class _Connection(cheroot_server.HTTPConnection):
    """A connection that faults can end: with a reset, or with an ordinary close."""

    _reset = False

    def drop(self, *, abruptly: bool) -> None:
        """End the connection; the server closes it in its own time, which is at once."""
        with contextlib.suppress(OSError):
            if abruptly:
                # A close that does not linger makes the kernel send RST instead of FIN. Closing
                # here would leave the server with a descriptor that is somebody else's by then.
                self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
                self._reset = True
            else:
                self.socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close without the FIN that a shutdown would send, if a reset is wanted."""
        if not self._reset:
            # Else the writer is left to the collector, which flushes it into a closed socket.
            with contextlib.suppress(OSError):
                self.wfile.close()
            super().close()
            return
        for end in (self.rfile, self.wfile, self.socket):
            with contextlib.suppress(OSError):
                end.close()


class _Gateway(wsgi.Gateway_10):
    """Hands the connection to the application, and takes a dropped one for an answer."""

    def get_environ(self) -> dict[str, Any]:  # type: ignore[override]
        # The stubs say that there is none.
        environ: dict[str, Any] = super().get_environ()  # type: ignore[no-untyped-call]
        environ["emulator.connection"] = self.req.conn
        return environ

    def respond(self) -> None:
        try:
            super().respond()
        except Dropped:
            raise cheroot_errors.FatalSSLAlert from None


class _Server(wsgi.Server):
    ConnectionClass = _Connection

    def error_log(self, msg: str = "", level: int = 20, traceback: bool = False) -> None:
        logger.log(level, "%s", msg, exc_info=traceback)


def _in_a_daemon(work: Callable[[], object]) -> None:
    """Do something in a daemon thread, and wait for it: threads that it starts are daemons, too.

    A program that forgets to stop its emulator can then end all the same.
    """
    failures: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again by whoever waits
            failures.append(error)

    thread = threading.Thread(target=run, name="bcorm-emulator-start", daemon=True)
    thread.start()
    thread.join()
    if failures:
        raise failures[0]


class Emulator:
    """A BigCommerce store on loopback that speaks the real HTTP API.

    Use it as a context manager, or call `start` and `stop`.

    Args:
        port: 0 takes a free one.
        db: a SQLite file that keeps the store; in memory when left out.
        empty: start without the sample shop.
        quota: requests of a store per window; no limit when left out.
        window_ms: the length of a quota window, in milliseconds.
        seed: which sample shop; the same seed gives the same shop.
        store_hash: the only store that is served; any when left out.
        access_token: the only token that is taken; any when left out.
        client_secret: signs what the store hands to apps.
        disputed_filters: what is done with filters that BigCommerce's guide shows and its specs do
            not have, such as `price:min` of products: "refuse", "ignore" or "obey".
        strict: refuse query parameters that an operation of V3 does not have, as live stores do;
            otherwise they are ignored, with a warning in the log.
        concurrency_caps: answer 429 above the documented caps on parallel calls.
        name_batch_rows: errors of a refused batch name the row ("1.price"), as some endpoints do.
        lies: what live stores get wrong and this one is to get wrong, names out of
            `lies.LIES` or "all"; also while it serves, by the attribute.
        latency_ms: milliseconds before each answer; two bounds spread it.
        now: what the store takes for the present moment, and the sample shop's orders for the
            last days before: a datetime, a date, or the ISO text of one, "2026-11-05"; the real one
            when left out.
        inventory_lag_ms: milliseconds after its answer that an inventory adjustment takes effect.
        webhook_retries: seconds to wait before each further try of a webhook that failed.
        threads: how many requests are answered at the same time.

    Attributes:
        webhooks: tells registered hooks what happens; `webhooks.wait()` until all is delivered.

    Raises:
        TypeError, ValueError: `now` is no moment.
    """

    def __init__(
        self,
        port: int = 0,
        db: str | None = None,
        *,
        empty: bool = False,
        quota: int | None = None,
        window_ms: int = 30_000,
        seed: int = 1,
        store_hash: str | None = None,
        access_token: str | None = None,
        client_secret: str | None = None,
        strict: bool = True,
        disputed_filters: Disputed = "refuse",
        concurrency_caps: bool = False,
        name_batch_rows: bool = False,
        inventory_lag_ms: int = 0,
        lies: str | Iterable[str] = (),
        latency_ms: float | tuple[float, float] = 0,
        now: datetime | date | str | None = None,
        webhook_retries: Sequence[float] = RETRIES,
        threads: int = 32,
    ) -> None:
        self.faults = Faults()
        self.lies = Lies(lies)
        self._lies = tuple(self.lies)
        self.seed = seed
        self.empty = empty
        self._now = None if now is None else present(now)
        self._port = port
        self._threads = threads
        self._registry = api().registry
        self._store = open_store(self._registry, db, self._sample)
        self._quota = Quota(quota, window_ms)
        credentials = Credentials(store_hash, access_token, client_secret)
        self.webhooks = Webhooks(self._store, credentials, webhook_retries)
        self._service = Service(
            api=api(),
            store=self._store,
            faults=self.faults,
            quota=self._quota,
            credentials=credentials,
            webhooks=self.webhooks,
            lies=self.lies,
            latency=Latency.of(latency_ms),
            clock=self._clock,
            switches=Switches(
                strict=strict,
                disputed_filters=disputed_filters,
                name_batch_rows=name_batch_rows,
                concurrency_caps=concurrency_caps,
                inventory_lag_ms=inventory_lag_ms,
            ),
        )
        self.app = build_app(
            self._service,
            [
                *control_routes(self),
                *Platform(credentials, self._store).routes(),
                *AppPage(credentials).routes(),
                *GraphQL(self._store, credentials).routes(),
            ],
        )
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def _sample(self) -> Sample:
        return Sample(self.seed, self.empty, sample_day(self._clock()))

    def _clock(self) -> float:
        return time.time() if self._now is None else self._now

    def start(self) -> Self:
        """Serve in background threads; returns itself."""
        server = _Server(
            ("127.0.0.1", self._port),
            self.app,
            numthreads=self._threads,
            request_queue_size=128,
            timeout=60,
            shutdown_timeout=1,
        )
        server.gateway = _Gateway
        server.nodelay = True
        # How often the server looks up from waiting, and so how soon it notices that it is over.
        server.expiration_interval = 0.05
        _in_a_daemon(server.prepare)
        self._service.stopping.clear()
        self._server = server
        self._port = server.bind_addr[1]
        self._thread = threading.Thread(target=server.serve, name="bcorm-emulator", daemon=True)
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop serving; the store stays as it is."""
        if self._server is None:
            return
        self._service.stopping.set()
        self.webhooks.stop()
        self._server.stop()
        if self._thread is not None:
            self._thread.join(timeout=5)
        self._server = None

    def close(self) -> None:
        """Stop serving and let go of the database."""
        self.stop()
        self._store.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """The address at which it listens, with its port."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def requests(self) -> list[RecordedRequest]:
        """The requests so far, oldest first."""
        return self._service.requests

    def clear_requests(self) -> None:
        """Forget the requests so far."""
        self._service.requests.clear()

    @property
    def quota_log(self) -> QuotaLog:
        """Requests per quota window, and how many were refused."""
        return self._quota.log

    def documents(self, path: str) -> list[dict[str, Any]]:
        """Every document of a collection, as the API shows them all.

        Args:
            path: `v3/catalog/products` or `v3/catalog/products/77/images`.

        Raises:
            KeyError: there is no such collection.
        """
        resource, ctx = self._collection(path)
        with self._store.lock:
            parent = ctx.ids[-1] if ctx.ids else None
            rows = self._store.select(resource.collection, parent=parent)
            return [json.loads(text) for text in render(ctx, resource, rows)]

    def put_document(self, path: str, document: dict[str, Any]) -> dict[str, Any]:
        """Create a document, or change the one whose id it has; not counted as a request.

        Args:
            path: the collection, as for `documents`.
            document: its properties.

        Raises:
            KeyError: there is no such collection.
            ApiError: the store refuses the document as it would refuse a request.
        """
        resource, ctx = self._collection(path)
        parent = ctx.ids[-1] if ctx.ids else None
        values = jsontext.loads(json.dumps(document, default=str))
        key = values.pop(resource.key, None)
        with self._store.transaction(), self.webhooks.watching(ctx, resource.path):
            row = None if key is None else self._store.get(resource.collection, key, parent)
            if row is None:
                row = create(ctx, resource, parent, values)
            else:
                own = ctx.child((*ctx.ids, row.id))
                row = update(own, resource, row, values)
            return self._shown(ctx, resource, row)

    def remove_document(self, path: str, key: Id) -> None:
        """Delete a document and all under it; not counted as a request.

        Args:
            path: the collection, as for `documents`.
            key: the document's key.

        Raises:
            KeyError: there is no such collection or document.
        """
        resource, ctx = self._collection(path)
        with self._store.transaction(), self.webhooks.watching(ctx, resource.path):
            row = self._store.get(resource.collection, key)
            if row is None:
                raise KeyError(f"{path}/{key}")
            delete(ctx.child((*ctx.ids, key)), resource, [row])

    def generate_products(self, count: int) -> None:
        """Add simple products quickly, without requests."""
        with self._store.transaction():
            generate_products(self._store, count, self.seed)

    def reset(self) -> None:
        """Back to the initial store of the seed; forgets requests, faults and quota."""
        self._service.settle()
        fill(self._registry, self._store, self._sample)
        self.faults.clear()
        self.lies.tell(self._lies)
        self._quota.reset()
        self.webhooks.reset()
        self.clear_requests()

    def _shown(self, ctx: Context, resource: Resource, row: Row) -> dict[str, Any]:
        shown: dict[str, Any] = json.loads(render(ctx, resource, [row])[0])
        return shown

    def _collection(self, path: str) -> tuple[Resource, Context]:
        resource, ids = self._registry.find(path)
        ctx = self._service.context(
            version=resource.version, ids=ids, base=f"{self.url}/stores/emulated"
        )
        return resource, ctx
