"""Page numbers that notice a shift: each page begins with rows that the one before has shown.

By page number alone, a row that goes and another that comes between two pages leave the total as
it was, and the row that moved across the edge is lost unseen. Pages that are each one row smaller
than the one before begin with its last rows, or tell that they moved. That costs nothing while the
last page has room for what is repeated, and is not done where it would cost a request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from bcorm.query.fetched import Fetched


@attrs.frozen
class Overlap:
    """How one list is read with pages that overlap.

    Attributes:
        size: how many rows its first page holds.
    """

    size: int

    @classmethod
    def of(cls, first: Fetched, size: int) -> Overlap | None:
        """Return the overlap for a list, by its first page; None if it cannot be had for nothing.

        Where the API does not say how large its pages are, it may not keep to what it is asked.
        """
        overlap = cls(size)
        said = first.pagination.get("per_page")
        return overlap if said == size and overlap.is_free(first.total) else None

    def is_free(self, total: int | None) -> bool:
        """Whether overlapping pages are no more of them for so many rows."""
        if total is None:
            return False
        pages = -(-total // self.size)
        return pages * self.limit(pages) >= total

    def limit(self, number: int) -> int:
        """Return how many rows to ask for with a page: the most that still repeat a row."""
        return self.size + 1 - number
