"""Wishlists: `v3/wishlists`."""
