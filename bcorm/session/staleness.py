"""Whether somebody else has changed what is about to be overwritten: `commit(check=True)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import StaleObjectError
from bcorm.model.mapper import mapper_for
from bcorm.session.refreshing import current_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.model.resource import Resource
    from bcorm.session.access import StoreAccess

Update = tuple["Resource", dict[str, Any]]


def sort_out(
    session: StoreAccess, updates: list[Update]
) -> tuple[list[Update], list[tuple[Resource, StaleObjectError]]]:
    """Tell the updates that may be sent from those of objects that somebody else changed."""
    current = _versions(session, [item for item, _ in updates])
    fresh: list[Update] = []
    stale = []
    for item, body in updates:
        seen, now = current.get(id(item), (None, None))
        if seen == now:
            fresh.append((item, body))
        else:
            stale.append((item, _error(item, seen, now)))
    return fresh, stale


def _error(item: Resource, seen: Any, now: Any) -> StaleObjectError:
    told = (
        f"whether {item!r} was changed in the store cannot be told, for its "
        f"{type(item).endpoint.version_field} was not loaded"
        if seen is None
        else f"{item!r} was changed in the store at {now} (loaded: {seen})"
    )
    return StaleObjectError(f"{told}: refresh it, look at your change again, and commit")


def _versions(session: StoreAccess, instances: Iterable[Resource]) -> dict[int, tuple[Any, Any]]:
    """Read the modification date (or version) of objects, in as few requests as possible.

    Returns:
        By `id()` of the object: the version that was loaded, and the one in the store now. Objects
        of a model without such a field are absent.
    """
    groups: dict[Any, list[Resource]] = {}
    for item in instances:
        field = type(item).endpoint.version_field
        if field is not None and field in mapper_for(type(item)).fields:
            scope = tuple(item._state.parents.values())
            groups.setdefault((type(item), scope), []).append(item)
    versions = {}
    for (model, _), group in groups.items():
        wire = mapper_for(model).field(model.endpoint.version_field).wire
        rows = {id(item): row for item, row in current_rows(session, group, (wire,))}
        for item in group:
            now = rows.get(id(item), {}).get(wire)
            versions[id(item)] = (item._state.row.get(wire), now)
    return versions
