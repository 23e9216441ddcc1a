"""Price lists, their records and assignments (``price_lists.v3.yml``)."""

from __future__ import annotations

from bcorm.emulator.behaviours import price_lists
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, Unique, filters, operation
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
    path=price_lists.LISTS,
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
    string("currency", required="post", shortest=3, longest=3),
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
    item="variant_id",
    noun="price record",
    fields=RECORD_FIELDS,
    verbs="list",
    filters=(
        *filters(
            f"variant_id:in product_id:in sku sku:in {_AMOUNT_FILTERS} {_DATE_FILTERS}",
            RECORD_FIELDS,
        ),
        Filter("currency", condition=price_lists.in_currencies),
        Filter("currency:in", condition=price_lists.in_currencies),
    ),
    includes={
        "sku": price_lists.showing("sku"),
        "bulk_pricing_tiers": price_lists.showing("bulk_pricing_tiers"),
    },
    paging=_PAGING,
    stamps="zulu",
    present=price_lists.show,
    indexed=("variant_id", "currency"),
    also_below=((price_lists.VARIANTS, "variant_id"),),
    hooks=Hooks(price_lists.prepare),
)

_ASSIGNED = ("price_list_id", "customer_group_id", "channel_id")
ASSIGNMENT_FIELDS: tuple[Field, ...] = (
    integer("price_list_id", required="post"),
    integer("customer_group_id"),
    integer("channel_id"),
)

ASSIGNMENT = Resource(
    path=price_lists.ASSIGNMENTS,
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
    hooks=Hooks(price_lists.prepare_assignment),
)

RESOURCES = (PRICE_LIST, RECORD, ASSIGNMENT)

_ANY = price_lists.RECORDS
_OF_VARIANT = RECORD.path + "/{variant_id}"
_SINGLE = _OF_VARIANT + "/{currency_code}"
_TEXTS = ("currency_code",)
OPERATIONS = (
    operation("POST", _ANY, price_lists.write_any, resource=RECORD, most=100, fresh=True),
    operation("PUT", _ANY, price_lists.write_any, resource=RECORD, most=1000, fresh=False),
    operation(
        "POST", RECORD.path, price_lists.write_records, resource=RECORD, most=100, fresh=True
    ),
    operation(
        "PUT", RECORD.path, price_lists.write_records, resource=RECORD, most=1000, fresh=False
    ),
    operation("DELETE", RECORD.path, price_lists.delete_records, resource=RECORD),
    operation("GET", _OF_VARIANT, price_lists.list_of_variant, resource=RECORD),
    operation("GET", _SINGLE, price_lists.get_record, _TEXTS, resource=RECORD),
    operation("PUT", _SINGLE, price_lists.set_record, _TEXTS, resource=RECORD),
    operation("DELETE", _SINGLE, price_lists.delete_record, _TEXTS, resource=RECORD),
    operation("POST", ASSIGNMENT.path, price_lists.create_assignments, resource=ASSIGNMENT),
    operation(
        "PUT",
        PRICE_LIST.item_path + "/assignments",
        price_lists.upsert_assignment,
        resource=ASSIGNMENT,
    ),
)
