"""What is told of all products: the summary, and their assignments to channels and categories."""

# ruff: noqa: S608 - names in SQL come from our tables, values are always bound

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext, paging, timestamps
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.domains.products.behaviour import (
    ASSIGNMENTS,
    CATEGORIES,
    PRODUCTS,
    assign_channel,
)
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import compile_filters, given, read_list
from bcorm.emulator.numerals import plain_number
from bcorm.emulator.tables import Clause, all_of

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Id

VARIANTS = PRODUCTS + "/variants"


def summary(ctx: Context) -> Reply:
    """GET /catalog/summary."""
    count, stock, value, highest, average, lowest = ctx.store.query(
        "SELECT count(*), total(json_extract(_doc, '$.inventory_level')),"
        " total(json_extract(_doc, '$.inventory_level') *"
        "       json_extract(_doc, '$.calculated_price')),"
        " max(json_extract(_doc, '$.calculated_price')),"
        " avg(json_extract(_doc, '$.calculated_price')),"
        f" min(json_extract(_doc, '$.calculated_price')) FROM \"{VARIANTS}\""
    )[0]
    oldest, newest = ctx.store.query(
        f"SELECT min(json_extract(_doc, '$.date_created')),"
        f" max(json_extract(_doc, '$.date_created')) FROM \"{PRODUCTS}\""
    )[0]
    roots = ctx.store.select(CATEGORIES, limit=1)
    primary: Doc = roots[0].doc if roots else {"id": 0, "name": ""}
    data = {
        "inventory_count": int(stock),
        "inventory_value": _rounded(value),
        "primary_category_id": primary["id"],
        "primary_category_name": primary["name"],
        "variant_count": count,
        "highest_variant_price": _rounded(highest),
        "average_variant_price": _rounded(average),
        "lowest_variant_price": _rounded(lowest),
        "oldest_variant_date": oldest or timestamps.offset_style(0),
        "newest_variant_date": newest or timestamps.offset_style(0),
    }
    return Reply(200, jsontext.dumps({"data": data, "meta": {}}))


def _rounded(value: float | None) -> int | Decimal:
    return plain_number(Decimal(repr(value or 0)).quantize(Decimal("0.0001")))


def _pairs(ctx: Context, other: str) -> list[tuple[int, int]]:
    if not isinstance(ctx.body, list):
        raise ApiError(422, errors={"": "error.expected.jsarray"})
    pairs: list[tuple[int, int]] = []
    for position, entry in enumerate(ctx.body):
        item = entry if isinstance(entry, dict) else {}
        for name in ("product_id", other):
            if not isinstance(item.get(name), int):
                raise ApiError(422, errors={f"{position}.{name}": "error.path.missing"})
        if not ctx.store.exists(PRODUCTS, item["product_id"]):
            raise ApiError(422, errors={f"{position}.product_id": "The product does not exist."})
        pairs.append((item["product_id"], item[other]))
    return pairs


def assign_channels(ctx: Context) -> Reply:
    """PUT /catalog/products/channel-assignments."""
    for product, channel in _pairs(ctx, "channel_id"):
        assign_channel(ctx, product, channel)
    return Reply(204)


def list_channel_assignments(ctx: Context, resource: Resource) -> Reply:
    """GET /catalog/products/channel-assignments."""
    where = all_of(compile_filters(ctx, resource))
    cut = paging.window(ctx, resource, ())
    rows = ctx.store.select(
        ASSIGNMENTS,
        where,
        order="t.product_id, t.channel_id",
        limit=cut.limit,
        offset=cut.offset,
    )
    total = ctx.store.count(ASSIGNMENTS, where)
    meta = paging.meta(resource, cut, total, [row.id for row in rows])
    return Reply(200, f'{{"data":[{",".join(row.text for row in rows)}],"meta":{meta}}}')


def remove_channel_assignments(ctx: Context, resource: Resource) -> Reply:
    """DELETE /catalog/products/channel-assignments by filter."""
    if not given(ctx, resource.filters):
        raise ApiError(422, "At least one filter is required to delete a collection.")
    where = all_of(compile_filters(ctx, resource))
    ctx.store.delete(ASSIGNMENTS, ctx.store.ids(ASSIGNMENTS, where))
    return Reply(204)


def _category_where(ctx: Context) -> Clause:
    clauses = [Clause("collection = ? AND field = 'categories'", (PRODUCTS,))]
    for param, column in (("product_id:in", "id"), ("category_id:in", "value")):
        if param in ctx.query:
            keys = read_list(param, "integer", ctx.query[param], "v3")
            marks = ",".join("?" * len(keys))
            clauses.append(Clause(f"{column} IN ({marks})", tuple(keys)))
    return all_of(clauses)


def list_category_assignments(ctx: Context, resource: Resource) -> Reply:
    """GET /catalog/products/category-assignments."""
    where = _category_where(ctx)
    cut = paging.window(ctx, resource, ())
    rows = ctx.store.query(
        f"SELECT id, value FROM elements WHERE {where.sql} ORDER BY id, value LIMIT ? OFFSET ?",
        (*where.args, cut.limit, cut.offset),
    )
    total = ctx.store.query(f"SELECT count(*) FROM elements WHERE {where.sql}", where.args)[0][0]
    data = [{"product_id": product, "category_id": category} for product, category in rows]
    meta = paging.meta(resource, cut, total, [product for product, _ in rows])
    return Reply(200, f'{{"data":{jsontext.dumps(data)},"meta":{meta}}}')


def _set_categories(ctx: Context, product: Id, change: Any) -> None:
    doc = ctx.require(PRODUCTS, product).doc
    categories = change(doc["categories"])
    if categories != doc["categories"]:
        ctx.store.update(PRODUCTS, product, {**doc, "categories": categories})


def assign_categories(ctx: Context) -> Reply:
    """PUT /catalog/products/category-assignments."""
    for position, (product, category) in enumerate(_pairs(ctx, "category_id")):
        if not ctx.store.exists(CATEGORIES, category):
            raise ApiError(422, errors={f"{position}.category_id": "The category does not exist."})
        _set_categories(ctx, product, lambda old, new=category: list(dict.fromkeys([*old, new])))
    return Reply(204)


def remove_category_assignments(ctx: Context) -> Reply:
    """DELETE /catalog/products/category-assignments by filter."""
    if not {"product_id:in", "category_id:in"} & set(ctx.query):
        raise ApiError(422, "At least one filter is required to delete a collection.")
    where = _category_where(ctx)
    for product, category in ctx.store.query(
        f"SELECT id, value FROM elements WHERE {where.sql}", where.args
    ):
        _set_categories(
            ctx, product, lambda old, gone=category: [key for key in old if key != gone]
        )
    return Reply(204)
