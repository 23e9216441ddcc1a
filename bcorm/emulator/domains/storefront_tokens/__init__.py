"""Storefront tokens: `v3/storefront/api-token`."""
