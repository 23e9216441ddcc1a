"""Settings of the store and its channels (`settings.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.settings import analytics, search_filters
from bcorm.emulator.domains.settings.behaviour import LOGO, Setting, operations, upload
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Resource
from bcorm.emulator.schema import (
    Field,
    anything,
    array,
    boolean,
    choice,
    integer,
    nested,
    number,
    objects,
    readonly,
    string,
)

_SORTS = (
    "featured bestselling newest alphaasc alphadesc pricedesc priceasc avgcustomerreview relevance"
)


def _switches(names: str, *, on: bool) -> tuple[Field, ...]:
    return tuple(boolean(name, on) for name in names.split())


LOGO_SETTINGS = Setting(
    path=LOGO,
    fields=(
        choice("type", "image text", "text"),
        string("logo_text", "Sample Shop"),
        *readonly(string("logo_image_url", ""), string("favicon_url", "")),
    ),
)

SETTINGS = (
    LOGO_SETTINGS,
    Setting(
        path="v3/settings/catalog",
        fields=_switches("auto_approve_reviews enable_product_comparisons", on=True),
    ),
    Setting(
        path="v3/settings/email-statuses",
        fields=_switches(
            "abandoned_cart_email account_details_changed_email combined_order_status_email"
            " create_account_email create_guest_account_email gift_certificate_email invoice_email"
            " order_message_notification_email product_review_email return_confirmation_email"
            " return_statuschange_email",
            on=True,
        ),
    ),
    Setting(
        path="v3/settings/inventory",
        fields=(
            choice(
                "product_out_of_stock_behavior",
                "do_nothing hide_product hide_product_and_accessible hide_product_and_redirect",
                "do_nothing",
            ),
            choice(
                "option_out_of_stock_behavior", "do_nothing hide_option label_option", "do_nothing"
            ),
            choice(
                "update_stock_behavior", "order_placed order_completed_or_shipped", "order_placed"
            ),
            boolean("edit_order_stock_adjustment", True),
            boolean("refund_order_stock_adjustment", True),
            choice("stock_level_display", "dont_show show show_when_low", "dont_show"),
            string("default_out_of_stock_message", "Out of stock"),
            boolean("hide_in_product_filtering", False),
            boolean("show_pre_order_stock_levels", False),
            boolean("show_out_of_stock_message", False),
        ),
    ),
    Setting(
        path="v3/settings/inventory/notifications",
        fields=(
            array("low_stock_notification_address", string("", format="email"), []),
            array("out_of_stock_notification_address", string("", format="email"), []),
        ),
    ),
    Setting(
        path="v3/settings/store/locale",
        fields=(
            string("default_shopper_language", "en"),
            choice(
                "shopper_language_selection_method",
                "browser default_shopper_language",
                "default_shopper_language",
            ),
            string("store_country", "United States"),
        ),
        overridable=False,
    ),
    Setting(
        path="v3/settings/store/profile",
        fields=(
            string("store_address", "1 Cedar Street, Austin"),
            Field(
                "store_address_type",
                "string",
                "Home Office",
                choices=("Home Office", "Commercial Office", "Retail", "Warehouse"),
            ),
            string("store_email", "owner@example.com", format="email"),
            string("store_name", "Sample Shop"),
            string("store_phone", "512-555-0100"),
        ),
    ),
    Setting(
        path="v3/settings/store/units-of-measurement",
        fields=(
            choice("weight_measurement", "LBS Ounces KGS Grams Tonnes", "Ounces"),
            choice("length_measurement", "Inches Centimeters", "Inches"),
            string("decimal_token", "."),
            string("thousands_token", ","),
            integer("decimal_places", 2, low=0),
            choice("factoring_dimension", "depth height width", "depth"),
        ),
    ),
    Setting(
        path="v3/settings/storefront/category",
        fields=(
            integer("category_tree_depth", 4, low=1, high=8),
            choice("default_product_sort", _SORTS, "featured"),
            choice(
                "listing_mode",
                "current_category_only child_categories child_categories_if_category_empty",
                "current_category_only",
            ),
        ),
    ),
    Setting(
        path="v3/settings/storefront/product",
        fields=(
            *_switches(
                "show_product_price show_product_sku show_product_weight show_product_brand"
                " show_product_shipping show_product_rating show_add_to_cart_link"
                " show_add_to_cart_qty_box show_add_to_wishlist",
                on=True,
            ),
            string("default_preorder_message", ""),
            choice("show_breadcrumbs_product_pages", "show_one show_none", "show_one"),
            boolean("hide_price_from_guests", False),
        ),
    ),
    Setting(
        path="v3/settings/storefront/robotstxt",
        fields=(string("robots_txt_ssl", "User-agent: *\nDisallow: /account.php\n"),),
    ),
    Setting(
        path="v3/settings/storefront/search",
        fields=(
            choice("content_product_sort", "relevance alphaasc alphadesc", "relevance"),
            choice("default_product_sort", _SORTS, "relevance"),
            *_switches("product_filtering_enabled search_suggest", on=True),
        ),
    ),
    Setting(
        path="v3/settings/storefront/security",
        fields=(
            nested("csp_header", boolean("enabled", False), string("header_value", "")),
            nested(
                "hsts",
                *_switches("enabled include_preload include_subdomains", on=False),
                choice("max_age", "zero_seconds five_minutes one_year", "zero_seconds"),
            ),
            boolean("sitewide_https_enabled", True),
            nested(
                "x_frame_options_header",
                string("allowed_url", ""),
                boolean("enabled", False),
                choice("setting", "deny same_origin allow_from_url", "same_origin"),
            ),
        ),
    ),
    Setting(
        path="v3/settings/storefront/seo",
        fields=(
            string("page_title", "Sample Shop"),
            string("meta_description", ""),
            string("meta_keywords", ""),
            choice("www_redirect", "www no-www none", "none"),
        ),
    ),
    Setting(
        path="v3/settings/storefront/status",
        fields=(
            string("down_for_maintenance_message", "We are back soon."),
            string("prelaunch_message", "We open soon."),
            *readonly(string("prelaunch_password", "mezt1f77gd")),
        ),
    ),
)

ANALYTICS = Resource(
    path=analytics.PROVIDERS,
    noun="analytics provider",
    fields=(
        *readonly(integer("channel_id", 1)),
        string("name", "", shortest=1),
        string("code", "", shortest=1),
        boolean("enabled", False),
        boolean("data_tag_enabled", False),
        number("version", 4),
        anything("is_oauth_connected", write_only=True),
        *readonly(string("api_secret", "")),
    ),
    verbs="",
    filters=(Filter("channel_id", "channel_id", kind="integer"),),
)

_CONTEXT = nested("context", integer("channel_id"), integer("category_id"), required="put")
CONFIGURED_FIELDS: tuple[Field, ...] = (
    string("id", required="put"),
    choice("type", "product price category brand rating other"),
    string("display_name"),
    *(
        boolean(name)
        for name in (
            "is_enabled",
            "collapsed_by_default",
            "display_product_count",
            "show_free_shipping_filter",
            "show_in_stock_filter",
            "show_is_featured_filter",
            "show_product_count",
        )
    ),
    Field("items_to_show", "integer", choices=(5, 10, 15)),
    choice("sort_by", "alpha option_values item_count"),
)
CONTEXT_FIELDS = (_CONTEXT, objects("data", *CONFIGURED_FIELDS, required="put"))

RESOURCES = (ANALYTICS,)

_FILTERS = search_filters.FILTERS
OPERATIONS = (
    *operations(*SETTINGS),
    operation(
        "POST",
        LOGO + "/image",
        upload,
        setting=LOGO_SETTINGS,
        file="LogoFile",
        field="logo_image_url",
        query="channel_id",
    ),
    operation(
        "POST",
        "v3/settings/favicon/image",
        upload,
        setting=LOGO_SETTINGS,
        file="FaviconFile",
        field="favicon_url",
        query="channel_id",
    ),
    operation("GET", ANALYTICS.path, analytics.list_providers, resource=ANALYTICS),
    operation(
        "GET", ANALYTICS.item_path, analytics.get_provider, resource=ANALYTICS, query="channel_id"
    ),
    operation(
        "PUT",
        ANALYTICS.item_path,
        analytics.update_provider,
        resource=ANALYTICS,
        query="channel_id",
    ),
    operation("GET", _FILTERS, search_filters.show),
    operation("PUT", _FILTERS, search_filters.write, fields=CONFIGURED_FIELDS),
    operation(
        "GET", _FILTERS + "/available", search_filters.available, query="channel_id category_id"
    ),
    operation(
        "GET", _FILTERS + "/contexts", search_filters.contexts, query="channel_id category_id"
    ),
    operation("PUT", _FILTERS + "/contexts", search_filters.set_contexts, fields=CONTEXT_FIELDS),
)
