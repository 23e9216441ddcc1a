"""Web pages."""

from __future__ import annotations

from .base import (
    CollectionDeleteableApiResource,
    CountableApiResource,
    CreateableApiResource,
    DeleteableApiResource,
    ListableApiResource,
    UpdateableApiResource,
)

__all__ = ["Pages"]


class Pages(
    ListableApiResource,
    CreateableApiResource,
    UpdateableApiResource,
    DeleteableApiResource,
    CollectionDeleteableApiResource,
    CountableApiResource,
):
    """`/v2/pages`."""

    resource_name = "pages"
