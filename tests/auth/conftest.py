from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl

import jwt
import pytest

CLIENT_ID = "6sv16tfx3j5gsopm42ss5dd67g2srvq"
SECRET = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"


class Issuer:
    """Makes what BigCommerce makes, right by default and wrong on request."""

    client_id = CLIENT_ID
    secret = SECRET

    def payload_claims(self, **changes):
        now = int(time.time())
        claims = {
            "aud": CLIENT_ID,
            "iss": "bc",
            "iat": now,
            "nbf": now - 5,
            "exp": now + 86_400,
            "jti": "7a2e2a63-9a0a-4d21-9a49-a46b1f7a4f0f",
            "sub": "stores/abc123",
            "user": {"id": 7, "email": "user@example.com", "locale": "en-US"},
            "owner": {"id": 1, "email": "owner@example.com"},
            "url": "/products?id=5",
            "channel_id": None,
        }
        return {
            name: value for name, value in {**claims, **changes}.items() if value is not Ellipsis
        }

    def payload_jwt(self, *, secret=SECRET, algorithm="HS256", **changes):
        return jwt.encode(self.payload_claims(**changes), secret, algorithm=algorithm)

    def legacy_payload(self, *, secret=SECRET, **changes):
        claims = {
            "user": {"id": 7, "email": "user@example.com"},
            "owner": {"id": 1, "email": "owner@example.com"},
            "context": "stores/abc123",
            "store_hash": "abc123",
            "timestamp": time.time(),
            **changes,
        }
        message = json.dumps(claims).encode()
        digest = hmac.new(secret.encode(), message, hashlib.sha256).hexdigest().encode()
        return ".".join(base64.b64encode(part).decode() for part in (message, digest))

    def customer_jwt(self, *, secret=SECRET, algorithm="HS256", **changes):
        now = int(time.time())
        claims = {
            "customer": {"id": 4927, "email": "john@example.com", "group_id": "6"},
            "iss": "bc/apps",
            "sub": "abc123",
            "iat": now,
            "exp": now + 900,
            "version": 1,
            "aud": CLIENT_ID,
            "application_id": CLIENT_ID,
            "store_hash": "abc123",
            "operation": "current_customer",
            **changes,
        }
        claims = {name: value for name, value in claims.items() if value is not Ellipsis}
        return jwt.encode(claims, secret, algorithm=algorithm)

    def webhook(self, *, secret=SECRET, sent=None, **changes):
        payload = {
            "scope": "store/product/updated",
            "store_id": "1025646",
            "data": {"type": "product", "id": 77},
            "hash": "a833a57fadd56a32dc752fb6ca0841dc9602a495",
            "created_at": int(time.time()),
            "producer": "stores/abc123",
            **changes,
        }
        body = json.dumps(payload).encode()
        timestamp = str(int(time.time() if sent is None else sent))
        message = f"{payload['hash']}.{timestamp}.".encode() + body
        digest = hmac.new(secret.encode(), message, hashlib.sha256).digest()
        return body, {
            "Content-Type": "application/json",
            "Webhook-Id": payload["hash"],
            "Webhook-Timestamp": timestamp,
            "Webhook-Signature": "v1," + base64.b64encode(digest).decode(),
        }


@pytest.fixture(scope="session")
def issuer():
    return Issuer()


class Server:
    """Answers what the test says, and keeps what came."""

    def __init__(self):
        self.answer = (200, {})
        self.seen = []
        self.forms = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def handle_any(self):
                length = int(self.headers.get("Content-Length") or 0)
                text = self.rfile.read(length)
                form = "form" in (self.headers.get("Content-Type") or "")
                body = json.loads(text) if text and not form else None
                if form:
                    server.forms.append(dict(parse_qsl(text.decode())))
                headers = {name.lower(): value for name, value in self.headers.items()}
                server.seen.append((self.command, self.path, body, headers))
                status, document = server.answer
                if status is None:
                    self.close_connection = True
                    return
                data = document if isinstance(document, bytes) else json.dumps(document).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_DELETE = handle_any  # noqa: N815 - the names http.server calls

            def log_message(self, *_):
                pass

        self._http = HTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def close(self):
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@pytest.fixture
def server():
    server = Server()
    yield server
    server.close()
