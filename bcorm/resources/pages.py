"""Pages of the storefront (`pages.v3.yml`), and snapshots of their widgets."""

from __future__ import annotations

from typing import Any, Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, answered


class Page(Resource):
    """A page, a link or a form in the storefront's menu. `GET /v3/content/pages`."""

    id: int = readonly()
    channel_id: int = field(doc="The channel that shows it.")
    name: str = field(required=True, max_length=100, doc="What menus call it; must be unique.")
    type: Literal["page", "raw", "contact_form", "link", "blog"] = field(
        required=True,
        doc="Text (`page`), HTML (`raw`), a form, the blog, or a `link` to another place.",
    )
    is_visible: bool = field(doc="Whether shoppers see it, and menus name it.")
    is_homepage: bool = field(doc="Whether the storefront opens with it.")
    is_customers_only: bool = field(doc="Whether only shoppers who signed in see it.")
    parent_id: int = field(doc="The page in whose menu it is; 0 means none.")
    sort_order: int = field(doc="Place in the menu: lower comes first.")
    url: str = field(doc="Its path on the storefront.")
    meta_title: str | None = field(doc="The title of its page; its name if empty.")
    meta_keywords: str | None = field(doc="Keywords for search engines, separated by commas.")
    meta_description: str | None = field(doc="The description of the page, for search engines.")
    search_keywords: str | None = field(
        doc="Other words by which the store's search finds it, separated by commas."
    )
    email: str = field(
        max_length=255, doc="Of a `contact_form`: where messages go; must be unique."
    )
    contact_fields: str = field(
        doc="Of a `contact_form`: `fullname`, `phone`, `companyname`, `orderno`, `rma`, with commas."
    )
    body: str | None = field(
        include="body", doc="What it shows, in HTML; a new page of type `raw` needs it."
    )
    content_type: str = field(create_only=True, doc="The MIME type of the body.")
    link: str = field(doc="Of a `link`: where it leads.")

    parent = one["Page"]("Page", via="parent_id")
    children = many["Page"]("Page", by="parent_id")

    endpoint = Endpoint(
        path="v3/content/pages",
        totals=False,  # a filtered list tells the total of all pages
        create_batch=Batch(10),
        update_batch=Batch(10),
        delete_batch=50,
        filters={
            "channel_id": "exact",
            "id": "in",
            "name": "exact icontains",
        },
        includes="body",
        natural_key="name channel_id",
    )


class PlacedWidget(Struct):
    """A widget in a dropzone."""

    widget_template_uuid: str = field(doc="The template that the widget fills in.")
    configuration: dict[str, Any] = field(doc="The values that fill in the template.")
    storefront_api_query_params: dict[str, Any] = field(
        doc="Variables of the template's GraphQL query."
    )
    name: str = field()
    description: str = field()
    type: Literal["widget"] = field()


class Dropzone(Struct):
    """A place inside a layout that takes widgets."""

    configuration: dict[str, Any] = field(doc="The settings of the dropzone.")
    widgets: list[PlacedWidget] = field()


class PlacedElement(Struct):
    """A layout or a widget in a region."""

    type: Literal["layout", "widget"] = field()
    name: str = field(doc="What the Page Builder calls it.")
    description: str = field()
    configuration: dict[str, Any] = field(doc="The values that fill in its template.")
    layout_template_uuid: str | None = field(doc="Of a layout: its template.")
    dropzones: list[Dropzone] | None = field(doc="Of a layout: the places for widgets.")
    widget_template_uuid: str | None = field(doc="Of a widget: its template.")
    storefront_api_query_params: dict[str, Any] = field(
        doc="Of a widget: variables of its template's GraphQL query."
    )


class PlacedRegion(Struct):
    """A region with what is placed in it."""

    name: str = field(doc="As the theme's template file names it.")
    children: list[PlacedElement] = field(doc="The layouts and widgets in it.")


class PageContent(Resource):
    """All widgets of one page. `GET /v3/content/page-widgets`.

    Creating one publishes it, and overwrites what the page showed.
    """

    regions: list[PlacedRegion] = field(required=True)
    template_file: str | None = field(
        write_only=True, doc="The theme's template whose pages are meant; none for global regions."
    )
    entity_id: str | None = field(
        write_only=True, doc="The product or category whose page is meant; the home page has none."
    )
    channel_id: int | None = field(
        write_only=True, doc="Where it is shown; by default, the store's first channel."
    )

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
    )
