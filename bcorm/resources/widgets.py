"""Widgets: templates, what was made of them, and where it is placed (`widgets.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint, Filter
from bcorm.resources.actions import operation

SettingType = Literal[
    "alignment",
    "boolean",
    "boxModel",
    "code",
    "color",
    "imageManager",
    "input",
    "number",
    "productId",
    "productImage",
    "range",
    "regexInput",
    "select",
    "text",
    "toggle",
]


class SelectOption(Struct):
    """A choice of a select setting."""

    label: str = field()
    value: str = field()


class SettingMeta(Struct):
    """What a setting needs beyond its type."""

    select_options: list[SelectOption] = field(wire="selectOptions")


class SettingCondition(Struct):
    """When a setting is shown."""

    key: str = field()
    operator: str = field()
    value: list[Any] = field()


class WidgetSetting(Struct):
    """Something that can be set on a widget."""

    type: SettingType = field(open=True)
    label: str = field()
    id: str = field()
    default: str = field()
    type_meta: SettingMeta = field(wire="typeMeta")
    conditional: SettingCondition = field()


class WidgetSection(Struct):
    """A group of settings."""

    label: str = field()
    settings: list[WidgetSetting] = field()


class SchemaThumbnail(Struct):
    """The picture of an entry."""

    type: str = field()
    value_key: str = field(wire="valueKey")


class NestedSchema(Struct):
    """A tab inside an array."""

    type: Literal["hidden", "tab"] = field()
    label: str = field()
    settings: list[WidgetSetting] = field()
    sections: list[WidgetSection] = field()


class WidgetSchema(Struct):
    """A tab, or an array of entries, in the form of a widget."""

    type: Literal["tab", "array", "hidden"] = field()
    label: str = field()
    id: str = field()
    sections: list[WidgetSection] = field()
    settings: list[WidgetSetting] = field()
    default_count: int = field(wire="defaultCount")
    entry_label: str = field(wire="entryLabel")
    thumbnail: SchemaThumbnail = field()
    schema: list[NestedSchema] = field()


class WidgetTemplate(Resource):
    """What widgets are made of. `GET /v3/content/widget-templates`."""

    uuid: str = readonly()
    name: str = field(required=True)
    schema: list[WidgetSchema] = field()
    template: str = field(required=True)
    storefront_api_query: str = field()
    kind: str = readonly()
    icon_name: str = readonly()
    current_version_uuid: str = readonly()
    channel_id: int | None = field(write_only=True)
    create_new_version: bool | None = field(write_only=True)
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    endpoint = Endpoint(
        path="v3/content/widget-templates",
        key="uuid",
        filters={
            "widget_template_kind": Filter("exact", type=Literal["custom", "core"]),
            "channel_id": Filter("in", type=int),
        },
        natural_key="name",
    )

    @operation("POST /v3/content/widget-templates/{uuid}/preview")
    def preview(self, configuration: dict[str, Any] | None = None) -> str:
        """Return the HTML that the template makes of a configuration."""
        body = {} if configuration is None else {"widget_configuration": configuration}
        return str(self._call("POST", "preview", json=body).data["html"])


class EmbeddedTemplate(Struct):
    """The template of a widget, as it stands inside it."""

    uuid: str = readonly()
    name: str = readonly()
    schema: list[WidgetSchema] = readonly()
    template: str = readonly()
    storefront_api_query: str = readonly()
    kind: str = readonly()
    icon_name: str = readonly()
    current_version_uuid: str = readonly()
    date_created: datetime = readonly()
    date_modified: datetime = readonly()


class Widget(Resource):
    """A filled-in template. `GET /v3/content/widgets`."""

    uuid: str = readonly()
    name: str = field(required=True)
    description: str = field()
    widget_configuration: dict[str, Any] = field()
    widget_template_uuid: str | None = field(required=True, write_only=True)
    widget_template: EmbeddedTemplate = readonly()
    version_uuid: str = readonly()
    channel_id: int = field()
    upgrade: bool | None = field(write_only=True)
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    endpoint = Endpoint(
        path="v3/content/widgets",
        key="uuid",
        filters={
            "widget_template_kind": Filter("exact", type=Literal["custom", "core"]),
            "widget_template_uuid": "exact",
            "name": "exact in",
            "channel_id": "in",
            "site_id": Filter("in", type=int),
        },
        natural_key="name channel_id",
    )


class EmbeddedWidget(Struct):
    """The widget of a placement, as it stands inside it."""

    uuid: str = readonly()
    name: str = readonly()
    description: str = readonly()
    widget_configuration: dict[str, Any] = readonly()
    widget_template: EmbeddedTemplate = readonly()
    version_uuid: str = readonly()
    channel_id: int = readonly()
    date_created: datetime = readonly()
    date_modified: datetime = readonly()


class Placement(Resource):
    """A widget in a region of a page. `GET /v3/content/placements`."""

    uuid: str = readonly()
    widget_uuid: str | None = field(required=True, write_only=True)
    widget: EmbeddedWidget = readonly()
    template_file: str = field(required=True)
    region: str = field()
    entity_id: str = field()
    sort_order: int = field()
    status: Literal["inactive", "active"] = field()
    channel_id: int = field()
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    endpoint = Endpoint(
        path="v3/content/placements",
        key="uuid",
        natural_key="widget_uuid template_file region entity_id",
        filters={
            "widget_template_kind": Filter("exact", type=Literal["custom", "core"]),
            "template_file": "exact",
            "widget_uuid": "exact",
            "widget_template_uuid": Filter("exact", type=str),
            "channel_id": "in",
            "site_id": Filter("in", type=int),
        },
    )


class Region(Resource):
    """A place in a template that takes widgets. `GET /v3/content/regions?template_file=`."""

    name: str = readonly()

    endpoint = Endpoint(
        path="v3/content/regions",
        key="name",
        verbs=("list",),
        paging="none",
        filters={
            "template_file": Filter("exact", type=str),
            "channel_id": Filter("exact", type=str),
        },
    )
