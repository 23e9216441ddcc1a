"""Infrastructure: `v3/infrastructure`."""
