"""The wire client of one store: what sessions, the CLI and the edges talk through."""

from __future__ import annotations

import hashlib
import os
import re
import threading
import time
from collections import deque
from collections.abc import Mapping
from concurrent.futures import Future
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from bcorm._version import __version__
from bcorm.exceptions import ConfigurationError, InvalidValue
from bcorm.http import graphql, jsontext
from bcorm.http.bounds import DEFAULT, Bounds
from bcorm.http.credentials import (
    API_URL,
    MASK,
    Credentials,
    Hidden,
    OAuthCredentials,
    Secret,
    SecretText,
    WithheldText,
    api_url_from_env,
    blot,
    masked,
    masked_url,
)
from bcorm.http.exchange import LANES, READS, Call, Exchange, RetryPolicy, Stats, parse_body
from bcorm.http.governor import Governor, GovernorSource, governor_for
from bcorm.http.message import SECRET_HEADERS, Answer, Request, Timeout, check_path, encode_query
from bcorm.synonyms import Guided, taught

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from typing_extensions import Self

    from bcorm.http.cache import Cache
    from bcorm.http.message import Response
    from bcorm.http.transport import Transport

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


METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})
# What a proxy is for: a scheme, or a scheme and a host.
_PROXIED = re.compile(r"(?:https?|all)(?:://[^/\s]+)?\Z")
_PROXY = re.compile(r"(?:https?|socks[45][ah]?)://[\x21-\x7e]+\Z")


_PARAMS = "params={'limit': 1} is the query"
_JSON = "json={...} is the body"
_REQUESTS: Mapping[str, Mapping[str, str]] = {
    "get": {"*": _PARAMS},
    "post": {"*": _JSON},
    "put": {"*": _JSON},
    "request": {
        "body": _JSON,
        "data": _JSON,
        "payload": _JSON,
        "query": _PARAMS,
        "timeout": "deadline=... is of everything; connect(timeout=...) of all requests",
        "**": _PARAMS,
    },
}


@taught(_REQUESTS)
class ApiClient(Guided):
    """Thread-safe, shareable wire client of one store.

    Args:
        credentials: `OAuthCredentials` or, for V2 only, `BasicCredentials`.
        api_url: Replaces the host, for example `http://127.0.0.1:8000`; by default
            `BIGCOMMERCE_API_URL` of the environment, then BigCommerce's own.
        timeout: Seconds, or a `Timeout`; by default 5 to connect and 30 between bytes.
        proxies: A proxy by scheme, for example `{"https": "http://proxy.example:3128"}`. The
            environment's (`HTTPS_PROXY` and so on) are not used.
        verify: A file or folder of certificates to trust instead of those of `certifi`.
        bounds: How much of an answer is read, and how long a server is waited for.
        concurrency: Requests in flight at a time, at most, where several do not depend on one
            another.
        transport: Sends the requests instead of a `RequestsTransport`.
        wrap: Is given the transport, and returns one around it that sees every attempt, such as
            `bcorm.contrib.opentelemetry.Traced`.
        governor: Paces the requests; by default the store's own in this process. Pass a
            `bcorm.http.shared.RedisGovernor` to share the quota with other processes.
        retry: When to repeat a request; by default `RetryPolicy()`.
        cache: Keeps the answers to reads, a `bcorm.http.Cache`; by default nothing is kept.
        user_agent: Put in front of ours.

    Attributes:
        governor: What paces the requests; `StoreGovernor.reserve` keeps some for a fan-out.
        cache: The cache, or None.
        retry: When requests are repeated.
        timeout: How long one attempt may take, as a `Timeout` in seconds.
        bounds: How much of an answer is read, as `Bounds`.
        concurrency: Requests in flight at a time, at most.
        stats: Counts all requests of this client.
        workers: Threads that send `concurrency` requests side by side.
        address: Where the store's API is, host and all.

    Example:
        >>> with ApiClient(OAuthCredentials.from_env()) as client:  # doctest: +SKIP
        ...     client.get("v3/catalog/products", params={"limit": 1}).data
    """

    def __init__(
        self,
        credentials: Credentials,
        *,
        api_url: str | None = None,
        timeout: Timeout | float | None = None,
        proxies: Mapping[str, str] | None = None,
        verify: bool | str | os.PathLike[str] = True,
        bounds: Bounds = DEFAULT,
        concurrency: int = 8,
        transport: Transport | None = None,
        wrap: Callable[[Transport], Transport] | None = None,
        governor: Governor | GovernorSource | None = None,
        retry: RetryPolicy | None = None,
        cache: Cache | None = None,
        user_agent: str | None = None,
    ) -> None:
        # First, so that a traceback that shows local variables shows no password in them.
        proxies, api_url = masked(proxies), masked_url(api_url)
        credentials = checkable(credentials)
        if isinstance(credentials, Hidden):
            raise ConfigurationError(
                "credentials are bcorm.http.OAuthCredentials(...) or BasicCredentials(...)"
            )
        self._credentials = credentials
        api_url = api_url or api_url_from_env()
        self.bounds = _bounds(bounds)
        self.concurrency = _concurrency(concurrency)
        if transport is None:
            # With it comes requests, which takes as long as everything else: who only asks the
            # command line for help, or plans without a store, has no need of it.
            from bcorm.http.transport import RequestsTransport  # noqa: PLC0415

            transport = RequestsTransport(
                credentials,
                api_url=api_url,
                verify=_verify(verify),
                proxies=_proxies(proxies),
                bounds=bounds,
                pool_size=max(32, concurrency),
            )
        elif proxies is not None or verify is not True:
            raise ConfigurationError("proxies and verify are for the transport that is built here")
        self._transport = transport
        if wrap is not None:
            if not callable(wrap):
                raise ConfigurationError("wrap is called with the transport and returns another")
            self._transport = wrap(self._transport)
        self._headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip, deflate",
            "User-Agent": f"{_user_agent(user_agent)}bcorm/{__version__}",
        }
        self.address = credentials.base_url(api_url)
        self.governor = _governor(governor, self.address)
        if not isinstance(retry, (RetryPolicy, type(None))):
            raise ConfigurationError(
                f"retry takes a bcorm.http.RetryPolicy(...), not {retry!r:.80}"
            )
        self.retry = retry or RetryPolicy()
        self.timeout = _timeout(timeout)
        self._exchange = Exchange(
            self._transport,
            self.governor,
            self.retry,
            self.timeout,
            credentials.secrets(),
            bounds=self.bounds,
        )
        self._reader = _fingerprint(credentials, self.address)
        if cache is not None and not hasattr(cache, "covers"):
            raise ConfigurationError(f"cache takes a bcorm.http.Cache(...) or None, not {cache!r}")
        self.cache = cache
        self.stats = Stats()
        self.workers = Workers(self.concurrency)

    @classmethod
    def from_env(cls, **options: Any) -> ApiClient:
        """A client from `BIGCOMMERCE_STORE_HASH`, `_ACCESS_TOKEN` and `_API_URL`.

        Raises:
            ConfigurationError: A variable is missing or cannot be right.
        """
        return cls(OAuthCredentials.from_env(), **options)

    @property
    def store_key(self) -> str:
        """Names the store in caches and quotas: its hash, or its host."""
        return self._credentials.store_key

    @property
    def qualified_store_key(self) -> str:
        """Names the store among those of all hosts, for what is kept and carried out later.

        The key alone at BigCommerce's own host; elsewhere also the host, and the path that stands
        before the API's own there, because the same hash means another store.
        """
        parts = urlsplit(self.address)
        host = parts.netloc.lower()
        above = re.sub(r"/(?:stores/[^/]*|api)/\Z", "", parts.path)
        own = {urlsplit(API_URL).netloc, self.store_key}
        return self.store_key if host in own and not above else f"{self.store_key}@{host}{above}"

    def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, Any] | None = None,
        json: Any = None,
        files: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        stats: Stats | None = None,
        deadline: float | None = None,
        lane: str = "bulk",
        repeatable: bool | None = None,
        again: bool = False,
        fresh: bool = False,
        changes: bool = True,
    ) -> Answer:
        """Send one request and return its answer.

        Args:
            method: HTTP method, upper-case.
            path: Encoded path below the store, such as `v3/catalog/products`; see
                `bcorm.http.message.join_path` for paths with foreign values in them.
            params: Query parameters; lists are joined with commas, None is left out.
            json: Body; `Decimal` keeps its digits. None sends no body.
            files: Multipart body instead: field name to text, bytes or a tuple
                (file name, bytes, content type).
            headers: Further header fields.
            stats: Counts this call too, besides the client's own `stats`.
            deadline: Seconds for everything, waits and retries included.
            lane: `"interactive"` overtakes `"bulk"` when the quota is scarce.
            repeatable: True if sending it twice does no harm, though it is a POST.
            again: Whether it repeats a request that the caller sent before; counted as such.
            fresh: Ask the store though the cache may have the answer.
            changes: False for a POST that only asks, and so makes nothing stale in the cache.

        Raises:
            ApiError: See `bcorm.exceptions` for the tree; nothing else comes from the wire.
            InvalidValue: The path, a parameter or the body cannot be sent.
            ConfigurationError: The method, the lane or the API version is not available.
        """
        request = self._build(method, path, params=params, json=json, files=files, headers=headers)
        if lane not in LANES:
            raise ConfigurationError(f"lane must be one of {sorted(LANES)}, not {lane!r}")
        call = Call(
            lane=lane,
            ends=None if deadline is None else time.monotonic() + deadline,
            repeatable=repeatable,
            stats=(self.stats,) if stats is None else (self.stats, stats),
            again=again,
            secrets=tuple(_secrets_in([json, headers])),
        )
        cache = self.cache
        if cache is not None and changes and request.method not in READS:
            return self._write(cache, request, call)
        # Header fields are no part of a cache's key: what they change is not kept.
        if cache is not None and method == "GET" and not headers and cache.covers(path):
            return self._read(cache, request, call, fresh=fresh)
        response, body = self._exchange.run(request, call)
        return Answer(response.status, body, response.headers)

    def get(self, path: str, **options: Any) -> Answer:
        """`request` with GET."""
        return self.request("GET", path, **options)

    def post(self, path: str, **options: Any) -> Answer:
        """`request` with POST."""
        return self.request("POST", path, **options)

    def put(self, path: str, **options: Any) -> Answer:
        """`request` with PUT."""
        return self.request("PUT", path, **options)

    def delete(self, path: str, **options: Any) -> Answer:
        """`request` with DELETE."""
        return self.request("DELETE", path, **options)

    def graphql(
        self, query: str, variables: Mapping[str, Any] | None = None, **options: Any
    ) -> graphql.GraphQLResult:
        """Send a GraphQL Admin query or mutation; see `bcorm.http.graphql` for pages.

        Args:
            query: The document.
            variables: Its variables.
            **options: `allow_errors=True` gives a result with errors instead of raising;
                others as `request` takes them.

        Raises:
            GraphQLError: The answer has errors; what it answered beside them is on it.
            ApiError: The request failed.
        """
        return graphql.execute(self, query, variables, **options)

    def redacted(self, value: Any) -> Any:
        """A text or JSON that came from the wire, without the credentials that it may give back."""
        return blot(value, self._credentials.secrets())

    def close(self) -> None:
        """Give the connections back."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _write(self, cache: Cache, request: Request, call: Call) -> Answer:
        try:
            response, body = self._exchange.run(request, call)
        finally:
            # Also after an error: the write may have taken effect.
            cache.written(self.store_key, request.path)
        return Answer(response.status, body, response.headers)

    def _read(self, cache: Cache, request: Request, call: Call, *, fresh: bool) -> Answer:
        parsed: list[Any] = []

        def load() -> Response:
            response, body = self._exchange.run(request, call)
            parsed.append(body)
            return response

        response, hit = cache.fetch(
            self.store_key, request, load, reader=self._reader, ends=call.ends, fresh=fresh
        )
        for stats in call.stats:
            stats.add_cache(hit=hit)
        body = parsed[0] if parsed else parse_body(request, response, self.bounds)
        return Answer(response.status, body, response.headers, from_cache=hit)

    def __repr__(self) -> str:
        return f"<ApiClient of {self.store_key}>"

    def _build(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, Any] | None,
        json: Any,
        files: Mapping[str, Any] | None,
        headers: Mapping[str, str] | None,
    ) -> Request:
        if method not in METHODS:
            raise ConfigurationError(f"method must be one of {sorted(METHODS)}")
        # GraphQL has no version in its path; it takes the credentials that V3 takes.
        version = "v3" if path == graphql.GRAPHQL_PATH else check_path(path)[:2]
        if version not in self._credentials.versions:
            raise ConfigurationError(f"these credentials do not open {version}, as in {path!r}")
        fields = dict(self._headers)
        for name, value in (headers or {}).items():
            fields[name] = _field(name, value)
        query = encode_query(params)
        if files is not None and json is not None:
            raise ConfigurationError("a request has either json or files, not both")
        # The body comes last: nothing that could fail has it in its frame.
        body: bytes | None = None
        if files is not None:
            from urllib3.filepost import (  # noqa: PLC0415 - with it come all of urllib3
                encode_multipart_formdata,
            )

            body, content_type = encode_multipart_formdata(files)
            fields.setdefault("Content-Type", content_type)
        elif json is not None:
            body = jsontext.dumps(json)
            fields.setdefault("Content-Type", "application/json")
        return Request(method, path, query, body, fields)


def _secrets_in(value: Any) -> Iterator[Secret]:
    """The texts of a body or of header fields that are not to be shown, wherever they stand."""
    if isinstance(value, WithheldText):
        raise InvalidValue("JSON", "secret", MASK, "the secret itself: set it again after pickling")
    if isinstance(value, SecretText):
        yield Secret(str(value))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _secrets_in(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _secrets_in(item)


def _governor(governor: Governor | GovernorSource | None, store_url: str) -> Governor:
    if governor is None:
        return governor_for(store_url)
    return governor.for_store(store_url) if isinstance(governor, GovernorSource) else governor


def _bounds(bounds: Bounds) -> Bounds:
    if not isinstance(bounds, Bounds):
        raise ConfigurationError(f"bounds takes a bcorm.http.Bounds(...), not {bounds!r}")
    return bounds


def _concurrency(number: int) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise ConfigurationError(f"concurrency is a whole number from 1 up, not {number!r}")
    return number


def _verify(verify: bool | str | os.PathLike[str]) -> bool | str:
    if verify is True:
        return True
    if verify is False:
        raise ConfigurationError(
            "verify cannot be False: a token would travel to whoever answers;"
            " name a file of certificates to trust"
        )
    path = os.fspath(verify)
    if not os.path.exists(path):  # noqa: PTH110 - as `requests` looks
        raise ConfigurationError(f"verify names no file or folder of certificates: {path!r}")
    return path


def checkable(credentials: Any) -> Any:
    """Credentials; what is none is hidden, for it may be a token."""
    return credentials if hasattr(credentials, "auth_headers") else Hidden(credentials)


_ARGUMENTS = frozenset(ApiClient.__init__.__kwdefaults__ or ())


def masked_options(options: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments of a client, of which none shows a secret: also none whose name is misspelt."""
    shown = {**options, "proxies": masked(options.get("proxies"))}
    shown["api_url"] = masked_url(options.get("api_url"))
    return {
        name: shown[name] if name in _ARGUMENTS else Hidden(value)
        for name, value in options.items()
    }


def _proxies(proxies: Mapping[str, str] | None) -> dict[str, str]:
    """The proxies as text that shows no password; by scheme, or by scheme and host."""
    if proxies is None:
        return {}
    if not isinstance(proxies, Mapping) or not all(
        isinstance(url, str) and _PROXY.match(url) and _PROXIED.match(str(scheme))
        for scheme, url in proxies.items()
    ):
        raise ConfigurationError(
            "proxies is a mapping such as {'https': 'http://proxy.example:3128'}"
        )
    return dict(proxies)


def _fingerprint(credentials: Credentials, store_url: str) -> str:
    """Tells who reads from where, in a cache that is shared; says nothing of the token."""
    parts = [store_url, *(secret.reveal() for secret in credentials.secrets())]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


def _timeout(timeout: Timeout | float | None) -> Timeout:
    if timeout is None:
        return Timeout()
    if not isinstance(timeout, Timeout):
        timeout = Timeout(connect=timeout, read=timeout)
    if not all(seconds is None or (is_seconds(seconds) and seconds > 0) for seconds in timeout):
        raise ConfigurationError("a timeout is a positive number of seconds")
    return timeout


def is_seconds(value: object) -> bool:
    """Whether something is a number of seconds, none below zero; no flag and no text."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0


def _field(name: str, value: str) -> str:
    """The value of a header field, if it is one that a caller may set."""
    if not name.isascii() or not name.replace("-", "").isalnum():
        raise ConfigurationError(f"{name!r} is not a header field name")
    if name.lower() in SECRET_HEADERS - {"sf-api-token"}:
        raise ConfigurationError(f"{name} is set from the credentials")
    if not value.isprintable() or not value.isascii():
        raise ConfigurationError(f"the header field {name} must be printable ASCII text")
    return value


def _user_agent(text: str | None) -> str:
    return f"{_field('User-Agent', text)} " if text else ""
