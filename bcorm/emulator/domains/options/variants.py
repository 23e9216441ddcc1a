"""Variants: every product has at least one, and it follows the product where it says nothing."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from bcorm.emulator.batches import each, items_of
from bcorm.emulator.crud import create, create_checked, many, update
from bcorm.emulator.domains.inventory.behaviour import note_counted
from bcorm.emulator.errors import ApiError
from bcorm.emulator.numerals import plain_number
from bcorm.emulator.refusals import Refusal
from bcorm.emulator.rendering import render
from bcorm.emulator.tables import Clause
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.context import Context, Reply
    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Id, Row

PRODUCTS = "v3/catalog/products"
VARIANTS = PRODUCTS + "/variants"
PATH = PRODUCTS + "/{product_id}/variants"
OPTIONS = PRODUCTS + "/options"
OPTION_PATH = PRODUCTS + "/{product_id}/options"
VALUES = OPTIONS + "/values"
VALUE_PATH = OPTION_PATH + "/{option_id}/values"
_SHARED = ("sku", "upc", "mpn", "gtin", "inventory_level", "inventory_warning_level")


EMPTY_SKU = Refusal(
    request="a variant with an empty SKU",
    status=422,
    title="The variant sku must not be empty.",
    errors={"sku": "must not be empty"},
    code=22004,
    source="seen live",
    says="PUT of a variant: 422 with the code 22004; the words are not known",
)


def accept(_ctx: Context, body: Doc) -> Doc:
    """A variant may be without a SKU, and may not have an empty one."""
    if body.get("sku") == "":
        raise EMPTY_SKU.error()
    return body


def calculate(doc: Doc, product: Doc) -> None:
    """Derive the price and weight a variant is sold with."""
    price = doc.get("price")
    sale = doc.get("sale_price")
    if price is None:
        doc["calculated_price"] = product["calculated_price"]
    else:
        price, sale = Decimal(price), Decimal(sale or 0)
        doc["calculated_price"] = plain_number(sale if 0 < sale < price else price)
    doc["calculated_weight"] = product["weight"] if doc.get("weight") is None else doc["weight"]


def prepare(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Check a variant's options against its product and derive its price."""
    key = old["product_id"] if old else ctx.ids[0]
    product = ctx.require(PRODUCTS, key)
    doc["product_id"] = key
    if old is None:
        doc["option_values"] = _resolved(ctx, key, doc.get("option_values") or [])
        if "_base" not in doc:
            _refuse_unfit(ctx, key, doc["option_values"])
    else:
        doc["option_values"] = old["option_values"]
    doc.pop("_base", None)
    calculate(doc, product.doc)


def _resolved(ctx: Context, product: Id, asked: Sequence[Any]) -> list[Doc]:
    """The full form of option values that are named by id or by label."""
    found = []
    for position, item in enumerate(asked):
        row = _value(ctx, product, item) if isinstance(item, dict) else None
        if row is None or row.parent is None:
            raise ApiError(
                422, errors={f"option_values.{position}": "The option value does not exist."}
            )
        option = ctx.require(OPTIONS, row.parent).doc
        found.append(
            {
                "id": row.id,
                "label": row.doc["label"],
                "option_id": option["id"],
                "option_display_name": option["display_name"],
            }
        )
    return found


def _value(ctx: Context, product: Id, item: Doc) -> Row | None:
    option = item.get("option_id")
    if option is None and item.get("option_display_name"):
        where = Clause("t.display_name = ? COLLATE NOCASE", (item["option_display_name"],))
        ids = ctx.store.ids(OPTIONS, where, parent=product)
        option = ids[0] if ids else None
    if item.get("id"):
        row = ctx.store.get(VALUES, item["id"], option)
        if (
            row is not None
            and row.parent is not None
            and ctx.store.get(OPTIONS, row.parent, product)
        ):
            return row
        return None
    if option is None or not item.get("label") or not ctx.store.get(OPTIONS, option, product):
        return None
    where = Clause("t.label = ? COLLATE NOCASE", (item["label"],))
    rows = ctx.store.select(VALUES, where, parent=option)
    return rows[0] if rows else None


def _refuse_unfit(ctx: Context, product: Id, values: Sequence[Doc]) -> None:
    options = set(ctx.store.ids(OPTIONS, parent=product))
    if {value["option_id"] for value in values} != options or not values:
        raise ApiError(422, errors={"option_values": "A variant needs one value of every option."})
    chosen = {value["id"] for value in values}
    for row in ctx.store.select(VARIANTS, parent=product):
        if {value["id"] for value in row.doc["option_values"]} == chosen:
            raise ApiError(409, "A variant with these option values exists already.")


def saved(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Keep the product in step: its first real variant replaces the base one."""
    product = ctx.require(PRODUCTS, doc["product_id"])
    base = product.doc["base_variant_id"]
    if old is None:
        if base is not None and doc["option_values"] and base != doc["id"]:
            ctx.store.delete(VARIANTS, [base])
            ctx.store.update(PRODUCTS, product.id, {**product.doc, "base_variant_id": None})
        ctx.store.update(VARIANTS, doc["id"], {**doc, "sku_id": doc["id"] if doc["sku"] else None})
    elif base == doc["id"]:
        shared = {name: doc[name] for name in _SHARED if name in body and doc[name] is not None}
        own = {name: body[name] for name in ("price", "weight") if body.get(name) is not None}
        if shared or own:
            _write_product(ctx, product, {**shared, **own})
    if "inventory_level" in body:
        note_counted(ctx, doc["id"])
    if product.doc["inventory_tracking"] == "variant":
        _count_stock(ctx, product.id)


def _write_product(ctx: Context, row: Row, values: Doc) -> None:
    doc = {**row.doc, **values}
    sale = Decimal(doc["sale_price"] or 0)
    doc["calculated_price"] = (
        doc["sale_price"] if 0 < sale < Decimal(doc["price"]) else doc["price"]
    )
    ctx.store.update(PRODUCTS, row.id, doc)


def _count_stock(ctx: Context, product: Id) -> None:
    levels = [row.doc["inventory_level"] or 0 for row in ctx.store.select(VARIANTS, parent=product)]
    row = ctx.require(PRODUCTS, product)
    ctx.store.update(PRODUCTS, product, {**row.doc, "inventory_level": sum(levels)})


def deleting(ctx: Context, row: Row) -> None:
    """A product that loses its last variant becomes a simple one again."""
    if row.parent is None or not ctx.store.exists(PRODUCTS, row.parent):
        return
    product = ctx.require(PRODUCTS, row.parent)
    if product.doc["base_variant_id"] == row.id:
        raise ApiError(422, "The base variant of a product cannot be deleted.")
    if ctx.store.count(VARIANTS, parent=row.parent) == 1:
        _create_base(ctx, product.doc)


def restore_base(ctx: Context, product: Id) -> None:
    """Make a product without variants a simple one."""
    _create_base(ctx, ctx.require(PRODUCTS, product).doc)


def _create_base(ctx: Context, product: Doc) -> None:
    resource = ctx.resource(PATH)
    body = {name: product[name] for name in _SHARED if name != "sku"}
    doc = check(resource.fields, {**body, "sku": product["sku"]}, "post", "v3")
    doc["_base"] = True
    row = create_checked(ctx.child((product["id"],)), resource, product["id"], doc, {})
    current = ctx.require(PRODUCTS, product["id"]).doc
    ctx.store.update(PRODUCTS, product["id"], {**current, "base_variant_id": row.id})


def create_with_product(ctx: Context, product: Doc, asked: Sequence[Any]) -> None:
    """The variants a new product comes with: those of its body, or the base one."""
    if not asked:
        _create_base(ctx, product)
        return
    key = product["id"]
    _create_options(ctx, key, asked)
    resource = ctx.resource(PATH)
    for item in asked:
        create(ctx.child((key,)), resource, key, item)


def _create_options(ctx: Context, product: Id, asked: Sequence[Any]) -> None:
    """Options and values that the variants of a new product name for the first time."""
    wanted: dict[str, list[str]] = {}
    for item in asked:
        for value in (item.get("option_values") if isinstance(item, dict) else None) or ():
            labels = wanted.setdefault(value.get("option_display_name") or "", [])
            if value.get("label") not in labels:
                labels.append(value.get("label") or "")
    for position, (name, labels) in enumerate(wanted.items()):
        values = [{"label": label, "sort_order": order} for order, label in enumerate(labels)]
        create(
            ctx.child((product,)),
            ctx.resource(OPTION_PATH),
            product,
            {
                "display_name": name,
                "type": "radio_buttons",
                "sort_order": position,
                "option_values": values,
            },
        )


def follow_product(ctx: Context, product: Doc, old: Doc) -> None:
    """Prices and weights that variants inherit, and what the base variant mirrors."""
    moved = any(product[name] != old[name] for name in ("calculated_price", "weight", *_SHARED))
    if not moved:
        return
    for row in ctx.store.select(VARIANTS, parent=product["id"]):
        doc = row.doc
        before = dict(doc)
        if row.id == product["base_variant_id"]:
            doc |= {name: product[name] for name in _SHARED}
        calculate(doc, product)
        if doc != before:
            ctx.store.update(VARIANTS, row.id, doc)


def update_batch(ctx: Context, resource: Resource) -> Reply:
    """PUT /catalog/variants: up to 50, each by its id; all of it or nothing."""
    items = items_of(ctx, resource.batch)
    try:
        rows = each(ctx, items, partial(_update_one, ctx, resource))
    except ApiError as error:
        problem = {**error.problem(), "errors": error.errors or {}}
        raise ApiError(422, body={"batch_errors": [problem]}) from error
    return many(resource, render(ctx, resource, rows))


def _update_one(ctx: Context, resource: Resource, item: Any) -> Row:
    key = item.get("id") if isinstance(item, dict) else None
    row = ctx.store.get(VARIANTS, key) if isinstance(key, int) else None
    if row is None or row.parent is None:
        raise ApiError(422, errors={"id": f"No variant has the id {key}."})
    return update(ctx.child((row.parent,)), resource, row, item)
