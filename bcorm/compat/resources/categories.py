"""Categories."""

from __future__ import annotations

from .base import (
    CollectionDeleteableApiResource,
    CountableApiResource,
    CreateableApiResource,
    DeleteableApiResource,
    ListableApiResource,
    UpdateableApiResource,
)

__all__ = ["Categories"]


class Categories(
    ListableApiResource,
    CreateableApiResource,
    UpdateableApiResource,
    DeleteableApiResource,
    CollectionDeleteableApiResource,
    CountableApiResource,
):
    """`/v2/categories`."""

    resource_name = "categories"
