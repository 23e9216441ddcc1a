"""Lists that are read by page number, and what is done when one shifts meanwhile.

A row that is deleted, moved or put in front between two requests moves others over the edges of
pages. Rows that come twice are dropped. Those that were passed over are told by totals: one that
shrinks says how far to go back; and if fewer different rows came in the end than there were in the
beginning, the list is gone through again for the others. Where `Overlap` costs nothing, pages show
it at once.

V2 tells no totals: a list of several pages asks its count once, where there is a count to ask. A
list without either is gone through again when rows came twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from bcorm.exceptions import PageShiftWarning, PagesShifted
from bcorm.query.callers import warn
from bcorm.query.compiler import Plan
from bcorm.query.fetched import Fetched, has_more, page_size, unseen

MOST_READINGS = 4
"""How many times its pages a list that keeps shifting may cost."""

Rows = list[dict[str, Any]]


@attrs.frozen
class Overlap:
    """Pages that notice a shift: each begins with rows that the one before has shown.

    By page number alone, a row that goes and another that comes between two pages leave the total
    as it was, and the row that moved across the edge is lost unseen. Pages that are each one row
    smaller than the one before begin with its last rows, or tell that they moved. That costs
    nothing while the last page has room for what is repeated, and is not done where it would cost
    a request.

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


class Numbered:
    """Reads one list once.

    Args:
        get: fetches a page of the list.
        plan: what to read.
        path: the list, for the texts of warnings.
        expect: is told with which parameters the next pages will be asked for.
        room: how many of them it is of use to tell.
        count: asks how many rows it has; None where nobody knows.
        renew: lets its pages come from the store, and not from a cache.
        is_sorted: whether the list was asked to be in an order.
    """

    def __init__(
        self,
        get: Callable[[Mapping[str, str]], Fetched],
        plan: Plan,
        path: str,
        *,
        expect: Callable[[Iterable[Mapping[str, str]]], None],
        room: int,
        count: Callable[[], int | None],
        renew: Callable[[], None],
        is_sorted: bool,
    ) -> None:
        self._get = get
        self._plan = plan
        self._path = path
        self._expect = expect
        self._room = room
        self._count = count
        self._renew = renew
        self._size = plan.page_size
        self._seen: set[Any] = set()
        self._named = plan.key is not None
        self._overlap: Overlap | None = None
        self._overlaps = self._named and not is_sorted  # rows of equal rank may change places
        self._total: int | None = None
        self._owed: int | None = None
        self._last: list[Any] = []
        self._pages = 0
        self._most: int | None = None
        self._lasting = ""

    def read(self, *, first: Fetched | None = None) -> Iterator[tuple[Rows, bool]]:
        """Yield the rows of each page of the slice, or of all, and whether more may follow.

        Raises:
            PagesShifted: the list kept changing, and rows may be missing.
        """
        if self._plan.windowed and (self._plan.start or self._plan.stop is not None):
            return self._window()
        return self.all(first=first)

    def all(
        self, *, first: Fetched | None = None, seen: set[Any] | None = None
    ) -> Iterator[tuple[Rows, bool]]:
        """Read the whole list, without the rows whose keys were `seen`."""
        self._seen = seen or set()
        number, joins = 1, False
        while True:
            asked = self._limit(number)
            page = first or self._page(number, asked)
            first = None
            if number == 1 or self._overlap is None:
                self._size = asked = page_size(page, asked)
            joined = not joins or self._joins(page)
            rows = self._new(page)
            if number == 1:
                overlaps = self._overlaps and self._named
                self._overlap = Overlap.of(page, asked) if overlaps else None
            more = has_more(page, asked, number)
            lost = self._lost(page, asked=number == 1 and more)
            back = self._taken_back(page, number, asked, lost, joined=joined)
            if back is not None:
                number, joins = back, back > 1
                yield rows, True
                continue
            # What takes no page numbers sends the same rows for ever.
            there = (number - 1) * asked + len(page.rows)
            stuck = page.total is None and self._repeats(page) and there >= (self._owed or 0)
            if more and not stuck:
                yield rows, True
                number += 1
                if self._overlap is not None and not self._overlap.is_free(page.total):
                    self._overlap, number = None, (number - 1) * asked // self._size + 1
                joins = self._overlap is not None
                self._expect_from(number, page.total if page.total is not None else self._owed)
                continue
            owed = self._owed if self._owed is not None else 0 if stuck else there
            sure = number == 1 or self._overlap is not None or not self._named
            missing = not sure and len(self._seen) < owed
            yield rows, missing
            if missing:
                yield from self._recover(owed)
            return

    def _taken_back(
        self, page: Fetched, number: int, asked: int, lost: int, *, joined: bool
    ) -> int | None:
        """Return the page with which to go on, if the list is seen to have shifted before one."""
        if self._overlap is not None and page.pagination.get("per_page") != asked:
            self._overlaps = False  # pages of a size that was not asked for do not join
            return 1
        if number > 1 and lost:
            now = page.total or 0
            self._shifted(self._owed or now, f"shrank from {now + lost} to {now} rows", "shrinking")
            # The last row that was read is now so many places before this page.
            last = (number - 1) * asked - lost - 1
            while number > 1 and (number - 1) * self._limit(number) > last:
                number -= 1
            return number
        if not joined:
            self._shifted(self._owed or 0, "moved across the edges of its pages", "shifting")
            return 1
        return None

    def _expect_from(self, number: int, total: int | None) -> None:
        """Say which pages will be asked for, as far as the total says that they are there."""
        numbers = range(number, number + self._room if total is not None else number)
        self._expect(
            {"limit": str(self._limit(each)), "page": str(each)}
            for each in numbers
            if (each - 1) * self._limit(each) < (total or 0)
        )

    def _limit(self, number: int) -> int:
        """Return how many rows to ask for with a page."""
        return self._size if self._overlap is None else self._overlap.limit(number)

    def _joins(self, page: Fetched) -> bool:
        """Whether a page begins with a row that has come before, as far as it has a key."""
        key = page.rows[0].get(self._plan.key or "id") if page.rows else None
        return key is None or key in self._seen

    def _lost(self, page: Fetched, *, asked: bool) -> int:
        """Return by how much the list shrank since the page before, as far as it tells.

        Args:
            page: the page that came now.
            asked: whether to ask for the total of a list that does not tell it.
        """
        before, self._total = self._total, page.total
        total = self._count() if page.total is None and asked else page.total
        if self._owed is None:
            self._owed = total
        return 0 if before is None or page.total is None else max(before - page.total, 0)

    def _repeats(self, page: Fetched) -> bool:
        """Whether a page is the one before once more."""
        key = self._plan.key
        before, self._last = self._last, [row if key is None else row.get(key) for row in page.rows]
        return before == self._last

    def _recover(self, owed: int) -> Iterator[tuple[Rows, bool]]:
        """Go through the list again for rows that were passed over.

        A page that had some is read again before the next: what is done with its rows may be what
        moves the others to their place.
        """
        found = True
        self._overlap = None
        while found and len(self._seen) < owed:
            came = len(self._seen)
            self._shifted(owed, f"moved, so that {came} of its {owed} rows came,", "moving")
            found, number, self._last = False, 1, []
            while True:
                page = self._page(number, self._size)
                self._size = page_size(page, self._size)
                rows = self._new(page)
                found = found or bool(rows)
                done = len(self._seen) >= owed
                yield rows, not done
                if done:
                    return
                if rows:
                    self._renew()
                    continue
                stuck = page.total is None and self._repeats(page)
                if stuck or not has_more(page, self._size, number):
                    break
                number += 1

    def _page(self, number: int, size: int) -> Fetched:
        if self._most is not None and self._pages >= self._most:
            raise PagesShifted(self._lasting)
        self._pages += 1
        return self._get({"limit": str(size), "page": str(number)})

    def _new(self, page: Fetched) -> Rows:
        """Return the rows of a page that did not come before."""
        before = len(self._seen)
        rows = unseen(page.rows, self._plan.key, self._seen)
        # Rows without a key cannot be told from each other, nor be missed.
        self._named = self._named and len(self._seen) - before == len(rows)
        return rows

    def _shifted(self, owed: int, what: str, verb: str) -> None:
        """Tell that pages are read again, of which there may be only so many."""
        self._most = MOST_READINGS * (owed // self._size + 1)
        text = f"{self._path} {what} while it was read by page number"
        self._expect(())  # what was read ahead is of another age
        self._lasting = f"{text}; it kept {verb}, so that rows may be missing"
        warn(PageShiftWarning(f"{text}; pages of it are read again, so that no row is lost"))
        self._renew()  # pages of different age would never join

    def _window(self) -> Iterator[tuple[Rows, bool]]:
        """Read rows `start` to `stop` with the fewest pages that cover them."""
        start, stop = self._plan.start, self._plan.stop
        size = window_size(start, stop, self._plan.page_size)
        position, total = start, None
        answered = True  # with the pages that were asked for
        while stop is None or position < stop:
            number = position // size + 1
            if total is not None:
                ends = total if stop is None else min(total, stop)
                self._expect(
                    {"limit": str(size), "page": str(each)}
                    for each in range(number, min(number + self._room, -(-ends // size) + 1))
                )
            page = self._get({"limit": str(size), "page": str(number)})
            actual = page_size(page, size)
            if actual != size and position // actual + 1 != number:
                size = actual  # the endpoint insists on smaller pages: ask for the right one
                continue
            size = actual
            begin = position - (number - 1) * size
            end = size if stop is None else min(size, stop - (number - 1) * size)
            rows = unseen(page.rows[begin:end], self._plan.key, self._seen)
            grown = total is not None and page.total is not None and page.total != total
            answered = answered and page.pagination.get("current_page", number) == number
            if grown or (answered and len(rows) < len(page.rows[begin:end])):
                told = f"went from {total} to {page.total} rows" if grown else "moved"
                warn(
                    PageShiftWarning(
                        f"{self._path} {told} while a slice of it was read by page number; rows "
                        "at the edges of its pages may be missing"
                    )
                )
            total = page.total
            more = has_more(page, size, number)
            position = number * size
            yield rows, more and (stop is None or position < stop)
            if not more:
                return


def window_size(start: int, stop: int | None, largest: int) -> int:
    """Return the page size with which the fewest and smallest pages cover a slice.

    Pages start at multiples of their size, so a slice may straddle one more of them than it
    would need.
    """
    if stop is None:
        return largest
    sizes = range(1, largest + 1)
    return min(sizes, key=lambda size: ((stop - 1) // size - start // size, size))
