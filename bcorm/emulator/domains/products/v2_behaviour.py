"""How V2 shows products, and what its product bodies and filters mean in V3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import read
from bcorm.emulator.tables import Clause
from bcorm.emulator.urls import address
from bcorm.emulator.v2_formats import iso_date, link, mail_date, money, renamed, split_words, words

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Id, Row

PRODUCTS = "v3/catalog/products"
IMAGES = PRODUCTS + "/images"
OPTION_SETS = "v2/option_sets"
_TRACKING = {"simple": "product", "sku": "variant", "none": "none"}
_SHOWN_TRACKING = {shown: name for name, shown in _TRACKING.items()}

_AMOUNTS = [
    "price",
    "cost_price",
    "retail_price",
    "sale_price",
    "calculated_price",
    "weight",
    "width",
    "height",
    "depth",
    "fixed_cost_shipping_price",
]
_SAME = [
    "id",
    "name",
    "type",
    "sku",
    "description",
    "search_keywords",
    "availability_description",
    "sort_order",
    "is_visible",
    "is_featured",
    "inventory_level",
    "inventory_warning_level",
    "warranty",
    "is_free_shipping",
    "total_sold",
    "brand_id",
    "view_count",
    "page_title",
    "meta_description",
    "layout_file",
    "is_price_hidden",
    "price_hidden_label",
    "categories",
    "condition",
    "is_condition_shown",
    "preorder_message",
    "is_preorder_only",
    "order_quantity_minimum",
    "order_quantity_maximum",
    "open_graph_type",
    "open_graph_title",
    "open_graph_description",
    "upc",
    "option_set_id",
    "tax_class_id",
    "option_set_display",
    "bin_picking_number",
    "availability",
]
_BLANK_IS_NULL = ("search_keywords", "warranty", "meta_description")
# What V2 alone knows of a product, and what it says before anybody wrote it.
OWN = {
    "event_date_field_name": "Delivery Date",
    "event_date_type": "none",
    "event_date_start": "",
    "event_date_end": "",
    "myob_asset_account": "",
    "myob_income_account": "",
    "myob_expense_account": "",
    "peachtree_gl_account": "",
}
_LINKS = [
    "images",
    "discount_rules",
    "configurable_fields",
    "custom_fields",
    "videos",
    "skus",
    "rules",
    "options",
    "downloads",
]
_PRODUCT_NAMES = {
    "is_open_graph_thumbnail": "open_graph_use_image",
    "avalara_product_tax_code": "product_tax_code",
}


def show_product(ctx: Context, doc: Doc, row: Row) -> Doc:
    """A product with its links; one query more for its primary image."""
    shown: Doc = {name: doc.get(name) for name in _SAME}
    shown |= {name: shown[name] or None for name in _BLANK_IS_NULL}
    shown |= {name: money(doc[name]) for name in _AMOUNTS}
    shown |= OWN | {name: value for name, value in row.secrets.items() if name in OWN}
    here, option_set = f"/products/{doc['id']}", doc["option_set_id"]
    return {
        **shown,
        "keyword_filter": None,
        "related_products": ",".join(map(str, doc["related_products"])),
        "inventory_tracking": _SHOWN_TRACKING[doc["inventory_tracking"]],
        "rating_total": doc["reviews_rating_sum"],
        "rating_count": doc["reviews_count"],
        "meta_keywords": words(doc["meta_keywords"]),
        "date_created": mail_date(doc["date_created"]),
        "date_modified": mail_date(doc["date_modified"]),
        "date_last_imported": mail_date(doc["date_last_imported"]),
        "preorder_release_date": mail_date(doc["preorder_release_date"]),
        "is_open_graph_thumbnail": doc["open_graph_use_image"],
        "avalara_product_tax_code": doc["product_tax_code"],
        "custom_url": doc["custom_url"]["url"],
        "primary_image": _primary_image(ctx, row.id),
        "brand": link(ctx, f"/brands/{doc['brand_id']}") if doc["brand_id"] else None,
        "option_set": link(ctx, f"/option_sets/{option_set}") if option_set else None,
        "tax_class": link(ctx, f"/tax_classes/{doc['tax_class_id']}"),
        **{name: link(ctx, f"{here}/{name}") for name in _LINKS},
    }


def _primary_image(ctx: Context, product: Id) -> Doc | None:
    where = Clause("json_extract(t._doc, '$.is_thumbnail')")
    rows = ctx.store.select(IMAGES, where, parent=product, limit=1)
    if not rows:
        return None
    image = rows[0].doc
    sizes = ("tiny", "thumbnail", "standard", "zoom")
    return {"id": image["id"], **{f"{size}_url": image[f"url_{size}"] for size in sizes}}


def read_product(ctx: Context, body: Doc, old: Doc | None) -> Doc:
    """A product's V3 body. A new one is not visible unless it says so."""
    doc = renamed(body, _PRODUCT_NAMES)
    if old is None:
        doc.setdefault("is_visible", False)
    _check_option_set(ctx, doc.get("option_set_id"))
    if "related_products" in doc:
        doc["related_products"] = _ids(doc["related_products"])
    if "inventory_tracking" in doc:
        doc["inventory_tracking"] = _TRACKING[doc["inventory_tracking"]]
    if "meta_keywords" in doc:
        doc["meta_keywords"] = split_words(doc["meta_keywords"])
    if "custom_url" in doc:
        doc["custom_url"] = {"url": doc["custom_url"], "is_customized": True}
    for name in ("preorder_release_date", "date_last_imported"):
        if name in doc:
            doc[name] = iso_date(doc[name])
    for name in _BLANK_IS_NULL:
        if name in doc:
            doc[name] = doc[name] or ""
    return doc


def _check_option_set(ctx: Context, option_set: Id | None) -> None:
    if option_set is not None and not ctx.store.exists(OPTION_SETS, option_set):
        raise ApiError(
            400,
            "The field 'option_set_id' is invalid.",
            details={"invalid_reason": f"Option set id {option_set} does not exist."},
        )


def _ids(text: str) -> list[int]:
    try:
        return [int(key) for key in split_words(text)]
    except ValueError:
        raise ApiError(400, "The field 'related_products' is invalid.") from None


def in_category(_ctx: Context, text: str) -> Clause:
    """`category`: products in that category, whatever others they are in."""
    key = read("category", "integer", text, "v2")
    return Clause(
        "t._id IN (SELECT id FROM elements WHERE collection = ? AND field = 'categories'"
        " AND value = ?)",
        (PRODUCTS, key),
    )


def in_description(_ctx: Context, text: str) -> Clause:
    """`description`: the whole text."""
    return Clause("json_extract(t._doc, '$.description') = ?", (text,))


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
    """A custom field: `value` is called `text`."""
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
