"""Pickups: `v3/pickup, v3/orders/pickups`."""
