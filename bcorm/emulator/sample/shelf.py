"""The shelf: documents of the sample shop that are built whole and stored in bulk.

They go past the checks that requests go through; the tests hold them to the same specs. Filled by
every other module of the sample.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bcorm.emulator.schema import MISSING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.schema import Field
    from bcorm.emulator.store import Store
    from bcorm.emulator.tables import Id

_NAMESPACE = uuid.UUID("5b3b8a0e-6f0d-4b1e-9d7c-2f6f7f0a9c11")


def defaults(fields: Sequence[Field]) -> Doc:
    """What a field table says of a document that says nothing."""
    return {item.name: item.default for item in fields if item.default is not MISSING}


@dataclass
class Shelf:
    """Documents that wait to be stored in bulk, by collection."""

    store: Store
    rows: dict[str, list[tuple[Id, Id | None, Doc, Doc | None]]] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)

    def add(
        self,
        resource: Resource,
        parent: Id | None,
        values: Doc,
        key: int = 0,
        private: Doc | None = None,
    ) -> Doc:
        """Put a document on the shelf under its next id; defaults fill what it does not say."""
        name = resource.collection
        number = key or self.last.get(name, 0) + 1
        self.last[name] = max(number, self.last.get(name, 0))
        own_key: Id = number
        if resource.uuid:
            own_key = values.get(resource.key) or str(uuid.uuid5(_NAMESPACE, f"{name} {number}"))
        own = {resource.parent_field: parent} if resource.parent_field else {}
        said = {**defaults(resource.fields), **own, **values}
        order = [item.name for item in resource.fields if item.name in said]
        shown_as = resource.key if resource.uuid else "id"
        doc = {shown_as: own_key, **{name: said[name] for name in order}, **said}
        self.rows.setdefault(name, []).append((own_key, parent, doc, private))
        return doc

    def documents(self, resource: Resource) -> list[Doc]:
        """What is on the shelf of a resource."""
        return [doc for _, _, doc, _ in self.rows.get(resource.collection, ())]

    def put(self) -> None:
        """Store everything on the shelf."""
        for name, rows in self.rows.items():
            self.store.insert_many(name, rows)
            self.store.reserve(name, self.last[name])
        self.rows.clear()
