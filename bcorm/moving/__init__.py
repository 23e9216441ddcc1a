"""Rows on their way from one store to another one: by natural key, never by number."""

from bcorm.moving.copying import CopyPlan, CopyReport, copy

__all__ = ["CopyPlan", "CopyReport", "copy"]
