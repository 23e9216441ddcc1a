"""V2 marketing: coupons.

After ``marketing.v2.yml``; refusals are worded as live stores worded them.
"""

from __future__ import annotations

from bcorm.emulator.behaviours import marketing
from bcorm.emulator.resource import Filter, Hooks, Operation, Resource, Unique, filters
from bcorm.emulator.schema import (
    anything,
    boolean,
    choice,
    integer,
    mail_date,
    money,
    readonly,
    string,
    strings,
)

_TYPES = (
    "per_item_discount percentage_discount per_total_discount shipping_discount free_shipping"
    " promotion"
)

COUPON_FIELDS = (
    *readonly(integer("id")),
    string("name", required="post", longest=100),
    choice("type", _TYPES, required="post"),
    money("amount", required="post", low=0),
    money("min_purchase", "0.0000", low=0),
    mail_date("expires", ""),
    boolean("enabled", True),
    string("code", required="post", longest=50),
    anything("applies_to", required="post"),
    *readonly(integer("num_uses", 0)),
    integer("max_uses", 0, low=0),
    integer("max_uses_per_customer", 0, low=0),
    anything("restricted_to", {}),
    strings("shipping_methods", [], nullable=True),
    mail_date("date_created", readonly=True),
)

COUPON = Resource(
    path="v2/coupons",
    noun="coupon",
    fields=COUPON_FIELDS,
    verbs="list count create get update delete delete_all",
    filters=(
        *filters("id id:in code name type min_id max_id", COUPON_FIELDS),
        Filter("exclude_type", condition=marketing.not_of_type),
    ),
    created=201,
    empty=204,
    selectable=False,
    stamps="mail",
    unique=(
        Unique("code", "The field 'code' is invalid."),
        Unique("name", "The field 'name' is invalid."),
    ),
    hooks=Hooks(marketing.prepare_coupon),
)

RESOURCES = (COUPON,)
OPERATIONS: tuple[Operation, ...] = ()
