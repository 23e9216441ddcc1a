"""Products and what belongs to them."""

from __future__ import annotations

from .base import (
    CollectionDeleteableApiResource,
    CollectionDeleteableApiSubResource,
    CountableApiResource,
    CountableApiSubResource,
    CreateableApiResource,
    CreateableApiSubResource,
    DeleteableApiResource,
    DeleteableApiSubResource,
    ListableApiResource,
    ListableApiSubResource,
    UpdateableApiResource,
    UpdateableApiSubResource,
)
from .helpers import below, listed

__all__ = [
    "GoogleProductSearchMappings",
    "ProductConfigurableFields",
    "ProductCustomFields",
    "ProductDiscountRules",
    "ProductImages",
    "ProductOptions",
    "ProductReviews",
    "ProductRules",
    "ProductSkus",
    "ProductVideos",
    "Products",
]


class ProductConfigurableFields(
    ListableApiSubResource,
    DeleteableApiSubResource,
    CollectionDeleteableApiSubResource,
    CountableApiSubResource,
):
    """`/v2/products/{id}/configurable_fields`."""

    resource_name = "configurable_fields"
    parent_resource = "products"
    parent_key = "product_id"
    count_resource = "products/configurable_fields"


class ProductCustomFields(
    ListableApiSubResource,
    CreateableApiSubResource,
    UpdateableApiSubResource,
    DeleteableApiSubResource,
    CollectionDeleteableApiSubResource,
    CountableApiSubResource,
):
    """`/v2/products/{id}/custom_fields`."""

    resource_name = "custom_fields"
    parent_resource = "products"
    parent_key = "product_id"
    count_resource = "products/custom_fields"


class ProductDiscountRules(
    ListableApiSubResource,
    CreateableApiSubResource,
    UpdateableApiSubResource,
    DeleteableApiSubResource,
    CollectionDeleteableApiSubResource,
    CountableApiSubResource,
):
    """`/v2/products/{id}/discount_rules`."""

    resource_name = "discount_rules"
    parent_resource = "products"
    parent_key = "product_id"
    count_resource = "products/discount_rules"


class ProductImages(
    ListableApiSubResource,
    CreateableApiSubResource,
    UpdateableApiSubResource,
    DeleteableApiSubResource,
    CollectionDeleteableApiSubResource,
    CountableApiSubResource,
):
    """`/v2/products/{id}/images`."""

    resource_name = "images"
    parent_resource = "products"
    parent_key = "product_id"
    count_resource = "products/images"


class ProductOptions(
    ListableApiSubResource,
    CreateableApiSubResource,
    UpdateableApiSubResource,
    DeleteableApiSubResource,
):
    """`/v2/products/{id}/options`; V2 only reads them, so changes go to V3."""

    resource_name = "options"
    parent_resource = "products"
    parent_key = "product_id"


class ProductReviews(
    ListableApiSubResource,
    CreateableApiSubResource,
    UpdateableApiSubResource,
    DeleteableApiSubResource,
    CollectionDeleteableApiSubResource,
    CountableApiSubResource,
):
    """`/v2/products/{id}/reviews`."""

    resource_name = "reviews"
    parent_resource = "products"
    parent_key = "product_id"
    count_resource = "products/reviews"


class ProductRules(
    ListableApiSubResource,
    CreateableApiSubResource,
    UpdateableApiSubResource,
    DeleteableApiSubResource,
    CollectionDeleteableApiSubResource,
    CountableApiSubResource,
):
    """`/v2/products/{id}/rules`."""

    resource_name = "rules"
    parent_resource = "products"
    parent_key = "product_id"
    count_resource = "products/rules"


class ProductSkus(
    ListableApiSubResource,
    CreateableApiSubResource,
    UpdateableApiSubResource,
    DeleteableApiSubResource,
    CollectionDeleteableApiSubResource,
    CountableApiSubResource,
):
    """`/v2/products/{id}/skus`; the variants of V3."""

    resource_name = "skus"
    parent_resource = "products"
    parent_key = "product_id"
    count_resource = "products/skus"


class ProductVideos(
    ListableApiSubResource,
    CountableApiSubResource,
    CreateableApiSubResource,
    DeleteableApiSubResource,
    CollectionDeleteableApiSubResource,
):
    """`/v2/products/{id}/videos`."""

    resource_name = "videos"
    parent_resource = "products"
    parent_key = "product_id"
    count_resource = "products/videos"


class GoogleProductSearchMappings(ListableApiSubResource):
    """`/v2/products/{id}/googleproductsearch`."""

    resource_name = "googleproductsearch"
    parent_resource = "products"
    parent_key = "product_id"


class Products(
    ListableApiResource,
    CreateableApiResource,
    UpdateableApiResource,
    DeleteableApiResource,
    CollectionDeleteableApiResource,
    CountableApiResource,
):
    """`/v2/products`."""

    resource_name = "products"

    configurable_fields = below(ProductConfigurableFields)
    custom_fields = below(ProductCustomFields)
    discount_rules = below(ProductDiscountRules)
    images = below(ProductImages)
    options = below(ProductOptions)
    reviews = below(ProductReviews)
    rules = below(ProductRules)
    skus = below(ProductSkus)
    videos = below(ProductVideos)
    google_mappings = listed(GoogleProductSearchMappings)
