"""Collecting orders from a location: methods (`pickup_methods.v3.yml`), orders (`pickup.v3.yml`).

Also the search for places that have what a shopper wants (`pickup_options.v3.yml`).
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, Struct, field, one, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter
from bcorm.resources.actions import operation, send, typed
from bcorm.resources.bodies import paired
from bcorm.resources.locations import Location
from bcorm.resources.orders import Order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.model.unit_of_work import UnitOfWork


class FoundMethod(Struct):
    """A pickup method as a search shows it."""

    id: int = readonly()
    location_id: int = readonly()
    display_name: str = readonly(doc="What the shopper sees it called.")
    collection_instructions: str = readonly(doc="How what was ordered is collected.")
    collection_time_description: str = readonly(doc="When it can be collected.")


class AvailableItem(Struct):
    """How much of a variant can be collected."""

    variant_id: int = readonly()
    quantity: int = readonly()


class PickupOption(Struct):
    """A way to collect what was searched for."""

    pickup_method: FoundMethod = readonly()
    available_items: list[AvailableItem] = readonly(doc="What can be collected in this way.")


class PickupMethod(Resource):
    """How orders are collected from a location. `GET /v3/pickup/methods`."""

    id: int = readonly()
    location_id: int = field(doc="Where it is collected.")
    display_name: str = field(max_length=250, doc="What the shopper sees it called.")
    collection_instructions: str = field(max_length=250, doc="How what was ordered is collected.")
    collection_time_description: str = field(max_length=250, doc="When it can be collected.")
    location_identity: int | None = field(doc="Deprecated.")
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    location = one(Location, via="location_id")

    endpoint = Endpoint(
        path="v3/pickup/methods",
        needs="location_id",
        verbs=("list",),
        create_batch=Batch(100, single=True),
        update_batch=Batch(10, single=True),
        delete_batch=Batch(250, single=True),
        filters={
            "id": "in",
            "date_created": "exact gte lte",
            "date_modified": "exact gte lte",
        },
        sort="date_modified name",
        sort_hidden="name",
        sort_style="suffix",
        natural_key="display_name",
    )

    @classmethod
    @operation("POST /v3/pickup/options")
    def find_options(
        cls,
        items: Iterable[tuple[int, int] | Mapping[str, int]],
        *,
        radius: int,
        unit: Literal["KM", "MI"] = "KM",
        latitude: Decimal | None = None,
        longitude: Decimal | None = None,
        session: UnitOfWork | None = None,
    ) -> list[PickupOption]:
        """Find up to 10 ways to collect items together, around a place.

        Args:
            items: (variant id, quantity) pairs, or mappings of the same.
            radius: how far from the place, in `unit`.
            unit: kilometres or miles.
            latitude: of the place, in degrees.
            longitude: of the place, in degrees.
            session: the session to ask through, when not the current one.
        """
        area: dict[str, Any] = {"radius": {"value": radius, "unit": unit}}
        if latitude is not None and longitude is not None:
            area["coordinates"] = {"latitude": latitude, "longitude": longitude}
        wanted = paired(cls, "items", items, ("variant_id", "quantity"))
        body = {"search_area": area, "items": wanted}
        found = send(session, "POST", "v3/pickup/options", json=body).body["results"]
        return [typed(PickupOption, row) for result in found for row in result["pickup_options"]]


class PickupItem(Struct):
    """How much of an order's line is collected."""

    id: int = readonly()
    order_product_id: int = field(required=True, doc="The line of the order.")
    quantity: int = field(required=True, minimum=1)
    status: Literal["AWAITING_COLLECTION", "COLLECTED"] = readonly()
    collected_at: datetime | None = readonly()


class OrderPickup(Resource):
    """What of an order is collected. `GET /v3/orders/pickups`."""

    id: int = readonly()
    pickup_method_id: int = field(required=True, create_only=True, minimum=1)
    order_id: int = field(required=True, create_only=True, minimum=1)
    ready_at: datetime = field(required=True, doc="From when it can be collected.")
    collected_at: datetime | None = field(
        write_only=True, doc="When the shopper has collected it; None before."
    )
    pickup_items: list[PickupItem] = field(
        required=True, create_only=True, doc="What is collected, by lines of the order."
    )
    created_at: datetime = readonly()
    updated_at: datetime = readonly()

    method = one(PickupMethod, via="pickup_method_id")
    order = one(Order, via="order_id")

    endpoint = Endpoint(
        path="v3/orders/pickups",
        verbs=("list",),
        create_batch=Batch(100, single=True),
        update_batch=Batch(100, single=True, names=("id", "pickup_id")),
        delete_batch=Batch(250, single=True),
        paging="none",
        filters={"id": Filter("in", wire="pickup_id"), "order_id": "in"},
        version_field="updated_at",
    )
