"""Payment methods."""

from __future__ import annotations

from .base import (
    ListableApiResource,
)

__all__ = ["PaymentMethods"]


class PaymentMethods(ListableApiResource):
    """`/v2/payments/methods`."""

    resource_name = "payments/methods"
