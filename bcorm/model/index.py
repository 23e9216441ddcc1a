"""Which resource classes there are: those that are loaded, and those of bcorm itself.

A name in a file leads to one of these, or to none: no module is imported because a file names it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bcorm.model.resource import Resource

if TYPE_CHECKING:
    from collections.abc import Iterator

# The public surfaces, which load a class when it is asked for.
_SURFACES = ("bcorm", "bcorm.v2")


def name_of(model: type[Resource]) -> str:
    """Return the name by which a class is found again."""
    return f"{model.__module__}:{model.__qualname__}"


def find(name: str) -> type[Resource] | None:
    """Return the class of a name, or None; of several loaded ones, the one that was made last.

    Args:
        name: what `name_of` gave, perhaps in another process.
    """
    loaded = [model for model in _below(Resource) if name_of(model) == name]
    if loaded:
        return loaded[-1]
    title = name.partition(":")[2]
    for surface in map(import_module, _SURFACES):
        found: Any = getattr(surface, title, None) if title in dir(surface) else None
        if isinstance(found, type) and issubclass(found, Resource) and name_of(found) == name:
            return found
    return None


def _below(model: type[Any]) -> Iterator[type[Any]]:
    for child in model.__subclasses__():
        yield child
        yield from _below(child)
