# The lookups of every resource. Written by `python -m tools.lookups`; not to be edited.
# fmt: off

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, TypedDict

from typing_extensions import Unpack

from bcorm.model import Resource

class BrandLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_keywords: str
    meta_keywords__in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    custom_url__url: str | None
    custom_url__url__ne: str | None
    custom_url__url__in: Iterable[str]
    custom_url__url__not_in: Iterable[str]
    custom_url__url__contains: str
    custom_url__url__icontains: str
    custom_url__url__iexact: str
    custom_url__url__startswith: str
    custom_url__url__istartswith: str
    custom_url__url__endswith: str
    custom_url__url__iendswith: str
    custom_url__url__regex: str
    custom_url__url__isnull: bool
    custom_url__is_customized: bool | None
    custom_url__is_customized__isnull: bool
    custom_url__isnull: bool

def brand(**lookups: Unpack[BrandLookups]) -> None: ...

class MetafieldLookups(TypedDict, total=False):
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    key: str | None
    key__ne: str | None
    key__in: Iterable[str]
    key__not_in: Iterable[str]
    key__contains: str
    key__icontains: str
    key__iexact: str
    key__startswith: str
    key__istartswith: str
    key__endswith: str
    key__iendswith: str
    key__regex: str
    key__isnull: bool
    value: str | None
    value__ne: str | None
    value__in: Iterable[str]
    value__not_in: Iterable[str]
    value__contains: str
    value__icontains: str
    value__iexact: str
    value__startswith: str
    value__istartswith: str
    value__endswith: str
    value__iendswith: str
    value__regex: str
    value__isnull: bool
    namespace: str | None
    namespace__ne: str | None
    namespace__in: Iterable[str]
    namespace__not_in: Iterable[str]
    namespace__contains: str
    namespace__icontains: str
    namespace__iexact: str
    namespace__startswith: str
    namespace__istartswith: str
    namespace__endswith: str
    namespace__iendswith: str
    namespace__regex: str
    namespace__isnull: bool
    permission_set: Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"] | None
    permission_set__ne: Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"] | None
    permission_set__in: Iterable[Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"]]
    permission_set__not_in: Iterable[Literal["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"]]
    permission_set__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    resource_type: Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"] | None
    resource_type__ne: Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"] | None
    resource_type__in: Iterable[Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"]]
    resource_type__not_in: Iterable[Literal["brand", "product", "variant", "category", "cart", "channel", "location", "order", "customer"]]
    resource_type__isnull: bool
    resource_id: int | None
    resource_id__ne: int | None
    resource_id__in: Iterable[int]
    resource_id__not_in: Iterable[int]
    resource_id__gt: int
    resource_id__gte: int
    resource_id__lt: int
    resource_id__lte: int
    resource_id__range: tuple[int, int]
    resource_id__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool
    owner_client_id: str | None
    owner_client_id__ne: str | None
    owner_client_id__in: Iterable[str]
    owner_client_id__not_in: Iterable[str]
    owner_client_id__contains: str
    owner_client_id__icontains: str
    owner_client_id__iexact: str
    owner_client_id__startswith: str
    owner_client_id__istartswith: str
    owner_client_id__endswith: str
    owner_client_id__iendswith: str
    owner_client_id__regex: str
    owner_client_id__isnull: bool

class BrandMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def brand_metafield(**lookups: Unpack[BrandMetafieldLookups]) -> None: ...

class CategoryLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    parent: Resource | int | str | None
    parent__in: Iterable[Resource | int | str]
    keyword: str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    parent_id: int | None
    parent_id__ne: int | None
    parent_id__in: Iterable[int]
    parent_id__not_in: Iterable[int]
    parent_id__gt: int
    parent_id__gte: int
    parent_id__lt: int
    parent_id__lte: int
    parent_id__range: tuple[int, int]
    parent_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    views: int | None
    views__ne: int | None
    views__in: Iterable[int]
    views__not_in: Iterable[int]
    views__gt: int
    views__gte: int
    views__lt: int
    views__lte: int
    views__range: tuple[int, int]
    views__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_keywords: str
    meta_keywords__in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    layout_file: str | None
    layout_file__ne: str | None
    layout_file__in: Iterable[str]
    layout_file__not_in: Iterable[str]
    layout_file__contains: str
    layout_file__icontains: str
    layout_file__iexact: str
    layout_file__startswith: str
    layout_file__istartswith: str
    layout_file__endswith: str
    layout_file__iendswith: str
    layout_file__regex: str
    layout_file__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    default_product_sort: Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"] | None
    default_product_sort__ne: Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"] | None
    default_product_sort__in: Iterable[Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"]]
    default_product_sort__not_in: Iterable[Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"]]
    default_product_sort__isnull: bool
    custom_url__url: str | None
    custom_url__url__ne: str | None
    custom_url__url__in: Iterable[str]
    custom_url__url__not_in: Iterable[str]
    custom_url__url__contains: str
    custom_url__url__icontains: str
    custom_url__url__iexact: str
    custom_url__url__startswith: str
    custom_url__url__istartswith: str
    custom_url__url__endswith: str
    custom_url__url__iendswith: str
    custom_url__url__regex: str
    custom_url__url__isnull: bool
    custom_url__is_customized: bool | None
    custom_url__is_customized__isnull: bool
    custom_url__isnull: bool

def category(**lookups: Unpack[CategoryLookups]) -> None: ...

class CategoryMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def category_metafield(**lookups: Unpack[CategoryMetafieldLookups]) -> None: ...

class CategoryProductSortOrderLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    category_id: int | str
    category_id__in: Iterable[int | str]
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool

def category_product_sort_order(**lookups: Unpack[CategoryProductSortOrderLookups]) -> None: ...

class CategoryTreeLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    channel_id: int
    channel_id__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    channels: int
    channels__in: Iterable[int]
    channels__contains: int
    channels__isnull: bool

def category_tree(**lookups: Unpack[CategoryTreeLookups]) -> None: ...

class TreeCategoryLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    tree: Resource | int | str | None
    tree__in: Iterable[Resource | int | str]
    parent: Resource | int | str | None
    parent__in: Iterable[Resource | int | str]
    keyword: str
    category_id: int | None
    category_id__ne: int | None
    category_id__in: Iterable[int]
    category_id__not_in: Iterable[int]
    category_id__gt: int
    category_id__gte: int
    category_id__lt: int
    category_id__lte: int
    category_id__range: tuple[int, int]
    category_id__isnull: bool
    category_uuid: str | None
    category_uuid__ne: str | None
    category_uuid__in: Iterable[str]
    category_uuid__not_in: Iterable[str]
    category_uuid__contains: str
    category_uuid__icontains: str
    category_uuid__iexact: str
    category_uuid__startswith: str
    category_uuid__istartswith: str
    category_uuid__endswith: str
    category_uuid__iendswith: str
    category_uuid__regex: str
    category_uuid__isnull: bool
    tree_id: int | None
    tree_id__ne: int | None
    tree_id__in: Iterable[int]
    tree_id__not_in: Iterable[int]
    tree_id__gt: int
    tree_id__gte: int
    tree_id__lt: int
    tree_id__lte: int
    tree_id__range: tuple[int, int]
    tree_id__isnull: bool
    parent_id: int | None
    parent_id__ne: int | None
    parent_id__in: Iterable[int]
    parent_id__not_in: Iterable[int]
    parent_id__gt: int
    parent_id__gte: int
    parent_id__lt: int
    parent_id__lte: int
    parent_id__range: tuple[int, int]
    parent_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    views: int | None
    views__ne: int | None
    views__in: Iterable[int]
    views__not_in: Iterable[int]
    views__gt: int
    views__gte: int
    views__lt: int
    views__lte: int
    views__range: tuple[int, int]
    views__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_keywords: str
    meta_keywords__in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    layout_file: str | None
    layout_file__ne: str | None
    layout_file__in: Iterable[str]
    layout_file__not_in: Iterable[str]
    layout_file__contains: str
    layout_file__icontains: str
    layout_file__iexact: str
    layout_file__startswith: str
    layout_file__istartswith: str
    layout_file__endswith: str
    layout_file__iendswith: str
    layout_file__regex: str
    layout_file__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    default_product_sort: Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"] | None
    default_product_sort__ne: Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"] | None
    default_product_sort__in: Iterable[Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"]]
    default_product_sort__not_in: Iterable[Literal["use_store_settings", "featured", "newest", "best_selling", "alpha_asc", "alpha_desc", "avg_customer_review", "price_asc", "price_desc"]]
    default_product_sort__isnull: bool
    url__path: str | None
    url__path__ne: str | None
    url__path__in: Iterable[str]
    url__path__not_in: Iterable[str]
    url__path__contains: str
    url__path__icontains: str
    url__path__iexact: str
    url__path__startswith: str
    url__path__istartswith: str
    url__path__endswith: str
    url__path__iendswith: str
    url__path__regex: str
    url__path__isnull: bool
    url__is_customized: bool | None
    url__is_customized__isnull: bool
    url__isnull: bool

def tree_category(**lookups: Unpack[TreeCategoryLookups]) -> None: ...

class TreeNodeLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    tree_id: int | str
    tree_id__in: Iterable[int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    parent_id: int | None
    parent_id__ne: int | None
    parent_id__in: Iterable[int]
    parent_id__not_in: Iterable[int]
    parent_id__gt: int
    parent_id__gte: int
    parent_id__lt: int
    parent_id__lte: int
    parent_id__range: tuple[int, int]
    parent_id__isnull: bool
    depth: int | None
    depth__ne: int | None
    depth__in: Iterable[int]
    depth__not_in: Iterable[int]
    depth__gt: int
    depth__gte: int
    depth__lt: int
    depth__lte: int
    depth__range: tuple[int, int]
    depth__isnull: bool
    path: int
    path__in: Iterable[int]
    path__contains: int
    path__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    url: str | None
    url__ne: str | None
    url__in: Iterable[str]
    url__not_in: Iterable[str]
    url__contains: str
    url__icontains: str
    url__iexact: str
    url__startswith: str
    url__istartswith: str
    url__endswith: str
    url__iendswith: str
    url__regex: str
    url__isnull: bool
    children__isnull: bool

def tree_node(**lookups: Unpack[TreeNodeLookups]) -> None: ...

class ChannelLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    available: bool
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["pos", "marketplace", "storefront", "marketing"] | None
    type__ne: Literal["pos", "marketplace", "storefront", "marketing"] | None
    type__in: Iterable[Literal["pos", "marketplace", "storefront", "marketing"]]
    type__not_in: Iterable[Literal["pos", "marketplace", "storefront", "marketing"]]
    type__isnull: bool
    platform: str | None
    platform__ne: str | None
    platform__in: Iterable[str]
    platform__not_in: Iterable[str]
    platform__contains: str
    platform__icontains: str
    platform__iexact: str
    platform__startswith: str
    platform__istartswith: str
    platform__endswith: str
    platform__iendswith: str
    platform__regex: str
    platform__isnull: bool
    status: Literal["active", "prelaunch", "inactive", "connected", "disconnected", "archived", "deleted", "terminated"] | None
    status__ne: Literal["active", "prelaunch", "inactive", "connected", "disconnected", "archived", "deleted", "terminated"] | None
    status__in: Iterable[Literal["active", "prelaunch", "inactive", "connected", "disconnected", "archived", "deleted", "terminated"]]
    status__not_in: Iterable[Literal["active", "prelaunch", "inactive", "connected", "disconnected", "archived", "deleted", "terminated"]]
    status__isnull: bool
    external_id: str | None
    external_id__ne: str | None
    external_id__in: Iterable[str]
    external_id__not_in: Iterable[str]
    external_id__contains: str
    external_id__icontains: str
    external_id__iexact: str
    external_id__startswith: str
    external_id__istartswith: str
    external_id__endswith: str
    external_id__iendswith: str
    external_id__regex: str
    external_id__isnull: bool
    is_listable_from_ui: bool | None
    is_listable_from_ui__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    is_enabled: bool | None
    is_enabled__isnull: bool
    icon_url: str | None
    icon_url__ne: str | None
    icon_url__in: Iterable[str]
    icon_url__not_in: Iterable[str]
    icon_url__contains: str
    icon_url__icontains: str
    icon_url__iexact: str
    icon_url__startswith: str
    icon_url__istartswith: str
    icon_url__endswith: str
    icon_url__iendswith: str
    icon_url__regex: str
    icon_url__isnull: bool
    currencies__channel_id: int | None
    currencies__channel_id__ne: int | None
    currencies__channel_id__in: Iterable[int]
    currencies__channel_id__not_in: Iterable[int]
    currencies__channel_id__gt: int
    currencies__channel_id__gte: int
    currencies__channel_id__lt: int
    currencies__channel_id__lte: int
    currencies__channel_id__range: tuple[int, int]
    currencies__channel_id__isnull: bool
    currencies__enabled_currencies: str
    currencies__enabled_currencies__in: Iterable[str]
    currencies__enabled_currencies__contains: str
    currencies__enabled_currencies__isnull: bool
    currencies__default_currency: str | None
    currencies__default_currency__ne: str | None
    currencies__default_currency__in: Iterable[str]
    currencies__default_currency__not_in: Iterable[str]
    currencies__default_currency__contains: str
    currencies__default_currency__icontains: str
    currencies__default_currency__iexact: str
    currencies__default_currency__startswith: str
    currencies__default_currency__istartswith: str
    currencies__default_currency__endswith: str
    currencies__default_currency__iendswith: str
    currencies__default_currency__regex: str
    currencies__default_currency__isnull: bool
    currencies__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def channel(**lookups: Unpack[ChannelLookups]) -> None: ...

class ChannelActiveThemeLookups(TypedDict, total=False):
    channel_id: int | str
    channel_id__in: Iterable[int | str]
    active_theme_uuid: str | None
    active_theme_uuid__ne: str | None
    active_theme_uuid__in: Iterable[str]
    active_theme_uuid__not_in: Iterable[str]
    active_theme_uuid__contains: str
    active_theme_uuid__icontains: str
    active_theme_uuid__iexact: str
    active_theme_uuid__startswith: str
    active_theme_uuid__istartswith: str
    active_theme_uuid__endswith: str
    active_theme_uuid__iendswith: str
    active_theme_uuid__regex: str
    active_theme_uuid__isnull: bool
    active_theme_configuration_uuid: str | None
    active_theme_configuration_uuid__ne: str | None
    active_theme_configuration_uuid__in: Iterable[str]
    active_theme_configuration_uuid__not_in: Iterable[str]
    active_theme_configuration_uuid__contains: str
    active_theme_configuration_uuid__icontains: str
    active_theme_configuration_uuid__iexact: str
    active_theme_configuration_uuid__startswith: str
    active_theme_configuration_uuid__istartswith: str
    active_theme_configuration_uuid__endswith: str
    active_theme_configuration_uuid__iendswith: str
    active_theme_configuration_uuid__regex: str
    active_theme_configuration_uuid__isnull: bool
    active_theme_version_uuid: str | None
    active_theme_version_uuid__ne: str | None
    active_theme_version_uuid__in: Iterable[str]
    active_theme_version_uuid__not_in: Iterable[str]
    active_theme_version_uuid__contains: str
    active_theme_version_uuid__icontains: str
    active_theme_version_uuid__iexact: str
    active_theme_version_uuid__startswith: str
    active_theme_version_uuid__istartswith: str
    active_theme_version_uuid__endswith: str
    active_theme_version_uuid__iendswith: str
    active_theme_version_uuid__regex: str
    active_theme_version_uuid__isnull: bool
    saved_theme_configuration_uuid: str | None
    saved_theme_configuration_uuid__ne: str | None
    saved_theme_configuration_uuid__in: Iterable[str]
    saved_theme_configuration_uuid__not_in: Iterable[str]
    saved_theme_configuration_uuid__contains: str
    saved_theme_configuration_uuid__icontains: str
    saved_theme_configuration_uuid__iexact: str
    saved_theme_configuration_uuid__startswith: str
    saved_theme_configuration_uuid__istartswith: str
    saved_theme_configuration_uuid__endswith: str
    saved_theme_configuration_uuid__iendswith: str
    saved_theme_configuration_uuid__regex: str
    saved_theme_configuration_uuid__isnull: bool

def channel_active_theme(**lookups: Unpack[ChannelActiveThemeLookups]) -> None: ...

class ChannelListingLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    listing_id: int | None
    listing_id__ne: int | None
    listing_id__in: Iterable[int]
    listing_id__not_in: Iterable[int]
    listing_id__gt: int
    listing_id__gte: int
    listing_id__lt: int
    listing_id__lte: int
    listing_id__range: tuple[int, int]
    listing_id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    external_id: str | None
    external_id__ne: str | None
    external_id__in: Iterable[str]
    external_id__not_in: Iterable[str]
    external_id__contains: str
    external_id__icontains: str
    external_id__iexact: str
    external_id__startswith: str
    external_id__istartswith: str
    external_id__endswith: str
    external_id__iendswith: str
    external_id__regex: str
    external_id__isnull: bool
    state: Literal["active", "disabled", "error", "pending", "pending_disable", "pending_delete", "partially_rejected", "queued", "rejected", "submitted", "deleted"] | None
    state__ne: Literal["active", "disabled", "error", "pending", "pending_disable", "pending_delete", "partially_rejected", "queued", "rejected", "submitted", "deleted"] | None
    state__in: Iterable[Literal["active", "disabled", "error", "pending", "pending_disable", "pending_delete", "partially_rejected", "queued", "rejected", "submitted", "deleted"]]
    state__not_in: Iterable[Literal["active", "disabled", "error", "pending", "pending_disable", "pending_delete", "partially_rejected", "queued", "rejected", "submitted", "deleted"]]
    state__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    variants__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def channel_listing(**lookups: Unpack[ChannelListingLookups]) -> None: ...

class ChannelMenusLookups(TypedDict, total=False):
    channel_id: int | str
    channel_id__in: Iterable[int | str]
    bigcommerce_protected_app_sections: Literal["overview", "storefront_settings", "localization", "carousel", "script_manager", "currencies", "payments", "checkout", "domains", "notifications", "social", "pages", "data_solutions"]
    bigcommerce_protected_app_sections__in: Iterable[Literal["overview", "storefront_settings", "localization", "carousel", "script_manager", "currencies", "payments", "checkout", "domains", "notifications", "social", "pages", "data_solutions"]]
    bigcommerce_protected_app_sections__contains: Literal["overview", "storefront_settings", "localization", "carousel", "script_manager", "currencies", "payments", "checkout", "domains", "notifications", "social", "pages", "data_solutions"]
    bigcommerce_protected_app_sections__isnull: bool
    custom_app_sections__isnull: bool

def channel_menus(**lookups: Unpack[ChannelMenusLookups]) -> None: ...

class ChannelMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def channel_metafield(**lookups: Unpack[ChannelMetafieldLookups]) -> None: ...

class CurrencyAssignmentLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    enabled_currencies: str
    enabled_currencies__in: Iterable[str]
    enabled_currencies__contains: str
    enabled_currencies__isnull: bool
    default_currency: str | None
    default_currency__ne: str | None
    default_currency__in: Iterable[str]
    default_currency__not_in: Iterable[str]
    default_currency__contains: str
    default_currency__icontains: str
    default_currency__iexact: str
    default_currency__startswith: str
    default_currency__istartswith: str
    default_currency__endswith: str
    default_currency__iendswith: str
    default_currency__regex: str
    default_currency__isnull: bool

def currency_assignment(**lookups: Unpack[CurrencyAssignmentLookups]) -> None: ...

class CouponLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    exclude_type: Literal["per_item_discount", "per_total_discount", "shipping_discount", "free_shipping", "percentage_discount", "promotion"]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["per_item_discount", "per_total_discount", "shipping_discount", "free_shipping", "percentage_discount", "promotion"] | None
    type__ne: Literal["per_item_discount", "per_total_discount", "shipping_discount", "free_shipping", "percentage_discount", "promotion"] | None
    type__in: Iterable[Literal["per_item_discount", "per_total_discount", "shipping_discount", "free_shipping", "percentage_discount", "promotion"]]
    type__not_in: Iterable[Literal["per_item_discount", "per_total_discount", "shipping_discount", "free_shipping", "percentage_discount", "promotion"]]
    type__isnull: bool
    amount: Decimal | int | None
    amount__ne: Decimal | int | None
    amount__in: Iterable[Decimal | int]
    amount__not_in: Iterable[Decimal | int]
    amount__gt: Decimal | int
    amount__gte: Decimal | int
    amount__lt: Decimal | int
    amount__lte: Decimal | int
    amount__range: tuple[Decimal | int, Decimal | int]
    amount__isnull: bool
    code: str | None
    code__ne: str | None
    code__in: Iterable[str]
    code__not_in: Iterable[str]
    code__contains: str
    code__icontains: str
    code__iexact: str
    code__startswith: str
    code__istartswith: str
    code__endswith: str
    code__iendswith: str
    code__regex: str
    code__isnull: bool
    applies_to__ids: int
    applies_to__ids__in: Iterable[int]
    applies_to__ids__contains: int
    applies_to__ids__isnull: bool
    applies_to__entity: Literal["categories", "products"] | None
    applies_to__entity__ne: Literal["categories", "products"] | None
    applies_to__entity__in: Iterable[Literal["categories", "products"]]
    applies_to__entity__not_in: Iterable[Literal["categories", "products"]]
    applies_to__entity__isnull: bool
    applies_to__isnull: bool
    min_purchase: Decimal | int | None
    min_purchase__ne: Decimal | int | None
    min_purchase__in: Iterable[Decimal | int]
    min_purchase__not_in: Iterable[Decimal | int]
    min_purchase__gt: Decimal | int
    min_purchase__gte: Decimal | int
    min_purchase__lt: Decimal | int
    min_purchase__lte: Decimal | int
    min_purchase__range: tuple[Decimal | int, Decimal | int]
    min_purchase__isnull: bool
    expires: datetime | None
    expires__ne: datetime | None
    expires__in: Iterable[datetime]
    expires__not_in: Iterable[datetime]
    expires__gt: datetime
    expires__gte: datetime
    expires__lt: datetime
    expires__lte: datetime
    expires__range: tuple[datetime, datetime]
    expires__isnull: bool
    enabled: bool | None
    enabled__isnull: bool
    max_uses: int | None
    max_uses__ne: int | None
    max_uses__in: Iterable[int]
    max_uses__not_in: Iterable[int]
    max_uses__gt: int
    max_uses__gte: int
    max_uses__lt: int
    max_uses__lte: int
    max_uses__range: tuple[int, int]
    max_uses__isnull: bool
    max_uses_per_customer: int | None
    max_uses_per_customer__ne: int | None
    max_uses_per_customer__in: Iterable[int]
    max_uses_per_customer__not_in: Iterable[int]
    max_uses_per_customer__gt: int
    max_uses_per_customer__gte: int
    max_uses_per_customer__lt: int
    max_uses_per_customer__lte: int
    max_uses_per_customer__range: tuple[int, int]
    max_uses_per_customer__isnull: bool
    num_uses: int | None
    num_uses__ne: int | None
    num_uses__in: Iterable[int]
    num_uses__not_in: Iterable[int]
    num_uses__gt: int
    num_uses__gte: int
    num_uses__lt: int
    num_uses__lte: int
    num_uses__range: tuple[int, int]
    num_uses__isnull: bool
    restricted_to__isnull: bool
    shipping_methods: str
    shipping_methods__in: Iterable[str]
    shipping_methods__contains: str
    shipping_methods__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool

def coupon(**lookups: Unpack[CouponLookups]) -> None: ...

class CustomerLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    name: str
    name__icontains: str
    name__in: Iterable[str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    first_name: str | None
    first_name__ne: str | None
    first_name__in: Iterable[str]
    first_name__not_in: Iterable[str]
    first_name__contains: str
    first_name__icontains: str
    first_name__iexact: str
    first_name__startswith: str
    first_name__istartswith: str
    first_name__endswith: str
    first_name__iendswith: str
    first_name__regex: str
    first_name__isnull: bool
    last_name: str | None
    last_name__ne: str | None
    last_name__in: Iterable[str]
    last_name__not_in: Iterable[str]
    last_name__contains: str
    last_name__icontains: str
    last_name__iexact: str
    last_name__startswith: str
    last_name__istartswith: str
    last_name__endswith: str
    last_name__iendswith: str
    last_name__regex: str
    last_name__isnull: bool
    company: str | None
    company__ne: str | None
    company__in: Iterable[str]
    company__not_in: Iterable[str]
    company__contains: str
    company__icontains: str
    company__iexact: str
    company__startswith: str
    company__istartswith: str
    company__endswith: str
    company__iendswith: str
    company__regex: str
    company__isnull: bool
    phone: str | None
    phone__ne: str | None
    phone__in: Iterable[str]
    phone__not_in: Iterable[str]
    phone__contains: str
    phone__icontains: str
    phone__iexact: str
    phone__startswith: str
    phone__istartswith: str
    phone__endswith: str
    phone__iendswith: str
    phone__regex: str
    phone__isnull: bool
    registration_ip_address: str | None
    registration_ip_address__ne: str | None
    registration_ip_address__in: Iterable[str]
    registration_ip_address__not_in: Iterable[str]
    registration_ip_address__contains: str
    registration_ip_address__icontains: str
    registration_ip_address__iexact: str
    registration_ip_address__startswith: str
    registration_ip_address__istartswith: str
    registration_ip_address__endswith: str
    registration_ip_address__iendswith: str
    registration_ip_address__regex: str
    registration_ip_address__isnull: bool
    notes: str | None
    notes__ne: str | None
    notes__in: Iterable[str]
    notes__not_in: Iterable[str]
    notes__contains: str
    notes__icontains: str
    notes__iexact: str
    notes__startswith: str
    notes__istartswith: str
    notes__endswith: str
    notes__iendswith: str
    notes__regex: str
    notes__isnull: bool
    tax_exempt_category: str | None
    tax_exempt_category__ne: str | None
    tax_exempt_category__in: Iterable[str]
    tax_exempt_category__not_in: Iterable[str]
    tax_exempt_category__contains: str
    tax_exempt_category__icontains: str
    tax_exempt_category__iexact: str
    tax_exempt_category__startswith: str
    tax_exempt_category__istartswith: str
    tax_exempt_category__endswith: str
    tax_exempt_category__iendswith: str
    tax_exempt_category__regex: str
    tax_exempt_category__isnull: bool
    customer_group_id: int | None
    customer_group_id__ne: int | None
    customer_group_id__in: Iterable[int]
    customer_group_id__not_in: Iterable[int]
    customer_group_id__gt: int
    customer_group_id__gte: int
    customer_group_id__lt: int
    customer_group_id__lte: int
    customer_group_id__range: tuple[int, int]
    customer_group_id__isnull: bool
    address_count: int | None
    address_count__ne: int | None
    address_count__in: Iterable[int]
    address_count__not_in: Iterable[int]
    address_count__gt: int
    address_count__gte: int
    address_count__lt: int
    address_count__lte: int
    address_count__range: tuple[int, int]
    address_count__isnull: bool
    attribute_count: int | None
    attribute_count__ne: int | None
    attribute_count__in: Iterable[int]
    attribute_count__not_in: Iterable[int]
    attribute_count__gt: int
    attribute_count__gte: int
    attribute_count__lt: int
    attribute_count__lte: int
    attribute_count__range: tuple[int, int]
    attribute_count__isnull: bool
    authentication__force_password_reset: bool | None
    authentication__force_password_reset__isnull: bool
    authentication__new_password: str | None
    authentication__new_password__ne: str | None
    authentication__new_password__in: Iterable[str]
    authentication__new_password__not_in: Iterable[str]
    authentication__new_password__contains: str
    authentication__new_password__icontains: str
    authentication__new_password__iexact: str
    authentication__new_password__startswith: str
    authentication__new_password__istartswith: str
    authentication__new_password__endswith: str
    authentication__new_password__iendswith: str
    authentication__new_password__regex: str
    authentication__new_password__isnull: bool
    authentication__isnull: bool
    accepts_product_review_abandoned_cart_emails: bool | None
    accepts_product_review_abandoned_cart_emails__isnull: bool
    trigger_account_created_notification: bool | None
    trigger_account_created_notification__isnull: bool
    origin_channel_id: int | None
    origin_channel_id__ne: int | None
    origin_channel_id__in: Iterable[int]
    origin_channel_id__not_in: Iterable[int]
    origin_channel_id__gt: int
    origin_channel_id__gte: int
    origin_channel_id__lt: int
    origin_channel_id__lte: int
    origin_channel_id__range: tuple[int, int]
    origin_channel_id__isnull: bool
    channel_ids: int
    channel_ids__in: Iterable[int]
    channel_ids__contains: int
    channel_ids__isnull: bool
    store_credit_amounts__isnull: bool
    form_fields__isnull: bool
    shopper_profile_id: str | None
    shopper_profile_id__ne: str | None
    shopper_profile_id__in: Iterable[str]
    shopper_profile_id__not_in: Iterable[str]
    shopper_profile_id__contains: str
    shopper_profile_id__icontains: str
    shopper_profile_id__iexact: str
    shopper_profile_id__startswith: str
    shopper_profile_id__istartswith: str
    shopper_profile_id__endswith: str
    shopper_profile_id__iendswith: str
    shopper_profile_id__regex: str
    shopper_profile_id__isnull: bool
    segment_ids: str
    segment_ids__in: Iterable[str]
    segment_ids__contains: str
    segment_ids__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def customer(**lookups: Unpack[CustomerLookups]) -> None: ...

class CustomerAddressLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    customer: Resource | int | str | None
    customer__in: Iterable[Resource | int | str]
    name: str
    name__in: Iterable[str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    first_name: str | None
    first_name__ne: str | None
    first_name__in: Iterable[str]
    first_name__not_in: Iterable[str]
    first_name__contains: str
    first_name__icontains: str
    first_name__iexact: str
    first_name__startswith: str
    first_name__istartswith: str
    first_name__endswith: str
    first_name__iendswith: str
    first_name__regex: str
    first_name__isnull: bool
    last_name: str | None
    last_name__ne: str | None
    last_name__in: Iterable[str]
    last_name__not_in: Iterable[str]
    last_name__contains: str
    last_name__icontains: str
    last_name__iexact: str
    last_name__startswith: str
    last_name__istartswith: str
    last_name__endswith: str
    last_name__iendswith: str
    last_name__regex: str
    last_name__isnull: bool
    company: str | None
    company__ne: str | None
    company__in: Iterable[str]
    company__not_in: Iterable[str]
    company__contains: str
    company__icontains: str
    company__iexact: str
    company__startswith: str
    company__istartswith: str
    company__endswith: str
    company__iendswith: str
    company__regex: str
    company__isnull: bool
    address1: str | None
    address1__ne: str | None
    address1__in: Iterable[str]
    address1__not_in: Iterable[str]
    address1__contains: str
    address1__icontains: str
    address1__iexact: str
    address1__startswith: str
    address1__istartswith: str
    address1__endswith: str
    address1__iendswith: str
    address1__regex: str
    address1__isnull: bool
    address2: str | None
    address2__ne: str | None
    address2__in: Iterable[str]
    address2__not_in: Iterable[str]
    address2__contains: str
    address2__icontains: str
    address2__iexact: str
    address2__startswith: str
    address2__istartswith: str
    address2__endswith: str
    address2__iendswith: str
    address2__regex: str
    address2__isnull: bool
    city: str | None
    city__ne: str | None
    city__in: Iterable[str]
    city__not_in: Iterable[str]
    city__contains: str
    city__icontains: str
    city__iexact: str
    city__startswith: str
    city__istartswith: str
    city__endswith: str
    city__iendswith: str
    city__regex: str
    city__isnull: bool
    state_or_province: str | None
    state_or_province__ne: str | None
    state_or_province__in: Iterable[str]
    state_or_province__not_in: Iterable[str]
    state_or_province__contains: str
    state_or_province__icontains: str
    state_or_province__iexact: str
    state_or_province__startswith: str
    state_or_province__istartswith: str
    state_or_province__endswith: str
    state_or_province__iendswith: str
    state_or_province__regex: str
    state_or_province__isnull: bool
    postal_code: str | None
    postal_code__ne: str | None
    postal_code__in: Iterable[str]
    postal_code__not_in: Iterable[str]
    postal_code__contains: str
    postal_code__icontains: str
    postal_code__iexact: str
    postal_code__startswith: str
    postal_code__istartswith: str
    postal_code__endswith: str
    postal_code__iendswith: str
    postal_code__regex: str
    postal_code__isnull: bool
    country_code: str | None
    country_code__ne: str | None
    country_code__in: Iterable[str]
    country_code__not_in: Iterable[str]
    country_code__contains: str
    country_code__icontains: str
    country_code__iexact: str
    country_code__startswith: str
    country_code__istartswith: str
    country_code__endswith: str
    country_code__iendswith: str
    country_code__regex: str
    country_code__isnull: bool
    country: str | None
    country__ne: str | None
    country__in: Iterable[str]
    country__not_in: Iterable[str]
    country__contains: str
    country__icontains: str
    country__iexact: str
    country__startswith: str
    country__istartswith: str
    country__endswith: str
    country__iendswith: str
    country__regex: str
    country__isnull: bool
    phone: str | None
    phone__ne: str | None
    phone__in: Iterable[str]
    phone__not_in: Iterable[str]
    phone__contains: str
    phone__icontains: str
    phone__iexact: str
    phone__startswith: str
    phone__istartswith: str
    phone__endswith: str
    phone__iendswith: str
    phone__regex: str
    phone__isnull: bool
    address_type: Literal["residential", "commercial"] | None
    address_type__ne: Literal["residential", "commercial"] | None
    address_type__in: Iterable[Literal["residential", "commercial"]]
    address_type__not_in: Iterable[Literal["residential", "commercial"]]
    address_type__isnull: bool
    form_fields__isnull: bool

def customer_address(**lookups: Unpack[CustomerAddressLookups]) -> None: ...

class CustomerAttributeLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["string", "number", "date"] | None
    type__ne: Literal["string", "number", "date"] | None
    type__in: Iterable[Literal["string", "number", "date"]]
    type__not_in: Iterable[Literal["string", "number", "date"]]
    type__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def customer_attribute(**lookups: Unpack[CustomerAttributeLookups]) -> None: ...

class CustomerAttributeValueLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    attribute: Resource | int | str | None
    attribute__in: Iterable[Resource | int | str]
    customer: Resource | int | str | None
    customer__in: Iterable[Resource | int | str]
    name: str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    attribute_id: int | None
    attribute_id__ne: int | None
    attribute_id__in: Iterable[int]
    attribute_id__not_in: Iterable[int]
    attribute_id__gt: int
    attribute_id__gte: int
    attribute_id__lt: int
    attribute_id__lte: int
    attribute_id__range: tuple[int, int]
    attribute_id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    value: str | None
    value__ne: str | None
    value__in: Iterable[str]
    value__not_in: Iterable[str]
    value__contains: str
    value__icontains: str
    value__iexact: str
    value__startswith: str
    value__istartswith: str
    value__endswith: str
    value__iendswith: str
    value__regex: str
    value__isnull: bool
    attribute_value: str | None
    attribute_value__ne: str | None
    attribute_value__in: Iterable[str]
    attribute_value__not_in: Iterable[str]
    attribute_value__contains: str
    attribute_value__icontains: str
    attribute_value__iexact: str
    attribute_value__startswith: str
    attribute_value__istartswith: str
    attribute_value__endswith: str
    attribute_value__iendswith: str
    attribute_value__regex: str
    attribute_value__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def customer_attribute_value(**lookups: Unpack[CustomerAttributeValueLookups]) -> None: ...

class CustomerFormFieldValueLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    field_name: str
    field_type: Literal["customer", "customer_address"]
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    value: Any | None
    value__ne: Any | None
    value__in: Iterable[Any]
    value__not_in: Iterable[Any]
    value__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    address_id: int | None
    address_id__ne: int | None
    address_id__in: Iterable[int]
    address_id__not_in: Iterable[int]
    address_id__gt: int
    address_id__gte: int
    address_id__lt: int
    address_id__lte: int
    address_id__range: tuple[int, int]
    address_id__isnull: bool

def customer_form_field_value(**lookups: Unpack[CustomerFormFieldValueLookups]) -> None: ...

class CustomerMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def customer_metafield(**lookups: Unpack[CustomerMetafieldLookups]) -> None: ...

class OrderConsignmentsLookups(TypedDict, total=False):
    order_id: int | str
    order_id__in: Iterable[int | str]
    pickups__isnull: bool
    shipping__isnull: bool
    downloads__isnull: bool
    email__gift_certificates__isnull: bool
    email__isnull: bool

def order_consignments(**lookups: Unpack[OrderConsignmentsLookups]) -> None: ...

class OrderProductLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    variant_id: int | None
    variant_id__ne: int | None
    variant_id__in: Iterable[int]
    variant_id__not_in: Iterable[int]
    variant_id__gt: int
    variant_id__gte: int
    variant_id__lt: int
    variant_id__lte: int
    variant_id__range: tuple[int, int]
    variant_id__isnull: bool
    order_pickup_method_id: int | None
    order_pickup_method_id__ne: int | None
    order_pickup_method_id__in: Iterable[int]
    order_pickup_method_id__not_in: Iterable[int]
    order_pickup_method_id__gt: int
    order_pickup_method_id__gte: int
    order_pickup_method_id__lt: int
    order_pickup_method_id__lte: int
    order_pickup_method_id__range: tuple[int, int]
    order_pickup_method_id__isnull: bool
    order_address_id: int | None
    order_address_id__ne: int | None
    order_address_id__in: Iterable[int]
    order_address_id__not_in: Iterable[int]
    order_address_id__gt: int
    order_address_id__gte: int
    order_address_id__lt: int
    order_address_id__lte: int
    order_address_id__range: tuple[int, int]
    order_address_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    name_customer: str | None
    name_customer__ne: str | None
    name_customer__in: Iterable[str]
    name_customer__not_in: Iterable[str]
    name_customer__contains: str
    name_customer__icontains: str
    name_customer__iexact: str
    name_customer__startswith: str
    name_customer__istartswith: str
    name_customer__endswith: str
    name_customer__iendswith: str
    name_customer__regex: str
    name_customer__isnull: bool
    name_merchant: str | None
    name_merchant__ne: str | None
    name_merchant__in: Iterable[str]
    name_merchant__not_in: Iterable[str]
    name_merchant__contains: str
    name_merchant__icontains: str
    name_merchant__iexact: str
    name_merchant__startswith: str
    name_merchant__istartswith: str
    name_merchant__endswith: str
    name_merchant__iendswith: str
    name_merchant__regex: str
    name_merchant__isnull: bool
    sku: str | None
    sku__ne: str | None
    sku__in: Iterable[str]
    sku__not_in: Iterable[str]
    sku__contains: str
    sku__icontains: str
    sku__iexact: str
    sku__startswith: str
    sku__istartswith: str
    sku__endswith: str
    sku__iendswith: str
    sku__regex: str
    sku__isnull: bool
    upc: str | None
    upc__ne: str | None
    upc__in: Iterable[str]
    upc__not_in: Iterable[str]
    upc__contains: str
    upc__icontains: str
    upc__iexact: str
    upc__startswith: str
    upc__istartswith: str
    upc__endswith: str
    upc__iendswith: str
    upc__regex: str
    upc__isnull: bool
    type: Literal["physical", "digital", "giftcertificate"] | None
    type__ne: Literal["physical", "digital", "giftcertificate"] | None
    type__in: Iterable[Literal["physical", "digital", "giftcertificate"]]
    type__not_in: Iterable[Literal["physical", "digital", "giftcertificate"]]
    type__isnull: bool
    quantity: int | None
    quantity__ne: int | None
    quantity__in: Iterable[int]
    quantity__not_in: Iterable[int]
    quantity__gt: int
    quantity__gte: int
    quantity__lt: int
    quantity__lte: int
    quantity__range: tuple[int, int]
    quantity__isnull: bool
    price_ex_tax: Decimal | int | None
    price_ex_tax__ne: Decimal | int | None
    price_ex_tax__in: Iterable[Decimal | int]
    price_ex_tax__not_in: Iterable[Decimal | int]
    price_ex_tax__gt: Decimal | int
    price_ex_tax__gte: Decimal | int
    price_ex_tax__lt: Decimal | int
    price_ex_tax__lte: Decimal | int
    price_ex_tax__range: tuple[Decimal | int, Decimal | int]
    price_ex_tax__isnull: bool
    price_inc_tax: Decimal | int | None
    price_inc_tax__ne: Decimal | int | None
    price_inc_tax__in: Iterable[Decimal | int]
    price_inc_tax__not_in: Iterable[Decimal | int]
    price_inc_tax__gt: Decimal | int
    price_inc_tax__gte: Decimal | int
    price_inc_tax__lt: Decimal | int
    price_inc_tax__lte: Decimal | int
    price_inc_tax__range: tuple[Decimal | int, Decimal | int]
    price_inc_tax__isnull: bool
    price_tax: Decimal | int | None
    price_tax__ne: Decimal | int | None
    price_tax__in: Iterable[Decimal | int]
    price_tax__not_in: Iterable[Decimal | int]
    price_tax__gt: Decimal | int
    price_tax__gte: Decimal | int
    price_tax__lt: Decimal | int
    price_tax__lte: Decimal | int
    price_tax__range: tuple[Decimal | int, Decimal | int]
    price_tax__isnull: bool
    base_price: Decimal | int | None
    base_price__ne: Decimal | int | None
    base_price__in: Iterable[Decimal | int]
    base_price__not_in: Iterable[Decimal | int]
    base_price__gt: Decimal | int
    base_price__gte: Decimal | int
    base_price__lt: Decimal | int
    base_price__lte: Decimal | int
    base_price__range: tuple[Decimal | int, Decimal | int]
    base_price__isnull: bool
    base_total: Decimal | int | None
    base_total__ne: Decimal | int | None
    base_total__in: Iterable[Decimal | int]
    base_total__not_in: Iterable[Decimal | int]
    base_total__gt: Decimal | int
    base_total__gte: Decimal | int
    base_total__lt: Decimal | int
    base_total__lte: Decimal | int
    base_total__range: tuple[Decimal | int, Decimal | int]
    base_total__isnull: bool
    total_ex_tax: Decimal | int | None
    total_ex_tax__ne: Decimal | int | None
    total_ex_tax__in: Iterable[Decimal | int]
    total_ex_tax__not_in: Iterable[Decimal | int]
    total_ex_tax__gt: Decimal | int
    total_ex_tax__gte: Decimal | int
    total_ex_tax__lt: Decimal | int
    total_ex_tax__lte: Decimal | int
    total_ex_tax__range: tuple[Decimal | int, Decimal | int]
    total_ex_tax__isnull: bool
    total_inc_tax: Decimal | int | None
    total_inc_tax__ne: Decimal | int | None
    total_inc_tax__in: Iterable[Decimal | int]
    total_inc_tax__not_in: Iterable[Decimal | int]
    total_inc_tax__gt: Decimal | int
    total_inc_tax__gte: Decimal | int
    total_inc_tax__lt: Decimal | int
    total_inc_tax__lte: Decimal | int
    total_inc_tax__range: tuple[Decimal | int, Decimal | int]
    total_inc_tax__isnull: bool
    total_tax: Decimal | int | None
    total_tax__ne: Decimal | int | None
    total_tax__in: Iterable[Decimal | int]
    total_tax__not_in: Iterable[Decimal | int]
    total_tax__gt: Decimal | int
    total_tax__gte: Decimal | int
    total_tax__lt: Decimal | int
    total_tax__lte: Decimal | int
    total_tax__range: tuple[Decimal | int, Decimal | int]
    total_tax__isnull: bool
    discounted_total_inc_tax: Decimal | int | None
    discounted_total_inc_tax__ne: Decimal | int | None
    discounted_total_inc_tax__in: Iterable[Decimal | int]
    discounted_total_inc_tax__not_in: Iterable[Decimal | int]
    discounted_total_inc_tax__gt: Decimal | int
    discounted_total_inc_tax__gte: Decimal | int
    discounted_total_inc_tax__lt: Decimal | int
    discounted_total_inc_tax__lte: Decimal | int
    discounted_total_inc_tax__range: tuple[Decimal | int, Decimal | int]
    discounted_total_inc_tax__isnull: bool
    base_cost_price: Decimal | int | None
    base_cost_price__ne: Decimal | int | None
    base_cost_price__in: Iterable[Decimal | int]
    base_cost_price__not_in: Iterable[Decimal | int]
    base_cost_price__gt: Decimal | int
    base_cost_price__gte: Decimal | int
    base_cost_price__lt: Decimal | int
    base_cost_price__lte: Decimal | int
    base_cost_price__range: tuple[Decimal | int, Decimal | int]
    base_cost_price__isnull: bool
    cost_price_ex_tax: Decimal | int | None
    cost_price_ex_tax__ne: Decimal | int | None
    cost_price_ex_tax__in: Iterable[Decimal | int]
    cost_price_ex_tax__not_in: Iterable[Decimal | int]
    cost_price_ex_tax__gt: Decimal | int
    cost_price_ex_tax__gte: Decimal | int
    cost_price_ex_tax__lt: Decimal | int
    cost_price_ex_tax__lte: Decimal | int
    cost_price_ex_tax__range: tuple[Decimal | int, Decimal | int]
    cost_price_ex_tax__isnull: bool
    cost_price_inc_tax: Decimal | int | None
    cost_price_inc_tax__ne: Decimal | int | None
    cost_price_inc_tax__in: Iterable[Decimal | int]
    cost_price_inc_tax__not_in: Iterable[Decimal | int]
    cost_price_inc_tax__gt: Decimal | int
    cost_price_inc_tax__gte: Decimal | int
    cost_price_inc_tax__lt: Decimal | int
    cost_price_inc_tax__lte: Decimal | int
    cost_price_inc_tax__range: tuple[Decimal | int, Decimal | int]
    cost_price_inc_tax__isnull: bool
    cost_price_tax: Decimal | int | None
    cost_price_tax__ne: Decimal | int | None
    cost_price_tax__in: Iterable[Decimal | int]
    cost_price_tax__not_in: Iterable[Decimal | int]
    cost_price_tax__gt: Decimal | int
    cost_price_tax__gte: Decimal | int
    cost_price_tax__lt: Decimal | int
    cost_price_tax__lte: Decimal | int
    cost_price_tax__range: tuple[Decimal | int, Decimal | int]
    cost_price_tax__isnull: bool
    weight: Decimal | int | None
    weight__ne: Decimal | int | None
    weight__in: Iterable[Decimal | int]
    weight__not_in: Iterable[Decimal | int]
    weight__gt: Decimal | int
    weight__gte: Decimal | int
    weight__lt: Decimal | int
    weight__lte: Decimal | int
    weight__range: tuple[Decimal | int, Decimal | int]
    weight__isnull: bool
    width: Decimal | int | None
    width__ne: Decimal | int | None
    width__in: Iterable[Decimal | int]
    width__not_in: Iterable[Decimal | int]
    width__gt: Decimal | int
    width__gte: Decimal | int
    width__lt: Decimal | int
    width__lte: Decimal | int
    width__range: tuple[Decimal | int, Decimal | int]
    width__isnull: bool
    height: Decimal | int | None
    height__ne: Decimal | int | None
    height__in: Iterable[Decimal | int]
    height__not_in: Iterable[Decimal | int]
    height__gt: Decimal | int
    height__gte: Decimal | int
    height__lt: Decimal | int
    height__lte: Decimal | int
    height__range: tuple[Decimal | int, Decimal | int]
    height__isnull: bool
    depth: Decimal | int | None
    depth__ne: Decimal | int | None
    depth__in: Iterable[Decimal | int]
    depth__not_in: Iterable[Decimal | int]
    depth__gt: Decimal | int
    depth__gte: Decimal | int
    depth__lt: Decimal | int
    depth__lte: Decimal | int
    depth__range: tuple[Decimal | int, Decimal | int]
    depth__isnull: bool
    fixed_shipping_cost: Decimal | int | None
    fixed_shipping_cost__ne: Decimal | int | None
    fixed_shipping_cost__in: Iterable[Decimal | int]
    fixed_shipping_cost__not_in: Iterable[Decimal | int]
    fixed_shipping_cost__gt: Decimal | int
    fixed_shipping_cost__gte: Decimal | int
    fixed_shipping_cost__lt: Decimal | int
    fixed_shipping_cost__lte: Decimal | int
    fixed_shipping_cost__range: tuple[Decimal | int, Decimal | int]
    fixed_shipping_cost__isnull: bool
    is_refunded: bool | None
    is_refunded__isnull: bool
    quantity_refunded: int | None
    quantity_refunded__ne: int | None
    quantity_refunded__in: Iterable[int]
    quantity_refunded__not_in: Iterable[int]
    quantity_refunded__gt: int
    quantity_refunded__gte: int
    quantity_refunded__lt: int
    quantity_refunded__lte: int
    quantity_refunded__range: tuple[int, int]
    quantity_refunded__isnull: bool
    refund_amount: Decimal | int | None
    refund_amount__ne: Decimal | int | None
    refund_amount__in: Iterable[Decimal | int]
    refund_amount__not_in: Iterable[Decimal | int]
    refund_amount__gt: Decimal | int
    refund_amount__gte: Decimal | int
    refund_amount__lt: Decimal | int
    refund_amount__lte: Decimal | int
    refund_amount__range: tuple[Decimal | int, Decimal | int]
    refund_amount__isnull: bool
    return_id: int | None
    return_id__ne: int | None
    return_id__in: Iterable[int]
    return_id__not_in: Iterable[int]
    return_id__gt: int
    return_id__gte: int
    return_id__lt: int
    return_id__lte: int
    return_id__range: tuple[int, int]
    return_id__isnull: bool
    quantity_shipped: int | None
    quantity_shipped__ne: int | None
    quantity_shipped__in: Iterable[int]
    quantity_shipped__not_in: Iterable[int]
    quantity_shipped__gt: int
    quantity_shipped__gte: int
    quantity_shipped__lt: int
    quantity_shipped__lte: int
    quantity_shipped__range: tuple[int, int]
    quantity_shipped__isnull: bool
    wrapping_id: int | None
    wrapping_id__ne: int | None
    wrapping_id__in: Iterable[int]
    wrapping_id__not_in: Iterable[int]
    wrapping_id__gt: int
    wrapping_id__gte: int
    wrapping_id__lt: int
    wrapping_id__lte: int
    wrapping_id__range: tuple[int, int]
    wrapping_id__isnull: bool
    wrapping_name: str | None
    wrapping_name__ne: str | None
    wrapping_name__in: Iterable[str]
    wrapping_name__not_in: Iterable[str]
    wrapping_name__contains: str
    wrapping_name__icontains: str
    wrapping_name__iexact: str
    wrapping_name__startswith: str
    wrapping_name__istartswith: str
    wrapping_name__endswith: str
    wrapping_name__iendswith: str
    wrapping_name__regex: str
    wrapping_name__isnull: bool
    wrapping_message: str | None
    wrapping_message__ne: str | None
    wrapping_message__in: Iterable[str]
    wrapping_message__not_in: Iterable[str]
    wrapping_message__contains: str
    wrapping_message__icontains: str
    wrapping_message__iexact: str
    wrapping_message__startswith: str
    wrapping_message__istartswith: str
    wrapping_message__endswith: str
    wrapping_message__iendswith: str
    wrapping_message__regex: str
    wrapping_message__isnull: bool
    base_wrapping_cost: Decimal | int | None
    base_wrapping_cost__ne: Decimal | int | None
    base_wrapping_cost__in: Iterable[Decimal | int]
    base_wrapping_cost__not_in: Iterable[Decimal | int]
    base_wrapping_cost__gt: Decimal | int
    base_wrapping_cost__gte: Decimal | int
    base_wrapping_cost__lt: Decimal | int
    base_wrapping_cost__lte: Decimal | int
    base_wrapping_cost__range: tuple[Decimal | int, Decimal | int]
    base_wrapping_cost__isnull: bool
    wrapping_cost_ex_tax: Decimal | int | None
    wrapping_cost_ex_tax__ne: Decimal | int | None
    wrapping_cost_ex_tax__in: Iterable[Decimal | int]
    wrapping_cost_ex_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_ex_tax__gt: Decimal | int
    wrapping_cost_ex_tax__gte: Decimal | int
    wrapping_cost_ex_tax__lt: Decimal | int
    wrapping_cost_ex_tax__lte: Decimal | int
    wrapping_cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_ex_tax__isnull: bool
    wrapping_cost_inc_tax: Decimal | int | None
    wrapping_cost_inc_tax__ne: Decimal | int | None
    wrapping_cost_inc_tax__in: Iterable[Decimal | int]
    wrapping_cost_inc_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_inc_tax__gt: Decimal | int
    wrapping_cost_inc_tax__gte: Decimal | int
    wrapping_cost_inc_tax__lt: Decimal | int
    wrapping_cost_inc_tax__lte: Decimal | int
    wrapping_cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_inc_tax__isnull: bool
    wrapping_cost_tax: Decimal | int | None
    wrapping_cost_tax__ne: Decimal | int | None
    wrapping_cost_tax__in: Iterable[Decimal | int]
    wrapping_cost_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_tax__gt: Decimal | int
    wrapping_cost_tax__gte: Decimal | int
    wrapping_cost_tax__lt: Decimal | int
    wrapping_cost_tax__lte: Decimal | int
    wrapping_cost_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_tax__isnull: bool
    event_name: str | None
    event_name__ne: str | None
    event_name__in: Iterable[str]
    event_name__not_in: Iterable[str]
    event_name__contains: str
    event_name__icontains: str
    event_name__iexact: str
    event_name__startswith: str
    event_name__istartswith: str
    event_name__endswith: str
    event_name__iendswith: str
    event_name__regex: str
    event_name__isnull: bool
    event_date: date | None
    event_date__ne: date | None
    event_date__in: Iterable[date]
    event_date__not_in: Iterable[date]
    event_date__gt: date
    event_date__gte: date
    event_date__lt: date
    event_date__lte: date
    event_date__range: tuple[date, date]
    event_date__isnull: bool
    ebay_item_id: str | None
    ebay_item_id__ne: str | None
    ebay_item_id__in: Iterable[str]
    ebay_item_id__not_in: Iterable[str]
    ebay_item_id__contains: str
    ebay_item_id__icontains: str
    ebay_item_id__iexact: str
    ebay_item_id__startswith: str
    ebay_item_id__istartswith: str
    ebay_item_id__endswith: str
    ebay_item_id__iendswith: str
    ebay_item_id__regex: str
    ebay_item_id__isnull: bool
    ebay_transaction_id: str | None
    ebay_transaction_id__ne: str | None
    ebay_transaction_id__in: Iterable[str]
    ebay_transaction_id__not_in: Iterable[str]
    ebay_transaction_id__contains: str
    ebay_transaction_id__icontains: str
    ebay_transaction_id__iexact: str
    ebay_transaction_id__startswith: str
    ebay_transaction_id__istartswith: str
    ebay_transaction_id__endswith: str
    ebay_transaction_id__iendswith: str
    ebay_transaction_id__regex: str
    ebay_transaction_id__isnull: bool
    external_id: str | None
    external_id__ne: str | None
    external_id__in: Iterable[str]
    external_id__not_in: Iterable[str]
    external_id__contains: str
    external_id__icontains: str
    external_id__iexact: str
    external_id__startswith: str
    external_id__istartswith: str
    external_id__endswith: str
    external_id__iendswith: str
    external_id__regex: str
    external_id__isnull: bool
    option_set_id: int | None
    option_set_id__ne: int | None
    option_set_id__in: Iterable[int]
    option_set_id__not_in: Iterable[int]
    option_set_id__gt: int
    option_set_id__gte: int
    option_set_id__lt: int
    option_set_id__lte: int
    option_set_id__range: tuple[int, int]
    option_set_id__isnull: bool
    parent_order_product_id: int | None
    parent_order_product_id__ne: int | None
    parent_order_product_id__in: Iterable[int]
    parent_order_product_id__not_in: Iterable[int]
    parent_order_product_id__gt: int
    parent_order_product_id__gte: int
    parent_order_product_id__lt: int
    parent_order_product_id__lte: int
    parent_order_product_id__range: tuple[int, int]
    parent_order_product_id__isnull: bool
    is_bundled_product: bool | None
    is_bundled_product__isnull: bool
    bin_picking_number: str | None
    bin_picking_number__ne: str | None
    bin_picking_number__in: Iterable[str]
    bin_picking_number__not_in: Iterable[str]
    bin_picking_number__contains: str
    bin_picking_number__icontains: str
    bin_picking_number__iexact: str
    bin_picking_number__startswith: str
    bin_picking_number__istartswith: str
    bin_picking_number__endswith: str
    bin_picking_number__iendswith: str
    bin_picking_number__regex: str
    bin_picking_number__isnull: bool
    brand: str | None
    brand__ne: str | None
    brand__in: Iterable[str]
    brand__not_in: Iterable[str]
    brand__contains: str
    brand__icontains: str
    brand__iexact: str
    brand__startswith: str
    brand__istartswith: str
    brand__endswith: str
    brand__iendswith: str
    brand__regex: str
    brand__isnull: bool
    gift_certificate_id: int | None
    gift_certificate_id__ne: int | None
    gift_certificate_id__in: Iterable[int]
    gift_certificate_id__not_in: Iterable[int]
    gift_certificate_id__gt: int
    gift_certificate_id__gte: int
    gift_certificate_id__lt: int
    gift_certificate_id__lte: int
    gift_certificate_id__range: tuple[int, int]
    gift_certificate_id__isnull: bool
    applied_discounts__isnull: bool
    product_options__isnull: bool
    configurable_fields__isnull: bool

def order_product(**lookups: Unpack[OrderProductLookups]) -> None: ...

class OrderCouponLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    coupon_id: int | None
    coupon_id__ne: int | None
    coupon_id__in: Iterable[int]
    coupon_id__not_in: Iterable[int]
    coupon_id__gt: int
    coupon_id__gte: int
    coupon_id__lt: int
    coupon_id__lte: int
    coupon_id__range: tuple[int, int]
    coupon_id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    code: str | None
    code__ne: str | None
    code__in: Iterable[str]
    code__not_in: Iterable[str]
    code__contains: str
    code__icontains: str
    code__iexact: str
    code__startswith: str
    code__istartswith: str
    code__endswith: str
    code__iendswith: str
    code__regex: str
    code__isnull: bool
    amount: Decimal | int | None
    amount__ne: Decimal | int | None
    amount__in: Iterable[Decimal | int]
    amount__not_in: Iterable[Decimal | int]
    amount__gt: Decimal | int
    amount__gte: Decimal | int
    amount__lt: Decimal | int
    amount__lte: Decimal | int
    amount__range: tuple[Decimal | int, Decimal | int]
    amount__isnull: bool
    type: Literal[0, 1, 2, 3, 4, 5] | None
    type__ne: Literal[0, 1, 2, 3, 4, 5] | None
    type__in: Iterable[Literal[0, 1, 2, 3, 4, 5]]
    type__not_in: Iterable[Literal[0, 1, 2, 3, 4, 5]]
    type__isnull: bool
    discount: Decimal | int | None
    discount__ne: Decimal | int | None
    discount__in: Iterable[Decimal | int]
    discount__not_in: Iterable[Decimal | int]
    discount__gt: Decimal | int
    discount__gte: Decimal | int
    discount__lt: Decimal | int
    discount__lte: Decimal | int
    discount__range: tuple[Decimal | int, Decimal | int]
    discount__isnull: bool

def order_coupon(**lookups: Unpack[OrderCouponLookups]) -> None: ...

class OrderMessageLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    staff_id: int | None
    staff_id__ne: int | None
    staff_id__in: Iterable[int]
    staff_id__not_in: Iterable[int]
    staff_id__gt: int
    staff_id__gte: int
    staff_id__lt: int
    staff_id__lte: int
    staff_id__range: tuple[int, int]
    staff_id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    type: str | None
    type__ne: str | None
    type__in: Iterable[str]
    type__not_in: Iterable[str]
    type__contains: str
    type__icontains: str
    type__iexact: str
    type__startswith: str
    type__istartswith: str
    type__endswith: str
    type__iendswith: str
    type__regex: str
    type__isnull: bool
    subject: str | None
    subject__ne: str | None
    subject__in: Iterable[str]
    subject__not_in: Iterable[str]
    subject__contains: str
    subject__icontains: str
    subject__iexact: str
    subject__startswith: str
    subject__istartswith: str
    subject__endswith: str
    subject__iendswith: str
    subject__regex: str
    subject__isnull: bool
    message: str | None
    message__ne: str | None
    message__in: Iterable[str]
    message__not_in: Iterable[str]
    message__contains: str
    message__icontains: str
    message__iexact: str
    message__startswith: str
    message__istartswith: str
    message__endswith: str
    message__iendswith: str
    message__regex: str
    message__isnull: bool
    status: str | None
    status__ne: str | None
    status__in: Iterable[str]
    status__not_in: Iterable[str]
    status__contains: str
    status__icontains: str
    status__iexact: str
    status__startswith: str
    status__istartswith: str
    status__endswith: str
    status__iendswith: str
    status__regex: str
    status__isnull: bool
    is_flagged: bool | None
    is_flagged__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    customer__isnull: bool

def order_message(**lookups: Unpack[OrderMessageLookups]) -> None: ...

class OrderTaxLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    details: Literal["true", "false"]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    order_address_id: int | None
    order_address_id__ne: int | None
    order_address_id__in: Iterable[int]
    order_address_id__not_in: Iterable[int]
    order_address_id__gt: int
    order_address_id__gte: int
    order_address_id__lt: int
    order_address_id__lte: int
    order_address_id__range: tuple[int, int]
    order_address_id__isnull: bool
    order_pickup_method_id: int | None
    order_pickup_method_id__ne: int | None
    order_pickup_method_id__in: Iterable[int]
    order_pickup_method_id__not_in: Iterable[int]
    order_pickup_method_id__gt: int
    order_pickup_method_id__gte: int
    order_pickup_method_id__lt: int
    order_pickup_method_id__lte: int
    order_pickup_method_id__range: tuple[int, int]
    order_pickup_method_id__isnull: bool
    order_product_id: int | None
    order_product_id__ne: int | None
    order_product_id__in: Iterable[int]
    order_product_id__not_in: Iterable[int]
    order_product_id__gt: int
    order_product_id__gte: int
    order_product_id__lt: int
    order_product_id__lte: int
    order_product_id__range: tuple[int, int]
    order_product_id__isnull: bool
    tax_rate_id: int | None
    tax_rate_id__ne: int | None
    tax_rate_id__in: Iterable[int]
    tax_rate_id__not_in: Iterable[int]
    tax_rate_id__gt: int
    tax_rate_id__gte: int
    tax_rate_id__lt: int
    tax_rate_id__lte: int
    tax_rate_id__range: tuple[int, int]
    tax_rate_id__isnull: bool
    sales_tax_id: str | None
    sales_tax_id__ne: str | None
    sales_tax_id__in: Iterable[str]
    sales_tax_id__not_in: Iterable[str]
    sales_tax_id__contains: str
    sales_tax_id__icontains: str
    sales_tax_id__iexact: str
    sales_tax_id__startswith: str
    sales_tax_id__istartswith: str
    sales_tax_id__endswith: str
    sales_tax_id__iendswith: str
    sales_tax_id__regex: str
    sales_tax_id__isnull: bool
    tax_class_id: int | None
    tax_class_id__ne: int | None
    tax_class_id__in: Iterable[int]
    tax_class_id__not_in: Iterable[int]
    tax_class_id__gt: int
    tax_class_id__gte: int
    tax_class_id__lt: int
    tax_class_id__lte: int
    tax_class_id__range: tuple[int, int]
    tax_class_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    class_: str | None
    class___ne: str | None
    class___in: Iterable[str]
    class___not_in: Iterable[str]
    class___contains: str
    class___icontains: str
    class___iexact: str
    class___startswith: str
    class___istartswith: str
    class___endswith: str
    class___iendswith: str
    class___regex: str
    class___isnull: bool
    rate: Decimal | int | None
    rate__ne: Decimal | int | None
    rate__in: Iterable[Decimal | int]
    rate__not_in: Iterable[Decimal | int]
    rate__gt: Decimal | int
    rate__gte: Decimal | int
    rate__lt: Decimal | int
    rate__lte: Decimal | int
    rate__range: tuple[Decimal | int, Decimal | int]
    rate__isnull: bool
    priority: int | None
    priority__ne: int | None
    priority__in: Iterable[int]
    priority__not_in: Iterable[int]
    priority__gt: int
    priority__gte: int
    priority__lt: int
    priority__lte: int
    priority__range: tuple[int, int]
    priority__isnull: bool
    priority_amount: Decimal | int | None
    priority_amount__ne: Decimal | int | None
    priority_amount__in: Iterable[Decimal | int]
    priority_amount__not_in: Iterable[Decimal | int]
    priority_amount__gt: Decimal | int
    priority_amount__gte: Decimal | int
    priority_amount__lt: Decimal | int
    priority_amount__lte: Decimal | int
    priority_amount__range: tuple[Decimal | int, Decimal | int]
    priority_amount__isnull: bool
    line_amount: Decimal | int | None
    line_amount__ne: Decimal | int | None
    line_amount__in: Iterable[Decimal | int]
    line_amount__not_in: Iterable[Decimal | int]
    line_amount__gt: Decimal | int
    line_amount__gte: Decimal | int
    line_amount__lt: Decimal | int
    line_amount__lte: Decimal | int
    line_amount__range: tuple[Decimal | int, Decimal | int]
    line_amount__isnull: bool
    line_item_type: Literal["item", "shipping", "handling", "gift-wrapping"] | None
    line_item_type__ne: Literal["item", "shipping", "handling", "gift-wrapping"] | None
    line_item_type__in: Iterable[Literal["item", "shipping", "handling", "gift-wrapping"]]
    line_item_type__not_in: Iterable[Literal["item", "shipping", "handling", "gift-wrapping"]]
    line_item_type__isnull: bool

def order_tax(**lookups: Unpack[OrderTaxLookups]) -> None: ...

class ShippingQuoteLookups(TypedDict, total=False):
    id: str | None
    id__ne: str | None
    id__in: Iterable[str]
    id__not_in: Iterable[str]
    id__contains: str
    id__icontains: str
    id__iexact: str
    id__startswith: str
    id__istartswith: str
    id__endswith: str
    id__iendswith: str
    id__regex: str
    id__isnull: bool
    uuid: str | None
    uuid__ne: str | None
    uuid__in: Iterable[str]
    uuid__not_in: Iterable[str]
    uuid__contains: str
    uuid__icontains: str
    uuid__iexact: str
    uuid__startswith: str
    uuid__istartswith: str
    uuid__endswith: str
    uuid__iendswith: str
    uuid__regex: str
    uuid__isnull: bool
    timestamp: datetime | None
    timestamp__ne: datetime | None
    timestamp__in: Iterable[datetime]
    timestamp__not_in: Iterable[datetime]
    timestamp__gt: datetime
    timestamp__gte: datetime
    timestamp__lt: datetime
    timestamp__lte: datetime
    timestamp__range: tuple[datetime, datetime]
    timestamp__isnull: bool
    shipping_provider_id: str | None
    shipping_provider_id__ne: str | None
    shipping_provider_id__in: Iterable[str]
    shipping_provider_id__not_in: Iterable[str]
    shipping_provider_id__contains: str
    shipping_provider_id__icontains: str
    shipping_provider_id__iexact: str
    shipping_provider_id__startswith: str
    shipping_provider_id__istartswith: str
    shipping_provider_id__endswith: str
    shipping_provider_id__iendswith: str
    shipping_provider_id__regex: str
    shipping_provider_id__isnull: bool
    shipping_provider_quote__isnull: bool
    provider_code: str | None
    provider_code__ne: str | None
    provider_code__in: Iterable[str]
    provider_code__not_in: Iterable[str]
    provider_code__contains: str
    provider_code__icontains: str
    provider_code__iexact: str
    provider_code__startswith: str
    provider_code__istartswith: str
    provider_code__endswith: str
    provider_code__iendswith: str
    provider_code__regex: str
    provider_code__isnull: bool
    carrier_code: str | None
    carrier_code__ne: str | None
    carrier_code__in: Iterable[str]
    carrier_code__not_in: Iterable[str]
    carrier_code__contains: str
    carrier_code__icontains: str
    carrier_code__iexact: str
    carrier_code__startswith: str
    carrier_code__istartswith: str
    carrier_code__endswith: str
    carrier_code__iendswith: str
    carrier_code__regex: str
    carrier_code__isnull: bool
    rate_code: str | None
    rate_code__ne: str | None
    rate_code__in: Iterable[str]
    rate_code__not_in: Iterable[str]
    rate_code__contains: str
    rate_code__icontains: str
    rate_code__iexact: str
    rate_code__startswith: str
    rate_code__istartswith: str
    rate_code__endswith: str
    rate_code__iendswith: str
    rate_code__regex: str
    rate_code__isnull: bool
    rate_id: str | None
    rate_id__ne: str | None
    rate_id__in: Iterable[str]
    rate_id__not_in: Iterable[str]
    rate_id__contains: str
    rate_id__icontains: str
    rate_id__iexact: str
    rate_id__startswith: str
    rate_id__istartswith: str
    rate_id__endswith: str
    rate_id__iendswith: str
    rate_id__regex: str
    rate_id__isnull: bool
    method_id: int | None
    method_id__ne: int | None
    method_id__in: Iterable[int]
    method_id__not_in: Iterable[int]
    method_id__gt: int
    method_id__gte: int
    method_id__lt: int
    method_id__lte: int
    method_id__range: tuple[int, int]
    method_id__isnull: bool

class ConsignmentShippingQuoteLookups(ShippingQuoteLookups, total=False):
    pk: str
    pk__in: Iterable[str]
    order_id: int | str
    order_id__in: Iterable[int | str]
    shipping_consignment_id: int | str
    shipping_consignment_id__in: Iterable[int | str]

def consignment_shipping_quote(**lookups: Unpack[ConsignmentShippingQuoteLookups]) -> None: ...

class OrderShipmentLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    order_address_id: int | None
    order_address_id__ne: int | None
    order_address_id__in: Iterable[int]
    order_address_id__not_in: Iterable[int]
    order_address_id__gt: int
    order_address_id__gte: int
    order_address_id__lt: int
    order_address_id__lte: int
    order_address_id__range: tuple[int, int]
    order_address_id__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    tracking_number: str | None
    tracking_number__ne: str | None
    tracking_number__in: Iterable[str]
    tracking_number__not_in: Iterable[str]
    tracking_number__contains: str
    tracking_number__icontains: str
    tracking_number__iexact: str
    tracking_number__startswith: str
    tracking_number__istartswith: str
    tracking_number__endswith: str
    tracking_number__iendswith: str
    tracking_number__regex: str
    tracking_number__isnull: bool
    tracking_carrier: str | None
    tracking_carrier__ne: str | None
    tracking_carrier__in: Iterable[str]
    tracking_carrier__not_in: Iterable[str]
    tracking_carrier__contains: str
    tracking_carrier__icontains: str
    tracking_carrier__iexact: str
    tracking_carrier__startswith: str
    tracking_carrier__istartswith: str
    tracking_carrier__endswith: str
    tracking_carrier__iendswith: str
    tracking_carrier__regex: str
    tracking_carrier__isnull: bool
    tracking_link: str | None
    tracking_link__ne: str | None
    tracking_link__in: Iterable[str]
    tracking_link__not_in: Iterable[str]
    tracking_link__contains: str
    tracking_link__icontains: str
    tracking_link__iexact: str
    tracking_link__startswith: str
    tracking_link__istartswith: str
    tracking_link__endswith: str
    tracking_link__iendswith: str
    tracking_link__regex: str
    tracking_link__isnull: bool
    generated_tracking_link: str | None
    generated_tracking_link__ne: str | None
    generated_tracking_link__in: Iterable[str]
    generated_tracking_link__not_in: Iterable[str]
    generated_tracking_link__contains: str
    generated_tracking_link__icontains: str
    generated_tracking_link__iexact: str
    generated_tracking_link__startswith: str
    generated_tracking_link__istartswith: str
    generated_tracking_link__endswith: str
    generated_tracking_link__iendswith: str
    generated_tracking_link__regex: str
    generated_tracking_link__isnull: bool
    merchant_shipping_cost: Decimal | int | None
    merchant_shipping_cost__ne: Decimal | int | None
    merchant_shipping_cost__in: Iterable[Decimal | int]
    merchant_shipping_cost__not_in: Iterable[Decimal | int]
    merchant_shipping_cost__gt: Decimal | int
    merchant_shipping_cost__gte: Decimal | int
    merchant_shipping_cost__lt: Decimal | int
    merchant_shipping_cost__lte: Decimal | int
    merchant_shipping_cost__range: tuple[Decimal | int, Decimal | int]
    merchant_shipping_cost__isnull: bool
    shipping_method: str | None
    shipping_method__ne: str | None
    shipping_method__in: Iterable[str]
    shipping_method__not_in: Iterable[str]
    shipping_method__contains: str
    shipping_method__icontains: str
    shipping_method__iexact: str
    shipping_method__startswith: str
    shipping_method__istartswith: str
    shipping_method__endswith: str
    shipping_method__iendswith: str
    shipping_method__regex: str
    shipping_method__isnull: bool
    shipping_provider: Literal["auspost", "canadapost", "endicia", "usps", "fedex", "ups", "upsready", "upsonline", "shipperhq", "royalmail", ""] | None
    shipping_provider__ne: Literal["auspost", "canadapost", "endicia", "usps", "fedex", "ups", "upsready", "upsonline", "shipperhq", "royalmail", ""] | None
    shipping_provider__in: Iterable[Literal["auspost", "canadapost", "endicia", "usps", "fedex", "ups", "upsready", "upsonline", "shipperhq", "royalmail", ""]]
    shipping_provider__not_in: Iterable[Literal["auspost", "canadapost", "endicia", "usps", "fedex", "ups", "upsready", "upsonline", "shipperhq", "royalmail", ""]]
    shipping_provider__isnull: bool
    shipping_provider_display_name: str | None
    shipping_provider_display_name__ne: str | None
    shipping_provider_display_name__in: Iterable[str]
    shipping_provider_display_name__not_in: Iterable[str]
    shipping_provider_display_name__contains: str
    shipping_provider_display_name__icontains: str
    shipping_provider_display_name__iexact: str
    shipping_provider_display_name__startswith: str
    shipping_provider_display_name__istartswith: str
    shipping_provider_display_name__endswith: str
    shipping_provider_display_name__iendswith: str
    shipping_provider_display_name__regex: str
    shipping_provider_display_name__isnull: bool
    comments: str | None
    comments__ne: str | None
    comments__in: Iterable[str]
    comments__not_in: Iterable[str]
    comments__contains: str
    comments__icontains: str
    comments__iexact: str
    comments__startswith: str
    comments__istartswith: str
    comments__endswith: str
    comments__iendswith: str
    comments__regex: str
    comments__isnull: bool
    items__isnull: bool
    billing_address__first_name: str | None
    billing_address__first_name__ne: str | None
    billing_address__first_name__in: Iterable[str]
    billing_address__first_name__not_in: Iterable[str]
    billing_address__first_name__contains: str
    billing_address__first_name__icontains: str
    billing_address__first_name__iexact: str
    billing_address__first_name__startswith: str
    billing_address__first_name__istartswith: str
    billing_address__first_name__endswith: str
    billing_address__first_name__iendswith: str
    billing_address__first_name__regex: str
    billing_address__first_name__isnull: bool
    billing_address__last_name: str | None
    billing_address__last_name__ne: str | None
    billing_address__last_name__in: Iterable[str]
    billing_address__last_name__not_in: Iterable[str]
    billing_address__last_name__contains: str
    billing_address__last_name__icontains: str
    billing_address__last_name__iexact: str
    billing_address__last_name__startswith: str
    billing_address__last_name__istartswith: str
    billing_address__last_name__endswith: str
    billing_address__last_name__iendswith: str
    billing_address__last_name__regex: str
    billing_address__last_name__isnull: bool
    billing_address__company: str | None
    billing_address__company__ne: str | None
    billing_address__company__in: Iterable[str]
    billing_address__company__not_in: Iterable[str]
    billing_address__company__contains: str
    billing_address__company__icontains: str
    billing_address__company__iexact: str
    billing_address__company__startswith: str
    billing_address__company__istartswith: str
    billing_address__company__endswith: str
    billing_address__company__iendswith: str
    billing_address__company__regex: str
    billing_address__company__isnull: bool
    billing_address__street_1: str | None
    billing_address__street_1__ne: str | None
    billing_address__street_1__in: Iterable[str]
    billing_address__street_1__not_in: Iterable[str]
    billing_address__street_1__contains: str
    billing_address__street_1__icontains: str
    billing_address__street_1__iexact: str
    billing_address__street_1__startswith: str
    billing_address__street_1__istartswith: str
    billing_address__street_1__endswith: str
    billing_address__street_1__iendswith: str
    billing_address__street_1__regex: str
    billing_address__street_1__isnull: bool
    billing_address__street_2: str | None
    billing_address__street_2__ne: str | None
    billing_address__street_2__in: Iterable[str]
    billing_address__street_2__not_in: Iterable[str]
    billing_address__street_2__contains: str
    billing_address__street_2__icontains: str
    billing_address__street_2__iexact: str
    billing_address__street_2__startswith: str
    billing_address__street_2__istartswith: str
    billing_address__street_2__endswith: str
    billing_address__street_2__iendswith: str
    billing_address__street_2__regex: str
    billing_address__street_2__isnull: bool
    billing_address__city: str | None
    billing_address__city__ne: str | None
    billing_address__city__in: Iterable[str]
    billing_address__city__not_in: Iterable[str]
    billing_address__city__contains: str
    billing_address__city__icontains: str
    billing_address__city__iexact: str
    billing_address__city__startswith: str
    billing_address__city__istartswith: str
    billing_address__city__endswith: str
    billing_address__city__iendswith: str
    billing_address__city__regex: str
    billing_address__city__isnull: bool
    billing_address__state: str | None
    billing_address__state__ne: str | None
    billing_address__state__in: Iterable[str]
    billing_address__state__not_in: Iterable[str]
    billing_address__state__contains: str
    billing_address__state__icontains: str
    billing_address__state__iexact: str
    billing_address__state__startswith: str
    billing_address__state__istartswith: str
    billing_address__state__endswith: str
    billing_address__state__iendswith: str
    billing_address__state__regex: str
    billing_address__state__isnull: bool
    billing_address__zip: str | None
    billing_address__zip__ne: str | None
    billing_address__zip__in: Iterable[str]
    billing_address__zip__not_in: Iterable[str]
    billing_address__zip__contains: str
    billing_address__zip__icontains: str
    billing_address__zip__iexact: str
    billing_address__zip__startswith: str
    billing_address__zip__istartswith: str
    billing_address__zip__endswith: str
    billing_address__zip__iendswith: str
    billing_address__zip__regex: str
    billing_address__zip__isnull: bool
    billing_address__country: str | None
    billing_address__country__ne: str | None
    billing_address__country__in: Iterable[str]
    billing_address__country__not_in: Iterable[str]
    billing_address__country__contains: str
    billing_address__country__icontains: str
    billing_address__country__iexact: str
    billing_address__country__startswith: str
    billing_address__country__istartswith: str
    billing_address__country__endswith: str
    billing_address__country__iendswith: str
    billing_address__country__regex: str
    billing_address__country__isnull: bool
    billing_address__country_iso2: str | None
    billing_address__country_iso2__ne: str | None
    billing_address__country_iso2__in: Iterable[str]
    billing_address__country_iso2__not_in: Iterable[str]
    billing_address__country_iso2__contains: str
    billing_address__country_iso2__icontains: str
    billing_address__country_iso2__iexact: str
    billing_address__country_iso2__startswith: str
    billing_address__country_iso2__istartswith: str
    billing_address__country_iso2__endswith: str
    billing_address__country_iso2__iendswith: str
    billing_address__country_iso2__regex: str
    billing_address__country_iso2__isnull: bool
    billing_address__phone: str | None
    billing_address__phone__ne: str | None
    billing_address__phone__in: Iterable[str]
    billing_address__phone__not_in: Iterable[str]
    billing_address__phone__contains: str
    billing_address__phone__icontains: str
    billing_address__phone__iexact: str
    billing_address__phone__startswith: str
    billing_address__phone__istartswith: str
    billing_address__phone__endswith: str
    billing_address__phone__iendswith: str
    billing_address__phone__regex: str
    billing_address__phone__isnull: bool
    billing_address__email: str | None
    billing_address__email__ne: str | None
    billing_address__email__in: Iterable[str]
    billing_address__email__not_in: Iterable[str]
    billing_address__email__contains: str
    billing_address__email__icontains: str
    billing_address__email__iexact: str
    billing_address__email__startswith: str
    billing_address__email__istartswith: str
    billing_address__email__endswith: str
    billing_address__email__iendswith: str
    billing_address__email__regex: str
    billing_address__email__isnull: bool
    billing_address__isnull: bool
    shipping_address__first_name: str | None
    shipping_address__first_name__ne: str | None
    shipping_address__first_name__in: Iterable[str]
    shipping_address__first_name__not_in: Iterable[str]
    shipping_address__first_name__contains: str
    shipping_address__first_name__icontains: str
    shipping_address__first_name__iexact: str
    shipping_address__first_name__startswith: str
    shipping_address__first_name__istartswith: str
    shipping_address__first_name__endswith: str
    shipping_address__first_name__iendswith: str
    shipping_address__first_name__regex: str
    shipping_address__first_name__isnull: bool
    shipping_address__last_name: str | None
    shipping_address__last_name__ne: str | None
    shipping_address__last_name__in: Iterable[str]
    shipping_address__last_name__not_in: Iterable[str]
    shipping_address__last_name__contains: str
    shipping_address__last_name__icontains: str
    shipping_address__last_name__iexact: str
    shipping_address__last_name__startswith: str
    shipping_address__last_name__istartswith: str
    shipping_address__last_name__endswith: str
    shipping_address__last_name__iendswith: str
    shipping_address__last_name__regex: str
    shipping_address__last_name__isnull: bool
    shipping_address__company: str | None
    shipping_address__company__ne: str | None
    shipping_address__company__in: Iterable[str]
    shipping_address__company__not_in: Iterable[str]
    shipping_address__company__contains: str
    shipping_address__company__icontains: str
    shipping_address__company__iexact: str
    shipping_address__company__startswith: str
    shipping_address__company__istartswith: str
    shipping_address__company__endswith: str
    shipping_address__company__iendswith: str
    shipping_address__company__regex: str
    shipping_address__company__isnull: bool
    shipping_address__street_1: str | None
    shipping_address__street_1__ne: str | None
    shipping_address__street_1__in: Iterable[str]
    shipping_address__street_1__not_in: Iterable[str]
    shipping_address__street_1__contains: str
    shipping_address__street_1__icontains: str
    shipping_address__street_1__iexact: str
    shipping_address__street_1__startswith: str
    shipping_address__street_1__istartswith: str
    shipping_address__street_1__endswith: str
    shipping_address__street_1__iendswith: str
    shipping_address__street_1__regex: str
    shipping_address__street_1__isnull: bool
    shipping_address__street_2: str | None
    shipping_address__street_2__ne: str | None
    shipping_address__street_2__in: Iterable[str]
    shipping_address__street_2__not_in: Iterable[str]
    shipping_address__street_2__contains: str
    shipping_address__street_2__icontains: str
    shipping_address__street_2__iexact: str
    shipping_address__street_2__startswith: str
    shipping_address__street_2__istartswith: str
    shipping_address__street_2__endswith: str
    shipping_address__street_2__iendswith: str
    shipping_address__street_2__regex: str
    shipping_address__street_2__isnull: bool
    shipping_address__city: str | None
    shipping_address__city__ne: str | None
    shipping_address__city__in: Iterable[str]
    shipping_address__city__not_in: Iterable[str]
    shipping_address__city__contains: str
    shipping_address__city__icontains: str
    shipping_address__city__iexact: str
    shipping_address__city__startswith: str
    shipping_address__city__istartswith: str
    shipping_address__city__endswith: str
    shipping_address__city__iendswith: str
    shipping_address__city__regex: str
    shipping_address__city__isnull: bool
    shipping_address__state: str | None
    shipping_address__state__ne: str | None
    shipping_address__state__in: Iterable[str]
    shipping_address__state__not_in: Iterable[str]
    shipping_address__state__contains: str
    shipping_address__state__icontains: str
    shipping_address__state__iexact: str
    shipping_address__state__startswith: str
    shipping_address__state__istartswith: str
    shipping_address__state__endswith: str
    shipping_address__state__iendswith: str
    shipping_address__state__regex: str
    shipping_address__state__isnull: bool
    shipping_address__zip: str | None
    shipping_address__zip__ne: str | None
    shipping_address__zip__in: Iterable[str]
    shipping_address__zip__not_in: Iterable[str]
    shipping_address__zip__contains: str
    shipping_address__zip__icontains: str
    shipping_address__zip__iexact: str
    shipping_address__zip__startswith: str
    shipping_address__zip__istartswith: str
    shipping_address__zip__endswith: str
    shipping_address__zip__iendswith: str
    shipping_address__zip__regex: str
    shipping_address__zip__isnull: bool
    shipping_address__country: str | None
    shipping_address__country__ne: str | None
    shipping_address__country__in: Iterable[str]
    shipping_address__country__not_in: Iterable[str]
    shipping_address__country__contains: str
    shipping_address__country__icontains: str
    shipping_address__country__iexact: str
    shipping_address__country__startswith: str
    shipping_address__country__istartswith: str
    shipping_address__country__endswith: str
    shipping_address__country__iendswith: str
    shipping_address__country__regex: str
    shipping_address__country__isnull: bool
    shipping_address__country_iso2: str | None
    shipping_address__country_iso2__ne: str | None
    shipping_address__country_iso2__in: Iterable[str]
    shipping_address__country_iso2__not_in: Iterable[str]
    shipping_address__country_iso2__contains: str
    shipping_address__country_iso2__icontains: str
    shipping_address__country_iso2__iexact: str
    shipping_address__country_iso2__startswith: str
    shipping_address__country_iso2__istartswith: str
    shipping_address__country_iso2__endswith: str
    shipping_address__country_iso2__iendswith: str
    shipping_address__country_iso2__regex: str
    shipping_address__country_iso2__isnull: bool
    shipping_address__phone: str | None
    shipping_address__phone__ne: str | None
    shipping_address__phone__in: Iterable[str]
    shipping_address__phone__not_in: Iterable[str]
    shipping_address__phone__contains: str
    shipping_address__phone__icontains: str
    shipping_address__phone__iexact: str
    shipping_address__phone__startswith: str
    shipping_address__phone__istartswith: str
    shipping_address__phone__endswith: str
    shipping_address__phone__iendswith: str
    shipping_address__phone__regex: str
    shipping_address__phone__isnull: bool
    shipping_address__email: str | None
    shipping_address__email__ne: str | None
    shipping_address__email__in: Iterable[str]
    shipping_address__email__not_in: Iterable[str]
    shipping_address__email__contains: str
    shipping_address__email__icontains: str
    shipping_address__email__iexact: str
    shipping_address__email__startswith: str
    shipping_address__email__istartswith: str
    shipping_address__email__endswith: str
    shipping_address__email__iendswith: str
    shipping_address__email__regex: str
    shipping_address__email__isnull: bool
    shipping_address__isnull: bool

def order_shipment(**lookups: Unpack[OrderShipmentLookups]) -> None: ...

class OrderShippingAddressLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    order_id: int | None
    order_id__ne: int | None
    order_id__in: Iterable[int]
    order_id__not_in: Iterable[int]
    order_id__gt: int
    order_id__gte: int
    order_id__lt: int
    order_id__lte: int
    order_id__range: tuple[int, int]
    order_id__isnull: bool
    first_name: str | None
    first_name__ne: str | None
    first_name__in: Iterable[str]
    first_name__not_in: Iterable[str]
    first_name__contains: str
    first_name__icontains: str
    first_name__iexact: str
    first_name__startswith: str
    first_name__istartswith: str
    first_name__endswith: str
    first_name__iendswith: str
    first_name__regex: str
    first_name__isnull: bool
    last_name: str | None
    last_name__ne: str | None
    last_name__in: Iterable[str]
    last_name__not_in: Iterable[str]
    last_name__contains: str
    last_name__icontains: str
    last_name__iexact: str
    last_name__startswith: str
    last_name__istartswith: str
    last_name__endswith: str
    last_name__iendswith: str
    last_name__regex: str
    last_name__isnull: bool
    company: str | None
    company__ne: str | None
    company__in: Iterable[str]
    company__not_in: Iterable[str]
    company__contains: str
    company__icontains: str
    company__iexact: str
    company__startswith: str
    company__istartswith: str
    company__endswith: str
    company__iendswith: str
    company__regex: str
    company__isnull: bool
    street_1: str | None
    street_1__ne: str | None
    street_1__in: Iterable[str]
    street_1__not_in: Iterable[str]
    street_1__contains: str
    street_1__icontains: str
    street_1__iexact: str
    street_1__startswith: str
    street_1__istartswith: str
    street_1__endswith: str
    street_1__iendswith: str
    street_1__regex: str
    street_1__isnull: bool
    street_2: str | None
    street_2__ne: str | None
    street_2__in: Iterable[str]
    street_2__not_in: Iterable[str]
    street_2__contains: str
    street_2__icontains: str
    street_2__iexact: str
    street_2__startswith: str
    street_2__istartswith: str
    street_2__endswith: str
    street_2__iendswith: str
    street_2__regex: str
    street_2__isnull: bool
    city: str | None
    city__ne: str | None
    city__in: Iterable[str]
    city__not_in: Iterable[str]
    city__contains: str
    city__icontains: str
    city__iexact: str
    city__startswith: str
    city__istartswith: str
    city__endswith: str
    city__iendswith: str
    city__regex: str
    city__isnull: bool
    state: str | None
    state__ne: str | None
    state__in: Iterable[str]
    state__not_in: Iterable[str]
    state__contains: str
    state__icontains: str
    state__iexact: str
    state__startswith: str
    state__istartswith: str
    state__endswith: str
    state__iendswith: str
    state__regex: str
    state__isnull: bool
    zip: str | None
    zip__ne: str | None
    zip__in: Iterable[str]
    zip__not_in: Iterable[str]
    zip__contains: str
    zip__icontains: str
    zip__iexact: str
    zip__startswith: str
    zip__istartswith: str
    zip__endswith: str
    zip__iendswith: str
    zip__regex: str
    zip__isnull: bool
    country: str | None
    country__ne: str | None
    country__in: Iterable[str]
    country__not_in: Iterable[str]
    country__contains: str
    country__icontains: str
    country__iexact: str
    country__startswith: str
    country__istartswith: str
    country__endswith: str
    country__iendswith: str
    country__regex: str
    country__isnull: bool
    country_iso2: str | None
    country_iso2__ne: str | None
    country_iso2__in: Iterable[str]
    country_iso2__not_in: Iterable[str]
    country_iso2__contains: str
    country_iso2__icontains: str
    country_iso2__iexact: str
    country_iso2__startswith: str
    country_iso2__istartswith: str
    country_iso2__endswith: str
    country_iso2__iendswith: str
    country_iso2__regex: str
    country_iso2__isnull: bool
    phone: str | None
    phone__ne: str | None
    phone__in: Iterable[str]
    phone__not_in: Iterable[str]
    phone__contains: str
    phone__icontains: str
    phone__iexact: str
    phone__startswith: str
    phone__istartswith: str
    phone__endswith: str
    phone__iendswith: str
    phone__regex: str
    phone__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    form_fields__isnull: bool
    shipping_method: str | None
    shipping_method__ne: str | None
    shipping_method__in: Iterable[str]
    shipping_method__not_in: Iterable[str]
    shipping_method__contains: str
    shipping_method__icontains: str
    shipping_method__iexact: str
    shipping_method__startswith: str
    shipping_method__istartswith: str
    shipping_method__endswith: str
    shipping_method__iendswith: str
    shipping_method__regex: str
    shipping_method__isnull: bool
    items_total: int | None
    items_total__ne: int | None
    items_total__in: Iterable[int]
    items_total__not_in: Iterable[int]
    items_total__gt: int
    items_total__gte: int
    items_total__lt: int
    items_total__lte: int
    items_total__range: tuple[int, int]
    items_total__isnull: bool
    items_shipped: int | None
    items_shipped__ne: int | None
    items_shipped__in: Iterable[int]
    items_shipped__not_in: Iterable[int]
    items_shipped__gt: int
    items_shipped__gte: int
    items_shipped__lt: int
    items_shipped__lte: int
    items_shipped__range: tuple[int, int]
    items_shipped__isnull: bool
    base_cost: Decimal | int | None
    base_cost__ne: Decimal | int | None
    base_cost__in: Iterable[Decimal | int]
    base_cost__not_in: Iterable[Decimal | int]
    base_cost__gt: Decimal | int
    base_cost__gte: Decimal | int
    base_cost__lt: Decimal | int
    base_cost__lte: Decimal | int
    base_cost__range: tuple[Decimal | int, Decimal | int]
    base_cost__isnull: bool
    cost_ex_tax: Decimal | int | None
    cost_ex_tax__ne: Decimal | int | None
    cost_ex_tax__in: Iterable[Decimal | int]
    cost_ex_tax__not_in: Iterable[Decimal | int]
    cost_ex_tax__gt: Decimal | int
    cost_ex_tax__gte: Decimal | int
    cost_ex_tax__lt: Decimal | int
    cost_ex_tax__lte: Decimal | int
    cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    cost_ex_tax__isnull: bool
    cost_inc_tax: Decimal | int | None
    cost_inc_tax__ne: Decimal | int | None
    cost_inc_tax__in: Iterable[Decimal | int]
    cost_inc_tax__not_in: Iterable[Decimal | int]
    cost_inc_tax__gt: Decimal | int
    cost_inc_tax__gte: Decimal | int
    cost_inc_tax__lt: Decimal | int
    cost_inc_tax__lte: Decimal | int
    cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    cost_inc_tax__isnull: bool
    cost_tax: Decimal | int | None
    cost_tax__ne: Decimal | int | None
    cost_tax__in: Iterable[Decimal | int]
    cost_tax__not_in: Iterable[Decimal | int]
    cost_tax__gt: Decimal | int
    cost_tax__gte: Decimal | int
    cost_tax__lt: Decimal | int
    cost_tax__lte: Decimal | int
    cost_tax__range: tuple[Decimal | int, Decimal | int]
    cost_tax__isnull: bool
    cost_tax_class_id: int | None
    cost_tax_class_id__ne: int | None
    cost_tax_class_id__in: Iterable[int]
    cost_tax_class_id__not_in: Iterable[int]
    cost_tax_class_id__gt: int
    cost_tax_class_id__gte: int
    cost_tax_class_id__lt: int
    cost_tax_class_id__lte: int
    cost_tax_class_id__range: tuple[int, int]
    cost_tax_class_id__isnull: bool
    base_handling_cost: Decimal | int | None
    base_handling_cost__ne: Decimal | int | None
    base_handling_cost__in: Iterable[Decimal | int]
    base_handling_cost__not_in: Iterable[Decimal | int]
    base_handling_cost__gt: Decimal | int
    base_handling_cost__gte: Decimal | int
    base_handling_cost__lt: Decimal | int
    base_handling_cost__lte: Decimal | int
    base_handling_cost__range: tuple[Decimal | int, Decimal | int]
    base_handling_cost__isnull: bool
    handling_cost_ex_tax: Decimal | int | None
    handling_cost_ex_tax__ne: Decimal | int | None
    handling_cost_ex_tax__in: Iterable[Decimal | int]
    handling_cost_ex_tax__not_in: Iterable[Decimal | int]
    handling_cost_ex_tax__gt: Decimal | int
    handling_cost_ex_tax__gte: Decimal | int
    handling_cost_ex_tax__lt: Decimal | int
    handling_cost_ex_tax__lte: Decimal | int
    handling_cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_ex_tax__isnull: bool
    handling_cost_inc_tax: Decimal | int | None
    handling_cost_inc_tax__ne: Decimal | int | None
    handling_cost_inc_tax__in: Iterable[Decimal | int]
    handling_cost_inc_tax__not_in: Iterable[Decimal | int]
    handling_cost_inc_tax__gt: Decimal | int
    handling_cost_inc_tax__gte: Decimal | int
    handling_cost_inc_tax__lt: Decimal | int
    handling_cost_inc_tax__lte: Decimal | int
    handling_cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_inc_tax__isnull: bool
    handling_cost_tax: Decimal | int | None
    handling_cost_tax__ne: Decimal | int | None
    handling_cost_tax__in: Iterable[Decimal | int]
    handling_cost_tax__not_in: Iterable[Decimal | int]
    handling_cost_tax__gt: Decimal | int
    handling_cost_tax__gte: Decimal | int
    handling_cost_tax__lt: Decimal | int
    handling_cost_tax__lte: Decimal | int
    handling_cost_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_tax__isnull: bool
    handling_cost_tax_class_id: int | None
    handling_cost_tax_class_id__ne: int | None
    handling_cost_tax_class_id__in: Iterable[int]
    handling_cost_tax_class_id__not_in: Iterable[int]
    handling_cost_tax_class_id__gt: int
    handling_cost_tax_class_id__gte: int
    handling_cost_tax_class_id__lt: int
    handling_cost_tax_class_id__lte: int
    handling_cost_tax_class_id__range: tuple[int, int]
    handling_cost_tax_class_id__isnull: bool
    shipping_zone_id: int | None
    shipping_zone_id__ne: int | None
    shipping_zone_id__in: Iterable[int]
    shipping_zone_id__not_in: Iterable[int]
    shipping_zone_id__gt: int
    shipping_zone_id__gte: int
    shipping_zone_id__lt: int
    shipping_zone_id__lte: int
    shipping_zone_id__range: tuple[int, int]
    shipping_zone_id__isnull: bool
    shipping_zone_name: str | None
    shipping_zone_name__ne: str | None
    shipping_zone_name__in: Iterable[str]
    shipping_zone_name__not_in: Iterable[str]
    shipping_zone_name__contains: str
    shipping_zone_name__icontains: str
    shipping_zone_name__iexact: str
    shipping_zone_name__startswith: str
    shipping_zone_name__istartswith: str
    shipping_zone_name__endswith: str
    shipping_zone_name__iendswith: str
    shipping_zone_name__regex: str
    shipping_zone_name__isnull: bool

def order_shipping_address(**lookups: Unpack[OrderShippingAddressLookups]) -> None: ...

class OrderShippingQuoteLookups(ShippingQuoteLookups, total=False):
    pk: str
    pk__in: Iterable[str]
    order_id: int | str
    order_id__in: Iterable[int | str]
    shipping_address_id: int | str
    shipping_address_id__in: Iterable[int | str]

def order_shipping_quote(**lookups: Unpack[OrderShippingQuoteLookups]) -> None: ...

class OrderLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    customer: Resource | int | str | None
    customer__in: Iterable[Resource | int | str]
    order_status: Resource | int | str | None
    order_status__in: Iterable[Resource | int | str]
    total__gte: Decimal | int
    total__lte: Decimal | int
    email: str
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    customer_id: int | None
    customer_id__ne: int | None
    customer_id__in: Iterable[int]
    customer_id__not_in: Iterable[int]
    customer_id__gt: int
    customer_id__gte: int
    customer_id__lt: int
    customer_id__lte: int
    customer_id__range: tuple[int, int]
    customer_id__isnull: bool
    status_id: int | None
    status_id__ne: int | None
    status_id__in: Iterable[int]
    status_id__not_in: Iterable[int]
    status_id__gt: int
    status_id__gte: int
    status_id__lt: int
    status_id__lte: int
    status_id__range: tuple[int, int]
    status_id__isnull: bool
    status: str | None
    status__ne: str | None
    status__in: Iterable[str]
    status__not_in: Iterable[str]
    status__contains: str
    status__icontains: str
    status__iexact: str
    status__startswith: str
    status__istartswith: str
    status__endswith: str
    status__iendswith: str
    status__regex: str
    status__isnull: bool
    custom_status: str | None
    custom_status__ne: str | None
    custom_status__in: Iterable[str]
    custom_status__not_in: Iterable[str]
    custom_status__contains: str
    custom_status__icontains: str
    custom_status__iexact: str
    custom_status__startswith: str
    custom_status__istartswith: str
    custom_status__endswith: str
    custom_status__iendswith: str
    custom_status__regex: str
    custom_status__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool
    date_shipped: datetime | None
    date_shipped__ne: datetime | None
    date_shipped__in: Iterable[datetime]
    date_shipped__not_in: Iterable[datetime]
    date_shipped__gt: datetime
    date_shipped__gte: datetime
    date_shipped__lt: datetime
    date_shipped__lte: datetime
    date_shipped__range: tuple[datetime, datetime]
    date_shipped__isnull: bool
    cart_id: str | None
    cart_id__ne: str | None
    cart_id__in: Iterable[str]
    cart_id__not_in: Iterable[str]
    cart_id__contains: str
    cart_id__icontains: str
    cart_id__iexact: str
    cart_id__startswith: str
    cart_id__istartswith: str
    cart_id__endswith: str
    cart_id__iendswith: str
    cart_id__regex: str
    cart_id__isnull: bool
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool
    billing_address__first_name: str | None
    billing_address__first_name__ne: str | None
    billing_address__first_name__in: Iterable[str]
    billing_address__first_name__not_in: Iterable[str]
    billing_address__first_name__contains: str
    billing_address__first_name__icontains: str
    billing_address__first_name__iexact: str
    billing_address__first_name__startswith: str
    billing_address__first_name__istartswith: str
    billing_address__first_name__endswith: str
    billing_address__first_name__iendswith: str
    billing_address__first_name__regex: str
    billing_address__first_name__isnull: bool
    billing_address__last_name: str | None
    billing_address__last_name__ne: str | None
    billing_address__last_name__in: Iterable[str]
    billing_address__last_name__not_in: Iterable[str]
    billing_address__last_name__contains: str
    billing_address__last_name__icontains: str
    billing_address__last_name__iexact: str
    billing_address__last_name__startswith: str
    billing_address__last_name__istartswith: str
    billing_address__last_name__endswith: str
    billing_address__last_name__iendswith: str
    billing_address__last_name__regex: str
    billing_address__last_name__isnull: bool
    billing_address__company: str | None
    billing_address__company__ne: str | None
    billing_address__company__in: Iterable[str]
    billing_address__company__not_in: Iterable[str]
    billing_address__company__contains: str
    billing_address__company__icontains: str
    billing_address__company__iexact: str
    billing_address__company__startswith: str
    billing_address__company__istartswith: str
    billing_address__company__endswith: str
    billing_address__company__iendswith: str
    billing_address__company__regex: str
    billing_address__company__isnull: bool
    billing_address__street_1: str | None
    billing_address__street_1__ne: str | None
    billing_address__street_1__in: Iterable[str]
    billing_address__street_1__not_in: Iterable[str]
    billing_address__street_1__contains: str
    billing_address__street_1__icontains: str
    billing_address__street_1__iexact: str
    billing_address__street_1__startswith: str
    billing_address__street_1__istartswith: str
    billing_address__street_1__endswith: str
    billing_address__street_1__iendswith: str
    billing_address__street_1__regex: str
    billing_address__street_1__isnull: bool
    billing_address__street_2: str | None
    billing_address__street_2__ne: str | None
    billing_address__street_2__in: Iterable[str]
    billing_address__street_2__not_in: Iterable[str]
    billing_address__street_2__contains: str
    billing_address__street_2__icontains: str
    billing_address__street_2__iexact: str
    billing_address__street_2__startswith: str
    billing_address__street_2__istartswith: str
    billing_address__street_2__endswith: str
    billing_address__street_2__iendswith: str
    billing_address__street_2__regex: str
    billing_address__street_2__isnull: bool
    billing_address__city: str | None
    billing_address__city__ne: str | None
    billing_address__city__in: Iterable[str]
    billing_address__city__not_in: Iterable[str]
    billing_address__city__contains: str
    billing_address__city__icontains: str
    billing_address__city__iexact: str
    billing_address__city__startswith: str
    billing_address__city__istartswith: str
    billing_address__city__endswith: str
    billing_address__city__iendswith: str
    billing_address__city__regex: str
    billing_address__city__isnull: bool
    billing_address__state: str | None
    billing_address__state__ne: str | None
    billing_address__state__in: Iterable[str]
    billing_address__state__not_in: Iterable[str]
    billing_address__state__contains: str
    billing_address__state__icontains: str
    billing_address__state__iexact: str
    billing_address__state__startswith: str
    billing_address__state__istartswith: str
    billing_address__state__endswith: str
    billing_address__state__iendswith: str
    billing_address__state__regex: str
    billing_address__state__isnull: bool
    billing_address__zip: str | None
    billing_address__zip__ne: str | None
    billing_address__zip__in: Iterable[str]
    billing_address__zip__not_in: Iterable[str]
    billing_address__zip__contains: str
    billing_address__zip__icontains: str
    billing_address__zip__iexact: str
    billing_address__zip__startswith: str
    billing_address__zip__istartswith: str
    billing_address__zip__endswith: str
    billing_address__zip__iendswith: str
    billing_address__zip__regex: str
    billing_address__zip__isnull: bool
    billing_address__country: str | None
    billing_address__country__ne: str | None
    billing_address__country__in: Iterable[str]
    billing_address__country__not_in: Iterable[str]
    billing_address__country__contains: str
    billing_address__country__icontains: str
    billing_address__country__iexact: str
    billing_address__country__startswith: str
    billing_address__country__istartswith: str
    billing_address__country__endswith: str
    billing_address__country__iendswith: str
    billing_address__country__regex: str
    billing_address__country__isnull: bool
    billing_address__country_iso2: str | None
    billing_address__country_iso2__ne: str | None
    billing_address__country_iso2__in: Iterable[str]
    billing_address__country_iso2__not_in: Iterable[str]
    billing_address__country_iso2__contains: str
    billing_address__country_iso2__icontains: str
    billing_address__country_iso2__iexact: str
    billing_address__country_iso2__startswith: str
    billing_address__country_iso2__istartswith: str
    billing_address__country_iso2__endswith: str
    billing_address__country_iso2__iendswith: str
    billing_address__country_iso2__regex: str
    billing_address__country_iso2__isnull: bool
    billing_address__phone: str | None
    billing_address__phone__ne: str | None
    billing_address__phone__in: Iterable[str]
    billing_address__phone__not_in: Iterable[str]
    billing_address__phone__contains: str
    billing_address__phone__icontains: str
    billing_address__phone__iexact: str
    billing_address__phone__startswith: str
    billing_address__phone__istartswith: str
    billing_address__phone__endswith: str
    billing_address__phone__iendswith: str
    billing_address__phone__regex: str
    billing_address__phone__isnull: bool
    billing_address__email: str | None
    billing_address__email__ne: str | None
    billing_address__email__in: Iterable[str]
    billing_address__email__not_in: Iterable[str]
    billing_address__email__contains: str
    billing_address__email__icontains: str
    billing_address__email__iexact: str
    billing_address__email__startswith: str
    billing_address__email__istartswith: str
    billing_address__email__endswith: str
    billing_address__email__iendswith: str
    billing_address__email__regex: str
    billing_address__email__isnull: bool
    billing_address__form_fields__isnull: bool
    billing_address__isnull: bool
    subtotal_ex_tax: Decimal | int | None
    subtotal_ex_tax__ne: Decimal | int | None
    subtotal_ex_tax__in: Iterable[Decimal | int]
    subtotal_ex_tax__not_in: Iterable[Decimal | int]
    subtotal_ex_tax__gt: Decimal | int
    subtotal_ex_tax__gte: Decimal | int
    subtotal_ex_tax__lt: Decimal | int
    subtotal_ex_tax__lte: Decimal | int
    subtotal_ex_tax__range: tuple[Decimal | int, Decimal | int]
    subtotal_ex_tax__isnull: bool
    subtotal_inc_tax: Decimal | int | None
    subtotal_inc_tax__ne: Decimal | int | None
    subtotal_inc_tax__in: Iterable[Decimal | int]
    subtotal_inc_tax__not_in: Iterable[Decimal | int]
    subtotal_inc_tax__gt: Decimal | int
    subtotal_inc_tax__gte: Decimal | int
    subtotal_inc_tax__lt: Decimal | int
    subtotal_inc_tax__lte: Decimal | int
    subtotal_inc_tax__range: tuple[Decimal | int, Decimal | int]
    subtotal_inc_tax__isnull: bool
    subtotal_tax: Decimal | int | None
    subtotal_tax__ne: Decimal | int | None
    subtotal_tax__in: Iterable[Decimal | int]
    subtotal_tax__not_in: Iterable[Decimal | int]
    subtotal_tax__gt: Decimal | int
    subtotal_tax__gte: Decimal | int
    subtotal_tax__lt: Decimal | int
    subtotal_tax__lte: Decimal | int
    subtotal_tax__range: tuple[Decimal | int, Decimal | int]
    subtotal_tax__isnull: bool
    base_shipping_cost: Decimal | int | None
    base_shipping_cost__ne: Decimal | int | None
    base_shipping_cost__in: Iterable[Decimal | int]
    base_shipping_cost__not_in: Iterable[Decimal | int]
    base_shipping_cost__gt: Decimal | int
    base_shipping_cost__gte: Decimal | int
    base_shipping_cost__lt: Decimal | int
    base_shipping_cost__lte: Decimal | int
    base_shipping_cost__range: tuple[Decimal | int, Decimal | int]
    base_shipping_cost__isnull: bool
    shipping_cost_ex_tax: Decimal | int | None
    shipping_cost_ex_tax__ne: Decimal | int | None
    shipping_cost_ex_tax__in: Iterable[Decimal | int]
    shipping_cost_ex_tax__not_in: Iterable[Decimal | int]
    shipping_cost_ex_tax__gt: Decimal | int
    shipping_cost_ex_tax__gte: Decimal | int
    shipping_cost_ex_tax__lt: Decimal | int
    shipping_cost_ex_tax__lte: Decimal | int
    shipping_cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    shipping_cost_ex_tax__isnull: bool
    shipping_cost_inc_tax: Decimal | int | None
    shipping_cost_inc_tax__ne: Decimal | int | None
    shipping_cost_inc_tax__in: Iterable[Decimal | int]
    shipping_cost_inc_tax__not_in: Iterable[Decimal | int]
    shipping_cost_inc_tax__gt: Decimal | int
    shipping_cost_inc_tax__gte: Decimal | int
    shipping_cost_inc_tax__lt: Decimal | int
    shipping_cost_inc_tax__lte: Decimal | int
    shipping_cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    shipping_cost_inc_tax__isnull: bool
    shipping_cost_tax: Decimal | int | None
    shipping_cost_tax__ne: Decimal | int | None
    shipping_cost_tax__in: Iterable[Decimal | int]
    shipping_cost_tax__not_in: Iterable[Decimal | int]
    shipping_cost_tax__gt: Decimal | int
    shipping_cost_tax__gte: Decimal | int
    shipping_cost_tax__lt: Decimal | int
    shipping_cost_tax__lte: Decimal | int
    shipping_cost_tax__range: tuple[Decimal | int, Decimal | int]
    shipping_cost_tax__isnull: bool
    shipping_cost_tax_class_id: int | None
    shipping_cost_tax_class_id__ne: int | None
    shipping_cost_tax_class_id__in: Iterable[int]
    shipping_cost_tax_class_id__not_in: Iterable[int]
    shipping_cost_tax_class_id__gt: int
    shipping_cost_tax_class_id__gte: int
    shipping_cost_tax_class_id__lt: int
    shipping_cost_tax_class_id__lte: int
    shipping_cost_tax_class_id__range: tuple[int, int]
    shipping_cost_tax_class_id__isnull: bool
    base_handling_cost: Decimal | int | None
    base_handling_cost__ne: Decimal | int | None
    base_handling_cost__in: Iterable[Decimal | int]
    base_handling_cost__not_in: Iterable[Decimal | int]
    base_handling_cost__gt: Decimal | int
    base_handling_cost__gte: Decimal | int
    base_handling_cost__lt: Decimal | int
    base_handling_cost__lte: Decimal | int
    base_handling_cost__range: tuple[Decimal | int, Decimal | int]
    base_handling_cost__isnull: bool
    handling_cost_ex_tax: Decimal | int | None
    handling_cost_ex_tax__ne: Decimal | int | None
    handling_cost_ex_tax__in: Iterable[Decimal | int]
    handling_cost_ex_tax__not_in: Iterable[Decimal | int]
    handling_cost_ex_tax__gt: Decimal | int
    handling_cost_ex_tax__gte: Decimal | int
    handling_cost_ex_tax__lt: Decimal | int
    handling_cost_ex_tax__lte: Decimal | int
    handling_cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_ex_tax__isnull: bool
    handling_cost_inc_tax: Decimal | int | None
    handling_cost_inc_tax__ne: Decimal | int | None
    handling_cost_inc_tax__in: Iterable[Decimal | int]
    handling_cost_inc_tax__not_in: Iterable[Decimal | int]
    handling_cost_inc_tax__gt: Decimal | int
    handling_cost_inc_tax__gte: Decimal | int
    handling_cost_inc_tax__lt: Decimal | int
    handling_cost_inc_tax__lte: Decimal | int
    handling_cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_inc_tax__isnull: bool
    handling_cost_tax: Decimal | int | None
    handling_cost_tax__ne: Decimal | int | None
    handling_cost_tax__in: Iterable[Decimal | int]
    handling_cost_tax__not_in: Iterable[Decimal | int]
    handling_cost_tax__gt: Decimal | int
    handling_cost_tax__gte: Decimal | int
    handling_cost_tax__lt: Decimal | int
    handling_cost_tax__lte: Decimal | int
    handling_cost_tax__range: tuple[Decimal | int, Decimal | int]
    handling_cost_tax__isnull: bool
    handling_cost_tax_class_id: int | None
    handling_cost_tax_class_id__ne: int | None
    handling_cost_tax_class_id__in: Iterable[int]
    handling_cost_tax_class_id__not_in: Iterable[int]
    handling_cost_tax_class_id__gt: int
    handling_cost_tax_class_id__gte: int
    handling_cost_tax_class_id__lt: int
    handling_cost_tax_class_id__lte: int
    handling_cost_tax_class_id__range: tuple[int, int]
    handling_cost_tax_class_id__isnull: bool
    base_wrapping_cost: Decimal | int | None
    base_wrapping_cost__ne: Decimal | int | None
    base_wrapping_cost__in: Iterable[Decimal | int]
    base_wrapping_cost__not_in: Iterable[Decimal | int]
    base_wrapping_cost__gt: Decimal | int
    base_wrapping_cost__gte: Decimal | int
    base_wrapping_cost__lt: Decimal | int
    base_wrapping_cost__lte: Decimal | int
    base_wrapping_cost__range: tuple[Decimal | int, Decimal | int]
    base_wrapping_cost__isnull: bool
    wrapping_cost_ex_tax: Decimal | int | None
    wrapping_cost_ex_tax__ne: Decimal | int | None
    wrapping_cost_ex_tax__in: Iterable[Decimal | int]
    wrapping_cost_ex_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_ex_tax__gt: Decimal | int
    wrapping_cost_ex_tax__gte: Decimal | int
    wrapping_cost_ex_tax__lt: Decimal | int
    wrapping_cost_ex_tax__lte: Decimal | int
    wrapping_cost_ex_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_ex_tax__isnull: bool
    wrapping_cost_inc_tax: Decimal | int | None
    wrapping_cost_inc_tax__ne: Decimal | int | None
    wrapping_cost_inc_tax__in: Iterable[Decimal | int]
    wrapping_cost_inc_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_inc_tax__gt: Decimal | int
    wrapping_cost_inc_tax__gte: Decimal | int
    wrapping_cost_inc_tax__lt: Decimal | int
    wrapping_cost_inc_tax__lte: Decimal | int
    wrapping_cost_inc_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_inc_tax__isnull: bool
    wrapping_cost_tax: Decimal | int | None
    wrapping_cost_tax__ne: Decimal | int | None
    wrapping_cost_tax__in: Iterable[Decimal | int]
    wrapping_cost_tax__not_in: Iterable[Decimal | int]
    wrapping_cost_tax__gt: Decimal | int
    wrapping_cost_tax__gte: Decimal | int
    wrapping_cost_tax__lt: Decimal | int
    wrapping_cost_tax__lte: Decimal | int
    wrapping_cost_tax__range: tuple[Decimal | int, Decimal | int]
    wrapping_cost_tax__isnull: bool
    wrapping_cost_tax_class_id: int | None
    wrapping_cost_tax_class_id__ne: int | None
    wrapping_cost_tax_class_id__in: Iterable[int]
    wrapping_cost_tax_class_id__not_in: Iterable[int]
    wrapping_cost_tax_class_id__gt: int
    wrapping_cost_tax_class_id__gte: int
    wrapping_cost_tax_class_id__lt: int
    wrapping_cost_tax_class_id__lte: int
    wrapping_cost_tax_class_id__range: tuple[int, int]
    wrapping_cost_tax_class_id__isnull: bool
    total_ex_tax: Decimal | int | None
    total_ex_tax__ne: Decimal | int | None
    total_ex_tax__in: Iterable[Decimal | int]
    total_ex_tax__not_in: Iterable[Decimal | int]
    total_ex_tax__gt: Decimal | int
    total_ex_tax__gte: Decimal | int
    total_ex_tax__lt: Decimal | int
    total_ex_tax__lte: Decimal | int
    total_ex_tax__range: tuple[Decimal | int, Decimal | int]
    total_ex_tax__isnull: bool
    total_inc_tax: Decimal | int | None
    total_inc_tax__ne: Decimal | int | None
    total_inc_tax__in: Iterable[Decimal | int]
    total_inc_tax__not_in: Iterable[Decimal | int]
    total_inc_tax__gt: Decimal | int
    total_inc_tax__gte: Decimal | int
    total_inc_tax__lt: Decimal | int
    total_inc_tax__lte: Decimal | int
    total_inc_tax__range: tuple[Decimal | int, Decimal | int]
    total_inc_tax__isnull: bool
    total_tax: Decimal | int | None
    total_tax__ne: Decimal | int | None
    total_tax__in: Iterable[Decimal | int]
    total_tax__not_in: Iterable[Decimal | int]
    total_tax__gt: Decimal | int
    total_tax__gte: Decimal | int
    total_tax__lt: Decimal | int
    total_tax__lte: Decimal | int
    total_tax__range: tuple[Decimal | int, Decimal | int]
    total_tax__isnull: bool
    items_total: int | None
    items_total__ne: int | None
    items_total__in: Iterable[int]
    items_total__not_in: Iterable[int]
    items_total__gt: int
    items_total__gte: int
    items_total__lt: int
    items_total__lte: int
    items_total__range: tuple[int, int]
    items_total__isnull: bool
    items_shipped: int | None
    items_shipped__ne: int | None
    items_shipped__in: Iterable[int]
    items_shipped__not_in: Iterable[int]
    items_shipped__gt: int
    items_shipped__gte: int
    items_shipped__lt: int
    items_shipped__lte: int
    items_shipped__range: tuple[int, int]
    items_shipped__isnull: bool
    payment_method: str | None
    payment_method__ne: str | None
    payment_method__in: Iterable[str]
    payment_method__not_in: Iterable[str]
    payment_method__contains: str
    payment_method__icontains: str
    payment_method__iexact: str
    payment_method__startswith: str
    payment_method__istartswith: str
    payment_method__endswith: str
    payment_method__iendswith: str
    payment_method__regex: str
    payment_method__isnull: bool
    payment_provider_id: Any | None
    payment_provider_id__ne: Any | None
    payment_provider_id__in: Iterable[Any]
    payment_provider_id__not_in: Iterable[Any]
    payment_provider_id__isnull: bool
    payment_status: Literal["authorized", "captured", "capture pending", "declined", "held for review", "paid", "partially refunded", "pending", "refunded", "void", "void pending", ""] | None
    payment_status__ne: Literal["authorized", "captured", "capture pending", "declined", "held for review", "paid", "partially refunded", "pending", "refunded", "void", "void pending", ""] | None
    payment_status__in: Iterable[Literal["authorized", "captured", "capture pending", "declined", "held for review", "paid", "partially refunded", "pending", "refunded", "void", "void pending", ""]]
    payment_status__not_in: Iterable[Literal["authorized", "captured", "capture pending", "declined", "held for review", "paid", "partially refunded", "pending", "refunded", "void", "void pending", ""]]
    payment_status__isnull: bool
    refunded_amount: Decimal | int | None
    refunded_amount__ne: Decimal | int | None
    refunded_amount__in: Iterable[Decimal | int]
    refunded_amount__not_in: Iterable[Decimal | int]
    refunded_amount__gt: Decimal | int
    refunded_amount__gte: Decimal | int
    refunded_amount__lt: Decimal | int
    refunded_amount__lte: Decimal | int
    refunded_amount__range: tuple[Decimal | int, Decimal | int]
    refunded_amount__isnull: bool
    order_is_digital: bool | None
    order_is_digital__isnull: bool
    store_credit_amount: Decimal | int | None
    store_credit_amount__ne: Decimal | int | None
    store_credit_amount__in: Iterable[Decimal | int]
    store_credit_amount__not_in: Iterable[Decimal | int]
    store_credit_amount__gt: Decimal | int
    store_credit_amount__gte: Decimal | int
    store_credit_amount__lt: Decimal | int
    store_credit_amount__lte: Decimal | int
    store_credit_amount__range: tuple[Decimal | int, Decimal | int]
    store_credit_amount__isnull: bool
    gift_certificate_amount: Decimal | int | None
    gift_certificate_amount__ne: Decimal | int | None
    gift_certificate_amount__in: Iterable[Decimal | int]
    gift_certificate_amount__not_in: Iterable[Decimal | int]
    gift_certificate_amount__gt: Decimal | int
    gift_certificate_amount__gte: Decimal | int
    gift_certificate_amount__lt: Decimal | int
    gift_certificate_amount__lte: Decimal | int
    gift_certificate_amount__range: tuple[Decimal | int, Decimal | int]
    gift_certificate_amount__isnull: bool
    ip_address: str | None
    ip_address__ne: str | None
    ip_address__in: Iterable[str]
    ip_address__not_in: Iterable[str]
    ip_address__contains: str
    ip_address__icontains: str
    ip_address__iexact: str
    ip_address__startswith: str
    ip_address__istartswith: str
    ip_address__endswith: str
    ip_address__iendswith: str
    ip_address__regex: str
    ip_address__isnull: bool
    ip_address_v6: str | None
    ip_address_v6__ne: str | None
    ip_address_v6__in: Iterable[str]
    ip_address_v6__not_in: Iterable[str]
    ip_address_v6__contains: str
    ip_address_v6__icontains: str
    ip_address_v6__iexact: str
    ip_address_v6__startswith: str
    ip_address_v6__istartswith: str
    ip_address_v6__endswith: str
    ip_address_v6__iendswith: str
    ip_address_v6__regex: str
    ip_address_v6__isnull: bool
    geoip_country: str | None
    geoip_country__ne: str | None
    geoip_country__in: Iterable[str]
    geoip_country__not_in: Iterable[str]
    geoip_country__contains: str
    geoip_country__icontains: str
    geoip_country__iexact: str
    geoip_country__startswith: str
    geoip_country__istartswith: str
    geoip_country__endswith: str
    geoip_country__iendswith: str
    geoip_country__regex: str
    geoip_country__isnull: bool
    geoip_country_iso2: str | None
    geoip_country_iso2__ne: str | None
    geoip_country_iso2__in: Iterable[str]
    geoip_country_iso2__not_in: Iterable[str]
    geoip_country_iso2__contains: str
    geoip_country_iso2__icontains: str
    geoip_country_iso2__iexact: str
    geoip_country_iso2__startswith: str
    geoip_country_iso2__istartswith: str
    geoip_country_iso2__endswith: str
    geoip_country_iso2__iendswith: str
    geoip_country_iso2__regex: str
    geoip_country_iso2__isnull: bool
    currency_id: int | None
    currency_id__ne: int | None
    currency_id__in: Iterable[int]
    currency_id__not_in: Iterable[int]
    currency_id__gt: int
    currency_id__gte: int
    currency_id__lt: int
    currency_id__lte: int
    currency_id__range: tuple[int, int]
    currency_id__isnull: bool
    currency_code: str | None
    currency_code__ne: str | None
    currency_code__in: Iterable[str]
    currency_code__not_in: Iterable[str]
    currency_code__contains: str
    currency_code__icontains: str
    currency_code__iexact: str
    currency_code__startswith: str
    currency_code__istartswith: str
    currency_code__endswith: str
    currency_code__iendswith: str
    currency_code__regex: str
    currency_code__isnull: bool
    currency_exchange_rate: Decimal | int | None
    currency_exchange_rate__ne: Decimal | int | None
    currency_exchange_rate__in: Iterable[Decimal | int]
    currency_exchange_rate__not_in: Iterable[Decimal | int]
    currency_exchange_rate__gt: Decimal | int
    currency_exchange_rate__gte: Decimal | int
    currency_exchange_rate__lt: Decimal | int
    currency_exchange_rate__lte: Decimal | int
    currency_exchange_rate__range: tuple[Decimal | int, Decimal | int]
    currency_exchange_rate__isnull: bool
    default_currency_id: int | None
    default_currency_id__ne: int | None
    default_currency_id__in: Iterable[int]
    default_currency_id__not_in: Iterable[int]
    default_currency_id__gt: int
    default_currency_id__gte: int
    default_currency_id__lt: int
    default_currency_id__lte: int
    default_currency_id__range: tuple[int, int]
    default_currency_id__isnull: bool
    default_currency_code: str | None
    default_currency_code__ne: str | None
    default_currency_code__in: Iterable[str]
    default_currency_code__not_in: Iterable[str]
    default_currency_code__contains: str
    default_currency_code__icontains: str
    default_currency_code__iexact: str
    default_currency_code__startswith: str
    default_currency_code__istartswith: str
    default_currency_code__endswith: str
    default_currency_code__iendswith: str
    default_currency_code__regex: str
    default_currency_code__isnull: bool
    store_default_currency_code: str | None
    store_default_currency_code__ne: str | None
    store_default_currency_code__in: Iterable[str]
    store_default_currency_code__not_in: Iterable[str]
    store_default_currency_code__contains: str
    store_default_currency_code__icontains: str
    store_default_currency_code__iexact: str
    store_default_currency_code__startswith: str
    store_default_currency_code__istartswith: str
    store_default_currency_code__endswith: str
    store_default_currency_code__iendswith: str
    store_default_currency_code__regex: str
    store_default_currency_code__isnull: bool
    store_default_to_transactional_exchange_rate: Decimal | int | None
    store_default_to_transactional_exchange_rate__ne: Decimal | int | None
    store_default_to_transactional_exchange_rate__in: Iterable[Decimal | int]
    store_default_to_transactional_exchange_rate__not_in: Iterable[Decimal | int]
    store_default_to_transactional_exchange_rate__gt: Decimal | int
    store_default_to_transactional_exchange_rate__gte: Decimal | int
    store_default_to_transactional_exchange_rate__lt: Decimal | int
    store_default_to_transactional_exchange_rate__lte: Decimal | int
    store_default_to_transactional_exchange_rate__range: tuple[Decimal | int, Decimal | int]
    store_default_to_transactional_exchange_rate__isnull: bool
    staff_notes: str | None
    staff_notes__ne: str | None
    staff_notes__in: Iterable[str]
    staff_notes__not_in: Iterable[str]
    staff_notes__contains: str
    staff_notes__icontains: str
    staff_notes__iexact: str
    staff_notes__startswith: str
    staff_notes__istartswith: str
    staff_notes__endswith: str
    staff_notes__iendswith: str
    staff_notes__regex: str
    staff_notes__isnull: bool
    customer_message: str | None
    customer_message__ne: str | None
    customer_message__in: Iterable[str]
    customer_message__not_in: Iterable[str]
    customer_message__contains: str
    customer_message__icontains: str
    customer_message__iexact: str
    customer_message__startswith: str
    customer_message__istartswith: str
    customer_message__endswith: str
    customer_message__iendswith: str
    customer_message__regex: str
    customer_message__isnull: bool
    customer_locale: str | None
    customer_locale__ne: str | None
    customer_locale__in: Iterable[str]
    customer_locale__not_in: Iterable[str]
    customer_locale__contains: str
    customer_locale__icontains: str
    customer_locale__iexact: str
    customer_locale__startswith: str
    customer_locale__istartswith: str
    customer_locale__endswith: str
    customer_locale__iendswith: str
    customer_locale__regex: str
    customer_locale__isnull: bool
    discount_amount: Decimal | int | None
    discount_amount__ne: Decimal | int | None
    discount_amount__in: Iterable[Decimal | int]
    discount_amount__not_in: Iterable[Decimal | int]
    discount_amount__gt: Decimal | int
    discount_amount__gte: Decimal | int
    discount_amount__lt: Decimal | int
    discount_amount__lte: Decimal | int
    discount_amount__range: tuple[Decimal | int, Decimal | int]
    discount_amount__isnull: bool
    coupon_discount: Decimal | int | None
    coupon_discount__ne: Decimal | int | None
    coupon_discount__in: Iterable[Decimal | int]
    coupon_discount__not_in: Iterable[Decimal | int]
    coupon_discount__gt: Decimal | int
    coupon_discount__gte: Decimal | int
    coupon_discount__lt: Decimal | int
    coupon_discount__lte: Decimal | int
    coupon_discount__range: tuple[Decimal | int, Decimal | int]
    coupon_discount__isnull: bool
    shipping_address_count: int | None
    shipping_address_count__ne: int | None
    shipping_address_count__in: Iterable[int]
    shipping_address_count__not_in: Iterable[int]
    shipping_address_count__gt: int
    shipping_address_count__gte: int
    shipping_address_count__lt: int
    shipping_address_count__lte: int
    shipping_address_count__range: tuple[int, int]
    shipping_address_count__isnull: bool
    is_deleted: bool | None
    is_deleted__isnull: bool
    is_email_opt_in: bool | None
    is_email_opt_in__isnull: bool
    is_tax_inclusive_pricing: bool | None
    is_tax_inclusive_pricing__isnull: bool
    credit_card_type: str | None
    credit_card_type__ne: str | None
    credit_card_type__in: Iterable[str]
    credit_card_type__not_in: Iterable[str]
    credit_card_type__contains: str
    credit_card_type__icontains: str
    credit_card_type__iexact: str
    credit_card_type__startswith: str
    credit_card_type__istartswith: str
    credit_card_type__endswith: str
    credit_card_type__iendswith: str
    credit_card_type__regex: str
    credit_card_type__isnull: bool
    order_source: str | None
    order_source__ne: str | None
    order_source__in: Iterable[str]
    order_source__not_in: Iterable[str]
    order_source__contains: str
    order_source__icontains: str
    order_source__iexact: str
    order_source__startswith: str
    order_source__istartswith: str
    order_source__endswith: str
    order_source__iendswith: str
    order_source__regex: str
    order_source__isnull: bool
    ebay_order_id: str | None
    ebay_order_id__ne: str | None
    ebay_order_id__in: Iterable[str]
    ebay_order_id__not_in: Iterable[str]
    ebay_order_id__contains: str
    ebay_order_id__icontains: str
    ebay_order_id__iexact: str
    ebay_order_id__startswith: str
    ebay_order_id__istartswith: str
    ebay_order_id__endswith: str
    ebay_order_id__iendswith: str
    ebay_order_id__regex: str
    ebay_order_id__isnull: bool
    external_id: str | None
    external_id__ne: str | None
    external_id__in: Iterable[str]
    external_id__not_in: Iterable[str]
    external_id__contains: str
    external_id__icontains: str
    external_id__iexact: str
    external_id__startswith: str
    external_id__istartswith: str
    external_id__endswith: str
    external_id__iendswith: str
    external_id__regex: str
    external_id__isnull: bool
    external_order_id: str | None
    external_order_id__ne: str | None
    external_order_id__in: Iterable[str]
    external_order_id__not_in: Iterable[str]
    external_order_id__contains: str
    external_order_id__icontains: str
    external_order_id__iexact: str
    external_order_id__startswith: str
    external_order_id__istartswith: str
    external_order_id__endswith: str
    external_order_id__iendswith: str
    external_order_id__regex: str
    external_order_id__isnull: bool
    external_merchant_id: str | None
    external_merchant_id__ne: str | None
    external_merchant_id__in: Iterable[str]
    external_merchant_id__not_in: Iterable[str]
    external_merchant_id__contains: str
    external_merchant_id__icontains: str
    external_merchant_id__iexact: str
    external_merchant_id__startswith: str
    external_merchant_id__istartswith: str
    external_merchant_id__endswith: str
    external_merchant_id__iendswith: str
    external_merchant_id__regex: str
    external_merchant_id__isnull: bool
    external_source: str | None
    external_source__ne: str | None
    external_source__in: Iterable[str]
    external_source__not_in: Iterable[str]
    external_source__contains: str
    external_source__icontains: str
    external_source__iexact: str
    external_source__startswith: str
    external_source__istartswith: str
    external_source__endswith: str
    external_source__iendswith: str
    external_source__regex: str
    external_source__isnull: bool
    tax_provider_id: str | None
    tax_provider_id__ne: str | None
    tax_provider_id__in: Iterable[str]
    tax_provider_id__not_in: Iterable[str]
    tax_provider_id__contains: str
    tax_provider_id__icontains: str
    tax_provider_id__iexact: str
    tax_provider_id__startswith: str
    tax_provider_id__istartswith: str
    tax_provider_id__endswith: str
    tax_provider_id__iendswith: str
    tax_provider_id__regex: str
    tax_provider_id__isnull: bool
    fees__isnull: bool

def order(**lookups: Unpack[OrderLookups]) -> None: ...

class OrderMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def order_metafield(**lookups: Unpack[OrderMetafieldLookups]) -> None: ...

class OrderStatusLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    system_label: str | None
    system_label__ne: str | None
    system_label__in: Iterable[str]
    system_label__not_in: Iterable[str]
    system_label__contains: str
    system_label__icontains: str
    system_label__iexact: str
    system_label__startswith: str
    system_label__istartswith: str
    system_label__endswith: str
    system_label__iendswith: str
    system_label__regex: str
    system_label__isnull: bool
    custom_label: str | None
    custom_label__ne: str | None
    custom_label__in: Iterable[str]
    custom_label__not_in: Iterable[str]
    custom_label__contains: str
    custom_label__icontains: str
    custom_label__iexact: str
    custom_label__startswith: str
    custom_label__istartswith: str
    custom_label__endswith: str
    custom_label__iendswith: str
    custom_label__regex: str
    custom_label__isnull: bool
    system_description: str | None
    system_description__ne: str | None
    system_description__in: Iterable[str]
    system_description__not_in: Iterable[str]
    system_description__contains: str
    system_description__icontains: str
    system_description__iexact: str
    system_description__startswith: str
    system_description__istartswith: str
    system_description__endswith: str
    system_description__iendswith: str
    system_description__regex: str
    system_description__isnull: bool
    order: int | None
    order__ne: int | None
    order__in: Iterable[int]
    order__not_in: Iterable[int]
    order__gt: int
    order__gte: int
    order__lt: int
    order__lte: int
    order__range: tuple[int, int]
    order__isnull: bool

def order_status(**lookups: Unpack[OrderStatusLookups]) -> None: ...

class ProductImageLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    image_file: str | None
    image_file__ne: str | None
    image_file__in: Iterable[str]
    image_file__not_in: Iterable[str]
    image_file__contains: str
    image_file__icontains: str
    image_file__iexact: str
    image_file__startswith: str
    image_file__istartswith: str
    image_file__endswith: str
    image_file__iendswith: str
    image_file__regex: str
    image_file__isnull: bool
    is_thumbnail: bool | None
    is_thumbnail__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    url_zoom: str | None
    url_zoom__ne: str | None
    url_zoom__in: Iterable[str]
    url_zoom__not_in: Iterable[str]
    url_zoom__contains: str
    url_zoom__icontains: str
    url_zoom__iexact: str
    url_zoom__startswith: str
    url_zoom__istartswith: str
    url_zoom__endswith: str
    url_zoom__iendswith: str
    url_zoom__regex: str
    url_zoom__isnull: bool
    url_standard: str | None
    url_standard__ne: str | None
    url_standard__in: Iterable[str]
    url_standard__not_in: Iterable[str]
    url_standard__contains: str
    url_standard__icontains: str
    url_standard__iexact: str
    url_standard__startswith: str
    url_standard__istartswith: str
    url_standard__endswith: str
    url_standard__iendswith: str
    url_standard__regex: str
    url_standard__isnull: bool
    url_thumbnail: str | None
    url_thumbnail__ne: str | None
    url_thumbnail__in: Iterable[str]
    url_thumbnail__not_in: Iterable[str]
    url_thumbnail__contains: str
    url_thumbnail__icontains: str
    url_thumbnail__iexact: str
    url_thumbnail__startswith: str
    url_thumbnail__istartswith: str
    url_thumbnail__endswith: str
    url_thumbnail__iendswith: str
    url_thumbnail__regex: str
    url_thumbnail__isnull: bool
    url_tiny: str | None
    url_tiny__ne: str | None
    url_tiny__in: Iterable[str]
    url_tiny__not_in: Iterable[str]
    url_tiny__contains: str
    url_tiny__icontains: str
    url_tiny__iexact: str
    url_tiny__startswith: str
    url_tiny__istartswith: str
    url_tiny__endswith: str
    url_tiny__iendswith: str
    url_tiny__regex: str
    url_tiny__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def product_image(**lookups: Unpack[ProductImageLookups]) -> None: ...

class ProductVideoLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    title: str | None
    title__ne: str | None
    title__in: Iterable[str]
    title__not_in: Iterable[str]
    title__contains: str
    title__icontains: str
    title__iexact: str
    title__startswith: str
    title__istartswith: str
    title__endswith: str
    title__iendswith: str
    title__regex: str
    title__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    type: Literal["youtube"] | None
    type__ne: Literal["youtube"] | None
    type__in: Iterable[Literal["youtube"]]
    type__not_in: Iterable[Literal["youtube"]]
    type__isnull: bool
    video_id: str | None
    video_id__ne: str | None
    video_id__in: Iterable[str]
    video_id__not_in: Iterable[str]
    video_id__contains: str
    video_id__icontains: str
    video_id__iexact: str
    video_id__startswith: str
    video_id__istartswith: str
    video_id__endswith: str
    video_id__iendswith: str
    video_id__regex: str
    video_id__isnull: bool
    length: str | None
    length__ne: str | None
    length__in: Iterable[str]
    length__not_in: Iterable[str]
    length__contains: str
    length__icontains: str
    length__iexact: str
    length__startswith: str
    length__istartswith: str
    length__endswith: str
    length__iendswith: str
    length__regex: str
    length__isnull: bool

def product_video(**lookups: Unpack[ProductVideoLookups]) -> None: ...

class ProductModifierLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    display_name: str | None
    display_name__ne: str | None
    display_name__in: Iterable[str]
    display_name__not_in: Iterable[str]
    display_name__contains: str
    display_name__icontains: str
    display_name__iexact: str
    display_name__startswith: str
    display_name__istartswith: str
    display_name__endswith: str
    display_name__iendswith: str
    display_name__regex: str
    display_name__isnull: bool
    type: Literal["date", "checkbox", "file", "text", "multi_line_text", "numbers_only_text", "radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"] | None
    type__ne: Literal["date", "checkbox", "file", "text", "multi_line_text", "numbers_only_text", "radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"] | None
    type__in: Iterable[Literal["date", "checkbox", "file", "text", "multi_line_text", "numbers_only_text", "radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"]]
    type__not_in: Iterable[Literal["date", "checkbox", "file", "text", "multi_line_text", "numbers_only_text", "radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"]]
    type__isnull: bool
    required: bool | None
    required__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    config__default_value: str | None
    config__default_value__ne: str | None
    config__default_value__in: Iterable[str]
    config__default_value__not_in: Iterable[str]
    config__default_value__contains: str
    config__default_value__icontains: str
    config__default_value__iexact: str
    config__default_value__startswith: str
    config__default_value__istartswith: str
    config__default_value__endswith: str
    config__default_value__iendswith: str
    config__default_value__regex: str
    config__default_value__isnull: bool
    config__checked_by_default: bool | None
    config__checked_by_default__isnull: bool
    config__checkbox_label: str | None
    config__checkbox_label__ne: str | None
    config__checkbox_label__in: Iterable[str]
    config__checkbox_label__not_in: Iterable[str]
    config__checkbox_label__contains: str
    config__checkbox_label__icontains: str
    config__checkbox_label__iexact: str
    config__checkbox_label__startswith: str
    config__checkbox_label__istartswith: str
    config__checkbox_label__endswith: str
    config__checkbox_label__iendswith: str
    config__checkbox_label__regex: str
    config__checkbox_label__isnull: bool
    config__date_limited: bool | None
    config__date_limited__isnull: bool
    config__date_limit_mode: Literal["earliest", "range", "latest"] | None
    config__date_limit_mode__ne: Literal["earliest", "range", "latest"] | None
    config__date_limit_mode__in: Iterable[Literal["earliest", "range", "latest"]]
    config__date_limit_mode__not_in: Iterable[Literal["earliest", "range", "latest"]]
    config__date_limit_mode__isnull: bool
    config__date_earliest_value: datetime | None
    config__date_earliest_value__ne: datetime | None
    config__date_earliest_value__in: Iterable[datetime]
    config__date_earliest_value__not_in: Iterable[datetime]
    config__date_earliest_value__gt: datetime
    config__date_earliest_value__gte: datetime
    config__date_earliest_value__lt: datetime
    config__date_earliest_value__lte: datetime
    config__date_earliest_value__range: tuple[datetime, datetime]
    config__date_earliest_value__isnull: bool
    config__date_latest_value: datetime | None
    config__date_latest_value__ne: datetime | None
    config__date_latest_value__in: Iterable[datetime]
    config__date_latest_value__not_in: Iterable[datetime]
    config__date_latest_value__gt: datetime
    config__date_latest_value__gte: datetime
    config__date_latest_value__lt: datetime
    config__date_latest_value__lte: datetime
    config__date_latest_value__range: tuple[datetime, datetime]
    config__date_latest_value__isnull: bool
    config__file_types_mode: Literal["specific", "all"] | None
    config__file_types_mode__ne: Literal["specific", "all"] | None
    config__file_types_mode__in: Iterable[Literal["specific", "all"]]
    config__file_types_mode__not_in: Iterable[Literal["specific", "all"]]
    config__file_types_mode__isnull: bool
    config__file_types_supported: str
    config__file_types_supported__in: Iterable[str]
    config__file_types_supported__contains: str
    config__file_types_supported__isnull: bool
    config__file_types_other: str
    config__file_types_other__in: Iterable[str]
    config__file_types_other__contains: str
    config__file_types_other__isnull: bool
    config__file_max_size: int | None
    config__file_max_size__ne: int | None
    config__file_max_size__in: Iterable[int]
    config__file_max_size__not_in: Iterable[int]
    config__file_max_size__gt: int
    config__file_max_size__gte: int
    config__file_max_size__lt: int
    config__file_max_size__lte: int
    config__file_max_size__range: tuple[int, int]
    config__file_max_size__isnull: bool
    config__text_characters_limited: bool | None
    config__text_characters_limited__isnull: bool
    config__text_min_length: int | None
    config__text_min_length__ne: int | None
    config__text_min_length__in: Iterable[int]
    config__text_min_length__not_in: Iterable[int]
    config__text_min_length__gt: int
    config__text_min_length__gte: int
    config__text_min_length__lt: int
    config__text_min_length__lte: int
    config__text_min_length__range: tuple[int, int]
    config__text_min_length__isnull: bool
    config__text_max_length: int | None
    config__text_max_length__ne: int | None
    config__text_max_length__in: Iterable[int]
    config__text_max_length__not_in: Iterable[int]
    config__text_max_length__gt: int
    config__text_max_length__gte: int
    config__text_max_length__lt: int
    config__text_max_length__lte: int
    config__text_max_length__range: tuple[int, int]
    config__text_max_length__isnull: bool
    config__text_lines_limited: bool | None
    config__text_lines_limited__isnull: bool
    config__text_max_lines: int | None
    config__text_max_lines__ne: int | None
    config__text_max_lines__in: Iterable[int]
    config__text_max_lines__not_in: Iterable[int]
    config__text_max_lines__gt: int
    config__text_max_lines__gte: int
    config__text_max_lines__lt: int
    config__text_max_lines__lte: int
    config__text_max_lines__range: tuple[int, int]
    config__text_max_lines__isnull: bool
    config__number_limited: bool | None
    config__number_limited__isnull: bool
    config__number_limit_mode: Literal["lowest", "highest", "range"] | None
    config__number_limit_mode__ne: Literal["lowest", "highest", "range"] | None
    config__number_limit_mode__in: Iterable[Literal["lowest", "highest", "range"]]
    config__number_limit_mode__not_in: Iterable[Literal["lowest", "highest", "range"]]
    config__number_limit_mode__isnull: bool
    config__number_lowest_value: Decimal | int | None
    config__number_lowest_value__ne: Decimal | int | None
    config__number_lowest_value__in: Iterable[Decimal | int]
    config__number_lowest_value__not_in: Iterable[Decimal | int]
    config__number_lowest_value__gt: Decimal | int
    config__number_lowest_value__gte: Decimal | int
    config__number_lowest_value__lt: Decimal | int
    config__number_lowest_value__lte: Decimal | int
    config__number_lowest_value__range: tuple[Decimal | int, Decimal | int]
    config__number_lowest_value__isnull: bool
    config__number_highest_value: Decimal | int | None
    config__number_highest_value__ne: Decimal | int | None
    config__number_highest_value__in: Iterable[Decimal | int]
    config__number_highest_value__not_in: Iterable[Decimal | int]
    config__number_highest_value__gt: Decimal | int
    config__number_highest_value__gte: Decimal | int
    config__number_highest_value__lt: Decimal | int
    config__number_highest_value__lte: Decimal | int
    config__number_highest_value__range: tuple[Decimal | int, Decimal | int]
    config__number_highest_value__isnull: bool
    config__number_integers_only: bool | None
    config__number_integers_only__isnull: bool
    config__product_list_adjusts_inventory: bool | None
    config__product_list_adjusts_inventory__isnull: bool
    config__product_list_adjusts_pricing: bool | None
    config__product_list_adjusts_pricing__isnull: bool
    config__product_list_shipping_calc: Literal["none", "weight", "package"] | None
    config__product_list_shipping_calc__ne: Literal["none", "weight", "package"] | None
    config__product_list_shipping_calc__in: Iterable[Literal["none", "weight", "package"]]
    config__product_list_shipping_calc__not_in: Iterable[Literal["none", "weight", "package"]]
    config__product_list_shipping_calc__isnull: bool
    config__isnull: bool

def product_modifier(**lookups: Unpack[ProductModifierLookups]) -> None: ...

class ProductModifierValueLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]
    modifier_id: int | str
    modifier_id__in: Iterable[int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    option_id: int | None
    option_id__ne: int | None
    option_id__in: Iterable[int]
    option_id__not_in: Iterable[int]
    option_id__gt: int
    option_id__gte: int
    option_id__lt: int
    option_id__lte: int
    option_id__range: tuple[int, int]
    option_id__isnull: bool
    label: str | None
    label__ne: str | None
    label__in: Iterable[str]
    label__not_in: Iterable[str]
    label__contains: str
    label__icontains: str
    label__iexact: str
    label__startswith: str
    label__istartswith: str
    label__endswith: str
    label__iendswith: str
    label__regex: str
    label__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    is_default: bool | None
    is_default__isnull: bool
    value_data__isnull: bool
    adjusters__price__isnull: bool
    adjusters__weight__isnull: bool
    adjusters__image_url: str | None
    adjusters__image_url__ne: str | None
    adjusters__image_url__in: Iterable[str]
    adjusters__image_url__not_in: Iterable[str]
    adjusters__image_url__contains: str
    adjusters__image_url__icontains: str
    adjusters__image_url__iexact: str
    adjusters__image_url__startswith: str
    adjusters__image_url__istartswith: str
    adjusters__image_url__endswith: str
    adjusters__image_url__iendswith: str
    adjusters__image_url__regex: str
    adjusters__image_url__isnull: bool
    adjusters__purchasing_disabled__isnull: bool
    adjusters__isnull: bool

def product_modifier_value(**lookups: Unpack[ProductModifierValueLookups]) -> None: ...

class ProductOptionLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    display_name: str | None
    display_name__ne: str | None
    display_name__in: Iterable[str]
    display_name__not_in: Iterable[str]
    display_name__contains: str
    display_name__icontains: str
    display_name__iexact: str
    display_name__startswith: str
    display_name__istartswith: str
    display_name__endswith: str
    display_name__iendswith: str
    display_name__regex: str
    display_name__isnull: bool
    type: Literal["radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"] | None
    type__ne: Literal["radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"] | None
    type__in: Iterable[Literal["radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"]]
    type__not_in: Iterable[Literal["radio_buttons", "rectangles", "dropdown", "product_list", "product_list_with_images", "swatch"]]
    type__isnull: bool
    config__default_value: str | None
    config__default_value__ne: str | None
    config__default_value__in: Iterable[str]
    config__default_value__not_in: Iterable[str]
    config__default_value__contains: str
    config__default_value__icontains: str
    config__default_value__iexact: str
    config__default_value__startswith: str
    config__default_value__istartswith: str
    config__default_value__endswith: str
    config__default_value__iendswith: str
    config__default_value__regex: str
    config__default_value__isnull: bool
    config__checked_by_default: bool | None
    config__checked_by_default__isnull: bool
    config__checkbox_label: str | None
    config__checkbox_label__ne: str | None
    config__checkbox_label__in: Iterable[str]
    config__checkbox_label__not_in: Iterable[str]
    config__checkbox_label__contains: str
    config__checkbox_label__icontains: str
    config__checkbox_label__iexact: str
    config__checkbox_label__startswith: str
    config__checkbox_label__istartswith: str
    config__checkbox_label__endswith: str
    config__checkbox_label__iendswith: str
    config__checkbox_label__regex: str
    config__checkbox_label__isnull: bool
    config__date_limited: bool | None
    config__date_limited__isnull: bool
    config__date_limit_mode: Literal["earliest", "range", "latest"] | None
    config__date_limit_mode__ne: Literal["earliest", "range", "latest"] | None
    config__date_limit_mode__in: Iterable[Literal["earliest", "range", "latest"]]
    config__date_limit_mode__not_in: Iterable[Literal["earliest", "range", "latest"]]
    config__date_limit_mode__isnull: bool
    config__date_earliest_value: datetime | None
    config__date_earliest_value__ne: datetime | None
    config__date_earliest_value__in: Iterable[datetime]
    config__date_earliest_value__not_in: Iterable[datetime]
    config__date_earliest_value__gt: datetime
    config__date_earliest_value__gte: datetime
    config__date_earliest_value__lt: datetime
    config__date_earliest_value__lte: datetime
    config__date_earliest_value__range: tuple[datetime, datetime]
    config__date_earliest_value__isnull: bool
    config__date_latest_value: datetime | None
    config__date_latest_value__ne: datetime | None
    config__date_latest_value__in: Iterable[datetime]
    config__date_latest_value__not_in: Iterable[datetime]
    config__date_latest_value__gt: datetime
    config__date_latest_value__gte: datetime
    config__date_latest_value__lt: datetime
    config__date_latest_value__lte: datetime
    config__date_latest_value__range: tuple[datetime, datetime]
    config__date_latest_value__isnull: bool
    config__file_types_mode: Literal["specific", "all"] | None
    config__file_types_mode__ne: Literal["specific", "all"] | None
    config__file_types_mode__in: Iterable[Literal["specific", "all"]]
    config__file_types_mode__not_in: Iterable[Literal["specific", "all"]]
    config__file_types_mode__isnull: bool
    config__file_types_supported: str
    config__file_types_supported__in: Iterable[str]
    config__file_types_supported__contains: str
    config__file_types_supported__isnull: bool
    config__file_types_other: str
    config__file_types_other__in: Iterable[str]
    config__file_types_other__contains: str
    config__file_types_other__isnull: bool
    config__file_max_size: int | None
    config__file_max_size__ne: int | None
    config__file_max_size__in: Iterable[int]
    config__file_max_size__not_in: Iterable[int]
    config__file_max_size__gt: int
    config__file_max_size__gte: int
    config__file_max_size__lt: int
    config__file_max_size__lte: int
    config__file_max_size__range: tuple[int, int]
    config__file_max_size__isnull: bool
    config__text_characters_limited: bool | None
    config__text_characters_limited__isnull: bool
    config__text_min_length: int | None
    config__text_min_length__ne: int | None
    config__text_min_length__in: Iterable[int]
    config__text_min_length__not_in: Iterable[int]
    config__text_min_length__gt: int
    config__text_min_length__gte: int
    config__text_min_length__lt: int
    config__text_min_length__lte: int
    config__text_min_length__range: tuple[int, int]
    config__text_min_length__isnull: bool
    config__text_max_length: int | None
    config__text_max_length__ne: int | None
    config__text_max_length__in: Iterable[int]
    config__text_max_length__not_in: Iterable[int]
    config__text_max_length__gt: int
    config__text_max_length__gte: int
    config__text_max_length__lt: int
    config__text_max_length__lte: int
    config__text_max_length__range: tuple[int, int]
    config__text_max_length__isnull: bool
    config__text_lines_limited: bool | None
    config__text_lines_limited__isnull: bool
    config__text_max_lines: int | None
    config__text_max_lines__ne: int | None
    config__text_max_lines__in: Iterable[int]
    config__text_max_lines__not_in: Iterable[int]
    config__text_max_lines__gt: int
    config__text_max_lines__gte: int
    config__text_max_lines__lt: int
    config__text_max_lines__lte: int
    config__text_max_lines__range: tuple[int, int]
    config__text_max_lines__isnull: bool
    config__number_limited: bool | None
    config__number_limited__isnull: bool
    config__number_limit_mode: Literal["lowest", "highest", "range"] | None
    config__number_limit_mode__ne: Literal["lowest", "highest", "range"] | None
    config__number_limit_mode__in: Iterable[Literal["lowest", "highest", "range"]]
    config__number_limit_mode__not_in: Iterable[Literal["lowest", "highest", "range"]]
    config__number_limit_mode__isnull: bool
    config__number_lowest_value: Decimal | int | None
    config__number_lowest_value__ne: Decimal | int | None
    config__number_lowest_value__in: Iterable[Decimal | int]
    config__number_lowest_value__not_in: Iterable[Decimal | int]
    config__number_lowest_value__gt: Decimal | int
    config__number_lowest_value__gte: Decimal | int
    config__number_lowest_value__lt: Decimal | int
    config__number_lowest_value__lte: Decimal | int
    config__number_lowest_value__range: tuple[Decimal | int, Decimal | int]
    config__number_lowest_value__isnull: bool
    config__number_highest_value: Decimal | int | None
    config__number_highest_value__ne: Decimal | int | None
    config__number_highest_value__in: Iterable[Decimal | int]
    config__number_highest_value__not_in: Iterable[Decimal | int]
    config__number_highest_value__gt: Decimal | int
    config__number_highest_value__gte: Decimal | int
    config__number_highest_value__lt: Decimal | int
    config__number_highest_value__lte: Decimal | int
    config__number_highest_value__range: tuple[Decimal | int, Decimal | int]
    config__number_highest_value__isnull: bool
    config__number_integers_only: bool | None
    config__number_integers_only__isnull: bool
    config__product_list_adjusts_inventory: bool | None
    config__product_list_adjusts_inventory__isnull: bool
    config__product_list_adjusts_pricing: bool | None
    config__product_list_adjusts_pricing__isnull: bool
    config__product_list_shipping_calc: Literal["none", "weight", "package"] | None
    config__product_list_shipping_calc__ne: Literal["none", "weight", "package"] | None
    config__product_list_shipping_calc__in: Iterable[Literal["none", "weight", "package"]]
    config__product_list_shipping_calc__not_in: Iterable[Literal["none", "weight", "package"]]
    config__product_list_shipping_calc__isnull: bool
    config__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool

def product_option(**lookups: Unpack[ProductOptionLookups]) -> None: ...

class ProductOptionValueLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]
    option_id: int | str
    option_id__in: Iterable[int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    label: str | None
    label__ne: str | None
    label__in: Iterable[str]
    label__not_in: Iterable[str]
    label__contains: str
    label__icontains: str
    label__iexact: str
    label__startswith: str
    label__istartswith: str
    label__endswith: str
    label__iendswith: str
    label__regex: str
    label__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    is_default: bool | None
    is_default__isnull: bool
    value_data__isnull: bool

def product_option_value(**lookups: Unpack[ProductOptionValueLookups]) -> None: ...

class BulkPricingRuleLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    quantity_min: int | None
    quantity_min__ne: int | None
    quantity_min__in: Iterable[int]
    quantity_min__not_in: Iterable[int]
    quantity_min__gt: int
    quantity_min__gte: int
    quantity_min__lt: int
    quantity_min__lte: int
    quantity_min__range: tuple[int, int]
    quantity_min__isnull: bool
    quantity_max: int | None
    quantity_max__ne: int | None
    quantity_max__in: Iterable[int]
    quantity_max__not_in: Iterable[int]
    quantity_max__gt: int
    quantity_max__gte: int
    quantity_max__lt: int
    quantity_max__lte: int
    quantity_max__range: tuple[int, int]
    quantity_max__isnull: bool
    type: Literal["price", "percent", "fixed"] | None
    type__ne: Literal["price", "percent", "fixed"] | None
    type__in: Iterable[Literal["price", "percent", "fixed"]]
    type__not_in: Iterable[Literal["price", "percent", "fixed"]]
    type__isnull: bool
    amount: Decimal | int | None
    amount__ne: Decimal | int | None
    amount__in: Iterable[Decimal | int]
    amount__not_in: Iterable[Decimal | int]
    amount__gt: Decimal | int
    amount__gte: Decimal | int
    amount__lt: Decimal | int
    amount__lte: Decimal | int
    amount__range: tuple[Decimal | int, Decimal | int]
    amount__isnull: bool

def bulk_pricing_rule(**lookups: Unpack[BulkPricingRuleLookups]) -> None: ...

class ComplexRuleLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    enabled: bool | None
    enabled__isnull: bool
    stop: bool | None
    stop__isnull: bool
    purchasing_disabled: bool | None
    purchasing_disabled__isnull: bool
    purchasing_disabled_message: str | None
    purchasing_disabled_message__ne: str | None
    purchasing_disabled_message__in: Iterable[str]
    purchasing_disabled_message__not_in: Iterable[str]
    purchasing_disabled_message__contains: str
    purchasing_disabled_message__icontains: str
    purchasing_disabled_message__iexact: str
    purchasing_disabled_message__startswith: str
    purchasing_disabled_message__istartswith: str
    purchasing_disabled_message__endswith: str
    purchasing_disabled_message__iendswith: str
    purchasing_disabled_message__regex: str
    purchasing_disabled_message__isnull: bool
    purchasing_hidden: bool | None
    purchasing_hidden__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    price_adjuster__adjuster: Literal["relative", "percentage"] | None
    price_adjuster__adjuster__ne: Literal["relative", "percentage"] | None
    price_adjuster__adjuster__in: Iterable[Literal["relative", "percentage"]]
    price_adjuster__adjuster__not_in: Iterable[Literal["relative", "percentage"]]
    price_adjuster__adjuster__isnull: bool
    price_adjuster__adjuster_value: Decimal | int | None
    price_adjuster__adjuster_value__ne: Decimal | int | None
    price_adjuster__adjuster_value__in: Iterable[Decimal | int]
    price_adjuster__adjuster_value__not_in: Iterable[Decimal | int]
    price_adjuster__adjuster_value__gt: Decimal | int
    price_adjuster__adjuster_value__gte: Decimal | int
    price_adjuster__adjuster_value__lt: Decimal | int
    price_adjuster__adjuster_value__lte: Decimal | int
    price_adjuster__adjuster_value__range: tuple[Decimal | int, Decimal | int]
    price_adjuster__adjuster_value__isnull: bool
    price_adjuster__isnull: bool
    weight_adjuster__adjuster: Literal["relative", "percentage"] | None
    weight_adjuster__adjuster__ne: Literal["relative", "percentage"] | None
    weight_adjuster__adjuster__in: Iterable[Literal["relative", "percentage"]]
    weight_adjuster__adjuster__not_in: Iterable[Literal["relative", "percentage"]]
    weight_adjuster__adjuster__isnull: bool
    weight_adjuster__adjuster_value: Decimal | int | None
    weight_adjuster__adjuster_value__ne: Decimal | int | None
    weight_adjuster__adjuster_value__in: Iterable[Decimal | int]
    weight_adjuster__adjuster_value__not_in: Iterable[Decimal | int]
    weight_adjuster__adjuster_value__gt: Decimal | int
    weight_adjuster__adjuster_value__gte: Decimal | int
    weight_adjuster__adjuster_value__lt: Decimal | int
    weight_adjuster__adjuster_value__lte: Decimal | int
    weight_adjuster__adjuster_value__range: tuple[Decimal | int, Decimal | int]
    weight_adjuster__adjuster_value__isnull: bool
    weight_adjuster__isnull: bool
    conditions__isnull: bool

def complex_rule(**lookups: Unpack[ComplexRuleLookups]) -> None: ...

class ProductLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    brand: Resource | int | str | None
    brand__in: Iterable[Resource | int | str]
    inventory_low: bool
    out_of_stock: bool
    keyword: str
    keyword_context: Literal["shopper", "merchant"]
    channel_id: int
    channel_id__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    type: Literal["physical", "digital"] | None
    type__ne: Literal["physical", "digital"] | None
    type__in: Iterable[Literal["physical", "digital"]]
    type__not_in: Iterable[Literal["physical", "digital"]]
    type__isnull: bool
    sku: str | None
    sku__ne: str | None
    sku__in: Iterable[str]
    sku__not_in: Iterable[str]
    sku__contains: str
    sku__icontains: str
    sku__iexact: str
    sku__startswith: str
    sku__istartswith: str
    sku__endswith: str
    sku__iendswith: str
    sku__regex: str
    sku__isnull: bool
    description: str | None
    description__ne: str | None
    description__in: Iterable[str]
    description__not_in: Iterable[str]
    description__contains: str
    description__icontains: str
    description__iexact: str
    description__startswith: str
    description__istartswith: str
    description__endswith: str
    description__iendswith: str
    description__regex: str
    description__isnull: bool
    weight: Decimal | int | None
    weight__ne: Decimal | int | None
    weight__in: Iterable[Decimal | int]
    weight__not_in: Iterable[Decimal | int]
    weight__gt: Decimal | int
    weight__gte: Decimal | int
    weight__lt: Decimal | int
    weight__lte: Decimal | int
    weight__range: tuple[Decimal | int, Decimal | int]
    weight__isnull: bool
    width: Decimal | int | None
    width__ne: Decimal | int | None
    width__in: Iterable[Decimal | int]
    width__not_in: Iterable[Decimal | int]
    width__gt: Decimal | int
    width__gte: Decimal | int
    width__lt: Decimal | int
    width__lte: Decimal | int
    width__range: tuple[Decimal | int, Decimal | int]
    width__isnull: bool
    depth: Decimal | int | None
    depth__ne: Decimal | int | None
    depth__in: Iterable[Decimal | int]
    depth__not_in: Iterable[Decimal | int]
    depth__gt: Decimal | int
    depth__gte: Decimal | int
    depth__lt: Decimal | int
    depth__lte: Decimal | int
    depth__range: tuple[Decimal | int, Decimal | int]
    depth__isnull: bool
    height: Decimal | int | None
    height__ne: Decimal | int | None
    height__in: Iterable[Decimal | int]
    height__not_in: Iterable[Decimal | int]
    height__gt: Decimal | int
    height__gte: Decimal | int
    height__lt: Decimal | int
    height__lte: Decimal | int
    height__range: tuple[Decimal | int, Decimal | int]
    height__isnull: bool
    price: Decimal | int | None
    price__ne: Decimal | int | None
    price__in: Iterable[Decimal | int]
    price__not_in: Iterable[Decimal | int]
    price__gt: Decimal | int
    price__gte: Decimal | int
    price__lt: Decimal | int
    price__lte: Decimal | int
    price__range: tuple[Decimal | int, Decimal | int]
    price__isnull: bool
    cost_price: Decimal | int | None
    cost_price__ne: Decimal | int | None
    cost_price__in: Iterable[Decimal | int]
    cost_price__not_in: Iterable[Decimal | int]
    cost_price__gt: Decimal | int
    cost_price__gte: Decimal | int
    cost_price__lt: Decimal | int
    cost_price__lte: Decimal | int
    cost_price__range: tuple[Decimal | int, Decimal | int]
    cost_price__isnull: bool
    retail_price: Decimal | int | None
    retail_price__ne: Decimal | int | None
    retail_price__in: Iterable[Decimal | int]
    retail_price__not_in: Iterable[Decimal | int]
    retail_price__gt: Decimal | int
    retail_price__gte: Decimal | int
    retail_price__lt: Decimal | int
    retail_price__lte: Decimal | int
    retail_price__range: tuple[Decimal | int, Decimal | int]
    retail_price__isnull: bool
    sale_price: Decimal | int | None
    sale_price__ne: Decimal | int | None
    sale_price__in: Iterable[Decimal | int]
    sale_price__not_in: Iterable[Decimal | int]
    sale_price__gt: Decimal | int
    sale_price__gte: Decimal | int
    sale_price__lt: Decimal | int
    sale_price__lte: Decimal | int
    sale_price__range: tuple[Decimal | int, Decimal | int]
    sale_price__isnull: bool
    map_price: Decimal | int | None
    map_price__ne: Decimal | int | None
    map_price__in: Iterable[Decimal | int]
    map_price__not_in: Iterable[Decimal | int]
    map_price__gt: Decimal | int
    map_price__gte: Decimal | int
    map_price__lt: Decimal | int
    map_price__lte: Decimal | int
    map_price__range: tuple[Decimal | int, Decimal | int]
    map_price__isnull: bool
    calculated_price: Decimal | int | None
    calculated_price__ne: Decimal | int | None
    calculated_price__in: Iterable[Decimal | int]
    calculated_price__not_in: Iterable[Decimal | int]
    calculated_price__gt: Decimal | int
    calculated_price__gte: Decimal | int
    calculated_price__lt: Decimal | int
    calculated_price__lte: Decimal | int
    calculated_price__range: tuple[Decimal | int, Decimal | int]
    calculated_price__isnull: bool
    tax_class_id: int | None
    tax_class_id__ne: int | None
    tax_class_id__in: Iterable[int]
    tax_class_id__not_in: Iterable[int]
    tax_class_id__gt: int
    tax_class_id__gte: int
    tax_class_id__lt: int
    tax_class_id__lte: int
    tax_class_id__range: tuple[int, int]
    tax_class_id__isnull: bool
    product_tax_code: str | None
    product_tax_code__ne: str | None
    product_tax_code__in: Iterable[str]
    product_tax_code__not_in: Iterable[str]
    product_tax_code__contains: str
    product_tax_code__icontains: str
    product_tax_code__iexact: str
    product_tax_code__startswith: str
    product_tax_code__istartswith: str
    product_tax_code__endswith: str
    product_tax_code__iendswith: str
    product_tax_code__regex: str
    product_tax_code__isnull: bool
    categories: int
    categories__in: Iterable[int]
    categories__contains: int
    categories__isnull: bool
    brand_id: int | None
    brand_id__ne: int | None
    brand_id__in: Iterable[int]
    brand_id__not_in: Iterable[int]
    brand_id__gt: int
    brand_id__gte: int
    brand_id__lt: int
    brand_id__lte: int
    brand_id__range: tuple[int, int]
    brand_id__isnull: bool
    brand_name: str | None
    brand_name__ne: str | None
    brand_name__in: Iterable[str]
    brand_name__not_in: Iterable[str]
    brand_name__contains: str
    brand_name__icontains: str
    brand_name__iexact: str
    brand_name__startswith: str
    brand_name__istartswith: str
    brand_name__endswith: str
    brand_name__iendswith: str
    brand_name__regex: str
    brand_name__isnull: bool
    inventory_level: int | None
    inventory_level__ne: int | None
    inventory_level__in: Iterable[int]
    inventory_level__not_in: Iterable[int]
    inventory_level__gt: int
    inventory_level__gte: int
    inventory_level__lt: int
    inventory_level__lte: int
    inventory_level__range: tuple[int, int]
    inventory_level__isnull: bool
    inventory_warning_level: int | None
    inventory_warning_level__ne: int | None
    inventory_warning_level__in: Iterable[int]
    inventory_warning_level__not_in: Iterable[int]
    inventory_warning_level__gt: int
    inventory_warning_level__gte: int
    inventory_warning_level__lt: int
    inventory_warning_level__lte: int
    inventory_warning_level__range: tuple[int, int]
    inventory_warning_level__isnull: bool
    inventory_tracking: Literal["none", "product", "variant"] | None
    inventory_tracking__ne: Literal["none", "product", "variant"] | None
    inventory_tracking__in: Iterable[Literal["none", "product", "variant"]]
    inventory_tracking__not_in: Iterable[Literal["none", "product", "variant"]]
    inventory_tracking__isnull: bool
    fixed_cost_shipping_price: Decimal | int | None
    fixed_cost_shipping_price__ne: Decimal | int | None
    fixed_cost_shipping_price__in: Iterable[Decimal | int]
    fixed_cost_shipping_price__not_in: Iterable[Decimal | int]
    fixed_cost_shipping_price__gt: Decimal | int
    fixed_cost_shipping_price__gte: Decimal | int
    fixed_cost_shipping_price__lt: Decimal | int
    fixed_cost_shipping_price__lte: Decimal | int
    fixed_cost_shipping_price__range: tuple[Decimal | int, Decimal | int]
    fixed_cost_shipping_price__isnull: bool
    is_free_shipping: bool | None
    is_free_shipping__isnull: bool
    is_visible: bool | None
    is_visible__isnull: bool
    is_featured: bool | None
    is_featured__isnull: bool
    related_products: int
    related_products__in: Iterable[int]
    related_products__contains: int
    related_products__isnull: bool
    warranty: str | None
    warranty__ne: str | None
    warranty__in: Iterable[str]
    warranty__not_in: Iterable[str]
    warranty__contains: str
    warranty__icontains: str
    warranty__iexact: str
    warranty__startswith: str
    warranty__istartswith: str
    warranty__endswith: str
    warranty__iendswith: str
    warranty__regex: str
    warranty__isnull: bool
    bin_picking_number: str | None
    bin_picking_number__ne: str | None
    bin_picking_number__in: Iterable[str]
    bin_picking_number__not_in: Iterable[str]
    bin_picking_number__contains: str
    bin_picking_number__icontains: str
    bin_picking_number__iexact: str
    bin_picking_number__startswith: str
    bin_picking_number__istartswith: str
    bin_picking_number__endswith: str
    bin_picking_number__iendswith: str
    bin_picking_number__regex: str
    bin_picking_number__isnull: bool
    layout_file: str | None
    layout_file__ne: str | None
    layout_file__in: Iterable[str]
    layout_file__not_in: Iterable[str]
    layout_file__contains: str
    layout_file__icontains: str
    layout_file__iexact: str
    layout_file__startswith: str
    layout_file__istartswith: str
    layout_file__endswith: str
    layout_file__iendswith: str
    layout_file__regex: str
    layout_file__isnull: bool
    upc: str | None
    upc__ne: str | None
    upc__in: Iterable[str]
    upc__not_in: Iterable[str]
    upc__contains: str
    upc__icontains: str
    upc__iexact: str
    upc__startswith: str
    upc__istartswith: str
    upc__endswith: str
    upc__iendswith: str
    upc__regex: str
    upc__isnull: bool
    mpn: str | None
    mpn__ne: str | None
    mpn__in: Iterable[str]
    mpn__not_in: Iterable[str]
    mpn__contains: str
    mpn__icontains: str
    mpn__iexact: str
    mpn__startswith: str
    mpn__istartswith: str
    mpn__endswith: str
    mpn__iendswith: str
    mpn__regex: str
    mpn__isnull: bool
    gtin: str | None
    gtin__ne: str | None
    gtin__in: Iterable[str]
    gtin__not_in: Iterable[str]
    gtin__contains: str
    gtin__icontains: str
    gtin__iexact: str
    gtin__startswith: str
    gtin__istartswith: str
    gtin__endswith: str
    gtin__iendswith: str
    gtin__regex: str
    gtin__isnull: bool
    search_keywords: str | None
    search_keywords__ne: str | None
    search_keywords__in: Iterable[str]
    search_keywords__not_in: Iterable[str]
    search_keywords__contains: str
    search_keywords__icontains: str
    search_keywords__iexact: str
    search_keywords__startswith: str
    search_keywords__istartswith: str
    search_keywords__endswith: str
    search_keywords__iendswith: str
    search_keywords__regex: str
    search_keywords__isnull: bool
    availability: Literal["available", "disabled", "preorder"] | None
    availability__ne: Literal["available", "disabled", "preorder"] | None
    availability__in: Iterable[Literal["available", "disabled", "preorder"]]
    availability__not_in: Iterable[Literal["available", "disabled", "preorder"]]
    availability__isnull: bool
    availability_description: str | None
    availability_description__ne: str | None
    availability_description__in: Iterable[str]
    availability_description__not_in: Iterable[str]
    availability_description__contains: str
    availability_description__icontains: str
    availability_description__iexact: str
    availability_description__startswith: str
    availability_description__istartswith: str
    availability_description__endswith: str
    availability_description__iendswith: str
    availability_description__regex: str
    availability_description__isnull: bool
    gift_wrapping_options_type: Literal["any", "none", "list"] | None
    gift_wrapping_options_type__ne: Literal["any", "none", "list"] | None
    gift_wrapping_options_type__in: Iterable[Literal["any", "none", "list"]]
    gift_wrapping_options_type__not_in: Iterable[Literal["any", "none", "list"]]
    gift_wrapping_options_type__isnull: bool
    gift_wrapping_options_list: int
    gift_wrapping_options_list__in: Iterable[int]
    gift_wrapping_options_list__contains: int
    gift_wrapping_options_list__isnull: bool
    sort_order: int | None
    sort_order__ne: int | None
    sort_order__in: Iterable[int]
    sort_order__not_in: Iterable[int]
    sort_order__gt: int
    sort_order__gte: int
    sort_order__lt: int
    sort_order__lte: int
    sort_order__range: tuple[int, int]
    sort_order__isnull: bool
    condition: Literal["New", "Used", "Refurbished"] | None
    condition__ne: Literal["New", "Used", "Refurbished"] | None
    condition__in: Iterable[Literal["New", "Used", "Refurbished"]]
    condition__not_in: Iterable[Literal["New", "Used", "Refurbished"]]
    condition__isnull: bool
    is_condition_shown: bool | None
    is_condition_shown__isnull: bool
    order_quantity_minimum: int | None
    order_quantity_minimum__ne: int | None
    order_quantity_minimum__in: Iterable[int]
    order_quantity_minimum__not_in: Iterable[int]
    order_quantity_minimum__gt: int
    order_quantity_minimum__gte: int
    order_quantity_minimum__lt: int
    order_quantity_minimum__lte: int
    order_quantity_minimum__range: tuple[int, int]
    order_quantity_minimum__isnull: bool
    order_quantity_maximum: int | None
    order_quantity_maximum__ne: int | None
    order_quantity_maximum__in: Iterable[int]
    order_quantity_maximum__not_in: Iterable[int]
    order_quantity_maximum__gt: int
    order_quantity_maximum__gte: int
    order_quantity_maximum__lt: int
    order_quantity_maximum__lte: int
    order_quantity_maximum__range: tuple[int, int]
    order_quantity_maximum__isnull: bool
    page_title: str | None
    page_title__ne: str | None
    page_title__in: Iterable[str]
    page_title__not_in: Iterable[str]
    page_title__contains: str
    page_title__icontains: str
    page_title__iexact: str
    page_title__startswith: str
    page_title__istartswith: str
    page_title__endswith: str
    page_title__iendswith: str
    page_title__regex: str
    page_title__isnull: bool
    meta_keywords: str
    meta_keywords__in: Iterable[str]
    meta_keywords__contains: str
    meta_keywords__isnull: bool
    meta_description: str | None
    meta_description__ne: str | None
    meta_description__in: Iterable[str]
    meta_description__not_in: Iterable[str]
    meta_description__contains: str
    meta_description__icontains: str
    meta_description__iexact: str
    meta_description__startswith: str
    meta_description__istartswith: str
    meta_description__endswith: str
    meta_description__iendswith: str
    meta_description__regex: str
    meta_description__isnull: bool
    view_count: int | None
    view_count__ne: int | None
    view_count__in: Iterable[int]
    view_count__not_in: Iterable[int]
    view_count__gt: int
    view_count__gte: int
    view_count__lt: int
    view_count__lte: int
    view_count__range: tuple[int, int]
    view_count__isnull: bool
    preorder_release_date: datetime | None
    preorder_release_date__ne: datetime | None
    preorder_release_date__in: Iterable[datetime]
    preorder_release_date__not_in: Iterable[datetime]
    preorder_release_date__gt: datetime
    preorder_release_date__gte: datetime
    preorder_release_date__lt: datetime
    preorder_release_date__lte: datetime
    preorder_release_date__range: tuple[datetime, datetime]
    preorder_release_date__isnull: bool
    preorder_message: str | None
    preorder_message__ne: str | None
    preorder_message__in: Iterable[str]
    preorder_message__not_in: Iterable[str]
    preorder_message__contains: str
    preorder_message__icontains: str
    preorder_message__iexact: str
    preorder_message__startswith: str
    preorder_message__istartswith: str
    preorder_message__endswith: str
    preorder_message__iendswith: str
    preorder_message__regex: str
    preorder_message__isnull: bool
    is_preorder_only: bool | None
    is_preorder_only__isnull: bool
    is_price_hidden: bool | None
    is_price_hidden__isnull: bool
    price_hidden_label: str | None
    price_hidden_label__ne: str | None
    price_hidden_label__in: Iterable[str]
    price_hidden_label__not_in: Iterable[str]
    price_hidden_label__contains: str
    price_hidden_label__icontains: str
    price_hidden_label__iexact: str
    price_hidden_label__startswith: str
    price_hidden_label__istartswith: str
    price_hidden_label__endswith: str
    price_hidden_label__iendswith: str
    price_hidden_label__regex: str
    price_hidden_label__isnull: bool
    custom_url__url: str | None
    custom_url__url__ne: str | None
    custom_url__url__in: Iterable[str]
    custom_url__url__not_in: Iterable[str]
    custom_url__url__contains: str
    custom_url__url__icontains: str
    custom_url__url__iexact: str
    custom_url__url__startswith: str
    custom_url__url__istartswith: str
    custom_url__url__endswith: str
    custom_url__url__iendswith: str
    custom_url__url__regex: str
    custom_url__url__isnull: bool
    custom_url__is_customized: bool | None
    custom_url__is_customized__isnull: bool
    custom_url__create_redirect: bool | None
    custom_url__create_redirect__isnull: bool
    custom_url__isnull: bool
    open_graph_type: Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"] | None
    open_graph_type__ne: Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"] | None
    open_graph_type__in: Iterable[Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"]]
    open_graph_type__not_in: Iterable[Literal["product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"]]
    open_graph_type__isnull: bool
    open_graph_title: str | None
    open_graph_title__ne: str | None
    open_graph_title__in: Iterable[str]
    open_graph_title__not_in: Iterable[str]
    open_graph_title__contains: str
    open_graph_title__icontains: str
    open_graph_title__iexact: str
    open_graph_title__startswith: str
    open_graph_title__istartswith: str
    open_graph_title__endswith: str
    open_graph_title__iendswith: str
    open_graph_title__regex: str
    open_graph_title__isnull: bool
    open_graph_description: str | None
    open_graph_description__ne: str | None
    open_graph_description__in: Iterable[str]
    open_graph_description__not_in: Iterable[str]
    open_graph_description__contains: str
    open_graph_description__icontains: str
    open_graph_description__iexact: str
    open_graph_description__startswith: str
    open_graph_description__istartswith: str
    open_graph_description__endswith: str
    open_graph_description__iendswith: str
    open_graph_description__regex: str
    open_graph_description__isnull: bool
    open_graph_use_meta_description: bool | None
    open_graph_use_meta_description__isnull: bool
    open_graph_use_product_name: bool | None
    open_graph_use_product_name__isnull: bool
    open_graph_use_image: bool | None
    open_graph_use_image__isnull: bool
    reviews_rating_sum: int | None
    reviews_rating_sum__ne: int | None
    reviews_rating_sum__in: Iterable[int]
    reviews_rating_sum__not_in: Iterable[int]
    reviews_rating_sum__gt: int
    reviews_rating_sum__gte: int
    reviews_rating_sum__lt: int
    reviews_rating_sum__lte: int
    reviews_rating_sum__range: tuple[int, int]
    reviews_rating_sum__isnull: bool
    reviews_count: int | None
    reviews_count__ne: int | None
    reviews_count__in: Iterable[int]
    reviews_count__not_in: Iterable[int]
    reviews_count__gt: int
    reviews_count__gte: int
    reviews_count__lt: int
    reviews_count__lte: int
    reviews_count__range: tuple[int, int]
    reviews_count__isnull: bool
    total_sold: int | None
    total_sold__ne: int | None
    total_sold__in: Iterable[int]
    total_sold__not_in: Iterable[int]
    total_sold__gt: int
    total_sold__gte: int
    total_sold__lt: int
    total_sold__lte: int
    total_sold__range: tuple[int, int]
    total_sold__isnull: bool
    date_last_imported: datetime | None
    date_last_imported__ne: datetime | None
    date_last_imported__in: Iterable[datetime]
    date_last_imported__not_in: Iterable[datetime]
    date_last_imported__gt: datetime
    date_last_imported__gte: datetime
    date_last_imported__lt: datetime
    date_last_imported__lte: datetime
    date_last_imported__range: tuple[datetime, datetime]
    date_last_imported__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool
    base_variant_id: int | None
    base_variant_id__ne: int | None
    base_variant_id__in: Iterable[int]
    base_variant_id__not_in: Iterable[int]
    base_variant_id__gt: int
    base_variant_id__gte: int
    base_variant_id__lt: int
    base_variant_id__lte: int
    base_variant_id__range: tuple[int, int]
    base_variant_id__isnull: bool
    option_set_id: int | None
    option_set_id__ne: int | None
    option_set_id__in: Iterable[int]
    option_set_id__not_in: Iterable[int]
    option_set_id__gt: int
    option_set_id__gte: int
    option_set_id__lt: int
    option_set_id__lte: int
    option_set_id__range: tuple[int, int]
    option_set_id__isnull: bool
    option_set_display: str | None
    option_set_display__ne: str | None
    option_set_display__in: Iterable[str]
    option_set_display__not_in: Iterable[str]
    option_set_display__contains: str
    option_set_display__icontains: str
    option_set_display__iexact: str
    option_set_display__startswith: str
    option_set_display__istartswith: str
    option_set_display__endswith: str
    option_set_display__iendswith: str
    option_set_display__regex: str
    option_set_display__isnull: bool
    parent_relations__isnull: bool
    channels: int
    channels__in: Iterable[int]
    channels__contains: int
    channels__isnull: bool

def product(**lookups: Unpack[ProductLookups]) -> None: ...

class ProductCustomFieldLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    value: str | None
    value__ne: str | None
    value__in: Iterable[str]
    value__not_in: Iterable[str]
    value__contains: str
    value__icontains: str
    value__iexact: str
    value__startswith: str
    value__istartswith: str
    value__endswith: str
    value__iendswith: str
    value__regex: str
    value__isnull: bool

def product_custom_field(**lookups: Unpack[ProductCustomFieldLookups]) -> None: ...

class ProductMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]

def product_metafield(**lookups: Unpack[ProductMetafieldLookups]) -> None: ...

class ProductReviewLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    title: str | None
    title__ne: str | None
    title__in: Iterable[str]
    title__not_in: Iterable[str]
    title__contains: str
    title__icontains: str
    title__iexact: str
    title__startswith: str
    title__istartswith: str
    title__endswith: str
    title__iendswith: str
    title__regex: str
    title__isnull: bool
    text: str | None
    text__ne: str | None
    text__in: Iterable[str]
    text__not_in: Iterable[str]
    text__contains: str
    text__icontains: str
    text__iexact: str
    text__startswith: str
    text__istartswith: str
    text__endswith: str
    text__iendswith: str
    text__regex: str
    text__isnull: bool
    status: str | None
    status__ne: str | None
    status__in: Iterable[str]
    status__not_in: Iterable[str]
    status__contains: str
    status__icontains: str
    status__iexact: str
    status__startswith: str
    status__istartswith: str
    status__endswith: str
    status__iendswith: str
    status__regex: str
    status__isnull: bool
    rating: int | None
    rating__ne: int | None
    rating__in: Iterable[int]
    rating__not_in: Iterable[int]
    rating__gt: int
    rating__gte: int
    rating__lt: int
    rating__lte: int
    rating__range: tuple[int, int]
    rating__isnull: bool
    email: str | None
    email__ne: str | None
    email__in: Iterable[str]
    email__not_in: Iterable[str]
    email__contains: str
    email__icontains: str
    email__iexact: str
    email__startswith: str
    email__istartswith: str
    email__endswith: str
    email__iendswith: str
    email__regex: str
    email__isnull: bool
    name: str | None
    name__ne: str | None
    name__in: Iterable[str]
    name__not_in: Iterable[str]
    name__contains: str
    name__icontains: str
    name__iexact: str
    name__startswith: str
    name__istartswith: str
    name__endswith: str
    name__iendswith: str
    name__regex: str
    name__isnull: bool
    date_reviewed: datetime | None
    date_reviewed__ne: datetime | None
    date_reviewed__in: Iterable[datetime]
    date_reviewed__not_in: Iterable[datetime]
    date_reviewed__gt: datetime
    date_reviewed__gte: datetime
    date_reviewed__lt: datetime
    date_reviewed__lte: datetime
    date_reviewed__range: tuple[datetime, datetime]
    date_reviewed__isnull: bool
    date_created: datetime | None
    date_created__ne: datetime | None
    date_created__in: Iterable[datetime]
    date_created__not_in: Iterable[datetime]
    date_created__gt: datetime
    date_created__gte: datetime
    date_created__lt: datetime
    date_created__lte: datetime
    date_created__range: tuple[datetime, datetime]
    date_created__isnull: bool
    date_modified: datetime | None
    date_modified__ne: datetime | None
    date_modified__in: Iterable[datetime]
    date_modified__not_in: Iterable[datetime]
    date_modified__gt: datetime
    date_modified__gte: datetime
    date_modified__lt: datetime
    date_modified__lte: datetime
    date_modified__range: tuple[datetime, datetime]
    date_modified__isnull: bool

def product_review(**lookups: Unpack[ProductReviewLookups]) -> None: ...

class CertificateLookups(TypedDict, total=False):
    pk: str
    pk__in: Iterable[str]
    urls: str
    urls__in: Iterable[str]
    common_name: str | None
    common_name__ne: str | None
    common_name__in: Iterable[str]
    common_name__not_in: Iterable[str]
    common_name__contains: str
    common_name__icontains: str
    common_name__iexact: str
    common_name__startswith: str
    common_name__istartswith: str
    common_name__endswith: str
    common_name__iendswith: str
    common_name__regex: str
    common_name__isnull: bool
    subject_alternative_names: str
    subject_alternative_names__in: Iterable[str]
    subject_alternative_names__contains: str
    subject_alternative_names__isnull: bool
    validity_not_before: str | None
    validity_not_before__ne: str | None
    validity_not_before__in: Iterable[str]
    validity_not_before__not_in: Iterable[str]
    validity_not_before__contains: str
    validity_not_before__icontains: str
    validity_not_before__iexact: str
    validity_not_before__startswith: str
    validity_not_before__istartswith: str
    validity_not_before__endswith: str
    validity_not_before__iendswith: str
    validity_not_before__regex: str
    validity_not_before__isnull: bool
    validity_not_after: str | None
    validity_not_after__ne: str | None
    validity_not_after__in: Iterable[str]
    validity_not_after__not_in: Iterable[str]
    validity_not_after__contains: str
    validity_not_after__icontains: str
    validity_not_after__iexact: str
    validity_not_after__startswith: str
    validity_not_after__istartswith: str
    validity_not_after__endswith: str
    validity_not_after__iendswith: str
    validity_not_after__regex: str
    validity_not_after__isnull: bool
    signing_algorithm: str | None
    signing_algorithm__ne: str | None
    signing_algorithm__in: Iterable[str]
    signing_algorithm__not_in: Iterable[str]
    signing_algorithm__contains: str
    signing_algorithm__icontains: str
    signing_algorithm__iexact: str
    signing_algorithm__startswith: str
    signing_algorithm__istartswith: str
    signing_algorithm__endswith: str
    signing_algorithm__iendswith: str
    signing_algorithm__regex: str
    signing_algorithm__isnull: bool
    issuer: str | None
    issuer__ne: str | None
    issuer__in: Iterable[str]
    issuer__not_in: Iterable[str]
    issuer__contains: str
    issuer__icontains: str
    issuer__iexact: str
    issuer__startswith: str
    issuer__istartswith: str
    issuer__endswith: str
    issuer__iendswith: str
    issuer__regex: str
    issuer__isnull: bool
    certificate: str | None
    certificate__ne: str | None
    certificate__in: Iterable[str]
    certificate__not_in: Iterable[str]
    certificate__contains: str
    certificate__icontains: str
    certificate__iexact: str
    certificate__startswith: str
    certificate__istartswith: str
    certificate__endswith: str
    certificate__iendswith: str
    certificate__regex: str
    certificate__isnull: bool
    intermediate_certificates: str | None
    intermediate_certificates__ne: str | None
    intermediate_certificates__in: Iterable[str]
    intermediate_certificates__not_in: Iterable[str]
    intermediate_certificates__contains: str
    intermediate_certificates__icontains: str
    intermediate_certificates__iexact: str
    intermediate_certificates__startswith: str
    intermediate_certificates__istartswith: str
    intermediate_certificates__endswith: str
    intermediate_certificates__iendswith: str
    intermediate_certificates__regex: str
    intermediate_certificates__isnull: bool

def certificate(**lookups: Unpack[CertificateLookups]) -> None: ...

class SiteFieldsLookups(TypedDict, total=False):
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    url: str | None
    url__ne: str | None
    url__in: Iterable[str]
    url__not_in: Iterable[str]
    url__contains: str
    url__icontains: str
    url__iexact: str
    url__startswith: str
    url__istartswith: str
    url__endswith: str
    url__iendswith: str
    url__regex: str
    url__isnull: bool
    created_at: datetime | None
    created_at__ne: datetime | None
    created_at__in: Iterable[datetime]
    created_at__not_in: Iterable[datetime]
    created_at__gt: datetime
    created_at__gte: datetime
    created_at__lt: datetime
    created_at__lte: datetime
    created_at__range: tuple[datetime, datetime]
    created_at__isnull: bool
    updated_at: datetime | None
    updated_at__ne: datetime | None
    updated_at__in: Iterable[datetime]
    updated_at__not_in: Iterable[datetime]
    updated_at__gt: datetime
    updated_at__gte: datetime
    updated_at__lt: datetime
    updated_at__lte: datetime
    updated_at__range: tuple[datetime, datetime]
    updated_at__isnull: bool
    ssl_status: Literal["dedicated", "shared"] | None
    ssl_status__ne: Literal["dedicated", "shared"] | None
    ssl_status__in: Iterable[Literal["dedicated", "shared"]]
    ssl_status__not_in: Iterable[Literal["dedicated", "shared"]]
    ssl_status__isnull: bool
    urls__isnull: bool
    is_checkout_url_customized: bool | None
    is_checkout_url_customized__isnull: bool

class ChannelSiteLookups(SiteFieldsLookups, total=False):
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool

def channel_site(**lookups: Unpack[ChannelSiteLookups]) -> None: ...

class SiteLookups(SiteFieldsLookups, total=False):
    pk: int
    pk__in: Iterable[int]
    channel: Resource | int | str | None
    channel__in: Iterable[Resource | int | str]
    url_type: Literal["primary", "canonical", "checkout"]
    url_type__in: Iterable[Literal["primary", "canonical", "checkout"]]
    channel_id: int | None
    channel_id__ne: int | None
    channel_id__in: Iterable[int]
    channel_id__not_in: Iterable[int]
    channel_id__gt: int
    channel_id__gte: int
    channel_id__lt: int
    channel_id__lte: int
    channel_id__range: tuple[int, int]
    channel_id__isnull: bool

def site(**lookups: Unpack[SiteLookups]) -> None: ...

class SiteCertificateLookups(TypedDict, total=False):
    site_id: int | str
    site_id__in: Iterable[int | str]
    status: Literal["shared", "dedicated"] | None
    status__ne: Literal["shared", "dedicated"] | None
    status__in: Iterable[Literal["shared", "dedicated"]]
    status__not_in: Iterable[Literal["shared", "dedicated"]]
    status__isnull: bool
    installed_certificate__common_name: str | None
    installed_certificate__common_name__ne: str | None
    installed_certificate__common_name__in: Iterable[str]
    installed_certificate__common_name__not_in: Iterable[str]
    installed_certificate__common_name__contains: str
    installed_certificate__common_name__icontains: str
    installed_certificate__common_name__iexact: str
    installed_certificate__common_name__startswith: str
    installed_certificate__common_name__istartswith: str
    installed_certificate__common_name__endswith: str
    installed_certificate__common_name__iendswith: str
    installed_certificate__common_name__regex: str
    installed_certificate__common_name__isnull: bool
    installed_certificate__subject_alternative_names: str
    installed_certificate__subject_alternative_names__in: Iterable[str]
    installed_certificate__subject_alternative_names__contains: str
    installed_certificate__subject_alternative_names__isnull: bool
    installed_certificate__validity_not_before: str | None
    installed_certificate__validity_not_before__ne: str | None
    installed_certificate__validity_not_before__in: Iterable[str]
    installed_certificate__validity_not_before__not_in: Iterable[str]
    installed_certificate__validity_not_before__contains: str
    installed_certificate__validity_not_before__icontains: str
    installed_certificate__validity_not_before__iexact: str
    installed_certificate__validity_not_before__startswith: str
    installed_certificate__validity_not_before__istartswith: str
    installed_certificate__validity_not_before__endswith: str
    installed_certificate__validity_not_before__iendswith: str
    installed_certificate__validity_not_before__regex: str
    installed_certificate__validity_not_before__isnull: bool
    installed_certificate__validity_not_after: str | None
    installed_certificate__validity_not_after__ne: str | None
    installed_certificate__validity_not_after__in: Iterable[str]
    installed_certificate__validity_not_after__not_in: Iterable[str]
    installed_certificate__validity_not_after__contains: str
    installed_certificate__validity_not_after__icontains: str
    installed_certificate__validity_not_after__iexact: str
    installed_certificate__validity_not_after__startswith: str
    installed_certificate__validity_not_after__istartswith: str
    installed_certificate__validity_not_after__endswith: str
    installed_certificate__validity_not_after__iendswith: str
    installed_certificate__validity_not_after__regex: str
    installed_certificate__validity_not_after__isnull: bool
    installed_certificate__signing_algorithm: str | None
    installed_certificate__signing_algorithm__ne: str | None
    installed_certificate__signing_algorithm__in: Iterable[str]
    installed_certificate__signing_algorithm__not_in: Iterable[str]
    installed_certificate__signing_algorithm__contains: str
    installed_certificate__signing_algorithm__icontains: str
    installed_certificate__signing_algorithm__iexact: str
    installed_certificate__signing_algorithm__startswith: str
    installed_certificate__signing_algorithm__istartswith: str
    installed_certificate__signing_algorithm__endswith: str
    installed_certificate__signing_algorithm__iendswith: str
    installed_certificate__signing_algorithm__regex: str
    installed_certificate__signing_algorithm__isnull: bool
    installed_certificate__issuer: str | None
    installed_certificate__issuer__ne: str | None
    installed_certificate__issuer__in: Iterable[str]
    installed_certificate__issuer__not_in: Iterable[str]
    installed_certificate__issuer__contains: str
    installed_certificate__issuer__icontains: str
    installed_certificate__issuer__iexact: str
    installed_certificate__issuer__startswith: str
    installed_certificate__issuer__istartswith: str
    installed_certificate__issuer__endswith: str
    installed_certificate__issuer__iendswith: str
    installed_certificate__issuer__regex: str
    installed_certificate__issuer__isnull: bool
    installed_certificate__certificate: str | None
    installed_certificate__certificate__ne: str | None
    installed_certificate__certificate__in: Iterable[str]
    installed_certificate__certificate__not_in: Iterable[str]
    installed_certificate__certificate__contains: str
    installed_certificate__certificate__icontains: str
    installed_certificate__certificate__iexact: str
    installed_certificate__certificate__startswith: str
    installed_certificate__certificate__istartswith: str
    installed_certificate__certificate__endswith: str
    installed_certificate__certificate__iendswith: str
    installed_certificate__certificate__regex: str
    installed_certificate__certificate__isnull: bool
    installed_certificate__intermediate_certificates: str | None
    installed_certificate__intermediate_certificates__ne: str | None
    installed_certificate__intermediate_certificates__in: Iterable[str]
    installed_certificate__intermediate_certificates__not_in: Iterable[str]
    installed_certificate__intermediate_certificates__contains: str
    installed_certificate__intermediate_certificates__icontains: str
    installed_certificate__intermediate_certificates__iexact: str
    installed_certificate__intermediate_certificates__startswith: str
    installed_certificate__intermediate_certificates__istartswith: str
    installed_certificate__intermediate_certificates__endswith: str
    installed_certificate__intermediate_certificates__iendswith: str
    installed_certificate__intermediate_certificates__regex: str
    installed_certificate__intermediate_certificates__isnull: bool
    installed_certificate__isnull: bool

def site_certificate(**lookups: Unpack[SiteCertificateLookups]) -> None: ...

class SiteRouteLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    site_id: int | str
    site_id__in: Iterable[int | str]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    type: Literal["product", "brand", "category", "page", "blog", "home", "cart", "checkout", "search", "account", "login", "returns", "static"] | None
    type__ne: Literal["product", "brand", "category", "page", "blog", "home", "cart", "checkout", "search", "account", "login", "returns", "static"] | None
    type__in: Iterable[Literal["product", "brand", "category", "page", "blog", "home", "cart", "checkout", "search", "account", "login", "returns", "static"]]
    type__not_in: Iterable[Literal["product", "brand", "category", "page", "blog", "home", "cart", "checkout", "search", "account", "login", "returns", "static"]]
    type__isnull: bool
    matching: str | None
    matching__ne: str | None
    matching__in: Iterable[str]
    matching__not_in: Iterable[str]
    matching__contains: str
    matching__icontains: str
    matching__iexact: str
    matching__startswith: str
    matching__istartswith: str
    matching__endswith: str
    matching__iendswith: str
    matching__regex: str
    matching__isnull: bool
    route: str | None
    route__ne: str | None
    route__in: Iterable[str]
    route__not_in: Iterable[str]
    route__contains: str
    route__icontains: str
    route__iexact: str
    route__startswith: str
    route__istartswith: str
    route__endswith: str
    route__iendswith: str
    route__regex: str
    route__isnull: bool

def site_route(**lookups: Unpack[SiteRouteLookups]) -> None: ...

class ProductVariantLookups(TypedDict, total=False):
    pk: int
    pk__in: Iterable[int]
    id: int | None
    id__ne: int | None
    id__in: Iterable[int]
    id__not_in: Iterable[int]
    id__gt: int
    id__gte: int
    id__lt: int
    id__lte: int
    id__range: tuple[int, int]
    id__isnull: bool
    product_id: int | None
    product_id__ne: int | None
    product_id__in: Iterable[int]
    product_id__not_in: Iterable[int]
    product_id__gt: int
    product_id__gte: int
    product_id__lt: int
    product_id__lte: int
    product_id__range: tuple[int, int]
    product_id__isnull: bool
    sku: str | None
    sku__ne: str | None
    sku__in: Iterable[str]
    sku__not_in: Iterable[str]
    sku__contains: str
    sku__icontains: str
    sku__iexact: str
    sku__startswith: str
    sku__istartswith: str
    sku__endswith: str
    sku__iendswith: str
    sku__regex: str
    sku__isnull: bool
    sku_id: int | None
    sku_id__ne: int | None
    sku_id__in: Iterable[int]
    sku_id__not_in: Iterable[int]
    sku_id__gt: int
    sku_id__gte: int
    sku_id__lt: int
    sku_id__lte: int
    sku_id__range: tuple[int, int]
    sku_id__isnull: bool
    price: Decimal | int | None
    price__ne: Decimal | int | None
    price__in: Iterable[Decimal | int]
    price__not_in: Iterable[Decimal | int]
    price__gt: Decimal | int
    price__gte: Decimal | int
    price__lt: Decimal | int
    price__lte: Decimal | int
    price__range: tuple[Decimal | int, Decimal | int]
    price__isnull: bool
    calculated_price: Decimal | int | None
    calculated_price__ne: Decimal | int | None
    calculated_price__in: Iterable[Decimal | int]
    calculated_price__not_in: Iterable[Decimal | int]
    calculated_price__gt: Decimal | int
    calculated_price__gte: Decimal | int
    calculated_price__lt: Decimal | int
    calculated_price__lte: Decimal | int
    calculated_price__range: tuple[Decimal | int, Decimal | int]
    calculated_price__isnull: bool
    sale_price: Decimal | int | None
    sale_price__ne: Decimal | int | None
    sale_price__in: Iterable[Decimal | int]
    sale_price__not_in: Iterable[Decimal | int]
    sale_price__gt: Decimal | int
    sale_price__gte: Decimal | int
    sale_price__lt: Decimal | int
    sale_price__lte: Decimal | int
    sale_price__range: tuple[Decimal | int, Decimal | int]
    sale_price__isnull: bool
    retail_price: Decimal | int | None
    retail_price__ne: Decimal | int | None
    retail_price__in: Iterable[Decimal | int]
    retail_price__not_in: Iterable[Decimal | int]
    retail_price__gt: Decimal | int
    retail_price__gte: Decimal | int
    retail_price__lt: Decimal | int
    retail_price__lte: Decimal | int
    retail_price__range: tuple[Decimal | int, Decimal | int]
    retail_price__isnull: bool
    map_price: Decimal | int | None
    map_price__ne: Decimal | int | None
    map_price__in: Iterable[Decimal | int]
    map_price__not_in: Iterable[Decimal | int]
    map_price__gt: Decimal | int
    map_price__gte: Decimal | int
    map_price__lt: Decimal | int
    map_price__lte: Decimal | int
    map_price__range: tuple[Decimal | int, Decimal | int]
    map_price__isnull: bool
    cost_price: Decimal | int | None
    cost_price__ne: Decimal | int | None
    cost_price__in: Iterable[Decimal | int]
    cost_price__not_in: Iterable[Decimal | int]
    cost_price__gt: Decimal | int
    cost_price__gte: Decimal | int
    cost_price__lt: Decimal | int
    cost_price__lte: Decimal | int
    cost_price__range: tuple[Decimal | int, Decimal | int]
    cost_price__isnull: bool
    weight: Decimal | int | None
    weight__ne: Decimal | int | None
    weight__in: Iterable[Decimal | int]
    weight__not_in: Iterable[Decimal | int]
    weight__gt: Decimal | int
    weight__gte: Decimal | int
    weight__lt: Decimal | int
    weight__lte: Decimal | int
    weight__range: tuple[Decimal | int, Decimal | int]
    weight__isnull: bool
    calculated_weight: Decimal | int | None
    calculated_weight__ne: Decimal | int | None
    calculated_weight__in: Iterable[Decimal | int]
    calculated_weight__not_in: Iterable[Decimal | int]
    calculated_weight__gt: Decimal | int
    calculated_weight__gte: Decimal | int
    calculated_weight__lt: Decimal | int
    calculated_weight__lte: Decimal | int
    calculated_weight__range: tuple[Decimal | int, Decimal | int]
    calculated_weight__isnull: bool
    width: Decimal | int | None
    width__ne: Decimal | int | None
    width__in: Iterable[Decimal | int]
    width__not_in: Iterable[Decimal | int]
    width__gt: Decimal | int
    width__gte: Decimal | int
    width__lt: Decimal | int
    width__lte: Decimal | int
    width__range: tuple[Decimal | int, Decimal | int]
    width__isnull: bool
    height: Decimal | int | None
    height__ne: Decimal | int | None
    height__in: Iterable[Decimal | int]
    height__not_in: Iterable[Decimal | int]
    height__gt: Decimal | int
    height__gte: Decimal | int
    height__lt: Decimal | int
    height__lte: Decimal | int
    height__range: tuple[Decimal | int, Decimal | int]
    height__isnull: bool
    depth: Decimal | int | None
    depth__ne: Decimal | int | None
    depth__in: Iterable[Decimal | int]
    depth__not_in: Iterable[Decimal | int]
    depth__gt: Decimal | int
    depth__gte: Decimal | int
    depth__lt: Decimal | int
    depth__lte: Decimal | int
    depth__range: tuple[Decimal | int, Decimal | int]
    depth__isnull: bool
    is_free_shipping: bool | None
    is_free_shipping__isnull: bool
    fixed_cost_shipping_price: Decimal | int | None
    fixed_cost_shipping_price__ne: Decimal | int | None
    fixed_cost_shipping_price__in: Iterable[Decimal | int]
    fixed_cost_shipping_price__not_in: Iterable[Decimal | int]
    fixed_cost_shipping_price__gt: Decimal | int
    fixed_cost_shipping_price__gte: Decimal | int
    fixed_cost_shipping_price__lt: Decimal | int
    fixed_cost_shipping_price__lte: Decimal | int
    fixed_cost_shipping_price__range: tuple[Decimal | int, Decimal | int]
    fixed_cost_shipping_price__isnull: bool
    purchasing_disabled: bool | None
    purchasing_disabled__isnull: bool
    purchasing_disabled_message: str | None
    purchasing_disabled_message__ne: str | None
    purchasing_disabled_message__in: Iterable[str]
    purchasing_disabled_message__not_in: Iterable[str]
    purchasing_disabled_message__contains: str
    purchasing_disabled_message__icontains: str
    purchasing_disabled_message__iexact: str
    purchasing_disabled_message__startswith: str
    purchasing_disabled_message__istartswith: str
    purchasing_disabled_message__endswith: str
    purchasing_disabled_message__iendswith: str
    purchasing_disabled_message__regex: str
    purchasing_disabled_message__isnull: bool
    image_url: str | None
    image_url__ne: str | None
    image_url__in: Iterable[str]
    image_url__not_in: Iterable[str]
    image_url__contains: str
    image_url__icontains: str
    image_url__iexact: str
    image_url__startswith: str
    image_url__istartswith: str
    image_url__endswith: str
    image_url__iendswith: str
    image_url__regex: str
    image_url__isnull: bool
    upc: str | None
    upc__ne: str | None
    upc__in: Iterable[str]
    upc__not_in: Iterable[str]
    upc__contains: str
    upc__icontains: str
    upc__iexact: str
    upc__startswith: str
    upc__istartswith: str
    upc__endswith: str
    upc__iendswith: str
    upc__regex: str
    upc__isnull: bool
    mpn: str | None
    mpn__ne: str | None
    mpn__in: Iterable[str]
    mpn__not_in: Iterable[str]
    mpn__contains: str
    mpn__icontains: str
    mpn__iexact: str
    mpn__startswith: str
    mpn__istartswith: str
    mpn__endswith: str
    mpn__iendswith: str
    mpn__regex: str
    mpn__isnull: bool
    gtin: str | None
    gtin__ne: str | None
    gtin__in: Iterable[str]
    gtin__not_in: Iterable[str]
    gtin__contains: str
    gtin__icontains: str
    gtin__iexact: str
    gtin__startswith: str
    gtin__istartswith: str
    gtin__endswith: str
    gtin__iendswith: str
    gtin__regex: str
    gtin__isnull: bool
    inventory_level: int | None
    inventory_level__ne: int | None
    inventory_level__in: Iterable[int]
    inventory_level__not_in: Iterable[int]
    inventory_level__gt: int
    inventory_level__gte: int
    inventory_level__lt: int
    inventory_level__lte: int
    inventory_level__range: tuple[int, int]
    inventory_level__isnull: bool
    inventory_warning_level: int | None
    inventory_warning_level__ne: int | None
    inventory_warning_level__in: Iterable[int]
    inventory_warning_level__not_in: Iterable[int]
    inventory_warning_level__gt: int
    inventory_warning_level__gte: int
    inventory_warning_level__lt: int
    inventory_warning_level__lte: int
    inventory_warning_level__range: tuple[int, int]
    inventory_warning_level__isnull: bool
    bin_picking_number: str | None
    bin_picking_number__ne: str | None
    bin_picking_number__in: Iterable[str]
    bin_picking_number__not_in: Iterable[str]
    bin_picking_number__contains: str
    bin_picking_number__icontains: str
    bin_picking_number__iexact: str
    bin_picking_number__startswith: str
    bin_picking_number__istartswith: str
    bin_picking_number__endswith: str
    bin_picking_number__iendswith: str
    bin_picking_number__regex: str
    bin_picking_number__isnull: bool
    option_values__isnull: bool

def product_variant(**lookups: Unpack[ProductVariantLookups]) -> None: ...

class VariantMetafieldLookups(MetafieldLookups, total=False):
    pk: int
    pk__in: Iterable[int]
    product_id: int | str
    product_id__in: Iterable[int | str]

def variant_metafield(**lookups: Unpack[VariantMetafieldLookups]) -> None: ...
