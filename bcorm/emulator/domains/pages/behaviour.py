"""Pages: what each type of them has, the tree they form, and their two API versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.bulk import create_many
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create_document, delete
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import read, read_list
from bcorm.emulator.refusals import Refusal
from bcorm.emulator.tables import Clause
from bcorm.emulator.urls import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Id, Row

PAGES = "v3/content/pages"
# What only pages of one type have.
_OF_TYPE = {
    "body": ("page", "raw", "contact_form"),
    "content_type": ("raw",),
    "email": ("contact_form",),
    "contact_fields": ("contact_form",),
    "link": ("link",),
}
_NEEDED = {"link": "link", "raw": "body"}
_NO_TYPE_CHANGE = "The type of a page cannot be changed."


def prepare(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """A page is under one that is there, and has what its type has."""
    if doc["parent_id"] and not ctx.store.exists(PAGES, doc["parent_id"]):
        raise _refusal(ctx, "parent_id", "The parent page does not exist.")
    if old is not None and doc["type"] != old["type"]:
        raise _refusal(ctx, "type", _NO_TYPE_CHANGE)
    needed = _NEEDED.get(doc["type"])
    if needed and doc.get(needed, "") == "":
        raise _refusal(ctx, needed, "error.path.missing")
    for name, types in _OF_TYPE.items():
        if doc["type"] in types:
            doc.setdefault(name, "")
        else:
            doc.pop(name, None)
    if doc["type"] == "raw":
        doc["content_type"] = doc["content_type"] or "text/html"
    if doc["type"] == "link":
        doc.pop("url", None)
    elif not doc.get("url"):
        doc["url"] = f"/{slug(doc['name'])}/"
    if doc["is_homepage"]:
        _only_homepage(ctx, doc)


def _only_homepage(ctx: Context, doc: Doc) -> None:
    where = Clause("t.channel_id = ? AND t._id IS NOT ?", (doc["channel_id"], doc.get("id")))
    for row in ctx.store.select(PAGES, where):
        if row.doc["is_homepage"]:
            ctx.store.update(PAGES, row.id, {**row.doc, "is_homepage": False})


def _refusal(ctx: Context, name: str, message: str) -> ApiError:
    if ctx.version == "v2":
        return ApiError(400, f"The field '{name}' is invalid.")
    return ApiError(422, errors={name: message})


def show(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A page as V3 lists it: the body only comes when it is asked for."""
    hidden = ("body", "layout_file", "has_mobile_version", "mobile_body")
    return {name: value for name, value in doc.items() if name not in hidden}


def show_body(_ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """`include=body`: of the pages that have one."""
    return {row.id: jsontext.dumps(doc["body"]) for row in rows if "body" in (doc := row.doc)}


def show_v2(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A page as V2 shows it: texts instead of nothing."""
    texts = {name: value or "" for name, value in doc.items() if value is None}
    also = {"body": "", "layout_file": "", "has_mobile_version": False, "mobile_body": ""}
    return {**also, **doc, **texts}


def name_or_body_like(_ctx: Context, text: str) -> Clause:
    """`name:like` looks into the body too."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    sql = "t.name LIKE ? ESCAPE '\\' OR json_extract(t._doc, '$.body') LIKE ? ESCAPE '\\'"
    return Clause(sql, (f"%{escaped}%", f"%{escaped}%"))


NAMELESS = Refusal(
    request="POST /v3/content/pages with a page that has no name",
    status=400,
    title="Input is invalid",
    detail="'name' is required",
    source="seen live",
    says="POST /v3/content/pages without a name: 400 with a detail; its words are not known",
)


def create_one_or_many(ctx: Context, resource: Resource) -> Reply:
    """POST a page, or an array of them; the answer is what the body was."""
    pages = ctx.body if isinstance(ctx.body, list) else [ctx.body]
    if any(isinstance(page, dict) and not page.get("name") for page in pages):
        raise NAMELESS.error()
    act = create_many if isinstance(ctx.body, list) else create_document
    return act(ctx, resource)


def delete_pages(ctx: Context, resource: Resource) -> Reply:
    """DELETE pages by id, with those under them if the request says so."""
    keys = read_list("id:in", "integer", ctx.query.get("id:in", ""), "v3")
    if not keys:
        raise ApiError(422, errors={"id:in": "error.path.missing"})
    rows = [ctx.require(PAGES, key) for key in dict.fromkeys(keys)]
    if read("delete_children", "boolean", ctx.query.get("delete_children", "0"), "v3"):
        rows = _with_children(ctx, rows)
    delete(ctx, resource, rows)
    return Reply(204)


def _with_children(ctx: Context, rows: list[Row]) -> list[Row]:
    found = {row.id: row for row in rows}
    layer = rows
    while layer:
        below = ctx.store.children(PAGES, [row.id for row in layer], "parent_id")
        layer = [row for row in below if row.id not in found]
        found |= {row.id: row for row in layer}
    return list(found.values())


def let_children_go(ctx: Context, row: Row) -> None:
    """Pages below a deleted one move up, and out of sight."""
    for child in ctx.store.children(PAGES, [row.id], "parent_id"):
        ctx.store.update(PAGES, child.id, {**child.doc, "parent_id": 0, "is_visible": False})
