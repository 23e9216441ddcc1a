"""`/_emulator/apps`: the control panel's part in the life of an app, as a page.

It starts an install, a load or an uninstall: the app's callback is called as the control panel
does it, and the page shows what it answered. Callbacks on this machine alone are called.
"""

from __future__ import annotations

import http.client
import secrets
import uuid
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from flask import Response, request

from bcorm.emulator.apps import DEFAULT_SECRET, launch_payload
from bcorm.emulator.control import is_here
from bcorm.emulator.errors import ApiError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.emulator.auth import Credentials

PATH = "/_emulator/apps"
_ACTIONS = {"install": "/auth", "load": "/load", "uninstall": "/uninstall"}
_SCOPES = "store_v2_products store_v2_orders store_v2_customers store_v2_default"
_SHOWN = 20_000
_TIMEOUT = 30
_STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
label{display:block;margin:.6rem 0}input{width:100%;font:inherit;padding:.3rem}
button{font:inherit;padding:.4rem 1rem;margin:.4rem .4rem .4rem 0}
pre{background:#f4f4f5;padding:1rem;overflow:auto;white-space:pre-wrap}"""


class AppPage:
    """The page, and the calls that it makes.

    Args:
        credentials: the store's hash, and the secret that payloads are signed with.
    """

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    def routes(self) -> list[tuple[str, str, Callable[[], Response]]]:
        """Method, path and function."""
        return [("GET", PATH, self.show), ("POST", PATH, self.start)]

    def show(self) -> Response:
        """GET the page."""
        return self._page({}, "")

    def start(self) -> Response:
        """POST an action: call the app back, and show its answer."""
        form = request.form.to_dict()
        action = form.get("action", "")
        base = form.get("app_url", "").rstrip("/")
        if (
            action not in _ACTIONS
            or not base.startswith(("http://", "https://"))
            or not is_here(base)
        ):
            raise ApiError(422, "An action and the URL of an app on this machine are needed.")
        target = base + _ACTIONS[action]
        query = self._installing(form) if action == "install" else self._opening(form)
        return self._page(form, _called(f"{target}?{urlencode(query)}", target))

    def _store(self, form: dict[str, str]) -> str:
        return self._credentials.store_hash or form.get("store_hash") or "emulated"

    def _installing(self, form: dict[str, str]) -> dict[str, str]:
        store = self._store(form)
        return {
            "code": secrets.token_hex(16),
            "scope": form.get("scope") or _SCOPES,
            "context": f"stores/{store}",
            "account_uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, store)),
        }

    def _opening(self, form: dict[str, str]) -> dict[str, str]:
        secret = self._credentials.client_secret or DEFAULT_SECRET
        store = self._store(form)
        payload = launch_payload(form.get("client_id", ""), secret, store_hash=store)
        return {"signed_payload_jwt": payload}

    def _page(self, form: dict[str, str], answer: str) -> Response:
        known = {"app_url": "http://127.0.0.1:8001", "scope": _SCOPES, **form}
        known["store_hash"] = self._store(form)
        fields = "".join(
            f'<label>{label}<input name="{name}" value="{escape(known.get(name, ""))}"></label>'
            for name, label in (
                ("app_url", "The app, on this machine"),
                ("client_id", "Its client id"),
                ("store_hash", "The store"),
                ("scope", "Scopes that the merchant grants"),
            )
        )
        buttons = "".join(
            f'<button name="action" value="{name}">{name.capitalize()}</button>'
            for name in _ACTIONS
        )
        text = (
            "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Apps</title>"
            f"<style>{_STYLE}</style><h1>Apps</h1>"
            "<p>What the control panel does when a merchant installs, opens or uninstalls an app:"
            " it calls <code>/auth</code>, <code>/load</code> or <code>/uninstall</code>.</p>"
            f'<form method=post action="{PATH}">{fields}<p>{buttons}</p></form>{answer}'
        )
        response = Response(text, content_type="text/html; charset=utf-8")
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"
        )
        return response


def _called(url: str, shown: str) -> str:
    """Call an app back; its answer as a part of the page. The code and the payload stay out."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=_TIMEOUT)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}", headers={"Accept": "text/html"})
        answer = connection.getresponse()
        body = answer.read(_SHOWN).decode(errors="replace")
        place = answer.getheader("Location")
        head = f"{answer.status} {answer.reason}" + (f" &rarr; {escape(place)}" if place else "")
    except (OSError, http.client.HTTPException) as error:
        head, body = "no answer", f"{type(error).__name__}: {error}"
    finally:
        connection.close()
    return f"<h2>GET {escape(shown)}</h2><p id=status>{head}</p><pre id=answer>{escape(body)}</pre>"
