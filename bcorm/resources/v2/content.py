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
    type: Literal["page", "contact_form", "raw", "link"] = field(required=True, open=True)
    body: str = field(required=True)
    is_visible: bool = field()
    is_homepage: bool = field()
    is_customers_only: bool = field()
    parent_id: int = field()
    sort_order: int = field()
    url: str = field()
    link: str = field()
    meta_title: str = field()
    meta_keywords: str = field()
    meta_description: str = field()
    search_keywords: str = field()
    email: str = field()
    contact_fields: str = field()
    layout_file: str = field()
    has_mobile_version: bool = field()
    mobile_body: str = field()
    content_type: Literal["application/json", "text/javascript", "text/html"] = field()

    endpoint = Endpoint(
        path="v2/pages",
        natural_key="name channel_id",
    )


class RedirectTarget(Struct):
    """Where a redirect leads: to something in the store, or to an address."""

    type: str = field()
    ref: int | str = field()


class Redirect(Resource):
    """An address that leads elsewhere. `GET /v2/redirects`."""

    id: int = readonly()
    path: str = field(required=True)
    forward: RedirectTarget = field(required=True)
    url: str = field()

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
