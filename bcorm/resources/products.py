"""Products, and what belongs to them alone (`catalog/products_catalog.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Endpoint, Filter, resend, whole
from bcorm.resources.brands import Brand
from bcorm.resources.categories import Category
from bcorm.resources.metafields import FILTERS, IDS, Metafield, metafields
from bcorm.resources.product_media import ProductImage, ProductVideo
from bcorm.resources.product_options import ProductModifier, ProductOption
from bcorm.resources.product_rules import BulkPricingRule, ComplexRule
from bcorm.resources.stock import Stocked
from bcorm.resources.variants import ProductVariant

ProductType = Literal["physical", "digital"]


class ProductMetafield(Metafield):
    """A metafield of a product. `GET /v3/catalog/products/{product_id}/metafields`."""

    endpoint = metafields(
        "v3/catalog/products/{resource_id}/metafields",
        "v3/catalog/products/metafields",
        filters={**FILTERS, "resource_id": "in"},
    )


class ProductCustomField(Resource):
    """A named text on the product's page. `GET .../products/{product_id}/custom-fields`."""

    id: int = readonly()
    name: str = field(required=True, max_length=250, doc="What shoppers read before the text.")
    value: str = field(
        required=True, max_length=250, doc="What it says; shoppers see it beside the name."
    )

    product = one["Product"]("Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/custom-fields",
        selects=True,
        natural_key="name value",
    )


class ProductReview(Resource):
    """What a shopper thinks of a product. `GET .../products/{product_id}/reviews`."""

    id: int = readonly()
    title: str = field(required=True, max_length=255)
    text: str = field(doc="What the shopper wrote.")
    status: str = field(
        doc="Whether it is shown: `approved`, `disapproved`, or `pending` until that is decided."
    )
    rating: int = field(minimum=0, maximum=5, doc="From 0 to 5 stars.")
    email: str = field(doc="The shopper's address, or an empty text.")
    name: str = field(max_length=255, doc="The shopper's name, as it is shown.")
    date_reviewed: datetime = field(
        required=True, doc="When the shopper wrote it, as the page shows it."
    )
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    product = one["Product"]("Product", parent=True)

    endpoint = Endpoint(
        path="v3/catalog/products/{product_id}/reviews",
        selects=True,
        may_be_empty=True,
        put_rules=(
            resend(
                "title",
                "date_reviewed",
                source="products_catalog.v3.yml, PUT .../reviews/{review_id}",
                reason="the body's schema requires both",
            ),
        ),
    )


class ProductUrl(Struct):
    """Where a product is found on the storefront."""

    url: str = field(
        max_length=255, doc="The path below the storefront's address, such as `/mugs/blue`."
    )
    is_customized: bool = field(
        doc="Whether the path was changed from the one that the store made."
    )
    create_redirect: bool | None = field(
        write_only=True, doc="Whether a change of the path leaves a redirect (301) at the old one."
    )


class ParentRelation(Struct):
    """A pick list of another product that this product is in."""

    type: Literal["variant_option", "modifier"] = field(
        doc="Whether that pick list is an option, which makes variants, or a modifier."
    )
    product_id: int = field(doc="The product whose pick list it is.")
    attribute_id: int = field(doc="The option or modifier that is the pick list.")


class Product(Stocked, Resource):
    """Something that the store sells. `GET /v3/catalog/products`."""

    id: int = readonly()
    name: str = field(required=True, max_length=250, doc="Unique in the store.")
    type: ProductType = field(
        required=True,
        doc="Physical products have weights and are shipped; digital ones are downloaded.",
    )
    sku: str = field(
        max_length=255,
        doc="The stock keeping unit of a product without variants; unique in the store.",
    )
    description: str = field(doc="The text of the product's page, in HTML.")
    weight: Decimal = field(
        required=True,
        minimum=0,
        maximum=9_999_999_999,
        doc="Weight for shipping, in the store's unit of weight.",
    )
    width: Decimal = field(
        minimum=0, maximum=9_999_999_999, doc="Width for shipping, in the store's unit of length."
    )
    depth: Decimal = field(
        minimum=0, maximum=9_999_999_999, doc="Depth for shipping, in the store's unit of length."
    )
    height: Decimal = field(
        minimum=0, maximum=9_999_999_999, doc="Height for shipping, in the store's unit of length."
    )
    price: Decimal = field(
        required=True,
        minimum=0,
        doc="The catalog price, in the store's currency, with or without tax as the store is set up.",
    )
    cost_price: Decimal = field(
        minimum=0,
        none=0,
        doc="What the product costs the merchant, in the store's currency; shoppers never see it.",
    )
    retail_price: Decimal = field(
        minimum=0, none=0, doc="The price that is shown struck through, in the store's currency."
    )
    sale_price: Decimal = field(
        minimum=0, none=0, doc="Replaces the price while it is above 0, in the store's currency."
    )
    map_price: Decimal = field(none=0, doc="The minimum advertised price, in the store's currency.")
    calculated_price: Decimal = readonly(
        doc="What the storefront shows, in the store's currency: the sale price if there is one, else the price."
    )
    tax_class_id: int = field(
        minimum=0, maximum=255, doc="The tax class of automatic tax; 0 is the default class."
    )
    product_tax_code: str = field(
        max_length=255, doc="The code by which a tax provider knows the product."
    )
    categories: list[int] = field(
        doc="Ids of the categories that it is in; a PUT replaces all of them."
    )
    brand_id: int = field(
        minimum=0, maximum=1_000_000_000, none=0, doc="The brand's id; 0 means none."
    )
    brand_name: str | None = field(
        write_only=True, doc="Finds a brand by its name, or makes it, when the product is saved."
    )
    inventory_level: int = field(
        minimum=0, maximum=2_147_483_647, doc="Units in stock, if stock is tracked by product."
    )
    inventory_warning_level: int = field(
        minimum=0, maximum=2_147_483_647, doc="At this level the merchant is warned."
    )
    inventory_tracking: Literal["none", "product", "variant"] = field(
        doc="Whether stock is counted, and whether for the product or for each variant."
    )
    fixed_cost_shipping_price: Decimal = field(
        minimum=0, doc="A shipping price of its own, in the store's currency."
    )
    is_free_shipping: bool = field(doc="Whether shipping costs nothing.")
    is_visible: bool = field(doc="Whether shoppers can find it.")
    is_featured: bool = field(doc="Whether it is among the featured products.")
    related_products: list[int] = field(doc="Ids of related products; -1 lets the store choose.")
    warranty: str = field(max_length=65_535, doc="What the page says of the warranty, in HTML.")
    bin_picking_number: str = field(max_length=255, doc="Where it lies in the warehouse.")
    layout_file: str = field(max_length=500, doc="The theme's layout file of its page.")
    upc: str = field(
        max_length=14, doc="The Universal Product Code, for feeds and barcode readers."
    )
    mpn: str = field(doc="The manufacturer's part number.")
    gtin: str = field(max_length=14, doc="The Global Trade Item Number.")
    search_keywords: str = field(
        max_length=65_535,
        doc="Other words by which the store's search finds it, separated by commas.",
    )
    availability: Literal["available", "disabled", "preorder"] = field(
        doc="Whether it can be bought now, ordered ahead, or not at all."
    )
    availability_description: str = field(
        max_length=255, doc="What the storefront says of how soon it is shipped."
    )
    gift_wrapping_options_type: Literal["any", "none", "list"] = field(
        doc="Which kinds of wrapping it can have: all of the store's, none, or those listed."
    )
    gift_wrapping_options_list: list[int] = field(
        doc="Ids of the kinds of wrapping, where the type is `list`."
    )
    sort_order: int = field(
        minimum=-2_147_483_648, maximum=2_147_483_647, doc="Place in lists: lower comes first."
    )
    condition: Literal["New", "Used", "Refurbished"] = field(
        doc="Shown on its page if `is_condition_shown`."
    )
    is_condition_shown: bool = field()
    order_quantity_minimum: int = field(
        minimum=0,
        maximum=1_000_000_000,
        doc="The fewest that one order may have; 0 means no limit.",
    )
    order_quantity_maximum: int = field(
        minimum=0, maximum=1_000_000_000, doc="The most that one order may have; 0 means no limit."
    )
    page_title: str = field(max_length=255, doc="The title of its page; its name if empty.")
    meta_keywords: list[str] = field(doc="Keywords of its page, for search engines.")
    meta_description: str = field(
        max_length=65_535, doc="The description of its page, for search engines."
    )
    view_count: int = field(minimum=0, maximum=1_000_000_000, doc="How often its page was seen.")
    preorder_release_date: datetime | None = field(
        doc="When a product that is ordered ahead comes out."
    )
    preorder_message: str = field(
        max_length=255, doc="What is shown instead of the availability while it is ordered ahead."
    )
    is_preorder_only: bool = field(doc="Whether it leaves pre-order by itself on the release date.")
    is_price_hidden: bool = field(doc="Whether the price is hidden; it cannot be bought then.")
    price_hidden_label: str = field(max_length=200, doc="What is shown in place of a hidden price.")
    custom_url: ProductUrl = field(doc="Its path on the storefront.")
    open_graph_type: Literal[
        "product", "album", "book", "drink", "food", "game", "movie", "song", "tv_show"
    ] = field(doc="What social networks are told that it is; `product` by default.")  # fmt: skip
    open_graph_title: str = field(
        doc="The title that social networks show; the product's name if empty."
    )
    open_graph_description: str = field(
        doc="The text that social networks show; the meta description if empty."
    )
    open_graph_use_meta_description: bool = field(
        doc="Whether social networks get the meta description in place of their own."
    )
    open_graph_use_product_name: bool = field(
        doc="Whether social networks get the product's name in place of their own title."
    )
    open_graph_use_image: bool = field(doc="Whether social networks get the product's picture.")
    reviews_rating_sum: int = field(
        doc="The stars of all ratings together; divided by `reviews_count`, the mean."
    )
    reviews_count: int = field(doc="How often it was rated.")
    total_sold: int = field(doc="How many were sold.")
    date_last_imported: datetime | None = field(doc="When an import last wrote it.")
    date_created: datetime = readonly()
    date_modified: datetime = readonly()
    base_variant_id: int | None = readonly(
        doc="The variant that stands for a product without options."
    )
    option_set_id: int | None = readonly(doc="The V2 option set, if it has one.")
    option_set_display: str = readonly(
        doc="Whether a legacy theme shows the options beside the picture or below it."
    )
    parent_relations: list[ParentRelation] | None = readonly(
        include="parent_relations", doc="The pick lists of other products that it is in."
    )
    channels: list[int] | None = readonly(
        include="channels", doc="Ids of the channels that it is assigned to."
    )

    brand = one(Brand, via="brand_id")
    category_set = many(Category, ids="categories")
    primary_image = one(ProductImage, include="primary_image")
    images = many(ProductImage, include="images", nested="images")
    videos = many(ProductVideo, include="videos", nested="videos")
    variants = many(ProductVariant, include="variants", nested="variants")
    options = many(ProductOption, include="options")
    modifiers = many(ProductModifier, include="modifiers")
    custom_fields = many(ProductCustomField, include="custom_fields", nested="custom_fields")
    bulk_pricing_rules = many(
        BulkPricingRule, include="bulk_pricing_rules", nested="bulk_pricing_rules"
    )
    complex_rules = many(ComplexRule)
    reviews = many(ProductReview, include="reviews")
    metafields = many(ProductMetafield)

    uncopied = frozenset({
        "custom_url", "date_last_imported", "inventory_level", "reviews", "reviews_count",
        "reviews_rating_sum", "total_sold", "view_count",
    })  # fmt: skip

    endpoint = Endpoint(
        path="v3/catalog/products",
        update_batch=10,
        delete_batch=250,
        keyset=True,
        selects=True,
        page_caps={"options": 10, "modifiers": 10},
        filters={
            "id": IDS,
            "name": "exact",
            "mpn": "exact",
            "upc": "exact",
            "sku": "exact in",
            "price": "exact",
            "weight": "exact",
            "condition": Filter("exact", lower=True),
            "brand_id": "exact",
            "date_modified": "exact gte lte",
            "date_last_imported": "exact ne gte lte",
            "is_visible": "exact",
            "is_featured": Filter("exact", flag=True),
            "is_free_shipping": Filter("exact", flag=True),
            "inventory_level": "exact in not_in gte lte gt lt",
            "inventory_low": Filter("exact", type=bool, flag=True),
            "out_of_stock": Filter("exact", type=bool, flag=True),
            "total_sold": "exact",
            "type": "exact",
            # Rows in several categories: missed by `categories`, wanted in all by `categories:in`.
            "categories": Filter("in", each=True),
            "keyword": Filter("exact", type=str),
            "keyword_context": Filter("exact", type=Literal["shopper", "merchant"]),
            "availability": "exact",
            "channel_id": Filter("in", type=int),
        },
        sort="id name sku price date_modified date_last_imported inventory_level is_visible total_sold calculated_price",
        includes="variants images primary_image custom_fields bulk_pricing_rules options modifiers videos reviews parent_relations channels",
        natural_key="name sku",
        put_rules=(
            whole(
                "categories",
                source="products_catalog.v3.yml, PUT /catalog/products/{product_id}",
                reason="the categories of a PUT replace all that the product was in",
            ),
        ),
    )
