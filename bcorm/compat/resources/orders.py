"""Orders and what belongs to them."""

from __future__ import annotations

from .base import (
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
from .helpers import below

__all__ = [
    "OrderCoupons",
    "OrderMessages",
    "OrderProducts",
    "OrderShipments",
    "OrderShippingAddresses",
    "OrderTaxes",
    "Orders",
]


class OrderCoupons(ListableApiSubResource):
    """`/v2/orders/{id}/coupons`."""

    resource_name = "coupons"
    parent_resource = "orders"
    parent_key = "order_id"


class OrderProducts(ListableApiSubResource, CountableApiSubResource):
    """`/v2/orders/{id}/products`."""

    resource_name = "products"
    parent_resource = "orders"
    parent_key = "order_id"
    count_resource = "orders/products"


class OrderShipments(
    ListableApiSubResource,
    CreateableApiSubResource,
    UpdateableApiSubResource,
    DeleteableApiSubResource,
    CollectionDeleteableApiSubResource,
    CountableApiSubResource,
):
    """`/v2/orders/{id}/shipments`."""

    resource_name = "shipments"
    parent_resource = "orders"
    parent_key = "order_id"
    count_resource = "orders/shipments"


class OrderShippingAddresses(ListableApiSubResource, CountableApiSubResource):
    """`/v2/orders/{id}/shipping_addresses`."""

    resource_name = "shipping_addresses"
    parent_resource = "orders"
    parent_key = "order_id"
    count_resource = "orders/shipping_addresses"


class OrderMessages(ListableApiSubResource):
    """`/v2/orders/{id}/messages`."""

    resource_name = "messages"
    parent_resource = "orders"
    parent_key = "order_id"


class OrderTaxes(ListableApiSubResource):
    """`/v2/orders/{id}/taxes`."""

    resource_name = "taxes"
    parent_resource = "orders"
    parent_key = "order_id"


class Orders(
    ListableApiResource,
    CreateableApiResource,
    UpdateableApiResource,
    DeleteableApiResource,
    CollectionDeleteableApiResource,
    CountableApiResource,
):
    """`/v2/orders`."""

    resource_name = "orders"

    coupons = below(OrderCoupons)
    products = below(OrderProducts)
    shipments = below(OrderShipments)
    shipping_addresses = below(OrderShippingAddresses)
    messages = below(OrderMessages)
    taxes = below(OrderTaxes)
