"""Category trees, one per storefront, and their categories.

`catalog/category-trees_catalog.v3.yml`. Nothing here has an address of its own: rows are read by
filters and written in batches.
"""

from __future__ import annotations

from typing import Any

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, answered
from bcorm.resources.categories import ProductSort


class TreeCategoryUrl(Struct):
    """Where a category is found on its storefront."""

    path: str = field(max_length=255, doc="The path below the storefront's address.")
    is_customized: bool = field(
        doc="Whether the path was changed from the one that the store made."
    )


class TreeCategory(Resource):
    """A category of any tree. `GET /v3/catalog/trees/categories`."""

    category_id: int = readonly()
    category_uuid: str = readonly(doc="Another identifier, that the store makes.")
    tree_id: int = field(required=True)
    parent_id: int = field(
        required=True,
        none=0,
        doc="The category above; 0 at the top of the tree.",
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
        doc="Place in menus and lists: lower comes first.",
    )
    page_title: str = field(doc="The title of its page; its name if empty.")
    meta_keywords: list[str] = field(
        doc="Keywords of its page, for search engines; the store's if empty."
    )
    meta_description: str = field(
        max_length=65_535,
        doc="The description of its page, for search engines; the store's if empty.",
    )
    layout_file: str = field(
        max_length=50, doc="The layout file of its page, with a Blueprint theme."
    )
    image_url: str = field(
        doc="The address of its picture; an address that is assigned is fetched by the store."
    )
    is_visible: bool = field(doc="Whether shoppers see it.")
    search_keywords: str = field(
        max_length=255, doc="Other words by which the store's search finds it, separated by commas."
    )
    default_product_sort: ProductSort = field(doc="How its page sorts the products at first.")
    url: TreeCategoryUrl = field(doc="Its path on the storefront.")

    tree = one["CategoryTree"]("CategoryTree", via="tree_id")
    parent = one["TreeCategory"]("TreeCategory", via="parent_id")
    children = many["TreeCategory"]("TreeCategory", by="parent_id")

    endpoint = Endpoint(
        path="v3/catalog/trees/categories",
        key="category_id",
        verbs=("list",),
        create_batch=Batch(50, single=True),
        update_batch=Batch(50, single=True),
        delete_batch=Batch(50, param="category_id:in", single=True),
        selects=True,
        filters={
            "category_uuid": "in not_in",
            "category_id": "in not_in",
            "tree_id": "in not_in",
            "parent_id": "in not_in",
            "page_title": "exact icontains",
            "name": "exact icontains",
            "keyword": Filter("exact", type=str),
            "is_visible": "exact",
        },
        natural_key="name parent_id tree_id",
        answers=(
            answered(
                "receipt",
                "update_batch delete_batch",
                source="category-trees_catalog.v3.yml: counts in meta",
            ),
        ),
    )


class TreeNode(Resource):
    """A category with those below it. `GET /v3/catalog/trees/{tree_id}/categories`."""

    id: int = readonly()
    parent_id: int = readonly(doc="The category above; 0 at the top of the tree.")
    depth: int = readonly(doc="How many categories are above it; 0 at the top.")
    path: list[int] = readonly(doc="Ids of the categories above it, the highest first.")
    name: str = readonly()
    is_visible: bool = readonly(doc="Whether shoppers see it.")
    url: str = readonly(doc="Its path on the storefront.")
    children: list[dict[str, Any]] = readonly(doc="The nodes below it.")

    endpoint = Endpoint(
        path="v3/catalog/trees/{tree_id}/categories",
        verbs=("list",),
        paging="none",
        filters={"depth": "exact"},
    )


class CategoryTree(Resource):
    """The categories of a storefront. `GET /v3/catalog/trees`."""

    id: int = readonly()
    name: str = field(max_length=255)
    channels: list[int] = field(
        create_only=True, doc="Ids of the channels that show it; a channel has one tree."
    )

    categories = many(TreeCategory, by="tree_id")
    nodes = many(TreeNode)

    endpoint = Endpoint(
        path="v3/catalog/trees",
        needs="name",
        verbs=("list",),
        create_batch=Batch(50, method="PUT", single=True, adds=True),
        update_batch=Batch(50, single=True),
        delete_batch=Batch(50, single=True),
        paging="none",
        filters={"id": "in", "channel_id": Filter("in", type=int)},
        natural_key="name",
    )
