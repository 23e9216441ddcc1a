"""Scripts that apps put on the storefront (`scripts.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Endpoint
from bcorm.resources.customer_records import ConsentCategory


class Script(Resource):
    """A script on the storefront. `GET /v3/content/scripts`."""

    uuid: str = readonly()
    name: str = field(required=True, max_length=255)
    description: str = field()
    html: str = field(max_length=65_536)
    src: str = field()
    kind: Literal["src", "script_tag"] = field()
    auto_uninstall: bool = field()
    load_method: Literal["default", "async", "defer"] = field()
    location: Literal["head", "footer"] = field()
    visibility: Literal["storefront", "all_pages", "checkout", "order_confirmation"] = field()
    consent_category: ConsentCategory = field()
    enabled: bool = field()
    channel_id: int = field(minimum=1)
    integrity_hashes: list[str] = field()
    api_client_id: str = field()
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    endpoint = Endpoint(
        path="v3/content/scripts",
        key="uuid",
        filters={"channel_id": "in"},
        sort="name description date_created date_modified",
        natural_key="name channel_id",
    )
