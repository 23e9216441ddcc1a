"""Shipping: the places of zones, carriers, and customs information by product."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.emulator.batches import each, items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import many
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import read_list
from bcorm.emulator.tables import Clause
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Row

ZONES = "v2/shipping/zones"
METHODS = "v2/shipping/zones/methods"
CUSTOMS = "v3/shipping/products/customs-information"
PRODUCTS = "v3/catalog/products"
_CARRIERS = "shipping carriers"
_LONGEST_CUSTOMS = 50


def prepare_zone(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """Every place of a zone has an id, and a zone that is not the world has places."""
    if doc["type"] != "global" and not doc["locations"]:
        raise ApiError(400, "The required field 'locations' was not supplied.")
    doc["locations"] = [
        {**item, "id": item.get("id") or ctx.store.next_id("shipping zone locations")}
        for item in doc["locations"]
    ]


def prepare_method(_ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """A method of every channel says so with an empty list."""
    doc["channel_ids"] = doc.get("channel_ids") or []


def show_old_method(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """As the list of all zones' methods has always shown them."""
    return {"id": doc["id"], "name": doc["name"], "method_name": f"shipping_{doc['type']}"}


def connect_carrier(ctx: Context) -> Reply:
    """POST or PUT the account of a carrier; the answer says nothing."""
    body = ctx.body if isinstance(ctx.body, dict) else {}
    carrier = body.get("carrier_id")
    if not isinstance(carrier, str) or not carrier:
        raise ApiError(400, "The required field 'carrier_id' was not supplied.")
    kept = ctx.store.setting(_CARRIERS, [])
    # Credentials are not kept: nothing here would ever use them.
    ctx.store.set_setting(_CARRIERS, sorted({*kept, carrier}))
    return Reply(204)


def disconnect_carrier(ctx: Context) -> Reply:
    """DELETE the account of a carrier, which must be there."""
    body = ctx.body if isinstance(ctx.body, dict) else {}
    kept = ctx.store.setting(_CARRIERS, [])
    if body.get("carrier_id") not in kept:
        raise ApiError(400, "The field 'carrier_id' is invalid.")
    kept.remove(body["carrier_id"])
    ctx.store.set_setting(_CARRIERS, kept)
    return Reply(204)


def put_customs(ctx: Context, resource: Resource) -> Reply:
    """PUT up to 50 objects, each by its product, whether it is there or not."""

    def put(item: Any) -> Row:
        said = check(resource.fields, item, "post", "v3")
        key = said["product_id"]
        if not ctx.store.exists(PRODUCTS, key):
            raise ApiError(422, errors={"product_id": f"Product {key} does not exist."})
        row = ctx.store.get(CUSTOMS, key)
        now = ctx.stamp("zulu", row.doc["updated_at"] if row is not None else None)
        created = row.doc["created_at"] if row is not None else now
        ctx.store.insert(CUSTOMS, key, {**said, "created_at": created, "updated_at": now})
        return ctx.require(CUSTOMS, key)

    rows = each(ctx, items_of(ctx, _LONGEST_CUSTOMS), put)
    return many(resource, [row.text for row in rows])


def delete_customs(ctx: Context, resource: Resource) -> Reply:
    """DELETE by ``product_id:in``, which must be there."""
    text = ctx.query.get("product_id:in")
    if not text:
        raise ApiError(422, errors={"product_id:in": "error.path.missing"})
    ctx.store.delete(resource.collection, read_list("product_id:in", "integer", text, "v3"))
    return Reply(204)


def customs_of(_ctx: Context, text: str) -> Clause:
    """``product_id:in``: customs information is kept under its product's id."""
    keys = read_list("product_id:in", "integer", text, "v3")
    return Clause(f"t._id IN ({','.join('?' * len(keys))})", tuple(keys))
