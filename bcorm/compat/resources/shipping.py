"""Shipping methods."""

from __future__ import annotations

from .base import (
    ListableApiResource,
)

__all__ = ["ShippingMethods"]


class ShippingMethods(ListableApiResource):
    """`/v2/shipping/methods`."""

    resource_name = "shipping/methods"
