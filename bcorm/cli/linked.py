"""Rows below others: of the whole store, and beside those that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import click

from bcorm.cli.naming import plural
from bcorm.cli.querying import is_listable, selected
from bcorm.model import many
from bcorm.model.frames.columns import Column, Related, columns_of, plain
from bcorm.model.queryset import QuerySet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcorm.cli.stores import Opened
    from bcorm.model.resource import Resource

    Keys = dict[str, Any]


@attrs.frozen
class Below:
    """A relation whose rows are a table of their own.

    Attributes:
        name: the relation's.
        model: what its rows are.
        key: the column that has the key of the row above.
        columns: of the table; the keys of the rows above are among them.
        include: the word that brings the rows along, if it costs no smaller pages.
    """

    name: str
    model: type[Resource]
    key: str
    columns: list[Column]
    include: str | None


def below(model: type[Resource], name: str) -> Below:
    """Return a relation of a resource.

    Raises:
        click.UsageError: it has none of that name that has rows of its own.
    """
    relations = {
        one.replace("-", "_"): relation
        for one, relation in model.relations.items()
        if isinstance(relation, many)
    }
    relation = relations.get(name.replace("-", "_"))
    if relation is None:
        known = ", ".join(sorted(relations)) or "none"
        raise click.UsageError(f"{plural(model.__name__)} have no {name!r}; there are: {known}")
    target: Any = relation.target
    endpoint = target.endpoint
    parents = len(model.endpoint.placeholders)
    own = endpoint.placeholders[parents:]
    columns = columns_of(QuerySet(target), (), flatten=False)
    key = own[0] if own else f"{model.__name__.lower()}_id"
    if key not in {column.name for column in columns}:
        columns.insert(0, Column(key, (key,), _key_converter(model), parent=True))
    include = relation.include if relation.include not in model.endpoint.page_caps else None
    return Below(name.replace("-", "_"), target, key, columns, include)


def _key_converter(model: type[Resource]) -> Any:
    (column,) = columns_of(QuerySet(model), (model.endpoint.key or "id",), flatten=False)
    return column.converter


def is_below(model: type[Resource], lookups: tuple[str, ...]) -> bool:
    """Say whether rows have no list of their own, and nothing says below which others they are."""
    widest = model.endpoint
    while widest.everywhere is not None:
        widest = widest.everywhere
    return bool(widest.placeholders) and not lookups


def path_to(model: type[Resource]) -> tuple[type[Resource], list[str]]:
    """Return the resource with a list of its own above others, and the relations down to these.

    Raises:
        click.UsageError: there is none.
    """
    names: list[str] = []
    above = model
    while is_below(above, ()):
        found = _above(above)
        if found is None:
            needed = ", ".join(above.endpoint.owners)
            raise click.UsageError(
                f"the API lists {plural(model.__name__)} below others only: --where names {needed}"
            )
        above, name = found
        names.insert(0, name)
    if not is_listable(above):
        raise click.UsageError(f"the API does not list {plural(above.__name__)}")
    return above, names


def _above(model: type[Resource]) -> tuple[type[Resource], str] | None:
    for relation in model.relations.values():
        if relation.parent:
            target: Any = relation.target
            for name, one in target.relations.items():
                if isinstance(one, many) and one.target is model:
                    return target, name
    return None


def objects(
    store: Opened, model: type[Resource], told: Callable[[Resource], object]
) -> Iterator[tuple[Keys, Resource]]:
    """Yield the rows of the whole store that are listed below others, with the keys of these.

    `told` is called with each row that they are below.
    """
    above, names = path_to(model)
    root, steps = above, []
    for name in names:
        steps.append(below(above, name))
        above = steps[-1].model
    includes = (steps[0].include,) if steps and steps[0].include else ()
    for item in selected(store, root, ()).include(*includes).iterator():
        told(item)
        yield from _down({}, item, steps)


def _down(keys: Keys, item: Resource, steps: list[Below]) -> Iterator[tuple[Keys, Resource]]:
    if not steps:
        yield keys, item
        return
    first, *rest = steps
    for child in getattr(item, first.name):
        yield from _down({**keys, first.key: item.pk}, child, rest)


def row_of(columns: list[Column], item: Resource, keys: Keys) -> list[Any]:
    """Return the values of an object, as `records` yields those of a row."""
    return [_value(column, item, keys) for column in columns]


def _value(column: Column, item: Any, keys: Keys) -> Any:
    if column.parent:
        return keys.get(column.name, getattr(item, column.name, None))
    if isinstance(column.converter, Related):
        return None
    for word in column.path:
        item = getattr(item, word, None)
    return plain(column.converter, item)
