"""How V2 shows what is around products, and what its bodies mean in V3.

One ``show_…`` and one ``read_…`` per resource; ``v2_tables`` pairs them. Names and
formats follow the archived V2 reference: amounts as text with four decimals, RFC-2822 dates,
links to what belongs to a product.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from bcorm.emulator.errors import ApiError
from bcorm.emulator.tables import Clause
from bcorm.emulator.urls import address
from bcorm.emulator.v2_formats import iso_date, mail_date, money, renamed, split_words, words

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Id, Row

PRODUCTS = "v3/catalog/products"
CATEGORIES = "v3/catalog/categories"
VIDEOS = PRODUCTS + "/videos"
_YOUTUBE = re.compile(r"[\w-]{1,25}")


def show_image(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """An image."""
    same = ("id", "product_id", "image_file", "is_thumbnail", "sort_order")
    return {
        **{name: doc[name] for name in same},
        "description": doc["description"] or None,
        "date_created": mail_date(doc["date_modified"]),
        **{f"{size}_url": doc[f"url_{size}"] for size in ("zoom", "thumbnail", "standard", "tiny")},
    }


def read_image(_ctx: Context, body: Doc, _old: Doc | None) -> Doc:
    """An image's V3 body."""
    doc = renamed(body, {"image_file": "image_url"})
    if "description" in doc:
        doc["description"] = doc["description"] or ""
    return doc


def show_custom_field(_ctx: Context, doc: Doc, row: Row) -> Doc:
    """A custom field: ``value`` is called ``text``."""
    return {
        "id": doc["id"],
        "product_id": row.parent,
        "name": doc["name"],
        "text": doc["value"],
    }


def read_custom_field(_ctx: Context, body: Doc, _old: Doc | None) -> Doc:
    """A custom field's V3 body."""
    return renamed(body, {"text": "value"})


def show_review(_ctx: Context, doc: Doc, row: Row) -> Doc:
    """A review: status 1 is approved, 0 is not."""
    return {
        "id": doc["id"],
        "product_id": row.parent,
        "author": doc["name"],
        "date_created": mail_date(doc["date_reviewed"]),
        "rating": doc["rating"],
        "title": doc["title"],
        "review": doc["text"],
        "status": 1 if doc["status"] == "approved" else 0,
    }


def read_review(ctx: Context, body: Doc, old: Doc | None) -> Doc:
    """A review's V3 body; V3 always wants its title and date."""
    doc = renamed(body, {"author": "name", "review": "text", "date_created": "date_reviewed"})
    if "status" in doc:
        doc["status"] = "approved" if doc["status"] == 1 else "pending"
    reviewed = iso_date(doc.get("date_reviewed")) or (old or {}).get("date_reviewed")
    doc["date_reviewed"] = reviewed or ctx.stamp("offset")
    if old is not None:
        doc.setdefault("title", old["title"])
    return doc


RULE_NAMES = {"min": "quantity_min", "max": "quantity_max", "type_value": "amount"}


def show_discount_rule(_ctx: Context, doc: Doc, row: Row) -> Doc:
    """A bulk pricing rule; its id is text."""
    return {
        "id": str(doc["id"]),
        "product_id": row.parent,
        "min": doc["quantity_min"],
        "max": doc["quantity_max"],
        "type": doc["type"],
        "type_value": doc["amount"],
    }


def read_discount_rule(_ctx: Context, body: Doc, old: Doc | None) -> Doc:
    """A bulk pricing rule's V3 body; V3 always wants all of it."""
    doc = renamed(body, RULE_NAMES)
    kept = ("quantity_min", "quantity_max", "type", "amount")
    return {**{name: old[name] for name in kept}, **doc} if old else doc


def show_video(_ctx: Context, doc: Doc, row: Row) -> Doc:
    """A video: V2's id is YouTube's."""
    return {
        "id": doc["video_id"],
        "product_id": row.parent,
        "sort_order": doc["sort_order"],
        "name": doc["title"],
    }


def read_video(_ctx: Context, body: Doc, old: Doc | None) -> Doc:
    """A video's V3 body, out of a YouTube URL."""
    doc = renamed(body, {"name": "title"})
    url = doc.pop("url", None)
    if url is None:
        return doc
    parts = address(url)
    found = (parse_qs(parts.query).get("v") or [parts.path.rsplit("/", 1)[-1]])[0]
    if "youtu" not in (parts.hostname or "") or not _YOUTUBE.fullmatch(found):
        raise ApiError(400, "The field 'url' is invalid.")
    return {**doc, "video_id": found} if old is None else doc


def find_video(ctx: Context, key: Id) -> Row | None:
    """The video of a YouTube id, under the product of the path."""
    where = Clause("json_extract(t._doc, '$.video_id') = ?", (str(key),))
    rows = ctx.store.select(VIDEOS, where, parent=ctx.ids[0], limit=1)
    return rows[0] if rows else None


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


_FLAG_NAMES = {
    "is_enabled": "enabled",
    "is_stop": "stop",
    "is_purchasing_disabled": "purchasing_disabled",
    "is_purchasing_hidden": "purchasing_hidden",
    "image_file": "image_url",
}
_CONDITION_NAMES = {
    "product_option_id": "modifier_id",
    "option_value_id": "modifier_value_id",
    "sku_id": "variant_id",
}


def show_rule(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A product rule."""
    same = [
        "id",
        "product_id",
        "sort_order",
        "purchasing_disabled_message",
        "price_adjuster",
        "weight_adjuster",
    ]
    return {
        **{name: doc.get(name) for name in same},
        **{shown: doc[name] for shown, name in _FLAG_NAMES.items()},
        "conditions": [
            {shown: condition.get(name) for shown, name in _CONDITION_NAMES.items()}
            for condition in doc["conditions"]
        ],
    }


def read_rule(_ctx: Context, body: Doc, _old: Doc | None) -> Doc:
    """A product rule's V3 body."""
    doc = renamed(body, _FLAG_NAMES)
    if "conditions" in doc:
        doc["conditions"] = [renamed(item, _CONDITION_NAMES) for item in doc["conditions"]]
    return doc


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
