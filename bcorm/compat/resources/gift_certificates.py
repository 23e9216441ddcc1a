"""Gift certificates."""

from __future__ import annotations

from .base import (
    CollectionDeleteableApiResource,
    CreateableApiResource,
    DeleteableApiResource,
    ListableApiResource,
    UpdateableApiResource,
)

__all__ = ["GiftCertificates"]


class GiftCertificates(
    ListableApiResource,
    CreateableApiResource,
    UpdateableApiResource,
    DeleteableApiResource,
    CollectionDeleteableApiResource,
):
    """`/v2/gift_certificates`."""

    resource_name = "gift_certificates"
