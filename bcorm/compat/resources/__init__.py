"""Every resource of the official client by its name, and what they are made of."""

from __future__ import annotations

from .banners import Banners
from .base import (
    ApiResource,
    ApiSubResource,
    CollectionDeleteableApiResource,
    CollectionDeleteableApiSubResource,
    CountableApiResource,
    CountableApiSubResource,
    CreateableApiResource,
    CreateableApiSubResource,
    DeleteableApiResource,
    DeleteableApiSubResource,
    ListableApiResource,
    ListableApiSubResource,
    UpdateableApiResource,
    UpdateableApiSubResource,
)
from .blog_posts import BlogPosts
from .brands import Brands
from .categories import Categories
from .countries import Countries, CountryStates
from .coupons import Coupons
from .currencies import Currencies
from .customer_groups import CustomerGroups
from .customers import CustomerAddresses, Customers
from .gift_certificates import GiftCertificates
from .mapping import Mapping
from .option_sets import OptionSetOptions, OptionSets
from .options import Options, OptionValues
from .order_statuses import OrderStatuses
from .orders import (
    OrderCoupons,
    OrderMessages,
    OrderProducts,
    Orders,
    OrderShipments,
    OrderShippingAddresses,
    OrderTaxes,
)
from .pages import Pages
from .payments import PaymentMethods
from .products import (
    GoogleProductSearchMappings,
    ProductConfigurableFields,
    ProductCustomFields,
    ProductDiscountRules,
    ProductImages,
    ProductOptions,
    ProductReviews,
    ProductRules,
    Products,
    ProductSkus,
    ProductVideos,
)
from .redirects import Redirects
from .shipping import ShippingMethods
from .store import Store
from .tax_classes import TaxClasses
from .time import Time
from .webhooks import Webhooks

__all__ = [
    "ApiResource",
    "ApiSubResource",
    "Banners",
    "BlogPosts",
    "Brands",
    "Categories",
    "CollectionDeleteableApiResource",
    "CollectionDeleteableApiSubResource",
    "CountableApiResource",
    "CountableApiSubResource",
    "Countries",
    "CountryStates",
    "Coupons",
    "CreateableApiResource",
    "CreateableApiSubResource",
    "Currencies",
    "CustomerAddresses",
    "CustomerGroups",
    "Customers",
    "DeleteableApiResource",
    "DeleteableApiSubResource",
    "GiftCertificates",
    "GoogleProductSearchMappings",
    "ListableApiResource",
    "ListableApiSubResource",
    "Mapping",
    "OptionSetOptions",
    "OptionSets",
    "OptionValues",
    "Options",
    "OrderCoupons",
    "OrderMessages",
    "OrderProducts",
    "OrderShipments",
    "OrderShippingAddresses",
    "OrderStatuses",
    "OrderTaxes",
    "Orders",
    "Pages",
    "PaymentMethods",
    "ProductConfigurableFields",
    "ProductCustomFields",
    "ProductDiscountRules",
    "ProductImages",
    "ProductOptions",
    "ProductReviews",
    "ProductRules",
    "ProductSkus",
    "ProductVideos",
    "Products",
    "Redirects",
    "ShippingMethods",
    "Store",
    "TaxClasses",
    "Time",
    "UpdateableApiResource",
    "UpdateableApiSubResource",
    "Webhooks",
]
