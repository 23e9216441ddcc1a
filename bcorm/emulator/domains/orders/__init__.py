"""Orders: `v2/orders, v2/order_statuses, v3/orders`."""
