"""Which custom template something is shown with (`custom-template-associations.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, answered, resend

EntityType = Literal["product", "category", "brand", "page"]


class CustomTemplateAssociation(Resource):
    """A template for one product, category, brand or page. `GET .../custom-template-associations`."""

    id: int = readonly()
    channel_id: int = field(required=True, create_only=True)
    entity_type: EntityType = field(required=True, create_only=True)
    entity_id: int = field(
        required=True, create_only=True, doc="The product, category, brand or page, by its id."
    )
    file_name: str = field(required=True, doc="The layout file of the theme.")
    is_valid: bool = readonly(
        doc="Whether the channel's theme has the file; else the usual one is taken."
    )
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    endpoint = Endpoint(
        path="v3/storefront/custom-template-associations",
        verbs=("list",),
        create_batch=Batch(100, method="PUT", single=True),
        update_batch=Batch(100, single=True),
        delete_batch=Batch(100, single=True),
        filters={
            "channel_id": "exact",
            "entity_id": "in",
            "type": Filter("exact", type=EntityType),
            "is_valid": "exact",
        },
        answers=(
            answered(
                "nothing",
                "create_batch update_batch",
                source="custom-template-associations.v3.yml: 200 with an empty object",
            ),
        ),
        natural_key="channel_id entity_type entity_id",
        put_rules=(
            resend(
                "channel_id",
                "entity_type",
                "entity_id",
                source="custom-template-associations.v3.yml, PUT",
                reason="channel, type and entity are the upsert's key",
            ),
        ),
    )
