"""Webhooks."""

from __future__ import annotations

from .base import (
    CreateableApiResource,
    DeleteableApiResource,
    ListableApiResource,
    UpdateableApiResource,
)

__all__ = ["Webhooks"]


class Webhooks(
    ListableApiResource, CreateableApiResource, UpdateableApiResource, DeleteableApiResource
):
    """`/v2/hooks`."""

    resource_name = "hooks"
