"""V2 products: the older face of the V3 ones, after the archived V2 reference."""

from __future__ import annotations

from bcorm.emulator import mirror as m
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.domains.options.v2_behaviour import apply_option_set
from bcorm.emulator.domains.products import behaviour, v2_behaviour
from bcorm.emulator.domains.products import tables as v3
from bcorm.emulator.mirror import Mirror, view_of
from bcorm.emulator.operations import Operation
from bcorm.emulator.resource import Filter, filters
from bcorm.emulator.schema import (
    Field,
    boolean,
    choice,
    integer,
    integers,
    mail_date,
    money,
    nested,
    number,
    objects,
    optional_text,
    readonly,
    string,
)

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
PRODUCT_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1, longest=250),
    money("price", required="post", low=0),
    integers("categories", required="post"),
    choice("type", "physical digital giftcertificate", required="post"),
    choice("availability", "available disabled preorder", required="post"),
    money("weight", required="post", low=0),
    string("sku", longest=255),
    string("description"),
    string("search_keywords", nullable=True),
    string("availability_description"),
    *(money(name, low=0) for name in ("cost_price", "retail_price", "sale_price")),
    *(money(name, low=0) for name in ("width", "height", "depth", "fixed_cost_shipping_price")),
    integer("sort_order"),
    boolean("is_visible"),
    boolean("is_featured"),
    string("related_products"),
    integer("inventory_level", low=0),
    integer("inventory_warning_level", low=0),
    string("warranty", nullable=True),
    boolean("is_free_shipping"),
    choice("inventory_tracking", "none simple sku"),
    integer("brand_id"),
    integer("view_count", low=0),
    string("page_title", longest=255),
    string("meta_keywords", nullable=True),
    string("meta_description", nullable=True),
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
    string("open_graph_description", nullable=True),
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
    view=view_of(
        "v2/products",
        v3.PRODUCT,
        "product",
        item="product_id",
        present=v2_behaviour.show_product,
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
            Filter("category", condition=v2_behaviour.in_category),
            Filter("description", condition=v2_behaviour.in_description),
            Filter("keyword_filter", condition=behaviour.with_keyword),
        ),
    ),
    target=v3.PRODUCT.path,
    accepts=PRODUCT_FIELDS,
    translate=v2_behaviour.read_product,
    saved=apply_option_set,
    own=("option_set_id", "option_set_display", *v2_behaviour.OWN),
)

_P = "v2/products/{product_id}"
_WRITING = "post"

IMAGE = Mirror(
    view=view_of(_P + "/images", v3.IMAGE, "image", present=v2_behaviour.show_image),
    target=v3.IMAGE.path,
    accepts=(
        string("image_file", required=_WRITING, shortest=1),
        boolean("is_thumbnail"),
        integer("sort_order"),
        optional_text("description"),
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
    translate=v2_behaviour.read_image,
    store_wide="v2/products/images",
)

CUSTOM_FIELD = Mirror(
    view=view_of(
        _P + "/custom_fields",
        v3.CUSTOM_FIELD,
        "custom field",
        present=v2_behaviour.show_custom_field,
    ),
    target=v3.CUSTOM_FIELD.path,
    accepts=(
        string("name", required=_WRITING, shortest=1, longest=250),
        string("text", required=_WRITING, shortest=1, longest=250),
        *readonly(integer("id"), integer("product_id")),
    ),
    translate=v2_behaviour.read_custom_field,
    store_wide="v2/products/custom_fields",
)

REVIEW = Mirror(
    view=view_of(_P + "/reviews", v3.REVIEW, "review", present=v2_behaviour.show_review),
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
    translate=v2_behaviour.read_review,
    verbs="list get create update delete delete_all",
    store_wide="v2/products/reviews",
)

DISCOUNT_RULE = Mirror(
    view=view_of(
        _P + "/discount_rules",
        v3.BULK_PRICING_RULE,
        "bulk pricing rule",
        present=v2_behaviour.show_discount_rule,
    ),
    target=v3.BULK_PRICING_RULE.path,
    accepts=(
        integer("min", required=_WRITING, low=0),
        integer("max", required=_WRITING, low=0),
        choice("type", "price percent fixed", required=_WRITING),
        number("type_value", required=_WRITING, low=0),
        *readonly(integer("id"), integer("product_id")),
    ),
    translate=v2_behaviour.read_discount_rule,
    names={v3_name: name for name, v3_name in v2_behaviour.RULE_NAMES.items()},
    store_wide="v2/products/discount_rules",
)

VIDEO = Mirror(
    view=view_of(_P + "/videos", v3.VIDEO, "video", uuid=True, present=v2_behaviour.show_video),
    target=v3.VIDEO.path,
    accepts=(
        string("url", required=_WRITING),
        string("name", longest=255),
        integer("sort_order"),
        *readonly(string("id"), integer("product_id")),
    ),
    translate=v2_behaviour.read_video,
    find=v2_behaviour.find_video,
    store_wide="v2/products/videos",
)

_ADJUSTER = (choice("adjuster", "relative percentage absolute"), number("adjuster_value"))

RULE = Mirror(
    view=view_of(_P + "/rules", v3.COMPLEX_RULE, "rule", present=v2_behaviour.show_rule),
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
    translate=v2_behaviour.read_rule,
    store_wide="v2/products/rules",
)


def _no_mappings(ctx: Context) -> Reply:
    """The sample shop lists nothing with Google."""
    ctx.require(v3.PRODUCTS, ctx.ids[0])
    return Reply(204)


_MIRRORS = (PRODUCT, IMAGE, CUSTOM_FIELD, REVIEW, DISCOUNT_RULE, VIDEO, RULE)

RESOURCES = tuple(mirror.view for mirror in _MIRRORS)
OPERATIONS = (
    *(operation for mirror in _MIRRORS for operation in m.operations(mirror)),
    Operation("GET", _P + "/googleproductsearch", _no_mappings),
)
