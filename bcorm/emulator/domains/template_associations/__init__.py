"""Template associations: `v3/storefront/custom-template-associations`."""
