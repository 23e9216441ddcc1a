"""Promotions: `v3/promotions`."""
