"""The store's e-mails: `email_templates.v3.yml` and `abandoned_cart_emails.v3.yaml`."""

from __future__ import annotations

from bcorm.emulator.domains.abandoned_carts import behaviour as abandoned_carts
from bcorm.emulator.domains.emails import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Paging, Resource
from bcorm.emulator.schema import (
    Field,
    anything,
    boolean,
    integer,
    nested,
    objects,
    readonly,
    string,
)

TEMPLATE_FIELDS: tuple[Field, ...] = (
    string("type_id"),
    string("body"),
    objects("translations", string("locale"), anything("keys")),
    string("subject"),
)

_HOURS = tuple(hour * 60 for hour in range(1, 25))
_DAYS = tuple(day * 1440 for day in range(2, 11))
CART_EMAIL = Resource(
    path=abandoned_carts.EMAILS,
    noun="abandoned cart e-mail",
    fields=(
        Field("notify_at_minutes", "integer", 60, choices=(*_HOURS, *_DAYS)),
        string("coupon_code", ""),
        nested(
            "template",
            string("subject", required="post put", longest=255),
            string("body", required="post put"),
            objects(
                "translations",
                string("locale", required="post put"),
                nested("keys", required="post put"),
                required="post put",
            ),
        ),
        boolean("is_active", True),
        *readonly(integer("sent_num", 0), integer("channel_id", 0)),
    ),
    verbs="get update delete",
    paging=Paging(pages=False),
    indexed=("channel_id",),
    present=abandoned_carts.show_email,
)

RESOURCES = (CART_EMAIL,)

_TEMPLATES = behaviour.TEMPLATES
_ONE = _TEMPLATES + "/{template_name}"
_TEXTS = ("template_name",)
OPERATIONS = (
    operation("GET", _TEMPLATES, behaviour.list_templates, query="channel_id"),
    operation("GET", _ONE, behaviour.get_template, _TEXTS, query="channel_id"),
    operation(
        "PUT", _ONE, behaviour.update_template, _TEXTS, fields=TEMPLATE_FIELDS, query="channel_id"
    ),
    operation("DELETE", _ONE, behaviour.delete_template, _TEXTS, query="channel_id"),
    operation(
        "GET", CART_EMAIL.path, abandoned_carts.list_emails, resource=CART_EMAIL, query="channel_id"
    ),
    operation(
        "POST",
        CART_EMAIL.path,
        abandoned_carts.create_email,
        resource=CART_EMAIL,
        query="channel_id",
    ),
    operation("GET", CART_EMAIL.path + "/default", abandoned_carts.default_email),
    operation(
        "GET", CART_EMAIL.path + "/settings", abandoned_carts.show_inheritance, query="channel_id"
    ),
    operation(
        "PUT", CART_EMAIL.path + "/settings", abandoned_carts.set_inheritance, query="channel_id"
    ),
)
