"""Collecting orders (`pickup_methods.v3.yml`, `pickup.v3.yml`, `pickup_options.v3.yml`)."""

from __future__ import annotations

from dataclasses import replace

from bcorm.emulator.bulk import create_many
from bcorm.emulator.domains.pickups import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, Sorting, filters
from bcorm.emulator.schema import (
    Field,
    anything,
    choice,
    integer,
    moment,
    nested,
    number,
    objects,
    readonly,
    string,
)

METHOD_FIELDS: tuple[Field, ...] = (
    integer("location_id"),
    string("display_name", "", 250),
    string("collection_instructions", "", 250),
    string("collection_time_description", "", 250),
    integer("location_identity", write_only=True),
    *readonly(moment("date_created"), moment("date_modified")),
)

METHOD = Resource(
    path=behaviour.METHODS,
    deletes_take="id:in",
    noun="pickup method",
    fields=METHOD_FIELDS,
    verbs="list update_many delete_where",
    filters=filters(
        "id:in date_created date_created:min date_created:max"
        " date_modified date_modified:min date_modified:max",
        METHOD_FIELDS,
    ),
    sorting=Sorting(("date_modified", "name"), "suffix"),
    stamps="zulu",
    batch=10,
    present=behaviour.show_method,
    hooks=Hooks(behaviour.prepare_method),
)

PICKUP_FIELDS: tuple[Field, ...] = (
    integer("pickup_method_id", required="post", low=1),
    integer("order_id", required="post", low=1),
    anything("ready_at", required="post"),
    anything("collected_at", write_only=True),
    objects(
        "pickup_items",
        integer("order_product_id", required="post", low=1),
        integer("quantity", required="post", low=1),
        required="post",
    ),
    *readonly(moment("created_at"), moment("updated_at")),
)

PICKUP = Resource(
    path="v3/orders/pickups",
    deletes_take="id:in",
    noun="pickup",
    fields=PICKUP_FIELDS,
    verbs="list create_many delete_where",
    filters=(
        Filter("id:in", "id", "in", "integer", only="DELETE"),
        *filters("order_id:in", PICKUP_FIELDS),
        Filter("pickup_id:in", "id", "in", "integer"),
    ),
    paging=Paging(pages=False),
    stamps="zulu",
    stamped=("created_at", "updated_at"),
    batch=100,
    owner=(behaviour.ORDERS, "order_id"),
    hooks=Hooks(behaviour.prepare_pickup),
)

_SEARCH = Resource(
    path="v3/pickup/options",
    noun="option",
    stored=behaviour.METHODS,
    fields=(
        nested(
            "search_area",
            nested(
                "coordinates",
                number("latitude", required="post", low=-90, high=90),
                number("longitude", required="post", low=-180, high=180),
            ),
            nested(
                "radius",
                integer("value", required="post", low=0),
                choice("unit", "KM MI", required="post"),
                required="post",
            ),
            required="post",
        ),
        objects(
            "items",
            integer("variant_id", required="post"),
            integer("quantity", required="post", low=1),
            required="post",
        ),
    ),
    verbs="",
)

RESOURCES = (METHOD, PICKUP, _SEARCH)

OPERATIONS = (
    operation("POST", METHOD.path, create_many, resource=replace(METHOD, batch=100)),
    operation("PUT", PICKUP.path, behaviour.update_pickups, resource=PICKUP),
    operation("POST", _SEARCH.path, behaviour.find_options, resource=_SEARCH),
)
