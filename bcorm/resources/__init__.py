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
    "brands": "Brand BrandMetafield",
    "categories": "Category CategoryMetafield CategoryProductSortOrder",
    "category_trees": "CategoryTree TreeCategory TreeNode",
    "channels": (
        "Channel ChannelActiveTheme ChannelListing ChannelMenus ChannelMetafield "
        "CurrencyAssignment"
    ),
    "coupons": "Coupon",
    "customers": (
        "Customer CustomerAddress CustomerAttribute CustomerAttributeValue "
        "CustomerFormFieldValue CustomerMetafield"
    ),
    "order_consignments": "OrderConsignments",
    "order_products": "OrderProduct",
    "order_records": "OrderCoupon OrderFee OrderMessage OrderTax",
    "order_shipping": (
        "ConsignmentShippingQuote OrderShipment OrderShippingAddress OrderShippingQuote"
    ),
    "orders": "Order OrderMetafield OrderStatus",
    "product_media": "ProductImage ProductVideo",
    "product_options": "ProductModifier ProductModifierValue ProductOption ProductOptionValue",
    "product_rules": "BulkPricingRule ComplexRule",
    "products": "Product ProductCustomField ProductMetafield ProductReview",
    "sites": "Certificate ChannelSite Site SiteCertificate SiteRoute",
    "variants": "ProductVariant VariantMetafield",
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
