"""Many documents at a time: array bodies, all or nothing, and deletes by filter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from bcorm.emulator.context import Context, Reply
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import compile_filters, given
from bcorm.emulator.rendering import asked_includes, render
from bcorm.emulator.tables import Row, all_of, is_id

if TYPE_CHECKING:
    from bcorm.emulator.resource import Resource

from bcorm.emulator.batches import each, items_of
from bcorm.emulator.crud import create, delete, many, parent_id, update


def create_many(ctx: Context, resource: Resource) -> Reply:
    """POST an array: all of it or nothing."""
    work = partial(create, ctx, resource, None)
    rows = each(ctx, items_of(ctx, resource.batch), work, named=resource.names_rows)
    includes = (*resource.echo, *asked_includes(ctx, resource))
    return many(resource, render(ctx, resource, rows, includes), status=resource.created)


def update_many(ctx: Context, resource: Resource) -> Reply:
    """PUT an array of documents that carry their ids: all of it or nothing."""
    work = partial(update_named, ctx, resource)
    rows = each(ctx, items_of(ctx, resource.batch), work, named=resource.names_rows)
    texts = render(ctx, resource, rows, asked_includes(ctx, resource))
    return many(resource, texts, status=resource.updated)


def update_named(ctx: Context, resource: Resource, item: Any) -> Row:
    """Update the document whose id is in the body."""
    if not isinstance(item, dict):
        raise ApiError(422, errors={"": "error.expected.jsobject"})
    key = item.get(resource.key)
    if not is_id(key) or isinstance(key, str) is not resource.uuid:
        raise ApiError(422, errors={resource.key: "error.path.missing"})
    row = ctx.store.get(resource.collection, key)
    if row is None:
        if resource.unknown is not None:
            raise resource.unknown.error()
        raise ApiError(404, f"A {resource.noun} was not found with an id of {key}.")
    return update(ctx, resource, row, item)


def delete_where(ctx: Context, resource: Resource) -> Reply:
    """DELETE what the filters leave; a request without a filter is refused."""
    if not given(ctx, resource.filters):
        raise ApiError(422, "At least one filter is required to delete a collection.")
    where = all_of(compile_filters(ctx, resource))
    limit = resource.delete_most or -1
    parent = parent_id(ctx, resource)
    delete(ctx, resource, ctx.store.select(resource.collection, where, parent=parent, limit=limit))
    return Reply(204)


def delete_listed(ctx: Context, resource: Resource) -> Reply:
    """DELETE by `id:in`, which the specs require."""
    if "id:in" not in ctx.query:
        raise ApiError(422, errors={"id:in": "error.path.missing"})
    return delete_where(ctx, resource)


def delete_all(ctx: Context, resource: Resource) -> Reply:
    """DELETE a V2 collection: the filters narrow it, and without one everything goes."""
    parent = parent_id(ctx, resource)
    where = all_of(compile_filters(ctx, resource))
    delete(ctx, resource, ctx.store.select(resource.collection, where, parent=parent))
    return Reply(204)
