"""Scripts: an address to load, or the tag itself, never both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.errors import ApiError

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc

_NEEDED = {"src": "src", "script_tag": "html"}


def prepare(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """A script has what its kind needs, is on a channel that is there, and has no more."""
    needed = _NEEDED[doc["kind"]]
    if not doc.get(needed):
        raise ApiError(422, errors={needed: f"A script of kind {doc['kind']} needs it."})
    doc.pop("html" if needed == "src" else "src", None)
    if not ctx.store.exists("v3/channels", doc["channel_id"]):
        raise ApiError(422, errors={"channel_id": "The channel does not exist."})
