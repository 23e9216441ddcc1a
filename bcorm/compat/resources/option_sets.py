"""Option sets and their options."""

from __future__ import annotations

from .base import (
    CollectionDeleteableApiResource,
    CollectionDeleteableApiSubResource,
    CountableApiResource,
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

__all__ = ["OptionSetOptions", "OptionSets"]


class OptionSetOptions(
    ListableApiSubResource,
    CreateableApiSubResource,
    UpdateableApiSubResource,
    DeleteableApiSubResource,
    CollectionDeleteableApiSubResource,
):
    """`/v2/option_sets/{id}/options`."""

    resource_name = "options"
    parent_resource = "option_sets"
    parent_key = "option_set_id"


class OptionSets(
    ListableApiResource,
    CreateableApiResource,
    UpdateableApiResource,
    DeleteableApiResource,
    CollectionDeleteableApiResource,
    CountableApiResource,
):
    """`/v2/option_sets`."""

    resource_name = "option_sets"

    options = below(OptionSetOptions)
