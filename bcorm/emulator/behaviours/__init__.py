"""What the store does beyond its tables: a module per domain, small functions by moment."""
