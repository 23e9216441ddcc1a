"""Reading a whole list through a client, for this floor: the query layer is above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import BadResponse
from bcorm.http.credentials import masked
from bcorm.http.jsontext import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bcorm.http import Answer, ApiClient

_PAGE = 250


def rows(
    client: ApiClient,
    path: str,
    params: Mapping[str, Any] | None = None,
    *,
    after: str | None = None,
    masking: str | None = None,
) -> Iterator[dict[str, Any]]:
    """Give the rows of a list, each of them once, though the list shifts while it is read.

    Args:
        client: The store.
        path: The list.
        params: Its filters and its order.
        after: The list comes by id, and this filter starts it at an id: nothing can slide to
            a page that was read already. Without it, a V3 list that has become shorter is
            read one page further back.
        masking: A field of the rows whose texts show in no repr: header fields of hooks.

    Raises:
        ApiError: The store refused, or answered something else than a list (`BadResponse`).
    """
    given: set[Any] = set()
    page, total = 1, 0
    asked = dict(params or {})
    while True:
        answer = client.get(path, params={**asked, "page": page, "limit": _PAGE})
        found = _rows(answer, path, masking)
        for row in found:
            if row["id"] not in given:
                given.add(row["id"])
                yield row
        told = answer.meta.get("pagination")
        told = told if isinstance(told, dict) else {}
        before, total = total, whole(told.get("total")) or 0
        if total < before and after is None and page > 1:
            page -= 1
        elif not found or _is_last(told, page, len(found)):
            return
        elif after is None:
            page += 1
        else:
            start = found[-1]["id"] + 1
            if start <= asked.get(after, 0):
                raise _odd(answer, path)  # the list goes round in circles
            asked[after] = start


def _rows(answer: Answer, path: str, masking: str | None) -> list[dict[str, Any]]:
    found = _list(answer.data, masking)
    if found is None:
        raise _odd(answer, path)
    return found


def _list(data: Any, masking: str | None) -> list[dict[str, Any]] | None:
    """The rows, each with an id that is a number; None for anything else."""
    found = [] if data is None else data
    if not isinstance(found, list):
        return None
    for row in found:
        number = whole(row.get("id")) if isinstance(row, dict) else None
        if number is None:
            return None
        row["id"] = number
        if masking is not None and masking in row:
            row[masking] = masked(row[masking])
    return found


def _odd(answer: Answer, path: str) -> BadResponse:
    return BadResponse(
        "rows with an id were expected, and something else came",
        status=answer.status,
        method="GET",
        path=path,
        request_id=answer.request_id,
        retry_safe=True,
    )


def _is_last(told: Mapping[str, Any], page: int, count: int) -> bool:
    """V3 says how many pages there are; in V2 the first page that is not full is the last."""
    pages = whole(told.get("total_pages"))
    return page >= pages if pages is not None else count < _PAGE
