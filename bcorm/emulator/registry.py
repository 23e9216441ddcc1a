"""All collections together: by their path, and which is under which."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from bcorm.emulator import numerals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.emulator.resource import Resource
    from bcorm.emulator.tables import Collection, Id


class Registry:
    """Every resource by its path, and which collection is under which."""

    def __init__(self, resources: Iterable[Resource]) -> None:
        self.resources = tuple(resources)
        self.by_path = {resource.path: resource for resource in self.resources}
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

    @cached_property
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
