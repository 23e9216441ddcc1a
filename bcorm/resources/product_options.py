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

    default_value: str = field()
    checked_by_default: bool = field()
    checkbox_label: str = field()
    date_limited: bool = field()
    date_limit_mode: Literal["earliest", "range", "latest"] = field()
    date_earliest_value: datetime | None = field()
    date_latest_value: datetime | None = field()
    file_types_mode: Literal["specific", "all"] = field()
    file_types_supported: list[str] = field()
    file_types_other: list[str] = field()
    file_max_size: int = field()
    text_characters_limited: bool = field()
    text_min_length: int = field()
    text_max_length: int = field()
    text_lines_limited: bool = field()
    text_max_lines: int = field()
    number_limited: bool = field()
    number_limit_mode: Literal["lowest", "highest", "range"] = field()
    number_lowest_value: Decimal = field()
    number_highest_value: Decimal = field()
    number_integers_only: bool = field()
    product_list_adjusts_inventory: bool = field()
    product_list_adjusts_pricing: bool = field()
    product_list_shipping_calc: Literal["none", "weight", "package"] = field()


class ProductOptionValue(Resource):
    """A choice of an option. `GET .../products/{product_id}/options/{option_id}/values`."""

    id: int = readonly()
    label: str = field(required=True)
    sort_order: int = field(
        required=True, ordinal=True, minimum=-2_147_483_648, maximum=2_147_483_647
    )
    is_default: bool = field()
    value_data: dict[str, Any] | None = field()

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
    name: str = readonly()
    display_name: str = field(max_length=255)
    type: OptionType = field()
    config: OptionConfig = field()
    sort_order: int = field()
    image_url: str = field()

    option_values = many(ProductOptionValue, include="option_values", nested="option_values")
    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/options",
        selects=True,
        natural_key="display_name",
    )


class PurchasingDisabled(Struct):
    """Whether choosing a modifier's value prevents the purchase."""

    status: bool = field()
    message: str = field()


class Adjusters(Struct):
    """What choosing a modifier's value changes."""

    price: Adjuster | None = field()
    weight: Adjuster | None = field()
    image_url: str = field()
    purchasing_disabled: PurchasingDisabled = field()


class ProductModifierValue(Resource):
    """A choice of a modifier. `GET .../products/{product_id}/modifiers/{modifier_id}/values`."""

    id: int = readonly()
    option_id: int = readonly()
    label: str = field(required=True)
    sort_order: int = field(
        required=True, ordinal=True, minimum=-2_147_483_648, maximum=2_147_483_647
    )
    is_default: bool = field()
    value_data: dict[str, Any] | None = field()
    adjusters: Adjusters = field()

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
    name: str = readonly()
    display_name: str = field(required=True)
    type: ModifierType = field(required=True)
    required: bool = field(required=True)
    sort_order: int = field()
    config: OptionConfig = field()

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
