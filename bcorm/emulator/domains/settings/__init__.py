"""Settings: `v3/settings`."""
