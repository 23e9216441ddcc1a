"""Widgets, their templates and places (``widgets.v3.yml``, ``page-widgets.v3.yml``)."""

from __future__ import annotations

from bcorm.emulator.domains.widgets import behaviour, page_widgets
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Resource, filters
from bcorm.emulator.schema import (
    Field,
    anything,
    array,
    boolean,
    choice,
    integer,
    moment,
    nested,
    readonly,
    string,
)

_DATES = readonly(moment("date_created"), moment("date_modified"))
_SITES = Filter("site_id:in", condition=behaviour.of_sites)

TEMPLATE_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1),
    array("schema", default=[]),
    string("template", required="post"),
    string("storefront_api_query", ""),
    boolean("create_new_version", write_only=True),
    integer("channel_id", 1),
    *readonly(string("kind", "custom"), string("icon_name", "default")),
    *readonly(string("current_version_uuid")),
    *_DATES,
)

TEMPLATE = Resource(
    path=behaviour.TEMPLATES,
    item="uuid",
    key="uuid",
    uuid=True,
    noun="widget template",
    fields=TEMPLATE_FIELDS,
    verbs="list create update delete",
    filters=(
        Filter("widget_template_kind", condition=behaviour.of_kind(behaviour.TEMPLATES)),
        *filters("channel_id:in", TEMPLATE_FIELDS),
    ),
    stamps="zulu",
    hooks=Hooks(behaviour.prepare_template),
)

WIDGET_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1),
    string("description", ""),
    anything("widget_configuration", {}),
    string("widget_template_uuid", required="post"),
    boolean("upgrade", write_only=True),
    integer("channel_id", 1),
    *readonly(string("version_uuid")),
    *_DATES,
)

WIDGET = Resource(
    path=behaviour.WIDGETS,
    item="uuid",
    key="uuid",
    uuid=True,
    noun="widget",
    fields=WIDGET_FIELDS,
    verbs="list create get update delete",
    filters=(
        Filter("widget_template_kind", condition=behaviour.of_kind(behaviour.WIDGETS)),
        *filters("widget_template_uuid name name:in channel_id:in", WIDGET_FIELDS),
        _SITES,
    ),
    stamps="zulu",
    owner=(TEMPLATE.collection, "widget_template_uuid"),
    present=behaviour.show_widget,
    hooks=Hooks(behaviour.prepare_widget),
)

PLACEMENT_FIELDS: tuple[Field, ...] = (
    string("widget_uuid", required="post"),
    string("template_file", required="post", shortest=1),
    string("region", ""),
    string("entity_id", ""),
    integer("sort_order", 0),
    choice("status", "inactive active", "inactive"),
    integer("channel_id", 1),
    *_DATES,
)

PLACEMENT = Resource(
    path=behaviour.PLACEMENTS,
    item="uuid",
    key="uuid",
    uuid=True,
    noun="placement",
    fields=PLACEMENT_FIELDS,
    verbs="list create get update delete",
    filters=(
        Filter("widget_template_kind", condition=behaviour.of_kind(behaviour.PLACEMENTS)),
        Filter("widget_template_uuid", condition=behaviour.of_template),
        *filters("template_file widget_uuid channel_id:in", PLACEMENT_FIELDS),
        _SITES,
    ),
    stamps="zulu",
    owner=(WIDGET.collection, "widget_uuid"),
    present=behaviour.show_placement,
    hooks=Hooks(behaviour.prepare_placement),
)

PREVIEW: tuple[Field, ...] = (nested("widget_configuration"),)
CONTENT: tuple[Field, ...] = (
    array("regions", required="post"),
    string("template_file", ""),
    string("entity_id", ""),
    integer("channel_id", 1),
)

RESOURCES = (TEMPLATE, WIDGET, PLACEMENT)

_TEXTS = ("uuid",)
OPERATIONS = (
    operation(
        "GET",
        TEMPLATE.item_path,
        behaviour.get_template,
        _TEXTS,
        resource=TEMPLATE,
        query="version_uuid",
    ),
    operation("POST", TEMPLATE.item_path + "/preview", behaviour.preview, _TEXTS, fields=PREVIEW),
    operation(
        "GET", "v3/content/regions", behaviour.list_regions, query="channel_id template_file"
    ),
    operation(
        "GET", page_widgets.CONTENT, page_widgets.show, query="channel_id template_file entity_id"
    ),
    operation("POST", page_widgets.CONTENT, page_widgets.publish, fields=CONTENT),
)
