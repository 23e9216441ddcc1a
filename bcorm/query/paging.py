"""Paging: from a plan to pages of rows, one interface for every style of the API.

A list can shift while it is read. Keyset paging is immune, and so are cursors. Of a list that is
read by page number, a row that is deleted, moved or put in front between two requests moves others
over the edges of pages. Rows that come twice are dropped. Those that were passed over are told by
totals: one that shrinks says how far to go back; and if fewer different rows came in the end than
there were in the beginning, the list is gone through again for the others. Where `Overlap` costs
nothing, pages show it at once. V2 tells no totals: a list of several pages asks its count once,
where there is a count to ask. A list without either is gone through again when rows came twice.

A list by cursor is read side by side in pages that join, see `joining`.

A list that is read by its keys is cut into ranges of them, so that its pages can be read side by
side. Nobody says which keys there are. They are taken to go on as they did so far: ranges that
should hold a page each are asked for, with what comes after the last of these, which tells how many
rows are left for the next ones. A gap makes ranges that hold less, and such requests are wasted; no
more ranges are tried than would waste a fifth of what the list takes at least, if all were empty.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from typing import Any

import attrs

from bcorm.exceptions import ApiError, PageShiftWarning, PagesShifted
from bcorm.query.callers import warn
from bcorm.query.compiler import Keyset, Plan, Strategy
from bcorm.query.fetching import (
    Ahead,
    Call,
    Fetch,
    Fetched,
    check_list,
    check_row,
    check_rows,
    counted,
    has_more,
    page_size,
    unseen,
)
from bcorm.query.joining import WASTE, Joined, joins

# A range is made a little narrower than a page should fill, for keys are not spread evenly.
_FILL = 0.9


@attrs.frozen
class Range:
    """Keys after one, up to another; None for no end."""

    after: int
    upto: int | None = None


@attrs.define
class Cutter:
    """Cuts one list.

    Attributes:
        size: rows of a page.
        most: how many pages the list takes at least, as far as that is known.
        requests, rows: what was read of it so far.
        total: how many rows it has, where its count was asked for.
    """

    size: int
    most: int = 0
    requests: int = 0
    rows: int = 0
    total: int | None = None

    @property
    def left(self) -> int | None:
        """How many rows were not read yet; None where nobody counted them."""
        return None if self.total is None else max(self.total - self.rows, 0)

    def is_worth_a_count(self, keys: int | None) -> bool:
        """Whether asking for the count would be one request in `WASTE` at most, as far as it seems.

        Args:
            keys: how many keys are left; None where nobody knows.
        """
        more = 1 if keys is None else -(-keys // self.size)
        return self.requests + more >= WASTE

    def note_count(self, total: int | None, room: int | None) -> None:
        """Take note of the list's count, which was a request.

        Args:
            total: the count; None where it could not be had.
            room: how many keys are left; whatever its count says, a list has no more rows.
        """
        self.requests += 1
        if total is not None and room is not None and total - self.rows > room:
            total = None
        self.total = total
        self.most = max(self.most, -(-max(total or 0, self.rows) // self.size))

    def note(self, keys: list[Any], rows: int | None) -> None:
        """Take note of a page: its keys, and how many rows the list has as a whole."""
        self.requests += 1
        self.rows += len(keys)
        self.most = max(self.most, -(-max(rows or 0, self.rows) // self.size))

    @property
    def wasted(self) -> float:
        """How many requests, and parts of them, brought no rows."""
        return self.requests - self.rows / self.size

    def still(self, ranges: list[Range], upto: int | None) -> list[Range]:
        """Return the ranges that are still to be read: as they are, or as one.

        Where more was wasted than `between` lets be, the list is shorter than its count: from then
        on nothing is believed but the rows.
        """
        if len(ranges) < 2 or self.wasted <= self.most / WASTE + 1:
            return ranges
        self.total, self.most = None, -(-self.rows // self.size)
        return [Range(ranges[0].after, upto)]

    def tries(self, left: int | None, ahead: int) -> int:
        """Return how many ranges may be tried of which nobody knows what they hold."""
        # Whole requests: what the last page lacks may make one of the parts that are wasted.
        tries = min(ahead, int(self.most // WASTE - self.wasted))
        return tries if left is None else min(tries, -(-left // self.size) - 1)

    def between(self, after: int, upto: int) -> list[Range] | None:
        """Return a range for each page that may be between two, or None if that wastes much.

        Args:
            after: the last key of the one.
            upto: the last key before the other.
        """
        starts = range(after, upto, self.size)
        if self.requests + len(starts) - self.most > self.most / WASTE:
            return None
        return [Range(start, min(start + self.size, upto)) for start in starts]

    def cut(
        self, keys: list[int], left: int | None, ahead: int, upto: int | None = None
    ) -> list[Range]:
        """Return the ranges to read after a page, of which the last goes to the end.

        Args:
            keys: the page's, in order.
            left: how many rows follow it; None where nobody knows.
            ahead: how many pages may be read ahead.
            upto: the last key that may be left; None where nobody knows.
        """
        after = keys[-1]
        if upto is not None:
            ranges = self.between(after, upto)
            if ranges is not None:
                return ranges
        tries = self.tries(left, ahead)
        spread = (after - keys[0] + 1) / len(keys)
        width = max(self.size, int(_FILL * self.size * spread))
        found = []
        for _ in range(tries):
            if upto is not None and after + width >= upto:
                break
            found.append(Range(after, after + width))
            after += width
        return [*found, Range(after, upto)]


MOST_READINGS = 4
"""How many times its pages a list that keeps shifting may cost."""

MOST_MORE = 40
"""How many pages more. A shift costs some, however few the list has: a short one that moves ten
times while it is read comes whole."""

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
                # Rows follow: a total that is reached before is wrong.
                total = page.total if (page.total or 0) > there else None
                if self._overlap is not None and not self._overlap.is_free(total):
                    self._overlap, number = None, (number - 1) * asked // self._size + 1
                joins = self._overlap is not None
                self._expect_from(number, page.total if page.total is not None else self._owed)
                continue
            owed = self._owed if self._owed is not None else 0 if stuck else there
            sure = number == 1 or not self._named
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
        self._most = MOST_READINGS * (max(owed, len(self._seen)) // self._size + 1) + MOST_MORE
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


__all__ = ["Fetch", "Fetched", "Page", "check_rows", "count", "first", "pages", "window_size"]

FetchMany = Callable[[Sequence[Call]], Sequence[Fetched]]


@attrs.frozen
class Page:
    """Rows to hand out, with the parents that their path names.

    Attributes:
        more: whether another page may follow.
        asked: when it was asked for, see `Fetched.asked`.
    """

    rows: list[dict[str, Any]]
    parents: Mapping[str, Any] | None
    more: bool
    asked: int = 0


def pages(
    fetch: Fetch,
    plan: Plan,
    ask: Callable[[], Mapping[str, str]] | None = None,
    renew: Callable[[str], None] | None = None,
    ahead: Ahead | None = None,
) -> Iterator[Page]:
    """Read a plan's pages, the fewest that answer it.

    Args:
        fetch: sends one GET.
        plan: what to read.
        ask: more parameters for the pages that follow (includes that turned out to be wanted).
        renew: lets a path be read from the store again, where pages may come from a cache.
        ahead: fetches pages instead, and reads ahead; which may take up to a fifth more of them.

    Raises:
        PagesShifted: the list kept changing under its page numbers, and rows may be missing.
    """
    if plan.empty or (plan.stop is not None and plan.stop <= plan.start):
        return
    ahead = ahead or Ahead(fetch, ask=ask)
    try:
        yield from _branches(plan, ahead, renew or _nothing_kept)
    finally:
        ahead.close()


def _branches(plan: Plan, ahead: Ahead, renew: Callable[[str], None]) -> Iterator[Page]:
    several = len(plan.branches) > 1
    seen: set[Any] = set()
    above: Mapping[str, Any] | None = None
    for index, ((path, params), parents) in enumerate(
        zip(plan.branches, plan.parents, strict=True)
    ):
        if parents != above:
            seen, above = set(), parents  # keys identify rows below one parent only
        following = plan.branches[index + 1 : index + 1 + ahead.room]
        ahead.following = [(other, {**words, **first(plan)}) for other, words in following]
        ahead.expect([(path, {**params, **first(plan)})])
        reader = _Reader(ahead, plan, path, params, renew=renew)
        for rows, more in reader.read():
            fresh = unseen(rows, plan.key, seen) if several else rows
            yield Page(fresh, parents, more, reader.asked)


def first(plan: Plan) -> Mapping[str, str]:
    """Return what is asked for with the first page of each list of a plan."""
    size = {"limit": str(plan.page_size)}
    match plan.strategy:
        case Strategy.SINGLE:
            return {}
        case Strategy.OFFSET if not _is_window(plan):
            return {**size, "page": "1"}
        case Strategy.OFFSET:
            asked = window_size(plan.start, plan.stop, plan.page_size)
            return {"limit": str(asked), "page": str(plan.start // asked + 1)}
        case _:
            return size


def _is_window(plan: Plan) -> bool:
    return plan.windowed and bool(plan.start or plan.stop is not None)


def count(fetch: Fetch, plan: Plan, fetch_many: FetchMany | None = None) -> int | None:
    """Ask the server how many rows a plan has; None where it does not say.

    Sends a small page per branch, and reads `meta.pagination.total`. It is of two rows, so that a
    total of none or of one above more is seen to be wrong.
    """
    if not plan.totals:
        return None
    calls = [(path, {**params, "limit": "2"}) for path, params in plan.branches]
    total = 0
    for index, page in enumerate(_each(fetch, fetch_many, calls)):
        found = checked(page, plan, calls[index][0]).total
        if found is None:
            return None
        total += found
    return total


def _each(fetch: Fetch, fetch_many: FetchMany | None, calls: Sequence[Call]) -> Iterator[Fetched]:
    """Fetch pages; the others side by side, once the first is there."""
    if fetch_many is None:
        yield from (fetch(*call) for call in calls)
    else:
        yield fetch(*calls[0])
        yield from fetch_many(calls[1:])


def checked(page: Fetched, plan: Plan, path: str) -> Fetched:
    """Return a page of a plan's list as it is believed. Raises BadResponse if it is none."""
    if plan.listed:
        check_list(page, path, version=plan.version, empty=plan.may_be_empty)
    else:
        check_row(page, path)
    check_rows(page.rows, plan.key, path)
    return page if plan.totals else attrs.evolve(page, totals=False)


def _nothing_kept(_path: str) -> None:
    """Stand for a cache that is not there."""


class _Reader:
    """Reads one list."""

    def __init__(
        self,
        ahead: Ahead,
        plan: Plan,
        path: str,
        params: Mapping[str, str],
        *,
        renew: Callable[[str], None],
    ) -> None:
        self.plan = plan
        self._ahead = ahead
        self._path = path
        self._params = params
        self._renew = renew
        self.asked = 0  # when the page was that was fetched last
        self._counting: Future[Fetched] | None = None
        self._asked_count = False

    def read(self) -> Iterator[tuple[list[dict[str, Any]], bool]]:
        """Yield the rows of each page, and whether more may follow."""
        match self.plan.strategy:
            case Strategy.SINGLE:
                yield self._get({}).rows, False
            case Strategy.CURSOR:
                yield from self._by_cursor()
            case Strategy.KEYSET:
                yield from self._by_key(self.plan.keyset)
            case Strategy.OFFSET:
                yield from self._numbered().read()

    def _get(self, params: Mapping[str, str]) -> Fetched:
        page = self._ahead.get(self._path, {**self._params, **params})
        page = checked(page, self.plan, self._path)
        self.asked = page.asked
        return page

    def _expect(self, every: Iterable[Mapping[str, str]]) -> None:
        """Say with which parameters the next pages will be asked for."""
        self._ahead.expect((self._path, {**self._params, **params}) for params in every)

    def _numbered(self) -> Numbered:
        return Numbered(
            self._get,
            self.plan,
            self._path,
            expect=self._expect,
            room=self._ahead.room,
            count=self._count,
            renew=lambda: self._renew(self._path),
            is_sorted="sort" in self._params,
        )

    def _count(self) -> int | None:
        """Ask how many rows the list has, where its pages do not say it."""
        if self.plan.counted is None:
            return None
        path, params = self.plan.counted
        if not self._whole:
            return counted(self._ahead.fetch(path, params), path)
        # It is asked for where another page follows, which is fetched meanwhile.
        self._expect([{"limit": str(self.plan.page_size), "page": "2"}])
        self._ahead.prime()
        return counted(self._ahead.beside(path, params).result(), path)

    def _by_cursor(self) -> Iterator[tuple[list[dict[str, Any]], bool]]:
        size = self.plan.page_size
        after: dict[str, str] = {}
        joined: Joined | None = None
        pages = 0
        while True:
            page = self._get({"limit": str(size), **after})
            pages += 1
            end = page.end_cursor
            if end is None and not after and "cursor_pagination" not in page.meta:
                # The endpoint answered with page numbers after all.
                yield from self._numbered().read(first=page)
                return
            more = end is not None and bool(page.rows)
            if more and after.get("after") == end:
                raise PagesShifted(f"{self._path}: the cursor {end} came back twice")
            if pages == 1:
                joined = self._joined(page)
            yield page.rows if joined is None else joined.unseen(page.rows), more
            if not more:
                return
            after = {"after": str(end)}
            if joined is not None and not joined.moved and self._ahead.pace.ahead:
                yield from joined.read(pages)
                if joined.complete:
                    return
                self._expect(())

    def _joined(self, first: Fetched) -> Joined | None:
        """Return what reads the pages after the first side by side, if they can be joined."""
        plan, size = self.plan, page_size(first, self.plan.page_size)
        free = self._ahead.room > 1 and plan.stop is None and bool(plan.identity)
        # Rows of equal rank may change places.
        if not free or "sort" in self._params or not joins(size, first.total):
            return None
        return Joined(self._get, self._expect, plan.identity, size, first.total or 0)

    def _by_key(self, keyset: Keyset | None) -> Iterator[tuple[list[dict[str, Any]], bool]]:
        """Continue after the last key, as long as the rows come in ascending order of it."""
        assert keyset is not None
        key = self.plan.key or "id"
        size = self.plan.page_size
        cutter = Cutter(size)
        last: int | None = None
        ranges = [Range(0)]
        end: Fetched | None = None
        upto: int | None = None  # of the range that goes to the end, or to the page that is there
        while ranges:
            if last is not None:
                self._expect(self._of(keyset, one, size) for one in ranges)
            now = ranges[0]
            page = self._get({"limit": str(size)} if last is None else self._of(keyset, now, size))
            keys: list[Any] = [row.get(key) for row in page.rows]
            if not _ascending(keys, None if last is None else now.after):
                if last is not None:
                    raise PagesShifted(
                        f"{self._path}: the rows after {key} {last} are not in the order of it, "
                        "so that some may have been passed over"
                    )
                # Not ordered by key after all: page numbers are the only way.
                yield page.rows, True
                yield from self._numbered().all(seen=set(keys))
                return
            cutter.size = size = page_size(page, size)
            more = has_more(page, size)
            if now.upto is not None and keys and keys[-1] > now.upto:
                # The store does not cut by the last key: all that follows is in these pages.
                ranges, now, end, upto = [], Range(now.after), None, None
                keyset = attrs.evolve(keyset, upto=None)
            cutter.note(keys, page.total if last is None else None)
            rest = ranges[1:]
            goes_on = more and (now.upto is None or keys[-1] < now.upto)
            if goes_on and now.upto != upto:
                rest.insert(0, Range(keys[-1], now.upto))
            rest = cutter.still(rest, upto)
            yield page.rows, more or bool(rest) or end is not None
            first, last = last is None, keys[-1] if keys else last
            if goes_on and now.upto == upto:
                if first and self._reads_the_end(keyset, cutter, page):
                    end, upto = self._end(keyset, cutter, keys)
                rest = self._rest(keyset, cutter, keys, page, upto)
            ranges = rest
        if end is not None:
            self.asked = end.asked
            yield end.rows, False

    def _rest(
        self, keyset: Keyset, cutter: Cutter, keys: list[int], page: Fetched, upto: int | None
    ) -> list[Range]:
        """Return the ranges that follow a page, of which the last goes to the end.

        Args:
            keyset: how the list is continued.
            cutter: what is known of it.
            keys: the page's.
            page: the last page of what was read in order.
            upto: the last key that may be left; None where nobody knows.
        """
        counting, self._counting = self._counting, None
        if counting is not None:
            room = None if upto is None else upto - keys[-1]
            cutter.note_count(self._answered(counting), room)
        tries = self._tries(keyset)
        left = self._left(page, cutter)
        between = None if upto is None else upto - keys[-1]
        if between != 0 and left is None and tries and cutter.is_worth_a_count(between):
            self._start_count()
        return cutter.cut(keys, left, tries, upto)

    def _start_count(self) -> None:
        """Ask how many rows the list has, beside its next page, if that is of use to anybody."""
        if self.plan.counted is not None and self._whole and not self._asked_count:
            self._asked_count = True
            self._counting = self._ahead.beside(*self.plan.counted)

    def _answered(self, counting: Future[Fetched]) -> int | None:
        """Return the count that was asked for; None where there is none, for rows decide."""
        assert self.plan.counted is not None
        try:
            return counted(counting.result(), self.plan.counted[0])
        except ApiError:
            return None

    @property
    def _whole(self) -> bool:
        """Whether the list is wanted to its end, and may be read side by side."""
        return self._ahead.pace.whole and self.plan.stop is None and self._ahead.room > 1

    def _reads_the_end(self, keyset: Keyset, cutter: Cutter, page: Fetched) -> bool:
        """Whether to read the last page after the first one: it tells where the others are.

        It is one of those that are read in any case. That is done where few ranges may be tried
        without it, and where the list does not tell how long it is and can be asked.
        """
        if not self._whole or keyset.backwards is None or keyset.upto is None:
            return False
        left, tries = self._left(page, cutter), self._tries(keyset)
        if left is None:
            return self.plan.counted is not None
        pages = -(-left // cutter.size)
        return pages > 2 and cutter.tries(left, tries) < min(tries, pages - 1)

    def _end(
        self, keyset: Keyset, cutter: Cutter, keys: list[int]
    ) -> tuple[Fetched | None, int | None]:
        """Read the last page of a list; return it, and the last key before it."""
        words = {**self._of(keyset, Range(keys[-1]), cutter.size), **(keyset.backwards or {})}
        self._expect([words])
        end = self._get(words)
        end = attrs.evolve(end, rows=end.rows[::-1])
        others: list[Any] = [row.get(self.plan.key or "id") for row in end.rows]
        if not _ascending(others, keys[-1]) or not others:
            cutter.note([], None)
            return None, None
        cutter.note(others, None)
        # Of less than a page, all that is left was in it.
        return end, others[0] - 1 if len(others) == cutter.size else keys[-1]

    @staticmethod
    def _of(keyset: Keyset, part: Range, size: int) -> Mapping[str, str]:
        """Return the parameters of the first page of a range."""
        found = {"limit": str(size), keyset.parameter: str(part.after + keyset.step)}
        if part.upto is not None:
            found[str(keyset.upto)] = str(part.upto)
        return found

    def _tries(self, keyset: Keyset) -> int:
        return self._ahead.pace.ahead if keyset.upto is not None else 0

    def _left(self, page: Fetched, cutter: Cutter) -> int | None:
        """Return how many rows are wanted after a page, as far as that is known."""
        left = cutter.left if page.total is None else page.total - len(page.rows)
        stop = self.plan.stop
        if stop is None:
            return left
        cutter.most = min(cutter.most, -(-stop // cutter.size))
        wanted = stop - cutter.rows
        return wanted if left is None else min(left, wanted)


def _ascending(keys: list[Any], last: int | None) -> bool:
    """Whether keys are whole numbers that only grow; a loop of C's, for it sees every row."""
    if not keys:
        return True
    if set(map(type, keys)) != {int} or (last is not None and keys[0] <= last):
        return False
    return all(map(operator.lt, keys, keys[1:]))
