"""Products: ``v3/catalog/products``."""
