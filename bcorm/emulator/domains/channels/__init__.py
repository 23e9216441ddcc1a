"""Channels: `v3/channels`."""
