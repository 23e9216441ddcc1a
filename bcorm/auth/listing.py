"""Reading a whole list through a client, for this floor: the query layer is above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bcorm.http import ApiClient

_PAGE = 250


def rows(
    client: ApiClient, path: str, params: Mapping[str, Any] | None = None
) -> Iterator[dict[str, Any]]:
    """Give the rows of every page; one that slid to a later page meanwhile comes once.

    V3 says how many pages there are; in V2 the first page that is not full is the last.

    Raises:
        ApiError: The store refused.
    """
    given: set[Any] = set()
    page = 1
    while True:
        answer = client.get(path, params={**(params or {}), "page": page, "limit": _PAGE})
        found = answer.data or []
        for row in found:
            if row["id"] not in given:
                given.add(row["id"])
                yield row
        pages = answer.meta.get("pagination", {}).get("total_pages")
        if not found or (page >= pages if isinstance(pages, int) else len(found) < _PAGE):
            return
        page += 1
