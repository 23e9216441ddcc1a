"""Stock and the places that have it (`inventory.v3.yml`, `locations.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.inventory import behaviour, locations
from bcorm.emulator.domains.metafields.tables import batches, metafields
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, Unique, filters
from bcorm.emulator.schema import (
    Field,
    boolean,
    choice,
    integer,
    moment,
    nested,
    number,
    objects,
    readonly,
    string,
)

_PAGING = Paging(most=1000)
_HOURS = (boolean("open"), string("opening"), string("closing"))
DAYS = tuple(
    nested(day, *_HOURS)
    for day in ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
)

LOCATION_FIELDS: tuple[Field, ...] = (
    string("code", "", 50),
    string("label", required="post", shortest=1, longest=255),
    string("description", ""),
    boolean("managed_by_external_source", required="post"),
    choice("type_id", "PHYSICAL VIRTUAL", required="post"),
    boolean("enabled", True),
    nested("operating_hours", *DAYS),
    string("time_zone", required="post", shortest=1),
    nested(
        "address",
        string("address1", required="post", shortest=1),
        string("address2", ""),
        string("city", required="post", shortest=1),
        string("state", required="post", shortest=1),
        string("zip", required="post", shortest=1),
        string("email", required="post", shortest=3, format="email"),
        string("phone", ""),
        nested(
            "geo_coordinates",
            number("latitude", required="post put", low=-90, high=90),
            number("longitude", required="post put", low=-180, high=180),
            required="post",
        ),
        string("country_code", required="post put", shortest=2, longest=3),
    ),
    boolean("storefront_visibility", True),
    objects(
        "special_hours",
        string("label", required="post put"),
        string("date", required="post put", shortest=10, longest=10),
        boolean("open", required="post put"),
        string("opening", "00:00"),
        string("closing", "00:00"),
        boolean("all_day", False),
        boolean("annual", False),
        default=[],
    ),
    *readonly(moment("created_at"), moment("updated_at")),
)

LOCATION = Resource(
    path=behaviour.LOCATIONS,
    deletes_take="location_id:in",
    item="location_id",
    noun="location",
    fields=LOCATION_FIELDS,
    verbs="list",
    filters=(
        Filter("location_id:in", "id", "in", "integer"),
        Filter("location_code:in", "code", "in"),
        Filter("is_active", "enabled", "eq", "boolean"),
        *filters("type_id:in managed_by_external_source storefront_visibility", LOCATION_FIELDS),
        Filter("is_default", condition=locations.is_default),
    ),
    paging=_PAGING,
    stamps="zulu",
    stamped=("created_at", "updated_at"),
    unique=(Unique("code", "The location code '{code}' is taken", status=422),),
    hooks=Hooks(locations.prepare),
)

_LEVEL_FIELDS: tuple[Field, ...] = (
    integer("location_id"),
    integer("variant_id"),
    integer("quantity", nullable=True),
    integer("safety_stock"),
    boolean("is_in_stock"),
    integer("warning_level"),
    string("bin_picking_number"),
    integer("backorder_limit", nullable=True),
)
# Has no operations of its own: stock besides that of the catalog, and the settings of items.
LEVEL = Resource(
    path=behaviour.LEVELS,
    noun="level",
    fields=_LEVEL_FIELDS,
    verbs="",
    indexed=("location_id", "variant_id"),
    also_below=((behaviour.LOCATIONS, "location_id"), (behaviour.VARIANTS, "variant_id")),
)

_NAMED = (
    Filter("sku:in", "sku", "in"),
    Filter("variant_id:in", "id", "in", "integer"),
    Filter("product_id:in", "_parent", "in", "integer"),
)
ITEM = Resource(
    path="v3/inventory/items",
    noun="item",
    stored=behaviour.VARIANTS,
    fields=(string("sku"),),
    verbs="",
    filters=_NAMED,
    paging=_PAGING,
)

ADJUSTMENT = Resource(
    path="v3/inventory/adjustments",
    noun="adjustment",
    stored=behaviour.LEVELS,
    fields=(
        integer("location_id", required="post"),
        integer("variant_id"),
        integer("product_id"),
        string("sku"),
        integer("quantity", required="post"),
        # Of backorders, which are in open beta: what the store does with it nobody documents.
        integer("qty_backordered", low=0, nullable=True),
    ),
    verbs="",
)

SETTING = Resource(
    path="v3/inventory/settings",
    noun="setting",
    stored=behaviour.LEVELS,
    fields=(
        nested("identity", required="post"),
        integer("safety_stock", low=0),
        boolean("is_in_stock"),
        integer("warning_level", low=0),
        string("bin_picking_number"),
        integer("backorder_limit", low=0, nullable=True),
    ),
    verbs="",
)

_METAFIELDS = metafields(LOCATION, "location", "metafield_id", own_item="location_id")

RESOURCES = (LOCATION, LEVEL, ITEM, ADJUSTMENT, SETTING, *_METAFIELDS)

_AT_LOCATION = LOCATION.item_path + "/items"
_ADJUST = ADJUSTMENT.path
OPERATIONS = (
    operation(
        "GET",
        ITEM.path,
        behaviour.list_items,
        resource=ITEM,
        query="location_id:in location_code:in",
    ),
    operation(
        "GET",
        _AT_LOCATION,
        behaviour.list_at_location,
        resource=ITEM,
        query="variant_id:in sku:in product_id:in",
    ),
    operation("PUT", _AT_LOCATION, behaviour.update_settings, resource=SETTING),
    operation("PUT", _ADJUST + "/absolute", behaviour.adjust, resource=ADJUSTMENT, relative=False),
    operation("POST", _ADJUST + "/relative", behaviour.adjust, resource=ADJUSTMENT, relative=True),
    operation("POST", LOCATION.path, locations.create_locations, resource=LOCATION),
    operation("PUT", LOCATION.path, locations.update_locations, resource=LOCATION),
    operation("DELETE", LOCATION.path, locations.delete_locations, resource=LOCATION),
    *batches(*_METAFIELDS),
)
# What is due before any request is answered.
CHORES = (behaviour.apply_due,)

REFUSALS = (behaviour.UNCOUNTED,)
