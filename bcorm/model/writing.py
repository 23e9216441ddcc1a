"""Writing many rows through a session: what `QuerySet.bulk_create`, `update` and `delete` do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from bcorm.model.mapper import mapper_for
from bcorm.model.reading import Reader
from bcorm.model.resource import Resource
from bcorm.query.templates import fill

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bcorm.model.executor import Executor
    from bcorm.query.compiler import Query

R = TypeVar("R", bound=Resource)

# How many rows tell whether a collection has stopped shrinking.
_PROBE = 20


def create(session: Executor, items: list[R]) -> list[R]:
    """Create objects, in batches."""
    session.flush(items)
    return items


def field_names(model: type[Resource], names: Iterable[str]) -> list[str]:
    """Return the fields that names stand for: themselves, or a relation's foreign key.

    Raises:
        FieldError: no such field; the nearest right name is suggested.
    """
    mapper = mapper_for(model)
    found = []
    for name in names:
        via = getattr(model.relations.get(name), "via", None)
        if name not in mapper.fields and via is None:
            raise mapper.unknown(name, model.relations)
        found.append(name if via is None else str(via))
    return found


def assign(
    session: Executor,
    items: Sequence[Resource],
    values: Mapping[str, Any],
    fields: Collection[str] | None = None,
) -> Any:
    """Set the same values on objects, and send what differs. Returns the report."""
    for item in items:
        for name, value in values.items():
            setattr(item, name, value)
    return session.flush(items, fields=fields)


def is_narrowed(query: Query) -> bool:
    """Whether a query means less than the whole of its collection."""
    return bool(query.conditions or query.exclusions or query.stop is not None or query.empty)


def delete(session: Executor, items: Sequence[Resource]) -> int:
    """Delete objects, in batches; returns how many were deleted."""
    for item in items:
        session.delete(item)
    return len(session.flush(items).saved) if items else 0


def empty(session: Executor, model: type[R], query: Query, items: Sequence[R]) -> int:
    """Delete a whole collection by its one request; returns how many of `items` are gone."""
    path = fill(model.endpoint.path, query.parents)
    key = model.endpoint.key
    keys = query if key is None else attrs.evolve(query, only=(key,), defer=())
    probe = Reader(model, attrs.evolve(keys, stop=_PROBE), session)
    before: list[R] | None = None
    while True:
        session.call("DELETE", path)
        first = probe.result().all()
        # Some collections are only emptied by the hundred, some keep a row for ever.
        if not first or first == before:
            break
        before = first
    left = {id(item) for item in Reader(model, keys, session).result().all()} if first else set()
    gone = [item for item in items if id(item) not in left]
    session.gone(gone)
    return len(gone)
