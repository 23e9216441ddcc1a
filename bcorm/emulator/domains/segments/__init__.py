"""Segments: `v3/segments, v3/shopper-profiles`."""
