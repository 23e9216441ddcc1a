# What the module holds. Written by `python -m tools.stubs`; not to be edited.
from bcorm.resources.abandoned_carts import AbandonedCart as AbandonedCart
from bcorm.resources.abandoned_carts import (
    AbandonedCartChannelSettings as AbandonedCartChannelSettings,
)
from bcorm.resources.abandoned_carts import AbandonedCartEmail as AbandonedCartEmail
from bcorm.resources.abandoned_carts import AbandonedCartEmailSettings as AbandonedCartEmailSettings
from bcorm.resources.abandoned_carts import AbandonedCartSettings as AbandonedCartSettings
from bcorm.resources.brands import Brand as Brand
from bcorm.resources.brands import BrandMetafield as BrandMetafield
from bcorm.resources.carts import Cart as Cart
from bcorm.resources.carts import CartChannelSettings as CartChannelSettings
from bcorm.resources.carts import CartMetafield as CartMetafield
from bcorm.resources.carts import CartSettings as CartSettings
from bcorm.resources.catalog_assignments import CatalogSummary as CatalogSummary
from bcorm.resources.catalog_assignments import (
    ProductCategoryAssignment as ProductCategoryAssignment,
)
from bcorm.resources.catalog_assignments import ProductChannelAssignment as ProductChannelAssignment
from bcorm.resources.categories import Category as Category
from bcorm.resources.categories import CategoryMetafield as CategoryMetafield
from bcorm.resources.categories import CategoryProductSortOrder as CategoryProductSortOrder
from bcorm.resources.category_trees import CategoryTree as CategoryTree
from bcorm.resources.category_trees import TreeCategory as TreeCategory
from bcorm.resources.category_trees import TreeNode as TreeNode
from bcorm.resources.channels import Channel as Channel
from bcorm.resources.channels import ChannelActiveTheme as ChannelActiveTheme
from bcorm.resources.channels import ChannelListing as ChannelListing
from bcorm.resources.channels import ChannelMenus as ChannelMenus
from bcorm.resources.channels import ChannelMetafield as ChannelMetafield
from bcorm.resources.channels import CurrencyAssignment as CurrencyAssignment
from bcorm.resources.checkouts import Checkout as Checkout
from bcorm.resources.checkouts import CheckoutChannelSettings as CheckoutChannelSettings
from bcorm.resources.checkouts import CheckoutSettings as CheckoutSettings
from bcorm.resources.customer_records import CustomerConsent as CustomerConsent
from bcorm.resources.customer_records import StoredInstrument as StoredInstrument
from bcorm.resources.customer_settings import CustomerChannelSettings as CustomerChannelSettings
from bcorm.resources.customer_settings import CustomerSettings as CustomerSettings
from bcorm.resources.customers import Customer as Customer
from bcorm.resources.customers import CustomerAddress as CustomerAddress
from bcorm.resources.customers import CustomerAttribute as CustomerAttribute
from bcorm.resources.customers import CustomerAttributeValue as CustomerAttributeValue
from bcorm.resources.customers import CustomerFormFieldValue as CustomerFormFieldValue
from bcorm.resources.customers import CustomerMetafield as CustomerMetafield
from bcorm.resources.email_templates import EmailTemplate as EmailTemplate
from bcorm.resources.infrastructure import Deployment as Deployment
from bcorm.resources.infrastructure import Project as Project
from bcorm.resources.inventory import InventoryItem as InventoryItem
from bcorm.resources.inventory import StockAdjustment as StockAdjustment
from bcorm.resources.inventory import StockLevel as StockLevel
from bcorm.resources.locations import Location as Location
from bcorm.resources.locations import LocationItem as LocationItem
from bcorm.resources.locations import LocationMetafield as LocationMetafield
from bcorm.resources.order_payments import OrderRefund as OrderRefund
from bcorm.resources.order_payments import OrderTransaction as OrderTransaction
from bcorm.resources.order_settings import OrderChannelSettings as OrderChannelSettings
from bcorm.resources.order_settings import OrderSettings as OrderSettings
from bcorm.resources.orders import OrderMetafield as OrderMetafield
from bcorm.resources.pages import Page as Page
from bcorm.resources.pages import PageContent as PageContent
from bcorm.resources.payments import PaymentMethod as PaymentMethod
from bcorm.resources.pickups import OrderPickup as OrderPickup
from bcorm.resources.pickups import PickupMethod as PickupMethod
from bcorm.resources.price_lists import PriceList as PriceList
from bcorm.resources.price_lists import PriceListAssignment as PriceListAssignment
from bcorm.resources.price_lists import PriceRecord as PriceRecord
from bcorm.resources.product_media import ProductImage as ProductImage
from bcorm.resources.product_media import ProductVideo as ProductVideo
from bcorm.resources.product_options import ProductModifier as ProductModifier
from bcorm.resources.product_options import ProductModifierValue as ProductModifierValue
from bcorm.resources.product_options import ProductOption as ProductOption
from bcorm.resources.product_options import ProductOptionValue as ProductOptionValue
from bcorm.resources.product_rules import BulkPricingRule as BulkPricingRule
from bcorm.resources.product_rules import ComplexRule as ComplexRule
from bcorm.resources.products import Product as Product
from bcorm.resources.products import ProductCustomField as ProductCustomField
from bcorm.resources.products import ProductMetafield as ProductMetafield
from bcorm.resources.products import ProductReview as ProductReview
from bcorm.resources.promotions import Promotion as Promotion
from bcorm.resources.promotions import PromotionCode as PromotionCode
from bcorm.resources.promotions import PromotionSettings as PromotionSettings
from bcorm.resources.redirects import Redirect as Redirect
from bcorm.resources.redirects import RedirectJob as RedirectJob
from bcorm.resources.scripts import Script as Script
from bcorm.resources.search_filters import AvailableSearchFilter as AvailableSearchFilter
from bcorm.resources.search_filters import SearchFilter as SearchFilter
from bcorm.resources.segments import Segment as Segment
from bcorm.resources.segments import SegmentShopperProfile as SegmentShopperProfile
from bcorm.resources.segments import ShopperProfile as ShopperProfile
from bcorm.resources.segments import ShopperProfileSegment as ShopperProfileSegment
from bcorm.resources.settings import AnalyticsProvider as AnalyticsProvider
from bcorm.resources.settings import CatalogSettings as CatalogSettings
from bcorm.resources.settings import EmailStatuses as EmailStatuses
from bcorm.resources.settings import InventoryNotificationSettings as InventoryNotificationSettings
from bcorm.resources.settings import InventorySettings as InventorySettings
from bcorm.resources.settings import LocaleSettings as LocaleSettings
from bcorm.resources.settings import LogoSettings as LogoSettings
from bcorm.resources.settings import StoreProfile as StoreProfile
from bcorm.resources.settings import UnitsOfMeasurement as UnitsOfMeasurement
from bcorm.resources.shipping import CustomsInformation as CustomsInformation
from bcorm.resources.shipping import ShippingChannelSettings as ShippingChannelSettings
from bcorm.resources.shipping import ShippingSettings as ShippingSettings
from bcorm.resources.sites import Certificate as Certificate
from bcorm.resources.sites import ChannelSite as ChannelSite
from bcorm.resources.sites import Site as Site
from bcorm.resources.sites import SiteCertificate as SiteCertificate
from bcorm.resources.sites import SiteRoute as SiteRoute
from bcorm.resources.store import StoreMetafield as StoreMetafield
from bcorm.resources.store import SystemLog as SystemLog
from bcorm.resources.storefront_settings import RobotsTxtSettings as RobotsTxtSettings
from bcorm.resources.storefront_settings import SeoSettings as SeoSettings
from bcorm.resources.storefront_settings import (
    StorefrontCategorySettings as StorefrontCategorySettings,
)
from bcorm.resources.storefront_settings import (
    StorefrontProductSettings as StorefrontProductSettings,
)
from bcorm.resources.storefront_settings import StorefrontSearchSettings as StorefrontSearchSettings
from bcorm.resources.storefront_settings import (
    StorefrontSecuritySettings as StorefrontSecuritySettings,
)
from bcorm.resources.storefront_settings import StorefrontStatus as StorefrontStatus
from bcorm.resources.subscribers import Subscriber as Subscriber
from bcorm.resources.taxes import ProductTaxProperties as ProductTaxProperties
from bcorm.resources.taxes import TaxCustomer as TaxCustomer
from bcorm.resources.taxes import TaxProperty as TaxProperty
from bcorm.resources.taxes import TaxProviderConnection as TaxProviderConnection
from bcorm.resources.taxes import TaxRate as TaxRate
from bcorm.resources.taxes import TaxSettings as TaxSettings
from bcorm.resources.taxes import TaxZone as TaxZone
from bcorm.resources.template_associations import (
    CustomTemplateAssociation as CustomTemplateAssociation,
)
from bcorm.resources.themes import CustomTemplates as CustomTemplates
from bcorm.resources.themes import Theme as Theme
from bcorm.resources.themes import ThemeConfiguration as ThemeConfiguration
from bcorm.resources.themes import ThemeJob as ThemeJob
from bcorm.resources.variants import ProductVariant as ProductVariant
from bcorm.resources.variants import VariantMetafield as VariantMetafield
from bcorm.resources.webhooks import Webhook as Webhook
from bcorm.resources.webhooks import WebhookAdmin as WebhookAdmin
from bcorm.resources.widgets import Placement as Placement
from bcorm.resources.widgets import Region as Region
from bcorm.resources.widgets import Widget as Widget
from bcorm.resources.widgets import WidgetTemplate as WidgetTemplate
from bcorm.resources.wishlists import Wishlist as Wishlist
