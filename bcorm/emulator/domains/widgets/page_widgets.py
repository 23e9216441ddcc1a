"""All widgets of a page at once: as they were published, or as their placements say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.domains.widgets.behaviour import CHANNELS, PLACEMENTS, WIDGETS
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import read
from bcorm.emulator.tables import Clause
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc
    from bcorm.emulator.schema import Field

CONTENT = "v3/content/page-widgets"


def _name(channel: int, file: str, entity: str) -> str:
    return f"{CONTENT}/{channel}/{file}/{entity}"


def show(ctx: Context) -> Reply:
    """GET the regions of a page with what is in them."""
    channel = read("channel_id", "integer", ctx.query.get("channel_id", "1"), "v3")
    file, entity = ctx.query.get("template_file", ""), ctx.query.get("entity_id", "")
    published: list[Doc] | None = ctx.store.setting(_name(channel, file, entity))
    regions = _placed(ctx, channel, file, entity) if published is None else published
    count = len(regions)
    pagination = {"count": count, "current_page": 1, "per_page": 50, "total": count}
    meta = {"pagination": {**pagination, "total_pages": 1}}
    return Reply(200, jsontext.dumps({"data": {"regions": regions}, "meta": meta}))


def _placed(ctx: Context, channel: int, file: str, entity: str) -> list[Doc]:
    where = Clause("t.channel_id = ? AND t.template_file = ?", (channel, file))
    rows = [row.doc for row in ctx.store.select(PLACEMENTS, where)]
    found: dict[str, list[Any]] = {}
    for doc in sorted(rows, key=lambda doc: doc["sort_order"]):
        if doc["entity_id"] in ("", entity) and doc["status"] == "active":
            widget = ctx.require(WIDGETS, doc["widget_uuid"]).doc
            element = {
                "type": "widget",
                "widget_template_uuid": widget["widget_template_uuid"],
                "name": widget["name"],
                "description": widget["description"],
                "configuration": widget["widget_configuration"],
                "storefront_api_query_params": {},
            }
            found.setdefault(doc["region"], []).append(element)
    return [{"name": name, "children": children} for name, children in found.items()]


def publish(ctx: Context, fields: Sequence[Field]) -> Reply:
    """POST the regions of a page: what it showed is overwritten."""
    said = check(fields, ctx.body, "post", "v3")
    if not ctx.store.exists(CHANNELS, said["channel_id"]):
        raise ApiError(422, errors={"channel_id": "The channel does not exist."})
    name = _name(said["channel_id"], said["template_file"], said["entity_id"])
    ctx.store.set_setting(name, said["regions"])
    return Reply(204)
