"""What a to-many relation holds as far as it is known, without asking the store.

Called by the relation's set, and by `many` before it loads anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model.conditions import Matcher, sort_rows
from bcorm.model.mapper import mapper_for
from bcorm.model.memory import added, age, remember
from bcorm.model.reading import query_of
from bcorm.model.state import Phase
from bcorm.query.parameters import Clause, Condition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.model.executor import Executor
    from bcorm.model.relation_facts import ToMany
    from bcorm.model.resource import Resource
    from bcorm.query.compiler import Query


def related_query(parent: Resource, relation: ToMany) -> Query:
    """Return the query of a `many` relation of one parent."""
    target = relation.target
    key = parent.pk
    if relation.ids is not None:
        keys = keys_of(parent, relation)
        condition = Condition((target.endpoint.key or "id",), "in", list(keys))
        return query_of(target, conditions=(condition,), empty=not keys)
    if key is None and not type(parent).endpoint.singleton:
        return query_of(target, empty=True)
    if relation.by is not None:
        condition = Condition((relation.by,), "exact", key)
        return query_of(target, conditions=(condition,))
    return query_of(target, parents=path_below(parent, relation))


def path_below(parent: Resource, relation: ToMany) -> dict[str, Any]:
    """Return the path parameters of a parent's children."""
    placeholders = relation.target.endpoint.placeholders
    above: Mapping[str, Any] = parent._state.parents
    if type(parent).endpoint.singleton or not placeholders:
        return dict(above)
    name = relation.target.endpoint.placeholder_below(type(parent).endpoint)
    return {**above, name: parent.pk}


def keys_of(parent: Resource, relation: ToMany) -> list[Any]:
    """Return the keys in the list by which a parent names its children."""
    keys = getattr(parent, relation.ids or "")
    return [key for key in keys if isinstance(key, (int, str))] if isinstance(keys, list) else []


def known(parent: Resource, relation: ToMany) -> list[Any] | None:
    """Return the children that were loaded, or that came along with the parent's row."""
    state = parent._state
    if relation.ids is not None:
        return _known_by_keys(parent, relation)
    if state.related is not None and relation.name in state.related:
        loaded: list[Any] = state.related[relation.name]
        return loaded
    embedded = state.row.get(relation.include) if relation.include else None
    if not isinstance(embedded, list) or state.session is None:
        return None
    if relation.include_cap is not None and len(embedded) >= relation.include_cap:
        return None
    asked = age(state, relation.include or "")
    return take_in(parent, relation, embedded, state.session, asked)


def _known_by_keys(parent: Resource, relation: ToMany) -> list[Any] | None:
    """Return the objects that a list of keys names, in its order, if all of them are known."""
    table = dict((parent._state.related or {}).get(relation.name, ()))
    table.update((item.pk, item) for item in added(parent, relation))
    keys = keys_of(parent, relation)
    if not all(key in table for key in keys):
        return None
    return [table[key] for key in keys if table[key] is not None]


def take_in(
    parent: Resource, relation: ToMany, rows: list[Any], session: Executor, asked: int
) -> list[Any]:
    """Make children of rows that were asked for at a moment, and remember them."""
    below = None if relation.by or relation.ids else path_below(parent, relation)
    objects: list[Any] = session.materialize(relation.target, rows, below, None, asked=asked)
    # Those that were deleted since are no objects of the session any more.
    remember(parent, relation.name, objects, asked)
    return objects


def is_plain(query: Query, base: Query) -> bool:
    """Whether a refined relation asks for no less than the whole relation.

    Conditions count as plain where the endpoint could not apply them anyway.
    """
    if query.start or query.stop is not None or query.include or query.only or query.defer:
        return False
    added = query.conditions[len(base.conditions) :] or query.unions
    return not (added and query.endpoint.filters)


def evaluable(model: type[Resource], query: Query) -> bool:
    """Whether all that a query says of its rows can be told from the rows."""
    fields = mapper_for(model).fields
    return all(
        item.path[0] in fields
        for item in Clause(query.conditions, query.exclusions, query.unions).leaves()
    )


def select(model: type[Resource], loaded: list[Any], query: Query, relation: ToMany) -> list[Any]:
    """Apply a refined relation's conditions, order and slice to its children."""
    base = 0 if relation.ids is None and relation.by is None else 1
    mapper = mapper_for(model)
    matcher = Matcher(mapper, query.conditions[base:], query.exclusions, query.unions)
    alive = [item for item in loaded if item._state.phase is not Phase.DELETED]
    if matcher:
        alive = [item for item in alive if matcher(current(item))]
    if query.order:
        rows = [current(item) for item in alive]
        by_row = {id(row): item for row, item in zip(rows, alive, strict=True)}
        alive = [by_row[id(row)] for row in sort_rows(mapper, rows, query.order)]
    if query.backwards:
        alive.reverse()
    return alive[query.start : query.stop]


def current(item: Resource) -> dict[str, Any]:
    """Return a child's row; for one that was never saved, what it would be."""
    row: dict[str, Any] = item._state.row
    if row:
        return row
    mapper = mapper_for(type(item))
    return {
        mapped.wire: mapped.converter.dump(item.__dict__[name])
        for name, mapped in mapper.fields.items()
        if item.__dict__.get(name) is not None
    }
