"""Shipping: the places of zones, carriers, and customs information by product."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.emulator.batches import each, items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import many
from bcorm.emulator.domains.geography.behaviour import states_of
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import read_list
from bcorm.emulator.refusals import Refusal
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
    for place in doc["locations"]:
        _check_place(ctx, doc["type"], place)
    doc["locations"] = [
        {**item, "id": item.get("id") or ctx.store.next_id("shipping zone locations")}
        for item in doc["locations"]
    ]


STATE = Refusal(
    request="a shipping zone of states with a state that its country does not have",
    status=400,
    title="The field 'state_iso2' is invalid.",
    source="spec",
    says="locations (shipping.v2.yml): ISO codes of a country and a state; the words are not known",
)
_NEEDED = {"zip": ("zip", "country_iso2"), "country": ("country_iso2",), "state": ("country_iso2",)}


def _check_place(ctx: Context, kind: str, place: Doc) -> None:
    """A place of a zone has what its type is about."""
    for name in _NEEDED.get(kind, ()):
        if not place.get(name):
            raise ApiError(400, f"The required field '{name}' was not supplied.")
    if kind == "state":
        known = states_of(ctx, place["country_iso2"].upper())
        if not place.get("state_iso2") or (known and place["state_iso2"].upper() not in known):
            raise STATE.error()


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
    if not isinstance(body.get("connection", {}), dict):
        raise ApiError(400, "The field 'connection' is invalid.")
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
    """DELETE by `product_id:in`, which must be there."""
    text = ctx.query.get("product_id:in")
    if not text:
        raise ApiError(422, errors={"product_id:in": "error.path.missing"})
    ctx.store.delete(resource.collection, read_list("product_id:in", "integer", text, "v3"))
    return Reply(204)


def customs_of(_ctx: Context, text: str) -> Clause:
    """`product_id:in`: customs information is kept under its product's id."""
    keys = read_list("product_id:in", "integer", text, "v3")
    return Clause(f"t._id IN ({','.join('?' * len(keys))})", tuple(keys))
