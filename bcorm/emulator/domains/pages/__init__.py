"""Pages: `v3/content/pages, v2/pages`."""
