"""V2's store-wide options and the sets that products choose from.

They have no twin in V3, where options belong to their product (V2 catalog documentation,
"Options", "Option Values", "Option Sets", "Option Set Options").
"""

from __future__ import annotations

from typing import Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Endpoint

OptionKind = Literal["C", "D", "F", "MT", "N", "P", "PI", "RB", "RT", "S", "CS", "T"]


class OptionValue(Resource):
    """A choice of a store-wide option. `GET /v2/options/{option_id}/values`."""

    id: int = readonly()
    option_id: int = readonly()
    label: str = field(required=True)
    value: str = field(required=True)
    sort_order: int = field()
    is_default: bool = field()

    option = one["Option"]("Option", parent=True)

    endpoint = Endpoint(
        path="v2/options/{option_id}/values",
        empty_delete=True,
        natural_key="label",
    )


class Option(Resource):
    """A choice that several products offer. `GET /v2/options`."""

    id: int = readonly()
    name: str = field(required=True)
    display_name: str = field()
    type: OptionKind = field(required=True, open=True)

    values = many(OptionValue)

    endpoint = Endpoint(
        path="v2/options",
        count_path="v2/options/count",
        empty_delete=True,
        filters={"name": "exact", "display_name": "exact", "type": "exact"},
        natural_key="name",
    )


class SetValue(Struct):
    """A value of an option inside a set."""

    option_value_id: int = field()
    label: str = field()
    value: str = field()
    sort_order: int = field()


class OptionSetOption(Resource):
    """An option in a set. `GET /v2/option_sets/{option_set_id}/options`."""

    id: int = readonly()
    option_id: int = field(required=True)
    option_set_id: int = readonly()
    display_name: str = field()
    sort_order: int = field()
    is_required: bool = field(required=True)
    values: list[SetValue] | None = field()

    option_set = one["OptionSet"]("OptionSet", parent=True)
    option = one(Option, via="option_id")

    endpoint = Endpoint(
        path="v2/option_sets/{option_set_id}/options",
        empty_delete=True,
        natural_key="option_id display_name",
    )


class OptionSet(Resource):
    """The options that a product offers. `GET /v2/option_sets`."""

    id: int = readonly()
    name: str = field(required=True)
    product_id: int | None = readonly()

    options = many(OptionSetOption)

    endpoint = Endpoint(
        path="v2/option_sets",
        count_path="v2/option_sets/count",
        count_filters=False,
        empty_delete=True,
        filters={"name": "exact"},
        natural_key="name",
    )
