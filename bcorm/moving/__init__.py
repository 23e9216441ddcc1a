"""Rows on their way from one store to another one: by natural key, never by number."""
