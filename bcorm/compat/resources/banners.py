"""Marketing banners."""

from __future__ import annotations

from .base import (
    CollectionDeleteableApiResource,
    CreateableApiResource,
    DeleteableApiResource,
    ListableApiResource,
    UpdateableApiResource,
)

__all__ = ["Banners"]


class Banners(
    ListableApiResource,
    CreateableApiResource,
    UpdateableApiResource,
    DeleteableApiResource,
    CollectionDeleteableApiResource,
):
    """`/v2/banners`."""

    resource_name = "banners"
