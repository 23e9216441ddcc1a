"""Custom template associations: one per channel and entity, valid if the theme has the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.emulator.batches import each, items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create_checked, update_checked
from bcorm.emulator.domains.redirects.behaviour import TARGETS
from bcorm.emulator.domains.themes.behaviour import CUSTOM_TEMPLATES
from bcorm.emulator.errors import ApiError
from bcorm.emulator.tables import Clause
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Row

ASSOCIATIONS = "v3/storefront/custom-template-associations"
MOST = 100


def prepare(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """An association is of a channel and of something that is there."""
    if not ctx.store.exists("v3/channels", doc["channel_id"]):
        raise ApiError(422, errors={"channel_id": "The channel does not exist."})
    kind = doc["entity_type"]
    if not ctx.store.exists(TARGETS[kind], doc["entity_id"]):
        raise ApiError(422, errors={"entity_id": f"The {kind} does not exist."})
    doc["is_valid"] = doc["file_name"] in CUSTOM_TEMPLATES[kind]


def upsert(ctx: Context, resource: Resource) -> Reply:
    """PUT an array of associations; nothing is echoed."""

    def put(item: Any) -> Row:
        doc = check(resource.fields, item, "post", "v3")
        key = tuple(doc[name] for name in ("channel_id", "entity_type", "entity_id"))
        where = Clause("t.channel_id = ? AND t.entity_type = ? AND t.entity_id = ?", key)
        rows = ctx.store.select(ASSOCIATIONS, where)
        if rows:
            return update_checked(ctx, resource, rows[0], doc, item)
        return create_checked(ctx, resource, None, doc, item)

    each(ctx, items_of(ctx, MOST), put)
    return Reply(200, "{}")
