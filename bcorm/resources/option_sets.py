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
    label: str = field(required=True, doc="What the shopper chooses.")
    value: str = field(
        required=True,
        doc="What the choice stands for, such as a colour of a swatch or a product's id.",
    )
    sort_order: int = field(doc="Place among the choices: lower comes first.")
    is_default: bool = field(doc="Whether it is chosen at first.")

    option = one["Option"]("Option", parent=True)

    endpoint = Endpoint(
        path="v2/options/{option_id}/values",
        empty_delete=True,
        natural_key="label",
    )


class Option(Resource):
    """A choice that several products offer. `GET /v2/options`."""

    id: int = readonly()
    name: str = field(required=True, doc="What the control panel calls it; unique in the store.")
    display_name: str = field(doc="What the shopper sees it called.")
    type: OptionKind = field(
        required=True,
        open=True,
        doc="How the shopper chooses: `S` list, `RB` buttons, `RT` rectangles, `CS` swatch, `P` and `PI` products; or enters it: `C` checkbox, `D` date, `F` file, `N` number, `T` and `MT` text.",
    )

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
    label: str = field(doc="What the shopper chooses.")
    value: str = field(doc="What the choice stands for.")
    sort_order: int = field(doc="Place among the choices: lower comes first.")


class OptionSetOption(Resource):
    """An option in a set. `GET /v2/option_sets/{option_set_id}/options`."""

    id: int = readonly()
    option_id: int = field(required=True)
    option_set_id: int = readonly()
    display_name: str = field(doc="What the shopper sees it called.")
    sort_order: int = field(doc="Place in the set: lower comes first.")
    is_required: bool = field(
        required=True, doc="Whether it must be chosen before a product can be bought."
    )
    values: list[SetValue] | None = field(doc="The choices; of an option that has them.")

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
