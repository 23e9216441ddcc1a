"""`Metafield`: the fields and facts that the metafields of every parent share.

The parents' modules declare one subclass each. The path parameter is called `resource_id` below
every parent, as the field is: so the store-wide batches, whose rows name their parent, and the
lists below one parent are the same class.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Batch, Endpoint, resend

PermissionSet = Literal[
    "app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"
]  # fmt: skip
ResourceType = Literal[
    "brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"
]  # fmt: skip

FILTERS = {
    "key": "exact in",
    "namespace": "exact in",
    "date_created": "gte lte",
    "date_modified": "gte lte",
}
IDS = "exact in not_in gte lte gt lt"

# The specs state no limit for these batches; 10 is the smallest that any V3 batch has.
BATCH = 10

WHOLE_PUT = resend(
    "permission_set",
    "namespace",
    "key",
    "value",
    source="products_catalog.v3.yml, PUT .../metafields/{metafield_id}",
    reason="most parents' bodies require all four",
)


def metafields(path: str, everywhere: str, **facts: Any) -> Endpoint:
    """Return the facts of the metafields below one kind of parent.

    Args:
        path: the list below one parent.
        everywhere: the list of the whole store, which takes batches too.
        facts: what differs for this parent.
    """
    carry = ("resource_id",)
    shared: dict[str, Any] = {
        "paging": "both",
        "filters": FILTERS,
        "selects": True,
        "natural_key": "namespace key",
        "put_rules": (WHOLE_PUT,),
        "create_batch": Batch(BATCH, path=everywhere, carry=carry),
        "update_batch": Batch(BATCH, path=everywhere, carry=carry),
        "delete_batch": Batch(BATCH, path=everywhere, body=True),
        "everywhere": Endpoint(path=everywhere, paging="both", filters=FILTERS, selects=True),
    }
    return Endpoint(path=path, **{**shared, **facts})


class Metafield(Resource, abstract=True):
    """A value that an app keeps beside a row of the store."""

    id: int = readonly()
    key: str = field(required=True, max_length=64, doc="Its name, unique in its namespace.")
    value: str = field(required=True, max_length=65_535, doc="Its value, as a text.")
    namespace: str = field(
        required=True, max_length=64, doc="A name that keeps the keys of one app together."
    )
    permission_set: PermissionSet = field(
        required=True, doc="Who may read and write it: its app alone, others, the storefront."
    )
    description: str = field(max_length=255, doc="What it is for.")
    resource_type: ResourceType = readonly(doc="What kind of row it belongs to.")
    resource_id: int = readonly(doc="The key of the row that it belongs to.")
    date_created: datetime = readonly()
    date_modified: datetime = readonly()
    owner_client_id: str | None = readonly(doc="The API client that made it.")
