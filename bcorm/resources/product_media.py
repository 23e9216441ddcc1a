"""Images and videos of a product (`catalog/products_catalog.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from bcorm.model import Manager, Resource, field, one, readonly
from bcorm.resources import _lookups as lookups

if TYPE_CHECKING:
    from bcorm.resources.products import Product  # noqa: F401 - the text in one["Product"]


class ProductImage(
    Resource,
    path="v3/catalog/products/{product_id}/images",
    selects=True,
):
    """A picture of a product. `GET /v3/catalog/products/{product_id}/images`.

    Give `image_url` to have the API fetch a picture.
    """

    objects = Manager(lookups.product_image)

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


class ProductVideo(
    Resource,
    path="v3/catalog/products/{product_id}/videos",
    selects=True,
    natural_key="video_id",
    version_field=None,
):
    """A film about a product. `GET /v3/catalog/products/{product_id}/videos`."""

    objects = Manager(lookups.product_video)

    id: int = readonly()
    product_id: int = readonly()
    title: str = field(max_length=255)
    description: str = field()
    sort_order: int = field(minimum=-2_147_483_648, maximum=2_147_483_647)
    type: Literal["youtube"] = field()
    video_id: str = field(create_only=True, max_length=25)
    length: str = readonly()

    product = one["Product"]("products.Product", parent=True)
