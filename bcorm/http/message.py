"""A request and a response as plain data, between the client and its transports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Never kept on an error, in a log or in a recording.
SECRET_HEADERS = frozenset(
    {
        "authorization",
        "cookie",
        "proxy-authorization",
        "set-cookie",
        "sf-api-token",
        "x-auth-client",
        "x-auth-token",
    }
)


class Headers(Mapping[str, str]):
    """Header fields whose names ignore case; repeated fields are joined with commas."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        pairs = fields.items() if isinstance(fields, Mapping) else fields
        self._fields: dict[str, str] = {}
        for name, value in pairs:
            key = name.lower()
            held = self._fields.get(key)
            self._fields[key] = value if held is None else f"{held}, {value}"

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"Headers({self.redacted()._fields!r})"

    def redacted(self) -> Headers:
        """A copy without the fields that carry credentials or cookies."""
        return Headers(
            [(name, value) for name, value in self._fields.items() if name not in SECRET_HEADERS]
        )


class Timeout(NamedTuple):
    """Seconds to wait for one attempt.

    Attributes:
        connect: For the connection to stand.
        read: For the next bytes to arrive.
        total: For the whole answer, however slowly it drips; None for what the client's `Bounds`
            say.
    """

    connect: float = 5.0
    read: float = 30.0
    total: float | None = None

    def within(self, seconds: float) -> Timeout:
        """The same, but never longer than `seconds`."""
        return Timeout(
            min(self.connect, seconds),
            min(self.read, seconds),
            seconds if self.total is None else min(self.total, seconds),
        )


@attrs.frozen
class Request:
    """What is asked, relative to a store: no host, no credentials.

    Attributes:
        method: Upper-case HTTP method.
        path: Encoded path below the store, such as ``v3/catalog/products/77``.
        query: Encoded query string without the question mark.
        body: Bytes to send, or None.
        headers: Header fields besides the ones for authentication.
    """

    method: str
    path: str
    query: str = ""
    body: bytes | None = attrs.field(default=None, repr=False)
    headers: Mapping[str, str] = attrs.field(factory=dict, repr=False)


@attrs.frozen
class Response:
    """What came back, complete and decoded from its content encoding.

    Attributes:
        status: HTTP status code.
        headers: Header fields.
        body: All bytes of the body.
        elapsed: Seconds from the first byte sent to the last one received.
    """

    status: int
    headers: Headers
    body: bytes = attrs.field(default=b"", repr=False)
    elapsed: float = 0.0
