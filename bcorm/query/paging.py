"""Paging: from a plan to pages of rows, one interface for every style of the API.

A list can shift while it is read. Keyset paging is immune, and so are cursors; `numbered` says how
lists are read that know page numbers only.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from bcorm.exceptions import PagesShifted
from bcorm.query.ahead import Ahead, Call
from bcorm.query.compiler import Keyset, Plan, Strategy
from bcorm.query.fetched import (
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
from bcorm.query.numbered import Numbered, window_size
from bcorm.query.ranges import Cutter, Range

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
        return counted(self._ahead.fetch(path, params), path)

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
        cutter = Cutter(size)
        last: int | None = None
        ranges = [Range(0)]
        end: Fetched | None = None
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
                ranges, now, end = [], Range(now.after), None
                keyset = attrs.evolve(keyset, upto=None)
            cutter.note(keys, page.total if last is None else None)
            rest = ranges[1:]
            if more and now.upto is not None:
                rest.insert(0, Range(keys[-1], now.upto))
            yield page.rows, more or bool(rest)
            first, last = last is None, keys[-1] if keys else last
            if more and now.upto is None:
                rest, end = self._rest(keyset, cutter, keys, page, first=first)
            ranges = rest
        if end is not None:
            self.asked = end.asked
            yield end.rows, False

    def _rest(
        self, keyset: Keyset, cutter: Cutter, keys: list[Any], page: Fetched, *, first: bool
    ) -> tuple[list[Range], Fetched | None]:
        """Return the ranges that follow a page, and the last page if it was read already.

        That tells where the others are. It is read next where few ranges may be tried without it.
        """
        left, tries = self._left(page, cutter), self._tries(keyset)
        pages = 0 if left is None else -(-left // cutter.size)
        few = cutter.tries(left, tries) < min(tries, pages - 1)
        whole = self._ahead.pace.whole and self.plan.stop is None
        if first and whole and few and pages > 2 and keyset.backwards is not None:
            words = {**self._of(keyset, Range(keys[-1]), cutter.size), **keyset.backwards}
            self._expect([words])
            end = self._get(words)
            end = attrs.evolve(end, rows=end.rows[::-1])
            others: list[Any] = [row.get(self.plan.key or "id") for row in end.rows]
            if len(others) == cutter.size and _ascending(others, keys[-1]):
                cutter.note(others, None)
                return cutter.between(keys[-1], others[0] - 1), end
            cutter.note([], None)
        return cutter.cut(keys, left, tries), None

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
        left = None if page.total is None else page.total - len(page.rows)
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
