"""Taxes (`tax_classes`, `tax_properties`, `tax_rates_zones` and the other `tax` specs)."""

from __future__ import annotations

from dataclasses import replace

from bcorm.emulator.domains.taxes import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Hooks, Paging, Resource, Unique, filters
from bcorm.emulator.schema import (
    Field,
    array,
    boolean,
    choice,
    integer,
    integers,
    moment,
    nested,
    number,
    objects,
    readonly,
    string,
    strings,
)
from bcorm.emulator.singletons import Singleton, defaults, operations

_STAMPED = ("created_at", "updated_at")
_DATES = readonly(*(moment(name) for name in _STAMPED))
_ALL = Paging(pages=False)

CLASS = Resource(
    path=behaviour.CLASSES,
    noun="tax class",
    fields=(string("name", required="post put", shortest=1, longest=100), *_DATES),
    verbs="list get",
    stamps="offset",
    stamped=_STAMPED,
    unique=(Unique("name", "The tax class name '{name}' is taken"),),
    present=behaviour.show_class,
)
# The same classes as V3 answers them.
_CLASS_V3 = replace(CLASS, path="v3/tax/classes", stored=CLASS.collection, verbs="", present=None)

PROPERTY_FIELDS: tuple[Field, ...] = (
    string("code", required="post", shortest=1),
    string("display_name", required="post", shortest=1),
    string("description", ""),
    choice("type", "PRODUCT CUSTOMER", required="post"),
    *_DATES,
)

PROPERTY = Resource(
    path=behaviour.PROPERTIES,
    deletes_take="id:in",
    noun="tax property",
    fields=PROPERTY_FIELDS,
    verbs="list create_many update_many delete_where",
    filters=filters("id:in type:in", PROPERTY_FIELDS),
    paging=_ALL,
    stamps="offset",
    stamped=_STAMPED,
    unique=(Unique("code", "The code '{code}' is taken", status=422),),
    hooks=Hooks(deleting=behaviour.property_in_use),
)


def _values(path: str, key: str) -> Resource:
    """The values that one kind of owner has of the properties."""
    fields = (integer(key, required="post"), nested("tax_properties", required="post"))
    return Resource(
        path=path,
        key=key,
        noun="tax data",
        fields=fields,
        verbs="",
        filters=filters(f"{key}:in", fields),
        paging=_ALL,
    )


OF_CUSTOMER = _values(behaviour.OF_CUSTOMERS, "customer_id")
OF_PRODUCT = _values(behaviour.OF_PRODUCTS, "product_id")

ZONE_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1),
    boolean("enabled", True),
    nested(
        "price_display_settings",
        boolean("show_inclusive", False, required="post"),
        boolean("show_both_on_detail_view", False),
        boolean("show_both_on_list_view", False),
    ),
    nested(
        "shopper_target_settings",
        objects(
            "locations",
            string("country_code", shortest=2, longest=2, format="country"),
            array("subdivision_codes", string("", format="subdivision"), []),
            strings("postal_codes", []),
            default=[],
            required="post",
        ),
        integers("customer_groups", []),
    ),
)

ZONE = Resource(
    path=behaviour.ZONES,
    noun="tax zone",
    fields=ZONE_FIELDS,
    verbs="list create_many update_many delete_where",
    filters=filters("id:in", ZONE_FIELDS),
    paging=_ALL,
    unique=(Unique("name", "The tax zone name '{name}' is taken", status=422),),
    hooks=Hooks(behaviour.prepare_zone, deleting=behaviour.keep_default),
)

RATE_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1),
    boolean("enabled", True),
    integer("priority", 1, low=0),
    integer("tax_zone_id", required="post"),
    objects(
        "class_rates",
        number("rate", required="post put", low=0, places=4),
        integer("tax_class_id", required="post put"),
        required="post",
    ),
)

RATE = Resource(
    path=behaviour.RATES,
    deletes_take="id:in",
    noun="tax rate",
    fields=RATE_FIELDS,
    verbs="create_many update_many delete_where",
    filters=filters("id:in tax_zone_id:in", RATE_FIELDS),
    owner=(ZONE.collection, "tax_zone_id"),
    hooks=Hooks(behaviour.prepare_rate),
)

_ADDRESS = (
    string("country_code", required="post", shortest=2, longest=2, format="country"),
    string("subdivision_codes"),
    string("postal_code"),
    integer("customer_group_id"),
)

SETTINGS = Singleton(
    path="v3/tax/settings",
    fields=(
        boolean("tax_entered_with_prices", False),
        nested(
            "price_display_settings",
            choice("control_panel_price_display_strategy", "ZONE INCLUSIVE EXCLUSIVE", "ZONE"),
            choice("invoice_price_display_strategy", "ZONE INCLUSIVE EXCLUSIVE", "ZONE"),
        ),
        choice("fallback_strategy", "FIXED BASIC DISABLE", "FIXED"),
        boolean("should_subtract_store_tax", True),
        boolean("should_use_geolocation_to_determine_guest_shopper_tax_zone", False),
        integer("guest_shopper_tax_zone_id", 1),
        integer("store_tax_zone_id", 1),
        choice(
            "document_submission_strategy",
            "ON_PAYMENT_CAPTURE ON_ORDER_CREATION",
            "ON_PAYMENT_CAPTURE",
        ),
        choice("rounding_strategy", "NO_ROUNDING RATE_ROUNDING", "RATE_ROUNDING"),
    ),
)

_CONNECTION_FIELDS: tuple[Field, ...] = (
    string("username", ""),
    string("password", write_only=True),
    string("profile", ""),
    *readonly(
        boolean("configured", False),
        nested("target", strings("country_codes", []), strings("subdivision_codes", [])),
    ),
)
CONNECTION = Singleton(
    path="v3/tax/providers/{provider_id}/connection",
    fields=_CONNECTION_FIELDS,
    verbs="get update delete",
    status={"delete": 200},
    gone=lambda _ctx: defaults(_CONNECTION_FIELDS),
    prepare=behaviour.connect,
    texts=("provider_id",),
)

RESOURCES = (CLASS, _CLASS_V3, PROPERTY, OF_CUSTOMER, OF_PRODUCT, ZONE, RATE)

OPERATIONS = (
    operation("POST", _CLASS_V3.path, behaviour.create_classes, resource=_CLASS_V3),
    operation("PUT", _CLASS_V3.path, behaviour.update_classes, resource=_CLASS_V3),
    operation(
        "DELETE", _CLASS_V3.path, behaviour.delete_classes, resource=_CLASS_V3, query="id:in"
    ),
    operation("GET", OF_CUSTOMER.path, behaviour.list_values, resource=OF_CUSTOMER),
    operation(
        "PUT",
        OF_CUSTOMER.path,
        behaviour.put_values,
        resource=OF_CUSTOMER,
        owners=behaviour.CUSTOMERS,
        kind="CUSTOMER",
    ),
    operation("DELETE", OF_CUSTOMER.path, behaviour.delete_values, resource=OF_CUSTOMER),
    operation(
        "GET",
        OF_PRODUCT.path,
        behaviour.list_values,
        resource=OF_PRODUCT,
        required="product_id:in",
    ),
    operation(
        "PUT",
        OF_PRODUCT.path,
        behaviour.put_values,
        resource=OF_PRODUCT,
        owners=behaviour.PRODUCTS,
        kind="PRODUCT",
    ),
    operation("DELETE", OF_PRODUCT.path, behaviour.delete_values, resource=OF_PRODUCT),
    operation("GET", RATE.path, behaviour.list_rates, resource=RATE),
    operation("POST", "v3/tax/zonecheck", behaviour.check_zones, resource=ZONE, fields=_ADDRESS),
    *operations(SETTINGS, CONNECTION),
)
