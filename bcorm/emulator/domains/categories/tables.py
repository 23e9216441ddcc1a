"""V3 categories: one collection with two faces, and the trees they grow in.

After `categories_catalog.v3.yml` (deprecated) and `category-trees_catalog.v3.yml`.
"""

from __future__ import annotations

from bcorm.emulator.domains.categories import behaviour
from bcorm.emulator.domains.metafields.tables import IDS, batches, metafields
from bcorm.emulator.domains.products.tables import SORT
from bcorm.emulator.operations import Operation, operation
from bcorm.emulator.pictures import removal_of, upload_of
from bcorm.emulator.resource import Filter, Hooks, Resource, Sorting, Unique, filters
from bcorm.emulator.schema import (
    boolean,
    choice,
    integer,
    integers,
    nested,
    readonly,
    string,
    strings,
)

_SORTS = (
    "use_store_settings featured newest best_selling alpha_asc alpha_desc avg_customer_review"
    " price_asc price_desc"
)
_CATEGORY_TEXTS = (
    string("description", ""),
    integer("views", 0),
    integer("sort_order", 0, **SORT),
    string("page_title", "", 255),
    strings("meta_keywords", []),
    string("meta_description", "", 65535),
    string("layout_file", "category.html", 500),
    string("image_url", ""),
    boolean("is_visible", True),
    string("search_keywords", "", 255),
    choice("default_product_sort", _SORTS, "use_store_settings"),
)

CATEGORY_FIELDS = (
    integer("parent_id", required="post"),
    string("name", required="post", shortest=1, longest=50),
    *_CATEGORY_TEXTS,
    nested("custom_url", string("url", longest=255, shortest=1), boolean("is_customized")),
    *readonly(integer("tree_id", 1), string("category_uuid")),
)
_SAME_NAME = Unique(
    "name", "The category name '{name}' is taken under this parent", ("parent_id", "tree_id")
)

CATEGORY = Resource(
    path="v3/catalog/categories",
    selectable="include_fields exclude_fields",
    item="category_id",
    noun="category",
    fields=CATEGORY_FIELDS,
    verbs="list create get update delete",
    filters=(
        *filters(
            "id id:in id:not_in id:min id:max id:greater id:less name name:like parent_id"
            " parent_id:in parent_id:min parent_id:max parent_id:greater parent_id:less page_title"
            " page_title:like is_visible",
            CATEGORY_FIELDS,
        ),
        Filter("keyword", condition=behaviour.with_keyword),
    ),
    sorting=Sorting(("name", "id", "parent_id", "sort_order"), "plain"),
    unique=(_SAME_NAME, Unique("custom_url.url", "The category URL is a duplicate")),
    indexed=("parent_id", "tree_id", "category_uuid"),
    present=behaviour.show,
    hooks=Hooks(behaviour.prepare, deleting=behaviour.deleting),
)

TREE_CATEGORY_FIELDS = (
    integer("category_id", readonly=True),
    string("category_uuid", readonly=True),
    integer("tree_id"),
    integer("parent_id", 0),
    string("name", required="post", shortest=1, longest=50),
    *_CATEGORY_TEXTS,
    nested("url", string("path", longest=255, shortest=1), boolean("is_customized")),
)

TREE_CATEGORY = Resource(
    path="v3/catalog/trees/categories",
    selectable="include_fields exclude_fields",
    deletes_take="category_uuid:in category_id:in tree_id:in parent_id:in",
    item="category_id",
    key="category_id",
    noun="category",
    stored=CATEGORY.collection,
    fields=TREE_CATEGORY_FIELDS,
    verbs="list",
    filters=(
        *filters(
            "category_uuid:in category_uuid:not_in category_id:in category_id:not_in tree_id:in"
            " tree_id:not_in parent_id:in parent_id:not_in page_title page_title:like name"
            " name:like is_visible",
            TREE_CATEGORY_FIELDS,
        ),
        Filter("keyword", condition=behaviour.with_keyword),
    ),
    unique=(_SAME_NAME,),
    present=behaviour.show_in_tree,
    hooks=Hooks(behaviour.prepare, deleting=behaviour.deleting),
)

TREE = Resource(
    path="v3/catalog/trees",
    deletes_take="id:in",
    item="tree_id",
    noun="tree",
    fields=(
        string("name", required="post", shortest=1, longest=255),
        integers("channels", []),
    ),
    verbs="list",
    filters=(
        *filters("id:in", ()),
        Filter("channel_id:in", condition=behaviour.tree_in_channels),
    ),
    arrays=("channels",),
    batch=50,
    unique=(Unique("name", "The tree name '{name}' is taken"),),
    hooks=Hooks(deleting=behaviour.tree_deleting),
)

_METAFIELDS = metafields(CATEGORY, "category", "metafield_id", put="permission_set", more=IDS)

RESOURCES = (CATEGORY, TREE_CATEGORY, TREE, *_METAFIELDS)

OPERATIONS = (
    operation("POST", TREE_CATEGORY.path, behaviour.create_in_tree, resource=TREE_CATEGORY),
    operation("PUT", TREE_CATEGORY.path, behaviour.update_in_tree, resource=TREE_CATEGORY),
    operation("DELETE", CATEGORY.path, behaviour.delete_empty, resource=CATEGORY),
    operation("DELETE", TREE_CATEGORY.path, behaviour.delete_in_tree, resource=TREE_CATEGORY),
    operation("PUT", TREE.path, behaviour.upsert_trees, resource=TREE),
    operation("DELETE", TREE.path, behaviour.delete_trees, resource=TREE),
    operation("GET", TREE.path + "/{tree_id}/categories", behaviour.nested_tree, query="depth"),
    Operation("GET", CATEGORY.item_path + "/products/sort-order", behaviour.show_sort_order),
    Operation("PUT", CATEGORY.item_path + "/products/sort-order", behaviour.set_sort_order),
    upload_of(CATEGORY),
    removal_of(CATEGORY),
    *batches(*_METAFIELDS),
)

REFUSALS = (behaviour.UNKNOWN_TREE, behaviour.TREE_CHANNELS, behaviour.NOT_EMPTY)
