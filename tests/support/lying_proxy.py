"""A proxy on loopback that lies about what the store behind it has answered.

What it says of a write has little to do with whether the store has seen it. It never makes up a row
or an empty list: of those no client could know that they are lies.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import random
import socket
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

JSON = "application/json"
HTML = b"<html><title>Bad gateway</title></html>"
# A lie: whether the store sees the request, and what is answered (None closes the connection).
WRITES = {
    "reset, not applied": (False, None),
    "reset, applied": (True, None),
    "500, not applied": (False, (500, b"")),
    "500, applied": (True, (500, b'{"status": 500, "title": "oops"}')),
    "502 in HTML, not applied": (False, (502, HTML)),
    "502 in HTML, applied": (True, (502, HTML)),
    "503, not applied": (False, (503, b"")),
    "503, applied": (True, (503, b"busy")),
    "520, applied": (True, (520, HTML)),
    "408, applied": (True, (408, b'{"status": 408}')),
    "404 in HTML, not applied": (False, (404, HTML)),
    "404 in HTML, applied": (True, (404, HTML)),
    "empty 200, not applied": (False, (200, b"")),
    "empty 200, applied": (True, (200, b"")),
    "204, not applied": (False, (204, b"")),
    "204, applied": (True, (204, b"")),
    "null, not applied": (False, (200, b"null")),
    "{}, not applied": (False, (200, b"{}")),
    "{}, applied": (True, (200, b"{}")),
    "data null, not applied": (False, (200, b'{"data": null}')),
    "7, not applied": (False, (200, b"7")),
    "ok, applied": (True, (200, b'"ok"')),
    "status 500 under 200, not applied": (False, (200, b'{"status": 500}')),
    "garbage, applied": (True, (200, b'{"data": {"id": 1, "na')),
    "429, not applied": (False, (429, b"")),
    "keys lost, applied": (True, "keys lost"),
    "rows lost, applied": (True, "rows lost"),
    "504, applied later": ("later", (504, b"")),
}
# Of deletes, and of what is answered by nothing, the empty successes are true by declaration.
EMPTY = frozenset(name for name, (_, told) in WRITES.items() if told and told[0] in {200, 204})
READS = {
    "read: reset": None,
    "read: 500": (500, b""),
    "read: {}": (200, b"{}"),
    "read: null": (200, b"null"),
    "read: empty": (200, b""),
    "read: garbage": (200, b'{"data": ['),
    "read: html": (200, HTML),
    "read: 404 in HTML": (404, HTML),
}


class LyingProxy:
    """Passes requests on to a store, and lies in some of the answers.

    Args:
        url: the store.
        seed: which lies are told.
        rate: how many of the requests are lied about, of 1.
        late: seconds after which what is applied later is applied.
    """

    def __init__(self, url, *, seed, rate, late):
        self.told = Counter()
        self.rate, self.late = rate, late
        self._store = urlsplit(url).netloc
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                size = int(self.headers.get("Content-Length") or 0)
                proxy.handle(self, self.rfile.read(size) if size else None)

            do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - its words

            def log_message(self, *_args):
                """Keep quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def _choose(self, method, path):
        with self._lock:
            if self._chance.random() >= self.rate:
                return None
            lies = READS if method == "GET" else WRITES
            names = [
                name
                for name in lies
                if not (name in EMPTY and (method == "DELETE" or "/records" in path))
            ]
            name = self._chance.choice(names)
            self.told[name] += 1
            return name

    def handle(self, asked, body):
        method, path = asked.command, asked.path
        name = self._choose(method, path)
        if method == "GET":
            told = READS.get(name, "the truth")
            if told != "the truth":
                self._say(asked, told)
                return
            self._say(asked, self._pass(asked, body))
            return
        applied, told = WRITES.get(name, (True, "the truth"))
        if applied == "later":
            threading.Timer(self.late, self._pass, (asked, body)).start()
        elif applied:
            answer = self._pass(asked, body)
            if isinstance(told, str):
                told = _edited(told, answer)
        self._say(asked, told)

    def _pass(self, asked, body):
        connection = http.client.HTTPConnection(self._store, timeout=30)
        try:
            headers = {
                key: value
                for key, value in asked.headers.items()
                if key.lower() not in {"host", "connection", "accept-encoding"}
            }
            connection.request(asked.command, asked.path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    @staticmethod
    def _say(asked, told):
        asked.close_connection = told is None
        if told is None:
            with contextlib.suppress(OSError):
                asked.connection.shutdown(socket.SHUT_RDWR)
            return
        status, body = told
        asked.send_response(status)
        asked.send_header("Content-Type", "text/html" if body == HTML else JSON)
        if status != 204:
            asked.send_header("Content-Length", str(len(body)))
        asked.end_headers()
        if status != 204:
            asked.wfile.write(body)


def _edited(told, answer):
    status, body = answer
    if told == "the truth" or status >= 300 or not body:
        return answer
    document = json.loads(body)
    data = document.get("data") if isinstance(document, dict) else None
    if told == "keys lost" and isinstance(data, list):
        for row in data:
            row["id"] = None
    elif told == "rows lost" and isinstance(data, list) and len(data) > 1:
        del data[::2]
    elif told == "keys lost" and isinstance(data, dict):
        data["id"] = None
    return status, json.dumps(document).encode()


def settle(seconds):
    """Let arrive what is on its way."""
    time.sleep(seconds)
