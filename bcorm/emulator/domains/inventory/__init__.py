"""Inventory: `v3/inventory`."""
