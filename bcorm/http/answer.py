"""What a caller gets back from `ApiClient`: a parsed body behind one face for V2 and V3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_HEADERS: Mapping[str, str] = {}


class Answer:
    """A successful answer.

    Attributes:
        status: HTTP status, 2xx.
        headers: Header fields; their names ignore case.
        body: The parsed JSON body; None for an empty one, such as every 204's.
        from_cache: Whether it was answered without a request.
    """

    __slots__ = ("body", "from_cache", "headers", "status")

    def __init__(
        self,
        status: int,
        body: Any = None,
        headers: Mapping[str, str] = _NO_HEADERS,
        *,
        from_cache: bool = False,
    ) -> None:
        self.status = status
        self.body = body
        self.headers = headers
        self.from_cache = from_cache

    @property
    def request_id(self) -> str | None:
        """The server's ``X-Request-Id``, for BigCommerce's support."""
        return self.headers.get("x-request-id")

    @property
    def data(self) -> Any:
        """What is in the V3 envelope's ``data``; without an envelope the body itself."""
        body = self.body
        if isinstance(body, dict) and "data" in body:
            return body["data"]
        return body

    @property
    def meta(self) -> dict[str, Any]:
        """The V3 envelope's ``meta``, or an empty mapping."""
        meta = self.body.get("meta") if isinstance(self.body, dict) else None
        return meta if isinstance(meta, dict) else {}

    @property
    def errors(self) -> Any:
        """The ``errors`` of a partial success (207 and some 200), as sent, or None."""
        return self.body.get("errors") if isinstance(self.body, dict) else None

    def __repr__(self) -> str:
        return f"<Answer {self.status}{' from cache' if self.from_cache else ''}>"
