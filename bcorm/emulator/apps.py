"""The platform's side of apps: the token endpoint, and what a storefront does for shoppers.

`/oauth2/token` is on the login host of the real platform, `/login/token/...` and
`/customer/current.jwt` on the shop's own; here all are on one port. `launch_payload` makes
what the control panel sends to an app's load, uninstall and remove-user URLs.
"""

from __future__ import annotations

import json
import secrets
import threading
import time
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flask import Response, request

from bcorm.emulator.signing import opened, sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.emulator.auth import Credentials
    from bcorm.emulator.store import Store

_ASKED = ("client_id", "client_secret", "code", "scope", "context", "grant_type", "redirect_uri")
_USER = {"id": 24654, "username": "merchant@example.com", "email": "merchant@example.com"}
_LOGIN_LIFE = 30  # seconds that a login token is good for
_SHOPPER_LIFE = 900  # seconds that a current-customer token is good for
_COOKIE = "SHOP_SESSION"
# Where an emulator without a client secret of its own signs with: like its tokens, any will do.
DEFAULT_SECRET = "emulator-client-secret-emulator-client-secret-0000"  # noqa: S105


@dataclass
class Platform:
    """What the platform remembers of apps and shoppers.

    Attributes:
        credentials: the secret that apps must know, and the token they are given.
        store: the shop's customers.
    """

    credentials: Credentials
    store: Store
    _used: set[str] = field(default_factory=set)
    _shoppers: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def secret(self) -> str:
        """What tokens are signed with."""
        return self.credentials.client_secret or DEFAULT_SECRET

    def routes(self) -> list[tuple[str, str, Callable[..., Response]]]:
        """Method, path and function of every path."""
        return [
            ("POST", "/oauth2/token", self.token),
            ("GET", "/login/token/<token>", self.login),
            ("GET", "/customer/current.jwt", self.current_customer),
        ]

    def token(self) -> Response:
        """POST /oauth2/token: a code for a token, once."""
        form: dict[str, Any] = request.get_json(silent=True) or request.form.to_dict()
        missing = [name for name in _ASKED if not form.get(name)]
        if missing or form["grant_type"] != "authorization_code":
            return _json({"error": "invalid_request"}, 400)
        known = self.credentials.client_secret
        if known is not None and not secrets.compare_digest(form["client_secret"], known):
            return _json({"error": "invalid_client"}, 400)
        store_hash = form["context"].removeprefix("stores/")
        if self.credentials.store_hash not in (None, store_hash):
            return _json({"error": "invalid_request"}, 400)
        if not self._first_use(f"code {form['code']}"):
            return _json({"error": "invalid_grant"}, 400)
        return _json(
            {
                "access_token": self.credentials.access_token or secrets.token_hex(16),
                "scope": form["scope"],
                "user": _USER,
                "owner": _USER,
                "context": form["context"],
                "account_uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, store_hash)),
            }
        )

    def login(self, token: str) -> Response:
        """GET /login/token/{jwt}: sign a shopper in, and send the browser on."""
        claims = opened(token, self.secret)
        now = time.time()
        if (
            claims is None
            or claims.get("operation") != "customer_login"
            or not now - _LOGIN_LIFE <= claims.get("iat", 0) <= now + 5
            or claims.get("request_ip", request.remote_addr) != request.remote_addr
            or not self.store.exists("v3/customers", claims.get("customer_id", 0))
            or not self._first_use(f"login {claims.get('jti')}")
        ):
            return Response("Invalid login token.", 400, content_type="text/plain")
        session = secrets.token_hex(16)
        with self._lock:
            self._shoppers[session] = claims["customer_id"]
        place = claims.get("redirect_to", "/account.php")
        response = Response(status=302, headers={"Location": place})
        response.set_cookie(_COOKIE, session, httponly=True, path="/")
        return response

    def current_customer(self) -> Response:
        """GET /customer/current.jwt: who the browser's shopper is, for one app."""
        with self._lock:
            customer = self._shoppers.get(request.cookies.get(_COOKIE, ""))
        row = None if customer is None else self.store.get("v3/customers", customer)
        app = request.args.get("app_client_id")
        if row is None or not app:
            return Response(status=404)
        now = int(time.time())
        store_hash = self.credentials.store_hash or "emulated"
        doc = row.doc
        claims = {
            "customer": {
                "id": doc["id"],
                "email": doc["email"],
                "group_id": str(doc.get("customer_group_id") or ""),
            },
            "iss": "bc/apps",
            "sub": store_hash,
            "iat": now,
            "exp": now + _SHOPPER_LIFE,
            "version": 1,
            "aud": app,
            "application_id": app,
            "store_hash": store_hash,
            "operation": "current_customer",
        }
        return Response(sign(claims, self.secret), content_type="application/jwt")

    def _first_use(self, key: str) -> bool:
        with self._lock:
            if key in self._used:
                return False
            self._used.add(key)
            return True


def launch_payload(
    client_id: str,
    secret: str = DEFAULT_SECRET,
    *,
    store_hash: str = "emulated",
    url: str = "/",
    channel_id: int | None = None,
) -> str:
    """The `signed_payload_jwt` that the control panel opens an app with.

    Args:
        client_id: the app.
        secret: the app's client secret.
        store_hash: the store whose control panel it is.
        url: the place in the app.
        channel_id: the channel that is managed.
    """
    now = int(time.time())
    return sign(
        {
            "aud": client_id,
            "iss": "bc",
            "iat": now,
            "nbf": now - 5,
            "exp": now + 86_400,
            "jti": str(uuid.uuid4()),
            "sub": f"stores/{store_hash}",
            "user": {"id": _USER["id"], "email": _USER["email"], "locale": "en-US"},
            "owner": {"id": _USER["id"], "email": _USER["email"]},
            "url": url,
            "channel_id": channel_id,
        },
        secret,
    )


def _json(value: dict[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(value), status, content_type="application/json")
