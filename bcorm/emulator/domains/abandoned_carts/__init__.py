"""Abandoned carts: `v3/abandoned-carts`."""
