"""Wishlists: a customer's, of variants that are there, each item with an id of its own."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import one, update_checked
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.rendering import render
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.schema import Field

WISHLISTS = "v3/wishlists"
PRODUCTS = "v3/catalog/products"
VARIANTS = "v3/catalog/products/variants"


def prepare(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Check whose list it is and what is on it; items that are new get an id."""
    if old is not None:
        doc["customer_id"] = old["customer_id"]
    elif not ctx.store.exists("v3/customers", doc["customer_id"]):
        raise ApiError(422, errors={"customer_id": "The customer does not exist."})
    doc["token"] = old["token"] if old else str(uuid.uuid4())
    known = {item["id"] for item in old["items"]} if old else set()
    doc["items"] = [_item(ctx, item, known) for item in doc["items"]]


def _item(ctx: Context, item: Doc, known: set[int]) -> Doc:
    product = ctx.store.get(PRODUCTS, item["product_id"])
    if product is None:
        raise ApiError(422, errors={"items.product_id": "The product does not exist."})
    variant = item.get("variant_id") or product.doc["base_variant_id"]
    if variant is not None and ctx.store.get(VARIANTS, variant, product.id) is None:
        raise ApiError(422, errors={"items.variant_id": "The variant does not exist."})
    key = item.get("id")
    if key not in known:
        key = ctx.store.next_id(f"{WISHLISTS}/items")
    place = {} if variant is None else {"variant_id": variant}
    return {"id": key, "product_id": product.id, **place}


def add_items(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """POST items: the answer is the whole list."""
    row = ctx.require(WISHLISTS, ctx.ids[0])
    said = check(fields, ctx.body, "post", "v3")
    items = [*row.doc["items"], *said["items"]]
    row = update_checked(ctx, resource, row, {"items": items}, ctx.body)
    return one(resource, render(ctx, resource, [row])[0], 201)


def delete_item(ctx: Context, resource: Resource) -> Reply:
    """DELETE an item: the answer is the list without it."""
    row = ctx.require(WISHLISTS, ctx.ids[0])
    items = row.doc["items"]
    left = [item for item in items if item["id"] != ctx.ids[1]]
    if len(left) == len(items):
        raise not_found("v3")
    row = update_checked(ctx, resource, row, {"items": left}, {})
    return one(resource, render(ctx, resource, [row])[0])
