"""Products as V2 has them (V2 catalog documentation, "Products")."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from bcorm.model import Resource, field, many, one, readonly
from bcorm.query.endpoint import Endpoint, Filter, whole
from bcorm.resources.v2.catalog import Brand, Category
from bcorm.resources.v2.product_parts import (
    ConfigurableField,
    DiscountRule,
    ProductCustomField,
    ProductImage,
    ProductOption,
    ProductReview,
    ProductRule,
    ProductSku,
    ProductVideo,
)


class Product(Resource):
    """Something that the store sells. `GET /v2/products`.

    New products are hidden unless `is_visible` says otherwise.
    """

    id: int = readonly()
    name: str = field(required=True, doc="Unique in the store.")
    type: Literal["physical", "digital"] = field(
        required=True,
        doc="Physical products have weights and are shipped; digital ones are downloaded.",
    )
    price: Decimal = field(required=True, doc="The catalog price, in the store's currency.")
    weight: Decimal = field(
        required=True, doc="Weight for shipping, in the store's unit of weight."
    )
    categories: list[int] = field(
        required=True, doc="Ids of the categories that it is in; a PUT replaces all of them."
    )
    availability: Literal["available", "disabled", "preorder"] = field(
        required=True, doc="Whether it can be bought now, ordered ahead, or not at all."
    )
    keyword_filter: str | None = field()
    sku: str = field(doc="The stock keeping unit; unique in the store.")
    description: str = field(doc="The text of the product's page, in HTML.")
    search_keywords: str | None = field(
        doc="Other words by which the store's search finds it, separated by commas."
    )
    availability_description: str = field(doc="What the storefront says of how soon it is shipped.")
    cost_price: Decimal = field(doc="What the product costs the merchant, in the store's currency.")
    retail_price: Decimal = field(
        doc="The price that is shown struck through, in the store's currency."
    )
    sale_price: Decimal = field(
        doc="Replaces the price while it is above 0, in the store's currency."
    )
    calculated_price: Decimal = readonly(
        doc="What the storefront shows: the sale price if there is one, in the store's currency."
    )
    sort_order: int = field(doc="Place in lists: lower comes first.")
    is_visible: bool = field(doc="Whether shoppers can find it.")
    is_featured: bool = field(doc="Whether it is among the featured products.")
    related_products: str = field(
        doc="Ids of related products, separated by commas; `-1` lets the store choose."
    )
    inventory_level: int = field(doc="Units in stock, if stock is tracked by product.")
    inventory_warning_level: int = field(doc="At this level the merchant is warned.")
    inventory_tracking: Literal["none", "simple", "sku"] = field(
        doc="Whether stock is counted: for the product (`simple`), or for each `sku`."
    )
    warranty: str | None = field(doc="What the page says of the warranty, in HTML.")
    width: Decimal = field(doc="Width for shipping, in the store's unit of length.")
    height: Decimal = field(doc="Height for shipping, in the store's unit of length.")
    depth: Decimal = field(doc="Depth for shipping, in the store's unit of length.")
    fixed_cost_shipping_price: Decimal = field(
        doc="A shipping price of its own, in the store's currency."
    )
    is_free_shipping: bool = field(doc="Whether shipping costs nothing.")
    rating_total: int = readonly(
        doc="The stars of all ratings together; divided by `rating_count`, the mean."
    )
    rating_count: int = readonly(doc="How often it was rated.")
    total_sold: int = readonly(doc="How many were sold.")
    view_count: int = readonly(doc="How often its page was seen.")
    brand_id: int | None = field(doc="The brand's id; 0 means none.")
    page_title: str = field(doc="The title of its page; its name if empty.")
    meta_keywords: str | None = field(doc="Keywords of its page, for search engines.")
    meta_description: str | None = field(doc="The description of its page, for search engines.")
    layout_file: str = field(doc="The theme's layout file of its page.")
    is_price_hidden: bool = field(doc="Whether the price is hidden; it cannot be bought then.")
    price_hidden_label: str = field(doc="What is shown in place of a hidden price.")
    event_date_field_name: str = field(doc="What the date is called that a shopper chooses.")
    event_date_type: Literal["none", "after", "before", "range"] = field(
        doc="Whether a shopper chooses a date, and which of the two limits there are."
    )
    event_date_start: datetime | None = field(
        doc="The earliest date that a shopper can choose for an event."
    )
    event_date_end: datetime | None = field(
        doc="The latest date that a shopper can choose for an event."
    )
    myob_asset_account: str = field()
    myob_income_account: str = field()
    myob_expense_account: str = field()
    peachtree_gl_account: str = field()
    condition: Literal["New", "Used", "Refurbished"] = field(
        doc="Shown on its page if `is_condition_shown`."
    )
    is_condition_shown: bool = field()
    preorder_release_date: datetime | None = field(
        doc="When a product that is ordered ahead comes out."
    )
    is_preorder_only: bool = field(doc="Whether it leaves pre-order by itself on the release date.")
    preorder_message: str = field(
        doc="What is shown instead of the availability while it is ordered ahead."
    )
    order_quantity_minimum: int = field(doc="The fewest that one order may have; 0 means no limit.")
    order_quantity_maximum: int = field(doc="The most that one order may have; 0 means no limit.")
    open_graph_type: Literal[
        "product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"
    ] = field(doc="What social networks are told that it is; `product` by default.")  # fmt: skip
    open_graph_title: str = field(
        doc="The title that social networks show; the product's name if empty."
    )
    open_graph_description: str | None = field(
        doc="The text that social networks show; the meta description if empty."
    )
    is_open_graph_thumbnail: bool = field(doc="Whether social networks get the product's picture.")
    upc: str | None = field(doc="The Universal Product Code, for feeds and barcode readers.")
    avalara_product_tax_code: str = field(
        doc="The code by which the tax provider knows the product."
    )
    option_set_id: int | None = field(doc="The option set whose options it offers, if it has one.")
    option_set_display: Literal["right", "below"] = field(
        open=True, doc="Whether the options are shown beside the picture or below it."
    )
    tax_class_id: int = field(doc="The tax class of automatic tax; 0 is the default class.")
    bin_picking_number: str = field(doc="Where it lies in the warehouse.")
    custom_url: str = field(doc="Its path on the storefront.")
    primary_image: dict[str, Any] | None = readonly()
    date_last_imported: datetime | None = readonly(doc="When an import last wrote it.")
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    brand = one(Brand, via="brand_id")
    category_set = many(Category, ids="categories")
    skus = many(ProductSku)
    images = many(ProductImage)
    videos = many(ProductVideo)
    custom_fields = many(ProductCustomField)
    configurable_fields = many(ConfigurableField)
    reviews = many(ProductReview)
    rules = many(ProductRule)
    discount_rules = many(DiscountRule)
    options = many(ProductOption)

    endpoint = Endpoint(
        path="v2/products",
        keyset=True,
        count_path="v2/products/count",
        empty_delete=True,
        filters={
            "id": "gte lte",
            "name": "exact",
            "keyword_filter": "exact",
            "description": "exact",
            "sku": "exact",
            "condition": "exact",
            "availability": "exact",
            "brand_id": "exact",
            "date_created": "gte lte",
            "date_modified": "gte lte",
            "date_last_imported": "gte lte",
            "price": "gte lte",
            "number_sold": Filter("gte lte", type=int),
            "is_visible": "exact",
            "is_featured": "exact",
            "inventory_level": "gte lte",
            "include_sku": Filter("exact", type=bool),
            "category": Filter("exact", type=str),
            "product_tax_code": Filter("exact", type=str),
        },
        natural_key="name sku",
        put_rules=(
            whole(
                "categories",
                source="V2 catalog documentation, Update a Product",
                reason="the categories of a PUT replace all that the product was in",
            ),
        ),
    )
