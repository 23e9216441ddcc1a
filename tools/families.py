"""Grouping operations into the resources they act on: a collection, its items, its batches."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from tools.shapes import Shape
from tools.specs import PAGING, WORDS, Operation

_LAST = re.compile(r"/\{[^}]+\}$")
_FLAG = {"0", "1", "0,1"}
SUFFIXES = {
    "": "exact", "not": "ne", "in": "in", "not_in": "not_in", "min": "gte", "max": "lte",
    "greater": "gt", "less": "lt", "like": "icontains",
}  # fmt: skip
PREFIXES = {"min_": "gte", "max_": "lte"}


@attrs.define
class Family:
    """The operations of one collection path and of its item path."""

    path: str
    item: str | None = None
    operations: list[Operation] = attrs.field(factory=list)

    def find(self, method: str, *, item: bool) -> Operation | None:
        """Return the operation of a method, on the item or on the collection."""
        wanted = self.item if item else self.path
        for operation in self.operations:
            if operation.method == method and operation.path == wanted:
                return operation
        return None

    @property
    def shown(self) -> Shape:
        """What answers show of a row."""
        shape = Shape()
        for operation in self.operations:
            if operation.method != "DELETE" and operation.answer is not None:
                shape = shape.join(operation.answer.unwrap())
        return shape

    def sent(self, *methods: str) -> Shape:
        """What bodies of these methods say of a row."""
        shape = Shape()
        for operation in self.operations:
            if operation.method in methods and operation.request is not None:
                shape = shape.join(operation.request.unwrap())
        return shape


def families(operations: Iterable[Operation]) -> dict[str, Family]:
    """Group operations by collection path."""
    found: dict[str, Family] = {}
    for operation in operations:
        collection = _LAST.sub("", operation.path)
        is_item = collection != operation.path
        family = found.setdefault(collection, Family(collection))
        if is_item:
            family.item = family.item or operation.path
        # The same item may stand under another placeholder's name.
        path = family.item if is_item and family.item else operation.path
        family.operations.append(attrs.evolve(operation, path=path))
    return found


def filters(operation: Operation) -> dict[str, set[str]]:
    """Return the lookups that a list takes, by field name."""
    suffixed = any(":" in name for name in operation.query)
    found: dict[str, set[str]] = {}
    for name in operation.query:
        if name in PAGING or name in WORDS:
            continue
        field, _, suffix = name.partition(":")
        lookup = SUFFIXES.get(suffix, "exact")
        if not suffixed and operation.path.startswith("v2/"):
            for prefix, meaning in PREFIXES.items():
                if name.startswith(prefix):
                    field, lookup = name.removeprefix(prefix), meaning
        found.setdefault(field, set()).add(lookup)
    return found
