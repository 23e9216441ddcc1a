"""Order statuses."""

from __future__ import annotations

from .base import (
    ListableApiResource,
)

__all__ = ["OrderStatuses"]


class OrderStatuses(ListableApiResource):
    """`/v2/order_statuses`."""

    resource_name = "order_statuses"
