"""Consignments: an order by where its items go, to an address or to be picked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.domains.orders import lines as order_lines
from bcorm.emulator.domains.orders import parts
from bcorm.emulator.errors import ApiError, not_found

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Id, Row

ORDERS = "v2/orders"
PICKUPS = "v2/orders/consignment_pickups"
_DETAILS = (
    "pickup_method_id",
    "pickup_method_display_name",
    "collection_instructions",
    "collection_time_description",
)
_LOCATION = (
    "name",
    "code",
    "address_line_1",
    "address_line_2",
    "city",
    "state",
    "postal_code",
    "country_alpha2",
    "email",
    "phone",
)


def put_pickups(ctx: Context, order: Id, asked: Any) -> None:
    """Store the pickups of an order's `consignments`, each with its lines.

    A pickup with an id is changed, others are added.

    Raises:
        ApiError: 400, one without items, or with an id that the order does not have.
    """
    pickups = asked.get("pickups") if isinstance(asked, dict) else None
    for item in pickups or ():
        row = ctx.store.get(PICKUPS, item["id"], order) if item.get("id") else None
        if item.get("id") and row is None:
            raise ApiError(400, "The field 'consignments.pickups.id' is invalid.")
        if row is not None:
            ctx.store.update(PICKUPS, row.id, {**row.doc, **_details(row.doc, item)})
            continue
        if not item.get("line_items"):
            raise ApiError(
                400, "The required field 'consignments.pickups.line_items' was not supplied."
            )
        key = ctx.store.next_id(PICKUPS)
        ctx.store.insert(PICKUPS, key, {"id": key, **_details({}, item)}, parent=order)
        for entry in item["line_items"]:
            line = order_lines.new_line(ctx, order, entry)
            line["order_pickup_method_id"] = key
            ctx.store.insert(order_lines.LINES, line["id"], line, parent=order)


def _details(old: Doc, item: Doc) -> Doc:
    details = {name: item.get(name, old.get(name, "")) for name in _DETAILS}
    details["pickup_method_id"] = details["pickup_method_id"] or 0
    given, before = item.get("location") or {}, old.get("location") or {}
    location = {name: given.get(name, before.get(name, "")) for name in _LOCATION}
    location["country_alpha2"] = location["country_alpha2"] or "US"
    return {**details, "location": {"id": 1, **location}}


def consignments(ctx: Context, order: Id, *, full: bool) -> Doc:
    """An order by where its items go; `full` shows the lines, not links to them."""
    lines = order_lines.lines_of(ctx, order)
    return {
        "pickups": [
            {**row.doc, "line_items": _items(ctx, order, lines, row.doc["id"], full=full)}
            for row in ctx.store.select(PICKUPS, parent=order)
        ],
        "shipping": [
            _shipping(ctx, order, lines, address, full=full)
            for address in parts.addresses_of(ctx, order)
        ],
        "downloads": [],
        "email": {"gift_certificates": []},
    }


def _items(
    ctx: Context, order: Id, lines: Sequence[Doc], key: Id, *, full: bool, kind: str = "pickups"
) -> list[Doc]:
    field = "order_pickup_method_id" if kind == "pickups" else "order_address_id"
    if full:
        return [line for line in lines if line[field] == key]
    return [_link(ctx, f"/orders/{order}/consignments/{kind}/{key}/line_items")]


def _link(ctx: Context, path: str) -> Doc:
    return {"url": f"{ctx.base}/v2{path}", "resource": path}


def _shipping(ctx: Context, order: Id, lines: Sequence[Doc], address: Doc, *, full: bool) -> Doc:
    key = address["id"]
    shown = {name: value for name, value in address.items() if name != "order_id"}
    shown |= {
        name: float(value)
        for name, value in shown.items()
        if "cost" in name and isinstance(value, str)
    }
    return {
        **shown,
        "line_items": _items(ctx, order, lines, key, full=full, kind="shipping"),
        "shipping_quotes": _link(
            ctx, f"/orders/{order}/consignments/shipping/{key}/shipping_quotes"
        ),
    }


def show_consignments(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """A link to the consignments, or what `include` asks for.

    That is the object only with `consignment_structure=object`; without it it is the older form,
    an array with the object in it.
    """
    asked = _asked(ctx)
    if not any(name.startswith("consignments") for name in asked):
        return {
            row.id: jsontext.dumps(_link(ctx, f"/orders/{row.id}/consignments")) for row in rows
        }
    full = "consignments.line_items" in asked
    found = {row.id: consignments(ctx, row.id, full=full) for row in rows}
    if ctx.query.get("consignment_structure") == "object":
        return {key: jsontext.dumps(value) for key, value in found.items()}
    return {key: jsontext.dumps([value]) for key, value in found.items()}


def _asked(ctx: Context) -> set[str]:
    return {name.strip() for name in ctx.query.get("include", "").split(",")}


def show_order_consignments(ctx: Context) -> Reply:
    """GET /orders/{id}/consignments."""
    _require_order(ctx)
    full = "consignments.line_items" in _asked(ctx)
    return Reply(200, jsontext.dumps(consignments(ctx, ctx.ids[0], full=full)))


def _require_order(ctx: Context) -> Row:
    row = ctx.store.get(ORDERS, ctx.ids[0])
    if row is None:
        raise not_found("v2")
    return row


def show_quotes(ctx: Context) -> Reply:
    """GET the shipping quotes of an address; 204 where nothing was quoted."""
    order = _require_order(ctx)
    row = ctx.store.get(parts.ADDRESSES, ctx.ids[1], ctx.ids[0])
    if row is None:
        raise not_found("v2")
    if row.doc["shipping_method"] != "Flat Rate":
        return Reply(204)
    quote = {
        "id": str(row.id),
        "uuid": f"a72acc8d-504b-4a40-8534-{int(row.id):012d}",
        "timestamp": order.doc["date_created"],
        "shipping_provider_id": "bcstatic",
        "shipping_provider_quote": [],
        "provider_code": "shipping_flatrate",
        "carrier_code": "",
        "rate_code": "",
        "rate_id": "",
        "method_id": 1,
    }
    return Reply(200, jsontext.dumps(quote))
