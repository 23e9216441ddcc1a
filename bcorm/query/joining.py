"""Pages that join: a list that is paged by cursors, read side by side.

A cursor misses no row, and is not known before the page before it is there. Page numbers are known
beforehand, and pass over rows where the list shifts between two of them. Pages of chosen sizes can
do both: each begins with a row of those before it. As long as that is so, no row between them was
missed, whatever came or went meanwhile. It takes one page more in twelve. A list that does not let
itself be joined is to be read by its cursors.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from bcorm.query.fetching import Fetched

Rows = list[dict[str, Any]]

WASTE = 5
"""One request in so many may be more than the fewest."""

# So many pages show what all of them will waste; in so many sizes the best is looked for.
_SAMPLE = 40
_CHOICE = 40


@attrs.frozen
class Cut:
    """A page by its number, and how many rows are asked for with it."""

    limit: int
    number: int

    @property
    def start(self) -> int:
        """How many rows are before it."""
        return self.limit * (self.number - 1)

    @property
    def end(self) -> int:
        """How many rows there are up to its last."""
        return self.limit * self.number

    def next(self, largest: int) -> Cut:
        """Return the page that begins with this one's last row, or before, and goes furthest.

        Args:
            largest: the most rows that a page may have.
        """
        last = self.end - 1
        fewest = -(-last // largest)
        numbers = range(fewest, fewest + min(fewest // 4, _CHOICE) + 1)
        return max((Cut(last // each, each + 1) for each in numbers), key=lambda cut: cut.end)

    def and_after(self, largest: int) -> Iterator[Cut]:
        """Yield this page and those that follow it, as long as they go on: small pages do not."""
        cut, end = self, 0
        while cut.end > end:
            yield cut
            cut, end = cut.next(largest), cut.end


def joins(size: int, total: int | None) -> bool:
    """Whether joined pages of a list take at most a fifth more requests than the fewest.

    Args:
        size: how many rows its first page holds.
        total: how many it has; None where nobody knows.
    """
    if total is None or size < WASTE or total <= size:
        return False
    rows = min(total, size * _SAMPLE)
    fewest = -(-rows // size)
    # The last has room for one row more, so that it is seen to be the last.
    few = itertools.islice(Cut(size, 1).and_after(size), fewest + fewest // WASTE)
    return any(cut.end > rows for cut in few)


class Joined:
    """Reads one list.

    Args:
        get: fetches a page of the list.
        expect: is told with which parameters the next pages will be asked for.
        identity: the fields that tell a row from others.
        size: how many rows its first page holds.
        total: how many it has.

    Attributes:
        complete: whether the last row came.
        moved: whether pages did not join: the list has to be read in another way.
    """

    def __init__(
        self,
        get: Callable[[Mapping[str, str]], Fetched],
        expect: Callable[[Iterable[Mapping[str, str]]], None],
        identity: tuple[str, ...],
        size: int,
        total: int,
    ) -> None:
        self._get = get
        self._expect = expect
        self._identity = identity
        self._size = size
        self._total = total
        self._seen: set[Any] = set()
        self.complete = self.moved = False

    def unseen(self, rows: Rows) -> Rows:
        """Return the rows that did not come before, and take note of them.

        What cannot be told from others is new.
        """
        fresh = []
        for row in rows:
            name = self._name(row)
            if name is None or name not in self._seen:
                self._seen.add(name)
                fresh.append(row)
        return fresh

    def read(self, pages: int) -> Iterator[tuple[Rows, bool]]:
        """Yield the rows of each page that follows some, and whether more may follow."""
        for cut in itertools.islice(Cut(self._size, pages).and_after(self._size), 1, None):
            self._expect(
                _asked(each)
                for each in itertools.takewhile(
                    lambda other: other.start < self._total, cut.and_after(self._size)
                )
            )
            page = self._get(_asked(cut))
            if not self._goes_on(page, cut):
                break
            fresh = self.unseen(page.rows)
            if len(page.rows) < cut.limit:
                self.complete = len(self._seen) >= (page.total or 0)
                yield fresh, not self.complete
                break
            if not fresh:
                break  # it takes no page numbers
            yield fresh, True
        self.moved = not self.complete

    def _goes_on(self, page: Fetched, cut: Cut) -> bool:
        """Whether a page begins with a row that has come before, and is as large as was asked."""
        kept = page.pagination.get("per_page", cut.limit) == cut.limit
        first = self._name(page.rows[0]) if page.rows else None
        return kept and first is not None and first in self._seen

    def _name(self, row: Mapping[str, Any]) -> Any:
        """Return what tells a row from others; None where it does not say that."""
        if len(self._identity) == 1:
            return row.get(self._identity[0])
        parts = [row.get(name) for name in self._identity]
        return None if None in parts else tuple(map(str, parts))


def _asked(cut: Cut) -> Mapping[str, str]:
    return {"limit": str(cut.limit), "page": str(cut.number)}
