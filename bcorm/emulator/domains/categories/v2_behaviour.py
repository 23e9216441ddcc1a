"""How V2 shows a category, and what its body means in V3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.domains.brands.v2_behaviour import read_brand
from bcorm.emulator.v2_formats import words

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Row

CATEGORIES = "v3/catalog/categories"


def show_category(ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A category, with its way down from the root."""
    same = [
        "id",
        "parent_id",
        "name",
        "description",
        "sort_order",
        "page_title",
        "layout_file",
        "is_visible",
        "search_keywords",
    ]
    return {
        **{name: doc[name] for name in same},
        "meta_keywords": words(doc["meta_keywords"]) or "",
        "meta_description": doc["meta_description"],
        "parent_category_list": _way_down(ctx, doc),
        "image_file": doc["image_url"],
        "url": doc["custom_url"]["url"],
    }


def _way_down(ctx: Context, doc: Doc) -> list[int]:
    way = [doc["id"]]
    while doc["parent_id"]:
        doc = ctx.require(CATEGORIES, doc["parent_id"]).doc
        way.append(doc["id"])
    return way[::-1]


def read_category(ctx: Context, body: Doc, old: Doc | None) -> Doc:
    """A category's V3 body."""
    doc = read_brand(ctx, body, None)
    if old is None:
        doc.setdefault("parent_id", 0)
    if "url" in doc:
        doc["custom_url"] = {"url": doc.pop("url"), "is_customized": True}
    return doc
