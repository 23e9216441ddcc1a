"""Coupons."""

from __future__ import annotations

from .base import (
    CollectionDeleteableApiResource,
    CountableApiResource,
    CreateableApiResource,
    DeleteableApiResource,
    ListableApiResource,
    UpdateableApiResource,
)

__all__ = ["Coupons"]


class Coupons(
    ListableApiResource,
    CreateableApiResource,
    UpdateableApiResource,
    DeleteableApiResource,
    CollectionDeleteableApiResource,
    CountableApiResource,
):
    """`/v2/coupons`."""

    resource_name = "coupons"
