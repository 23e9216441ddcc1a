"""The V2 catalog is another face of the V3 one: reads are shown anew, writes are passed on.

A `Mirror` pairs a V2 view with the V3 resource that holds the data, and with two functions
that translate between them. Bodies are first checked against the V2 field table, so that V2
complains as V2 does; what V3 then still refuses is worded as V2 words it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import (
    count_documents,
    create,
    delete,
    get_document,
    list_documents,
    one,
    update,
)
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import compile_filters
from bcorm.emulator.operations import Operation, operation
from bcorm.emulator.rendering import render
from bcorm.emulator.resource import Doc, Resource
from bcorm.emulator.tables import all_of
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from bcorm.emulator.schema import Field
    from bcorm.emulator.tables import Id, Row

Translate = Callable[[Context, Doc, "Doc | None"], Doc]
Handler = Callable[[Context, "Mirror"], Reply]
PRODUCTS = "v3/catalog/products"


@dataclass(frozen=True, kw_only=True)
class Mirror:
    """One V2 collection and the V3 one behind it.

    Attributes:
        view: the V2 resource; it is stored where `target` is and shows itself by `present`.
        target: the path template of the V3 resource.
        accepts: the V2 field table that bodies are checked against.
        translate: makes the V3 body of a V2 one, given the V3 document that is there already.
        verbs: the operations it answers, names out of `HANDLERS`.
        find: the id of the V3 document, where V2's own id is another.
        saved: what else a write changes, given the row and what was said.
        own: fields of V2 that V3 takes from nobody; V3 may show them, else V2 alone does.
        names: what V2 calls the V3 fields that it calls otherwise.
        fixed: parameters that every list has, to leave out what V2 does not show.
        store_wide: the path that lists or counts all of the store's, whatever the parent.
        store_verbs: the operations of that path.
    """

    view: Resource
    target: str
    accepts: tuple[Field, ...] = ()
    translate: Translate = lambda _ctx, doc, _old: doc
    verbs: str = "list count get create update delete delete_all"
    find: Callable[[Context, Id], Row | None] | None = None
    saved: Callable[[Context, Row, Doc], None] | None = None
    own: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    store_wide: str = ""
    store_verbs: str = "count"


def view_of(path: str, target: Resource, noun: str, **rules: Any) -> Resource:
    """A V2 view of a V3 collection: it knows the same columns and lists at most 250."""
    return Resource(
        path=path,
        noun=noun,
        fields=target.fields,
        verbs="",
        stored=target.collection,
        empty=204,
        parents_checked=False,
        hooks=replace(target.hooks, accept=None),
        **rules,
    )


def operations(mirror: Mirror) -> Iterable[Operation]:
    """The routes of a mirror."""
    for name in mirror.verbs.split():
        method, suffix, handler = HANDLERS[name]
        path = mirror.view.path + suffix.replace("item", mirror.view.item)
        yield _operation(mirror, method, path, handler)
    if mirror.store_wide:
        for name in mirror.store_verbs.split():
            method, suffix, handler = HANDLERS[name]
            yield _operation(mirror, method, mirror.store_wide + suffix, handler)


def _operation(mirror: Mirror, method: str, path: str, handler: Handler) -> Operation:
    known = " ".join(mirror.view.query(method, listed="{" not in path.rsplit("/", 1)[-1]))
    return operation(method, path, _answer, query=known, mirror=mirror, handler=handler)


def _answer(ctx: Context, mirror: Mirror, handler: Handler) -> Reply:
    if "{product_id}" in mirror.view.path and ctx.ids:
        ctx.require(PRODUCTS, ctx.ids[0])
    ctx.query = {**ctx.query, **mirror.fixed}
    return handler(ctx, mirror)


def _list(ctx: Context, mirror: Mirror) -> Reply:
    return list_documents(ctx, mirror.view)


def _count(ctx: Context, mirror: Mirror) -> Reply:
    return count_documents(ctx, mirror.view)


def _get(ctx: Context, mirror: Mirror) -> Reply:
    if mirror.find is None:
        return get_document(ctx, mirror.view)
    return one(mirror.view, render(ctx, mirror.view, [_row(ctx, mirror)])[0])


def _create(ctx: Context, mirror: Mirror) -> Reply:
    said = _checked(ctx, mirror, "post")
    body = mirror.translate(ctx, said, None)
    parent = ctx.ids[-1] if ctx.ids else None
    with _V2Words(mirror.names):
        row = create(ctx, ctx.resource(mirror.target), parent, body)
    row = _kept(ctx, mirror, row, said)
    return one(mirror.view, render(ctx, mirror.view, [row])[0], mirror.view.created)


def _update(ctx: Context, mirror: Mirror) -> Reply:
    row = _row(ctx, mirror)
    said = _checked(ctx, mirror, "put")
    body = mirror.translate(ctx, said, row.doc)
    with _V2Words(mirror.names):
        row = update(ctx, ctx.resource(mirror.target), row, body)
    row = _kept(ctx, mirror, row, said)
    return one(mirror.view, render(ctx, mirror.view, [row])[0])


def _kept(ctx: Context, mirror: Mirror, row: Row, said: Doc) -> Row:
    """The row with what V2 alone can write in it: in the document if V3 shows it, else beside."""
    own = {name: said[name] for name in mirror.own if name in said}
    if mirror.saved is not None:
        mirror.saved(ctx, row, said)
        row = ctx.require(mirror.view.collection, row.id)
    if not own:
        return row
    doc, secrets = row.doc, row.secrets
    for name, value in own.items():
        (doc if name in doc else secrets)[name] = value
    collection = mirror.view.collection
    ctx.store.update(collection, row.id, doc, secrets)
    return ctx.require(collection, row.id)


def _delete(ctx: Context, mirror: Mirror) -> Reply:
    with _V2Words(mirror.names):
        delete(ctx, ctx.resource(mirror.target), [_row(ctx, mirror)])
    return Reply(204)


def _delete_all(ctx: Context, mirror: Mirror) -> Reply:
    view = mirror.view
    parent = ctx.ids[-1] if ctx.ids else None
    where = all_of(compile_filters(ctx, view))
    target = ctx.resource(mirror.target)
    for row in ctx.store.select(view.collection, where, parent=parent):
        # One by one: what hangs under a document may have gone with one before it.
        if ctx.store.exists(view.collection, row.id):
            with _V2Words(mirror.names):
                delete(ctx, target, [row])
    return Reply(204)


def _row(ctx: Context, mirror: Mirror) -> Row:
    if mirror.find is not None:
        row = mirror.find(ctx, ctx.ids[-1])
    else:
        parent = ctx.ids[-2] if len(ctx.ids) > 1 else None
        row = ctx.store.get(mirror.view.collection, ctx.ids[-1], parent)
    if row is None:
        raise not_found("v2")
    return row


def _checked(ctx: Context, mirror: Mirror, mode: str) -> Doc:
    if not isinstance(ctx.body, dict):
        raise ApiError(400, "The request body is not an object.")
    return check(mirror.accepts, ctx.body, mode, "v2")


class _V2Words:
    """Rewords what V3 refuses: one message, 400 instead of 422."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if not isinstance(error, ApiError) or error.status != 422:
            return
        for path, text in (error.errors or {}).items():
            name = self._names.get(path, path)
            details: dict[str, Any] = {"invalid_reason": text}
            raise ApiError(400, f"The field '{name}' is invalid.", details=details) from error
        raise ApiError(400, error.title) from error


HANDLERS: dict[str, tuple[str, str, Handler]] = {
    "list": ("GET", "", _list),
    "count": ("GET", "/count", _count),
    "get": ("GET", "/{item}", _get),
    "create": ("POST", "", _create),
    "update": ("PUT", "/{item}", _update),
    "delete": ("DELETE", "/{item}", _delete),
    "delete_all": ("DELETE", "", _delete_all),
}
