"""Brands: `v3/catalog/brands`, `v2/brands`."""
