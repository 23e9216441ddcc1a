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
    name: str = field(required=True)
    type: Literal["physical", "digital"] = field(required=True)
    price: Decimal = field(required=True, doc="The catalog price, in the store's currency.")
    weight: Decimal = field(
        required=True, doc="Weight for shipping, in the store's unit of weight."
    )
    categories: list[int] = field(required=True)
    availability: Literal["available", "disabled", "preorder"] = field(required=True)
    keyword_filter: str | None = field()
    sku: str = field()
    description: str = field()
    search_keywords: str | None = field()
    availability_description: str = field()
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
    sort_order: int = field()
    is_visible: bool = field()
    is_featured: bool = field()
    related_products: str = field()
    inventory_level: int = field()
    inventory_warning_level: int = field()
    inventory_tracking: Literal["none", "simple", "sku"] = field()
    warranty: str | None = field()
    width: Decimal = field(doc="Width for shipping, in the store's unit of length.")
    height: Decimal = field(doc="Height for shipping, in the store's unit of length.")
    depth: Decimal = field(doc="Depth for shipping, in the store's unit of length.")
    fixed_cost_shipping_price: Decimal = field(
        doc="A shipping price of its own, in the store's currency."
    )
    is_free_shipping: bool = field()
    rating_total: int = readonly()
    rating_count: int = readonly()
    total_sold: int = readonly()
    view_count: int = readonly()
    brand_id: int | None = field()
    page_title: str = field()
    meta_keywords: str | None = field()
    meta_description: str | None = field()
    layout_file: str = field()
    is_price_hidden: bool = field()
    price_hidden_label: str = field()
    event_date_field_name: str = field()
    event_date_type: Literal["none", "after", "before", "range"] = field()
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
    condition: Literal["New", "Used", "Refurbished"] = field()
    is_condition_shown: bool = field()
    preorder_release_date: datetime | None = field(
        doc="When a product that is ordered ahead comes out."
    )
    is_preorder_only: bool = field()
    preorder_message: str = field()
    order_quantity_minimum: int = field()
    order_quantity_maximum: int = field()
    open_graph_type: Literal[
        "product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"
    ] = field()  # fmt: skip
    open_graph_title: str = field()
    open_graph_description: str | None = field()
    is_open_graph_thumbnail: bool = field()
    upc: str | None = field()
    avalara_product_tax_code: str = field()
    option_set_id: int | None = field()
    option_set_display: Literal["right", "below"] = field(open=True)
    tax_class_id: int = field()
    bin_picking_number: str = field()
    custom_url: str = field()
    primary_image: dict[str, Any] | None = readonly()
    date_last_imported: datetime | None = readonly()
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
