"""V2 catalog: the older face of products, of what hangs under them, of brands and categories.

Fields, filters and paths follow the archived V2 reference; each is a ``Mirror`` of what V3 has.
"""

from __future__ import annotations

from typing import Any

from bcorm.emulator import mirror as m
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.domains.catalog import tables as v3
from bcorm.emulator.domains.catalog import v2_behaviour as v2
from bcorm.emulator.domains.products.v2_tables import PRODUCT
from bcorm.emulator.mirror import Mirror, view_of
from bcorm.emulator.operations import Operation
from bcorm.emulator.resource import Filter, filters
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
_WRITING = "post"


def _text(name: str, **rules: Any) -> Field:
    return string(name, nullable=True, **rules)


IMAGE = Mirror(
    view=view_of(_P + "/images", v3.IMAGE, "image", present=v2.show_image),
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
    view=view_of(
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
    view=view_of(_P + "/reviews", v3.REVIEW, "review", present=v2.show_review),
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
    view=view_of(
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
    view=view_of(_P + "/videos", v3.VIDEO, "video", uuid=True, present=v2.show_video),
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
    view=view_of(_P + "/options", v3.OPTION, "option", present=v2.show_option),
    target=v3.OPTION.path,
    verbs="list get",
)

_ADJUSTER = (choice("adjuster", "relative percentage absolute"), number("adjuster_value"))
RULE = Mirror(
    view=view_of(_P + "/rules", v3.COMPLEX_RULE, "rule", present=v2.show_rule),
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
    view=view_of(
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
    view=view_of(
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
    view=view_of(
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


def _no_mappings(ctx: Context) -> Reply:
    """The sample shop lists nothing with Google."""
    ctx.require(v3.PRODUCTS, ctx.ids[0])
    return Reply(204)


RESOURCES = tuple(mirror.view for mirror in MIRRORS)
OPERATIONS = (
    *(operation for mirror in MIRRORS for operation in m.operations(mirror)),
    Operation("GET", _P + "/googleproductsearch", _no_mappings),
)
