"""Channels, their listings, currencies, menus and metafields (`channels.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.channels import behaviour
from bcorm.emulator.domains.metafields.tables import batches, metafields
from bcorm.emulator.domains.themes import behaviour as themes
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Resource, Unique, filters
from bcorm.emulator.schema import (
    Field,
    array,
    boolean,
    choice,
    integer,
    moment,
    objects,
    readonly,
    string,
    strings,
)
from bcorm.emulator.singletons import Singleton, operations

_DATES = readonly(moment("date_created"), moment("date_modified"))
_DATE_FILTERS = (
    "date_created date_created:min date_created:max"
    " date_modified date_modified:min date_modified:max"
)

CHANNEL_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1, longest=255),
    choice("type", "pos marketplace storefront marketing", required="post"),
    string("platform", required="post", shortest=1),
    string("external_id", ""),
    boolean("is_listable_from_ui", False),
    boolean("is_visible", True),
    choice(
        "status",
        "active prelaunch inactive connected disconnected archived deleted terminated",
        "active",
    ),
    *readonly(boolean("is_enabled", True), string("icon_url", "")),
    *_DATES,
)

CHANNEL = Resource(
    path=behaviour.CHANNELS,
    item="channel_id",
    noun="channel",
    fields=CHANNEL_FIELDS,
    verbs="list create get update",
    filters=(
        *filters(f"status:in type:in platform:in {_DATE_FILTERS}", CHANNEL_FIELDS),
        Filter("available", condition=behaviour.available),
    ),
    includes={"currencies": behaviour.show_currencies},
    stamps="offset",
    unique=(Unique("name", "The channel name '{name}' is taken", status=422),),
    hooks=Hooks(behaviour.prepare),
)

_STATES = "active disabled error pending pending_disable pending_delete queued rejected submitted"
_LISTED = (
    string("external_id", ""),
    string("name", ""),
    string("description", ""),
)
LISTING_FIELDS: tuple[Field, ...] = (
    integer("product_id", required="post put"),
    choice("state", f"{_STATES} partially_rejected deleted", required="post put"),
    *_LISTED,
    objects(
        "variants",
        integer("product_id", required="post put"),
        integer("variant_id", required="post put"),
        choice("state", f"{_STATES} deleted", required="post put"),
        *_LISTED,
        required="post put",
    ),
    *_DATES,
)

LISTING = Resource(
    path=CHANNEL.item_path + "/listings",
    item="listing_id",
    noun="listing",
    fields=LISTING_FIELDS,
    verbs="get",
    filters=filters(f"product_id:in {_DATE_FILTERS}", LISTING_FIELDS),
    stamps="offset",
    present=behaviour.show_listing,
    unique=(Unique("product_id", "The product is listed already", ("parent",), 422),),
)

CURRENCY_ASSIGNMENT = Resource(
    path=behaviour.ASSIGNMENTS,
    item="channel_id",
    key="channel_id",
    noun="currency assignment",
    fields=(
        integer("channel_id", required="post"),
        strings("enabled_currencies", required="post"),
        string("default_currency", required="post", shortest=3, longest=3, format="currency"),
    ),
    verbs="",
)

MENUS = Singleton(
    path=CHANNEL.item_path + "/channel-menus",
    fields=(
        array(
            "bigcommerce_protected_app_sections",
            choice(
                "",
                "overview storefront_settings localization carousel script_manager currencies"
                " payments checkout domains notifications social pages data_solutions",
            ),
            [],
        ),
        objects("custom_app_sections", string("title"), string("query_path"), default=[]),
    ),
    verbs="get create delete",
    below=CHANNEL.collection,
    replaced=True,
    status={"delete": 200},
    gone=behaviour.menus_gone,
)

ACTIVE_THEME = Singleton(
    path=themes.ACTIVE,
    fields=(
        string("active_theme_uuid", themes.FIRST_THEME),
        string("active_theme_configuration_uuid", themes.FIRST_CONFIGURATION),
        string("active_theme_version_uuid", themes.FIRST_VERSION),
        string("saved_theme_configuration_uuid", themes.FIRST_CONFIGURATION),
    ),
    verbs="get",
    below=CHANNEL.collection,
)

_METAFIELDS = metafields(CHANNEL, "channel", "metafield_id")

REFUSALS = (behaviour.PLATFORM, behaviour.STATUS)
RESOURCES = (CHANNEL, LISTING, CURRENCY_ASSIGNMENT, *_METAFIELDS)

_ONE_ASSIGNMENT = CHANNEL.item_path + "/currency-assignments"


OPERATIONS = (
    operation("GET", LISTING.path, behaviour.list_listings, resource=LISTING, query="after"),
    operation("POST", LISTING.path, behaviour.create_listings, resource=LISTING),
    operation("PUT", LISTING.path, behaviour.update_listings, resource=LISTING),
    operation(
        "GET", behaviour.ASSIGNMENTS, behaviour.list_assignments, resource=CURRENCY_ASSIGNMENT
    ),
    operation("POST", behaviour.ASSIGNMENTS, behaviour.assign_many, resource=CURRENCY_ASSIGNMENT),
    operation("PUT", behaviour.ASSIGNMENTS, behaviour.assign_many, resource=CURRENCY_ASSIGNMENT),
    operation("GET", _ONE_ASSIGNMENT, behaviour.get_assignment, resource=CURRENCY_ASSIGNMENT),
    operation("POST", _ONE_ASSIGNMENT, behaviour.assign, resource=CURRENCY_ASSIGNMENT),
    operation("PUT", _ONE_ASSIGNMENT, behaviour.assign, resource=CURRENCY_ASSIGNMENT),
    operation("DELETE", _ONE_ASSIGNMENT, behaviour.remove_assignment, resource=CURRENCY_ASSIGNMENT),
    *operations(MENUS, ACTIVE_THEME),
    *batches(*_METAFIELDS),
)
