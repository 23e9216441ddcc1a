"""Categories: `v3/catalog/categories`, `v3/catalog/trees`, `v2/categories`."""
