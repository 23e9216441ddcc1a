"""Brands: their URLs, and the products of one that goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.tables import Clause
from bcorm.emulator.urls import slug

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Row

PRODUCTS = "v3/catalog/products"


def prepare(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Give a brand its URL."""
    written = doc.get("custom_url")
    if old is None and not (written and written.get("url")):
        doc["custom_url"] = {"url": f"/brands/{slug(doc['name'])}.html", "is_customized": False}
    del ctx


def deleting(ctx: Context, row: Row) -> None:
    """Products of a brand that goes have none."""
    for product in ctx.store.select(PRODUCTS, Clause("t.brand_id = ?", (row.id,))):
        ctx.store.update(PRODUCTS, product.id, {**product.doc, "brand_id": 0})
