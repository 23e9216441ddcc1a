"""Blog posts."""

from __future__ import annotations

from .base import (
    CollectionDeleteableApiResource,
    CountableApiResource,
    CreateableApiResource,
    DeleteableApiResource,
    ListableApiResource,
    UpdateableApiResource,
)

__all__ = ["BlogPosts"]


class BlogPosts(
    ListableApiResource,
    CreateableApiResource,
    UpdateableApiResource,
    DeleteableApiResource,
    CountableApiResource,
    CollectionDeleteableApiResource,
):
    """`/v2/blog/posts`."""

    resource_name = "blog/posts"
