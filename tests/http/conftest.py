"""A loopback store that answers from a script, and raw sockets for broken answers."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bcorm.http import ApiClient, OAuthCredentials, RetryPolicy

TOKEN = "tok-0123456789-secret"


class Reply:
    """One scripted answer."""

    def __init__(self, status=200, body=None, headers=None, delay=0.0, raw=None):
        self.status = status
        if raw is None:
            raw = b"" if body is None else json.dumps(body).encode()
        self.raw = raw
        self.headers = headers or {}
        self.delay = delay


class Store:
    """Answers every request with `respond(request) -> Reply`, and remembers the requests."""

    Reply = Reply

    def __init__(self):
        self.requests = []
        self.respond = lambda request: Reply(body={"data": {"path": request["path"]}, "meta": {}})
        self._lock = threading.Lock()
        store = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1
            disable_nagle_algorithm = True

            def handle_one(self):
                length = int(self.headers.get("Content-Length") or 0)
                path, _, query = self.path.partition("?")
                request = {
                    "method": self.command,
                    "path": path.split("/", 3)[3],
                    "full_path": path,
                    "query": query,
                    "headers": {name.lower(): value for name, value in self.headers.items()},
                    "body": self.rfile.read(length),
                }
                with store._lock:
                    store.requests.append(request)
                reply = store.respond(request)
                if reply is None:
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                if reply.delay:
                    time.sleep(reply.delay)
                self.send_response(reply.status)
                if reply.status != 204:
                    self.send_header("Content-Length", str(len(reply.raw)))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.raw)
                self.wfile.flush()

            do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = handle_one  # noqa: N815

            def log_message(self, *args):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def handle_error(self, request, client_address):
                pass

        self._server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def script(self, *replies):
        """Answer with these, one by one; the last one stays."""
        left = list(replies)

        def respond(request):
            with self._lock:
                reply = left.pop(0) if len(left) > 1 else left[0]
            return reply(request) if callable(reply) else reply

        self.respond = respond

    def close(self):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


@pytest.fixture
def make_client(store):
    clients = []

    def make(**options):
        options.setdefault("retry", RetryPolicy(base=0.001, cap=0.002))
        options.setdefault("api_url", store.url)
        client = ApiClient(OAuthCredentials("abc123", TOKEN), **options)
        clients.append(client)
        return client

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def client(make_client):
    return make_client()


class RawServer:
    """Gives each connection the next bytes as its whole answer."""

    def __init__(self, answers, *, linger=0.0, drip=0.0, reset=False):
        self.connections = 0
        self._answers = list(answers)
        self._linger, self._drip, self._reset = linger, drip, reset
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._run, daemon=True).start()

    def close(self):
        self._listener.close()

    def _run(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            with connection, contextlib.suppress(OSError):
                self._answer(connection)

    def _answer(self, connection):
        connection.settimeout(5)
        head = b""
        while b"\r\n\r\n" not in head and (received := connection.recv(65536)):
            head += received
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        step = 1 if self._drip else max(1, len(answer))
        for index in range(0, len(answer), step):
            connection.sendall(answer[index : index + step])
            time.sleep(self._drip)
        time.sleep(self._linger)
        if self._reset:
            # Close with RST instead of FIN.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


@pytest.fixture
def raw_server():
    servers = []

    def serve(*answers, **how):
        servers.append(RawServer(answers, **how))
        return servers[-1]

    yield serve
    for server in servers:
        server.close()
