"""Subscribers: `v3/customers/subscribers`."""
