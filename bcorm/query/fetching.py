"""Fetching pages: what is believed of one, how far to read ahead, and filters in dispute.

The session makes a `Fetched` of each page that the client returns; `paging` reads lists with them.

`Ahead` asks for pages before they are used. What is wanted whole is read as wide as the client's
`concurrency`. Who takes row after row may stop at any, so that no more pages are read ahead than
were used already.

Some filters a guide of BigCommerce's shows and no specification has; clients may want them sent.
What the API makes of them is not known: it may ignore them, obey them, or refuse the request. So a
condition that is sent in this way is judged here all the same, and a filter that is refused is not
sent again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from bcorm.exceptions import BadResponse, ConfigurationError, ValidationFailed
from bcorm.http.governor import Cancellation, current_cancellation
from bcorm.query.parameters import wire_text

if TYPE_CHECKING:
    from bcorm.query.compiler import Plan
    from bcorm.query.parameters import Condition


@attrs.frozen
class Fetched:
    """One page as the client returns it.

    Attributes:
        rows: the rows; [] for 204.
        meta: `meta` of a V3 answer, {} for V2.
        asked: when it was asked for, by the clock of the session that did.
        kind: the type of what was answered: list, dict for a single row, or NoneType.
        status: the HTTP status.
        totals: whether its total is believed, see `Endpoint.totals`.
    """

    rows: list[dict[str, Any]]
    meta: Mapping[str, Any]
    asked: int = 0
    kind: type = list
    status: int = 200
    totals: bool = True

    @property
    def pagination(self) -> Mapping[str, Any]:
        """`meta.pagination`, or {} where the answer has none."""
        found = self.meta.get("pagination") if isinstance(self.meta, Mapping) else None
        return found if isinstance(found, Mapping) else {}

    @property
    def total(self) -> int | None:
        """How many rows the list has, where the API says it; fewer than these are none."""
        total = self.pagination.get("total") if self.totals else None
        if type(total) is not int or total < len(self.rows):
            return None
        return total

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


Fetch = Callable[[str, Mapping[str, str]], Fetched]


def check_list(page: Fetched, path: str, *, version: int, empty: bool) -> None:
    """Refuse what is no list where there has to be one.

    V3 answers its lists with lists. V2 answers an empty one with 204, and V3 where that is said.

    Args:
        page: what was answered.
        path: where it came from.
        version: the API's.
        empty: whether an empty list may be answered by 204 on V3.

    Raises:
        BadResponse: something else came.
    """
    if page.kind is list or (page.kind is type(None) and page.status == 204 and empty):
        return
    if version == 2 and (page.kind is dict or page.status == 204):
        return
    came = {dict: "an object", type(None): "nothing"}.get(page.kind, page.kind.__name__)
    raise BadResponse(
        f"a list was expected, and {came} came",
        method="GET", path=path, status=page.status, retry_safe=True,
    )  # fmt: skip


def check_row(page: Fetched, path: str) -> None:
    """Refuse nothing where there has to be a row: what does not exist is answered by 404 or 204.

    Args:
        page: what was answered.
        path: where it came from.

    Raises:
        BadResponse: nothing came, and no status says that there is nothing.
    """
    if page.kind is type(None) and page.status != 204:
        raise BadResponse(
            "a row was expected, and nothing came",
            method="GET", path=path, status=page.status, retry_safe=True,
        )  # fmt: skip


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
        keys = {row.get(key, "") for row in rows}
        sound = key is None or (None not in keys and all(rows))
    except (AttributeError, TypeError):
        sound = False
    if not sound:
        raise BadResponse(
            f"rows with a key {key!r} were expected, and something else came",
            method="GET", path=path, status=200, retry_safe=True,
        )  # fmt: skip


def counted(page: Fetched, path: str) -> int:
    """Return what V2 answers where it counts: one row that holds the number, or none for none.

    Raises:
        BadResponse: it holds no number.
    """
    if not page.rows:
        return 0
    found = page.rows[0].get("count")
    if isinstance(found, str) and found.isdecimal() and len(found) < 20:
        return int(found)
    if type(found) is not int:
        raise BadResponse(
            f"a count was expected, and {found!r:.60} came",
            method="GET", path=path, status=200, retry_safe=True,
        )  # fmt: skip
    return found


def unseen(rows: list[dict[str, Any]], key: str | None, seen: set[Any]) -> list[dict[str, Any]]:
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


def page_size(page: Fetched, asked: int) -> int:
    """Return how many rows a page holds: what the server says, for it may insist on fewer."""
    said = page.pagination.get("per_page")
    return said if isinstance(said, int) and 0 < said < asked else asked


def has_more(page: Fetched, size: int, number: int | None = None) -> bool:
    """Whether rows follow this page: a total says so, or the page is full.

    The rows decide. A total below those that came is none, and one that is reached is believed.
    """
    count = len(page.rows)
    if count == 0:
        return False
    total, come = page.total, count + (0 if number is None else (number - 1) * size)
    return count >= size if total is None or total < come else total > come


Params = Mapping[str, str]
Call = tuple[str, Params]
Start = Callable[[str, Params], "Future[Fetched]"]


class Pace:
    """How far ahead one reading goes.

    Args:
        width: requests in flight at a time, at most.
        depth: how many pages are read ahead; None for as many as were used already.

    Attributes:
        whole: whether everything is wanted, and nobody stops early.
        used: how many pages were used up.
    """

    def __init__(self, width: int = 1, depth: int | None = None) -> None:
        self.width = width
        self.whole = False
        self.used = 0
        self._depth = depth

    @property
    def ahead(self) -> int:
        """How many pages may be asked for before the one is used that is wanted now."""
        most = self.width - 1
        if self.whole:
            return most
        return min(most, self.used if self._depth is None else self._depth)


class Ahead:
    """Fetches pages, and those that are expected next before they are asked for.

    Args:
        fetch: sends one GET, and waits for its answer.
        start: sends one GET in another thread; None to send one after the other.
        pace: how far ahead to go.
        ask: more parameters for what is sent from now on.
    """

    def __init__(
        self,
        fetch: Fetch,
        start: Start | None = None,
        pace: Pace | None = None,
        ask: Callable[[], Params] | None = None,
    ) -> None:
        self.pace = Pace() if pace is None or start is None else pace
        self.following: list[Call] = []
        self.fetch = fetch
        self._start = start
        self._ask = ask or dict
        self._expected: deque[Call] = deque()
        self._flying: dict[Any, Future[Fetched]] = {}
        self._besides: list[Future[Fetched]] = []
        self._cancellation = Cancellation()
        self._begun = False

    @property
    def room(self) -> int:
        """How many pages it is of use to expect."""
        return self.pace.width if self._start is not None else 0

    def expect(self, calls: Iterable[Call]) -> None:
        """Say what will be asked for next, in order; what else was expected is dropped."""
        # Of a long list only those that may be in flight before it is said again.
        soon = islice(calls, 2 * max(self.pace.width, 1))
        self._expected = deque([*soon, *self.following])
        wanted = {_key(*call) for call in self._expected}
        for key in [key for key in self._flying if key not in wanted]:
            self._flying.pop(key).cancel()

    def prime(self) -> None:
        """Ask at once for the first of what is expected, for it is wanted in any case."""
        if self._expected and self.pace.width > 1:
            self._send(*self._expected.popleft())

    def get(self, path: str, params: Params) -> Fetched:
        """Return a page."""
        self.pace.used += self._begun
        self._begun = True
        key = _key(path, params)
        if self._expected and _key(*self._expected[0]) == key:
            self._expected.popleft()
        if key not in self._flying:
            if not self._expected or not self.pace.ahead:
                return self.fetch(path, {**params, **self._ask()})
            self._send(path, params)
        while self._expected and len(self._flying) <= self.pace.ahead:
            call = self._expected.popleft()
            if _key(*call) not in self._flying:
                self._send(*call)
        return self._flying.pop(key).result()

    def beside(self, path: str, params: Params) -> Future[Fetched]:
        """Ask at once for what is no page of the list, while a page is fetched."""
        self._besides.append(self._started(path, params))
        return self._besides[-1]

    def _send(self, path: str, params: Params) -> None:
        self._flying[_key(path, params)] = self._started(path, {**params, **self._ask()})

    def _started(self, path: str, params: Params) -> Future[Fetched]:
        assert self._start is not None
        token = current_cancellation.set(self._cancellation)
        try:
            return self._start(path, params)
        finally:
            current_cancellation.reset(token)

    def close(self) -> None:
        """Call off what was asked for and is not wanted any more."""
        self._cancellation.cancel()
        for future in (*self._flying.values(), *self._besides):
            future.cancel()
        self._besides.clear()
        self._flying.clear()
        self._expected.clear()


def _key(path: str, params: Params) -> Any:
    return path, frozenset(params.items())


class Disputed(NamedTuple):
    """A filter: the list that has it, the field that it bounds, and on which side."""

    path: str
    field: str
    lower: bool


# developer.bigcommerce.com, "Filtering": `?price:min=...` is its example.
DISPUTED = {
    "price:min": Disputed("v3/catalog/products", "price", lower=True),
    "price:max": Disputed("v3/catalog/products", "price", lower=False),
}


def check_sends(names: Iterable[str]) -> set[str]:
    """Return the filters that a client may send. Raises ConfigurationError if it knows no such."""
    given = None if isinstance(names, (str, bytes)) else set(names)
    if given is None or not given <= DISPUTED.keys():
        raise ConfigurationError(f"sends takes a list of {', '.join(DISPUTED)}, not {names!r}")
    return given


def with_disputed(plan: Plan, sends: Iterable[str]) -> Plan:
    """Return a plan that sends what it judges here as well, where a client says so.

    Args:
        plan: what is to be read.
        sends: the filters that may be sent.
    """
    given = {}
    for name in sends:
        path, field, lower = DISPUTED[name]
        if all(branch == path for branch, _ in plan.branches):
            bounds = [
                value
                for condition in plan.residual
                if condition.path == (field,)
                for value in _bounds(condition, lower=lower)
            ]
            if bounds:
                given[name] = wire_text(max(bounds) if lower else min(bounds))
    if not given:
        return plan
    branches = tuple((path, {**params, **given}) for path, params in plan.branches)
    return attrs.evolve(plan, branches=branches, disputed=frozenset(given))


def _bounds(condition: Condition, *, lower: bool) -> list[Any]:
    """Return the bound that a condition sets on a side, if it sets one."""
    if condition.value is None:
        return []
    if condition.lookup == "range":
        return [condition.value[0 if lower else 1]]
    return (
        [condition.value] if condition.lookup in ({"gte", "gt"} if lower else {"lte", "lt"}) else []
    )


class Asker:
    """Fetches the pages of one list with the disputed filters of its plan, or without them.

    Args:
        fetch: sends one GET.
        disputed: the filters among the list's parameters.
        sends: those that the client sends; what is refused is taken out.
    """

    def __init__(self, fetch: Fetch, disputed: Iterable[str], sends: set[str]) -> None:
        self._fetch = fetch
        self._disputed = frozenset(disputed)
        self._sends = sends
        self._left_out: frozenset[str] | None = None

    def __call__(self, path: str, params: Mapping[str, str]) -> Fetched:
        """Fetch a page.

        Raises:
            ApiError: as fetching does; a refusal of a filter only after the first page, which was
                read with it: pages of another list do not go on from there.
        """
        begun = self._left_out is not None
        left_out = self._left_out
        while True:
            if left_out is None:
                left_out = self._disputed - self._sends
            try:
                page = self._fetch(
                    path, {name: text for name, text in params.items() if name not in left_out}
                )
            except ValidationFailed as error:
                refused = {name for name in self._disputed - left_out if _refuses(error, name)}
                self._sends -= refused
                if begun or not refused:
                    raise
                left_out |= refused
            else:
                self._left_out = left_out
                return page


def _refuses(error: ValidationFailed, name: str) -> bool:
    """Whether an answer says that there is no such filter."""
    return "not valid filter parameter" in error.title and name in error.title
