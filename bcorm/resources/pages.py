"""Pages of the storefront (`pages.v3.yml`), and snapshots of their widgets."""

from __future__ import annotations

from typing import Any, Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, answered


class Page(Resource):
    """A page, a link or a form in the storefront's menu. `GET /v3/content/pages`."""

    id: int = readonly()
    channel_id: int = field()
    name: str = field(required=True, max_length=100)
    type: Literal["page", "raw", "contact_form", "link", "blog"] = field(required=True)
    is_visible: bool = field()
    is_homepage: bool = field()
    is_customers_only: bool = field()
    parent_id: int = field()
    sort_order: int = field()
    url: str = field()
    meta_title: str | None = field()
    meta_keywords: str | None = field()
    meta_description: str | None = field()
    search_keywords: str | None = field()
    email: str = field(max_length=255)
    contact_fields: str = field()
    body: str | None = field(include="body")
    content_type: str = field(create_only=True)
    link: str = field()

    parent = one["Page"]("Page", via="parent_id")
    children = many["Page"]("Page", by="parent_id")

    endpoint = Endpoint(
        path="v3/content/pages",
        totals=False,  # a filtered list tells the total of all pages
        create_batch=Batch(10),
        update_batch=Batch(10),
        delete_batch=Batch(50, param="id:in"),
        filters={
            "channel_id": "exact",
            "id": "in",
            "name": "exact icontains",
        },
        includes="body",
        natural_key="name channel_id",
        version_field=None,
    )


class PlacedWidget(Struct):
    """A widget in a dropzone."""

    widget_template_uuid: str = field()
    configuration: dict[str, Any] = field()
    storefront_api_query_params: dict[str, Any] = field()
    name: str = field()
    description: str = field()
    type: Literal["widget"] = field()


class Dropzone(Struct):
    """A place inside a layout that takes widgets."""

    configuration: dict[str, Any] = field()
    widgets: list[PlacedWidget] = field()


class PlacedElement(Struct):
    """A layout or a widget in a region."""

    type: Literal["layout", "widget"] = field()
    name: str = field()
    description: str = field()
    configuration: dict[str, Any] = field()
    layout_template_uuid: str | None = field()
    dropzones: list[Dropzone] | None = field()
    widget_template_uuid: str | None = field()
    storefront_api_query_params: dict[str, Any] = field()


class PlacedRegion(Struct):
    """A region with what is placed in it."""

    name: str = field()
    children: list[PlacedElement] = field()


class PageContent(Resource):
    """All widgets of one page. `GET /v3/content/page-widgets`.

    Creating one publishes it, and overwrites what the page showed.
    """

    regions: list[PlacedRegion] = field(required=True)
    template_file: str | None = field(write_only=True)
    entity_id: str | None = field(write_only=True)
    channel_id: int | None = field(write_only=True)

    endpoint = Endpoint(
        path="v3/content/page-widgets",
        key=None,
        verbs=("get", "create"),
        answers=(answered("nothing", "create", source="page-widgets.v3.yml: 204"),),
        filters={
            "channel_id": Filter("exact", type=int),
            "template_file": Filter("exact", type=str),
            "entity_id": Filter("exact", type=str),
        },
        version_field=None,
    )
