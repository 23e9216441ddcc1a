"""Paging: from a plan to pages of rows, one interface for every style of the API.

A list can shift while it is read. Keyset paging is immune; page numbers are checked: rows seen
twice are dropped, and a total that shrinks, or a page that does not join the one before (see
`overlap`), makes the list be read again from its start, without the rows that were seen.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from bcorm.exceptions import BadResponse, PageShiftWarning, PagesShifted
from bcorm.query.callers import warn
from bcorm.query.compiler import Keyset, Plan, Strategy
from bcorm.query.fetched import Fetched
from bcorm.query.overlap import Overlap

MOST_RESTARTS = 3


Fetch = Callable[[str, Mapping[str, str]], Fetched]


@attrs.frozen
class Page:
    """Rows to hand out, with the parents that their path names.

    Attributes:
        more: whether another page may follow.
    """

    rows: list[dict[str, Any]]
    parents: Mapping[str, Any] | None
    more: bool


def pages(
    fetch: Fetch,
    plan: Plan,
    ask: Callable[[], Mapping[str, str]] | None = None,
    renew: Callable[[str], None] | None = None,
) -> Iterator[Page]:
    """Read a plan's pages, the fewest that answer it.

    Args:
        fetch: sends one GET.
        plan: what to read.
        ask: more parameters for the pages that follow (includes that turned out to be wanted).
        renew: lets a path be read from the store again, where pages may come from a cache.

    Raises:
        PagesShifted: the list kept changing under its page numbers, and rows may be missing.
    """
    if plan.empty or (plan.stop is not None and plan.stop <= plan.start):
        return
    several = len(plan.branches) > 1
    seen: set[Any] = set()
    above: Mapping[str, Any] | None = None
    for (path, params), parents in zip(plan.branches, plan.parents, strict=True):
        if parents != above:
            seen, above = set(), parents  # keys identify rows below one parent only
        reader = _Reader(fetch, plan, path, params, ask=ask or dict, renew=renew or _nothing_kept)
        for rows, more in reader.read():
            yield Page(_unseen(rows, plan.key, seen) if several else rows, parents, more)


def check_rows(rows: Iterable[Any], key: str | None, path: str) -> None:
    """Refuse rows that are no objects, and keys that identify nothing.

    Args:
        rows: what came as the rows of a list.
        key: the wire name of their key, if they have one.
        path: where they came from.

    Raises:
        BadResponse: there is such a row.
    """
    try:
        {row.get(key) for row in rows}
    except (AttributeError, TypeError):
        raise BadResponse(
            f"rows with a key {key!r} were expected, and something else came",
            method="GET", path=path, status=200, retry_safe=True,
        ) from None  # fmt: skip


def count(fetch: Fetch, plan: Plan) -> int | None:
    """Ask the server how many rows a plan has; None where it does not say.

    Sends one smallest page per branch, and reads `meta.pagination.total`.
    """
    total = 0
    for path, params in plan.branches:
        found = fetch(path, {**params, "limit": "1"}).total
        if found is None:
            return None
        total += found
    return total


def _unseen(rows: list[dict[str, Any]], key: str | None, seen: set[Any]) -> list[dict[str, Any]]:
    """Drop rows whose key was seen before, and remember the others."""
    if key is None:
        return rows
    fresh = []
    for row in rows:
        identity = row.get(key)
        if identity is None:
            fresh.append(row)
        elif identity not in seen:
            seen.add(identity)
            fresh.append(row)
    return fresh


def _nothing_kept(_path: str) -> None:
    """Stand for a cache that is not there."""


class _Reader:
    """Reads one list."""

    def __init__(
        self,
        fetch: Fetch,
        plan: Plan,
        path: str,
        params: Mapping[str, str],
        *,
        ask: Callable[[], Mapping[str, str]],
        renew: Callable[[str], None],
    ) -> None:
        self.plan = plan
        self._fetch = fetch
        self._path = path
        self._params = params
        self._ask = ask
        self._renew = renew

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
                yield from self._by_page()

    def _get(self, params: Mapping[str, str]) -> Fetched:
        page = self._fetch(self._path, {**self._params, **self._ask(), **params})
        check_rows(page.rows, self.plan.key, self._path)
        return page

    def _by_cursor(self) -> Iterator[tuple[list[dict[str, Any]], bool]]:
        size = self.plan.page_size
        after: dict[str, str] = {}
        while True:
            page = self._get({"limit": str(size), **after})
            end = page.end_cursor
            if end is None and not after and "cursor_pagination" not in page.meta:
                # The endpoint answered with page numbers after all.
                yield from self._by_page(first=page)
                return
            more = end is not None and bool(page.rows)
            if more and after.get("after") == end:
                raise PagesShifted(f"{self._path}: the cursor {end} came back twice")
            yield page.rows, more
            if not more:
                return
            after = {"after": str(end)}

    def _by_key(self, keyset: Keyset | None) -> Iterator[tuple[list[dict[str, Any]], bool]]:
        """Continue after the last key, as long as the rows come in ascending order of it."""
        assert keyset is not None
        key = self.plan.key or "id"
        size = self.plan.page_size
        last: int | None = None
        while True:
            after = {} if last is None else {keyset.parameter: str(last + keyset.step)}
            page = self._get({"limit": str(size), **after})
            keys = [row.get(key) for row in page.rows]
            if not _ascending(keys, last):
                if last is not None:
                    raise PagesShifted(
                        f"{self._path}: the rows after {key} {last} are not in the order of it, "
                        "so that some may have been passed over"
                    )
                # Not ordered by key after all: page numbers are the only way.
                yield page.rows, True
                yield from self._by_page(skip=set(keys))
                return
            size = _page_size(page, size)
            more = _more(page, size)
            yield page.rows, more
            if not more:
                return
            last = keys[-1]

    def _by_page(
        self, *, first: Fetched | None = None, skip: set[Any] | None = None
    ) -> Iterator[tuple[list[dict[str, Any]], bool]]:
        """Read by page number: only the pages of the slice, or all with a check on shifts."""
        if self.plan.windowed and (self.plan.start or self.plan.stop is not None):
            yield from self._window()
            return
        seen: set[Any] = skip if skip is not None else set()
        restarts = 0
        size, number, total = self.plan.page_size, 1, None
        overlap: Overlap | None = None
        overlaps = "sort" not in self._params  # rows of equal rank may change places
        while True:
            asked = size if overlap is None else overlap.limit(number)
            page = first or self._get({"limit": str(asked), "page": str(number)})
            first = None
            told = _page_size(page, asked)
            if number == 1:
                overlap = Overlap.of(page, self.plan.key, told) if overlaps else None
            if overlap is None or number == 1:
                size = asked = told
            rows = _unseen(page.rows, self.plan.key, seen)
            if overlap is not None and page.pagination.get("per_page") != asked:
                overlaps, number = False, 1  # pages of a size that was not asked for do not join
                yield rows, True
                continue
            shift = None if number == 1 else _shift(total, page, overlap)
            if shift is not None:
                restarts += 1
                self._report_shift(shift, restarts)
                total, number = page.total, 1
                yield rows, True
                continue
            total = page.total
            more = _more(page, asked, number)
            if total is None and number > 1 and not rows:
                more = False  # an endpoint that takes no page numbers sends the same rows again
            yield rows, more
            if not more:
                return
            number += 1
            if overlap is not None and not overlap.follow(page):
                overlap, number = None, (number - 1) * asked // size + 1

    def _report_shift(self, shift: str, restarts: int) -> None:
        text = (
            f"{self._path} {shift} while it was read by page number; "
            "it is read again from its first page, so that no row is lost"
        )
        if restarts > MOST_RESTARTS:
            raise PagesShifted(f"{text}; it kept shrinking or shifting, {MOST_RESTARTS} times over")
        warn(PageShiftWarning(text))
        self._renew(self._path)  # pages of different age, out of a cache, would never join

    def _window(self) -> Iterator[tuple[list[dict[str, Any]], bool]]:
        """Read rows `start` to `stop` with the fewest pages that cover them."""
        start, stop = self.plan.start, self.plan.stop
        size = window_size(start, stop, self.plan.page_size)
        position, total = start, None
        seen: set[Any] = set()
        while stop is None or position < stop:
            number = position // size + 1
            page = self._get({"limit": str(size), "page": str(number)})
            actual = _page_size(page, size)
            if actual != size and position // actual + 1 != number:
                size = actual  # the endpoint insists on smaller pages: ask for the right one
                continue
            size = actual
            if total is not None and page.total is not None and page.total != total:
                warn(
                    PageShiftWarning(
                        f"{self._path} went from {total} to {page.total} rows while a slice of it "
                        "was read by page number; rows at the edges of its pages may be missing"
                    )
                )
            total = page.total
            begin = position - (number - 1) * size
            end = size if stop is None else min(size, stop - (number - 1) * size)
            rows = _unseen(page.rows[begin:end], self.plan.key, seen)
            more = _more(page, size, number)
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


def _page_size(page: Fetched, asked: int) -> int:
    """Return how many rows a page holds: what the server says, for it may insist on fewer."""
    said = page.pagination.get("per_page")
    return said if isinstance(said, int) and 0 < said < asked else asked


def _more(page: Fetched, size: int, number: int | None = None) -> bool:
    """Whether rows follow this page. Totals decide where there are some, else a full page does."""
    count = len(page.rows)
    if count == 0:
        return False
    if page.total is None:
        return count >= size
    if number is None:
        return page.total > count
    return page.total > (number - 1) * size + count


def _shift(before: int | None, page: Fetched, overlap: Overlap | None) -> str | None:
    """Say what shows that rows have moved across the edge of a page, if anything does."""
    if before is not None and page.total is not None and page.total < before:
        return f"shrank from {before} to {page.total} rows"
    if overlap is not None and overlap.is_lost(page):
        return "moved across the edges of its pages"
    return None


def _ascending(keys: list[Any], last: int | None) -> bool:
    """Whether keys are whole numbers that only grow; a loop of C's, for it sees every row."""
    if not keys:
        return True
    if set(map(type, keys)) != {int} or (last is not None and keys[0] <= last):
        return False
    return all(map(operator.lt, keys, keys[1:]))
