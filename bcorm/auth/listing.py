"""Reading a whole list through a client, for this floor: the query layer is above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bcorm.http import ApiClient

_PAGE = 250


def rows(
    client: ApiClient,
    path: str,
    params: Mapping[str, Any] | None = None,
    *,
    after: str | None = None,
) -> Iterator[dict[str, Any]]:
    """Give the rows of a list, each of them once, though the list shifts while it is read.

    Args:
        client: The store.
        path: The list.
        params: Its filters and its order.
        after: The list comes by id, and this filter starts it at an id: nothing can slide to
            a page that was read already. Without it, a V3 list that has become shorter is
            read one page further back.

    Raises:
        ApiError: The store refused.
    """
    given: set[Any] = set()
    page, total = 1, 0
    asked = dict(params or {})
    while True:
        answer = client.get(path, params={**asked, "page": page, "limit": _PAGE})
        found = answer.data or []
        for row in found:
            if row["id"] not in given:
                given.add(row["id"])
                yield row
        told = answer.meta.get("pagination") or {}
        before, total = total, told.get("total", 0)
        if total < before and after is None and page > 1:
            page -= 1
        elif not found or _is_last(told, page, len(found)):
            return
        elif after is None:
            page += 1
        else:
            asked[after] = found[-1]["id"] + 1


def _is_last(told: Mapping[str, Any], page: int, count: int) -> bool:
    """V3 says how many pages there are; in V2 the first page that is not full is the last."""
    pages = told.get("total_pages")
    return page >= pages if isinstance(pages, int) else count < _PAGE
