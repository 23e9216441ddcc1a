"""OpenTelemetry: a span for every request (`pip install bcorm[otel]`).

    session = bcorm.connect(wrap=Traced)

Spans carry the server, the method, the path without keys, the status and the request id that
BigCommerce's support asks for. Queries, bodies, header fields and credentials are in none of them,
nor is `url.full`: keys in paths can open a shopper's cart.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bcorm._version import __version__
from bcorm.exceptions import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.http.message import Request, Response, Timeout
    from bcorm.http.transport import Transport

# A span's name must have few values: keys in paths are numbers, UUIDs or other long tokens.
_KEY = re.compile(r"(?<=/)(?:\d+|[0-9a-fA-F-]{32,}|[^/]*\d[^/]{11,})(?=/|$)")

_PORTS = {"http": 80, "https": 443}


class Traced:
    """A transport around another one, which makes a client span of each attempt.

    Args:
        transport: what sends the requests.
        tracer_provider: where the spans go; by default the process's own.

    Raises:
        ConfigurationError: opentelemetry-api is missing.
    """

    def __init__(self, transport: Transport, tracer_provider: Any = None) -> None:
        try:
            self._api = import_module("opentelemetry.trace")
        except ImportError:
            raise ConfigurationError(
                "this needs opentelemetry-api: pip install 'bcorm[otel]'"
            ) from None
        self._transport = transport
        self._server = _server(getattr(transport, "base_url", None))
        self._redacted: Callable[[str], str] = getattr(transport, "redacted", str)
        self._tracer = self._api.get_tracer("bcorm", __version__, tracer_provider)

    def send(self, request: Request, *, timeout: Timeout) -> Response:
        """Send the request in a span; see `bcorm.http.transport.Transport.send`."""
        route = _KEY.sub("{key}", request.path)
        attributes = {
            "http.request.method": request.method,
            "url.template": route,
            **self._server,
        }
        with self._tracer.start_as_current_span(
            f"{request.method} {route}",
            kind=self._api.SpanKind.CLIENT,
            attributes=attributes,
            # The message of an error may quote what a server has echoed.
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            try:
                response = self._transport.send(request, timeout=timeout)
            except Exception as error:
                span.set_attribute("error.type", type(error).__name__)
                span.set_status(self._api.StatusCode.ERROR)
                raise
            span.set_attribute("http.response.status_code", response.status)
            request_id = response.headers.get("x-request-id")
            if request_id:
                span.set_attribute("bigcommerce.request_id", self._redacted(request_id))
            if response.status >= 400:
                span.set_attribute("error.type", str(response.status))
                span.set_status(self._api.StatusCode.ERROR)
            return response

    def close(self) -> None:
        """Close the transport inside."""
        self._transport.close()


def _server(url: str | None) -> dict[str, str | int]:
    """Return what says which server is asked, as far as a transport tells."""
    if url is None:
        return {}
    parts = urlsplit(url)
    port = parts.port or _PORTS[parts.scheme]
    return {"server.address": parts.hostname or "", "server.port": port}
