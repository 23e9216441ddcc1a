"""V2 products: the older face of the V3 ones, after the archived V2 reference."""

from __future__ import annotations

from bcorm.emulator.domains.catalog import tables as v3
from bcorm.emulator.domains.products import behaviour, v2_behaviour
from bcorm.emulator.mirror import Mirror, view_of
from bcorm.emulator.resource import Filter, filters
from bcorm.emulator.schema import (
    Field,
    boolean,
    choice,
    integer,
    integers,
    mail_date,
    money,
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
    own=("option_set_id", "option_set_display", *v2_behaviour.OWN),
)
