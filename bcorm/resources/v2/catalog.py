"""Brands and categories as V2 has them (V2 catalog documentation, "Brands", "Categories")."""

from __future__ import annotations

from bcorm.model import Resource, field, many, one, readonly
from bcorm.query.endpoint import Endpoint


class Brand(Resource):
    """Who makes a product. `GET /v2/brands`."""

    id: int = readonly()
    name: str = field(required=True)
    page_title: str = field()
    meta_keywords: str | None = field()
    meta_description: str | None = field()
    image_file: str = field()
    search_keywords: str | None = field()

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
    parent_id: int = field()
    name: str = field(required=True)
    description: str = field()
    sort_order: int = field()
    page_title: str = field()
    meta_keywords: str | None = field()
    meta_description: str | None = field()
    layout_file: str = field()
    parent_category_list: list[int] = readonly()
    image_file: str = field()
    is_visible: bool = field()
    search_keywords: str | None = field()
    url: str = field()

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
