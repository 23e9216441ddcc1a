"""A proxy on loopback that lies about what the store behind it has done, byte for byte.

What it says of a write has little to do with whether the store has seen it, is seeing it, or will
see it half a second from now. Of a lie that no client could tell from the truth there is none: it
makes up no key that looks like one, and no list of rows that were there before.
"""

from __future__ import annotations

import contextlib
import gzip
import http.client
import json
import random
import re
import socket
import struct
import threading
import time
from collections import Counter
from urllib.parse import urlsplit

HTML = (b"<html><head><title>Sorry</title></head></html>", "text/html")
GONE = (b'{"status": 404, "title": "not found"}', "application/json")


def answer(status, body=b"", kind="application/json", headers=(), length=None):
    """The bytes of an answer; with another length than its own where that is the lie."""
    told = [f"HTTP/1.1 {status} So", f"Content-Type: {kind}", *headers]
    if status != 204:
        told.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join(told).encode() + b"\r\n\r\n" + body


# What is said whatever the store has answered; None breaks the connection off.
SAID = {
    "reset": None,
    "closed": b"",
    "empty 200": answer(200),
    "empty 202": answer(202),
    "204": answer(204),
    "null": answer(200, b"null"),
    "{}": answer(200, b"{}"),
    "data null": answer(200, b'{"data": null}'),
    "7": answer(200, b"7"),
    "ok": answer(200, b'"ok"'),
    "status 500 in a 200": answer(200, b'{"status": 500, "title": "oops"}'),
    "html 200": answer(200, *HTML),
    "html 404": answer(404, *HTML),
    "html 502": answer(502, *HTML),
    "408": answer(408, b'{"status": 408}'),
    "499": answer(499),
    "500": answer(500, b'{"status": 500}'),
    "502": answer(502),
    "503": answer(503, b"busy", "text/plain"),
    "504": answer(504),
    "520": answer(520, *HTML),
    "gzip garbage": answer(200, b"\x1f\x8bnothing", headers=["Content-Encoding: gzip"]),
    "too short": answer(200, b'{"data": {"id": 1', length=4000),
    "broken chunks": b'HTTP/1.1 200 So\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"dat\r\nzz\r\n',
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\n",
}
# Said of what has certainly not been applied.
REFUSED = {
    "429": answer(429),
    "429 with headers": answer(
        429, b'{"status": 429}', headers=["X-Rate-Limit-Time-Reset-Ms: 20", "Retry-After: 0"]
    ),
}
# What is made of the true answer of a write that was applied.
EDITED = ("truncated", "keys null", "keys words", "rows left out", "rows doubled", "rows swapped")
# How the truth is told, if it is.
SLOWLY = ("dripped", "100 first", "103 first", "gzip", "shorter than it is")
# What a repeated write is told, when the first was applied and its answer lost.
AGAIN = {
    "401 again": answer(401, b'{"status": 401, "title": "Unauthorized"}'),
    "404 again": answer(404, *GONE),
    "409 again": answer(409, b'{"status": 409, "title": "exists"}'),
    "422 again": answer(422, b'{"status": 422, "title": "exists"}'),
}
READS = (
    "reset", "empty 200", "null", "{}", "data null", "7", "ok", "html 404", "500", "503",
    "gzip garbage", "too short", "truncated", "keys null", "rows doubled", "total 0", "dripped",
    "100 first", "gzip", "broken chunks",
)  # fmt: skip
# Nobody could doubt these of a write that is answered by nothing.
NOTHING = frozenset({"empty 200", "empty 202", "204", "null", "{}", "data null"})


class LyingProxy:
    """Passes requests on to a store, and lies in some of the answers.

    Args:
        url: the store.
        seed: which lies are told.
        rate: how many of the requests are lied about, of 1.
        late: seconds after which what is applied late is applied.
    """

    def __init__(self, url, *, seed, rate, late):
        self.told = Counter()
        self.log = []
        """Each request: method, path, lie and when the store gets it."""
        self.rate, self.late = rate, late
        self._store = urlsplit(url).netloc
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        self._lost = {}
        self._coming = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        """Answer nobody any more."""
        self.settle()
        self._listener.close()

    def settle(self):
        """Wait until everything has arrived that is still on its way."""
        while self._coming:
            timer = next(iter(self._coming))
            timer.join()
            self._coming.discard(timer)

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        reader = connection.makefile("rb")
        with connection, reader, contextlib.suppress(OSError):
            while line := reader.readline():
                method, path, _ = line.decode().split()
                headers = http.client.parse_headers(reader)
                body = reader.read(int(headers.get("Content-Length") or 0))
                said, whole = self._answer(method, path, headers, body)
                if said is None:  # a reset, rather than an end
                    linger = struct.pack("ii", 1, 0)
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    return
                for part in [said] if isinstance(said, bytes) else said:
                    connection.sendall(part)
                if not whole:
                    return

    # Which lie

    def _choose(self, method, path, body):
        """Return what is lied, and when the store gets the request: "now", "late" or "never"."""
        with self._lock:
            again = self._lost.pop((method, path, body), None)
            if again is not None:
                # Somebody has to answer in the end.
                name, when = again, "never"
            elif self._chance.random() >= self.rate:
                return None, "now"
            elif method == "GET":
                name, when = self._chance.choice(READS), "now"
            else:
                name, when = self._lie(method, path, body)
            self.told[f"{name}, {when}" if method != "GET" else f"read: {name}"] += 1
            return name, when

    def _lie(self, method, path, body):
        nothing = method == "DELETE" or "/records" in path
        group = self._chance.choice(["said"] * 5 + ["edited", "slowly", "again", "refused", "hung"])
        when = self._chance.choice(["now", "never", "late"])
        if group == "edited":
            return self._chance.choice(EDITED), "now"
        if group == "slowly":
            return self._chance.choice(SLOWLY), "now"
        if group == "refused":
            return self._chance.choice(list(REFUSED)), "never"
        if group == "hung":
            return "hung", when
        if group == "again":
            if method in {"PUT", "DELETE"}:
                self._lost[method, path, body] = self._chance.choice(list(AGAIN))
            return "reset", "now"
        name = self._chance.choice(list(SAID))
        if nothing and name in NOTHING:
            when = "now"
        return name, when

    # What is said

    def _answer(self, method, path, headers, body):
        """Return the bytes of an answer, whole or in parts, and whether the connection goes on."""
        name, when = self._choose(method, path, body)
        self.log.append((method, path.partition("/v")[2], name or "the truth", when))
        if when == "late":
            self._arrive_late(method, path, headers, body)
        elif when == "now":
            status, text = self._pass(method, path, headers, body)
            if name is None:
                return answer(status, text), True
        if name == "hung":
            return self._hang(), False
        if name in SAID:
            return SAID[name], False
        if name in REFUSED or name in AGAIN:
            return {**REFUSED, **AGAIN}[name], True
        return self._told(name, status, text), False

    def _hang(self):
        time.sleep(2 * self.late)
        yield b""

    def _told(self, name, status, text):
        if name == "truncated":
            return answer(status, text[: len(text) // 2])
        if name == "shorter than it is":
            return answer(status, text, length=len(text) // 2)
        if name == "gzip":
            return answer(status, gzip.compress(text), headers=["Content-Encoding: gzip"])
        if name in {"100 first", "103 first"}:
            return f"HTTP/1.1 {name[:3]} Wait\r\n\r\n".encode() + answer(status, text)
        if name == "dripped":
            return self._drip(answer(status, text))
        return answer(status, _edited(name, text))

    @staticmethod
    def _drip(said):
        for part in re.findall(rb"(?s).{1,600}", said):
            yield part
            time.sleep(0.001)

    # What becomes of it

    def _arrive_late(self, method, path, headers, body):
        def arrive():
            time.sleep(self.late)
            self._pass(method, path, headers, body)

        timer = threading.Thread(target=arrive, daemon=True)
        timer.start()
        self._coming.add(timer)

    def _pass(self, method, path, headers, body):
        connection = http.client.HTTPConnection(self._store, timeout=30)
        try:
            kept = {
                key: value
                for key, value in headers.items()
                if key.lower() not in {"host", "connection", "accept-encoding"}
            }
            connection.request(method, path, body or None, kept)
            heard = connection.getresponse()
            return heard.status, heard.read()
        finally:
            connection.close()


def _edited(name, text):
    """Change what an answer says of its rows."""
    try:
        document = json.loads(text)
    except ValueError:
        return text
    wrapped = isinstance(document, dict) and "data" in document
    data = document["data"] if wrapped else document
    rows = data if isinstance(data, list) else [data]
    if name in {"keys null", "keys words"}:
        for row in rows:
            if isinstance(row, dict) and "id" in row:
                row["id"] = None if name == "keys null" else "none of yours"
    elif name == "total 0" and wrapped and isinstance(data, list) and data:
        pagination = (document.get("meta") or {}).get("pagination")
        if pagination:
            pagination.update(total=0, total_pages=0)
    elif isinstance(data, list) and name == "rows left out":
        del data[::2]
    elif isinstance(data, list) and name == "rows doubled":
        data += data
    elif isinstance(data, list) and name == "rows swapped":
        data.reverse()
    return json.dumps(document).encode()
