"""`Fetched`: one page as the client returns it, and what can be told from it.

The session makes them; `paging` and `numbered` read lists with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from bcorm.exceptions import BadResponse


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
