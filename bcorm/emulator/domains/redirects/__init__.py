"""Redirects: `v3/storefront/redirects, v2/redirects`."""
