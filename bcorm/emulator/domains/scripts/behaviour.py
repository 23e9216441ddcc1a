"""Scripts: an address to load, or the tag itself, never both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.errors import ApiError
from bcorm.emulator.refusals import Refusal

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc

_NEEDED = {"src": "src", "script_tag": "html"}


LOADED = Refusal(
    request="a script of kind script_tag with a load_method",
    status=422,
    errors={"load_method": "must be default for a script_tag"},
    source="spec",
    says="kind (scripts.v3.yml); the words are not known",
)


def prepare(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """A script has what its kind needs, is on a channel that is there, and has no more."""
    needed = _NEEDED[doc["kind"]]
    if not doc.get(needed):
        raise ApiError(422, errors={needed: f"A script of kind {doc['kind']} needs it."})
    if needed == "html" and doc["load_method"] != "default":
        raise LOADED.error()
    doc.pop("html" if needed == "src" else "src", None)
    if not ctx.store.exists("v3/channels", doc["channel_id"]):
        raise ApiError(422, errors={"channel_id": "The channel does not exist."})
