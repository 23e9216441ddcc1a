"""Scripts: `v3/content/scripts`."""
