"""Storefront URLs made from names, unique within the shop, and addresses that are given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from bcorm.emulator.tables import Clause, quoted

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Id

_GAP = re.compile(r"[^a-z0-9]+")


def address(text: str) -> SplitResult:
    """A URL in its parts; one that cannot be read has none."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def slug(name: str) -> str:
    """`Ocean Blue Shirt` to `ocean-blue-shirt`."""
    return _GAP.sub("-", name.lower()).strip("-") or "item"


def free_url(ctx: Context, collection: str, name: str) -> str:
    """A URL made from the name that no document of the collection has yet."""
    stem = slug(name)
    url, number = f"/{stem}/", 1
    while _used(ctx, collection, url):
        number += 1
        url = f"/{stem}-{number}/"
    return url


def _used(ctx: Context, collection: str, url: str, key: Id | None = None) -> bool:
    where = Clause(
        f"t.{quoted('custom_url.url')} = ? COLLATE NOCASE AND t._id IS NOT ?", (url, key)
    )
    return ctx.store.count(collection, where) > 0


def settle_url(ctx: Context, collection: str, doc: Doc, old: Doc | None) -> None:
    """Give a new document its URL, and keep a written one well formed."""
    written = doc.get("custom_url")
    if written:
        written.pop("create_redirect", None)
    if not written or not written.get("url"):
        if old is None:
            doc["custom_url"] = {
                "url": free_url(ctx, collection, doc["name"]),
                "is_customized": False,
            }
        return
    if old is None or old.get("custom_url", {}).get("url") != written["url"]:
        written.setdefault("is_customized", True)
