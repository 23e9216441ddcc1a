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
    html: str = field(max_length=65_536, doc="One `script` element; of the kind `script_tag`.")
    src: str = field(doc="The address of the script; of the kind `src`.")
    kind: Literal["src", "script_tag"] = field(
        doc="With `src`, the store writes the element; with `script_tag`, `html` is taken as it is."
    )
    auto_uninstall: bool = field(doc="Whether it goes with its app, or the app's token.")
    load_method: Literal["default", "async", "defer"] = field(
        doc="When browsers run it; a `script_tag` takes `default` only."
    )
    location: Literal["head", "footer"] = field()
    visibility: Literal["storefront", "all_pages", "checkout", "order_confirmation"] = field(
        doc="The pages that run it; `storefront` is all but checkout and order confirmation."
    )
    consent_category: ConsentCategory = field(
        doc="Where shoppers are asked for consent, a script without one never runs."
    )
    enabled: bool = field()
    channel_id: int = field(minimum=1)
    integrity_hashes: list[str] = field(
        doc="Up to five hashes (SRI) by which browsers check it; of the kind `src`."
    )
    api_client_id: str = field(doc="The API client that made it; empty if none did.")
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    endpoint = Endpoint(
        path="v3/content/scripts",
        key="uuid",
        filters={"channel_id": "in"},
        sort="name description date_created date_modified",
        natural_key="name channel_id",
    )
