"""V3 catalog: products and what hangs under them, variants, brands, categories, trees.

Fields, bounds and filters follow the ``*_catalog.v3.yml`` specs; where a recording of a live store
differs (null ``option_set_id``, prices sent as text), the recording is followed.
"""

from __future__ import annotations

from functools import partial

from bcorm.emulator.behaviours import catalog, categories, options, products, variants
from bcorm.emulator.rendering import children
from bcorm.emulator.resource import Filter, Hooks, Operation, Resource, Sorting, Unique, filters
from bcorm.emulator.resources.metafields import batches, metafields
from bcorm.emulator.schema import (
    Field,
    array,
    boolean,
    choice,
    integer,
    integers,
    moment,
    nested,
    number,
    objects,
    readonly,
    string,
    strings,
)

INT32 = 2_147_483_647
_SORT = {"low": -INT32 - 1, "high": INT32}
_AMOUNT = {"low": 0}
_SIZE = {"low": 0, "high": 9_999_999_999}
_ADJUSTER = (choice("adjuster", "relative percentage", nullable=True), number("adjuster_value"))

PRODUCTS = "v3/catalog/products"
_P = PRODUCTS + "/{product_id}"

# Products

CUSTOM_URL = nested(
    "custom_url",
    string("url", longest=255, shortest=1),
    boolean("is_customized"),
    boolean("create_redirect", write_only=True),
)

PRODUCT_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1, longest=250),
    choice("type", "physical digital", required="post"),
    string("sku", "", 255),
    string("description", ""),
    number("weight", required="post", **_SIZE),
    number("width", 0, **_SIZE),
    number("depth", 0, **_SIZE),
    number("height", 0, **_SIZE),
    number("price", required="post", **_AMOUNT),
    number("cost_price", 0, **_AMOUNT),
    number("retail_price", 0, **_AMOUNT),
    number("sale_price", 0, **_AMOUNT),
    number("map_price", 0),
    integer("tax_class_id", 0, low=0, high=255),
    string("product_tax_code", "", 255),
    *readonly(number("calculated_price")),
    integers("categories", [], most=1000),
    integer("brand_id", 0, low=0, high=1_000_000_000),
    string("brand_name", write_only=True),
    *readonly(integer("option_set_id", None), string("option_set_display", "right")),
    integer("inventory_level", 0, low=0, high=INT32),
    integer("inventory_warning_level", 0, low=0, high=INT32),
    choice("inventory_tracking", "none product variant", "none"),
    integer("reviews_rating_sum", 0),
    integer("reviews_count", 0),
    integer("total_sold", 0),
    number("fixed_cost_shipping_price", 0, **_AMOUNT),
    boolean("is_free_shipping", False),
    boolean("is_visible", True),
    boolean("is_featured", False),
    integers("related_products", [-1]),
    string("warranty", "", 65535),
    string("bin_picking_number", "", 255),
    string("layout_file", "product.html", 500),
    string("upc", "", 14),
    string("mpn", ""),
    string("gtin", "", 14),
    moment("date_last_imported", None, nullable=True),
    string("search_keywords", "", 65535),
    choice("availability", "available disabled preorder", "available"),
    string("availability_description", "", 255),
    choice("gift_wrapping_options_type", "any none list", "any"),
    integers("gift_wrapping_options_list", []),
    integer("sort_order", 0, **_SORT),
    choice("condition", "New Used Refurbished", "New"),
    boolean("is_condition_shown", False),
    integer("order_quantity_minimum", 0, low=0, high=1_000_000_000),
    integer("order_quantity_maximum", 0, low=0, high=1_000_000_000),
    string("page_title", "", 255),
    strings("meta_keywords", []),
    string("meta_description", "", 65535),
    integer("view_count", 0, low=0, high=1_000_000_000),
    moment("preorder_release_date", None, nullable=True),
    string("preorder_message", "", 255),
    boolean("is_preorder_only", False),
    boolean("is_price_hidden", False),
    string("price_hidden_label", "", 200),
    CUSTOM_URL,
    *readonly(integer("base_variant_id", None)),
    choice("open_graph_type", "product album book drink food game movie song tv_show", "product"),
    string("open_graph_title", ""),
    string("open_graph_description", ""),
    boolean("open_graph_use_meta_description", True),
    boolean("open_graph_use_product_name", True),
    boolean("open_graph_use_image", True),
    array("images", write_only=True),
    array("videos", write_only=True),
    array("custom_fields", write_only=True),
    array("bulk_pricing_rules", write_only=True),
    array("variants", write_only=True),
    *readonly(moment("date_created"), moment("date_modified")),
)

_PRODUCT_FILTERS = (
    *filters(
        "id id:in id:not_in id:min id:max id:greater id:less name mpn upc sku sku:in price weight"
        " brand_id date_modified date_modified:min date_modified:max date_last_imported"
        " date_last_imported:not date_last_imported:min date_last_imported:max is_visible"
        " is_featured is_free_shipping inventory_level inventory_level:in inventory_level:not_in"
        " inventory_level:min inventory_level:max inventory_level:greater inventory_level:less"
        " total_sold type availability",
        PRODUCT_FIELDS,
    ),
    Filter("condition", condition=products.in_condition),
    Filter("categories", condition=products.in_only_category),
    Filter("categories:in", condition=products.in_categories),
    Filter("channel_id:in", condition=products.in_channels),
    Filter("keyword", condition=products.with_keyword),
    Filter("inventory_low", condition=products.running_low),
    Filter("out_of_stock", condition=products.sold_out),
)

PRODUCT = Resource(
    path=PRODUCTS,
    item="product_id",
    noun="product",
    fields=PRODUCT_FIELDS,
    verbs="list create update_many delete_where get update delete",
    filters=_PRODUCT_FILTERS,
    sorting=Sorting(
        (
            "id",
            "name",
            "sku",
            "price",
            "date_modified",
            "date_last_imported",
            "inventory_level",
            "is_visible",
            "total_sold",
            "calculated_price",
        )
    ),
    arrays=("categories",),
    unique=(
        Unique("name", "The product name is a duplicate"),
        Unique("sku", "The product sku is a duplicate"),
        Unique("custom_url.url", "The product URL is a duplicate"),
    ),
    indexed=("brand_id", "date_modified", "price"),
    includes={
        "variants": children(_P + "/variants"),
        "images": children(_P + "/images"),
        "primary_image": children(_P + "/images", only="is_thumbnail"),
        "custom_fields": children(_P + "/custom-fields"),
        "bulk_pricing_rules": children(_P + "/bulk-pricing-rules"),
        "options": children(_P + "/options"),
        "modifiers": children(_P + "/modifiers"),
        "videos": children(_P + "/videos"),
        "reviews": children(_P + "/reviews"),
        "parent_relations": products.show_parent_relations,
        "channels": products.show_channels,
    },
    wide_includes={"options": 10, "modifiers": 10},
    echo=("variants", "images", "custom_fields", "bulk_pricing_rules", "videos"),
    batch=10,
    delete_most=250,
    stamps="offset",
    hooks=Hooks(products.prepare, products.saved, products.deleting),
)

# What hangs under a product

IMAGE = Resource(
    path=_P + "/images",
    item="image_id",
    noun="image",
    fields=(
        *readonly(integer("product_id")),
        string("image_url", write_only=True),
        string("image_file", ""),
        boolean("is_thumbnail", False),
        integer("sort_order", 0, **_SORT),
        string("description", ""),
        *readonly(
            string("url_zoom"),
            string("url_standard"),
            string("url_thumbnail"),
            string("url_tiny"),
            moment("date_modified"),
        ),
    ),
    verbs="list create get update delete",
    most=1000,
    parent_field="product_id",
    hooks=Hooks(products.prepare_image, products.image_saved, products.image_deleting),
)

VIDEO = Resource(
    path=_P + "/videos",
    noun="video",
    fields=(
        string("title", "", 255),
        string("description", ""),
        integer("sort_order", 0, **_SORT),
        choice("type", "youtube", "youtube"),
        string("video_id", required="post", longest=25),
        *readonly(integer("product_id"), string("length", "0:00")),
    ),
    verbs="list create get update delete",
    parent_field="product_id",
    hooks=Hooks(saved=products.touch),
)

CUSTOM_FIELD = Resource(
    path=_P + "/custom-fields",
    item="custom_field_id",
    noun="custom field",
    fields=(
        string("name", required="post", shortest=1, longest=250),
        string("value", required="post", shortest=1, longest=250),
    ),
    verbs="list create get update delete",
    most=200,
)

BULK_PRICING_RULE = Resource(
    path=_P + "/bulk-pricing-rules",
    item="bulk_pricing_rule_id",
    noun="bulk pricing rule",
    fields=(
        integer("quantity_min", required="post put", low=0),
        integer("quantity_max", required="post put", low=0),
        choice("type", "price percent fixed", required="post put"),
        number("amount", required="post put", low=0),
    ),
    verbs="list create get update delete",
    hooks=Hooks(prepare=products.refuse_overlapping_rule),
)

COMPLEX_RULE = Resource(
    path=_P + "/complex-rules",
    item="complex_rule_id",
    noun="complex rule",
    fields=(
        *readonly(integer("product_id")),
        integer("sort_order", 0, **_SORT),
        boolean("enabled", True),
        boolean("stop", False),
        boolean("purchasing_disabled", False),
        string("purchasing_disabled_message", "", 255),
        boolean("purchasing_hidden", False),
        string("image_url", ""),
        nested("price_adjuster", *_ADJUSTER, nullable=True),
        nested("weight_adjuster", *_ADJUSTER, nullable=True),
        objects(
            "conditions",
            integer("modifier_id", nullable=True),
            integer("modifier_value_id", nullable=True),
            integer("variant_id", nullable=True),
            default=[],
        ),
    ),
    verbs="list create get update delete",
    parent_field="product_id",
    hooks=Hooks(prepare=products.prepare_complex_rule),
)

REVIEW = Resource(
    path=_P + "/reviews",
    item="review_id",
    noun="review",
    fields=(
        string("title", required="post put", longest=255),
        string("text", ""),
        choice("status", "approved pending disapproved", "pending"),
        integer("rating", 5, low=0, high=5),
        string("email", ""),
        string("name", "", 255),
        moment("date_reviewed", required="post put"),
        *readonly(moment("date_created"), moment("date_modified")),
    ),
    verbs="list create get update delete",
    stamps="offset",
    filters=(Filter("status", condition=products.review_status),),
    indexed=("status",),
    hooks=Hooks(saved=products.review_saved, deleting=products.review_deleting),
)

# Options, modifiers and variants

CONFIG = nested(
    "config",
    string("default_value"),
    boolean("checked_by_default"),
    string("checkbox_label"),
    boolean("date_limited"),
    choice("date_limit_mode", "earliest range latest"),
    string("date_earliest_value"),
    string("date_latest_value"),
    choice("file_types_mode", "specific all"),
    strings("file_types_supported"),
    strings("file_types_other"),
    integer("file_max_size"),
    boolean("text_characters_limited"),
    integer("text_min_length"),
    integer("text_max_length"),
    boolean("text_lines_limited"),
    integer("text_max_lines"),
    boolean("number_limited"),
    choice("number_limit_mode", "lowest highest range"),
    number("number_lowest_value"),
    number("number_highest_value"),
    boolean("number_integers_only"),
    boolean("product_list_adjusts_inventory"),
    boolean("product_list_adjusts_pricing"),
    choice("product_list_shipping_calc", "none weight package"),
)

OPTION = Resource(
    path=_P + "/options",
    item="option_id",
    noun="option",
    fields=(
        *readonly(integer("product_id"), string("name")),
        string("display_name", required="post", shortest=1, longest=255),
        choice(
            "type",
            "radio_buttons rectangles dropdown product_list product_list_with_images swatch",
            required="post",
        ),
        CONFIG,
        integer("sort_order", 0, **_SORT),
        array("option_values", write_only=True),
        string("image_url", write_only=True),
    ),
    verbs="list create get update delete",
    parent_field="product_id",
    unique=(Unique("display_name", "The display name '{display_name}' is taken", ("parent",)),),
    embeds={"option_values": children(_P + "/options/{option_id}/values")},
    hooks=Hooks(options.prepare, options.saved, options.deleting),
)

_VALUE = (
    string("label", required="post", shortest=1, longest=255),
    integer("sort_order", required="post", **_SORT),
    nested("value_data", nullable=True),
    boolean("is_default", False),
)

OPTION_VALUE = Resource(
    path=_P + "/options/{option_id}/values",
    item="value_id",
    noun="option value",
    fields=_VALUE,
    verbs="list create get update delete",
    most=250,
    unique=(Unique("label", "The label '{label}' is taken", ("parent",), 422),),
    hooks=Hooks(options.prepare_value, options.value_saved, options.value_deleting),
)

MODIFIER = Resource(
    path=_P + "/modifiers",
    item="modifier_id",
    noun="modifier",
    fields=(
        *readonly(integer("product_id"), string("name")),
        string("display_name", required="post", shortest=1, longest=255),
        choice(
            "type",
            "date checkbox file text multi_line_text numbers_only_text radio_buttons rectangles"
            " dropdown product_list product_list_with_images swatch",
            required="post put",
        ),
        boolean("required", required="post put"),
        CONFIG,
        integer("sort_order", 0),
        array("option_values", write_only=True),
    ),
    verbs="list create get update delete",
    parent_field="product_id",
    unique=(Unique("display_name", "The display name '{display_name}' is taken", ("parent",)),),
    embeds={"option_values": children(_P + "/modifiers/{modifier_id}/values")},
    hooks=Hooks(options.prepare, options.modifier_saved),
)

MODIFIER_VALUE = Resource(
    path=_P + "/modifiers/{modifier_id}/values",
    item="value_id",
    noun="modifier value",
    fields=(
        *_VALUE,
        nested(
            "adjusters",
            nested("price", *_ADJUSTER, nullable=True),
            nested("weight", *_ADJUSTER, nullable=True),
            string("image_url"),
            nested("purchasing_disabled", boolean("status"), string("message")),
        ),
        *readonly(integer("option_id")),
    ),
    verbs="list create get update delete",
    parent_field="option_id",
    unique=(Unique("label", "The label '{label}' is taken", ("parent",), 422),),
    hooks=Hooks(prepare=options.prepare_modifier_value),
)

_INHERITED = {"low": 0, "nullable": True}
VARIANT_FIELDS: tuple[Field, ...] = (
    integer("product_id", None),
    string("sku", "", 255),
    *readonly(integer("sku_id", None, nullable=True)),
    number("price", None, **_INHERITED),
    *readonly(number("calculated_price")),
    number("sale_price", None, **_INHERITED),
    number("retail_price", None, **_INHERITED),
    number("map_price", None, nullable=True),
    number("weight", None, **_INHERITED),
    *readonly(number("calculated_weight")),
    number("width", None, **_INHERITED),
    number("height", None, **_INHERITED),
    number("depth", None, **_INHERITED),
    boolean("is_free_shipping", False),
    number("fixed_cost_shipping_price", None, **_INHERITED),
    string("image_url", ""),
    boolean("purchasing_disabled", False),
    string("purchasing_disabled_message", "", 255),
    number("cost_price", 0, **_INHERITED),
    string("upc", "", 14, nullable=True),
    string("mpn", "", nullable=True),
    string("gtin", "", 14, nullable=True),
    integer("inventory_level", 0, high=INT32, nullable=True),
    integer("inventory_warning_level", 0, high=INT32, nullable=True),
    string("bin_picking_number", "", 255, nullable=True),
    array("option_values", default=[]),
)

VARIANT = Resource(
    path=_P + "/variants",
    item="variant_id",
    noun="variant",
    fields=VARIANT_FIELDS,
    verbs="list create get update delete",
    most=600,
    unique=(Unique("sku", "The variant sku '{sku}' is a duplicate"),),
    hooks=Hooks(variants.prepare, variants.saved, variants.deleting),
)

ALL_VARIANTS = Resource(
    path="v3/catalog/variants",
    item="variant_id",
    noun="variant",
    stored=VARIANT.collection,
    fields=VARIANT_FIELDS,
    verbs="list",
    filters=(
        *filters("id sku upc", VARIANT_FIELDS),
        Filter("product_id:in", "_parent", "in", "integer"),
    ),
    indexed=("upc",),
    batch=50,
    hooks=VARIANT.hooks,
    unique=VARIANT.unique,
)

# Brands

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

# Categories: one collection, two faces

_SORTS = (
    "use_store_settings featured newest best_selling alpha_asc alpha_desc avg_customer_review"
    " price_asc price_desc"
)
_CATEGORY_TEXTS = (
    string("description", ""),
    integer("views", 0),
    integer("sort_order", 0, **_SORT),
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
    item="category_id",
    noun="category",
    fields=CATEGORY_FIELDS,
    verbs="list create delete_where get update delete",
    filters=(
        *filters(
            "id id:in id:not_in id:min id:max id:greater id:less name name:like parent_id"
            " parent_id:in parent_id:min parent_id:max parent_id:greater parent_id:less page_title"
            " page_title:like is_visible",
            CATEGORY_FIELDS,
        ),
        Filter("keyword", condition=categories.with_keyword),
    ),
    sorting=Sorting(("name", "id", "parent_id", "sort_order"), "plain"),
    unique=(_SAME_NAME, Unique("custom_url.url", "The category URL is a duplicate")),
    indexed=("parent_id", "tree_id", "category_uuid"),
    present=categories.show,
    hooks=Hooks(categories.prepare, deleting=categories.deleting),
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
        Filter("keyword", condition=categories.with_keyword),
    ),
    unique=(_SAME_NAME,),
    present=categories.show_in_tree,
    hooks=Hooks(categories.prepare, deleting=categories.deleting),
)

TREE = Resource(
    path="v3/catalog/trees",
    item="tree_id",
    noun="tree",
    fields=(
        string("name", required="post", shortest=1, longest=255),
        integers("channels", []),
    ),
    verbs="list delete_where",
    filters=(
        *filters("id:in", ()),
        Filter("channel_id:in", condition=categories.tree_in_channels),
    ),
    arrays=("channels",),
    batch=50,
    unique=(Unique("name", "The tree name '{name}' is taken"),),
    hooks=Hooks(deleting=categories.tree_deleting),
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

PRODUCT_METAFIELD, _ALL_PRODUCT_METAFIELDS = metafields(PRODUCT, "product", "metafield_id")
_METAFIELDS = (
    (PRODUCT_METAFIELD, _ALL_PRODUCT_METAFIELDS),
    metafields(VARIANT, "variant", "metafield_id", store_wide="v3/catalog/variants/metafields"),
    metafields(BRAND, "brand", "metafield_id"),
    metafields(CATEGORY, "category", "metafield_id"),
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
    Operation("GET", "v3/catalog/summary", catalog.summary),
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
        "GET", _CHANNELS, partial(catalog.list_channel_assignments, resource=CHANNEL_ASSIGNMENT)
    ),
    Operation("PUT", _CHANNELS, catalog.assign_channels),
    Operation(
        "DELETE",
        _CHANNELS,
        partial(catalog.remove_channel_assignments, resource=CHANNEL_ASSIGNMENT),
    ),
    Operation(
        "GET", _CATEGORIES, partial(catalog.list_category_assignments, resource=CHANNEL_ASSIGNMENT)
    ),
    Operation("PUT", _CATEGORIES, catalog.assign_categories),
    Operation("DELETE", _CATEGORIES, catalog.remove_category_assignments),
    Operation(
        "POST", BRAND.item_path + "/image", partial(catalog.put_image, collection=BRAND.collection)
    ),
    Operation(
        "DELETE",
        BRAND.item_path + "/image",
        partial(catalog.remove_image, collection=BRAND.collection),
    ),
    Operation(
        "POST",
        CATEGORY.item_path + "/image",
        partial(catalog.put_image, collection=CATEGORY.collection),
    ),
    Operation(
        "DELETE",
        CATEGORY.item_path + "/image",
        partial(catalog.remove_image, collection=CATEGORY.collection),
    ),
    Operation(
        "POST",
        MODIFIER_VALUE.item_path + "/image",
        partial(catalog.put_image, collection=MODIFIER_VALUE.collection),
    ),
    Operation(
        "POST",
        VARIANT.item_path + "/image",
        partial(catalog.put_image, collection=VARIANT.collection),
    ),
    *(operation for pair in _METAFIELDS for operation in batches(*pair)),
)
