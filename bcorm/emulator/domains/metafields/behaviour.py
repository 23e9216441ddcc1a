"""Metafields: who owns them, and the store-wide batches with their partial success."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create, update, wipe
from bcorm.emulator.domains.shop.behaviour import STORE_ID
from bcorm.emulator.errors import ApiError
from bcorm.emulator.rendering import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Row

OWNER = "emulated-client"


def preparer(kind: str) -> Callable[[Context, Doc, Doc | None, Doc], None]:
    """The `prepare` of the metafields of one kind of parent."""

    def prepare(_ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
        if old is None:
            doc["resource_type"] = kind
            doc["owner_client_id"] = OWNER

    return prepare


def _items(ctx: Context) -> list[Any]:
    if not isinstance(ctx.body, list):
        raise ApiError(400, "Input is invalid", errors={"": "error.expected.jsarray"})
    return ctx.body


def _batch(ctx: Context, resource: Resource, work: Callable[[Any], Row | int]) -> Reply:
    done: list[Row] = []
    removed: list[int] = []
    errors: list[dict[str, Any]] = []
    items = _items(ctx)
    for item in items:
        try:
            with ctx.store.attempt():
                result = work(item)
        except ApiError as error:
            errors.append({**error.problem(), "errors": error.errors or {}})
            continue
        if isinstance(result, int):
            removed.append(result)
        else:
            done.append(result)
    texts = render(ctx, resource, done) if done else [str(key) for key in removed]
    meta = {"total": len(items), "success": len(items) - len(errors), "failed": len(errors)}
    body = (
        f'{{"data":[{",".join(texts)}],"errors":{jsontext.dumps(errors)},'
        f'"meta":{jsontext.dumps(meta)}}}'
    )
    return Reply(422 if errors else 200, body)


def show_of_store(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A metafield of the store, whose ids are texts."""
    return {**doc, "id": str(doc["id"]), "resource_id": str(STORE_ID)}


def create_batch(ctx: Context, own: Resource, parent: str) -> Reply:
    """POST an array; each names its `resource_id`, and each stands alone.

    The store's own metafields have no `parent`, and name none.
    """

    def work(item: Any) -> Row:
        if not parent:
            return create(ctx, own, None, item if isinstance(item, dict) else {})
        owner = item.get("resource_id") if isinstance(item, dict) else None
        if not isinstance(owner, int | str):
            raise ApiError(422, errors={"resource_id": "error.path.missing"})
        if not ctx.store.exists(parent, owner):
            raise ApiError(404, f"No {parent.rsplit('/', 1)[-1]} has the id {owner}.")
        return create(ctx, own, owner, item)

    return _batch(ctx, own, work)


def update_batch(ctx: Context, own: Resource, parent: str) -> Reply:
    """PUT an array; each names its `id`, and each stands alone."""
    del parent

    def work(item: Any) -> Row:
        key = item.get("id") if isinstance(item, dict) else None
        row = ctx.store.get(own.collection, key) if isinstance(key, int) else None
        if row is None:
            raise ApiError(404, f"No metafield has the id {key}.")
        return update(ctx, own, row, item)

    return _batch(ctx, own, work)


def delete_batch(ctx: Context, own: Resource, parent: str) -> Reply:
    """DELETE with an array of ids in the body."""
    del parent

    def work(item: Any) -> int:
        if not isinstance(item, int) or not ctx.store.exists(own.collection, item):
            raise ApiError(404, f"No metafield has the id {item}.")
        wipe(ctx, own.collection, [item])
        return item

    return _batch(ctx, own, work)
