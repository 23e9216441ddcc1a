"""What live stores get wrong, on demand: answers that are well formed and not true.

A fault breaks a request, a lie does not: whoever believes it is wrong without knowing. `Lies` is
the set of those that are told now; `app`, the inventory and the webhooks ask it.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator
from typing import Any

from bcorm.emulator import jsontext

LIES = {
    "zero-totals": "lists of V3 say total 0 and total_pages 0 above their rows",
    "unfiltered-totals": "lists of V3 count all rows, whatever the filters leave",
    "late-stock": "stock that was adjusted is read as it was for a while",
    "missing-rows": "answers to batches leave out the last row, though all were written",
    "no-quota-headers": "answers say nothing of the quota",
    "late-502": "every second write is answered 502, and takes effect a moment later",
    "repeated-webhooks": "every webhook is delivered twice",
    "shuffled-webhooks": "webhooks overtake each other",
}
LATE_STOCK_MS = 300
LATE_WRITE_SECONDS = 0.15
_QUOTA_HEADERS = re.compile("x-rate-limit-", re.IGNORECASE)


class Lies:
    """The lies that are told; safe to change while the emulator serves.

    Args:
        told: names out of `LIES`; "all" is every one.

    Raises:
        ValueError: a name that there is not.
    """

    def __init__(self, told: str | Iterable[str] = ()) -> None:
        self._lock = threading.Lock()
        self._told: frozenset[str] = frozenset()
        self._writes = 0
        self.tell(told)

    def tell(self, told: str | Iterable[str]) -> None:
        """Tell these from now on, and no others."""
        names = [told] if isinstance(told, str) else list(told)
        chosen = frozenset(LIES) if "all" in names else frozenset(names)
        unknown = sorted(chosen - set(LIES))
        if unknown:
            raise ValueError(f"unknown lies: {', '.join(unknown)}; there are {', '.join(LIES)}")
        with self._lock:
            self._told, self._writes = chosen, 0

    def __contains__(self, name: str) -> bool:
        return name in self._told

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._told))

    def clear(self) -> None:
        """Tell the truth."""
        self.tell(())

    def strikes_write(self) -> bool:
        """Whether this write is answered 502 before it takes effect."""
        if "late-502" not in self._told:
            return False
        with self._lock:
            self._writes += 1
            return self._writes % 2 == 1

    def stripped(self, headers: dict[str, str]) -> dict[str, str]:
        """The headers of an answer, perhaps without those of the quota."""
        if "no-quota-headers" not in self._told:
            return headers
        return {name: text for name, text in headers.items() if not _QUOTA_HEADERS.match(name)}


def total_of(text: str | None) -> int | None:
    """The total that a list tells; `None` of what is no list."""
    said = _pagination(text)
    return None if said is None else said[1]["total"]


def with_total(text: str | None, total: int) -> str | None:
    """A list that tells another total."""
    said = _pagination(text)
    if said is None:
        return text
    body, pagination = said
    pages = -(-total // pagination["per_page"])
    pagination |= {"total": total, "total_pages": pages}
    links = pagination.get("links")
    if links is not None and pagination["current_page"] >= pages:
        links.pop("next", None)
    return jsontext.dumps(body)


def without_last_row(text: str | None, body: Any) -> str | None:
    """The answer to a batch without its last row."""
    if not isinstance(body, list) or not text:
        return text
    answer = jsontext.loads(text)
    if isinstance(answer, dict) and isinstance(answer.get("data"), list) and answer["data"]:
        answer["data"].pop()
        return jsontext.dumps(answer)
    return text


def _pagination(text: str | None) -> tuple[dict[str, Any], dict[str, Any]] | None:
    if not text or '"pagination":' not in text:
        return None
    body = jsontext.loads(text)
    meta = body.get("meta") if isinstance(body, dict) else None
    pagination = meta.get("pagination") if isinstance(meta, dict) else None
    return (body, pagination) if pagination and "total" in pagination else None
