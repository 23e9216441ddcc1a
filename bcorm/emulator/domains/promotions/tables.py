"""Promotions, their codes and settings (`promotions.v3.yml`, `promotion_settings.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.promotions import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, Sorting, Unique, filters
from bcorm.emulator.schema import (
    Field,
    array,
    boolean,
    choice,
    integer,
    integers,
    moment,
    nested,
    objects,
    readonly,
    string,
    strings,
)
from bcorm.emulator.singletons import Singleton, operations

_COUNTRIES = objects(
    "countries", string("iso2_country_code", required="post put", format="country")
)
_ELSEWHERE = nested("not", _COUNTRIES, nullable=True)
_SCHEDULE = (
    integer("week_frequency", required="post put", low=1),
    array(
        "week_days",
        choice("", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
        required="post put",
    ),
    string("daily_start_time", required="post put", shortest=8, longest=8, format="time"),
    string("daily_end_time", required="post put", shortest=8, longest=8, format="time"),
)

PROMOTION_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1, longest=255),
    choice("redemption_type", "AUTOMATIC COUPON", required="post"),
    string("display_name", None, nullable=True),
    objects("channels", integer("id", required="post put"), default=[]),
    nested(
        "customer",
        integers("group_ids", nullable=True),
        integer("minimum_order_count", nullable=True, low=0),
        integers("excluded_group_ids", nullable=True),
        nested("segments", nullable=True),
        default={},
    ),
    objects("rules", required="post"),
    integer("max_uses", None, nullable=True, low=1),
    choice("status", "ENABLED DISABLED INVALID", "ENABLED"),
    moment("start_date"),
    moment("end_date", None, nullable=True),
    boolean("stop", False),
    boolean("can_be_used_with_other_promotions", True),
    string("currency_code", "USD", format="currency"),
    objects(
        "notifications",
        string("content", required="post put"),
        choice("type", "UPSELL ELIGIBLE APPLIED", required="post put"),
        strings("locations", required="post put"),
        default=[],
    ),
    nested("shipping_address", _COUNTRIES, _ELSEWHERE, default=None, nullable=True),
    nested("schedule", *_SCHEDULE, default=None, nullable=True),
    choice("coupon_type", "SINGLE BULK", "SINGLE"),
    boolean("coupon_overrides_automatic_when_offering_higher_discounts", False),
    boolean("coupon_overrides_other_promotions", False),
    *readonly(integer("current_uses"), string("created_from")),
    nested("codes", string("code", longest=50, format="coupon code"), write_only=True),
)

PROMOTION = Resource(
    path=behaviour.PROMOTIONS,
    deletes_take="",
    noun="promotion",
    fields=PROMOTION_FIELDS,
    verbs="list create get update delete",
    created=201,
    filters=(
        *filters("id name currency_code", PROMOTION_FIELDS),
        Filter("code", condition=behaviour.with_code),
        Filter(
            "redemption_type",
            condition=behaviour.redemption_type,
            choices=("automatic", "coupon"),
        ),
        Filter("status", condition=behaviour.status),
        Filter("channels", condition=behaviour.in_channels),
        Filter("query", condition=behaviour.searched),
    ),
    indexed=("redemption_type", "status"),
    sorting=Sorting(("id", "name", "priority", "start_date")),
    present=behaviour.show,
    hooks=Hooks(behaviour.prepare),
)

CODE_FIELDS: tuple[Field, ...] = (
    string("code", required="post", shortest=1, longest=50),
    integer("max_uses", 0, low=0),
    integer("max_uses_per_customer", 0, low=0),
    *readonly(integer("current_uses"), moment("created")),
)

CODE = Resource(
    path="v3/promotions/{promotion_id}/codes",
    item="code_id",
    noun="code",
    fields=CODE_FIELDS,
    verbs="list create delete",
    created=201,
    filters=filters("code", CODE_FIELDS),
    paging=Paging(cursor=True),
    unique=(Unique("code", "The code '{code}' is taken", status=422),),
    hooks=Hooks(behaviour.prepare_code),
)

_USES = {"low": 0, "high": 100_000}
_CODEGEN = (
    integer("batch_size", required="post", low=1, high=250),
    integer("max_uses", **_USES),
    integer("max_uses_per_customer", **_USES),
    string("prefix", longest=20),
    string("suffix", longest=20),
    choice("delimiter", "_ -"),
    strings("exclude_characters"),
    integer("code_length", 16, low=6, high=16),
)

SETTINGS = Singleton(
    path="v3/promotions/settings",
    fields=(
        boolean("promotions_apply_on_products_with_custom_product_price", False, required="put"),
        boolean("promotions_triggered_by_products_with_zero_product_price", False, required="put"),
        integer("number_of_coupons_allowed_at_checkout", 1, required="put", low=1, high=5),
        boolean("promotions_applied_on_original_product_price", True, required="put"),
    ),
    wrapped=False,
)

RESOURCES = (PROMOTION, CODE)

OPERATIONS = (
    operation(
        "DELETE",
        PROMOTION.path,
        behaviour.delete_listed,
        resource=PROMOTION,
        most=50,
        query="id:in",
    ),
    operation("DELETE", CODE.path, behaviour.delete_listed, resource=CODE, most=250, query="id:in"),
    operation(
        "POST",
        "v3/promotions/{promotion_id}/codegen",
        behaviour.generate,
        resource=CODE,
        fields=_CODEGEN,
    ),
    operation("GET", behaviour.CODES, behaviour.find_code, resource=CODE, query="code"),
    operation("DELETE", behaviour.CODES, behaviour.delete_code, resource=CODE, query="code"),
    *operations(SETTINGS),
)
