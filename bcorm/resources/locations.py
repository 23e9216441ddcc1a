"""Where stock is kept (`locations.v3.yml`), and what each place has of it (`inventory.v3.yml`)."""

from __future__ import annotations

from datetime import date as calendar_date
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, answered
from bcorm.resources.actions import operation
from bcorm.resources.bodies import rows
from bcorm.resources.inventory import InventoryIdentity, InventorySettings
from bcorm.resources.metafields import Metafield, metafields

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The spec states no limit but that of 100 active locations per store.
BATCH = 50


class LocationMetafield(Metafield):
    """A metafield of a location. `GET /v3/inventory/locations/{location_id}/metafields`."""

    endpoint = metafields(
        "v3/inventory/locations/{resource_id}/metafields", "v3/inventory/locations/metafields"
    )


class DayHours(Struct):
    """When a location is open on a day of the week."""

    open: bool = field(doc="Whether it is open on that day.")
    opening: str = field(doc="When it opens, as `08:00`.")
    closing: str = field(doc="When it closes, as `17:00`.")


class OperatingHours(Struct):
    """When a location is open."""

    sunday: DayHours = field()
    monday: DayHours = field()
    tuesday: DayHours = field()
    wednesday: DayHours = field()
    thursday: DayHours = field()
    friday: DayHours = field()
    saturday: DayHours = field()


class SpecialHours(Struct):
    """When a location is open on a day that is not like the others."""

    label: str = field(required=True, doc="What the day is called.")
    date: calendar_date = field(required=True, doc="The day.")
    open: bool = field(required=True, doc="Whether it is open on that day.")
    opening: str = field(doc="When it opens, as `08:00`.")
    closing: str = field(doc="When it closes, as `17:00`.")
    all_day: bool = field(doc="Whether it is open around the clock.")
    annual: bool = field(doc="Whether it is so every year.")


class GeoCoordinates(Struct):
    """A place on the earth, in degrees."""

    latitude: Decimal = field(
        required=True, minimum=-90, maximum=90, doc="Degrees north of the equator."
    )
    longitude: Decimal = field(
        required=True, minimum=-180, maximum=180, doc="Degrees east of Greenwich."
    )


class LocationAddress(Struct):
    """Where a location is."""

    address1: str = field(required=True)
    address2: str = field()
    city: str = field(required=True)
    state: str = field(required=True)
    zip: str = field(required=True)
    email: str = field(required=True)
    phone: str = field()
    country_code: str = field(required=True, doc="The country's code of letters (ISO 3166-1).")
    geo_coordinates: GeoCoordinates = field(required=True, doc="Where it is on the map.")


class ItemSettings(Struct):
    """Settings of an item at a location; what is left out stays as it is."""

    identity: InventoryIdentity = field(
        required=True, doc="The item, by its SKU, its product or its variant."
    )
    safety_stock: int = field(doc="Units that are held back: so many fewer are for sale.")
    is_in_stock: bool = field(doc="Whether it can be bought, however many there are.")
    warning_level: int = field(doc="Below so many units the merchant is warned.")
    bin_picking_number: str = field(doc="Where it lies in the warehouse.")
    backorder_limit: int | None = field(doc="How many units may be ordered beyond the stock.")


class LocationItem(Resource):
    """What a location has of an item. `GET /v3/inventory/locations/{location_id}/items`."""

    identity: InventoryIdentity = readonly(doc="Which item it is.")
    available_to_sell: int = readonly(
        doc="Units that can be sold: those on hand without the safety stock."
    )
    total_inventory_onhand: int = readonly(doc="Units that are there.")
    settings: InventorySettings = readonly(doc="How the item is sold from the location.")

    location = one["Location"]("Location", parent=True)

    endpoint = Endpoint(
        path="v3/inventory/locations/{location_id}/items",
        key=None,
        verbs=("list",),
        page_size=1000,
        filters={
            "variant_id": Filter("in", type=int),
            "product_id": Filter("in", type=int),
            "sku": Filter("in", type=str),
        },
    )


class Location(Resource):
    """A place that has stock. `GET /v3/inventory/locations`.

    Writes are answered before they take effect: a location that was just created may not be
    listed yet, and one without a `code` is not found again by itself.
    """

    id: int = readonly()
    code: str = field(doc="A code of the merchant's own choice, unique in the store.")
    label: str = field(required=True, doc="What the location is called.")
    description: str = field()
    managed_by_external_source: bool = field(
        required=True,
        doc="Whether another system counts its stock; the control panel then leaves it alone.",
    )
    type_id: Literal["PHYSICAL", "VIRTUAL"] = field(
        required=True, doc="Whether it has an address, `PHYSICAL`, or none, `VIRTUAL`."
    )
    enabled: bool = field(doc="Whether it is in use.")
    storefront_visibility: bool = field(doc="Whether shoppers can see it.")
    time_zone: str = field(required=True, doc="The name of its time zone, such as `Etc/UTC`.")
    address: LocationAddress = field(doc="Required where the type is `PHYSICAL`.")
    operating_hours: OperatingHours = field(doc="When it is open, by day of the week.")
    special_hours: list[SpecialHours] = field(doc="Days on which other hours apply.")
    created_at: datetime = readonly()
    updated_at: datetime = readonly()

    items = many(LocationItem)
    metafields = many(LocationMetafield)

    endpoint = Endpoint(
        path="v3/inventory/locations",
        verbs=("list",),
        create_batch=Batch(BATCH, single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(BATCH, param="location_id:in", single=True),
        page_size=1000,
        filters={
            "id": Filter("in", wire="location_id"),
            "code": Filter("in", wire="location_code"),
            "is_default": Filter("exact", type=bool),
            "type_id": "in",
            "managed_by_external_source": "exact",
            "enabled": Filter("exact", wire="is_active"),
            "storefront_visibility": "exact",
        },
        natural_key="code",
        version_field="updated_at",
        answers=(
            answered(
                "receipt",
                "create_batch update_batch delete_batch",
                source="locations.v3.yml: a transaction",
            ),
        ),
    )

    @operation("PUT /v3/inventory/locations/{location_id}/items")
    def update_item_settings(self, settings: Iterable[ItemSettings | Mapping[str, Any]]) -> str:
        """Change settings of up to 2000 items at this location.

            location.update_item_settings([{"identity": {"sku": "MUG"}, "safety_stock": 3}])

        Returns:
            The transaction's id: the change is applied a moment later.
        """
        body = {"settings": rows(ItemSettings, settings)}
        answer = self._call("PUT", "items", json=body)
        return str(answer.body["transaction_id"])
