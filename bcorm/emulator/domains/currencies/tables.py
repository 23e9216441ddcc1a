"""The currencies of the store (`currencies.v2.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.currencies import behaviour
from bcorm.emulator.operations import Operation, operation
from bcorm.emulator.resource import Hooks, Resource, Unique
from bcorm.emulator.schema import (
    Field,
    boolean,
    choice,
    integer,
    moment,
    number,
    readonly,
    string,
    strings,
)

CURRENCY_FIELDS: tuple[Field, ...] = (
    *readonly(integer("id")),
    boolean("is_default", False),
    string("country_iso2", "", longest=2, format="country"),
    *readonly(strings("default_for_country_codes", [])),
    string("currency_code", required="post", shortest=3, longest=3, format="currency"),
    number("currency_exchange_rate", required="post"),
    boolean("auto_update", False),
    choice("token_location", "left right", required="post"),
    string("token", required="post"),
    string("decimal_token", required="post"),
    string("thousands_token", required="post"),
    integer("decimal_places", required="post", low=0),
    string("name", required="post", shortest=1),
    boolean("enabled", True),
    boolean("is_transactional", False),
    *readonly(boolean("use_default_name", False), moment("last_updated")),
)

CURRENCY = Resource(
    path=behaviour.CURRENCIES,
    noun="currency",
    fields=CURRENCY_FIELDS,
    verbs="list create get update delete",
    empty=204,
    stamps="offset",
    stamped=("last_updated", "last_updated"),
    indexed=("is_default",),
    unique=(Unique("currency_code", "The field 'currency_code' is invalid."),),
    hooks=Hooks(behaviour.prepare, deleting=behaviour.refuse_default),
)

RESOURCES = (CURRENCY,)
OPERATIONS: tuple[Operation, ...] = (
    operation("DELETE", CURRENCY.path, behaviour.delete_others, resource=CURRENCY),
)
