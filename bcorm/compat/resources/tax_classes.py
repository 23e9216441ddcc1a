"""Tax classes."""

from __future__ import annotations

from .base import (
    ListableApiResource,
)

__all__ = ["TaxClasses"]


class TaxClasses(ListableApiResource):
    """`/v2/tax_classes`."""

    resource_name = "tax_classes"
