"""Catalog: ``v3/catalog, v2/products, v2/brands, v2/categories``."""
