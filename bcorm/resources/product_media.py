"""Images and videos of a product (`catalog/products_catalog.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, field, one, readonly
from bcorm.query.endpoint import Endpoint
from bcorm.query.parameters import wire_text
from bcorm.resources.actions import Upload, file_part, make, operation

if TYPE_CHECKING:
    from bcorm.resources.products import Product


class ProductImage(Resource):
    """A picture of a product. `GET /v3/catalog/products/{product_id}/images`.

    Give `image_url` to have the API fetch a picture; `product.images.upload(path)` sends a file.
    """

    id: int = readonly()
    product_id: int = readonly()
    image_url: str = field(
        max_length=255,
        instead="product.images.upload(path) sends a file instead",
        doc="Where the store fetches the picture from when it is saved.",
    )
    image_file: str = readonly(
        instead="product.images.upload(path) sends a file, replace() another one, and image_url "
        "names one for the API to fetch",
        doc="Where the store keeps the original; `upload()` sends one, `image_url` has one fetched.",
    )
    is_thumbnail: bool = field(doc="Whether it stands for the product in lists.")
    sort_order: int = field(
        minimum=-2_147_483_648,
        maximum=2_147_483_647,
        doc="Place among the product's pictures: lower comes first.",
    )
    description: str = field(doc="The text for those who do not see the picture.")
    url_zoom: str = readonly(doc="The address of the largest size, at most 1280 by 1280 pixels.")
    url_standard: str = readonly(doc="The address of the size of the product's page.")
    url_thumbnail: str = readonly(doc="The address of the size of lists and side panels.")
    url_tiny: str = readonly(doc="The address of the size below the main picture.")
    date_modified: datetime = readonly()

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/images",
        needs="image_url",
        selects=True,
        may_be_empty=True,
    )

    def _copied(self) -> dict[str, Any] | None:
        where = self.image_url or self.url_zoom or self.url_standard
        return {**(super()._copied() or {}), "image_url": where} if where else None

    @classmethod
    @operation("POST /v3/catalog/products/{product_id}/images")
    def upload(
        cls, product: Product, image: Upload, filename: str | None = None, **values: Any
    ) -> ProductImage:
        """Add a picture of at most 8 MB to a saved product, and return it.

        `product.images.upload("mug.png", is_thumbnail=True)` is the shorter way to say it.

        Args:
            product: the product.
            image: a path, a file opened with mode "rb", or its bytes.
            filename: its name, whose ending says the format; by default that of the file.
            values: further fields of the image: `description`, `is_thumbnail`, `sort_order`.

        Raises:
            FieldError: a keyword is no field; the nearest right name is suggested.
            FileNotFoundError: there is no file at the path; nothing was sent.
            InvalidValue: a value does not fit its field; nothing was sent.
            TypeError: `image` is no file, or bytes without a name.
        """
        if not hasattr(product, "images"):
            raise TypeError(f"upload() takes a product first, not {product!r:.100}")
        said = cls(**values)
        files: dict[str, Any] = {"image_file": file_part(image, filename)}
        files |= {name: wire_text(getattr(said, name)) for name in values}
        row = product._call("POST", "images", files=files).data  # noqa: SLF001 - as in actions
        return make(cls, row, {"product_id": product.id}, product.session)

    @operation("PUT /v3/catalog/products/{product_id}/images/{image_id}")
    def replace(self, image: Upload, filename: str | None = None) -> None:
        """Replace the picture itself, and take over what the API then says of it.

        Args:
            image: a path, a file opened with mode "rb", or its bytes.
            filename: its name, whose ending says the format; by default that of the file.
        """
        self._absorb(self._call("PUT", files={"image_file": file_part(image, filename)}).data)


class ProductVideo(Resource):
    """A film about a product. `GET /v3/catalog/products/{product_id}/videos`."""

    id: int = readonly()
    product_id: int = readonly()
    title: str = field(max_length=255, doc="If empty, what the host calls it.")
    description: str = field(doc="If empty, what the host says of it.")
    sort_order: int = field(
        minimum=-2_147_483_648,
        maximum=2_147_483_647,
        doc="Place among the product's videos: lower comes first.",
    )
    type: Literal["youtube"] = field(doc="The host.")
    video_id: str = field(
        create_only=True,
        max_length=25,
        doc="Its id at the host, such as the `v=` of a YouTube address.",
    )
    length: str = readonly(doc="How long it is, as the host tells.")

    product = one["Product"]("products.Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/videos",
        needs="video_id",
        selects=True,
        natural_key="video_id",
    )
