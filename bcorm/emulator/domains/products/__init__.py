"""Products: `v3/catalog/products`, `v2/products`."""
