"""Shared options and option sets, which V2 has alone: how they look, and what they must have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Reply
from bcorm.emulator.crud import create_checked, delete, list_documents, one
from bcorm.emulator.errors import ApiError
from bcorm.emulator.rendering import render
from bcorm.emulator.tables import Clause
from bcorm.emulator.v2_formats import link, money, renamed

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Id, Row


SHARED = "v2/options"
SHARED_VALUES = SHARED + "/values"
SET_OPTIONS = "v2/option_sets/options"
OPTIONS = "v3/catalog/products/options"
VALUES = OPTIONS + "/values"
OPTION_PATH = "v3/catalog/products/{product_id}/options"
VALUE_PATH = OPTION_PATH + "/{option_id}/values"
# The types that both versions have; V2's others are V3's modifiers.
_TYPES = {
    "radio_buttons": "RB",
    "rectangles": "RT",
    "dropdown": "S",
    "product_list": "PL",
    "product_list_with_images": "PI",
    "swatch": "CS",
}
_SHOWN = {shown: name for name, shown in _TYPES.items()}


def show_shared_option(ctx: Context, doc: Doc, _row: Row | None) -> Doc:
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


def get_option(ctx: Context, resource: Resource) -> Reply:
    """GET an option: a shared one, or one that a product alone has."""
    row = ctx.store.get(SHARED, ctx.ids[0])
    if row is not None:
        return one(resource, render(ctx, resource, [row])[0])
    doc = ctx.require(OPTIONS, ctx.ids[0]).doc
    own = {
        "id": doc["id"],
        "name": doc["name"],
        "display_name": doc["display_name"],
        "type": _TYPES.get(doc["type"], "S"),
    }
    return Reply(200, jsontext.dumps(show_shared_option(ctx, own, None)))


def list_values(ctx: Context, resource: Resource) -> Reply:
    """GET the values of an option, shared or not."""
    key = ctx.ids[0]
    if ctx.store.exists(SHARED, key):
        return list_documents(ctx, resource)
    ctx.require(OPTIONS, key)
    values = [
        {"id": row.id, "option_id": key, "label": row.doc["label"], "value": row.doc["label"]}
        | {name: row.doc[name] for name in ("sort_order", "is_default")}
        for row in ctx.store.select(VALUES, parent=key)
    ]
    return Reply(200, jsontext.dumps(values)) if values else Reply(204)


def apply_option_set(ctx: Context, product: Row, said: Doc) -> None:
    """A product that is given an option set gets its options, and loses those of the old one."""
    chosen, before = said.get("option_set_id"), product.doc["option_set_id"]
    if "option_set_id" not in said or chosen == before:
        return
    child = ctx.child((product.id,))
    old = [row for row in ctx.store.select(OPTIONS, parent=product.id) if "shared" in row.secrets]
    delete(child, ctx.resource(OPTION_PATH), old)
    for member in ctx.store.select(SET_OPTIONS, parent=chosen) if chosen else ():
        shared = ctx.require(SHARED, member.doc["option_id"])
        if shared.doc["type"] in _SHOWN:
            _add_option(ctx, product.id, shared, member.doc)


def _add_option(ctx: Context, product: Id, shared: Row, member: Doc) -> None:
    doc = {
        "product_id": product,
        "name": shared.doc["name"],
        "display_name": member["display_name"],
        "type": _SHOWN[shared.doc["type"]],
        "config": {},
        "sort_order": member["sort_order"],
        "_shared": shared.id,
    }
    resource = ctx.resource(OPTION_PATH)
    option = create_checked(ctx.child((product,)), resource, product, doc, {})
    resource = ctx.resource(VALUE_PATH)
    for value in ctx.store.select(SHARED_VALUES, parent=shared.id):
        same = {name: value.doc[name] for name in ("label", "sort_order", "is_default")}
        own = {**same, "value_data": {}, "_shared": value.id}
        create_checked(ctx.child((product, option.id)), resource, option.id, own, {})


def show_option(_ctx: Context, doc: Doc, row: Row) -> Doc:
    """An option as a product has it, and which shared one it comes from."""
    return {
        "id": doc["id"],
        "option_id": row.secrets.get("shared", doc["id"]),
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


def read_sku(ctx: Context, body: Doc, _old: Doc | None) -> Doc:
    """A variant's V3 body."""
    doc = renamed(body, _SKU_NAMES)
    options = doc.pop("options", None)
    if options is not None:
        doc["option_values"] = [_chosen(ctx, item) for item in options]
    return doc


def _chosen(ctx: Context, item: Doc) -> Doc:
    """A value of an option: a shared one is named by its shared id."""
    option, value = item.get("product_option_id"), item.get("option_value_id")
    for row in ctx.store.select(VALUES, parent=option) if option is not None else ():
        if row.secrets.get("shared") == value:
            value = row.id
            break
    return {"option_id": option, "id": value}
