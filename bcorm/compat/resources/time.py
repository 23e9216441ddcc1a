"""The store's clock."""

from __future__ import annotations

from .base import (
    ListableApiResource,
)

__all__ = ["Time"]


class Time(ListableApiResource):
    """`/v2/time`; one object."""

    resource_name = "time"
