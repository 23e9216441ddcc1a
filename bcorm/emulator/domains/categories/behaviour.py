"""Categories and trees: one collection behind the old and the new endpoints."""

# ruff: noqa: S608 - names in SQL come from our tables, values are always bound

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.bulk import delete_where
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create_checked, delete, update_checked
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import compile_filters, given, read, read_list
from bcorm.emulator.paging import counted
from bcorm.emulator.refusals import Refusal
from bcorm.emulator.rendering import render
from bcorm.emulator.tables import Clause, Row, all_of, is_id
from bcorm.emulator.urls import free_url
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeGuard

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Id

CATEGORIES = "v3/catalog/categories"
TREES = "v3/catalog/trees"
PRODUCTS = "v3/catalog/products"
# As many levels of categories as a shop has.
_DEEPEST = 8
_NAMESPACE = uuid.UUID("5b3b8a0e-6f0d-4b1e-9d7c-2f6f7f0a9c11")


def show(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A category as the deprecated endpoints show it."""
    return {name: value for name, value in doc.items() if name not in ("tree_id", "category_uuid")}


def show_in_tree(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A category as `/catalog/trees/categories` shows it."""
    shown = {"category_id": doc["id"], "category_uuid": doc["category_uuid"]}
    shown |= {"tree_id": doc["tree_id"]}
    hidden = ("id", "custom_url", "category_uuid", "tree_id")
    shown |= {name: value for name, value in doc.items() if name not in hidden}
    url = doc["custom_url"]
    return {**shown, "url": {"path": url["url"], "is_customized": url["is_customized"]}}


def prepare(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Check the parent, keep the tree a tree, and give a new category its URL."""
    if "url" in doc:
        url = doc.pop("url")
        written = {"url": url["path"]} if url.get("path") else {}
        if written and "is_customized" in url:
            written["is_customized"] = url["is_customized"]
        doc["custom_url"] = {**(doc.get("custom_url") or {}), **written}
    parent = doc.get("parent_id") or 0
    if parent and (old is None or parent != old["parent_id"]):
        row = ctx.store.get(CATEGORIES, parent)
        if row is None:
            raise ApiError(422, errors={"parent_id": f"Category {parent} does not exist."})
        _refuse_cycle(ctx, row, old)
        doc["tree_id"] = row.doc["tree_id"]
    if old is None:
        tree = doc.get("tree_id") or 1
        if not ctx.store.exists(TREES, tree):
            raise ApiError(422, errors={"tree_id": f"Tree {tree} does not exist."})
        doc["tree_id"] = tree
        number = ctx.store.next_id("category uuid")
        doc["category_uuid"] = str(uuid.uuid5(_NAMESPACE, str(number)))
    written = doc.get("custom_url") or {}
    if written.get("url"):
        if old is None or old["custom_url"]["url"] != written["url"]:
            written.setdefault("is_customized", True)
        doc["custom_url"] = {"is_customized": True, **written}
    elif old is None:
        doc["custom_url"] = {
            "url": free_url(ctx, CATEGORIES, doc["name"]),
            "is_customized": False,
        }


def _refuse_cycle(ctx: Context, parent: Row | None, old: Doc | None) -> None:
    depth = 1
    while parent is not None:
        depth += 1
        if (old is not None and parent.id == old["id"]) or depth > 8:
            raise ApiError(422, errors={"parent_id": "A category cannot go there."})
        above = parent.doc["parent_id"]
        parent = ctx.store.get(CATEGORIES, above) if above else None


def deleting(ctx: Context, row: Row) -> None:
    """Products leave a category that goes, and what is below it goes too."""
    for key in _products_in(ctx, row):
        doc = ctx.require(PRODUCTS, key).doc
        doc["categories"] = [other for other in doc["categories"] if other != row.id]
        ctx.store.update(PRODUCTS, key, doc)
    below = ctx.store.select(CATEGORIES, Clause("t.parent_id = ?", (row.id,)))
    if below:
        delete(ctx, ctx.resource(CATEGORIES), below)


NOT_EMPTY = Refusal(
    request="DELETE /v3/catalog/categories of a category with products",
    status=422,
    title="A category that contains products cannot be deleted.",
    source="spec",
    says="DELETE /catalog/categories (categories_catalog.v3.yml); the words are not known",
)


def delete_empty(ctx: Context, resource: Resource) -> Reply:
    """DELETE what the filters leave, if no product is in it."""
    rows = ctx.store.select(CATEGORIES, all_of(compile_filters(ctx, resource)))
    if given(ctx, resource.filters) and any(_products_in(ctx, row) for row in rows):
        raise NOT_EMPTY.error()
    return delete_where(ctx, resource)


def _products_in(ctx: Context, row: Row) -> list[Id]:
    found = ctx.store.query(
        "SELECT id FROM elements WHERE collection = ? AND field = 'categories' AND value = ?",
        (PRODUCTS, row.id),
    )
    return [key for (key,) in found]


def with_keyword(_ctx: Context, text: str) -> Clause:
    """`keyword`: found in the name or the search keywords."""
    return Clause(
        "t.name LIKE ? OR json_extract(t._doc, '$.search_keywords') LIKE ?", (f"%{text}%",) * 2
    )


# /catalog/trees/categories


def _items(ctx: Context) -> list[Any]:
    if not isinstance(ctx.body, list):
        raise ApiError(422, errors={"": "error.expected.jsarray"})
    return ctx.body


def _answer(total: int, errors: dict[str, str], data: list[str] | None, status: int) -> Reply:
    members = []
    if data is not None:
        members.append(f'"data":[{",".join(data)}]')
    if errors:
        problem = {**ApiError(422, "Bulk operation has failed").problem(), "errors": errors}
        members.append(f'"errors":{jsontext.dumps(problem)}')
    failed = len({path.split(".")[0] for path in errors})
    meta = {"total": total, "success": total - failed, "failed": failed}
    members.append(f'"meta":{jsontext.dumps(meta)}')
    code = status if not errors else 207 if failed < total else 422
    return Reply(code, "{" + ",".join(members) + "}")


def _collect(errors: dict[str, str], position: int, error: ApiError) -> None:
    found = error.errors or {"": error.title}
    errors |= {f"{position}.{name}".rstrip("."): text for name, text in found.items()}


def create_in_tree(ctx: Context, resource: Resource) -> Reply:
    """POST an array; each category stands alone (201, 207 or 422)."""
    items = _items(ctx)
    rows, errors = _each(ctx, items, partial(_create_one, ctx, resource))
    return _answer(len(items), errors, render(ctx, resource, rows), 201)


def update_in_tree(ctx: Context, resource: Resource) -> Reply:
    """PUT an array by `category_id`; nothing is echoed (200, 207 or 422)."""
    items = _items(ctx)
    _, errors = _each(ctx, items, partial(_update_one, ctx, resource))
    return _answer(len(items), errors, None, 200)


def _each(
    ctx: Context, items: Sequence[Any], work: Callable[[Any], Row]
) -> tuple[list[Row], dict[str, str]]:
    """Do every item on its own: the rows that came of it, and the errors by index and field."""
    rows: list[Row] = []
    errors: dict[str, str] = {}
    for position, item in enumerate(items):
        try:
            with ctx.store.attempt():
                rows.append(work(item))
        except ApiError as error:
            _collect(errors, position, error)
    return rows, errors


def _create_one(ctx: Context, resource: Resource, item: Any) -> Row:
    doc = check(resource.fields, item, "post", "v3")
    if not doc.get("parent_id") and not doc.get("tree_id"):
        raise ApiError(422, errors={"tree_id": "error.path.missing"})
    return create_checked(ctx, resource, None, doc, item)


def _update_one(ctx: Context, resource: Resource, item: Any) -> Row:
    changes = check(resource.fields, item, "put", "v3")
    key = item.get("category_id")
    row = ctx.store.get(CATEGORIES, key) if isinstance(key, int) else None
    if row is None:
        raise ApiError(422, errors={"category_id": f"No category has the id {key}."})
    return update_checked(ctx, resource, row, changes, item)


def delete_in_tree(ctx: Context, resource: Resource) -> Reply:
    """DELETE what the filters leave; 202 with a count."""
    if not given(ctx, resource.filters):
        raise ApiError(422, "At least one filter is required to delete a collection.")
    rows = ctx.store.select(CATEGORIES, all_of(compile_filters(ctx, resource)))
    for row in rows:
        if ctx.store.exists(CATEGORIES, row.id):
            delete(ctx, resource, [row])
    return _answer(len(rows), {}, None, 202)


# /catalog/trees


def tree_in_channels(_ctx: Context, text: str) -> Clause:
    """`channel_id:in` of a tree."""
    keys = read_list("channel_id:in", "integer", text, "v3")
    marks = ",".join("?" * len(keys))
    return Clause(
        "t._id IN (SELECT id FROM elements WHERE collection = ? AND field = 'channels'"
        f" AND value IN ({marks}))",
        (TREES, *keys),
    )


TREE_CHANNELS = Refusal(
    request="PUT /v3/catalog/trees of a tree that is there, with other channels",
    status=422,
    errors={"channels": "must be absent when updating a category tree"},
    source="spec",
    says="PUT /catalog/trees (category-trees_catalog.v3.yml); the words are not known",
)


def upsert_trees(ctx: Context, resource: Resource) -> Reply:
    """PUT trees: one with an id is changed, one without is made."""
    items = _items(ctx)
    if len(items) > 50:
        raise ApiError(
            413,
            "The request payload is too large. The maximum trees allowed in the array is 50.",
        )
    rows = []
    for item in items:
        key = item.get("id") if isinstance(item, dict) else None
        if key is None:
            doc = check(resource.fields, item, "post", "v3")
            rows.append(create_checked(ctx, resource, None, doc, item))
            continue
        row = ctx.store.get(TREES, key) if isinstance(key, int) else None
        if row is None:
            raise ApiError(422, errors={"id": f"No tree has the id {key}."})
        changes = check(resource.fields, item, "put", "v3")
        if changes.get("channels", row.doc["channels"]) != row.doc["channels"]:
            raise TREE_CHANNELS.error()
        rows.append(update_checked(ctx, resource, row, changes, item))
    meta = jsontext.dumps({"total": len(rows), "success": len(rows), "failed": 0})
    return Reply(200, f'{{"data":[{",".join(row.text for row in rows)}],"meta":{meta}}}')


def tree_deleting(ctx: Context, row: Row) -> None:
    """A tree takes its categories with it."""
    roots = ctx.store.select(CATEGORIES, Clause("t.tree_id = ? AND t.parent_id = 0", (row.id,)))
    delete(ctx, ctx.resource(CATEGORIES), roots)


UNKNOWN_TREE = Refusal(
    request="DELETE /v3/catalog/trees with an id that no tree has",
    status=404,
    title="The resource at that URL is not found.",
    source="seen live",
    says="DELETE of an unknown category tree: 404; the words are not known",
)


def delete_trees(ctx: Context, resource: Resource) -> Reply:
    """DELETE trees by id; one that is not there refuses them all."""
    keys = read_list("id:in", "integer", ctx.query.get("id:in", ""), "v3")
    if any(not ctx.store.exists(TREES, key) for key in keys):
        raise UNKNOWN_TREE.error()
    return delete_where(ctx, resource)


def nested_tree(ctx: Context) -> Reply:
    """GET /catalog/trees/{tree_id}/categories: the categories as a tree."""
    if not ctx.store.exists(TREES, ctx.ids[0]):
        raise not_found("v3")
    rows = ctx.store.select(CATEGORIES, Clause("t.tree_id = ?", (ctx.ids[0],)))
    docs = sorted((row.doc for row in rows), key=lambda doc: (doc["sort_order"], doc["id"]))
    asked = ctx.query.get("depth", "")
    deepest = read("depth", "integer", asked, "v3") if asked else _DEEPEST
    return Reply(200, jsontext.dumps({"data": _branch(docs, 0, [], deepest), "meta": {}}))


def _branch(docs: list[Doc], parent: int, path: list[int], deepest: int) -> list[Doc]:
    if len(path) > deepest:
        return []
    return [
        {
            "id": doc["id"],
            "parent_id": parent,
            "depth": len(path),
            "path": path,
            "name": doc["name"],
            "is_visible": doc["is_visible"],
            "url": doc["custom_url"]["url"],
            "children": _branch(docs, doc["id"], [*path, doc["id"]], deepest),
        }
        for doc in docs
        if doc["parent_id"] == parent
    ]


def _order_setting(ctx: Context) -> tuple[str, dict[str, int]]:
    if not ctx.store.exists(CATEGORIES, ctx.ids[0]):
        raise not_found("v3")
    name = f"sort order of category {ctx.ids[0]}"
    return name, ctx.store.setting(name, {})


def _members(ctx: Context) -> list[int]:
    rows = ctx.store.query(
        "SELECT id FROM elements WHERE collection = ? AND field = 'categories' AND value = ?"
        " ORDER BY id",
        (PRODUCTS, ctx.ids[0]),
    )
    return [key for (key,) in rows]


def show_sort_order(ctx: Context) -> Reply:
    """GET the products of a category with their place in it."""
    _, chosen = _order_setting(ctx)
    rows = [{"product_id": key, "sort_order": chosen.get(str(key), 0)} for key in _members(ctx)]
    rows.sort(key=lambda row: (row["sort_order"], row["product_id"]))
    page = counted(ctx, "page", 1)
    part = rows[(page - 1) * 50 : page * 50]
    pages = -(-len(rows) // 50)
    pagination = {
        "total": len(rows),
        "count": len(part),
        "per_page": 50,
        "current_page": page,
        "total_pages": pages,
        "links": {"current": f"?page={page}&limit=50"},
    }
    return Reply(200, jsontext.dumps({"data": part, "meta": {"pagination": pagination}}))


def _is_place(value: Any) -> TypeGuard[int]:
    return is_id(value) and isinstance(value, int) and value >= 0


def set_sort_order(ctx: Context) -> Reply:
    """PUT places of products; the answer is a bare array."""
    name, chosen = _order_setting(ctx)
    members = set(_members(ctx))
    items = _items(ctx)
    for position, item in enumerate(items):
        key = item.get("product_id") if isinstance(item, dict) else None
        order = item.get("sort_order") if isinstance(item, dict) else None
        if not _is_place(order):
            raise ApiError(422, errors={f"{position}.sort_order": "must be a number of at least 0"})
        if not is_id(key) or key not in members:
            raise ApiError(422, errors={f"{position}.product_id": "is not in this category"})
        chosen[str(key)] = order
    ctx.store.set_setting(name, chosen)
    return Reply(200, jsontext.dumps(items))
