"""What a shopper chooses: options, which make variants, and modifiers, which do not.

`catalog/product-variant-options_catalog.v3.yml`, `catalog/product-modifiers_catalog.v3.yml`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Endpoint, resend
from bcorm.resources.actions import Upload, file_part, operation
from bcorm.resources.product_rules import Adjuster

if TYPE_CHECKING:
    from bcorm.resources.products import Product  # noqa: F401 - the text in one["Product"]

OptionType = Literal[
    "radio_buttons",
    "rectangles",
    "dropdown",
    "product_list",
    "product_list_with_images",
    "swatch",
]
ModifierType = Literal[
    "date",
    "checkbox",
    "file",
    "text",
    "multi_line_text",
    "numbers_only_text",
    "radio_buttons",
    "rectangles",
    "dropdown",
    "product_list",
    "product_list_with_images",
    "swatch",
]


def _value_put(spec: str) -> Any:
    return resend(
        "label",
        "sort_order",
        source=f"{spec}, PUT .../values/{{value_id}}",
        reason="the body's schema requires both",
    )


class OptionConfig(Struct):
    """Settings of an option or a modifier; which apply depends on its type."""

    default_value: str = field(doc="What the input holds at first; of a date, in ISO 8601.")
    checked_by_default: bool = field(doc="Of a checkbox: whether it is checked at first.")
    checkbox_label: str = field(doc="Of a checkbox: the text beside it.")
    date_limited: bool = field(doc="Of a date: whether there is an earliest or a latest one.")
    date_limit_mode: Literal["earliest", "range", "latest"] = field(
        doc="Of a date: which of the two limits there are."
    )
    date_earliest_value: datetime | None = field(
        doc="Of a date: the earliest that a shopper can enter."
    )
    date_latest_value: datetime | None = field(
        doc="Of a date: the latest that a shopper can enter."
    )
    file_types_mode: Literal["specific", "all"] = field(
        doc="Of a file: whether any kind is taken, or only the listed ones."
    )
    file_types_supported: list[str] = field(
        doc="Of a file: the groups that are taken: `images`, `documents`, `other`."
    )
    file_types_other: list[str] = field(
        doc="Of a file: endings that are taken besides, such as `pdf`."
    )
    file_max_size: int = field(
        doc="Of a file: how large it may be; the server's own limit holds as well."
    )
    text_characters_limited: bool = field(doc="Of a text: whether its length is checked.")
    text_min_length: int = field(doc="Of a text: the fewest characters.")
    text_max_length: int = field(doc="Of a text: the most characters.")
    text_lines_limited: bool = field(
        doc="Of a text of several lines: whether their number is checked."
    )
    text_max_lines: int = field(doc="Of a text of several lines: the most lines.")
    number_limited: bool = field(doc="Of a number: whether there is a lowest or a highest one.")
    number_limit_mode: Literal["lowest", "highest", "range"] = field(
        doc="Of a number: which of the two limits there are."
    )
    number_lowest_value: Decimal = field(doc="Of a number: the lowest that a shopper can enter.")
    number_highest_value: Decimal = field(doc="Of a number: the highest that a shopper can enter.")
    number_integers_only: bool = field(doc="Of a number: whether it has to be whole.")
    product_list_adjusts_inventory: bool = field(
        doc="Of a list of products: whether the stock of what is chosen goes down."
    )
    product_list_adjusts_pricing: bool = field(
        doc="Of a list of products: whether the price of what is chosen is added."
    )
    product_list_shipping_calc: Literal["none", "weight", "package"] = field(
        doc="Of a list of products: what shipping counts of the chosen one: its weight, or its size too."
    )


class ProductOptionValue(Resource):
    """A choice of an option. `GET .../products/{product_id}/options/{option_id}/values`."""

    id: int = readonly()
    label: str = field(required=True, doc="The text that the shopper chooses.")
    sort_order: int = field(
        required=True,
        ordinal=True,
        minimum=-2_147_483_648,
        maximum=2_147_483_647,
        doc="Place among the choices: lower comes first.",
    )
    is_default: bool = field(doc="Whether it is chosen at first; swatches have no default.")
    value_data: dict[str, Any] | None = field(
        doc="What goes with the type: up to three `colors`, an `image_url`, or a `product_id`."
    )

    option = one["ProductOption"]("ProductOption", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/options/{option_id}/values",
        selects=True,
        natural_key="label",
        put_rules=(_value_put("product-variant-options_catalog.v3.yml"),),
    )


class ProductOption(Resource):
    """Something that tells variants apart. `GET /v3/catalog/products/{product_id}/options`."""

    id: int = readonly()
    product_id: int = readonly()
    name: str = readonly(
        doc="A name that the store makes of the display name, a moment and the product's id."
    )
    display_name: str = field(max_length=255, doc="What the shopper sees it called.")
    type: OptionType = field(
        doc="How the shopper chooses: by buttons, a list, products, or swatches."
    )
    config: OptionConfig = field(doc="What goes with its type: limits, defaults, file kinds.")
    sort_order: int = field(doc="Place among the options: lower comes first.")
    image_url: str = field()

    option_values = many(ProductOptionValue, include="option_values", nested="option_values")
    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/options",
        needs="display_name type",
        selects=True,
        natural_key="display_name",
    )


class PurchasingDisabled(Struct):
    """Whether choosing a modifier's value prevents the purchase."""

    status: bool = field(doc="Whether the choice cannot be bought.")
    message: str = field(doc="What the shopper is told of that.")


class Adjusters(Struct):
    """What choosing a modifier's value changes."""

    price: Adjuster | None = field(doc="What the choice does to the price.")
    weight: Adjuster | None = field(doc="What the choice does to the weight.")
    image_url: str = field(doc="The picture that is shown while it is chosen; at most 8 MB.")
    purchasing_disabled: PurchasingDisabled = field(doc="Whether the choice cannot be bought.")


class ProductModifierValue(Resource):
    """A choice of a modifier. `GET .../products/{product_id}/modifiers/{modifier_id}/values`."""

    id: int = readonly()
    option_id: int = readonly()
    label: str = field(required=True, doc="The text that the shopper chooses.")
    sort_order: int = field(
        required=True,
        ordinal=True,
        minimum=-2_147_483_648,
        maximum=2_147_483_647,
        doc="Place among the choices: lower comes first.",
    )
    is_default: bool = field(doc="Whether it is chosen at first; swatches have no default.")
    value_data: dict[str, Any] | None = field(
        doc="What goes with the type: up to three `colors`, an `image_url`, a `product_id`, or `checked_value`."
    )
    adjusters: Adjusters = field(
        doc="What the choice does to price, weight, picture, and whether it can be bought."
    )

    modifier = one["ProductModifier"]("ProductModifier", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/modifiers/{modifier_id}/values",
        selects=True,
        natural_key="label",
        put_rules=(_value_put("product-modifiers_catalog.v3.yml"),),
    )

    @operation(
        "POST /v3/catalog/products/{product_id}/modifiers/{modifier_id}/values/{value_id}/image"
    )
    def upload_image(self, image: Upload, filename: str | None = None) -> str:
        """Show a picture of at most 8 MB where this is chosen. Returns the picture's address.

        Args:
            image: a path, a file opened with mode "rb", or its bytes.
            filename: its name, whose ending says the format; by default that of the file.
        """
        answer = self._call("POST", "image", files={"image_file": file_part(image, filename)})
        return str(answer.data["image_url"])


class ProductModifier(Resource):
    """A choice that makes no variants. `GET /v3/catalog/products/{product_id}/modifiers`."""

    id: int = readonly()
    product_id: int = readonly()
    name: str = readonly(
        doc="A name that the store makes of the display name, a moment and the product's id."
    )
    display_name: str = field(required=True, doc="What the shopper sees it called.")
    type: ModifierType = field(required=True, doc="How the shopper chooses or enters it.")
    required: bool = field(
        required=True, doc="Whether it must be chosen before the product can be bought."
    )
    sort_order: int = field(doc="Place among the modifiers: lower comes first.")
    config: OptionConfig = field(doc="What goes with its type: limits, defaults, file kinds.")

    option_values = many(ProductModifierValue, include="option_values", nested="option_values")
    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/modifiers",
        selects=True,
        natural_key="display_name",
        put_rules=(
            resend(
                "type",
                "required",
                source="product-modifiers_catalog.v3.yml, PUT .../modifiers/{modifier_id}",
                reason="the body's schema requires both",
            ),
        ),
    )
