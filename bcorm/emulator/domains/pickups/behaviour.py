"""Pickup methods, pickups of orders, and the search for places that have everything."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.batches import each, items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import many, update_checked
from bcorm.emulator.domains.inventory.behaviour import LOCATIONS, VARIANTS, on_hand
from bcorm.emulator.errors import ApiError
from bcorm.emulator.rendering import render
from bcorm.emulator.timestamps import seconds_of, zulu_style
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Row

METHODS = "v3/pickup/methods"
ORDERS = "v2/orders"
LINES = "v2/orders/products"
_EARTH = {"KM": 6371.0, "MI": 3958.8}
_MOST_OPTIONS = 10
_SHOWN = (
    "location_id",
    "display_name",
    "collection_instructions",
    "collection_time_description",
)


def prepare_method(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """A method belongs to a location that is there."""
    location = doc.get("location_id")
    if location is None or not ctx.store.exists(LOCATIONS, location):
        raise ApiError(422, errors={"location_id": "The location does not exist."})
    doc["name"] = doc["display_name"]  # what lists call it when they sort


def show_method(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A method as the API shows it."""
    return {name: value for name, value in doc.items() if name != "name"}


def moment_of(value: Any, place: str) -> str | None:
    """A moment that may be UNIX seconds or ISO text, as it is shown."""
    if value is None:
        return None
    seconds = seconds_of(value)
    if seconds is None:
        raise ApiError(422, errors={place: "error.expected.date.isoformat"})
    return zulu_style(seconds)


def prepare_pickup(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """A pickup refers to a method, an order and its lines, and its items have a status."""
    collected = moment_of(body.get("collected_at"), "collected_at")
    doc.pop("collected_at", None)
    doc["ready_at"] = moment_of(doc["ready_at"], "ready_at")
    if old is None:
        _check_references(ctx, doc)
        doc["pickup_items"] = [
            {**item, "id": ctx.store.next_id("pickup items")} for item in doc["pickup_items"]
        ]
    status = "COLLECTED" if collected else "AWAITING_COLLECTION"
    if old is None or collected:
        doc["pickup_items"] = [
            {**item, "status": status, "collected_at": collected} for item in doc["pickup_items"]
        ]


def _check_references(ctx: Context, doc: Doc) -> None:
    for name, collection in (("pickup_method_id", METHODS), ("order_id", ORDERS)):
        if not ctx.store.exists(collection, doc[name]):
            raise ApiError(422, errors={name: f"{name} {doc[name]} does not exist."})
    for position, item in enumerate(doc["pickup_items"]):
        if ctx.store.get(LINES, item["order_product_id"], doc["order_id"]) is None:
            place = f"pickup_items.{position}.order_product_id"
            raise ApiError(422, errors={place: "The order has no such product."})


def update_pickups(ctx: Context, resource: Resource) -> Reply:
    """PUT pickups by `pickup_id`: when they were ready, when they were collected."""

    def change(item: Any) -> Row:
        said = item if isinstance(item, dict) else {}
        key = said.get("pickup_id")
        if key is None:
            raise ApiError(422, errors={"pickup_id": "error.path.missing"})
        row = ctx.store.get(resource.collection, key) if isinstance(key, int) else None
        if row is None:
            raise ApiError(422, errors={"pickup_id": f"No pickup has the id {key}."})
        changes = check(resource.fields, said, "put", "v3")
        ready = {"ready_at": changes["ready_at"]} if "ready_at" in changes else {}
        return update_checked(ctx, resource, row, ready, said)

    return many(resource, render(ctx, resource, each(ctx, items_of(ctx), change)))


# /pickup/options


def find_options(ctx: Context, resource: Resource) -> Reply:
    """POST a search: the methods of the locations that have all items, nearest first."""
    said = check(resource.fields, ctx.body, "post", "v3")
    area = said["search_area"]
    found = []
    for method in ctx.store.select(METHODS):
        place = ctx.store.get(LOCATIONS, method.doc["location_id"])
        if place is None or not place.doc["enabled"]:
            continue
        distance = _distance(area, place.doc)
        if distance <= area["radius"]["value"] and _has_all(ctx, place, said["items"]):
            found.append((distance, method))
    found.sort(key=lambda pair: (pair[0], pair[1].id))
    options = [
        {
            "pickup_method": {"id": row.id, **{name: row.doc[name] for name in _SHOWN}},
            "available_items": said["items"],
        }
        for _, row in found[:_MOST_OPTIONS]
    ]
    return Reply(200, jsontext.dumps({"results": [{"pickup_options": options}]}))


def _has_all(ctx: Context, place: Row, items: list[Doc]) -> bool:
    for position, item in enumerate(items):
        variant = ctx.store.get(VARIANTS, item["variant_id"])
        if variant is None:
            raise ApiError(
                422, errors={f"items.{position}.variant_id": "The variant does not exist."}
            )
        if (on_hand(ctx, place.id, variant) or 0) < item["quantity"]:
            return False
    return True


def _distance(area: Doc, place: Doc) -> float:
    """How far a place is from the search, along the surface; 0 where nobody can tell."""
    here, there = area.get("coordinates"), (place.get("address") or {}).get("geo_coordinates")
    if not here or not there:
        return 0.0
    first, second = (
        [math.radians(float(point[name])) for name in ("latitude", "longitude")]
        for point in (here, there)
    )
    half = (
        math.sin((second[0] - first[0]) / 2) ** 2
        + math.cos(first[0]) * math.cos(second[0]) * math.sin((second[1] - first[1]) / 2) ** 2
    )
    return 2 * _EARTH[area["radius"]["unit"]] * math.asin(math.sqrt(half))
