"""The HTTP face: routes from the tables, and what happens around every operation.

A request is authenticated, counted against the quota, struck by a fault perhaps, answered inside
one transaction of the store, and recorded. Built by `server`; nothing here knows any resource.
"""

from __future__ import annotations

import contextlib
import gzip
import logging
import math
import re
import secrets
import threading
import time
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter, Map, Rule

from bcorm.emulator import jsontext
from bcorm.emulator.concurrency import cap_of
from bcorm.emulator.context import Context, Reply, Switches
from bcorm.emulator.control import CONTROL, refuse_strangers
from bcorm.emulator.errors import ApiError, media_type, not_found
from bcorm.emulator.lies import LATE_WRITE_SECONDS, total_of, with_total, without_last_row
from bcorm.emulator.log import RecordedRequest
from bcorm.emulator.numerals import LARGEST
from bcorm.emulator.refusals import PAGING, unknown_parameters, unknown_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from flask.typing import RouteCallable
    from werkzeug.datastructures import MultiDict

    from bcorm.emulator.auth import Credentials
    from bcorm.emulator.domains import Api
    from bcorm.emulator.domains.webhooks.deliveries import Webhooks
    from bcorm.emulator.faults import Fault, Faults
    from bcorm.emulator.latency import Latency
    from bcorm.emulator.lies import Lies
    from bcorm.emulator.operations import Operation
    from bcorm.emulator.quota import Quota
    from bcorm.emulator.store import Store
    from bcorm.emulator.tables import Id

logger = logging.getLogger(__name__)
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_STORE_PATH = re.compile(r"/(?:stores/(?P<hash>[^/]+)|api)(?P<rest>/(?P<version>v[23])(?:/.*)?)$")
_HTML = "<!DOCTYPE html><html><body><h1>503 Service Temporarily Unavailable</h1></body></html>"
# A server that runs for days must not remember every request of them.
_KEPT = 100_000


class Dropped(Exception):
    """The connection is gone and nothing is to be written to it."""


class Service:
    """The parts that answer requests, wired together.

    Args:
        api, store, faults, quota, credentials, switches, webhooks, lies, latency: see their
            classes.
        clock: the store's time, in seconds since 1970.
    """

    def __init__(
        self,
        *,
        api: Api,
        store: Store,
        faults: Faults,
        quota: Quota,
        credentials: Credentials,
        switches: Switches,
        webhooks: Webhooks,
        lies: Lies,
        latency: Latency,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.api = api
        self._chores = api.chores
        self.store = store
        self.faults = faults
        self.quota = quota
        self.credentials = credentials
        self.switches = switches
        self.webhooks = webhooks
        self.lies = lies
        self.latency = latency
        self._clock = clock
        self._late: set[threading.Thread] = set()
        self.requests: list[RecordedRequest] = []
        self.stopping = threading.Event()
        self._running: Counter[tuple[str, str]] = Counter()
        self._running_lock = threading.Lock()

    def context(self, **values: Any) -> Context:
        """A context for work on this store."""
        return Context(
            store=self.store,
            registry=self.api.registry,
            switches=self.switches,
            lies=self.lies,
            clock=self._clock,
            **values,
        )

    def before(self) -> Response | None:
        """Authenticate, count and perhaps fail a request before it is answered."""
        g.headers = {}
        g.fault = None
        match = _STORE_PATH.match(request.path)
        if match is None:
            g.version, g.path, g.store_hash = "v3", request.path, None
            g.counted = False
            if request.path.startswith(CONTROL):
                refuse_strangers(request)
            return None
        g.version, g.path, g.store_hash = match["version"], match["rest"], match["hash"]
        g.counted = True
        g.headers["X-Request-Id"] = secrets.token_hex(16)
        g.query = request.args.to_dict()
        g.body, g.files, g.uploads = None, {}, {}
        self.credentials.check(request, g.version, g.store_hash)
        allowed, headers = self.quota.take(g.store_hash)
        g.headers |= headers
        if not allowed:
            raise ApiError(429)
        self._read_body()
        seconds = self.latency.seconds()
        if seconds:
            self.stopping.wait(seconds)
        g.fault = self.faults.strike(request.method, g.path)
        return self._fail_before(g.fault) if g.fault is not None else None

    def _read_body(self) -> None:
        if request.method in ("GET", "HEAD"):
            return
        if request.mimetype in ("multipart/form-data", "application/x-www-form-urlencoded"):
            g.body = _form(request.form)
            g.files = {name: file.filename or name for name, file in request.files.items()}
            g.uploads = {name: file.read() for name, file in request.files.items()}
            return
        data = request.get_data()
        if not data:
            return
        if request.mimetype and not _is_json(request.mimetype):
            raise ApiError(415)
        try:
            g.body = jsontext.received(data)
        except ValueError:
            detail = {"status": 400, "title": "Input is invalid", "detail": "Syntax error"}
            raise ApiError(400, body=detail if g.version == "v3" else None) from None

    def answer(self, operation: Operation, ids: tuple[Id, ...]) -> Response:
        """Run one operation inside one transaction."""
        ctx = self.context(
            store_hash=g.store_hash or "emulated",
            version=g.version,
            ids=ids,
            query=g.query,
            body=g.body,
            files=g.files,
            uploads=g.uploads,
            headers=dict(request.headers),
            base=request.host_url.rstrip("/") + request.path[: -len(g.path)],
        )
        self._check_query(operation)
        with self._slot(operation):
            if request.method not in ("GET", "HEAD") and self.lies.strikes_write():
                self._perform_late(operation, ctx)
                raise ApiError(502)
            reply = self._perform(operation, ctx, request.method)
        return _response(reply)

    def _perform(self, operation: Operation, ctx: Context, method: str) -> Reply:
        with self.store.lock:  # two requests at a time would share one statement, or do it twice
            for chore in self._chores:
                chore(ctx)
        if method in ("GET", "HEAD"):
            with self.store.lock:
                return self._told(operation, ctx, operation.answer(ctx))
        with self.store.transaction(), self.webhooks.watching(ctx, operation.path):
            reply = operation.answer(ctx)
        if "missing-rows" in self.lies and ctx.version == "v3" and reply.status == 200:
            reply.text = without_last_row(reply.text, ctx.body)
        return reply

    def _told(self, operation: Operation, ctx: Context, reply: Reply) -> Reply:
        """A list, perhaps with a total that is not true."""
        if not {"zero-totals", "unfiltered-totals"} & {*self.lies} or total_of(reply.text) is None:
            return reply
        if "zero-totals" in self.lies:
            reply.text = with_total(reply.text, 0)
        elif "unfiltered-totals" in self.lies:
            ctx.query = {name: text for name, text in ctx.query.items() if name in PAGING}
            total = total_of(operation.answer(ctx).text)
            reply.text = with_total(reply.text, total or 0)
        return reply

    def _perform_late(self, operation: Operation, ctx: Context) -> None:
        """Let a write take effect after its answer, as an overloaded store may."""

        def perform() -> None:
            self.stopping.wait(LATE_WRITE_SECONDS)
            with contextlib.suppress(ApiError):
                self._perform(operation, ctx, operation.method)
            self._late.discard(threading.current_thread())

        thread = threading.Thread(target=perform, name="bcorm-late-write", daemon=True)
        self._late.add(thread)
        thread.start()

    def settle(self) -> None:
        """Wait for the writes that take effect late."""
        for thread in list(self._late):
            thread.join(timeout=10)

    def _check_query(self, operation: Operation) -> None:
        self._check_words(operation)
        unknown = sorted({*g.query} - operation.query - PAGING)
        if self.switches.disputed_filters != "refuse":
            unknown = [name for name in unknown if name not in operation.disputed]
        if not unknown:
            return
        if self.switches.strict and g.version == "v3":
            raise unknown_parameters(operation.path, unknown)
        logger.warning(
            "%s %s has no query parameter %s; it is ignored",
            request.method,
            g.path,
            ", ".join(unknown),
        )

    def _check_words(self, operation: Operation) -> None:
        for name, words in operation.words.items():
            known = {str(word).casefold() for word in words}
            asked = [part.strip() for part in g.query.get(name, "").split(",")]
            unknown = [part for part in asked if part and part.casefold() not in known]
            if not unknown:
                continue
            if self.switches.strict:
                raise unknown_words(g.version, name, unknown, words)
            logger.warning(
                "%s %s: %s of %s is not known; it is ignored",
                request.method,
                g.path,
                ", ".join(unknown),
                name,
            )

    def _slot(self, operation: Operation) -> _Slot:
        cap = cap_of(operation) if self.switches.concurrency_caps else None
        return _Slot(self._running, self._running_lock, (operation.method, operation.path), cap)

    def after(self, response: Response) -> Response:
        """Add the headers, record the request, and spoil the answer if a fault says so."""
        response.headers.extend(self.lies.stripped(g.get("headers", {})))
        if not g.get("counted"):
            return response
        fault = g.fault
        if fault is not None:
            self._record(0 if fault.kind == "reset-after" else response.status_code)
            return self._fail_after(fault, response)
        self._record(response.status_code)
        return response

    def _record(self, status: int) -> None:
        if len(self.requests) >= _KEPT:
            del self.requests[: _KEPT // 2]
        self.requests.append(RecordedRequest(request.method, g.path, g.query, g.body, status))

    def _fail_before(self, fault: Fault) -> Response | None:
        if fault.kind in ("slow", "hang"):
            self.stopping.wait(fault.seconds)
        if fault.applied:
            return None
        if fault.kind in ("hang", "reset-before", "reset-after"):
            self._record(0)
            self._drop(abruptly=fault.kind != "hang")
        if fault.kind.isdigit() or fault.kind == "429-bare":
            return self._refusal(fault)
        return _response(Reply(200, '{"data":{},"meta":{}}'))

    def _refusal(self, fault: Fault) -> Response:
        status = int(fault.kind[:3])
        if fault.kind == "429":
            g.headers["X-Rate-Limit-Requests-Left"] = "0"
            g.headers["X-Rate-Limit-Time-Reset-Ms"] = str(round(fault.seconds * 1000))
            g.headers["X-Retry-After"] = str(math.ceil(fault.seconds))
        if fault.kind == "429-bare":
            g.headers = {"X-Request-Id": g.headers["X-Request-Id"]}
        return _response(Reply(status, ApiError(status).text(g.version)))

    def _fail_after(self, fault: Fault, response: Response) -> Response:
        kind = fault.kind
        if kind in ("hang", "reset-before", "reset-after"):
            self._drop(abruptly=kind != "hang")
        if kind.isdigit() or kind == "429-bare":
            refusal = self._refusal(fault)
            refusal.headers.extend(g.headers)
            return refusal
        data = response.get_data()
        if kind == "truncated":
            self._truncate(fault, response, data)
        elif kind == "html":
            response.set_data(_HTML)
            response.status_code = 200
            response.content_type = "text/html; charset=UTF-8"
        elif kind == "content-type":
            response.content_type = "text/plain; charset=utf-8"
        elif kind == "bad-gzip":
            packed = gzip.compress(data or b"{}")
            response.set_data(packed[: len(packed) // 2])
            response.headers["Content-Encoding"] = "gzip"
        elif kind == "redirect":
            response.set_data(b"")
            response.status_code = 302
            response.headers["Location"] = fault.location
        return response

    def _truncate(self, fault: Fault, response: Response, data: bytes) -> None:
        half = data[: len(data) // 2]
        if not fault.honest_length:
            response.set_data(half)
            return
        connection = request.environ.get("emulator.connection")

        def cut() -> Iterator[bytes]:
            yield half
            if connection is not None:
                connection.drop(abruptly=False)

        response.response = cut()
        response.headers["Content-Length"] = str(len(data))

    @staticmethod
    def _drop(*, abruptly: bool) -> None:
        connection = request.environ.get("emulator.connection")
        if connection is not None:
            connection.drop(abruptly=abruptly)
        raise Dropped


class _WholeId(IntegerConverter):
    """An id in a path: digits of ASCII, and no more than 64 bits hold."""

    regex = "[0-9]{1,19}"

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST)


class _Rule(Rule):
    """A rule by which paths are read alone: what writes them is most of the work of making one."""

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        del append_unknown
        return _no_builder


def _no_builder(*_: object, **__: object) -> tuple[str, str]:
    raise NotImplementedError("the emulator writes no path by a rule")


class _Slot:
    """One of the calls that an endpoint answers at the same time."""

    def __init__(
        self,
        running: Counter[tuple[str, str]],
        lock: threading.Lock,
        key: tuple[str, str],
        cap: int | None,
    ) -> None:
        self._running, self._lock, self._key, self._cap = running, lock, key, cap

    def __enter__(self) -> None:
        if self._cap is None:
            return
        with self._lock:
            if self._running[self._key] >= self._cap:
                g.headers = {"X-Request-Id": g.headers["X-Request-Id"]}
                raise ApiError(429)
            self._running[self._key] += 1

    def __exit__(self, *_: object) -> None:
        if self._cap is not None:
            with self._lock:
                self._running[self._key] -= 1


def _is_json(mimetype: str) -> bool:
    return mimetype == "application/json" or mimetype.endswith("+json")


def _form(form: MultiDict[str, str]) -> dict[str, Any]:
    """Form values as JSON spells them, so that the field tables read both alike."""
    values: dict[str, Any] = {}
    for name, text in form.items():
        try:
            values[name] = jsontext.loads(text)
        except ValueError:
            values[name] = text
    return values


def _response(reply: Reply) -> Response:
    response = Response(reply.text, reply.status, reply.headers, content_type=reply.content_type)
    if reply.text is None:
        response.headers.pop("Content-Type", None)
    return response


def build_app(
    service: Service, control: Iterable[tuple[str, str, Callable[[], Response]]]
) -> Flask:
    """The WSGI application: one rule per operation, and the control paths.

    Args:
        service: what answers.
        control: method, path below `/_emulator/` and function of every control path.
    """
    app = Flask("bcorm.emulator", static_folder=None)
    paths = {(method, path): act for method, path, act in control}
    app.url_map = _routes(service.api, tuple(paths))
    app.view_functions = _Views(service)
    for (method, path), act in paths.items():
        app.view_functions[f"{method} {path}"] = act
    app.before_request(service.before)
    app.after_request(service.after)
    app.register_error_handler(ApiError, _api_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _crash)
    app.register_error_handler(Dropped, _dropped)
    app.config["PROPAGATE_EXCEPTIONS"] = True
    inner = app.wsgi_app

    def without_suffix(environ: dict[str, Any], start_response: Any) -> Any:
        # ".json" behind a path is an old way to ask for JSON.
        path = environ["PATH_INFO"]
        if path.endswith(".json"):
            environ["PATH_INFO"] = path[:-5]
        return inner(environ, start_response)

    app.wsgi_app = without_suffix  # type: ignore[method-assign]
    return app


@lru_cache(maxsize=1)
def _routes(api: Api, control: tuple[tuple[str, str], ...]) -> Map:
    """Every path, with the name of what answers it: the same for all emulators of a process."""
    # A path with a slash too many leads nowhere, and to no other host either.
    routes = Map(strict_slashes=False, merge_slashes=False, converters={"id": _WholeId})
    for number, operation in enumerate(api.operations):
        texts = api.registry.text_placeholders(operation.path) | {*operation.texts}
        rule = operation.path.replace("{", "<id:").replace("}", ">")
        for text in texts:
            rule = rule.replace(f"<id:{text}>", f"<{text}>")
        for prefix in ["/stores/<store_hash>/"] + (["/api/"] if operation.path[:2] == "v2" else []):
            routes.add(_Rule(prefix + rule, endpoint=str(number), methods=[operation.method]))
    for method, path in control:
        routes.add(_Rule(path, endpoint=f"{method} {path}", methods=[method]))
    return routes


class _Views(dict[str, "RouteCallable"]):
    """What answers each operation, made when it is first asked for: there are hundreds."""

    def __init__(self, service: Service) -> None:
        super().__init__()
        self._service = service

    def __missing__(self, endpoint: str) -> RouteCallable:
        self[endpoint] = _view(self._service, self._service.api.operations[int(endpoint)])
        return self[endpoint]


def _view(service: Service, operation: Operation) -> Callable[..., Response]:
    names = _PLACEHOLDER.findall(operation.path)

    def view(store_hash: str | None = None, **values: Id) -> Response:
        del store_hash
        return service.answer(operation, tuple(values[name] for name in names))

    return view


def _api_error(error: ApiError) -> Response:
    text = error.text(g.version, g.path)
    return _response(Reply(error.status, text, content_type=media_type(g.path)))


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    refusal = not_found(g.version) if status == 404 else ApiError(status)
    return _response(Reply(status, refusal.text(g.version)))


def _crash(error: Exception) -> Response:
    logger.error("%s %s failed", request.method, request.path, exc_info=error)
    return _response(Reply(500, ApiError(500).text(g.version)))


def _dropped(error: Dropped) -> Response:
    raise error
