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

    category_tree_depth: int | None = field(doc="How many levels are shown, from 1 to 8.")
    default_product_sort: StorefrontSort | None = field(
        doc="How lists of products are sorted until a shopper chooses."
    )
    listing_mode: Literal[
        "current_category_only", "child_categories", "child_categories_if_category_empty"
    ] | None = field(doc="Whether a category lists the products of those below it.")  # fmt: skip

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
    show_add_to_cart_qty_box: bool | None = field(doc="Whether a shopper can say how many.")
    show_add_to_wishlist: bool | None = field()
    show_breadcrumbs_product_pages: Literal["show_one", "show_none"] | None = field(
        doc="Whether the page says in which category the product is."
    )
    default_preorder_message: str | None = field(
        doc="What products say that can be ordered ahead, and have no message of their own."
    )
    hide_price_from_guests: bool | None = field(
        doc="Whether only shoppers who signed in see prices."
    )

    endpoint = document(path="v3/settings/storefront/product")


class RobotsTxtSettings(Setting):
    """What search engines may read. `GET /v3/settings/storefront/robotstxt`."""

    robots_txt_ssl: str | None = field(doc="The text of `robots.txt`, as HTTPS serves it.")

    endpoint = document(path="v3/settings/storefront/robotstxt")


class StorefrontSearchSettings(Setting):
    """How the storefront is searched. `GET /v3/settings/storefront/search`."""

    content_product_sort: Literal["relevance", "alphaasc", "alphadesc"] = field(
        doc="How found pages are sorted until a shopper chooses."
    )
    default_product_sort: StorefrontSort = field(
        doc="How found products are sorted until a shopper chooses."
    )
    product_filtering_enabled: bool = field(
        doc="Whether shoppers can filter; of the store alone: a channel cannot change it."
    )
    search_suggest: bool = field(doc="Whether products are suggested while a shopper types.")

    endpoint = document(path="v3/settings/storefront/search")


class ContentSecurityPolicy(Struct):
    """The Content-Security-Policy header."""

    enabled: bool = field()
    header_value: str = field()


class StrictTransportSecurity(Struct):
    """The Strict-Transport-Security header."""

    enabled: bool = field()
    include_preload: bool = field(
        doc="Whether the header says `preload`, for the lists that browsers bring along."
    )
    include_subdomains: bool = field()
    max_age: Literal["zero_seconds", "five_minutes", "one_year"] = field(
        doc="How long browsers keep to HTTPS."
    )


class FrameOptions(Struct):
    """The X-Frame-Options header."""

    enabled: bool = field()
    setting: Literal["deny", "same_origin", "allow_from_url"] = field(
        doc="Who may show the pages in a frame."
    )
    allowed_url: str = field(doc="With `allow_from_url`: who may.")


class StorefrontSecuritySettings(Setting):
    """Security headers of the storefront. `GET /v3/settings/storefront/security`."""

    sitewide_https_enabled: bool | None = field(doc="Whether all pages are served by HTTPS.")
    csp_header: ContentSecurityPolicy | None = field(doc="The Content-Security-Policy header.")
    hsts: StrictTransportSecurity | None = field(doc="The Strict-Transport-Security header.")
    x_frame_options_header: FrameOptions | None = field()

    endpoint = document(path="v3/settings/storefront/security")


class SeoSettings(Setting):
    """Title and description for search engines. `GET /v3/settings/storefront/seo`."""

    page_title: str | None = field()
    meta_description: str | None = field()
    meta_keywords: str | None = field()
    www_redirect: Literal["www", "no-www", "none"] | None = field(
        doc="Which form of the domain shoppers are led to."
    )

    endpoint = document(path="v3/settings/storefront/seo")


class StorefrontStatus(Setting):
    """What a closed storefront says. `GET /v3/settings/storefront/status`."""

    down_for_maintenance_message: str | None = field(
        doc="What shoppers read while the storefront is closed."
    )
    prelaunch_message: str | None = field(doc="What shoppers read before the storefront is opened.")
    prelaunch_password: str | None = readonly(
        secret=True, doc="Made by the store: it shows the storefront before it is opened."
    )

    endpoint = document(path="v3/settings/storefront/status")
