"""Countries and their states (`geography.v2.yml`): what the store knows, and nobody writes."""

from __future__ import annotations

from bcorm.emulator.domains.geography import behaviour
from bcorm.emulator.operations import Operation
from bcorm.emulator.resource import Resource, filters
from bcorm.emulator.schema import Field, integer, string

COUNTRY_FIELDS: tuple[Field, ...] = (
    string("country"),
    string("country_iso2"),
    string("country_iso3"),
)

COUNTRY = Resource(
    path="v2/countries",
    noun="country",
    fields=COUNTRY_FIELDS,
    verbs="list count get",
    filters=filters("country country_iso2 country_iso3", COUNTRY_FIELDS),
    embeds={"states": behaviour.link_to_states},
    empty=204,
)

STATE_FIELDS: tuple[Field, ...] = (
    string("state"),
    string("state_abbreviation"),
    integer("country_id"),
)

STATE = Resource(
    path="v2/countries/{country_id}/states",
    noun="state",
    fields=STATE_FIELDS,
    verbs="list count get",
    filters=filters("state state_abbreviation", STATE_FIELDS),
    parent_field="country_id",
    empty=204,
)

EVERY_STATE = Resource(
    path="v2/countries/states",
    stored=STATE.collection,
    noun="state",
    fields=STATE_FIELDS,
    verbs="list count",
    empty=204,
)

RESOURCES = (COUNTRY, STATE, EVERY_STATE)
OPERATIONS: tuple[Operation, ...] = ()
