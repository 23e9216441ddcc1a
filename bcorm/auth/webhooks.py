"""Receiving webhooks: verify, parse, de-duplicate, drop what the cache has, dispatch.

`WebhookReceiver` does it for one app, whatever the web framework; `webhook_views` plugs it
into WSGI, Flask and Django with one function each.
"""

from __future__ import annotations

import hmac
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from bcorm.exceptions import ConfigurationError
from bcorm.http.bounds import DELIVERY
from bcorm.http.credentials import Hidden, Secret, masked, unseen

from .errors import InvalidSignature, Malformed, Replayed
from .events import Event, Resolver, parse_event
from .replay import MemorySeen, SeenStore
from .secrets import check, is_text, wrapped
from .signatures import TOLERANCE, verify_webhook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_log = logging.getLogger("bcorm.webhooks")

REMEMBERED = 200_000.0  # seconds; the last retry comes about 48 hours after the first try


class Invalidated(Protocol):
    """What a receiver needs of a cache."""

    def invalidate(self, path: str, /, *, store_key: str | None = None) -> Any:
        """Drop what is cached of a collection of a store."""


@attrs.define(init=False)
class WebhookReceiver:
    """Turns deliveries into events and calls who asked for them.

    Args:
        client_secrets: The app's client secret, or several while one replaces another.
        tolerance: Seconds that a delivery may be old.
        seen: Where delivered events are remembered; share one between processes.
        remember: Seconds that they are remembered.
        cache: A cache to drop the event's region from, before any handler runs.
        resolver: What `Event.resource` calls.
        required_headers: The hook's own `headers`, checked in constant time as well.

    Example:
        >>> receiver = WebhookReceiver("client secret")
        >>> @receiver.on("store/product/*")
        ... def reprice(event): ...
    """

    client_secrets: tuple[Secret, ...] = attrs.field(repr=False)
    tolerance: float = attrs.field(default=TOLERANCE, kw_only=True)
    seen: SeenStore = attrs.field(factory=MemorySeen, kw_only=True, repr=False)
    remember: float = attrs.field(default=REMEMBERED, kw_only=True)
    cache: Invalidated | None = attrs.field(default=None, kw_only=True, repr=False)
    resolver: Resolver | None = attrs.field(default=None, kw_only=True, repr=False)
    required_headers: Mapping[str, Secret] = attrs.field(factory=dict, kw_only=True, repr=False)
    _handlers: list[tuple[str, Callable[[Event], object]]] = attrs.field(
        factory=list, init=False, repr=False
    )

    def __init__(
        self,
        client_secrets: str | Secret | Iterable[str | Secret],
        *,
        required_headers: Mapping[str, str | Secret] | None = None,
        **options: Any,
    ) -> None:
        # Wrapped before anything is checked: a traceback that shows local variables shows these.
        keys, hidden = wrapped(client_secrets), Hidden(required_headers)
        del client_secrets, required_headers
        check(*keys)
        fields = unseen(_required, hidden)
        if fields is None:
            raise ConfigurationError("required_headers is a mapping of names to texts")
        self.__attrs_init__(keys, required_headers=fields, **options)

    def on(self, pattern: str) -> Callable[[Callable[[Event], object]], Callable[[Event], object]]:
        """Register a handler for a scope, or for all below one (`store/product/*`)."""

        def register(handler: Callable[[Event], object]) -> Callable[[Event], object]:
            self._handlers.append((pattern, handler))
            return handler

        return register

    def receive(
        self, body: bytes, headers: Mapping[str, str], *, now: float | None = None
    ) -> Event:
        """Verify one delivery and give its event, once.

        Args:
            body: The request's body, byte for byte as it came.
            headers: The request's headers.
            now: UNIX time to judge by.

        Raises:
            SignatureError: It cannot be trusted; one of its leaves, by reason.
            Replayed: The event was received before. BigCommerce delivers at least once.
        """
        headers = self.masked(headers)
        event = self._verified(body, headers, now)
        if self.seen.seen(_key(event), self.remember):
            raise Replayed(_key(event))
        self._invalidate(event)
        return event

    def handle(
        self, body: bytes, headers: Mapping[str, str], *, now: float | None = None
    ) -> Event | None:
        """Receive one delivery and call its handlers; None for a duplicate.

        Args:
            body: The request's body, byte for byte as it came.
            headers: The request's headers.
            now: UNIX time to judge by, in seconds.

        If a handler raises, the event is forgotten again, so that the retry which an error
        status brings is handled.

        Raises:
            SignatureError: The delivery cannot be trusted.
        """
        headers = self.masked(headers)
        try:
            event = self.receive(body, headers, now=now)
        except Replayed:
            return None
        try:
            self.dispatch(event)
        except BaseException:
            self.seen.forget(_key(event))
            raise
        return event

    def dispatch(self, event: Event) -> int:
        """Call the handlers of an event, in the order of their registration.

        Returns:
            How many were called.
        """
        chosen = [handler for pattern, handler in self._handlers if _matches(pattern, event.scope)]
        for handler in chosen:
            handler(event)
        _log.debug("%s of store %s: %d handlers", event.scope, event.store_hash, len(chosen))
        return len(chosen)

    def masked(self, headers: Mapping[str, str]) -> Mapping[str, str]:
        """The header fields of a delivery, those that the hook is known by in no repr."""
        if isinstance(headers, _Masked):
            return headers
        own = self.required_headers
        return _Masked(
            (name, masked(value) if str(name).lower() in own else value)
            for name, value in headers.items()
        )

    def _verified(self, body: bytes, headers: Mapping[str, str], now: float | None) -> Event:
        if len(body) > DELIVERY.max_bytes:
            raise Malformed("the body is too large")
        verify_webhook(body, headers, self.client_secrets, tolerance=self.tolerance, now=now)
        named = {str(name).lower(): value for name, value in headers.items()}
        for name, expected in self.required_headers.items():
            if not _is_same(named.get(name, ""), expected):
                raise InvalidSignature(f"the header {name} is not the hook's own")
        return parse_event(body, self.resolver)

    def _invalidate(self, event: Event) -> None:
        row = event.row
        if self.cache is not None and row is not None and row.path:
            self.cache.invalidate(row.collection, store_key=event.store_hash)


class _Masked(dict[str, str]):
    """Header fields of a delivery that show no secret."""


def _required(hidden: Hidden[Mapping[str, str | Secret] | None]) -> dict[str, Secret] | None:
    """The header fields that are required, wrapped; None for what is no mapping of texts."""
    fields = {} if hidden.reveal() is None else hidden.reveal()
    if not isinstance(fields, Mapping) or not all(isinstance(name, str) for name in fields):
        return None
    wrapped_fields = {name.lower(): Secret(value) for name, value in fields.items()}
    return wrapped_fields if all(map(is_text, wrapped_fields.values())) else None


def _is_same(given: object, expected: Secret) -> bool:
    # A text that was no UTF-8 comes with surrogates.
    told = str(given).encode(errors="surrogatepass")
    return hmac.compare_digest(told, expected.reveal().encode(errors="surrogatepass"))


def _key(event: Event) -> str:
    return f"webhook:{event.store_hash}:{event.hash}"


def _matches(pattern: str, scope: str) -> bool:
    if pattern.endswith("/*"):
        return scope.startswith(pattern[:-1])
    return pattern in ("*", scope)
