"""Which rows live below which others: what the API deletes along with them.

The unit of work asks here which deletes it may leave out and which changes nobody needs any more,
the session which of its objects went with what was deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.model.resource import Resource


class Doomed:
    """Rows that are deleted, or were, and with them all that lives below them.

    Args:
        items: their objects.
    """

    def __init__(self, items: Iterable[Resource]) -> None:
        self._items: dict[Any, Resource] = {(type(item), item.pk): item for item in items}
        self._models = {model for model, _ in self._items}

    def __bool__(self) -> bool:
        return bool(self._items)

    def above(self, item: Resource) -> Resource | None:
        """Return the deleted object below which an object lives, or None."""
        owner = item._state.owner
        if owner is not None:  # its key is not among the path parameters yet
            found = self._items.get((type(owner), owner.pk)) or self.above(owner)
            if found is not None:
                return found
        endpoint, parents = type(item).endpoint, item._state.parents
        for model in self._models:
            if lives_below(type(item), model):
                key = parents.get(endpoint.placeholder_below(model.endpoint))
                found = self._items.get((model, key))
                if found is not None:
                    return found
        return None

    def sparing(self, items: Iterable[Resource]) -> list[Resource]:
        """Return the objects that live below none of them."""
        return [item for item in items if not self._items or self.above(item) is None]


def lives_below(model: type[Resource], other: type[Resource]) -> bool:
    """Whether rows of `model` have their path below that of rows of `other`."""
    return model.endpoint.path.startswith(f"{other.endpoint.path}/{{")
