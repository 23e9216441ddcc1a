"""The V3 catalog as a whole: brands, assignments, metafields, and the tables beside this one.

Other modules find every table of the catalog here.
"""

from __future__ import annotations

from functools import partial

from bcorm.emulator.domains.catalog import behaviour
from bcorm.emulator.domains.categories import behaviour as categories
from bcorm.emulator.domains.categories.tables import CATEGORY, CATEGORY_FIELDS, TREE, TREE_CATEGORY
from bcorm.emulator.domains.metafields.tables import batches, metafields
from bcorm.emulator.domains.options import variants
from bcorm.emulator.domains.options.tables import (
    ALL_VARIANTS,
    MODIFIER,
    MODIFIER_VALUE,
    OPTION,
    OPTION_VALUE,
    VARIANT,
    VARIANT_FIELDS,
)
from bcorm.emulator.domains.products import behaviour as products
from bcorm.emulator.domains.products.tables import (
    BULK_PRICING_RULE,
    COMPLEX_RULE,
    CUSTOM_FIELD,
    IMAGE,
    PRODUCT,
    PRODUCT_FIELDS,
    PRODUCTS,
    REVIEW,
    VIDEO,
)
from bcorm.emulator.operations import Operation
from bcorm.emulator.resource import Filter, Hooks, Resource, Sorting, Unique, filters
from bcorm.emulator.schema import boolean, integer, nested, string, strings

__all__ = [
    "ALL_VARIANTS",
    "BRAND",
    "BRAND_FIELDS",
    "BULK_PRICING_RULE",
    "CATEGORY",
    "CATEGORY_FIELDS",
    "CHANNEL_ASSIGNMENT",
    "COMPLEX_RULE",
    "CUSTOM_FIELD",
    "IMAGE",
    "MODIFIER",
    "MODIFIER_VALUE",
    "OPERATIONS",
    "OPTION",
    "OPTION_VALUE",
    "PRODUCT",
    "PRODUCTS",
    "PRODUCT_FIELDS",
    "PRODUCT_METAFIELD",
    "RESOURCES",
    "REVIEW",
    "TREE",
    "TREE_CATEGORY",
    "VARIANT",
    "VARIANT_FIELDS",
    "VIDEO",
]

BRAND_FIELDS = (
    string("name", required="post put", shortest=1, longest=255),
    string("page_title", "", 255),
    strings("meta_keywords", []),
    string("meta_description", "", 65535),
    string("search_keywords", "", 65535),
    string("image_url", ""),
    nested("custom_url", string("url", longest=1024, shortest=1), boolean("is_customized")),
)

BRAND = Resource(
    path="v3/catalog/brands",
    item="brand_id",
    noun="brand",
    fields=BRAND_FIELDS,
    verbs="list create delete_where get update delete",
    filters=filters(
        "id id:in id:not_in id:min id:max id:greater id:less name name:like page_title",
        BRAND_FIELDS,
    ),
    sorting=Sorting(("name",)),
    unique=(Unique("name", "The brand name '{name}' is a duplicate"),),
    hooks=Hooks(prepare=products.prepare_brand, deleting=products.brand_deleting),
)

_BY_PRODUCT = Filter("product_id:in", "product_id", "in", "integer")
CHANNEL_ASSIGNMENT = Resource(
    path="v3/catalog/products/channel-assignments",
    noun="assignment",
    fields=(integer("product_id", required="post"), integer("channel_id", required="post")),
    verbs="",
    filters=(_BY_PRODUCT, Filter("channel_id:in", "channel_id", "in", "integer")),
    indexed=("product_id",),
)

PRODUCT_METAFIELD, _ALL_PRODUCT_METAFIELDS = metafields(
    PRODUCT, "product", "metafield_id", put="permission_set"
)
_METAFIELDS = (
    (PRODUCT_METAFIELD, _ALL_PRODUCT_METAFIELDS),
    metafields(
        VARIANT,
        "variant",
        "metafield_id",
        store_wide="v3/catalog/variants/metafields",
        put="permission_set",
    ),
    metafields(BRAND, "brand", "metafield_id"),
    metafields(CATEGORY, "category", "metafield_id", put="permission_set"),
)

RESOURCES = (
    PRODUCT,
    IMAGE,
    VIDEO,
    CUSTOM_FIELD,
    BULK_PRICING_RULE,
    COMPLEX_RULE,
    REVIEW,
    OPTION,
    OPTION_VALUE,
    MODIFIER,
    MODIFIER_VALUE,
    VARIANT,
    ALL_VARIANTS,
    BRAND,
    CATEGORY,
    TREE_CATEGORY,
    TREE,
    CHANNEL_ASSIGNMENT,
    *(resource for pair in _METAFIELDS for resource in pair),
)

_CHANNELS = CHANNEL_ASSIGNMENT.path
_CATEGORIES = "v3/catalog/products/category-assignments"
OPERATIONS = (
    Operation("PUT", ALL_VARIANTS.path, partial(variants.update_batch, resource=ALL_VARIANTS)),
    Operation("GET", "v3/catalog/summary", behaviour.summary),
    Operation(
        "POST",
        "v3/catalog/trees/categories",
        partial(categories.create_in_tree, resource=TREE_CATEGORY),
    ),
    Operation(
        "PUT",
        "v3/catalog/trees/categories",
        partial(categories.update_in_tree, resource=TREE_CATEGORY),
    ),
    Operation(
        "DELETE",
        "v3/catalog/trees/categories",
        partial(categories.delete_in_tree, resource=TREE_CATEGORY),
    ),
    Operation("PUT", TREE.path, partial(categories.upsert_trees, resource=TREE)),
    Operation("GET", TREE.path + "/{tree_id}/categories", categories.nested_tree),
    Operation("GET", CATEGORY.item_path + "/products/sort-order", categories.show_sort_order),
    Operation("PUT", CATEGORY.item_path + "/products/sort-order", categories.set_sort_order),
    Operation(
        "GET", _CHANNELS, partial(behaviour.list_channel_assignments, resource=CHANNEL_ASSIGNMENT)
    ),
    Operation("PUT", _CHANNELS, behaviour.assign_channels),
    Operation(
        "DELETE",
        _CHANNELS,
        partial(behaviour.remove_channel_assignments, resource=CHANNEL_ASSIGNMENT),
    ),
    Operation(
        "GET",
        _CATEGORIES,
        partial(behaviour.list_category_assignments, resource=CHANNEL_ASSIGNMENT),
    ),
    Operation("PUT", _CATEGORIES, behaviour.assign_categories),
    Operation("DELETE", _CATEGORIES, behaviour.remove_category_assignments),
    Operation(
        "POST",
        BRAND.item_path + "/image",
        partial(behaviour.put_image, collection=BRAND.collection),
    ),
    Operation(
        "DELETE",
        BRAND.item_path + "/image",
        partial(behaviour.remove_image, collection=BRAND.collection),
    ),
    Operation(
        "POST",
        CATEGORY.item_path + "/image",
        partial(behaviour.put_image, collection=CATEGORY.collection),
    ),
    Operation(
        "DELETE",
        CATEGORY.item_path + "/image",
        partial(behaviour.remove_image, collection=CATEGORY.collection),
    ),
    Operation(
        "POST",
        MODIFIER_VALUE.item_path + "/image",
        partial(behaviour.put_image, collection=MODIFIER_VALUE.collection),
    ),
    Operation(
        "POST",
        VARIANT.item_path + "/image",
        partial(behaviour.put_image, collection=VARIANT.collection),
    ),
    *(operation for pair in _METAFIELDS for operation in batches(*pair)),
)
