"""Floor 4: the declarations of the API's resources, a module per domain.

Nothing is imported before it is asked for: `INDEX` says where each class lives. Where both
versions of the API have a resource, the V3 one is here and the V2 one in `bcorm.resources.v2`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODULES: Mapping[str, str] = {
    "abandoned_carts": (
        "AbandonedCart AbandonedCartChannelSettings AbandonedCartEmail AbandonedCartEmailSettings "
        "AbandonedCartSettings"
    ),
    "banners": "Banner",
    "blog": "BlogPost BlogTag",
    "brands": "Brand BrandMetafield",
    "carts": "Cart CartChannelSettings CartMetafield CartSettings",
    "catalog_assignments": "CatalogSummary ProductCategoryAssignment ProductChannelAssignment",
    "categories": "Category CategoryMetafield CategoryProductSortOrder",
    "category_trees": "CategoryTree TreeCategory TreeNode",
    "channels": (
        "Channel ChannelActiveTheme ChannelListing ChannelMenus ChannelMetafield CurrencyAssignment"
    ),
    "checkouts": "Checkout CheckoutChannelSettings CheckoutSettings",
    "countries": "Country State",
    "coupons": "Coupon",
    "currencies": "Currency",
    "customer_groups": "CustomerGroup",
    "customer_records": "CustomerConsent StoredInstrument",
    "customer_settings": "CustomerChannelSettings CustomerSettings",
    "customers": (
        "Customer CustomerAddress CustomerAttribute CustomerAttributeValue CustomerFormFieldValue "
        "CustomerMetafield"
    ),
    "email_templates": "EmailTemplate",
    "gift_certificates": "GiftCertificate",
    "infrastructure": "Deployment Project",
    "inventory": "InventoryItem StockAdjustment StockLevel",
    "locations": "Location LocationItem LocationMetafield",
    "option_sets": "Option OptionSet OptionSetOption OptionValue",
    "order_consignments": "OrderConsignments",
    "order_payments": "OrderRefund OrderTransaction",
    "order_products": "OrderProduct",
    "order_records": "OrderCoupon OrderFee OrderMessage OrderTax",
    "order_settings": "OrderChannelSettings OrderSettings",
    "order_shipping": (
        "ConsignmentShippingQuote OrderShipment OrderShippingAddress OrderShippingQuote"
    ),
    "orders": "Order OrderMetafield OrderStatus",
    "pages": "Page PageContent",
    "payments": "PaymentMethod",
    "pickups": "OrderPickup PickupMethod",
    "price_lists": "PriceList PriceListAssignment PriceRecord",
    "pricing": "Price",
    "product_media": "ProductImage ProductVideo",
    "product_options": "ProductModifier ProductModifierValue ProductOption ProductOptionValue",
    "product_rules": "BulkPricingRule ComplexRule",
    "products": "Product ProductCustomField ProductMetafield ProductReview",
    "promotions": "Promotion PromotionCode PromotionSettings",
    "redirects": "Redirect RedirectJob",
    "scripts": "Script",
    "search_filters": "AvailableSearchFilter SearchFilter",
    "segments": "Segment SegmentShopperProfile ShopperProfile ShopperProfileSegment",
    "settings": (
        "AnalyticsProvider CatalogSettings EmailStatuses InventoryNotificationSettings "
        "InventorySettings LocaleSettings LogoSettings StoreProfile UnitsOfMeasurement"
    ),
    "shipping": (
        "CarrierConnection CustomsInformation ShippingChannelSettings ShippingMethod "
        "ShippingSettings ShippingZone"
    ),
    "sites": "Certificate ChannelSite Site SiteCertificate SiteRoute",
    "store": "Store StoreMetafield StoreTime SystemLog",
    "storefront_settings": (
        "RobotsTxtSettings SeoSettings StorefrontCategorySettings StorefrontProductSettings "
        "StorefrontSearchSettings StorefrontSecuritySettings StorefrontStatus"
    ),
    "subscribers": "Subscriber",
    "taxes": (
        "ProductTaxProperties TaxClass TaxCustomer TaxProperty TaxProviderConnection TaxRate "
        "TaxSettings TaxZone"
    ),
    "template_associations": "CustomTemplateAssociation",
    "themes": "CustomTemplates Theme ThemeConfiguration ThemeJob",
    "variants": "ProductVariant VariantMetafield",
    "webhooks": "Webhook WebhookAdmin",
    "widgets": "Placement Region Widget WidgetTemplate",
    "wishlists": "Wishlist",
}

INDEX: Mapping[str, str] = {
    name: module for module, names in _MODULES.items() for name in names.split()
}


def __getattr__(name: str) -> Any:
    module = INDEX.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), name)


def version_of(name: str) -> int | None:
    """Return the API version of a resource; None for values and for unknown names."""
    found = __getattr__(name) if name in INDEX else None
    endpoint = getattr(found, "endpoint", None)
    return None if endpoint is None else int(endpoint.version)


def __dir__() -> list[str]:
    return sorted([*globals(), *INDEX])
