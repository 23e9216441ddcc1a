"""Redirects: what they lead to, the upsert that makes them, and how V2 says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.batches import each, items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create_checked, delete, found, many, one, update_checked
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import read, read_list
from bcorm.emulator.numerals import whole
from bcorm.emulator.rendering import render
from bcorm.emulator.tables import Clause
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Id, Row

REDIRECTS = "v3/storefront/redirects"
SITES = "v3/sites"
# Where what a redirect leads to is kept, and where that keeps its address.
TARGETS = {
    "product": "v3/catalog/products",
    "brand": "v3/catalog/brands",
    "category": "v3/catalog/categories",
    "page": "v3/content/pages",
    "post": "v2/blog/posts",
}


def prepare(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """A redirect is of a site, and leads to something."""
    if not ctx.store.exists(SITES, doc["site_id"]):
        raise ApiError(422, errors={"site_id": "The site does not exist."})
    target = doc["to"]
    kind = doc["type"] = target["type"]
    if kind == "url":
        if not target.get("url"):
            raise ApiError(422, errors={"to.url": "error.path.missing"})
    elif not ctx.store.exists(TARGETS[kind], target.get("entity_id", 0)):
        raise ApiError(422, errors={"to.entity_id": f"The {kind} does not exist."})
    doc["to"] = {name: target[name] for name in ("type", "entity_id", "url") if name in target}


def show(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A redirect without the column that it is sorted by."""
    return {name: value for name, value in doc.items() if name != "type"}


def target_url(ctx: Context, doc: Doc) -> str:
    """The whole address that a redirect leads to."""
    target = doc["to"]
    if target["type"] == "url":
        place = target["url"]
    else:
        row = ctx.store.get(TARGETS[target["type"]], target["entity_id"])
        shown = {} if row is None else row.doc
        place = shown.get("url") or (shown.get("custom_url") or {}).get("url") or "/"
    if "://" in place:
        return str(place)
    site = ctx.store.get(SITES, doc["site_id"])
    return f"{site.doc['url'] if site else ''}{place}"


def show_target(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """`include=to_url`."""
    return {row.id: jsontext.dumps(target_url(ctx, row.doc)) for row in rows}


def path_begins(_ctx: Context, text: str) -> Clause:
    """`keyword`: the beginning of a path, with or without its slash."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    sql = "ltrim(t.from_path, '/') LIKE ? ESCAPE '\\'"
    return Clause(sql, (f"{escaped.lstrip('/')}%",))


def put(ctx: Context, resource: Resource, item: Any) -> Row:
    """Make a redirect, or give the one of that site and path another target."""
    doc = check(resource.fields, item, "post", "v3")
    where = Clause("t.site_id = ? AND t.from_path = ?", (doc["site_id"], doc["from_path"]))
    rows = ctx.store.select(REDIRECTS, where)
    if not rows:
        return create_checked(ctx, resource, None, doc, item)
    # The new target takes the place of the old one, instead of being merged into it.
    row = rows[0]._replace(text=jsontext.dumps({**rows[0].doc, "to": None}))
    return update_checked(ctx, resource, row, doc, item)


def upsert(ctx: Context, resource: Resource) -> Reply:
    """PUT an array of redirects."""
    rows = each(ctx, items_of(ctx), lambda item: put(ctx, resource, item))
    return many(resource, render(ctx, resource, rows), status=201)


def delete_redirects(ctx: Context, resource: Resource) -> Reply:
    """DELETE redirects by id, or all of a site."""
    clauses = []
    if "id:in" in ctx.query:
        keys = read_list("id:in", "integer", ctx.query["id:in"], "v3")
        clauses.append(Clause(f"t._id IN ({','.join('?' * len(keys))})", tuple(keys)))
    if "site_id" in ctx.query:
        site = read("site_id", "integer", ctx.query["site_id"], "v3")
        clauses.append(Clause("t.site_id = ?", (site,)))
    if not clauses:
        raise ApiError(422, errors={"id:in": "error.path.missing"})
    for clause in clauses:
        delete(ctx, resource, ctx.store.select(REDIRECTS, clause))
    return Reply(204)


# V2


def show_v2(ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A redirect as V2 shows it."""
    target = doc["to"]
    manual = target["type"] == "url"
    forward = {
        "type": "manual" if manual else target["type"],
        "ref": target["url"] if manual else target["entity_id"],
    }
    url = target_url(ctx, doc)
    return {"id": doc["id"], "path": doc["from_path"], "forward": forward, "url": url}


def create_v2(ctx: Context, resource: Resource) -> Reply:
    """POST /v2/redirects."""
    doc = _translated(ctx, resource)
    row = create_checked(ctx, ctx.resource(REDIRECTS), None, doc, doc)
    return one(resource, render(ctx, resource, [row])[0])


def update_v2(ctx: Context, resource: Resource) -> Reply:
    """PUT /v2/redirects/{id}."""
    row = found(ctx, resource)
    doc = _translated(ctx, resource)
    emptied = row._replace(text=jsontext.dumps({**row.doc, "to": None}))
    row = update_checked(ctx, ctx.resource(REDIRECTS), emptied, doc, doc)
    return one(resource, render(ctx, resource, [row])[0])


def _translated(ctx: Context, resource: Resource) -> Doc:
    """What V3 calls the values of a V2 body."""
    said = check(resource.fields, ctx.body, "post", "v2")
    kind, ref = said["forward"].get("type"), said["forward"].get("ref")
    if kind not in ("manual", *TARGETS):
        raise ApiError(400, "The field 'forward' is invalid.")
    target: Doc = {"type": "url" if kind == "manual" else kind}
    if kind == "manual":
        target["url"] = str(ref)
    else:
        target["entity_id"] = whole(str(ref))
        if not ctx.store.exists(TARGETS[kind], target["entity_id"]):
            raise ApiError(400, "The field 'forward' is invalid.")
    site = ctx.store.select(SITES, Clause("t.channel_id = 1"))[0]
    return {"site_id": site.id, "from_path": said["path"], "to": target}
