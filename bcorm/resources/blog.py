"""The store's blog (`store_content.v2.yml`)."""

from __future__ import annotations

from datetime import datetime

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint, Filter, resend


class PublishedDate(Struct):
    """A moment in the parts that PHP writes it in."""

    timezone_type: int = readonly()
    date: str = readonly()
    timezone: str = readonly()


class BlogPost(Resource):
    """An article. `GET /v2/blog/posts`.

    `published_date` is written as a moment and shown in parts.
    """

    id: int = readonly()
    title: str = field(required=True)
    url: str = field()
    preview_url: str = readonly()
    body: str = field(required=True)
    tags: list[str] = field()
    summary: str = readonly()
    is_published: bool = field()
    published_date: PublishedDate | datetime = field(shown_as="published_date_iso8601")
    published_date_iso8601: str = readonly()
    meta_description: str | None = field()
    meta_keywords: str | None = field()
    author: str | None = field()
    thumbnail_path: str | None = field()

    endpoint = Endpoint(
        path="v2/blog/posts",
        count_path="v2/blog/posts/count",
        count_filters=False,
        empty_delete=True,
        filters={
            "is_published": "exact",
            "url": "exact",
            "tag": Filter("exact", type=str),
            "published_date": "exact",
        },
        natural_key="title url",
        put_rules=(
            resend(
                "title",
                "body",
                source="store_content.v2.yml, PUT /blog/posts/{id}",
                reason="the body's schema requires both",
            ),
        ),
    )


class BlogTag(Resource):
    """A tag, and the posts that have it. `GET /v2/blog/tags`."""

    tag: str = readonly()
    post_ids: list[int] = readonly()

    endpoint = Endpoint(
        path="v2/blog/tags",
        key="tag",
        verbs=("list",),
        paging="none",
    )
