"""Variants: what is bought (`catalog/product-variants_catalog.v3.yml`)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Batch, Endpoint
from bcorm.resources.actions import Upload, file_part, operation
from bcorm.resources.metafields import Metafield, metafields
from bcorm.resources.stock import Stocked

if TYPE_CHECKING:
    from bcorm.resources.products import Product  # noqa: F401 - the text in one["Product"]


class VariantMetafield(Metafield):
    """A metafield of a variant. `GET .../variants/{variant_id}/metafields`."""

    endpoint = metafields(
        "v3/catalog/products/{product_id}/variants/{resource_id}/metafields",
        "v3/catalog/variants/metafields",
    )


class VariantOptionValue(Struct):
    """One of the choices that make a variant; ids or display texts name it."""

    id: int | None = field(doc="The option's value.")
    label: str = field(max_length=255, doc="The value's text, such as `Beige`.")
    option_id: int | None = field()
    option_display_name: str = field(
        max_length=255, doc="What the shopper sees the option called, such as `Color`."
    )


class ProductVariant(Stocked, Resource):
    """A buyable form of a product. `GET /v3/catalog/products/{product_id}/variants`.

    A price or a weight of None is the product's own. `ProductVariant.objects` without a product
    reads `GET /v3/catalog/variants`.
    """

    id: int = readonly()
    product_id: int = readonly()
    sku: str = field(max_length=255, doc="The stock keeping unit; unique in the store.")
    sku_id: int | None = readonly(doc="The id of the SKU in V2; None for the base variant.")
    price: Decimal | None = field(
        minimum=0, doc="A price of its own, in the store's currency; None takes the product's."
    )
    calculated_price: Decimal = readonly(
        doc="What the storefront shows, in the store's currency, without price lists."
    )
    sale_price: Decimal | None = field(
        minimum=0, doc="A sale price of its own, in the store's currency."
    )
    retail_price: Decimal | None = field(
        minimum=0, doc="A price that is shown struck through, in the store's currency."
    )
    map_price: Decimal | None = field(
        minimum=0, doc="A minimum advertised price of its own, in the store's currency."
    )
    cost_price: Decimal | None = field(
        minimum=0, doc="What it costs the merchant, in the store's currency."
    )
    weight: Decimal | None = field(
        minimum=0,
        doc="A weight of its own, in the store's unit of weight; None takes the product's.",
    )
    calculated_weight: Decimal | None = readonly(
        doc="Its weight, or the product's with what its options add, in the store's unit of weight."
    )
    width: Decimal | None = field(
        minimum=0, doc="A width of its own, in the store's unit of length."
    )
    height: Decimal | None = field(
        minimum=0, doc="A height of its own, in the store's unit of length."
    )
    depth: Decimal | None = field(
        minimum=0, doc="A depth of its own, in the store's unit of length."
    )
    is_free_shipping: bool = field(doc="Whether shipping it costs nothing.")
    fixed_cost_shipping_price: Decimal | None = field(
        minimum=0,
        doc="What shipping it always costs, in the store's currency; None lets the methods say.",
    )
    purchasing_disabled: bool = field(doc="Whether it cannot be bought.")
    purchasing_disabled_message: str = field(
        max_length=255, doc="What shoppers are told when it cannot be bought."
    )
    image_url: str = field(
        doc="Its own picture: GIF, JPEG or PNG of at most 8 MB; an address that is assigned is fetched."
    )
    upc: str | None = field(
        max_length=14, doc="The Universal Product Code, for feeds and other channels."
    )
    mpn: str | None = field(doc="The manufacturer's part number.")
    gtin: str | None = field(max_length=14, doc="The Global Trade Item Number.")
    inventory_level: int | None = field(
        maximum=2_147_483_647, doc="Units in stock, if stock is tracked by variant."
    )
    inventory_warning_level: int | None = field(
        maximum=2_147_483_647, doc="At this level the merchant is warned."
    )
    bin_picking_number: str | None = field(max_length=255, doc="Where it lies in the warehouse.")
    option_values: list[VariantOptionValue] = field(
        create_only=True, doc="The choices that make the variant."
    )

    metafields = many(VariantMetafield)
    product = one["Product"]("products.Product", parent=True)

    uncopied = frozenset({"sku", "image_url", "inventory_level"})

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/variants",
        selects=True,
        update_batch=Batch(
            50,
            path="v3/catalog/variants",
            without=("sku", "mpn", "gtin", "image_url"),
        ),
        everywhere=Endpoint(
            path="v3/catalog/variants",
            selects=True,
            filters={"id": "exact", "sku": "exact", "upc": "exact", "product_id": "in"},
        ),
        natural_key="sku",
        # A product's POST makes the options that its variants name, so that options of one's own
        # making would be there already: product-variants_catalog.v3.yml has variants come last.
        after="v3/catalog/products/{product_id}/options",
    )

    def _copied(self) -> dict[str, Any] | None:
        if not self.option_values:
            return None  # the one that every product has
        named = [
            {"label": one.label, "option_display_name": one.option_display_name}
            for one in self.option_values
        ]
        return {**(super()._copied() or {}), "option_values": named}

    @operation("POST /v3/catalog/products/{product_id}/variants/{variant_id}/image")
    def upload_image(self, image: Upload, filename: str | None = None) -> str:
        """Give the variant a picture of at most 8 MB. Returns the picture's address.

        Setting `image_url` has the API fetch one instead.

        Args:
            image: a path, a file opened with mode "rb", or its bytes.
            filename: its name, whose ending says the format; by default that of the file.
        """
        answer = self._call("POST", "image", files={"image_file": file_part(image, filename)})
        return str(answer.data["image_url"])
