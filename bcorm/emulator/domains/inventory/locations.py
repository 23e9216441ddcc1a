"""Locations: batches that answer with a transaction, and what a location takes along."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

from bcorm.emulator.batches import each, items_of
from bcorm.emulator.bulk import update_named
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create, delete
from bcorm.emulator.domains.inventory.behaviour import DEFAULT, LOCATIONS, transaction
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import read, read_list
from bcorm.emulator.tables import Clause

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Row

MOST_ACTIVE = 100


def prepare(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """A physical location has an address, and every location a code."""
    if doc["type_id"] == "PHYSICAL" and not doc.get("address"):
        raise ApiError(422, errors={"address": "error.path.missing"})
    if not doc.get("code"):
        number = ctx.store.next_id("location code")
        doc["code"] = f"BC-{uuid.uuid5(uuid.NAMESPACE_OID, str(number)).hex[:12].upper()}"
    opens = doc["enabled"] and not (old and old["enabled"])
    if opens and ctx.store.count(LOCATIONS, Clause("t.enabled = 1")) >= MOST_ACTIVE:
        raise ApiError(422, f"The maximum number of active locations is {MOST_ACTIVE}.")


def is_default(_ctx: Context, text: str) -> Clause:
    """`is_default`: the location that the catalog counts."""
    wanted = read("is_default", "boolean", text, "v3")
    return Clause(f"t._id {'=' if wanted else '<>'} ?", (DEFAULT,))


def create_locations(ctx: Context, resource: Resource) -> Reply:
    """POST locations: all of them or none."""
    each(ctx, items_of(ctx), partial(create, ctx, resource, None))
    return transaction(ctx)


def update_locations(ctx: Context, resource: Resource) -> Reply:
    """PUT locations by their ids: all of them or none."""

    def change(item: Any) -> Row:
        key = item.get("id") if isinstance(item, dict) else None
        if not isinstance(key, int) or not ctx.store.exists(LOCATIONS, key):
            raise ApiError(422, errors={"id": f"No location has the id {key}."})
        return update_named(ctx, resource, item)

    each(ctx, items_of(ctx), change)
    return transaction(ctx)


def delete_locations(ctx: Context, resource: Resource) -> Reply:
    """DELETE locations by `location_id:in`; their stock goes with them."""
    named = ctx.query.get("location_id:in")
    if not named:
        raise ApiError(422, errors={"location_id:in": "error.path.missing"})
    keys = read_list("location_id:in", "integer", named, "v3")
    if DEFAULT in keys:
        raise ApiError(422, errors={"location_id": "The default location cannot be deleted."})
    rows = [ctx.store.get(LOCATIONS, key) for key in keys]
    found = [row for row in rows if row is not None]
    if len(found) < len(keys):
        raise not_found("v3")
    delete(ctx, resource, found)
    return transaction(ctx)
