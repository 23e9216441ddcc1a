"""The shop itself: ``store_information.v2.yml``, ``store_information.v3.yml``, its log."""

from __future__ import annotations

from bcorm.emulator.behaviours import shop
from bcorm.emulator.resource import Filter, Operation, Resource, Sorting, filters
from bcorm.emulator.resources.metafields import batches, store_metafields
from bcorm.emulator.schema import Field, moment, string

METAFIELD = store_metafields("v3/store/metafields", "metafieldId")

LOG_FIELDS: tuple[Field, ...] = (
    string("type"),
    string("module"),
    string("severity"),
    string("summary"),
    string("message"),
    moment("date_created"),
)

LOG = Resource(
    path="v3/store/systemlogs",
    noun="log entry",
    fields=LOG_FIELDS,
    verbs="list",
    filters=(
        *filters("id:in type type:not module module:not", LOG_FIELDS),
        Filter("severity", condition=shop.severity("=")),
        Filter("severity:min", condition=shop.severity(">=")),
        Filter("severity:max", condition=shop.severity("<=")),
    ),
    sorting=Sorting(("date_created", "type")),
    indexed=("severity",),
)

RESOURCES = (METAFIELD, LOG)
OPERATIONS = (
    Operation("GET", "v2/store", shop.show_store),
    Operation("GET", "v2/time", shop.show_time),
    *batches(METAFIELD, METAFIELD),
)
