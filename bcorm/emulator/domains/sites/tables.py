"""Sites, their routes and certificates (`sites.v3.yml`, with aliases in `channels.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.sites import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Resource, Unique, filters
from bcorm.emulator.schema import Field, choice, integer, moment, readonly, string

SITE_FIELDS: tuple[Field, ...] = (
    string("url", required="post", shortest=1, longest=255, format="url"),
    integer("channel_id", required="post"),
    *readonly(
        moment("created_at"),
        moment("updated_at"),
        choice("ssl_status", "dedicated shared", "shared"),
    ),
)

SITE = Resource(
    path=behaviour.SITES,
    item="site_id",
    noun="site",
    fields=SITE_FIELDS,
    verbs="list create get update delete",
    created=201,
    stamps="offset",
    stamped=("created_at", "updated_at"),
    filters=(
        *filters("channel_id:in", SITE_FIELDS),
        Filter("url_type:in", condition=behaviour.of_url_types),
    ),
    unique=(
        Unique("channel_id", "The channel has a site already"),
        Unique("url", "The URL '{url}' is taken"),
    ),
    present=behaviour.show,
    hooks=Hooks(behaviour.prepare),
)

ROUTE_FIELDS: tuple[Field, ...] = (
    choice(
        "type",
        "product brand category page blog home cart checkout search account login returns static",
        required="post put",
    ),
    string("matching", required="post put"),
    string("route", required="post put", shortest=1),
)

ROUTE = Resource(
    path=SITE.item_path + "/routes",
    item="route_id",
    noun="route",
    fields=ROUTE_FIELDS,
    verbs="list create get update delete",
    created=201,
    updated=201,
    filters=filters("type", ROUTE_FIELDS),
    unique=(Unique("matching", "The route is a duplicate", ("parent", "type"), 422),),
)

RESOURCES = (SITE, ROUTE)

_CHANNEL_SITE = "v3/channels/{channel_id}/site"
OPERATIONS = (
    operation("GET", _CHANNEL_SITE, behaviour.get_of_channel, resource=SITE),
    operation("POST", _CHANNEL_SITE, behaviour.create_of_channel, resource=SITE),
    operation("PUT", _CHANNEL_SITE, behaviour.update_of_channel, resource=SITE),
    operation("DELETE", _CHANNEL_SITE, behaviour.delete_of_channel, resource=SITE),
    operation("PUT", _CHANNEL_SITE + "/checkout-url", behaviour.set_checkout_url, resource=SITE),
    operation(
        "DELETE", _CHANNEL_SITE + "/checkout-url", behaviour.remove_checkout_url, resource=SITE
    ),
    operation("PUT", ROUTE.path, behaviour.upsert_routes, resource=ROUTE),
    operation("GET", SITE.item_path + "/certificate", behaviour.get_certificate, resource=SITE),
    operation("PUT", SITE.item_path + "/certificate", behaviour.put_certificate, resource=SITE),
    operation(
        "GET",
        SITE.path + "/certificates",
        behaviour.list_certificates,
        resource=SITE,
        query="urls:in",
    ),
)
