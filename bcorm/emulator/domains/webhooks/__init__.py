"""Webhooks: `v3/hooks, v2/hooks`."""
