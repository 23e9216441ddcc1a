"""Pages: which rows a list request means, and what `meta` says about them.

V3 pages by `page` and `limit` and, where the spec declares it, by `before` and `after`.
V2 pages by `page` and `limit` and says nothing.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext, numerals
from bcorm.emulator.errors import ApiError
from bcorm.emulator.tables import Clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Resource
    from bcorm.emulator.tables import Id


@dataclass(frozen=True, slots=True)
class Window:
    """A page: its number and size, or the cursor it starts from."""

    page: int
    limit: int
    after: Id | None = None
    before: Id | None = None

    @property
    def by_cursor(self) -> bool:
        """Whether `page` plays no part."""
        return self.after is not None or self.before is not None

    @property
    def offset(self) -> int:
        """How many rows to skip."""
        return 0 if self.by_cursor else (self.page - 1) * self.limit


def window(ctx: Context, resource: Resource, includes: Sequence[str]) -> Window:
    """The page that the request asks for.

    Raises:
        ApiError: a number that is none, or a limit above the maximum (V3: 413).
    """
    paging = resource.paging
    limit = counted(ctx, "limit", paging.default)
    if limit > paging.most:
        if resource.version == "v3":
            raise ApiError(413, f"The maximum limit is {paging.most}.")
        limit = paging.most
    for name in includes:
        limit = min(limit, resource.wide_includes.get(name, limit))
    cursors = {
        name: decode_cursor(ctx.query[name])
        for name in ("after", "before")
        if paging.cursor and ctx.query.get(name)
    }
    return Window(counted(ctx, "page", 1), limit, cursors.get("after"), cursors.get("before"))


def counted(ctx: Context, name: str, default: int) -> int:
    """A parameter that counts from 1, such as `page`.

    Raises:
        ApiError: 422 (V2: 400), it is no such number.
    """
    text = ctx.query.get(name)
    if text is None or text == "":
        return default
    value = numerals.positive(text)
    if value is None:
        if ctx.version == "v2":
            raise ApiError(400, f"The field '{name}' is invalid.")
        raise ApiError(
            422, "The filter value is not valid.", errors={name: "must be a positive integer"}
        )
    return value


def encode_cursor(key: Id) -> str:
    """An opaque cursor for a document: `id:7` in base 64, as the specs show it."""
    return base64.b64encode(f"id:{key}".encode()).decode()


def decode_cursor(text: str) -> Id:
    """The document of a cursor.

    Raises:
        ApiError: 422, this store never gave out such a cursor.
    """
    try:
        kind, _, key = base64.b64decode(text.encode(), validate=True).decode().partition(":")
    except (ValueError, binascii.Error):
        kind, key = "", ""
    if kind != "id" or not key:
        raise ApiError(422, "The filter value is not valid.", errors={"after": "unknown cursor"})
    return numerals.key(key)


def beyond(cut: Window, order: str) -> list[Clause]:
    """The clause of a cursor, for a list in id order."""
    falling = order.endswith("DESC")
    if cut.after is not None:
        return [Clause(f"t._id {'<' if falling else '>'} ?", (cut.after,))]
    if cut.before is not None:
        return [Clause(f"t._id {'>' if falling else '<'} ?", (cut.before,))]
    return []


def meta(resource: Resource, cut: Window, total: int, keys: Sequence[Id]) -> str:
    """The `meta` of a V3 list, as JSON text."""
    members: dict[str, Any] = {}
    if not cut.by_cursor:
        members["pagination"] = _pagination(resource, cut, total, len(keys))
    if resource.paging.cursor and (cut.by_cursor or cut.page == 1):
        members["cursor_pagination"] = _cursors(cut, keys)
    return jsontext.dumps(members)


def _pagination(resource: Resource, cut: Window, total: int, count: int) -> dict[str, Any]:
    pages = -(-total // cut.limit)
    found: dict[str, Any] = {
        "total": total,
        "count": count,
        "per_page": cut.limit,
        "current_page": cut.page,
        "total_pages": pages,
    }
    if resource.paging.links:
        links = {}
        if 1 < cut.page <= pages + 1:
            links["previous"] = f"?page={cut.page - 1}&limit={cut.limit}"
        if cut.page < pages:
            links["next"] = f"?page={cut.page + 1}&limit={cut.limit}"
        links["current"] = f"?page={cut.page}&limit={cut.limit}"
        found["links"] = links
    return found


def _cursors(cut: Window, keys: Sequence[Id]) -> dict[str, Any]:
    found: dict[str, Any] = {"count": len(keys), "per_page": cut.limit}
    links: dict[str, str] = {}
    if keys:
        start, end = encode_cursor(keys[0]), encode_cursor(keys[-1])
        found |= {"start_cursor": start, "end_cursor": end}
        if cut.by_cursor:
            links["previous"] = f"?limit={cut.limit}&before={start}"
        if len(keys) == cut.limit:
            links["next"] = f"?limit={cut.limit}&after={end}"
    found["links"] = links
    return found
