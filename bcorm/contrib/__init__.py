"""Edges to other frameworks: each sub-module needs its framework, and nothing else needs it."""
