"""The shop itself: `store_information.v2.yml`, `store_information.v3.yml`, its log."""

from __future__ import annotations

from bcorm.emulator.domains.metafields.tables import batches, store_metafields
from bcorm.emulator.domains.shop import behaviour
from bcorm.emulator.operations import Operation
from bcorm.emulator.resource import Filter, Resource, Sorting, filters
from bcorm.emulator.schema import Field, choice, moment, string

METAFIELD = store_metafields("v3/store/metafields", "metafieldId")

_LOG_TYPES = "general payment shipping tax notification emailintegration ordersettings design"
LOG_FIELDS: tuple[Field, ...] = (
    choice("type", _LOG_TYPES),
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
        Filter("severity", condition=behaviour.severity("="), choices=(1, 2, 3, 4)),
        Filter("severity:min", condition=behaviour.severity(">=")),
        Filter("severity:max", condition=behaviour.severity("<=")),
    ),
    sorting=Sorting(("date_created", "type")),
    indexed=("severity",),
)

RESOURCES = (METAFIELD, LOG)
OPERATIONS = (
    Operation("GET", "v2/store", behaviour.show_store),
    Operation("GET", "v2/time", behaviour.show_time),
    *batches(METAFIELD, METAFIELD),
)
