"""Carts: `v3/carts`."""
