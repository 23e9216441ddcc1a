"""Which pictures of two stores are the same: what a store fetches keeps its name, and gets more.

A store that fetches `mug__12.jpg` serves it as `mug__12__98.1280.1280.jpg`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST = 255
"""Characters of an address that the store fetches a picture from."""

# What a store puts behind a file's name: the size that is served, and a number of its own.
_SIZE = re.compile(r"\.\d+\.\d+$")
_OWN = re.compile(r"(?:\.\d+\.\d+|__\d+)$")


def distance(one: str, other: str) -> int | None:
    """Return how many names are between two pictures' addresses; None if they are two pictures.

    A store that fetches `mug__12.1280.1280.jpg` serves it as `mug__12.1280.1280__98.1280.1280.jpg`.
    """
    if one == other:
        return 0
    here, there = list(_names(one)), list(_names(other))
    if not here or not there:
        return None
    steps = [names.index(full) for names, full in ((here, there[0]), (there, here[0]))
             if full in names]  # fmt: skip
    return min(steps) if steps else None


def fetched_from(image: Mapping[str, Any]) -> str | None:
    """Return the address of a product's picture that another store can fetch it from."""
    addresses = (image.get(name) for name in ("url_zoom", "url_standard"))
    return next((one for one in addresses if one and len(one) <= LONGEST), None)


def is_same_picture(one: object, other: object) -> bool:
    """Say whether two addresses are of one picture, by its file's name."""
    if not (isinstance(one, str) and isinstance(other, str)):
        return one is other
    return distance(one, other) is not None


def _names(address: str) -> Iterator[str]:
    """Yield the names that a file may have had, the present one first."""
    name = unquote(urlsplit(address).path).rpartition("/")[2]
    stem = _SIZE.sub("", name.rpartition(".")[0] or name).casefold()
    while stem:
        yield stem
        shorter = _OWN.sub("", stem)
        if shorter == stem:
            return
        stem = shorter
