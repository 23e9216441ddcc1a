"""Filters of the storefront's search: those there could be, those there are, those of a context."""

# ruff: noqa: S608 - the names in SQL are ours

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.batches import items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.domains.settings.behaviour import CHANNELS, channel_of
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import read
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc
    from bcorm.emulator.schema import Field

FILTERS = "v3/settings/search/filters"
CONTEXTS = "v3/settings/search/filters/contexts"
CATEGORIES = "v3/catalog/categories"
PRODUCTS = "v3/catalog/products"
OPTIONS = "v3/catalog/products/options"
# What every store can filter by, besides the options of its products.
_GENERAL = ("category", "brand", "price", "rating", "other")
_LIST = {"display_product_count": True, "items_to_show": 10}
_OTHER = (
    "show_free_shipping_filter",
    "show_in_stock_filter",
    "show_is_featured_filter",
    "show_product_count",
)
# What filters of each type say besides their name, and whether they are on.
_OF_TYPE: dict[str, Doc] = {
    "product": {**_LIST, "sort_by": "alpha"},
    "category": _LIST,
    "brand": {**_LIST, "sort_by": "alpha"},
    "price": {},
    "rating": {},
    "other": {"display_product_count": True, **dict.fromkeys(_OTHER, True)},
}


def _key(name: str) -> str:
    return base64.b64encode(name.encode()).decode()


def _enveloped(rows: list[Any], meta: Doc | None = None) -> Reply:
    return Reply(200, jsontext.dumps({"data": rows, "meta": meta or {}}))


def _configured(ctx: Context) -> list[Doc]:
    kept: list[Doc] | None = ctx.store.setting(FILTERS)
    if kept is not None:
        return kept
    return [
        {
            "id": _key(kind),
            "type": kind,
            "display_name": kind.title(),
            "is_enabled": True,
            "collapsed_by_default": False,
            **_OF_TYPE[kind],
        }
        for kind in _GENERAL
    ]


def show(ctx: Context) -> Reply:
    """GET the filters of the store."""
    return _enveloped(_configured(ctx))


def write(ctx: Context, fields: Sequence[Field]) -> Reply:
    """PUT filters: those that are named change and come first, in that order."""
    known = {item["id"]: item for item in _configured(ctx)}
    changed = {}
    for item in items_of(ctx):
        said = check(fields, item, "put", "v3")
        if said["id"] not in known:
            raise ApiError(422, errors={"id": f"There is no filter {said['id']}."})
        before = known.pop(said["id"])
        changed[said["id"]] = {**before, **said, "type": before["type"]}
    filters = [*changed.values(), *known.values()]
    ctx.store.set_setting(FILTERS, filters)
    return _enveloped(filters)


def available(ctx: Context) -> Reply:
    """GET the filters that there could be: the general ones, and one for each product option."""
    channel_of(ctx)
    if "category_id" in ctx.query:
        ctx.require(CATEGORIES, read("category_id", "integer", ctx.query["category_id"], "v3"))
    rows: list[Doc] = []
    for kind in _GENERAL:
        row: Doc = {"id": _key(kind), "name": kind.title(), "type": kind}
        if kind == "price":
            low, high = ctx.store.query(
                "SELECT min(json_extract(_doc, '$.price')), max(json_extract(_doc, '$.price'))"
                f' FROM "{PRODUCTS}"'
            )[0]
            row |= {"price_range_min": low or 0, "price_range_max": high or 0}
        elif kind != "other":
            row["product_count"] = ctx.store.count(PRODUCTS)
        rows.append(row)
    sql = (
        "SELECT json_extract(_doc, '$.display_name') AS name, count(DISTINCT _parent)"
        f' FROM "{OPTIONS}" GROUP BY name ORDER BY name'
    )
    rows += [
        {"id": _key(f"option {name}"), "name": name, "type": "product", "product_count": number}
        for name, number in ctx.store.query(sql)
    ]
    return _enveloped(rows)


def contexts(ctx: Context) -> Reply:
    """GET the filters of channels and categories that have their own."""
    rows: list[Doc] = ctx.store.setting(CONTEXTS, [])
    for name in ("channel_id", "category_id"):
        if name in ctx.query:
            wanted = read(name, "integer", ctx.query[name], "v3")
            rows = [row for row in rows if row["context"].get(name) == wanted]
    page = read("page", "integer", ctx.query.get("page", "1"), "v3")
    limit = read("limit", "integer", ctx.query.get("limit", "50"), "v3")
    shown = rows[(page - 1) * limit : page * limit]
    pagination = {
        "total": len(rows),
        "count": len(shown),
        "per_page": limit,
        "current_page": page,
        "total_pages": -(-len(rows) // limit),
        "links": {"current": f"?page={page}&limit={limit}"},
    }
    return _enveloped(shown, {"pagination": pagination})


def set_contexts(ctx: Context, fields: Sequence[Field]) -> Reply:
    """PUT the filters of contexts, each as a whole."""
    kept = {_place(row["context"]): row for row in ctx.store.setting(CONTEXTS, [])}
    written = []
    for item in items_of(ctx):
        row = check(fields, item, "put", "v3")
        channel, category = _place(row["context"])
        if channel is not None and not ctx.store.exists(CHANNELS, channel):
            raise ApiError(422, errors={"context.channel_id": "The channel does not exist."})
        if category is not None and not ctx.store.exists(CATEGORIES, category):
            raise ApiError(422, errors={"context.category_id": "The category does not exist."})
        kept[channel, category] = row
        written.append(row)
    ctx.store.set_setting(CONTEXTS, list(kept.values()))
    return _enveloped(written)


def _place(context: Doc) -> tuple[int | None, int | None]:
    return context.get("channel_id"), context.get("category_id")
