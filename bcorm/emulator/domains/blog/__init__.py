"""Blog: `v2/blog`."""
