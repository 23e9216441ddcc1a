"""Pages and redirects as V2 has them (`store_content.v2.yml`)."""

from __future__ import annotations

from typing import Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint, resend


class Page(Resource):
    """A page in the storefront's menu. `GET /v2/pages` (deprecated)."""

    id: int = readonly()
    channel_id: int = field()
    name: str = field(required=True)
    type: Literal["page", "contact_form", "raw", "link"] = field(
        required=True,
        open=True,
        doc="Text (`page`), HTML (`raw`), a form, or a `link` to another place.",
    )
    body: str = field(
        required=True, doc="What it shows, in HTML; a new page of type `raw` needs it."
    )
    is_visible: bool = field(doc="Whether menus show it.")
    is_homepage: bool = field(doc="Whether the storefront opens with it.")
    is_customers_only: bool = field(doc="Whether only shoppers who signed in see it.")
    parent_id: int = field(doc="The page in whose menu it is; 0 means none.")
    sort_order: int = field(doc="Place in the menu: lower comes first.")
    url: str = field(doc="Its path on the storefront.")
    link: str = field(doc="Of a `link`: where it leads.")
    meta_title: str = field(doc="The title of its page; its name if empty.")
    meta_keywords: str = field(doc="Keywords for search engines, separated by commas.")
    meta_description: str = field(doc="The description of the page, for search engines.")
    search_keywords: str = field(
        doc="Other words by which the store's search finds it, separated by commas."
    )
    email: str = field(doc="Of a `contact_form`: where messages go.")
    contact_fields: str = field(
        doc="Of a `contact_form`: `fullname`, `phone`, `companyname`, `orderno`, `rma`, with commas."
    )
    layout_file: str = field(doc="The layout file of its page; writable with a Blueprint theme.")
    has_mobile_version: bool = field(
        doc="Whether `mobile_body` is shown on phones, with a Blueprint theme."
    )
    mobile_body: str = field(doc="What it shows on phones, in HTML, with a Blueprint theme.")
    content_type: Literal["application/json", "text/javascript", "text/html"] = field(
        doc="The MIME type of the body."
    )

    endpoint = Endpoint(
        path="v2/pages",
        natural_key="name channel_id",
    )


class RedirectTarget(Struct):
    """Where a redirect leads: to something in the store, or to an address."""

    type: str = field(doc="Either `manual`, an address, or what it leads to, such as `product`.")
    ref: int | str = field(doc="The address, or the id of what it leads to.")


class Redirect(Resource):
    """An address that leads elsewhere. `GET /v2/redirects`."""

    id: int = readonly()
    path: str = field(required=True, doc="The path that leads elsewhere.")
    forward: RedirectTarget = field(required=True)
    url: str = field(doc="The address that leads elsewhere.")

    endpoint = Endpoint(
        path="v2/redirects",
        count_path="v2/redirects/count",
        empty_delete=True,
        natural_key="path",
        put_rules=(
            resend(
                "path",
                "forward",
                source="store_content.v2.yml, PUT /redirects/{id}",
                reason="the body's schema requires both",
            ),
        ),
    )
