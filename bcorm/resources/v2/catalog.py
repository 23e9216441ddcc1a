"""Brands and categories as V2 has them (V2 catalog documentation, "Brands", "Categories")."""

from __future__ import annotations

from bcorm.model import Resource, field, many, one, readonly
from bcorm.query.endpoint import Endpoint


class Brand(Resource):
    """Who makes a product. `GET /v2/brands`."""

    id: int = readonly()
    name: str = field(required=True, doc="Unique in the store.")
    page_title: str = field(doc="The title of its page; its name if empty.")
    meta_keywords: str | None = field(doc="Keywords of its page, for search engines.")
    meta_description: str | None = field(doc="The description of its page, for search engines.")
    image_file: str = field(doc="The path of its picture.")
    search_keywords: str | None = field(
        doc="Other words by which the store's search finds it, separated by commas."
    )

    endpoint = Endpoint(
        path="v2/brands",
        keyset=True,
        count_path="v2/brands/count",
        count_filters=False,
        empty_delete=True,
        filters={"name": "exact", "id": "gte lte"},
        natural_key="name",
    )


class Category(Resource):
    """A category. `GET /v2/categories`."""

    id: int = readonly()
    parent_id: int = field(doc="The category above it; 0 for one at the top.")
    name: str = field(required=True, doc="Unique among the categories below the same parent.")
    description: str = field(doc="The text of its page, in HTML.")
    sort_order: int = field(doc="Place among its siblings: lower comes first.")
    page_title: str = field(doc="The title of its page; its name if empty.")
    meta_keywords: str | None = field(doc="Keywords of its page, for search engines.")
    meta_description: str | None = field(doc="The description of its page, for search engines.")
    layout_file: str = field(doc="The theme's layout file of its page.")
    parent_category_list: list[int] = readonly(
        doc="Ids of the categories above it, the highest first, and its own."
    )
    image_file: str = field(doc="The path of its picture.")
    is_visible: bool = field(doc="Whether shoppers can see it.")
    search_keywords: str | None = field(
        doc="Other words by which the store's search finds it, separated by commas."
    )
    url: str = field(doc="Its path on the storefront.")

    parent = one["Category"]("Category", via="parent_id")
    children = many["Category"]("Category", by="parent_id")

    endpoint = Endpoint(
        path="v2/categories",
        keyset=True,
        count_path="v2/categories/count",
        count_filters=False,
        empty_delete=True,
        filters={
            "parent_id": "exact",
            "name": "exact",
            "is_visible": "exact",
            "id": "gte lte",
        },
        natural_key="name parent_id",
    )
