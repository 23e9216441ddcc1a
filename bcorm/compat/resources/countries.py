"""Countries and their states."""

from __future__ import annotations

from .base import (
    CountableApiResource,
    CountableApiSubResource,
    ListableApiResource,
    ListableApiSubResource,
)
from .helpers import below

__all__ = ["Countries", "CountryStates"]


class CountryStates(ListableApiSubResource, CountableApiSubResource):
    """`/v2/countries/{id}/states`."""

    resource_name = "states"
    parent_resource = "countries"
    parent_key = "country_id"


class Countries(ListableApiResource, CountableApiResource):
    """`/v2/countries`."""

    resource_name = "countries"

    states = below(CountryStates)
