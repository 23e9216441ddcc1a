"""Widgets: `v3/content/widgets`, `widget-templates`, `placements`, `regions`."""
