"""Which rows live below which others: what the API deletes along with them.

The unit of work asks here which deletes it may leave out and which changes nobody needs any more,
the session which of its objects went with what was deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model.mapper import mapper_for
from bcorm.model.relation_facts import ToMany

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.model.resource import Resource


class Doomed:
    """Rows that are deleted, or were, and with them all that lives below them.

    A row lives below another by its path, or because it can be created inside the other, as a
    customer's address.

    Args:
        items: their objects.
    """

    def __init__(self, items: Iterable[Resource]) -> None:
        self._items: dict[Any, Resource] = {
            (type(item).endpoint.path, item.pk): item for item in items
        }
        self._models = {type(item) for item in self._items.values()}
        self._ways: dict[type[Resource], tuple[_Ways, _Ways]] = {}

    def __bool__(self) -> bool:
        return bool(self._items)

    def above(self, item: Resource) -> Resource | None:
        """Return the deleted object below which an object lives, or None."""
        owner = item._state.owner
        if owner is not None:  # its key is not among the path parameters yet
            found = self._items.get((type(owner).endpoint.path, owner.pk)) or self.above(owner)
            if found is not None:
                return found
        by_path, by_key = self.ways(type(item))
        found = self._named(by_path, item._state.parents)
        if found is None and by_key:
            wires = {name: mapper_for(type(item)).field(name).wire for _, name in by_key}
            found = self._named(
                by_key,
                {name: item.__dict__.get(name, item._state.row.get(wires[name])) for name in wires},
            )
        return found

    def keys(self, model: type[Resource]) -> list[Any]:
        """Return the keys of the rows of one model."""
        return [key for path, key in self._items if path == model.endpoint.path]

    def _named(self, ways: _Ways, values: Mapping[str, Any]) -> Resource | None:
        for model, name in ways:
            found = self._items.get((model.endpoint.path, values.get(name)))
            if found is not None:
                return found
        return None

    def ways(self, model: type[Resource]) -> tuple[_Ways, _Ways]:
        """Return what holds the key of a row above: path parameters, and foreign keys."""
        ways = self._ways.get(model)
        if ways is None:
            by_path = [
                (other, model.endpoint.placeholder_below(other.endpoint))
                for other in self._models
                if lives_below(model, other)
            ]
            by_key = [
                (other, relation.by)
                for other in self._models
                for relation in other.relations.values()
                if isinstance(relation, ToMany)
                and relation.nested
                and relation.by
                and relation.target.endpoint.path == model.endpoint.path
            ]
            ways = self._ways[model] = (by_path, by_key)
        return ways

    def sparing(self, items: Iterable[Resource]) -> list[Resource]:
        """Return the objects that live below none of them."""
        return [item for item in items if not self._items or self.above(item) is None]


_Ways = list[tuple[type[Any], str]]


def lives_below(model: type[Resource], other: type[Resource]) -> bool:
    """Whether rows of `model` have their path below that of rows of `other`."""
    return model.endpoint.path.startswith(f"{other.endpoint.path}/{{")
