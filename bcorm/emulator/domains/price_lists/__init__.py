"""Price lists: `v3/pricelists`."""
