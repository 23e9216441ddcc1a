# What the module holds. Written by `python -m tools.stubs`; not to be edited.
from collections.abc import Mapping

from bcorm.resources.v2.catalog import Brand as Brand
from bcorm.resources.v2.catalog import Category as Category
from bcorm.resources.v2.content import Page as Page
from bcorm.resources.v2.content import Redirect as Redirect
from bcorm.resources.v2.customers import Customer as Customer
from bcorm.resources.v2.customers import CustomerAddress as CustomerAddress
from bcorm.resources.v2.payments import PaymentMethod as PaymentMethod
from bcorm.resources.v2.product_parts import ConfigurableField as ConfigurableField
from bcorm.resources.v2.product_parts import DiscountRule as DiscountRule
from bcorm.resources.v2.product_parts import ProductCustomField as ProductCustomField
from bcorm.resources.v2.product_parts import ProductImage as ProductImage
from bcorm.resources.v2.product_parts import ProductOption as ProductOption
from bcorm.resources.v2.product_parts import ProductReview as ProductReview
from bcorm.resources.v2.product_parts import ProductRule as ProductRule
from bcorm.resources.v2.product_parts import ProductSku as ProductSku
from bcorm.resources.v2.product_parts import ProductVideo as ProductVideo
from bcorm.resources.v2.products import Product as Product
from bcorm.resources.v2.shipping import ShippingMethod as ShippingMethod
from bcorm.resources.v2.webhooks import Webhook as Webhook

V2_INDEX: Mapping[str, str]
