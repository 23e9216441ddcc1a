"""`Fetched`: one page as the client returns it, and what the API says about its list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs


@attrs.frozen
class Fetched:
    """One page as the client returns it.

    Attributes:
        rows: the rows; [] for 204.
        meta: `meta` of a V3 answer, {} for V2.
    """

    rows: list[dict[str, Any]]
    meta: Mapping[str, Any]

    @property
    def pagination(self) -> Mapping[str, Any]:
        """`meta.pagination`, or {} where the answer has none."""
        found = self.meta.get("pagination") if isinstance(self.meta, Mapping) else None
        return found if isinstance(found, Mapping) else {}

    @property
    def total(self) -> int | None:
        """How many rows the list has, where the API says it."""
        total = self.pagination.get("total")
        return total if isinstance(total, int) else None

    @property
    def end_cursor(self) -> str | None:
        """Where the next page starts, or None on the last one."""
        cursor = self.meta.get("cursor_pagination") if isinstance(self.meta, Mapping) else None
        if not isinstance(cursor, Mapping):
            return None
        links = cursor.get("links")
        if isinstance(links, Mapping) and not links.get("next"):
            return None
        end = cursor.get("end_cursor")
        return str(end) if end else None
