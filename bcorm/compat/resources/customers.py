"""Customers and their addresses."""

from __future__ import annotations

from .base import (
    CollectionDeleteableApiResource,
    CollectionDeleteableApiSubResource,
    CountableApiResource,
    CountableApiSubResource,
    CreateableApiResource,
    CreateableApiSubResource,
    DeleteableApiResource,
    DeleteableApiSubResource,
    ListableApiResource,
    ListableApiSubResource,
    UpdateableApiResource,
    UpdateableApiSubResource,
)
from .helpers import below

__all__ = ["CustomerAddresses", "Customers"]


class CustomerAddresses(
    ListableApiSubResource,
    CreateableApiSubResource,
    UpdateableApiSubResource,
    DeleteableApiSubResource,
    CollectionDeleteableApiSubResource,
    CountableApiSubResource,
):
    """`/v2/customers/{id}/addresses`."""

    resource_name = "addresses"
    parent_resource = "customers"
    parent_key = "customer_id"


class Customers(
    ListableApiResource,
    CreateableApiResource,
    UpdateableApiResource,
    DeleteableApiResource,
    CollectionDeleteableApiResource,
    CountableApiResource,
):
    """`/v2/customers`."""

    resource_name = "customers"

    addresses = below(CustomerAddresses)
