"""Checkouts: `v3/checkouts`."""
