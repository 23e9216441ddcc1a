"""Blog posts: their addresses, their dates in parts, and the tags they have."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from bcorm.emulator import jsontext, timestamps
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.tables import Clause
from bcorm.emulator.urls import slug

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Row

POSTS = "v2/blog/posts"
_TAG = re.compile(r"<[^>]*>")
_SUMMARY = 400


def prepare(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Complete a post: its address, its summary, and when it was published."""
    if not doc.get("url"):
        doc["url"] = f"/blog/{slug(doc['title'])}/"
    doc["preview_url"] = doc["url"]
    plain = " ".join(_TAG.sub(" ", doc["body"]).split())
    doc["summary"] = plain if len(plain) <= _SUMMARY else f"{plain[:_SUMMARY]} [...]"
    if body.get("published_date"):
        moment = timestamps.epoch(doc["published_date"])
        doc["published_date_iso8601"] = timestamps.offset_style(moment or 0)
    elif old is None:
        doc["published_date_iso8601"] = ctx.stamp("offset")


def show(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A post with the parts of its date."""
    moment = doc["published_date_iso8601"]
    parts = {"timezone_type": 1, "date": moment, "timezone": "+00:00"}
    shown = {**doc, "published_date": parts, "published_date_iso8601": moment}
    return {name: shown[name] for name in (*doc, "published_date")}


def with_tag(_ctx: Context, text: str) -> Clause:
    """`tag`: the posts that have it."""
    sql = "t._id IN (SELECT id FROM elements WHERE collection = ? AND field = 'tags' AND value = ?)"
    return Clause(sql, (POSTS, text))


def list_tags(ctx: Context) -> Reply:
    """GET /v2/blog/tags: every tag with the posts that have it."""
    posts = defaultdict(list)
    for row in ctx.store.select(POSTS):
        for tag in row.doc["tags"]:
            posts[tag].append(row.id)
    if not posts:
        return Reply(204)
    return Reply(
        200, jsontext.dumps([{"tag": tag, "post_ids": posts[tag]} for tag in sorted(posts)])
    )
