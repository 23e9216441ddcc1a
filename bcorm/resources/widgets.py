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

    key: str = field(doc="The setting of the same list that it depends on.")
    operator: str = field(doc="The API knows `IN` alone.")
    value: list[Any] = field(doc="A list of the one value at which the setting is shown.")


class WidgetSetting(Struct):
    """Something that can be set on a widget."""

    type: SettingType = field(open=True, doc="The control that the Page Builder shows.")
    label: str = field(doc="What the merchant reads beside it.")
    id: str = field(doc="The variable of the template that has the value.")
    default: str = field(doc="The value until the merchant sets one.")
    type_meta: SettingMeta = field(wire="typeMeta")
    conditional: SettingCondition = field(
        doc="When the merchant sees it; its value stays while it is hidden."
    )


class WidgetSection(Struct):
    """A group of settings."""

    label: str = field(doc="What the merchant reads above it.")
    settings: list[WidgetSetting] = field()


class SchemaThumbnail(Struct):
    """The picture of an entry."""

    type: str = field()
    value_key: str = field(wire="valueKey", doc="The setting that has the picture.")


class NestedSchema(Struct):
    """A tab inside an array."""

    type: Literal["hidden", "tab"] = field(doc="What is `hidden` has no controls.")
    label: str = field(doc="What the merchant reads on it.")
    settings: list[WidgetSetting] = field()
    sections: list[WidgetSection] = field(doc="The settings, in groups.")


class WidgetSchema(Struct):
    """A tab, or an array of entries, in the form of a widget."""

    type: Literal["tab", "array", "hidden"] = field(
        doc="A group of settings, a list of entries, or settings without controls."
    )
    label: str = field(doc="What the merchant reads on it.")
    id: str = field()
    sections: list[WidgetSection] = field(doc="The settings, in groups.")
    settings: list[WidgetSetting] = field()
    default_count: int = field(
        wire="defaultCount", doc="Of an array: how many entries there are at first."
    )
    entry_label: str = field(wire="entryLabel", doc="Of an array: what an entry is called.")
    thumbnail: SchemaThumbnail = field(doc="Of an array: the picture of an entry.")
    schema: list[NestedSchema] = field(doc="Of an array: the settings of an entry.")


class WidgetTemplate(Resource):
    """What widgets are made of. `GET /v3/content/widget-templates`."""

    uuid: str = readonly()
    name: str = field(required=True)
    schema: list[WidgetSchema] = field(doc="The form in which merchants fill in a widget.")
    template: str = field(required=True, doc="HTML with Handlebars and Paper helpers.")
    storefront_api_query: str = field(
        doc="A query of the GraphQL Storefront API whose answer the template can show."
    )
    kind: str = readonly()
    icon_name: str = readonly(doc="The picture in the Page Builder.")
    current_version_uuid: str = readonly()
    channel_id: int | None = field(
        write_only=True, doc="Where it is made; by default, the store's first channel."
    )
    create_new_version: bool | None = field(
        write_only=True, doc="Whether an update leaves the version of today, and makes another."
    )
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
    schema: list[WidgetSchema] = readonly(doc="The form in which merchants fill in a widget.")
    template: str = readonly(doc="HTML with Handlebars and Paper helpers.")
    storefront_api_query: str = readonly(
        doc="A query of the GraphQL Storefront API whose answer the template can show."
    )
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
    widget_configuration: dict[str, Any] = field(doc="The values that fill in the template.")
    widget_template_uuid: str | None = field(required=True, write_only=True)
    widget_template: EmbeddedTemplate = readonly()
    version_uuid: str = readonly(doc="The version of the template that it fills in.")
    channel_id: int = field()
    upgrade: bool | None = field(
        write_only=True, doc="Whether an update moves it to the newest version of its template."
    )
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
    widget_configuration: dict[str, Any] = readonly(doc="The values that fill in the template.")
    widget_template: EmbeddedTemplate = readonly()
    version_uuid: str = readonly(doc="The version of the template that it fills in.")
    channel_id: int = readonly()
    date_created: datetime = readonly()
    date_modified: datetime = readonly()


class Placement(Resource):
    """A widget in a region of a page. `GET /v3/content/placements`."""

    uuid: str = readonly()
    widget_uuid: str | None = field(required=True, write_only=True)
    widget: EmbeddedWidget = readonly()
    template_file: str = field(
        required=True, doc="The theme's template whose pages show it, such as `pages/home`."
    )
    region: str = field(doc="The name of the place in the template.")
    entity_id: str = field(
        doc="The product or category on whose page alone it is shown; the home page has none."
    )
    sort_order: int = field(doc="Place in the region: lower comes first.")
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

    name: str = readonly(doc="As the theme's template file names it.")

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
