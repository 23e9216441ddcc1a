"""One document at a time: the operations that any resource can have.

A resource table lists its verbs (see `operations`). What is particular to a resource is in its
table or in its hooks.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext, paging
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import compile_filters
from bcorm.emulator.rendering import asked_includes, render
from bcorm.emulator.tables import Clause, Id, Row, all_of, quoted, value_at
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc, Resource, Unique

_DIRECTIONS = ("asc", "desc")


def one(resource: Resource, text: str, status: int = 200) -> Reply:
    """One document in its version's envelope."""
    return Reply(status, text if resource.version == "v2" else f'{{"data":{text},"meta":{{}}}}')


def many(resource: Resource, texts: Sequence[str], meta: str = "{}", status: int = 200) -> Reply:
    """Several documents in their version's envelope."""
    joined = ",".join(texts)
    if resource.version == "v2":
        return Reply(status, f"[{joined}]")
    return Reply(status, f'{{"data":[{joined}],"meta":{meta}}}')


def parent_id(ctx: Context, resource: Resource) -> Id | None:
    """The id of the document that the path is under, which must exist.

    Raises:
        ApiError: 404, one of the documents in the path is not there.
    """
    parents = resource.parents
    if not parents:
        return None
    above: Id | None = None
    for collection, key in zip(parents, ctx.ids, strict=False):
        if resource.parents_checked and ctx.store.get(collection, key, above) is None:
            raise not_found(resource.version)
        above = key
    return above


def found(ctx: Context, resource: Resource) -> Row:
    """The document that the path names.

    Raises:
        ApiError: 404, it is not there.
    """
    parent = parent_id(ctx, resource)
    row = ctx.store.get(resource.collection, ctx.ids[-1], parent)
    if row is None:
        raise not_found(resource.version)
    return row


def order_of(ctx: Context, resource: Resource) -> str:
    """The ORDER BY of a list, always ending in the id.

    Raises:
        ApiError: the sort is not one of the declared ones.
    """
    sorting = resource.sorting
    falling = _falling(resource, "direction", ctx.query.get("direction", ""))
    name = ctx.query.get("sort")
    if sorting is None:
        return "t._id DESC" if falling and resource.paging.directed else resource.order
    if name is None:
        if falling and sorting.style == "direction":
            return "t._id DESC"
        return resource.order
    if sorting.style == "suffix":
        name, _, direction = name.partition(":")
        falling = _falling(resource, "sort", direction)
    elif sorting.style == "plain":
        falling = False
    if name not in sorting.fields:
        raise _unsortable(resource, "sort", sorting.fields)
    word = "DESC" if falling else "ASC"
    if name == resource.key:
        return f"t._id {word}"
    return f"t.{quoted(name)} {word}, t._id {word}"


def _falling(resource: Resource, param: str, text: str) -> bool:
    word = text.lower() or "asc"
    knows = resource.sorting is not None or resource.paging.directed
    if word not in _DIRECTIONS and (param == "sort" or knows):
        raise _unsortable(resource, param, _DIRECTIONS)
    return word == "desc"


def _unsortable(resource: Resource, param: str, choices: Sequence[str]) -> ApiError:
    if resource.version == "v2":
        return ApiError(400, f"The field '{param}' is invalid.")
    listed = ", ".join(choices)
    return ApiError(
        422, "The filter value is not valid.", errors={param: f"must be one of: {listed}"}
    )


def where_of(ctx: Context, resource: Resource) -> Clause:
    """The filters of a request, and what its list is always subject to."""
    clauses = compile_filters(ctx, resource)
    return all_of([Clause(resource.within), *clauses] if resource.within else clauses)


def list_documents(ctx: Context, resource: Resource) -> Reply:
    """GET a collection: one page of what the filters leave."""
    parent = parent_id(ctx, resource)
    includes = asked_includes(ctx, resource)
    where = where_of(ctx, resource)
    order = order_of(ctx, resource)
    if not resource.paging.pages:
        rows = ctx.store.select(resource.collection, where, parent=parent, order=order)
        return _listed(ctx, resource, rows, includes)
    cut = paging.window(ctx, resource, includes)
    if cut.by_cursor and not order.startswith("t._id"):
        order = "t._id ASC"
    total = 0
    if resource.version == "v3" and not cut.by_cursor:
        total = ctx.store.count(resource.collection, where, parent=parent)
    rows = _page(ctx, resource, where, cut, parent=parent, order=order)
    meta = paging.meta(resource, cut, total, [row.id for row in rows])
    return _listed(ctx, resource, rows, includes, meta)


def _page(
    ctx: Context,
    resource: Resource,
    where: Clause,
    cut: paging.Window,
    *,
    parent: Id | None,
    order: str,
) -> list[Row]:
    where = all_of([where, *paging.beyond(cut, order)])
    if cut.before is not None:
        # The nearest rows before the cursor: read backwards, shown forwards.
        turned = "t._id ASC" if order.endswith("DESC") else "t._id DESC"
        rows = ctx.store.select(
            resource.collection, where, parent=parent, order=turned, limit=cut.limit
        )
        return rows[::-1]
    return ctx.store.select(
        resource.collection, where, parent=parent, order=order, limit=cut.limit, offset=cut.offset
    )


def _listed(
    ctx: Context, resource: Resource, rows: Sequence[Row], includes: Sequence[str], meta: str = "{}"
) -> Reply:
    if not rows and resource.empty == 204:
        return Reply(204)
    return many(resource, render(ctx, resource, rows, includes), meta)


def count_documents(ctx: Context, resource: Resource) -> Reply:
    """GET collection/count."""
    where = where_of(ctx, resource)
    total = ctx.store.count(resource.collection, where, parent=parent_id(ctx, resource))
    return Reply(200, jsontext.dumps({"count": total}))


def get_document(ctx: Context, resource: Resource) -> Reply:
    """GET one document."""
    row = found(ctx, resource)
    return one(resource, render(ctx, resource, [row], asked_includes(ctx, resource))[0])


def _body(ctx: Context, resource: Resource) -> Doc:
    if not isinstance(ctx.body, dict):
        raise ApiError(
            400 if resource.version == "v2" else 422, "The request body is not an object."
        )
    return ctx.body


def create_document(ctx: Context, resource: Resource) -> Reply:
    """POST one document."""
    row = create(ctx, resource, parent_id(ctx, resource), _body(ctx, resource))
    includes = (*resource.echo, *asked_includes(ctx, resource))
    return _written(resource, render(ctx, resource, [row], includes), resource.created)


def create(ctx: Context, resource: Resource, parent: Id | None, body: Doc) -> Row:
    """Check and store a new document; the row it became.

    Raises:
        ApiError: the body is refused.
    """
    if resource.hooks.accept is not None:
        body = resource.hooks.accept(ctx, body)
    _refuse_no_id(resource, body)
    doc = check(resource.fields, body, "post", resource.version)
    return create_checked(ctx, resource, parent, doc, body)


def _refuse_no_id(resource: Resource, body: Doc) -> None:
    """The path says which document is meant; an `id` beside it has to be one at least."""
    told = body.get("id") if isinstance(body, dict) else None
    if resource.version == "v3" and not resource.uuid and told is not None and not _is_whole(told):
        raise ApiError(422, errors={"id": "error.expected.jsnumber"})


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def create_checked(ctx: Context, resource: Resource, parent: Id | None, doc: Doc, body: Doc) -> Row:
    """Store a new document that the field table has passed."""
    if resource.parent_field:
        doc[resource.parent_field] = parent
    resource.hooks.prepare(ctx, doc, None, body)
    if resource.owner[1]:
        parent = doc[resource.owner[1]]
    _refuse_duplicate(ctx, resource, doc, parent, None)
    _refuse_crowd(ctx, resource, parent)
    sequence = resource.numbered_with or resource.collection
    key: Id = str(uuid.uuid4()) if resource.uuid else ctx.store.next_id(sequence)
    if resource.stamps:
        _stamp(ctx, resource, doc)
    name = resource.key if resource.uuid else "id"
    ready = {name: key, **_storable(resource, doc)}
    ctx.store.insert(resource.collection, key, ready, parent=parent, private=_private(doc))
    resource.hooks.saved(ctx, ready, None, body)
    return ctx.require(resource.collection, key)


def _stamp(ctx: Context, resource: Resource, doc: Doc) -> None:
    created, modified = resource.stamped
    names = {item.name for item in resource.fields}
    if not doc.get(created):
        doc[created] = ctx.stamp(resource.stamps)
    # Some documents, such as coupons, know when they were made and not when they were changed.
    if modified in names or created not in names:
        doc[modified] = doc[created]


def _storable(resource: Resource, doc: Doc) -> Doc:
    hidden = {field.name for field in resource.fields if field.write_only}
    return {name: value for name, value in doc.items() if name not in hidden and name[0] != "_"}


def _private(doc: Doc) -> Doc:
    """Names with a leading underscore are set by behaviours and never shown."""
    return {name[1:]: value for name, value in doc.items() if name[0] == "_"}


def _written(resource: Resource, texts: Sequence[str], status: int = 200) -> Reply:
    if resource.written_as_list:
        return many(resource, texts, status=status)
    return one(resource, texts[0], status)


def update_document(ctx: Context, resource: Resource) -> Reply:
    """PUT one document."""
    row = update(ctx, resource, found(ctx, resource), _body(ctx, resource))
    texts = render(ctx, resource, [row], asked_includes(ctx, resource))
    return _written(resource, texts, resource.updated)


def update(ctx: Context, resource: Resource, row: Row, body: Doc) -> Row:
    """Check and store a change; what is not named stays.

    Raises:
        ApiError: the body is refused.
    """
    if resource.hooks.accept is not None:
        body = resource.hooks.accept(ctx, body)
    _refuse_no_id(resource, body)
    changes = check(resource.fields, body, "put", resource.version)
    return update_checked(ctx, resource, row, changes, body)


def update_checked(ctx: Context, resource: Resource, row: Row, changes: Doc, body: Doc) -> Row:
    """Store a change that the field table has passed."""
    old = row.doc
    doc = dict(old)
    for name, value in changes.items():
        before = old.get(name)
        merge = isinstance(value, dict) and isinstance(before, dict)
        doc[name] = {**before, **value} if merge else value  # type: ignore[dict-item]
    resource.hooks.prepare(ctx, doc, old, body)
    private = {**row.secrets, **_private(doc)} if _private(doc) else None
    doc = _storable(resource, doc)
    _refuse_duplicate(ctx, resource, doc, row.parent, row.id)
    if doc != old or private is not None:
        modified = resource.stamped[1]
        if modified in doc and resource.stamps:
            doc[modified] = ctx.stamp(resource.stamps, old.get(modified))
        ctx.store.update(resource.collection, row.id, doc, private)
    resource.hooks.saved(ctx, doc, old, body)
    return ctx.require(resource.collection, row.id)


def delete_document(ctx: Context, resource: Resource) -> Reply:
    """DELETE one document and all under it."""
    delete(ctx, resource, [found(ctx, resource)])
    return Reply(204)


def delete(ctx: Context, resource: Resource, rows: Sequence[Row]) -> None:
    """Remove documents, what hangs under them, and what their behaviours say."""
    for row in rows:
        resource.hooks.deleting(ctx, row)
    wipe(ctx, resource.collection, [row.id for row in rows])


def wipe(ctx: Context, collection: str, keys: Sequence[Id]) -> None:
    """Remove documents and everything under them."""
    if not keys:
        return
    for name, column in ctx.registry.below(collection):
        wipe(ctx, name, [row.id for row in ctx.store.children(name, keys, column)])
    ctx.store.delete(collection, keys)


def _refuse_duplicate(
    ctx: Context, resource: Resource, doc: Doc, parent: Id | None, key: Id | None
) -> None:
    for unique in resource.unique:
        value = value_at(doc, unique.field)
        if value in (None, ""):
            continue
        other = _owner_of(ctx, resource, unique, doc, parent=parent, key=key)
        if other is None:
            continue
        if unique.refusal is not None:
            raise unique.refusal.error(**doc)
        # V2 says which one has it already.
        name = resource.noun.replace(" ", "_")
        raise ApiError(
            unique.status,
            unique.title.format(**doc),
            details={f"duplicate_{name}": other} if ctx.version == "v2" else None,
        )


def _owner_of(
    ctx: Context,
    resource: Resource,
    unique: Unique,
    doc: Doc,
    *,
    parent: Id | None,
    key: Id | None,
) -> Id | None:
    """The document that has these values already."""
    sql = f"t.{quoted(unique.field)} = ? COLLATE NOCASE AND t._id IS NOT ?"
    args: list[Any] = [value_at(doc, unique.field), key]
    for name in unique.within:
        if name == "parent":
            sql += " AND t._parent IS ?"
            args.append(parent)
        else:
            sql += f" AND t.{quoted(name)} IS ?"
            args.append(doc.get(name))
    rows = ctx.store.select(resource.collection, Clause(sql, tuple(args)), limit=1)
    return rows[0].id if rows else None


def _refuse_crowd(ctx: Context, resource: Resource, parent: Id | None) -> None:
    if resource.most is None:
        return
    if ctx.store.count(resource.collection, parent=parent) >= resource.most:
        raise ApiError(422, f"The maximum number of {resource.noun}s is {resource.most}.")
