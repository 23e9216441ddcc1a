from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time

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
