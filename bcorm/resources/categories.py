"""Categories by the catalog's older endpoint (`catalog/categories_catalog.v3.yml`).

It serves the store's default tree and is marked deprecated; `category_trees` has the newer one,
which serves every tree but has no address for a single category.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, resend
from bcorm.resources.actions import Upload, file_part, operation
from bcorm.resources.metafields import FILTERS, IDS, Metafield, metafields

ProductSort = Literal[
    "use_store_settings",
    "featured",
    "newest",
    "best_selling",
    "alpha_asc",
    "alpha_desc",
    "avg_customer_review",
    "price_asc",
    "price_desc",
]

if TYPE_CHECKING:
    from bcorm.resources.products import Product  # noqa: F401 - the text in a relation


class CategoryMetafield(Metafield):
    """A metafield of a category. `GET /v3/catalog/categories/{category_id}/metafields`."""

    endpoint = metafields(
        "v3/catalog/categories/{resource_id}/metafields",
        "v3/catalog/categories/metafields",
        filters={**FILTERS, "id": IDS},
    )


class CategoryProductSortOrder(Resource):
    """The place of a product in its category. `GET .../categories/{id}/products/sort-order`."""

    product_id: int = readonly()
    sort_order: int = field(
        minimum=0,
        doc="The product's place in the category: lower comes first; None where it has none of its own.",
    )

    endpoint = Endpoint(
        path="v3/catalog/categories/{category_id}/products/sort-order",
        key="product_id",
        verbs=("list",),
        update_batch=Batch(
            250, path="v3/catalog/categories/{category_id}/products/sort-order", single=True
        ),
    )


class CategoryUrl(Struct):
    """Where a category is found on the storefront."""

    url: str = field(max_length=255, doc="The path below the storefront's address.")
    is_customized: bool = field(
        doc="Whether the path was changed from the one that the store made."
    )


class Category(Resource):
    """A category of the default tree. `GET /v3/catalog/categories`."""

    id: int = readonly()
    parent_id: int = field(
        required=True,
        none=0,
        doc="The category above it; 0 for one at the top.",
        instead="0 for one at the top, or parent=category",
    )
    name: str = field(
        required=True, max_length=50, doc="Unique among the categories below the same parent."
    )
    description: str = field(doc="The text of its page, in HTML.")
    views: int = field(doc="How often its page was seen.")
    sort_order: int = field(
        minimum=-2_147_483_648,
        maximum=2_147_483_647,
        doc="Place among its siblings: lower comes first.",
    )
    page_title: str = field(max_length=255, doc="The title of its page; its name if empty.")
    meta_keywords: list[str] = field(doc="Keywords of its page, for search engines.")
    meta_description: str = field(
        max_length=65_535, doc="The description of its page, for search engines."
    )
    layout_file: str = field(max_length=500, doc="The theme's layout file of its page.")
    image_url: str = field(doc="The address of its picture.")
    is_visible: bool = field(doc="Whether shoppers can see it.")
    search_keywords: str = field(
        max_length=255, doc="Other words by which the store's search finds it, separated by commas."
    )
    default_product_sort: ProductSort = field(
        doc="How its products are sorted until a shopper chooses."
    )
    custom_url: CategoryUrl = field(doc="Its path on the storefront.")

    parent = one["Category"]("Category", via="parent_id")
    children = many["Category"]("Category", by="parent_id")
    metafields = many(CategoryMetafield)
    products = many["Product"]("products.Product", by="categories")
    product_sort_orders = many(CategoryProductSortOrder)

    endpoint = Endpoint(
        path="v3/catalog/categories",
        keyset=True,
        selects=True,
        delete_batch=250,
        filters={
            "id": IDS,
            "name": "exact icontains",
            "parent_id": "exact in gte lte gt lt",
            "page_title": "exact icontains",
            "keyword": Filter("exact", type=str),
            "is_visible": "exact",
        },
        sort="name id parent_id sort_order",
        sort_style="plain",
        natural_key="name parent_id",
        put_rules=(
            resend(
                "name",
                "parent_id",
                source="categories_catalog.v3.yml, PUT /catalog/categories/{category_id}",
                reason="the body's schema requires both",
            ),
            resend(
                "image_url",
                source="github.com/bigcommerce/api issue 85",
                reason="a PUT without the image has been seen to remove it",
            ),
        ),
    )

    @operation("POST /v3/catalog/categories/{category_id}/image")
    def upload_image(self, image: Upload, filename: str | None = None) -> str:
        """Give the category a picture of at most 8 MB. Returns the picture's address.

        Args:
            image: a path, a file opened with mode "rb", or its bytes.
            filename: its name, whose ending says the format; by default that of the file.
        """
        answer = self._call("POST", "image", files={"image_file": file_part(image, filename)})
        return str(answer.data["image_url"])

    @operation("DELETE /v3/catalog/categories/{category_id}/image")
    def delete_image(self) -> None:
        """Take the category's picture away."""
        self._call("DELETE", "image")
