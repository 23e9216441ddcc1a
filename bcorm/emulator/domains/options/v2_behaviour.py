"""Shared options and option sets, which V2 has alone: how they look, and what they must have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.errors import ApiError
from bcorm.emulator.v2_formats import link

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Row


def show_shared_option(ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A shared option, with a link to its values."""
    return {**doc, "values": link(ctx, f"/options/{doc['id']}/values")}


def show_option_set(ctx: Context, doc: Doc, _row: Row) -> Doc:
    """An option set, with a link to its options."""
    return {
        "id": doc["id"],
        "product_id": None,
        "name": doc["name"],
        "options": link(ctx, f"/option_sets/{doc['id']}/options"),
    }


def show_set_option(ctx: Context, doc: Doc, _row: Row) -> Doc:
    """An option in a set, with the values of the shared option."""
    values = [
        {
            "label": row.doc["label"],
            "sort_order": row.doc["sort_order"],
            "value": row.doc["value"],
            "option_value_id": row.id,
        }
        for row in ctx.store.select("v2/options/values", parent=doc["option_id"])
    ]
    return {**doc, "option": link(ctx, f"/options/{doc['option_id']}"), "values": values}


def prepare_set_option(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """A set's option is a shared one, and is called like it unless it says otherwise."""
    row = ctx.store.get("v2/options", doc["option_id"])
    if row is None:
        raise ApiError(
            400,
            "The field 'option_id' is invalid.",
            details={"invalid_reason": f"Option id {doc['option_id']} does not exist."},
        )
    if old is None:
        doc.setdefault("display_name", row.doc["display_name"])


def prepare_shared_option(_ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """An option is displayed by its name unless it says otherwise."""
    if old is None:
        doc.setdefault("display_name", doc["name"])
