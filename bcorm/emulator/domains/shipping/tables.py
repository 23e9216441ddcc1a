"""Shipping zones and methods (`shipping.v2.yml`), customs and settings (`shipping.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.shipping import behaviour
from bcorm.emulator.operations import Operation, operation
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, Unique
from bcorm.emulator.schema import (
    Field,
    boolean,
    choice,
    integer,
    integers,
    moment,
    money,
    nested,
    number,
    objects,
    readonly,
    string,
)
from bcorm.emulator.singletons import Singleton, operations

_ALL = Paging(pages=False)

ZONE = Resource(
    path=behaviour.ZONES,
    noun="shipping zone",
    fields=(
        *readonly(integer("id")),
        string("name", required="post put", shortest=1),
        choice("type", "zip country state global", required="post"),
        objects(
            "locations",
            integer("id"),
            string("zip"),
            string("country_iso2", longest=2, format="country"),
            string("state_iso2"),
            default=[],
        ),
        nested(
            "free_shipping",
            boolean("enabled"),
            money("minimum_sub_total"),
            boolean("exclude_fixed_shipping_products"),
        ),
        nested(
            "handling_fees",
            money("fixed_surcharge"),
            money("percentage_surcharge"),
            boolean("display_separately"),
        ),
        boolean("enabled", True),
    ),
    verbs="list create get update delete",
    created=201,
    paging=_ALL,
    unique=(Unique("name", "The shipping zone name '{name}' is taken"),),
    hooks=Hooks(behaviour.prepare_zone),
)

METHOD_FIELDS: tuple[Field, ...] = (
    *readonly(integer("id")),
    string("name", "", 255),
    choice(
        "type",
        "perorder peritem weight total auspost canadapost endicia usps fedex royalmail upsready"
        " freeshipping",
    ),
    nested("settings", number("rate"), number("default_cost"), default={}, free=True),
    boolean("enabled", True),
    nested("handling_fees", number("fixed_surcharge"), number("percentage_surcharge")),
    boolean("is_fallback", False),
    integers("channel_ids", [], nullable=True),
)

METHOD = Resource(
    path="v2/shipping/zones/{zone_id}/methods",
    item="method_id",
    noun="shipping method",
    fields=METHOD_FIELDS,
    verbs="list create get update delete",
    paging=_ALL,
    hooks=Hooks(behaviour.prepare_method),
)

OLD_METHOD = Resource(
    path="v2/shipping/methods",
    noun="shipping method",
    stored=METHOD.collection,
    fields=METHOD_FIELDS,
    verbs="list",
    paging=_ALL,
    empty=204,
    parents_checked=False,
    present=behaviour.show_old_method,
)

CUSTOMS = Resource(
    path=behaviour.CUSTOMS,
    key="product_id",
    noun="customs information",
    fields=(
        integer("product_id", required="post"),
        string("country_of_origin", required="post", longest=2, format="country"),
        string("commodity_description", required="post", longest=100),
        boolean("international_shipping", required="post"),
        nested("hs_codes", required="post"),
        *readonly(moment("created_at"), moment("updated_at")),
    ),
    verbs="list",
    filters=(Filter("product_id:in", condition=behaviour.customs_of),),
)

_MESSAGE = string("out_of_delivery_zone_message", "")
SETTINGS = Singleton(
    path="v3/shipping/settings",
    fields=(
        nested(
            "checkout",
            choice(
                "country_list_strategy",
                "DISPLAY_ALL_COUNTRIES DISPLAY_ONLY_SHIPPABLE_COUNTRIES",
                "DISPLAY_ALL_COUNTRIES",
            ),
            _MESSAGE,
        ),
    ),
)
CHANNEL_SETTINGS = Singleton(
    path="v3/shipping/settings/channels/{channel_id}",
    fields=(nested("checkout", _MESSAGE),),
    below="v3/channels",
)

RESOURCES = (ZONE, METHOD, OLD_METHOD, CUSTOMS)

REFUSALS = (behaviour.STATE,)
_CARRIER = "v2/shipping/carrier/connection"
OPERATIONS = (
    Operation("POST", _CARRIER, behaviour.connect_carrier),
    Operation("PUT", _CARRIER, behaviour.connect_carrier),
    Operation("DELETE", _CARRIER, behaviour.disconnect_carrier),
    operation("PUT", CUSTOMS.path, behaviour.put_customs, resource=CUSTOMS),
    operation("DELETE", CUSTOMS.path, behaviour.delete_customs, resource=CUSTOMS),
    *operations(SETTINGS, CHANNEL_SETTINGS),
)
