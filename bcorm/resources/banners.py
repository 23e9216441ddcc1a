"""Banners on the storefront (`marketing.v2.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Endpoint, resend


class Banner(Resource):
    """A piece of HTML above or below a page. `GET /v2/banners`."""

    id: int = readonly()
    name: str = field(required=True)
    content: str = field(required=True, doc="What is shown, in HTML.")
    page: Literal["home_page", "category_page", "brand_page", "search_page"] = field(
        required=True, doc="The kind of page that shows it."
    )
    location: Literal["top", "bottom"] = field(required=True)
    date_type: Literal["always", "custom"] = field(
        required=True, doc="With `custom`, it is shown between `date_from` and `date_to` only."
    )
    date_from: datetime | None = field(
        format="unix_string", doc="From when it is shown, where `date_type` is `custom`."
    )
    date_to: datetime | None = field(
        format="unix_string", doc="Until when it is shown, where `date_type` is `custom`."
    )
    date_created: datetime = readonly(format="unix_string")
    visible: bool = field(format="string")
    item_id: str = field(doc="The category or brand whose page shows it, if it is for one.")

    endpoint = Endpoint(
        path="v2/banners",
        keyset=True,
        count_path="v2/banners/count",
        count_filters=False,
        empty_delete=True,
        filters={"id": "gte lte"},
        natural_key="name",
        put_rules=(
            resend(
                "name",
                "content",
                "page",
                "location",
                "date_type",
                source="marketing.v2.yml, PUT /banners/{id}",
                reason="the body's schema requires them",
            ),
        ),
    )
