"""Options and modifiers, their values, and the variants that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.crud import create, update, wipe
from bcorm.emulator.domains.options import variants

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Id, Row

PRODUCTS = "v3/catalog/products"
VARIANTS = PRODUCTS + "/variants"
OPTIONS = PRODUCTS + "/options"
VALUES = OPTIONS + "/values"
_PATHS = {
    "options": (PRODUCTS + "/{product_id}/options/{option_id}/values", VALUES),
    "modifiers": (
        PRODUCTS + "/{product_id}/modifiers/{modifier_id}/values",
        PRODUCTS + "/modifiers/values",
    ),
}


# What the config of a text says before anybody writes it.
_TEXT_CONFIG = {
    "default_value": "",
    "text_characters_limited": False,
    "text_min_length": 0,
    "text_max_length": 0,
}
_LINES_CONFIG = {"text_lines_limited": False, "text_max_lines": 0}
_CONFIGS = {"text": _TEXT_CONFIG, "multi_line_text": {**_TEXT_CONFIG, **_LINES_CONFIG}}


def prepare(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Options and modifiers have an internal name that the shopper never sees."""
    if old is None:
        doc["config"] = {**_CONFIGS.get(doc["type"], {}), **(doc.get("config") or {})}
        doc["name"] = f"{doc['display_name']}{ctx.now}-{ctx.ids[0]}"
        doc.setdefault("sort_order", 0)


def saved(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Store the values of the body, and rename the option in its variants."""
    _save_values(ctx, "options", doc, body)
    if old is not None and old["display_name"] != doc["display_name"]:
        _rewrite(
            ctx,
            doc["product_id"],
            lambda value: (
                {**value, "option_display_name": doc["display_name"]}
                if value["option_id"] == doc["id"]
                else value
            ),
        )


def modifier_saved(ctx: Context, doc: Doc, _old: Doc | None, body: Doc) -> None:
    """Store the values of the body."""
    _save_values(ctx, "modifiers", doc, body)


def _save_values(ctx: Context, kind: str, doc: Doc, body: Doc) -> None:
    path, collection = _PATHS[kind]
    resource = ctx.resource(path)
    child = ctx.child((ctx.ids[0], doc["id"]))
    for position, item in enumerate(body.get("option_values") or ()):
        row = ctx.store.get(collection, item["id"], doc["id"]) if item.get("id") else None
        if row is None:
            complete = {"sort_order": position, **item}
            create(child, resource, doc["id"], complete)
        else:
            update(child, resource, row, item)


def deleting(ctx: Context, row: Row) -> None:
    """Variants cannot outlive an option they are made of."""
    _drop_variants(ctx, row.parent, "option_id", row.id)


def prepare_value(_ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """A value without data shows an empty object."""
    if old is None:
        doc["value_data"] = doc.get("value_data") or {}


def prepare_modifier_value(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Complete the adjusters that a modifier value always shows."""
    if old is None:
        doc["value_data"] = doc.get("value_data") or _checked(ctx, doc)
        given = doc.get("adjusters") or {}
        doc["adjusters"] = {
            "price": {},
            "weight": {},
            "image_url": "",
            "purchasing_disabled": {"status": False, "message": ""},
            **given,
        }


def _checked(ctx: Context, doc: Doc) -> Doc:
    """What the values of a checkbox say: the one labelled Yes is the checked one."""
    modifier = ctx.store.get(PRODUCTS + "/modifiers", ctx.ids[-1])
    if modifier is None or modifier.doc["type"] != "checkbox":
        return {}
    return {"checked_value": doc["label"].lower() == "yes"}


def value_saved(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Rename the value in the variants that have it."""
    if old is None or old["label"] == doc["label"]:
        return
    _rewrite(
        ctx,
        ctx.ids[0],
        lambda value: {**value, "label": doc["label"]} if value["id"] == doc["id"] else value,
    )


def value_deleting(ctx: Context, row: Row) -> None:
    """Variants with that value go with it."""
    _drop_variants(ctx, ctx.ids[0], "id", row.id)


def _rewrite(ctx: Context, product: Id, change: Callable[[Doc], Doc]) -> None:
    for row in ctx.store.select(VARIANTS, parent=product):
        doc = row.doc
        values = [change(value) for value in doc["option_values"]]
        if values != doc["option_values"]:
            ctx.store.update(VARIANTS, row.id, {**doc, "option_values": values})


def _drop_variants(ctx: Context, product: Id | None, field: str, key: Id) -> None:
    if product is None:
        return
    gone = [
        row.id
        for row in ctx.store.select(VARIANTS, parent=product)
        if any(value[field] == key for value in row.doc["option_values"])
    ]
    if gone and len(gone) == ctx.store.count(VARIANTS, parent=product):
        variants.restore_base(ctx, product)
    wipe(ctx, VARIANTS, gone)
