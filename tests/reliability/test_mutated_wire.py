"""Whatever bytes come back instead of HTTP, a call ends in a value or in a `BcormError`, soon."""

from __future__ import annotations

import contextlib
import gzip
import random
import socket
import threading
import time
from collections import Counter

import pytest
from soak import length, patient

from bcorm.exceptions import BcormError
from bcorm.http import ApiClient, OAuthCredentials, RetryPolicy

ANSWERS = length(3_000, 30_000)
BODY = b'{"data":[{"id":1,"name":"Chair","price":9.5}],"meta":{"pagination":{"total":1}}}'
ZIPPED = gzip.compress(BODY, mtime=0)
CHUNKED = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (20, BODY[:20], len(BODY) - 20, BODY[20:])


def _http(body, *headers):
    lines = [b"HTTP/1.1 200 OK", *headers, b"X-Request-Id: abc", b"Connection: close"]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


WHOLE = [
    _http(BODY, b"Content-Type: application/json", b"Content-Length: %d" % len(BODY)),
    _http(ZIPPED, b"Content-Encoding: gzip", b"Content-Length: %d" % len(ZIPPED)),
    _http(CHUNKED, b"Transfer-Encoding: chunked"),
    _http(BODY),
]
PIECES = [
    b"\r\n", b"\r\n\r\n", b"\0", b"\xff\xfe", b":", b"HTTP/1.1 ", b"HTTP/1.1 100 Continue\r\n\r\n",
    b"Content-Length: 99999999999\r\n", b"Content-Length: -1\r\n", b"Content-Length: x\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Content-Encoding: br\r\n",
    b"Content-Encoding: deflate, gzip\r\n", b"Location: http://evil.example/\r\n", b" folded\r\n",
    b"ffffffffffffffff\r\n", b"-5\r\n", b"A" * 70_000, b"X: y\r\n" * 150,
]  # fmt: skip


def mutated(chance):
    """One whole answer with a few bytes of it cut, doubled, replaced or added."""
    data = bytearray(chance.choice(WHOLE))
    for _ in range(chance.choice([1, 1, 2, 3])):
        at = chance.randrange(len(data) + 1)
        how = chance.randrange(6)
        if how == 0:
            data[at:at] = chance.choice(PIECES)
        elif how == 1:
            del data[at : at + chance.randrange(1, 40)]
        elif how == 2:
            del data[at:]
        elif how == 3:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif how == 4:
            data[at:at] = data[at : at + chance.randrange(1, 60)]
        else:
            data[9:12] = b"%d" % chance.choice([100, 101, 204, 304, 302, 404, 429, 500, 999])
    return bytes(data)


class Wire:
    """Answers every connection with the bytes that are next."""

    def __init__(self):
        self.next = b""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                connection.settimeout(5)
                head = b""
                while b"\r\n\r\n" not in head and (received := connection.recv(65536)):
                    head += received
                connection.sendall(self.next)

    def close(self):
        self._listener.close()


@pytest.fixture
def wire():
    wire = Wire()
    yield wire
    wire.close()


@patient
def test_a_call_survives_any_bytes(wire, figures):
    chance = random.Random(43)
    ended, slowest = Counter(), 0.0
    with ApiClient(
        OAuthCredentials("wire", "wire-token"), api_url=wire.url, retry=RetryPolicy.never(),
        timeout=1,
    ) as client:  # fmt: skip
        for _ in range(ANSWERS):
            wire.next = mutated(chance)
            method = chance.choice(["GET", "GET", "PUT", "POST", "DELETE"])
            started = time.monotonic()
            try:
                answer = client.request(method, "v3/catalog/products/1", deadline=2)
                ended["values"] += 1
                repr((answer.data, answer.meta, answer.errors))
            except BcormError as error:
                ended[type(error).__name__] += 1
            slowest = max(slowest, time.monotonic() - started)
    told = ", ".join(f"{number} {name}" for name, number in ended.most_common())
    figures(f"{ANSWERS} answers of damaged bytes ended in {told}; the slowest in {slowest:.2f} s")
    assert slowest < 3
    assert len(ended) > 4
