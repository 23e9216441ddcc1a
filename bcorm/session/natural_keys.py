"""Natural keys: the values by which a store tells rows apart before they have keys.

A create whose answer was lost is looked up by them (`looking`), and a row that is deleted makes
room for a new one of the same (`Work`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model.mapper import mapper_for
from bcorm.session.identity import scope_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.model.resource import Resource

# Values by which no row is found.
_NONE = (None, "")


def natural_key(item: Resource) -> dict[str, Any]:
    """Return the values by which a new object's row can be found, by field."""
    return _of_new(item, type(item).endpoint.natural_key)


def _of_new(item: Resource, names: Iterable[str]) -> dict[str, Any]:
    state = item._state
    links = state.links or {}
    found = {}
    for name in names:
        value = item.__dict__.get(name, state.parents.get(name))
        if name in links:
            value = links[name].pk
        if value not in _NONE:
            found[name] = value
    return found


def _telling(item: Resource) -> Iterable[str]:
    """Return the fields that tell a row: a natural key, or the address that users choose."""
    endpoint = type(item).endpoint
    chosen = endpoint.placeholders if endpoint.key is None and not endpoint.upserts else ()
    return endpoint.natural_key or chosen


def making_room(
    deleted: Iterable[Resource], new: Iterable[Resource]
) -> list[tuple[Resource, Resource]]:
    """Return the deleted objects whose natural keys new ones are about to take, with these.

    Those are the same if they agree in every value that both have.
    """
    taken: dict[Any, list[tuple[Resource, dict[str, Any]]]] = {}
    for item in deleted:
        key = _stored_key(item)
        for name, value in key.items():
            taken.setdefault((scope_of(item), name, value), []).append((item, key))
    if not taken:
        return []
    found: dict[tuple[int, int], tuple[Resource, Resource]] = {}
    for item in new:
        wanted = {name: _plain(value) for name, value in _of_new(item, _telling(item)).items()}
        for name, value in wanted.items():
            for other, key in taken.get((scope_of(item), name, value), ()):
                if all(key.get(word, mine) == mine for word, mine in wanted.items()):
                    found[id(other), id(item)] = (other, item)
    return list(found.values())


def _stored_key(item: Resource) -> dict[str, Any]:
    """Return a natural key as the store knows it, whatever was changed since."""
    mapper, state = mapper_for(type(item)), item._state
    found = {}
    for name in _telling(item):
        value = mapper.value(state.row, name) if name in mapper.fields else None
        value = _plain(state.parents.get(name) if value is None else value)
        if value not in _NONE:
            found[name] = value
    return found


def _plain(value: Any) -> Any:
    """Return what is compared: stores take no notice of case. Lists and the like are no names."""
    if isinstance(value, str):
        return value.casefold()
    return value if isinstance(value, (int, bool)) else None
