"""All resources and routes together, as the dispatcher and the store need them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from bcorm.emulator import numerals
from bcorm.emulator.resource import Operation, Resource
from bcorm.emulator.verbs import VERBS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bcorm.emulator.context import Context, Reply
    from bcorm.emulator.tables import Collection, Id


class Registry:
    """Every resource by its path, every operation, and which collection is under which.

    Args:
        resources: the tables.
        operations: what no verb of a table covers.
        chores: what is done before every request, such as what was put off until now.
    """

    def __init__(
        self,
        resources: Iterable[Resource],
        operations: Iterable[Operation],
        chores: Iterable[Callable[[Context], None]] = (),
    ) -> None:
        self.resources = tuple(resources)
        self.chores = tuple(chores)
        self.by_path = {resource.path: resource for resource in self.resources}
        self.operations = [
            operation for resource in self.resources for operation in _operations(resource)
        ]
        self.operations += operations
        below: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for resource in self.resources:
            if resource.stored:
                continue
            if resource.parents:
                below[resource.parents[-1]].append((resource.collection, "_parent"))
            if resource.owner[0]:
                below[resource.owner[0]].append((resource.collection, "_parent"))
            for parent, column in resource.also_below:
                below[parent].append((resource.collection, column))
        self._below = dict(below)

    def below(self, collection: str) -> list[tuple[str, str]]:
        """The collections whose documents hang under this one's, and by which column."""
        return self._below.get(collection, [])

    def collections(self) -> list[Collection]:
        """The tables, views of the same data merged into one."""
        merged: dict[str, Collection] = {}
        for resource in self.resources:
            table = resource.table()
            known = merged.get(table.name)
            if known is not None:
                names = {column.name: column for column in (*table.columns, *known.columns)}
                arrays = tuple(dict.fromkeys((*known.arrays, *table.arrays)))
                table = replace(known, columns=tuple(names.values()), arrays=arrays)
            merged[table.name] = table
        return list(merged.values())

    def text_placeholders(self, path: str) -> set[str]:
        """The placeholders of a path that are not whole numbers."""
        return {
            resource.item
            for resource in self.resources
            if resource.uuid and path.startswith(resource.item_path)
        }

    def find(self, path: str) -> tuple[Resource, tuple[Id, ...]]:
        """The collection at a path, and the ids in it.

        Raises:
            KeyError: there is none.
        """
        parts = path.strip("/").split("/")
        if path.strip("/") in self.by_path:
            return self.by_path[path.strip("/")], ()
        for template, resource in self.by_path.items():
            names = template.split("/")
            if len(names) == len(parts) and all(
                name == part or name.startswith("{")
                for name, part in zip(names, parts, strict=True)
            ):
                ids = [
                    numerals.key(part)
                    for name, part in zip(names, parts, strict=True)
                    if name.startswith("{")
                ]
                return resource, tuple(ids)
        raise KeyError(path)


def _operations(resource: Resource) -> Iterable[Operation]:
    for name in resource.verbs.split():
        verb = VERBS[name]
        path = resource.path + verb.suffix.replace("item", resource.item)

        def answer(ctx: Context, act: Callable[..., Reply] = verb.handler) -> Reply:
            return act(ctx, resource)

        yield Operation(verb.method, path, answer)
