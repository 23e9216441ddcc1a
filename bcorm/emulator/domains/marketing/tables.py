"""V2 marketing: coupons, banners and gift certificates.

After `marketing.v2.yml`; refusals are worded as live stores worded them.
"""

from __future__ import annotations

from bcorm.emulator.domains.marketing import behaviour
from bcorm.emulator.operations import Operation
from bcorm.emulator.resource import Filter, Hooks, Resource, Sorting, Unique, filters
from bcorm.emulator.schema import (
    Field,
    anything,
    boolean,
    choice,
    integer,
    mail_date,
    money,
    readonly,
    string,
    strings,
    unix_text,
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
    string("code", required="post", longest=50, format="coupon code"),
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
        Filter("exclude_type", condition=behaviour.not_of_type, choices=(*_TYPES.split(),)),
    ),
    created=201,
    empty=204,
    stamps="mail",
    unique=(
        Unique("code", "The field 'code' is invalid."),
        Unique("name", "The field 'name' is invalid."),
    ),
    hooks=Hooks(behaviour.prepare_coupon),
)

BANNER_FIELDS: tuple[Field, ...] = (
    *readonly(integer("id")),
    string("name", required="post put", shortest=1),
    string("content", required="post put"),
    choice("page", "home_page category_page brand_page search_page", required="post put"),
    choice("location", "top bottom", required="post put"),
    *readonly(string("date_created")),
    choice("date_type", "always custom", required="post put"),
    unix_text("date_from", "0"),
    unix_text("date_to", "0"),
    choice("visible", "0 1", "1"),
    string("item_id", "0"),
)

BANNER = Resource(
    path="v2/banners",
    noun="banner",
    fields=BANNER_FIELDS,
    verbs="list count create get update delete delete_all",
    filters=filters("min_id max_id", BANNER_FIELDS),
    empty=204,
    stamps="unix",
    stamped=("date_created", ""),
)

GIFT_CERTIFICATE_FIELDS: tuple[Field, ...] = (
    *readonly(integer("id")),
    integer("customer_id", 0),
    *readonly(integer("order_id", 0)),
    string("code", longest=255),
    string("to_name", required="post put", shortest=1),
    string("to_email", required="post put", shortest=1, format="email"),
    string("from_name", required="post put", shortest=1),
    string("from_email", required="post put", shortest=1, format="email"),
    money("amount", required="post put", low=0),
    money("balance", low=0),
    choice("status", "active pending expired disabled", "active"),
    choice(
        "template",
        "birthday.html boy.html girl.html celebration.html christmas.html general.html",
        "general.html",
    ),
    string("message", "", 250),
    unix_text("purchase_date"),
    unix_text("expiry_date", "0"),
    string("currency_code", "USD", longest=3, format="currency"),
)

GIFT_CERTIFICATE = Resource(
    path="v2/gift_certificates",
    noun="gift certificate",
    fields=GIFT_CERTIFICATE_FIELDS,
    verbs="list create get update delete delete_all",
    filters=filters(
        "min_id max_id code order_id to_name to_email from_name from_email",
        GIFT_CERTIFICATE_FIELDS,
    ),
    sorting=Sorting(("id",)),
    created=201,
    empty=204,
    unique=(Unique("code", "The field 'code' is invalid."),),
    hooks=Hooks(behaviour.prepare_gift_certificate),
)

RESOURCES = (COUPON, BANNER, GIFT_CERTIFICATE)
OPERATIONS: tuple[Operation, ...] = ()
