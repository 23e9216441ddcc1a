"""Metafields."""
