"""Shipping: `v2/shipping, v3/shipping`."""
