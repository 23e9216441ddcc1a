"""Secret values on their way into a file: sealed, or withheld.

They are sealed with the key of the token stores, if there is one (`BCORM_TOKEN_KEY` and the `auth`
extra), and else only their names are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.http import jsontext
from bcorm.model.masking import without_secrets

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

    from bcorm.model.resource import Resource


def hidden(model: type[Resource], body: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a row without its secrets, and these: sealed, or only by name."""
    shown = without_secrets(model, body)
    secret = {wire: value for wire, value in body.items() if shown[wire] != value}
    plain = {wire: value for wire, value in body.items() if wire not in secret}
    if not secret:
        return plain, {}
    box = _box()
    if box is None:
        return plain, {"withheld": sorted(secret)}
    sealed = box.encrypt(jsontext.dumps(secret)).decode()
    return plain, {"withheld": sorted(secret), "sealed": sealed}


def opened(hidden: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return what can be opened of secrets, and the wire names of the others."""
    withheld = hidden.get("withheld", [])
    box = _box() if "sealed" in hidden else None
    if box is None:
        return {}, list(withheld)
    try:
        return dict(jsontext.loads(box.decrypt(hidden["sealed"].encode()))), []
    except Exception:  # noqa: BLE001 - sealed with another key, whatever says so
        return {}, list(withheld)


def _box() -> MultiFernet | None:
    """Return what seals here. It is asked for at the first secret: few journals have one."""
    from bcorm.auth import sealing  # noqa: PLC0415 - with it come tokens, webhooks, cryptography

    return sealing.box_here()
