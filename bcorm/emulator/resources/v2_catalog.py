"""V2 catalog: the older face of products, brands and categories, and what only V2 has.

Fields, filters and paths follow the archived V2 reference. Everything that V3 has too is a
``Mirror`` of it; shared options and option sets are V2's own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bcorm.emulator.behaviours import mirror as m
from bcorm.emulator.behaviours import products, v2_products
from bcorm.emulator.behaviours import v2_catalog as v2
from bcorm.emulator.behaviours.mirror import Mirror
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.resource import Filter, Hooks, Operation, Resource, filters
from bcorm.emulator.resources import catalog as v3
from bcorm.emulator.schema import (
    Field,
    array,
    boolean,
    choice,
    integer,
    integers,
    mail_date,
    money,
    nested,
    number,
    objects,
    readonly,
    string,
)

_P = "v2/products/{product_id}"


def _view(path: str, target: Resource, noun: str, **rules: Any) -> Resource:
    """A V2 view of a V3 collection: it knows the same columns and lists at most 250."""
    return Resource(
        path=path,
        noun=noun,
        fields=target.fields,
        verbs="",
        stored=target.collection,
        empty=204,
        parents_checked=False,
        hooks=replace(target.hooks, accept=None),
        **rules,
    )


def _text(name: str, **rules: Any) -> Field:
    return string(name, nullable=True, **rules)


_LINK_FIELDS = tuple(
    Field(name, "any", readonly=True)
    for name in [
        "brand",
        "downloads",
        "images",
        "discount_rules",
        "configurable_fields",
        "custom_fields",
        "videos",
        "skus",
        "rules",
        "option_set",
        "options",
        "tax_class",
        "primary_image",
    ]
)
_WRITING = "post"
PRODUCT_FIELDS: tuple[Field, ...] = (
    string("name", required=_WRITING, shortest=1, longest=250),
    money("price", required=_WRITING, low=0),
    integers("categories", required=_WRITING),
    choice("type", "physical digital giftcertificate", required=_WRITING),
    choice("availability", "available disabled preorder", required=_WRITING),
    money("weight", required=_WRITING, low=0),
    string("sku", longest=255),
    string("description"),
    _text("search_keywords"),
    string("availability_description"),
    *(money(name, low=0) for name in ("cost_price", "retail_price", "sale_price")),
    *(money(name, low=0) for name in ("width", "height", "depth", "fixed_cost_shipping_price")),
    integer("sort_order"),
    boolean("is_visible"),
    boolean("is_featured"),
    string("related_products"),
    integer("inventory_level", low=0),
    integer("inventory_warning_level", low=0),
    _text("warranty"),
    boolean("is_free_shipping"),
    choice("inventory_tracking", "none simple sku"),
    integer("brand_id"),
    integer("view_count", low=0),
    string("page_title", longest=255),
    _text("meta_keywords"),
    _text("meta_description"),
    string("layout_file"),
    boolean("is_price_hidden"),
    string("price_hidden_label"),
    choice("condition", "New Used Refurbished"),
    boolean("is_condition_shown"),
    mail_date("preorder_release_date"),
    boolean("is_preorder_only"),
    string("preorder_message"),
    integer("order_quantity_minimum", low=0),
    integer("order_quantity_maximum", low=0),
    choice("open_graph_type", "product album book drink food game movie song tv_show"),
    string("open_graph_title"),
    _text("open_graph_description"),
    boolean("is_open_graph_thumbnail"),
    string("upc"),
    integer("tax_class_id", low=0),
    integer("option_set_id", nullable=True),
    choice("option_set_display", "right below"),
    string("event_date_field_name"),
    choice("event_date_type", "none after before range"),
    mail_date("event_date_start"),
    mail_date("event_date_end"),
    *(
        string(name)
        for name in (
            "myob_asset_account",
            "myob_income_account",
            "myob_expense_account",
            "peachtree_gl_account",
        )
    ),
    string("bin_picking_number"),
    string("custom_url"),
    string("avalara_product_tax_code"),
    *readonly(
        integer("id"),
        money("calculated_price"),
        integer("rating_total"),
        integer("rating_count"),
        integer("total_sold"),
        mail_date("date_created"),
        mail_date("date_modified"),
    ),
    *_LINK_FIELDS,
)

PRODUCT = Mirror(
    view=_view(
        "v2/products",
        v3.PRODUCT,
        "product",
        item="product_id",
        present=v2_products.show_product,
        filters=(
            *filters(
                "min_id max_id name sku condition availability brand_id min_date_created"
                " max_date_created min_date_modified max_date_modified min_date_last_imported"
                " max_date_last_imported min_price max_price is_visible is_featured"
                " min_inventory_level max_inventory_level",
                v3.PRODUCT_FIELDS,
            ),
            Filter("min_number_sold", "total_sold", "min", "integer"),
            Filter("max_number_sold", "total_sold", "max", "integer"),
            Filter("category", condition=v2_products.in_category),
            Filter("description", condition=v2_products.in_description),
            Filter("keyword_filter", condition=products.with_keyword),
        ),
    ),
    target=v3.PRODUCT.path,
    accepts=PRODUCT_FIELDS,
    translate=v2_products.read_product,
    own=("option_set_id", "option_set_display", *v2_products.OWN),
)

IMAGE = Mirror(
    view=_view(_P + "/images", v3.IMAGE, "image", present=v2.show_image),
    target=v3.IMAGE.path,
    accepts=(
        string("image_file", required=_WRITING, shortest=1),
        boolean("is_thumbnail"),
        integer("sort_order"),
        _text("description"),
        *readonly(
            integer("id"),
            integer("product_id"),
            mail_date("date_created"),
            string("zoom_url"),
            string("thumbnail_url"),
            string("standard_url"),
            string("tiny_url"),
        ),
    ),
    translate=v2.read_image,
    store_wide="v2/products/images",
)

CUSTOM_FIELD = Mirror(
    view=_view(
        _P + "/custom_fields", v3.CUSTOM_FIELD, "custom field", present=v2.show_custom_field
    ),
    target=v3.CUSTOM_FIELD.path,
    accepts=(
        string("name", required=_WRITING, shortest=1, longest=250),
        string("text", required=_WRITING, shortest=1, longest=250),
        *readonly(integer("id"), integer("product_id")),
    ),
    translate=v2.read_custom_field,
    store_wide="v2/products/custom_fields",
)

REVIEW = Mirror(
    view=_view(_P + "/reviews", v3.REVIEW, "review", present=v2.show_review),
    target=v3.REVIEW.path,
    accepts=(
        string("title", required=_WRITING, longest=255),
        string("author", longest=255),
        string("review"),
        integer("rating", low=1, high=5),
        integer("status", choices=(0, 1)),
        mail_date("date_created"),
        *readonly(integer("id"), integer("product_id")),
    ),
    translate=v2.read_review,
    verbs="list get create update delete delete_all",
    store_wide="v2/products/reviews",
)

DISCOUNT_RULE = Mirror(
    view=_view(
        _P + "/discount_rules",
        v3.BULK_PRICING_RULE,
        "bulk pricing rule",
        present=v2.show_discount_rule,
    ),
    target=v3.BULK_PRICING_RULE.path,
    accepts=(
        integer("min", required=_WRITING, low=0),
        integer("max", required=_WRITING, low=0),
        choice("type", "price percent fixed", required=_WRITING),
        number("type_value", required=_WRITING, low=0),
        *readonly(integer("id"), integer("product_id")),
    ),
    translate=v2.read_discount_rule,
    names={v3_name: name for name, v3_name in v2.RULE_NAMES.items()},
    store_wide="v2/products/discount_rules",
)

VIDEO = Mirror(
    view=_view(_P + "/videos", v3.VIDEO, "video", uuid=True, present=v2.show_video),
    target=v3.VIDEO.path,
    accepts=(
        string("url", required=_WRITING),
        string("name", longest=255),
        integer("sort_order"),
        *readonly(string("id"), integer("product_id")),
    ),
    translate=v2.read_video,
    find=v2.find_video,
    store_wide="v2/products/videos",
)

PRODUCT_OPTION = Mirror(
    view=_view(_P + "/options", v3.OPTION, "option", present=v2.show_option),
    target=v3.OPTION.path,
    verbs="list get",
)

_ADJUSTER = (choice("adjuster", "relative percentage absolute"), number("adjuster_value"))
RULE = Mirror(
    view=_view(_P + "/rules", v3.COMPLEX_RULE, "rule", present=v2.show_rule),
    target=v3.COMPLEX_RULE.path,
    accepts=(
        integer("sort_order"),
        boolean("is_enabled"),
        boolean("is_stop"),
        nested("price_adjuster", *_ADJUSTER, nullable=True),
        nested("weight_adjuster", *_ADJUSTER, nullable=True),
        boolean("is_purchasing_disabled"),
        string("purchasing_disabled_message"),
        boolean("is_purchasing_hidden"),
        string("image_file"),
        objects(
            "conditions",
            integer("product_option_id", nullable=True),
            integer("option_value_id", nullable=True),
            integer("sku_id", nullable=True),
        ),
        *readonly(integer("id"), integer("product_id")),
    ),
    translate=v2.read_rule,
    store_wide="v2/products/rules",
)

_OPTIONAL = {"low": 0, "nullable": True}
SKU = Mirror(
    view=_view(
        _P + "/skus",
        v3.VARIANT,
        "sku",
        present=v2.show_sku,
        filters=(
            *filters(
                "min_id max_id sku upc inventory_level inventory_warning_level"
                " bin_picking_number min_inventory_level max_inventory_level",
                v3.VARIANT_FIELDS,
            ),
            Filter("_is_sku", condition=v2.is_sku),
        ),
    ),
    target=v3.VARIANT.path,
    accepts=(
        string("sku", required=_WRITING, shortest=1, longest=255),
        money("price", **_OPTIONAL),
        money("cost_price", **_OPTIONAL),
        money("weight", **_OPTIONAL),
        string("upc"),
        integer("inventory_level", low=0),
        integer("inventory_warning_level", low=0),
        string("bin_picking_number"),
        boolean("is_purchasing_disabled"),
        string("purchasing_disabled_message"),
        string("image_file"),
        array(
            "options",
            Field(
                "",
                "object",
                fields=(
                    integer("product_option_id", required=_WRITING),
                    integer("option_value_id", required=_WRITING),
                ),
            ),
            required=_WRITING,
        ),
        *readonly(
            integer("id"),
            integer("product_id"),
            money("adjusted_price"),
            money("adjusted_weight"),
        ),
    ),
    translate=v2.read_sku,
    fixed={"_is_sku": "1"},
    store_wide="v2/products/skus",
    store_verbs="list count",
)

BRAND = Mirror(
    view=_view(
        "v2/brands",
        v3.BRAND,
        "brand",
        item="brand_id",
        present=v2.show_brand,
        filters=filters("name min_id max_id", v3.BRAND_FIELDS),
    ),
    target=v3.BRAND.path,
    accepts=(
        string("name", required=_WRITING, shortest=1, longest=255),
        string("page_title", longest=255),
        _text("meta_keywords"),
        _text("meta_description"),
        string("image_file"),
        string("search_keywords"),
        *readonly(integer("id")),
    ),
    translate=v2.read_brand,
)

CATEGORY = Mirror(
    view=_view(
        "v2/categories",
        v3.CATEGORY,
        "category",
        item="category_id",
        present=v2.show_category,
        filters=filters("parent_id name is_visible min_id max_id", v3.CATEGORY_FIELDS),
    ),
    target=v3.CATEGORY.path,
    accepts=(
        string("name", required=_WRITING, shortest=1, longest=50),
        integer("parent_id", low=0),
        string("description"),
        integer("sort_order"),
        string("page_title", longest=255),
        _text("meta_keywords"),
        _text("meta_description"),
        string("layout_file"),
        string("image_file"),
        boolean("is_visible"),
        string("search_keywords"),
        string("url"),
        *readonly(integer("id"), integers("parent_category_list")),
    ),
    translate=v2.read_category,
)

MIRRORS = (
    PRODUCT,
    IMAGE,
    CUSTOM_FIELD,
    REVIEW,
    DISCOUNT_RULE,
    VIDEO,
    PRODUCT_OPTION,
    RULE,
    SKU,
    BRAND,
    CATEGORY,
)

# What only V2 has

_ALL = "list get create update delete delete_all"
OPTION = Resource(
    path="v2/options",
    item="option_id",
    noun="option",
    fields=(
        string("name", required=_WRITING, shortest=1, longest=255),
        string("display_name", longest=255),
        choice("type", "C CS D F MT N PI PL RB RT S T", required=_WRITING),
        *readonly(Field("values", "any")),
    ),
    verbs=_ALL + " count",
    filters=filters("name display_name type", (string("name"), string("display_name"))),
    empty=204,
    present=v2.show_shared_option,
    hooks=Hooks(v2.prepare_shared_option),
)

OPTION_VALUE = Resource(
    path="v2/options/{option_id}/values",
    item="value_id",
    noun="option value",
    fields=(
        string("label", required=_WRITING, shortest=1, longest=255),
        string("value", required=_WRITING),
        integer("sort_order", 0),
        boolean("is_default", default=False),
        *readonly(integer("id"), integer("option_id")),
    ),
    verbs=_ALL,
    empty=204,
    parent_field="option_id",
)

OPTION_SET = Resource(
    path="v2/option_sets",
    item="option_set_id",
    noun="option set",
    fields=(
        string("name", required=_WRITING, shortest=1, longest=255),
        *readonly(integer("id"), Field("options", "any")),
    ),
    verbs=_ALL + " count",
    filters=filters("name", (string("name"),)),
    empty=204,
    present=v2.show_option_set,
)

OPTION_SET_OPTION = Resource(
    path="v2/option_sets/{option_set_id}/options",
    noun="option",
    fields=(
        integer("option_id", required=_WRITING),
        string("display_name", longest=255),
        integer("sort_order", 0),
        boolean("is_required", default=False),
        *readonly(
            integer("id"),
            integer("option_set_id"),
            Field("option", "any"),
            Field("values", "any"),
        ),
    ),
    verbs=_ALL,
    empty=204,
    parent_field="option_set_id",
    present=v2.show_set_option,
    hooks=Hooks(v2.prepare_set_option),
)

CONFIGURABLE_FIELD = Resource(
    path=_P + "/configurable_fields",
    noun="configurable field",
    fields=(
        integer("product_id"),
        string("name"),
        string("type"),
        string("allowed_file_types"),
        integer("max_size", 0),
        string("select_options"),
        boolean("is_required", default=False),
        integer("sort_order", 0),
    ),
    verbs="",
    stored="v3/catalog/products/configurable-fields",
    empty=204,
    parents_checked=False,
)
_FIELDS = Mirror(
    view=CONFIGURABLE_FIELD,
    target=CONFIGURABLE_FIELD.path,
    verbs="list get delete delete_all",
    store_wide="v2/products/configurable_fields",
)


def _no_mappings(ctx: Context) -> Reply:
    """The sample shop lists nothing with Google."""
    ctx.require(v3.PRODUCTS, ctx.ids[0])
    return Reply(204)


RESOURCES = (
    OPTION,
    OPTION_VALUE,
    OPTION_SET,
    OPTION_SET_OPTION,
    CONFIGURABLE_FIELD,
    *(mirror.view for mirror in MIRRORS),
)
OPERATIONS = (
    *(operation for mirror in (*MIRRORS, _FIELDS) for operation in m.operations(mirror)),
    Operation("GET", _P + "/googleproductsearch", _no_mappings),
)
