"""What the emulator was asked: one record per request, never with credentials."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class RecordedRequest:
    """One request as it came in, and the status of its answer.

    Attributes:
        method: in capitals.
        path: `/v3/catalog/products`, without the store.
        query: the query string, last value of each name.
        body: the parsed JSON body; `None` without one.
        status: the HTTP status; 0 when the connection was dropped instead.
    """

    method: str
    path: str
    query: dict[str, str] = field(default_factory=dict)
    body: Any = None
    status: int = 0
