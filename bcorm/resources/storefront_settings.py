"""Settings of how the storefront looks and behaves (`settings.v3.yml`)."""

from __future__ import annotations

from typing import Literal

from bcorm.model import Struct, field, readonly
from bcorm.resources.settings import Setting, document

StorefrontSort = Literal[
    "featured",
    "bestselling",
    "newest",
    "alphaasc",
    "alphadesc",
    "pricedesc",
    "priceasc",
    "avgcustomerreview",
    "relevance",
]


class StorefrontCategorySettings(Setting):
    """How categories are listed. `GET /v3/settings/storefront/category`."""

    category_tree_depth: int | None = field()
    default_product_sort: StorefrontSort | None = field()
    listing_mode: Literal[
        "current_category_only", "child_categories", "child_categories_if_category_empty"
    ] | None = field()  # fmt: skip

    endpoint = document(path="v3/settings/storefront/category")


class StorefrontProductSettings(Setting):
    """What a product's page shows. `GET /v3/settings/storefront/product`."""

    show_product_price: bool | None = field()
    show_product_sku: bool | None = field()
    show_product_weight: bool | None = field()
    show_product_brand: bool | None = field()
    show_product_shipping: bool | None = field()
    show_product_rating: bool | None = field()
    show_add_to_cart_link: bool | None = field()
    show_add_to_cart_qty_box: bool | None = field()
    show_add_to_wishlist: bool | None = field()
    show_breadcrumbs_product_pages: Literal["show_one", "show_none"] | None = field()
    default_preorder_message: str | None = field()
    hide_price_from_guests: bool | None = field()

    endpoint = document(path="v3/settings/storefront/product")


class RobotsTxtSettings(Setting):
    """What search engines may read. `GET /v3/settings/storefront/robotstxt`."""

    robots_txt_ssl: str | None = field()

    endpoint = document(path="v3/settings/storefront/robotstxt")


class StorefrontSearchSettings(Setting):
    """How the storefront is searched. `GET /v3/settings/storefront/search`."""

    content_product_sort: Literal["relevance", "alphaasc", "alphadesc"] = field()
    default_product_sort: StorefrontSort = field()
    product_filtering_enabled: bool = field()
    search_suggest: bool = field()

    endpoint = document(path="v3/settings/storefront/search")


class ContentSecurityPolicy(Struct):
    """The Content-Security-Policy header."""

    enabled: bool = field()
    header_value: str = field()


class StrictTransportSecurity(Struct):
    """The Strict-Transport-Security header."""

    enabled: bool = field()
    include_preload: bool = field()
    include_subdomains: bool = field()
    max_age: Literal["zero_seconds", "five_minutes", "one_year"] = field()


class FrameOptions(Struct):
    """The X-Frame-Options header."""

    enabled: bool = field()
    setting: Literal["deny", "same_origin", "allow_from_url"] = field()
    allowed_url: str = field()


class StorefrontSecuritySettings(Setting):
    """Security headers of the storefront. `GET /v3/settings/storefront/security`."""

    sitewide_https_enabled: bool | None = field()
    csp_header: ContentSecurityPolicy | None = field()
    hsts: StrictTransportSecurity | None = field()
    x_frame_options_header: FrameOptions | None = field()

    endpoint = document(path="v3/settings/storefront/security")


class SeoSettings(Setting):
    """Title and description for search engines. `GET /v3/settings/storefront/seo`."""

    page_title: str | None = field()
    meta_description: str | None = field()
    meta_keywords: str | None = field()
    www_redirect: Literal["www", "no-www", "none"] | None = field()

    endpoint = document(path="v3/settings/storefront/seo")


class StorefrontStatus(Setting):
    """What a closed storefront says. `GET /v3/settings/storefront/status`."""

    down_for_maintenance_message: str | None = field()
    prelaunch_message: str | None = field()
    prelaunch_password: str | None = readonly(secret=True)

    endpoint = document(path="v3/settings/storefront/status")
