"""Plugs a `WebhookReceiver` into a web application: one function per framework.

All answer alike: 200 for what was handled and for duplicates (anything else makes
BigCommerce deliver again), 401 for what cannot be trusted, 405, 413, and 500 when a handler
raised. Flask and Django are imported only by who calls their function.
"""

from __future__ import annotations

import io
import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bcorm.http.bounds import DELIVERY
from bcorm.http.transport import read_at_most

from .errors import SignatureError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .webhooks import WebhookReceiver

_log = logging.getLogger("bcorm.webhooks")

_TEXTS = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    405: "Method Not Allowed",
    413: "Payload Too Large",
    500: "Internal Server Error",
}


def answer_status(receiver: WebhookReceiver, body: bytes, headers: Mapping[str, str]) -> int:
    """Handle a delivery and choose the status to answer with.

    A refused delivery is told nothing but 401: the reason goes to the log, not to whoever
    tries signatures.
    """
    headers = receiver.masked(headers)
    try:
        receiver.handle(body, headers)
    except SignatureError as error:
        _log.warning("webhook refused: %s: %s", type(error).__name__, error)
        return 401
    except Exception:  # noqa: BLE001 - a web server's last line: logged, and asked for again
        _log.exception("a webhook handler failed")
        return 500
    return 200


def wsgi_webhooks(
    receiver: WebhookReceiver,
) -> Callable[[Mapping[str, Any], Callable[..., Any]], Iterable[bytes]]:
    """Make a WSGI application of a receiver, to be mounted at the hook's path."""

    def application(
        environ: Mapping[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        status = _wsgi_status(receiver, environ)
        text = _TEXTS[status]
        start_response(
            f"{status} {text}",
            [("Content-Type", "text/plain"), ("Content-Length", str(len(text)))],
        )
        return [text.encode()]

    return application


def flask_webhooks(receiver: WebhookReceiver) -> Callable[[], tuple[str, int]]:
    """Make a Flask view of a receiver.

    Example:
        `app.add_url_rule("/webhooks", view_func=flask_webhooks(receiver), methods=["POST"])`
    """
    from flask import request  # noqa: PLC0415  # whoever calls this has it

    def webhooks() -> tuple[str, int]:
        # Flask's `request.stream` ends where the body does, chunked or not. What was read of it
        # before, by a hook of the application, is kept.
        kept = getattr(request, "_cached_data", None)
        stream = request.stream if kept is None else io.BytesIO(kept)
        body = _bounded(request.headers.get("Content-Length"), stream.read)
        status = body if isinstance(body, int) else _status(receiver, body, request.headers)
        return _TEXTS[status], status

    return webhooks


def django_webhooks(receiver: WebhookReceiver) -> Callable[..., Any]:
    """Make a Django view of a receiver; the signature takes the place of the CSRF token.

    Example:
        `urlpatterns = [path("webhooks", django_webhooks(receiver))]`
    """
    http, csrf = import_module("django.http"), import_module("django.views.decorators.csrf")

    def webhooks(request: Any) -> Any:
        if request.method != "POST":
            status = 405
        else:
            body = _bounded(request.headers.get("Content-Length"), request.read)
            status = body if isinstance(body, int) else _status(receiver, body, request.headers)
        return http.HttpResponse(_TEXTS[status], status=status, content_type="text/plain")

    exempt: Callable[..., Any] = csrf.csrf_exempt(webhooks)
    return exempt


def _wsgi_status(receiver: WebhookReceiver, environ: Mapping[str, Any]) -> int:
    if environ.get("REQUEST_METHOD") != "POST":
        return 405
    stream = environ["wsgi.input"]
    told = environ.get("CONTENT_LENGTH")
    if not told and not environ.get("wsgi.input_terminated"):
        told = "0"  # WSGI promises no end of the stream without a length
    body = _bounded(told, stream.read)
    headers = {
        name[5:].replace("_", "-").lower(): value
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    return body if isinstance(body, int) else _status(receiver, body, headers)


def _status(receiver: WebhookReceiver, body: bytes, headers: Any) -> int:
    return answer_status(receiver, body, dict(headers.items()))


def _bounded(length: str | None, read: Callable[[int], bytes]) -> bytes | int:
    """The body of a request whose sender is not known yet; or the status that refuses it."""
    largest = int(DELIVERY.max_bytes)
    if length:
        if not (length.isascii() and length.isdecimal()):
            return 400
        if len(length) > 10 or int(length) > largest:
            return 413
        largest = int(length)
        body = read_at_most(_Limited(read, largest), largest)
    else:
        body = read_at_most(_Limited(read, largest + 1), largest)
    return 413 if body is None else body


class _Limited:
    """A stream of so many bytes; servers differ in what they do at the end of a body."""

    def __init__(self, read: Callable[[int], bytes], left: int) -> None:
        self._read = read
        self._left = left

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        size = min(size, self._left)
        piece = self._read(size) if size else b""
        self._left -= len(piece)
        return piece
