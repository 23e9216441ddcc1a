"""Plugs a `WebhookReceiver` into a web application: one function per framework.

All answer alike: 200 for what was handled and for duplicates (anything else makes
BigCommerce deliver again), 401 for what cannot be trusted, 405, 413, and 500 when a handler
raised. Flask and Django are imported only by who calls their function.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import SignatureError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .webhooks import WebhookReceiver

_log = logging.getLogger("bcorm.webhooks")
_LARGEST = 1_048_576

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
        ``app.add_url_rule("/webhooks", view_func=flask_webhooks(receiver), methods=["POST"])``
    """
    from flask import request  # noqa: PLC0415  # whoever calls this has it

    def webhooks() -> tuple[str, int]:
        if (request.content_length or 0) > _LARGEST:
            return _TEXTS[413], 413
        status = answer_status(receiver, request.get_data(), dict(request.headers))
        return _TEXTS[status], status

    return webhooks


def django_webhooks(receiver: WebhookReceiver) -> Callable[..., Any]:
    """Make a Django view of a receiver; the signature takes the place of the CSRF token.

    Example:
        ``urlpatterns = [path("webhooks", django_webhooks(receiver))]``
    """
    http, csrf = import_module("django.http"), import_module("django.views.decorators.csrf")

    def webhooks(request: Any) -> Any:
        if request.method != "POST":
            status = 405
        elif int(request.headers.get("Content-Length") or 0) > _LARGEST:
            status = 413
        else:
            status = answer_status(receiver, request.body, request.headers)
        return http.HttpResponse(_TEXTS[status], status=status, content_type="text/plain")

    exempt: Callable[..., Any] = csrf.csrf_exempt(webhooks)
    return exempt


def _wsgi_status(receiver: WebhookReceiver, environ: Mapping[str, Any]) -> int:
    if environ.get("REQUEST_METHOD") != "POST":
        return 405
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal():
        return 400
    if int(length) > _LARGEST:
        return 413
    headers = {
        name[5:].replace("_", "-").lower(): value
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    return answer_status(receiver, environ["wsgi.input"].read(int(length)), headers)
