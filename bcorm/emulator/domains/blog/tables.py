"""The blog (`store_content.v2.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.blog import behaviour
from bcorm.emulator.operations import Operation
from bcorm.emulator.resource import Filter, Hooks, Resource, Unique, filters
from bcorm.emulator.schema import (
    Field,
    boolean,
    integer,
    mail_date,
    moment,
    readonly,
    string,
    strings,
)

POST_FIELDS: tuple[Field, ...] = (
    *readonly(integer("id")),
    string("title", required="post put", shortest=1),
    string("url"),
    *readonly(string("preview_url")),
    string("body", required="post put"),
    strings("tags", []),
    *readonly(string("summary", "")),
    boolean("is_published", False),
    # Written as a moment, shown in parts.
    mail_date("published_date", write_only=True),
    *readonly(moment("published_date_iso8601")),
    string("meta_description", "", nullable=True),
    string("meta_keywords", "", nullable=True),
    string("author", "", nullable=True),
    string("thumbnail_path", "", nullable=True),
)

POST = Resource(
    path="v2/blog/posts",
    noun="blog post",
    fields=POST_FIELDS,
    verbs="list count create get update delete delete_all",
    filters=(
        *filters("is_published url", POST_FIELDS),
        Filter("tag", condition=behaviour.with_tag),
        Filter("published_date", "published_date_iso8601", kind="datetime"),
    ),
    arrays=("tags",),
    order='t."published_date_iso8601" DESC, t._id DESC',
    empty=204,
    present=behaviour.show,
    unique=(Unique("url", "The field 'url' is invalid."),),
    hooks=Hooks(behaviour.prepare),
)

RESOURCES = (POST,)
OPERATIONS = (Operation("GET", "v2/blog/tags", behaviour.list_tags),)
