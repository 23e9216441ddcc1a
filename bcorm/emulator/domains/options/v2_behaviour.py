"""Shared options and option sets, which V2 has alone: how they look, and what they must have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.errors import ApiError
from bcorm.emulator.tables import Clause
from bcorm.emulator.v2_formats import link, money, renamed

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


def show_option(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """An option as a product has it."""
    return {
        "id": doc["id"],
        "option_id": doc["id"],
        "display_name": doc["display_name"],
        "sort_order": doc["sort_order"],
        "is_required": True,
    }


def is_sku(_ctx: Context, _text: str) -> Clause:
    """Variants without options are the product itself, not SKUs."""
    return Clause("json_array_length(t._doc, '$.option_values') > 0")


_SKU_SAME = [
    "id",
    "product_id",
    "sku",
    "upc",
    "inventory_level",
    "inventory_warning_level",
    "bin_picking_number",
    "purchasing_disabled_message",
]


_SKU_NAMES = {"is_purchasing_disabled": "purchasing_disabled", "image_file": "image_url"}


def show_sku(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A variant with options."""
    options = [
        {"product_option_id": value["option_id"], "option_value_id": value["id"]}
        for value in doc["option_values"]
    ]
    return {
        **{name: doc[name] for name in _SKU_SAME},
        "price": money(doc["price"]),
        "adjusted_price": money(doc["calculated_price"]),
        "cost_price": money(doc["cost_price"] or 0),
        "weight": money(doc["weight"]),
        "adjusted_weight": money(doc["calculated_weight"]),
        "is_purchasing_disabled": doc["purchasing_disabled"],
        "image_file": doc["image_url"],
        "options": options,
    }


def read_sku(_ctx: Context, body: Doc, _old: Doc | None) -> Doc:
    """A variant's V3 body."""
    doc = renamed(body, _SKU_NAMES)
    options = doc.pop("options", None)
    if options is not None:
        doc["option_values"] = [
            {"option_id": item.get("product_option_id"), "id": item.get("option_value_id")}
            for item in options
        ]
    return doc
