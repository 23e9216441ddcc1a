"""Images and videos of a product (`catalog/products_catalog.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from bcorm.model import Resource, field, one, readonly
from bcorm.query.endpoint import Endpoint
from bcorm.resources.actions import make, operation

if TYPE_CHECKING:
    from bcorm.resources.products import Product


class ProductImage(Resource):
    """A picture of a product. `GET /v3/catalog/products/{product_id}/images`.

    Give `image_url` to have the API fetch a picture.
    """

    id: int = readonly()
    product_id: int = readonly()
    image_url: str = field(max_length=255)
    image_file: str = field()
    is_thumbnail: bool = field()
    sort_order: int = field(minimum=-2_147_483_648, maximum=2_147_483_647)
    description: str = field()
    url_zoom: str = readonly()
    url_standard: str = readonly()
    url_thumbnail: str = readonly()
    url_tiny: str = readonly()
    date_modified: datetime = readonly()

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/images",
        selects=True,
        may_be_empty=True,
    )

    @classmethod
    @operation("POST /v3/catalog/products/{product_id}/images")
    def upload(cls, product: Product, image: bytes, filename: str) -> ProductImage:
        """Add a picture of at most 8 MB to a saved product, and return it.

        Args:
            product: the product.
            image: the file's bytes.
            filename: its name; the ending says the format.
        """
        files = {"image_file": (filename, image)}
        row = product._call("POST", "images", files=files).data  # noqa: SLF001 - as in actions
        return make(cls, row, {"product_id": product.id}, product.session)

    @operation("PUT /v3/catalog/products/{product_id}/images/{image_id}")
    def replace(self, image: bytes, filename: str) -> None:
        """Replace the picture itself, and take over what the API then says of it.

        Args:
            image: the file's bytes.
            filename: its name; the ending says the format.
        """
        self._absorb(self._call("PUT", files={"image_file": (filename, image)}).data)


class ProductVideo(Resource):
    """A film about a product. `GET /v3/catalog/products/{product_id}/videos`."""

    id: int = readonly()
    product_id: int = readonly()
    title: str = field(max_length=255)
    description: str = field()
    sort_order: int = field(minimum=-2_147_483_648, maximum=2_147_483_647)
    type: Literal["youtube"] = field()
    video_id: str = field(create_only=True, max_length=25)
    length: str = readonly()

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/videos",
        selects=True,
        natural_key="video_id",
    )
