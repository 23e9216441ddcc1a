# What the module holds. Written by `python -m tools.stubs`; not to be edited.
from bcorm.resources.order_shipping import ConsignmentShippingQuote as ConsignmentShippingQuote
from bcorm.resources.coupons import Coupon as Coupon
from bcorm.resources.orders import Order as Order
from bcorm.resources.order_consignments import OrderConsignments as OrderConsignments
from bcorm.resources.order_records import OrderCoupon as OrderCoupon
from bcorm.resources.order_records import OrderMessage as OrderMessage
from bcorm.resources.order_products import OrderProduct as OrderProduct
from bcorm.resources.order_shipping import OrderShipment as OrderShipment
from bcorm.resources.order_shipping import OrderShippingAddress as OrderShippingAddress
from bcorm.resources.order_shipping import OrderShippingQuote as OrderShippingQuote
from bcorm.resources.orders import OrderStatus as OrderStatus
from bcorm.resources.order_records import OrderTax as OrderTax
