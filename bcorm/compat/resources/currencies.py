"""Currencies."""

from __future__ import annotations

from .base import (
    CreateableApiResource,
    DeleteableApiResource,
    ListableApiResource,
    UpdateableApiResource,
)

__all__ = ["Currencies"]


class Currencies(
    ListableApiResource, CreateableApiResource, UpdateableApiResource, DeleteableApiResource
):
    """`/v2/currencies`."""

    resource_name = "currencies"
