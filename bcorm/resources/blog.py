"""The store's blog (`store_content.v2.yml`)."""

from __future__ import annotations

from datetime import datetime

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint, Filter, resend


class PublishedDate(Struct):
    """A moment in the parts that PHP writes it in."""

    timezone_type: int = readonly(
        doc="How `timezone` is written: 1 is an offset, 2 an abbreviation, 3 a name."
    )
    date: str = readonly(doc="Day and time in that zone, with microseconds.")
    timezone: str = readonly(doc="The zone, such as `UTC` or `+00:00`.")


class BlogPost(Resource):
    """An article. `GET /v2/blog/posts`.

    `published_date` is written as a moment and shown in parts.
    """

    id: int = readonly()
    title: str = field(required=True)
    url: str = field(doc="Its path on the storefront.")
    preview_url: str = readonly(doc="Where it can be read before it is published.")
    body: str = field(required=True, doc="Its text, in HTML.")
    tags: list[str] = field()
    summary: str = readonly(doc="How its text begins, cut by the store.")
    is_published: bool = field(
        doc="Whether shoppers can read it; a PUT that leaves it out hides the post."
    )
    published_date: PublishedDate | datetime = field(
        shown_as="published_date_iso8601", doc="Written as a moment, and shown in parts."
    )
    published_date_iso8601: str = readonly(doc="The same moment, in ISO 8601.")
    meta_description: str | None = field(doc="The description of its page, for search engines.")
    meta_keywords: str | None = field(doc="Keywords of its page, for search engines.")
    author: str | None = field()
    thumbnail_path: str | None = field(
        doc="Its picture, by the path below `/product_images/` of WebDAV."
    )

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
    post_ids: list[int] = readonly(doc="The posts that have it.")

    endpoint = Endpoint(
        path="v2/blog/tags",
        key="tag",
        verbs=("list",),
        paging="none",
    )
