"""Brands of the catalog (`catalog/brands_catalog.v3.yml`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.exceptions import QueryError
from bcorm.model import Resource, Struct, field, many, readonly
from bcorm.query.endpoint import Endpoint, resend
from bcorm.resources.actions import Upload, file_part, operation, send
from bcorm.resources.metafields import IDS, Metafield, metafields

if TYPE_CHECKING:
    from bcorm.model.unit_of_work import UnitOfWork
    from bcorm.resources.products import Product  # noqa: F401 - the text in a relation


class BrandMetafield(Metafield):
    """A metafield of a brand. `GET /v3/catalog/brands/{brand_id}/metafields`."""

    endpoint = metafields(
        "v3/catalog/brands/{resource_id}/metafields",
        "v3/catalog/brands/metafields",
        filters={"id": IDS, "key": "exact", "namespace": "exact"},
    )


class BrandUrl(Struct):
    """Where a brand is found on the storefront."""

    url: str = field(
        max_length=1024,
        doc="The path below the storefront's address: letters, digits, `.`, `-`, `_` and `/`.",
    )
    is_customized: bool = field(
        doc="Whether the path was changed from the one that the store made."
    )


class Brand(Resource):
    """Who makes a product. `GET /v3/catalog/brands`."""

    id: int = readonly()
    name: str = field(required=True, max_length=255, doc="Unique in the store.")
    page_title: str = field(max_length=255, doc="The title of its page; its name if empty.")
    meta_keywords: list[str] = field(doc="Keywords of its page, for search engines.")
    meta_description: str = field(
        max_length=65_535, doc="The description of its page, for search engines."
    )
    search_keywords: str = field(
        max_length=65_535,
        doc="Other words by which the store's search finds it, separated by commas.",
    )
    image_url: str = field(
        doc="The address of its picture; an address that is assigned is fetched by the store."
    )
    custom_url: BrandUrl = field(doc="Its path on the storefront.")

    metafields = many(BrandMetafield)
    products = many["Product"]("products.Product", by="brand_id")

    endpoint = Endpoint(
        path="v3/catalog/brands",
        keyset=True,
        selects=True,
        filters={
            "id": IDS,
            "name": "exact icontains",
            "page_title": "exact",
        },
        sort="name",
        natural_key="name",
        put_rules=(
            resend(
                "name",
                source="brands_catalog.v3.yml, PUT /catalog/brands/{brand_id}",
                reason="the body's schema requires the name",
            ),
        ),
    )

    @operation("POST /v3/catalog/brands/{brand_id}/image")
    def upload_image(self, image: Upload, filename: str | None = None) -> str:
        """Give the brand a picture of at most 8 MB. Returns the picture's address.

        Args:
            image: a path, a file opened with mode "rb", or its bytes.
            filename: its name, whose ending says the format; by default that of the file.
        """
        answer = self._call("POST", "image", files={"image_file": file_part(image, filename)})
        return str(answer.data["image_url"])

    @operation("DELETE /v3/catalog/brands/{brand_id}/image")
    def delete_image(self) -> None:
        """Take the brand's picture away."""
        self._call("DELETE", "image")

    @classmethod
    @operation("DELETE /v3/catalog/brands")
    def delete_matching(
        cls,
        *,
        name: str | None = None,
        page_title: str | None = None,
        session: UnitOfWork | None = None,
    ) -> None:
        """Delete the brands with that name or page title in one request.

        Args:
            name: delete the brands of this name.
            page_title: delete the brands of this page title.
            session: the session to send through; by default the current one.

        Raises:
            QueryError: neither was given, which would delete every brand.
        """
        wanted = {"name": name, "page_title": page_title}
        params = {key: value for key, value in wanted.items() if value is not None}
        if not params:
            raise QueryError("say which brands to delete: without a filter it would be all")
        send(session, "DELETE", "v3/catalog/brands", params=params)
