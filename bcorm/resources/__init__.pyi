# What the module holds. Written by `python -m tools.stubs`; not to be edited.
from collections.abc import Mapping

INDEX: Mapping[str, str]
from bcorm.resources.brands import Brand as Brand
from bcorm.resources.brands import BrandMetafield as BrandMetafield
from bcorm.resources.product_rules import BulkPricingRule as BulkPricingRule
from bcorm.resources.categories import Category as Category
from bcorm.resources.categories import CategoryMetafield as CategoryMetafield
from bcorm.resources.categories import CategoryProductSortOrder as CategoryProductSortOrder
from bcorm.resources.category_trees import CategoryTree as CategoryTree
from bcorm.resources.sites import Certificate as Certificate
from bcorm.resources.channels import Channel as Channel
from bcorm.resources.channels import ChannelActiveTheme as ChannelActiveTheme
from bcorm.resources.channels import ChannelListing as ChannelListing
from bcorm.resources.channels import ChannelMenus as ChannelMenus
from bcorm.resources.channels import ChannelMetafield as ChannelMetafield
from bcorm.resources.sites import ChannelSite as ChannelSite
from bcorm.resources.product_rules import ComplexRule as ComplexRule
from bcorm.resources.order_shipping import ConsignmentShippingQuote as ConsignmentShippingQuote
from bcorm.resources.coupons import Coupon as Coupon
from bcorm.resources.channels import CurrencyAssignment as CurrencyAssignment
from bcorm.resources.customers import Customer as Customer
from bcorm.resources.customers import CustomerAddress as CustomerAddress
from bcorm.resources.customers import CustomerAttribute as CustomerAttribute
from bcorm.resources.customers import CustomerAttributeValue as CustomerAttributeValue
from bcorm.resources.customers import CustomerFormFieldValue as CustomerFormFieldValue
from bcorm.resources.customers import CustomerMetafield as CustomerMetafield
from bcorm.resources.orders import Order as Order
from bcorm.resources.order_consignments import OrderConsignments as OrderConsignments
from bcorm.resources.order_records import OrderCoupon as OrderCoupon
from bcorm.resources.order_records import OrderFee as OrderFee
from bcorm.resources.order_records import OrderMessage as OrderMessage
from bcorm.resources.orders import OrderMetafield as OrderMetafield
from bcorm.resources.order_products import OrderProduct as OrderProduct
from bcorm.resources.order_shipping import OrderShipment as OrderShipment
from bcorm.resources.order_shipping import OrderShippingAddress as OrderShippingAddress
from bcorm.resources.order_shipping import OrderShippingQuote as OrderShippingQuote
from bcorm.resources.orders import OrderStatus as OrderStatus
from bcorm.resources.order_records import OrderTax as OrderTax
from bcorm.resources.products import Product as Product
from bcorm.resources.products import ProductCustomField as ProductCustomField
from bcorm.resources.product_media import ProductImage as ProductImage
from bcorm.resources.products import ProductMetafield as ProductMetafield
from bcorm.resources.product_options import ProductModifier as ProductModifier
from bcorm.resources.product_options import ProductModifierValue as ProductModifierValue
from bcorm.resources.product_options import ProductOption as ProductOption
from bcorm.resources.product_options import ProductOptionValue as ProductOptionValue
from bcorm.resources.products import ProductReview as ProductReview
from bcorm.resources.variants import ProductVariant as ProductVariant
from bcorm.resources.product_media import ProductVideo as ProductVideo
from bcorm.resources.sites import Site as Site
from bcorm.resources.sites import SiteCertificate as SiteCertificate
from bcorm.resources.sites import SiteRoute as SiteRoute
from bcorm.resources.category_trees import TreeCategory as TreeCategory
from bcorm.resources.category_trees import TreeNode as TreeNode
from bcorm.resources.variants import VariantMetafield as VariantMetafield

def version_of(name: str) -> int | None: ...
