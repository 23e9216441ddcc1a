"""Price lists, their records and assignments (`price_lists.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.price_lists import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, Unique, filters
from bcorm.emulator.schema import (
    Field,
    boolean,
    choice,
    integer,
    moment,
    number,
    objects,
    readonly,
    string,
)

_DATES = readonly(moment("date_created"), moment("date_modified"))
_DATE_FILTERS = (
    "date_created date_created:min date_created:max"
    " date_modified date_modified:min date_modified:max"
)
# Price lists page by cursor and by number, and give no links with the numbers.
_PAGING = Paging(cursor=True, links=False)

PRICE_LIST_FIELDS: tuple[Field, ...] = (
    string("name", required="post put", shortest=1, longest=255),
    boolean("active", True),
    *_DATES,
)

PRICE_LIST = Resource(
    path=behaviour.LISTS,
    deletes_take="id:in name",
    item="price_list_id",
    noun="price list",
    fields=PRICE_LIST_FIELDS,
    verbs="list create delete_where get update delete",
    filters=filters(f"id:in name name:like {_DATE_FILTERS}", PRICE_LIST_FIELDS),
    paging=_PAGING,
    stamps="zulu",
    unique=(Unique("name", "The price list name '{name}' is taken"),),
)

_AMOUNTS = ("price", "sale_price", "retail_price", "map_price")
_AMOUNT_FILTERS = " ".join(
    f"{name} {name}:min {name}:max" for name in (*_AMOUNTS, "calculated_price")
)
RECORD_FIELDS: tuple[Field, ...] = (
    integer("price_list_id"),
    integer("variant_id"),
    string("sku"),
    string("currency", required="post", shortest=3, longest=3, format="currency"),
    *(number(name, None, nullable=True, low=0) for name in _AMOUNTS),
    objects(
        "bulk_pricing_tiers",
        integer("quantity_min", low=0),
        integer("quantity_max", low=0),
        choice("type", "fixed price percent"),
        number("amount", low=0),
        default=[],
    ),
    *readonly(integer("product_id"), number("calculated_price")),
    *_DATES,
)

RECORD = Resource(
    path=PRICE_LIST.item_path + "/records",
    deletes_take="currency variant_id:in sku:in",
    item="variant_id",
    noun="price record",
    fields=RECORD_FIELDS,
    verbs="list",
    filters=(
        *filters(
            f"variant_id:in product_id:in sku sku:in {_AMOUNT_FILTERS} {_DATE_FILTERS}",
            RECORD_FIELDS,
        ),
        Filter("currency", condition=behaviour.in_currencies, form="currency"),
        Filter("currency:in", condition=behaviour.in_currencies, form="currency"),
    ),
    includes={
        "sku": behaviour.showing("sku"),
        "bulk_pricing_tiers": behaviour.showing("bulk_pricing_tiers"),
    },
    paging=_PAGING,
    stamps="zulu",
    present=behaviour.show,
    indexed=("variant_id", "currency"),
    also_below=((behaviour.VARIANTS, "variant_id"),),
    hooks=Hooks(behaviour.prepare),
)

_ASSIGNED = ("price_list_id", "customer_group_id", "channel_id")
ASSIGNMENT_FIELDS: tuple[Field, ...] = (
    integer("price_list_id", required="post"),
    integer("customer_group_id"),
    integer("channel_id"),
)

ASSIGNMENT = Resource(
    path=behaviour.ASSIGNMENTS,
    deletes_take="id price_list_id customer_group_id channel_id channel_id:in",
    noun="assignment",
    fields=ASSIGNMENT_FIELDS,
    verbs="list delete_where",
    filters=filters(
        "id id:in " + " ".join(f"{name} {name}:in" for name in _ASSIGNED), ASSIGNMENT_FIELDS
    ),
    paging=_PAGING,
    owner=(PRICE_LIST.collection, "price_list_id"),
    unique=(
        Unique(
            "price_list_id",
            "The price list is assigned there already",
            ("customer_group_id", "channel_id"),
            422,
        ),
    ),
    hooks=Hooks(behaviour.prepare_assignment),
)

RESOURCES = (PRICE_LIST, RECORD, ASSIGNMENT)

_ANY = behaviour.RECORDS
_OF_VARIANT = RECORD.path + "/{variant_id}"
_SINGLE = _OF_VARIANT + "/{currency_code}"
_TEXTS = ("currency_code",)
OPERATIONS = (
    operation("POST", _ANY, behaviour.write_any, resource=RECORD, most=100, fresh=True),
    operation("PUT", _ANY, behaviour.write_any, resource=RECORD, most=1000, fresh=False),
    operation("POST", RECORD.path, behaviour.write_records, resource=RECORD, most=100, fresh=True),
    operation("PUT", RECORD.path, behaviour.write_records, resource=RECORD, most=1000, fresh=False),
    operation("DELETE", RECORD.path, behaviour.delete_records, resource=RECORD),
    operation("GET", _OF_VARIANT, behaviour.list_of_variant, resource=RECORD, query="before after"),
    operation("GET", _SINGLE, behaviour.get_record, _TEXTS, resource=RECORD),
    operation("PUT", _SINGLE, behaviour.set_record, _TEXTS, resource=RECORD),
    operation("DELETE", _SINGLE, behaviour.delete_record, _TEXTS, resource=RECORD),
    operation("POST", ASSIGNMENT.path, behaviour.create_assignments, resource=ASSIGNMENT),
    operation(
        "PUT",
        PRICE_LIST.item_path + "/assignments",
        behaviour.upsert_assignment,
        resource=ASSIGNMENT,
    ),
)
