"""Filling path templates such as `v3/catalog/products/{product_id}/images`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bcorm.http.message import join_path

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def names_in(template: str) -> list[str]:
    """Return the names in a template's braces, in their order."""
    return _PLACEHOLDER.findall(template)


def fill(template: str, values: Mapping[str, Any], *, partly: bool = False) -> str:
    """Put encoded values in the place of a template's braces.

    Args:
        template: a path with names in braces.
        values: by name.
        partly: leave the braces of unknown values in place.

    Raises:
        InvalidValue: a value is missing, or cannot be a path segment.
    """
    if "{" not in template:
        return template

    def put(match: re.Match[str]) -> str:
        value = values.get(match[1])
        if value is None and partly:
            return match[0]
        return join_path("", "" if value is None else value)[1:]

    return _PLACEHOLDER.sub(put, template)
