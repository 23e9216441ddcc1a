"""Paging: from a plan to pages of rows, one interface for every style of the API.

A list can shift while it is read. Keyset paging is immune, and so are cursors; `numbered` says how
lists are read that know page numbers only.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from bcorm.exceptions import PagesShifted
from bcorm.query.compiler import Keyset, Plan, Strategy
from bcorm.query.fetched import (
    Fetch,
    Fetched,
    check_list,
    check_rows,
    counted,
    has_more,
    page_size,
    unseen,
)
from bcorm.query.numbered import Numbered, window_size

__all__ = ["Fetch", "Fetched", "Page", "check_rows", "count", "pages", "window_size"]


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
            fresh = unseen(rows, plan.key, seen) if several else rows
            yield Page(fresh, parents, more, reader.asked)


def count(fetch: Fetch, plan: Plan) -> int | None:
    """Ask the server how many rows a plan has; None where it does not say.

    Sends a small page per branch, and reads `meta.pagination.total`. It is of two rows, so that a
    total of none or of one above more is seen to be wrong.
    """
    total = 0
    for path, params in plan.branches if plan.totals else ():
        page = fetch(path, {**params, "limit": "2"})
        checked(page, plan, path)
        found = page.total
        if found is None:
            return None
        total += found
    return total if plan.totals else None


def checked(page: Fetched, plan: Plan, path: str) -> Fetched:
    """Return a page of a plan's list as it is believed. Raises BadResponse if it is none."""
    if plan.listed:
        check_list(page, path, version=plan.version, empty=plan.may_be_empty)
    check_rows(page.rows, plan.key, path)
    return page if plan.totals else attrs.evolve(page, totals=False)


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
        self.asked = 0  # when the page was that was fetched last

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
        page = self._fetch(self._path, {**self._params, **self._ask(), **params})
        page = checked(page, self.plan, self._path)
        self.asked = page.asked
        return page

    def _numbered(self) -> Numbered:
        return Numbered(
            self._get,
            self.plan,
            self._path,
            count=self._count,
            renew=lambda: self._renew(self._path),
            is_sorted="sort" in self._params,
        )

    def _count(self) -> int | None:
        """Ask how many rows the list has, where its pages do not say it."""
        if self.plan.counted is None:
            return None
        path, params = self.plan.counted
        return counted(self._fetch(path, params), path)

    def _by_cursor(self) -> Iterator[tuple[list[dict[str, Any]], bool]]:
        size = self.plan.page_size
        after: dict[str, str] = {}
        while True:
            page = self._get({"limit": str(size), **after})
            end = page.end_cursor
            if end is None and not after and "cursor_pagination" not in page.meta:
                # The endpoint answered with page numbers after all.
                yield from self._numbered().read(first=page)
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
                yield from self._numbered().all(seen=set(keys))
                return
            size = page_size(page, size)
            more = has_more(page, size)
            yield page.rows, more
            if not more:
                return
            last = keys[-1]


def _ascending(keys: list[Any], last: int | None) -> bool:
    """Whether keys are whole numbers that only grow; a loop of C's, for it sees every row."""
    if not keys:
        return True
    if set(map(type, keys)) != {int} or (last is not None and keys[0] <= last):
        return False
    return all(map(operator.lt, keys, keys[1:]))
