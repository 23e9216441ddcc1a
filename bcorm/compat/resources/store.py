"""The store itself."""

from __future__ import annotations

from .base import (
    ListableApiResource,
)

__all__ = ["Store"]


class Store(ListableApiResource):
    """`/v2/store`; one object."""

    resource_name = "store"
