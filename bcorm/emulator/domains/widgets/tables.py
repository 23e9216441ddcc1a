"""Widgets, their templates and places (`widgets.v3.yml`, `page-widgets.v3.yml`)."""

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
    objects,
    readonly,
    string,
)

_DATES = readonly(moment("date_created"), moment("date_modified"))
_SITES = Filter("site_id:in", condition=behaviour.of_sites)

_INPUT = (
    choice(
        "type",
        "alignment boolean boxModel code color imageManager input number productId productImage"
        " range regexInput select text toggle",
    ),
    string("label"),
    string("id"),
    anything("default"),
    nested("typeMeta"),
    nested("conditional"),
)
_SETTINGS = objects("settings", *_INPUT, free=True)
_SECTIONS = objects("sections", string("label"), _SETTINGS, free=True)


def _schema(deep: int = 3) -> Field:
    """What a merchant may set of a widget: tabs, hidden settings, and arrays of the same."""
    inner = (_schema(deep - 1),) if deep else (array("schema"),)
    return objects(
        "schema",
        choice("type", "tab array hidden"),
        string("label"),
        _SECTIONS,
        _SETTINGS,
        string("id"),
        integer("defaultCount"),
        string("entryLabel"),
        nested("thumbnail", string("type"), string("valueKey")),
        *inner,
        default=[],
        free=True,
    )


TEMPLATE_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1),
    _schema(),
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
    nested("widget_configuration", default={}),
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
        Filter("widget_template_uuid", kind="uuid", condition=behaviour.of_template),
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
    objects(
        "regions",
        string("name"),
        objects(
            "children",
            choice("type", "layout widget"),
            string("name"),
            string("description"),
            nested("configuration"),
            string("widget_template_uuid"),
            string("layout_template_uuid"),
            nested("storefront_api_query_params"),
            objects("dropzones", nested("configuration"), array("widgets"), free=True),
            free=True,
        ),
        required="post",
    ),
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
