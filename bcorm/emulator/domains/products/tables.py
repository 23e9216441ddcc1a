"""V3 products, and what hangs under them by itself: images, videos, fields, rules, reviews.

Fields, bounds and filters follow `products_catalog.v3.yml`; where a recording of a live store
differs (null `option_set_id`, prices sent as text), the recording is followed.
"""

from __future__ import annotations

from bcorm.emulator.domains.metafields.tables import BY_PARENT, batches, metafields
from bcorm.emulator.domains.products import assignments, behaviour
from bcorm.emulator.operations import Operation, operation
from bcorm.emulator.rendering import children
from bcorm.emulator.resource import Filter, Hooks, Resource, Sorting, Unique, filters
from bcorm.emulator.schema import (
    Field,
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
SORT = {"low": -INT32 - 1, "high": INT32}
AMOUNT = {"low": 0}
SIZE = {"low": 0, "high": 9_999_999_999}
ADJUSTER = (choice("adjuster", "relative percentage", nullable=True), number("adjuster_value"))

PRODUCTS = "v3/catalog/products"
UNDER_PRODUCT = PRODUCTS + "/{product_id}"

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
    number("weight", required="post", **SIZE),
    number("width", 0, **SIZE),
    number("depth", 0, **SIZE),
    number("height", 0, **SIZE),
    number("price", required="post", **AMOUNT),
    number("cost_price", 0, **AMOUNT),
    number("retail_price", 0, **AMOUNT),
    number("sale_price", 0, **AMOUNT),
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
    number("fixed_cost_shipping_price", 0, **AMOUNT),
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
    integer("sort_order", 0, **SORT),
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
    objects("images", write_only=True),
    objects("videos", write_only=True),
    objects("custom_fields", write_only=True),
    objects("bulk_pricing_rules", write_only=True),
    objects("variants", objects("option_values"), write_only=True),
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
    Filter("price:min", "price", "min", "number", disputed=True),
    Filter("price:max", "price", "max", "number", disputed=True),
    Filter("condition", condition=behaviour.in_condition, choices=("new", "used", "refurbished")),
    Filter("categories", condition=behaviour.in_only_category),
    Filter("categories:in", condition=behaviour.in_categories),
    Filter("channel_id:in", condition=behaviour.in_channels),
    Filter("keyword", condition=behaviour.with_keyword),
    Filter("inventory_low", condition=behaviour.running_low),
    Filter("out_of_stock", condition=behaviour.sold_out),
)

PRODUCT = Resource(
    path=PRODUCTS,
    selectable="include_fields exclude_fields",
    deletes_take=(
        "name sku price weight condition brand_id date_modified date_last_imported is_visible"
        " is_featured id:in inventory_level total_sold type categories keyword"
    ),
    reads_take="keyword_context",
    words={"keyword_context": ("shopper", "merchant")},
    writes_take="include include_fields",
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
        "variants": children(UNDER_PRODUCT + "/variants"),
        "images": children(UNDER_PRODUCT + "/images"),
        "primary_image": children(UNDER_PRODUCT + "/images", only="is_thumbnail"),
        "custom_fields": children(UNDER_PRODUCT + "/custom-fields"),
        "bulk_pricing_rules": children(UNDER_PRODUCT + "/bulk-pricing-rules"),
        "options": children(UNDER_PRODUCT + "/options"),
        "modifiers": children(UNDER_PRODUCT + "/modifiers"),
        "videos": children(UNDER_PRODUCT + "/videos"),
        "reviews": children(UNDER_PRODUCT + "/reviews"),
        "parent_relations": behaviour.show_parent_relations,
        "channels": behaviour.show_channels,
    },
    wide_includes={"options": 10, "modifiers": 10},
    echo=("variants", "images", "custom_fields", "bulk_pricing_rules", "videos"),
    batch=10,
    delete_most=250,
    stamps="offset",
    hooks=Hooks(behaviour.prepare, behaviour.saved, behaviour.deleting),
)

IMAGE = Resource(
    path=UNDER_PRODUCT + "/images",
    selectable="include_fields exclude_fields",
    item="image_id",
    noun="image",
    fields=(
        *readonly(integer("product_id")),
        string("image_url", longest=255, format="url", write_only=True),
        string("image_file", ""),
        boolean("is_thumbnail", False),
        integer("sort_order", 0, **SORT),
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
    hooks=Hooks(behaviour.prepare_image, behaviour.image_saved, behaviour.image_deleting),
)

VIDEO = Resource(
    path=UNDER_PRODUCT + "/videos",
    selectable="include_fields exclude_fields",
    noun="video",
    fields=(
        string("title", "", 255),
        string("description", ""),
        integer("sort_order", 0, **SORT),
        choice("type", "youtube", "youtube"),
        string("video_id", required="post", longest=25),
        *readonly(integer("product_id"), string("length", "0:00")),
    ),
    verbs="list create get update delete",
    parent_field="product_id",
    hooks=Hooks(saved=behaviour.touch),
)

CUSTOM_FIELD = Resource(
    path=UNDER_PRODUCT + "/custom-fields",
    selectable="include_fields exclude_fields",
    item="custom_field_id",
    noun="custom field",
    fields=(
        string("name", required="post", shortest=1, longest=250),
        string("value", required="post", shortest=1, longest=250),
    ),
    verbs="list create get update delete",
    unique=(Unique("name", "", within=("parent", "value"), refusal=behaviour.SAME_CUSTOM_FIELD),),
    most=200,
)

BULK_PRICING_RULE = Resource(
    path=UNDER_PRODUCT + "/bulk-pricing-rules",
    selectable="include_fields exclude_fields",
    item="bulk_pricing_rule_id",
    noun="bulk pricing rule",
    fields=(
        integer("quantity_min", required="post put", low=0),
        integer("quantity_max", required="post put", low=0),
        choice("type", "price percent fixed", required="post put"),
        number("amount", required="post put", low=0),
    ),
    verbs="list create get update delete",
    hooks=Hooks(prepare=behaviour.refuse_overlapping_rule),
)

COMPLEX_RULE = Resource(
    path=UNDER_PRODUCT + "/complex-rules",
    selectable="include_fields exclude_fields",
    item="complex_rule_id",
    noun="complex rule",
    fields=(
        *readonly(integer("product_id")),
        integer("sort_order", 0, **SORT),
        boolean("enabled", True),
        boolean("stop", False),
        boolean("purchasing_disabled", False),
        string("purchasing_disabled_message", "", 255),
        boolean("purchasing_hidden", False),
        string("image_url", ""),
        nested("price_adjuster", *ADJUSTER, nullable=True),
        nested("weight_adjuster", *ADJUSTER, nullable=True),
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
    hooks=Hooks(prepare=behaviour.prepare_complex_rule, saved=behaviour.complex_rule_saved),
)

REVIEW = Resource(
    path=UNDER_PRODUCT + "/reviews",
    selectable="include_fields exclude_fields",
    item="review_id",
    noun="review",
    fields=(
        string("title", required="post put", longest=255),
        string("text", ""),
        choice("status", "approved pending disapproved", "pending"),
        integer("rating", 5, low=0, high=5),
        string("email", "", format="email"),
        string("name", "", 255),
        moment("date_reviewed", required="post put"),
        *readonly(moment("date_created"), moment("date_modified")),
    ),
    verbs="list create get update delete",
    parent_field="product_id",
    stamps="offset",
    filters=(Filter("status", condition=behaviour.review_status),),
    indexed=("status",),
    hooks=Hooks(saved=behaviour.review_saved, deleting=behaviour.review_deleting),
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

PRODUCT_METAFIELD, _ALL_METAFIELDS = metafields(
    PRODUCT, "product", "metafield_id", put="permission_set", more=BY_PARENT
)

RESOURCES = (
    PRODUCT,
    IMAGE,
    VIDEO,
    CUSTOM_FIELD,
    BULK_PRICING_RULE,
    COMPLEX_RULE,
    REVIEW,
    CHANNEL_ASSIGNMENT,
    PRODUCT_METAFIELD,
    _ALL_METAFIELDS,
)

_CHANNELS = CHANNEL_ASSIGNMENT.path
_CATEGORIES = "v3/catalog/products/category-assignments"
OPERATIONS = (
    Operation("GET", "v3/catalog/summary", assignments.summary),
    operation("GET", _CHANNELS, assignments.list_channel_assignments, resource=CHANNEL_ASSIGNMENT),
    Operation("PUT", _CHANNELS, assignments.assign_channels),
    operation(
        "DELETE", _CHANNELS, assignments.remove_channel_assignments, resource=CHANNEL_ASSIGNMENT
    ),
    operation(
        "GET",
        _CATEGORIES,
        assignments.list_category_assignments,
        resource=CHANNEL_ASSIGNMENT,
        query="product_id:in category_id:in",
    ),
    Operation("PUT", _CATEGORIES, assignments.assign_categories),
    operation(
        "DELETE",
        _CATEGORIES,
        assignments.remove_category_assignments,
        query="product_id:in category_id:in",
    ),
    *batches(PRODUCT_METAFIELD, _ALL_METAFIELDS),
)

REFUSALS = (
    behaviour.SAME_CUSTOM_FIELD,
    behaviour.IMAGE_FILE_AS_TEXT,
    behaviour.HIDDEN_PRICE,
)
