"""Themes: `v3/themes`."""
