"""Stock: of every variant at every location, its settings, and adjustments of it.

The default location's stock is the `inventory_level` of the catalog; other locations have
documents of their own, which also hold the settings of items.
"""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext, paging
from bcorm.emulator.batches import items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import update
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import compile_filters, read_list
from bcorm.emulator.refusals import Refusal
from bcorm.emulator.schema import string
from bcorm.emulator.tables import Clause, all_of, one_of
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Id, Row

LOCATIONS = "v3/inventory/locations"
LEVELS = "v3/inventory/levels"
PRODUCTS = "v3/catalog/products"
VARIANTS = PRODUCTS + "/variants"
VARIANT_PATH = PRODUCTS + "/{product_id}/variants"
DEFAULT = 1
IDENTITIES = ("variant_id", "sku", "product_id")
MOST = 2000
HIGHEST = 2_147_483_647
UNCOUNTED = Refusal(
    request="a relative adjustment of an item that never had an absolute level at the location",
    status=422,
    title="Items with identity: [{identity}] requires absolute adjustment before relative",
    source="spec",
    says="inventory.v3.yml, POST /inventory/adjustments/relative: the example of its 422",
)
_LATE = "inventory adjustments that are not applied yet"
_SETTINGS = (
    "safety_stock", "is_in_stock", "warning_level", "bin_picking_number", "backorder_limit",
)  # fmt: skip


def transaction(ctx: Context) -> Reply:
    """The answer of every write: the id of what is going on."""
    number = ctx.store.next_id("inventory transaction")
    key = uuid.uuid5(uuid.NAMESPACE_OID, f"inventory transaction {number}")
    return Reply(200, jsontext.dumps({"transaction_id": str(key)}))


def variant_of(ctx: Context, identity: Any, place: str) -> Row:
    """The variant that an identity names: by its own id, its SKU, or as the only one of a product.

    Raises:
        ApiError: 422, there is none, or the product is tracked by something else.
    """
    said = identity if isinstance(identity, dict) else {}
    names = [name for name in IDENTITIES if said.get(name) is not None]
    if len(names) != 1:
        raise ApiError(422, errors={place: "one of sku, variant_id and product_id is required"})
    name, value = names[0], said[names[0]]
    if name == "variant_id":
        row = ctx.store.get(VARIANTS, value) if isinstance(value, int) else None
    elif name == "sku":
        found = ctx.store.select(VARIANTS, Clause("t.sku = ? COLLATE NOCASE", (value,)))
        row = found[0] if found else None
    else:
        row = _base_variant(ctx, value, place)
    if row is None:
        raise ApiError(422, errors={f"{place}.{name}": "The item does not exist."})
    return row


def _base_variant(ctx: Context, product: Any, place: str) -> Row | None:
    row = ctx.store.get(PRODUCTS, product) if isinstance(product, int) else None
    if row is None:
        return None
    base: int | None = row.doc["base_variant_id"]
    if base is None:
        raise ApiError(
            422, errors={f"{place}.product_id": "The product is not tracked by product_id."}
        )
    return ctx.store.get(VARIANTS, base)


def level_row(ctx: Context, location: Id, variant: Id) -> Row | None:
    """What is stored of a variant at a location besides the catalog."""
    where = Clause("t.location_id = ? AND t.variant_id = ?", (location, variant))
    rows = ctx.store.select(LEVELS, where)
    return rows[0] if rows else None


def on_hand(ctx: Context, location: Id, variant: Row) -> int | None:
    """How much of a variant a location has; `None` if nobody ever said."""
    if location == DEFAULT:
        level = int(variant.doc["inventory_level"] or 0)
        return level if level or variant.secrets.get("counted") else None
    row = level_row(ctx, location, variant.id)
    return None if row is None else row.doc["quantity"]


def note_counted(ctx: Context, variant: Id) -> None:
    """Remember that somebody said how much of a variant there is, though it may be nothing."""
    row = ctx.require(VARIANTS, variant)
    if not row.secrets.get("counted"):
        ctx.store.update(VARIANTS, variant, row.doc, {**row.secrets, "counted": True})


def set_level(ctx: Context, location: Id, variant: Row, quantity: int) -> None:
    """Give a location so much of a variant."""
    if location == DEFAULT:
        own = ctx.child((variant.parent or 0, variant.id))
        update(own, ctx.resource(VARIANT_PATH), variant, {"inventory_level": quantity})
    else:
        _write_level(ctx, location, variant.id, {"quantity": quantity})


def _write_level(ctx: Context, location: Id, variant: Id, values: Doc) -> None:
    row = level_row(ctx, location, variant)
    if row is not None:
        ctx.store.update(LEVELS, row.id, {**row.doc, **values})
        return
    key = ctx.store.next_id(LEVELS)
    fresh = {"location_id": location, "variant_id": variant, "quantity": None}
    ctx.store.insert(LEVELS, key, {"id": key, **fresh, **values})


def list_items(ctx: Context, resource: Resource) -> Reply:
    """GET /inventory/items: every item with all locations."""
    places = ctx.store.select(LOCATIONS, _named_locations(ctx))
    return _page(ctx, resource, lambda rows: [_item(ctx, row, places) for row in rows])


def list_at_location(ctx: Context, resource: Resource) -> Reply:
    """GET /inventory/locations/{location_id}/items."""
    place = ctx.store.get(LOCATIONS, ctx.ids[0])
    if place is None:
        raise not_found("v3")
    return _page(
        ctx,
        resource,
        lambda rows: [
            {"identity": _identity(row, sku_id=False), **_numbers(ctx, row, place)} for row in rows
        ],
    )


def _page(ctx: Context, resource: Resource, show: Any) -> Reply:
    where = all_of(compile_filters(ctx, resource))
    cut = paging.window(ctx, resource, ())
    rows = ctx.store.select(VARIANTS, where, limit=cut.limit, offset=cut.offset)
    total = ctx.store.count(VARIANTS, where)
    meta = paging.meta(resource, cut, total, [row.id for row in rows])
    return Reply(200, f'{{"data":{jsontext.dumps(show(rows))},"meta":{meta}}}')


def _named_locations(ctx: Context) -> Clause:
    clauses = []
    if "location_id:in" in ctx.query:
        keys = read_list("location_id:in", "integer", ctx.query["location_id:in"], "v3")
        clauses.append(one_of("_id", keys))
    if "location_code:in" in ctx.query:
        clauses.append(one_of("code", ctx.query["location_code:in"].split(",")))
    return all_of(clauses)


def _identity(row: Row, *, sku_id: bool = True) -> Doc:
    doc = row.doc
    found = {"sku": doc["sku"], "variant_id": row.id, "product_id": row.parent}
    return {**found, "sku_id": doc["sku_id"]} if sku_id and doc["sku_id"] else found


def _item(ctx: Context, row: Row, places: Sequence[Row]) -> Doc:
    shown = []
    for place in places:
        doc = place.doc
        head = {
            "location_id": place.id,
            "location_code": doc["code"],
            "location_name": doc["label"],
            "location_enabled": doc["enabled"],
        }
        shown.append({**head, **_numbers(ctx, row, place)})
    return {"identity": _identity(row), "locations": shown}


def _numbers(ctx: Context, variant: Row, place: Row) -> Doc:
    row = level_row(ctx, place.id, variant.id)
    kept = row.doc if row is not None else {}
    settings = {
        "safety_stock": kept.get("safety_stock", 0),
        "is_in_stock": kept.get("is_in_stock", True),
        "warning_level": kept.get("warning_level", 0),
        "bin_picking_number": kept.get("bin_picking_number", ""),
        "backorder_limit": kept.get("backorder_limit"),
    }
    total = on_hand(ctx, place.id, variant) or 0
    return {
        "available_to_sell": max(0, total - settings["safety_stock"]),
        "total_inventory_onhand": total,
        "settings": settings,
    }


def adjust(ctx: Context, resource: Resource, *, relative: bool) -> Reply:
    """Set levels (PUT absolute), or add to them (POST relative): all items or none."""
    body = ctx.body if isinstance(ctx.body, dict) else {}
    check((string("reason"),), body, "post", "v3")
    items = items_of(ctx, MOST, body=body.get("items") or [])
    checked = [
        _checked(ctx, resource, item, f"items.{position}", relative=relative)
        for position, item in enumerate(items)
    ]
    if ctx.stock_lag_ms:
        late = ctx.store.setting(_LATE, [])
        due = int(time.time() * 1000) + ctx.stock_lag_ms
        ctx.store.set_setting(_LATE, [*late, {"due": due, "relative": relative, "items": checked}])
    else:
        _apply(ctx, checked, relative=relative)
    return transaction(ctx)


def _checked(
    ctx: Context, resource: Resource, item: Any, place: str, *, relative: bool
) -> list[int]:
    """An item of an adjustment as location, variant and quantity."""
    said = check(resource.fields, item, "post", "v3")
    location, quantity = said["location_id"], said["quantity"]
    if not ctx.store.exists(LOCATIONS, location):
        raise ApiError(422, errors={f"{place}.location_id": "The location does not exist."})
    variant = variant_of(ctx, item, place)
    level = on_hand(ctx, location, variant)
    if relative and level is None:
        name = next(name for name in IDENTITIES if item.get(name) is not None)
        raise UNCOUNTED.error(identity=f"{name} {item[name]}")
    result = quantity + (level or 0) if relative else quantity
    if not 0 <= result <= HIGHEST:
        raise ApiError(422, errors={f"{place}.quantity": "The level is out of bounds."})
    return [location, variant.id, quantity]


def _apply(ctx: Context, items: Sequence[Sequence[int]], *, relative: bool) -> None:
    for location, key, quantity in items:
        variant = ctx.store.get(VARIANTS, key)
        if variant is None or not ctx.store.exists(LOCATIONS, location):
            continue  # gone while the adjustment was waiting
        level = on_hand(ctx, location, variant) or 0
        set_level(ctx, location, variant, max(0, level + quantity) if relative else quantity)


def apply_due(ctx: Context) -> None:
    """Apply the adjustments whose time has come; called before every request."""
    late, now = ctx.store.setting(_LATE, []), int(time.time() * 1000)
    due = [entry for entry in late if entry["due"] <= now]
    if due:
        with ctx.store.transaction():
            for entry in due:
                _apply(ctx, entry["items"], relative=entry["relative"])
            ctx.store.set_setting(_LATE, [entry for entry in late if entry["due"] > now])


def update_settings(ctx: Context, resource: Resource) -> Reply:
    """PUT settings of items at a location; what is not named stays."""
    location = ctx.require(LOCATIONS, ctx.ids[0]).id
    body = ctx.body if isinstance(ctx.body, dict) else {}
    for position, item in enumerate(items_of(ctx, MOST, body=body.get("settings") or [])):
        said = check(resource.fields, item, "post", "v3")
        variant = variant_of(ctx, said.get("identity"), f"settings.{position}.identity")
        given = {name: said[name] for name in _SETTINGS if name in said}
        _write_level(ctx, location, variant.id, given)
    return transaction(ctx)
