"""How V2 shows a brand, and what its body means in V3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.v2_formats import renamed, split_words, words

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Row


def show_brand(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A brand."""
    return {
        "id": doc["id"],
        "name": doc["name"],
        "page_title": doc["page_title"],
        "meta_keywords": words(doc["meta_keywords"]) or "",
        "meta_description": doc["meta_description"],
        "image_file": doc["image_url"],
        "search_keywords": doc["search_keywords"],
    }


def read_brand(_ctx: Context, body: Doc, old: Doc | None) -> Doc:
    """A brand's V3 body; V3 always wants the name."""
    doc = renamed(body, {"image_file": "image_url"})
    if "meta_keywords" in doc:
        doc["meta_keywords"] = split_words(doc["meta_keywords"])
    if "meta_description" in doc:
        doc["meta_description"] = doc["meta_description"] or ""
    return {"name": old["name"], **doc} if old else doc
