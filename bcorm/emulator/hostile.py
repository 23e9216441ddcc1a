"""A server that answers every request wrongly: without end, too slowly, too much, or with lies.

Not the emulator, which is as right as it can be: this one has no state and no resources. Tests of
clients ask it one kind of wrong at a time; `bcorm.testing` gives it as the fixture
`hostile_store`.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import threading
import time
import zlib
from itertools import count, repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from typing_extensions import Self

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
_CHUNKED = _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
_GZIPPED = _HEAD + b"Content-Encoding: gzip\r\n"
_ROW = b'{"data": [{"id": 1, "name": "Chair", "price": 9.5}], "meta": {}}'
_ECHOED = (b"X-Request-Id", b"Location", b"X-Token")
_BLOCK = b"[]," * 20_000
# The head of a gzip member that has a file's name, which ends with a zero byte.
_NAMED = b"\x1f\x8b\x08\x08\0\0\0\0\0\xff"


def _whole(body: bytes, *fields: bytes, status: bytes = b"200 OK") -> Iterator[bytes]:
    lines = [b"HTTP/1.1 " + status, *fields, b"Content-Length: %d" % len(body)]
    yield b"\r\n".join(lines) + b"\r\n\r\n" + body


def _zipped(block: bytes, times: int) -> Iterator[bytes]:
    box = zlib.compressobj(1, wbits=31)
    yield _GZIPPED + b"Connection: close\r\n\r\n" + box.compress(b'{"data": [')
    for _ in range(times):
        yield box.compress(block)
    yield box.compress(b"[]]}") + box.flush()


def _then(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _bytes_of(text: bytes) -> Iterator[bytes]:
    return (text[index : index + 1] for index in range(len(text)))


def _zipped_twice(block: bytes, times: int) -> Iterator[bytes]:
    inner, outer = zlib.compressobj(1, wbits=31), zlib.compressobj(1, wbits=31)
    yield _HEAD + b"Content-Encoding: gzip, gzip\r\nConnection: close\r\n\r\n"
    for _ in range(times):
        yield outer.compress(inner.compress(block))
    yield outer.compress(inner.flush()) + outer.flush()


# Answers that come a piece at a time, with a pause after each.
SLOW: dict[str, Callable[[], Iterator[bytes]]] = {
    "drip-status": lambda: _then(b"HTTP/1.1 20", repeat(b"0")),
    "drip-header": lambda: _then(_HEAD + b"X-Drip: ", repeat(b"x")),
    "drip-header-lines": lambda: _then(_HEAD, (b"X-%d: x\r\n" % number for number in count())),
    "drip-continue": lambda: repeat(b"HTTP/1.1 100 Continue\r\n\r\n"),
    "drip-hints": lambda: repeat(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
    "drip-processing": lambda: repeat(b"HTTP/1.1 102 Processing\r\n\r\n"),
    "drip-folded-header": lambda: _then(_HEAD + b"X-Fold: x\r\n", repeat(b" x\r\n")),
    "drip-body": lambda: _then(_HEAD + b"Content-Length: 9999999\r\n\r\n{", repeat(b" ")),
    "drip-body-without-end": lambda: _then(_HEAD + b"Connection: close\r\n\r\n[", repeat(b" ")),
    "drip-chunks": lambda: _then(_CHUNKED, repeat(b"1\r\n \r\n")),
    "drip-chunk-extension": lambda: _then(_CHUNKED + b"1;a=", repeat(b"x")),
    "drip-chunk-trailers": lambda: _then(_CHUNKED + b"2\r\n{}\r\n0\r\n", repeat(b"X: y\r\n")),
    "drip-gzip": lambda: _then(
        _GZIPPED + b"Connection: close\r\n\r\n", _bytes_of(gzip.compress(bytes(range(256)) * 400))
    ),
    "drip-gzip-name": lambda: _then(_GZIPPED + b"Connection: close\r\n\r\n" + _NAMED, repeat(b"x")),
    "drip-gzip-members": lambda: _then(
        _GZIPPED + b"Connection: close\r\n\r\n", repeat(gzip.compress(b"", mtime=0))
    ),
    "drip-error": lambda: _then(
        b"HTTP/1.1 503 No\r\nContent-Length: 9999999\r\n\r\n{", repeat(b" ")
    ),
}

# Answers that come as fast as they can.
FAST: dict[str, Callable[[], Iterator[bytes]]] = {
    "endless-body": lambda: _then(_HEAD + b"Connection: close\r\n\r\n[", repeat(_BLOCK)),
    "endless-chunks": lambda: _then(_CHUNKED, repeat(b"ea60\r\n" + _BLOCK + b"\r\n")),
    "endless-header": lambda: _then(_HEAD + b"X-Long: ", repeat(b"x" * 65536)),
    "endless-continue": lambda: repeat(b"HTTP/1.1 100 Continue\r\n\r\n" * 2000),
    "endless-chunk-extension": lambda: _then(_CHUNKED + b"1;a=", repeat(b"x" * 65536)),
    "endless-chunk-trailers": lambda: _then(
        _CHUNKED + b"2\r\n{}\r\n0\r\n", repeat(b"X: y\r\n" * 9000)
    ),
    "endless-processing": lambda: repeat(b"HTTP/1.1 102 Processing\r\n\r\n" * 2000),
    "endless-folded-header": lambda: _then(_HEAD + b"X-Fold: x\r\n", repeat(b" x\r\n" * 9000)),
    "endless-gzip-name": lambda: _then(
        _GZIPPED + b"Connection: close\r\n\r\n" + _NAMED, repeat(b"x" * 65536)
    ),
    "endless-gzip-members": lambda: _then(
        _GZIPPED + b"Connection: close\r\n\r\n", repeat(gzip.compress(b"", mtime=0) * 3000)
    ),
    "gzip-bomb": lambda: _zipped(b" " * 1_000_000, 300),
    "gzip-of-values": lambda: _zipped(_BLOCK, 2_200),
    "gzip-twice": lambda: _zipped_twice(b" " * 1_000_000, 300),
    "values": lambda: _then(_HEAD + b"Connection: close\r\n\r\n[", repeat(_BLOCK, 400)),
    "deep-lists": lambda: _whole(b"[" * 100_000 + b"]" * 100_000),
    "deep-objects": lambda: _whole(b'{"data":' * 3_000 + b"1" + b"}" * 3_000),
    "huge-exponent": lambda: _whole(
        b'{"data": [{"id": 1, "brand_id": 1e999999999, "price": 1e999999999}]}'
    ),
    "huge-id": lambda: _whole(b'{"data": [{"id": 1E+99999999, "name": "Chair"}]}'),
    "tiny-number": lambda: _whole(b'{"data": [{"id": 1, "price": 1e-999999999}]}'),
    "huge-text-number": lambda: _whole(b'{"data": [{"id": 1, "price": "1e999999999"}]}'),
    "long-integer": lambda: _whole(b'{"data": [{"id": ' + b"9" * 100_000 + b"}]}"),
    "long-fraction": lambda: _whole(b'{"data": [{"id": 1, "price": 0.' + b"1" * 100_000 + b"}]}"),
    "truncated": lambda: _whole(_ROW[:-9]),
    "html": lambda: _whole(b"<!doctype html><title>Down</title>"),
    "nothing": lambda: iter(()),
    "garbage": lambda: iter([b"\x00\xff" * 500]),
    "retry-after": lambda: _whole(
        b"{}", b"Retry-After: 1000000000", status=b"429 Too Many Requests"
    ),
    "retry-after-unavailable": lambda: _whole(
        b"{}", b"Retry-After: 1000000000", status=b"503 Unavailable"
    ),
    "quota-reset": lambda: _whole(_ROW, *_quota(left="0", limit="150", reset="1" + "0" * 15)),
    "quota-huge": lambda: _whole(_ROW, *_quota(left="0", limit="1e300", reset="1e300")),
    "quota-window": lambda: _whole(
        _ROW, *_quota(left="1", limit="1e300", reset="1e15", window="1e300")
    ),
}

# Answers that give back all that was sent: header fields, body, and what of it is in Base64.
ECHOES = {
    "echo": b"200 OK",
    "echo-refused": b"422 Unprocessable",
    "echo-unauthorized": b"401 Unauthorized",
    "echo-redirect": b"302 Found",
    "echo-broken": b"500 Broken",
}

# Kinds whose answers say truly where they end: the connection goes on after them, as it does after
# any answer that does not say "close".
_WELL_FRAMED = ("quota", "retry", "html", "truncated", "huge", "tiny", "long")

KINDS = (*SLOW, *FAST, *ECHOES)
"""What can be wrong, by name; `drip-…` comes slowly."""


def _quota(left: str, limit: str, reset: str, window: str = "30000") -> list[bytes]:
    fields = {"Requests-Left": left, "Requests-Quota": limit}
    fields |= {"Time-Reset-Ms": reset, "Time-Window-Ms": window}
    return [f"X-Rate-Limit-{name}: {value}".encode() for name, value in fields.items()]


class HostileServer:
    """Listens on loopback and answers each request with what is next.

    Attributes:
        url: Where it listens.
        requests: How many requests it has read.
        pause: Seconds between the pieces of a slow answer.
    """

    def __init__(self, *, pause: float = 0.05) -> None:
        self.requests = 0
        self.pause = pause
        self._next: list[str | bytes] = ["nothing"]
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._run, daemon=True).start()

    def answer(self, *kinds: str | bytes) -> Self:
        """Answer the next requests so, one by one; the last one stays.

        Args:
            kinds: Names of `KINDS`; or whole answers as bytes, head and body.

        Raises:
            ValueError: There is no such kind.
        """
        unknown = [kind for kind in kinds if isinstance(kind, str) and kind not in KINDS]
        if unknown or not kinds:
            raise ValueError(f"no kind {unknown}; there are {', '.join(KINDS)}")
        with self._lock:
            self._next = list(kinds)
        return self

    def answer_json(self, document: object, status: int = 200, **headers: str) -> Self:
        """Answer with a document, well-formed.

        Args:
            document: What the body holds.
            status: Its HTTP status.
            headers: Header fields; underscores in their names stand for hyphens.
        """
        fields = [f"{name.replace('_', '-')}: {value}".encode() for name, value in headers.items()]
        body = json.dumps(document).encode()
        return self.answer(b"".join(_whole(body, *fields, status=b"%d Told" % status)))

    def close(self) -> None:
        """Stop listening, and end the answers that have no end."""
        self._closed.set()
        self._listener.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self) -> None:
        while not self._closed.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.settimeout(30)
            while not self._closed.is_set() and (request := _read_request(connection)):
                with self._lock:
                    self.requests += 1
                    kind = self._next.pop(0) if len(self._next) > 1 else self._next[0]
                if isinstance(kind, bytes):
                    connection.sendall(kind)
                    continue
                if kind in ECHOES:
                    connection.sendall(b"".join(_echo(request, ECHOES[kind])))
                    continue
                self._send(connection, kind)
                if not kind.startswith(_WELL_FRAMED):
                    return

    def _send(self, connection: socket.socket, kind: str) -> None:
        slow = kind in SLOW
        for piece in (SLOW if slow else FAST)[kind]():
            if self._closed.is_set():
                return
            connection.sendall(piece)
            if slow:
                time.sleep(self.pause)


def _echo(request: bytes, status: bytes) -> Iterator[bytes]:
    """All of a request, wherever an answer has a place for words."""
    words = " ".join(request.decode("utf-8", "replace").split())
    row: dict[str, object] = dict.fromkeys(("title", "message", "error", "detail", "id"), words)
    row |= {"error_description": words, "errors": {words: words}, "data": {"access_token": words}}
    row["details"] = {"invalid_reason": words}
    fields = [name + b": " + words[:3000].encode("ascii", "replace") for name in _ECHOED]
    return _whole(json.dumps(row).encode(), *fields, status=status)


def _read_request(connection: socket.socket) -> bytes:
    """Read one request to its end; nothing if there was none."""
    received = b""
    while b"\r\n\r\n" not in received:
        piece = connection.recv(65536)
        if not piece:
            return b""
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
    left = length - len(body)
    while left > 0:
        piece = connection.recv(65536)
        if not piece:
            return b""
        received += piece
        left -= len(piece)
    return received
