"""Newsletter subscribers (`subscribers.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.subscribers import behaviour
from bcorm.emulator.operations import Operation
from bcorm.emulator.resource import Resource, Unique, filters
from bcorm.emulator.schema import Field, array, choice, integer, moment, readonly, string

_MOST = 2_147_483_647

SUBSCRIBER_FIELDS: tuple[Field, ...] = (
    string("email", required="post", shortest=1, format="email"),
    string("first_name", "", 255),
    string("last_name", "", 255),
    string("source", "custom", 255),
    integer("order_id", None, low=1, high=_MOST, nullable=True),
    integer("channel_id", 1, low=1, high=_MOST),
    array("consents", choice("", "marketing_newsletter abandoned_cart"), ["marketing_newsletter"]),
    *readonly(moment("date_modified"), moment("date_created")),
)

SUBSCRIBER = Resource(
    path="v3/customers/subscribers",
    deletes_take="email first_name last_name source order_id date_created date_modified",
    item="subscriber_id",
    noun="subscriber",
    fields=SUBSCRIBER_FIELDS,
    # Without a filter, a DELETE takes every subscriber.
    verbs="list create get update delete delete_all",
    filters=filters(
        "id id:in email first_name last_name source order_id date_created date_created:min"
        " date_created:max date_modified date_modified:min date_modified:max",
        SUBSCRIBER_FIELDS,
    ),
    stamps="offset",
    unique=(Unique("email", "Subscriber with the email '{email}' exists"),),
    hooks=behaviour.HOOKS,
)

RESOURCES = (SUBSCRIBER,)
OPERATIONS: tuple[Operation, ...] = ()
