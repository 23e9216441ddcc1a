"""The rows of a store that rows of a file mean: found by their key, or by chosen fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.lookups import SEPARATOR
from bcorm.model.mapper import mapper_for
from bcorm.model.queryset import QuerySet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.cli.rows import Key, Rows
    from bcorm.model.resource import Resource
    from bcorm.session import Session


@attrs.define
class Found:
    """What a store has of the rows that were looked for.

    Attributes:
        rows: by their keys.
        ambiguous: keys that more than one row of the store has.
    """

    rows: dict[Key, Resource] = attrs.field(factory=dict)
    ambiguous: set[Key] = attrs.field(factory=set)

    def add(self, key: Key, item: Resource) -> None:
        """Take a row of the store."""
        if self.rows.setdefault(key, item) is not item:
            self.ambiguous.add(key)


class Matcher:
    """Reads rows of one resource in as few requests as the API allows.

    Args:
        session: where they are read.
        rows: the file's.
    """

    def __init__(self, session: Session, rows: Rows) -> None:
        self._session = session
        self._model = rows.model
        self._owners, self._by = rows.owners, rows.by
        self._everything: dict[Key, Found] = {}

    def find(self, keys: Iterable[Key], names: Iterable[str]) -> Found:
        """Read the rows of these keys.

        Args:
            keys: their parents' keys and the values of `by`.
            names: the fields that will be looked at; paths into nested objects have underscores.
        """
        groups: dict[Key, list[Key]] = {}
        for key in keys:
            groups.setdefault(key[: len(self._owners)], []).append(key)
        found = Found()
        fields = mapper_for(self._model).fields
        wanted = sorted(
            name
            for name in {one.split(SEPARATOR)[0] for one in names}
            if name in fields and not fields[name].options.write_only
        )
        for owner, below in groups.items():
            one = self._below(owner, below, wanted)
            found.rows |= one.rows
            found.ambiguous |= one.ambiguous
        return found

    def _below(self, owner: Key, keys: list[Key], names: list[str]) -> Found:
        fields = tuple(dict.fromkeys((*self._by, *names)))
        parents: Mapping[str, Any] = {
            name: value
            for name, value in zip(self._owners, owner, strict=True)
            if value is not None
        }
        queryset: QuerySet[Any, ...] = QuerySet(self._model).using(self._session)
        queryset = queryset.filter(**parents).only(*fields)
        first = [key[len(owner)] for key in keys] if self._by else [None]
        if None not in first:
            chosen = {f"{self._by[0]}__in": first}
            narrow = queryset.filter(**chosen)
            if not narrow.explain().full_scan:
                return self._read(owner, narrow)
        # The API cannot pick them out: read all once rather than for each part of the file.
        if owner not in self._everything:
            self._everything[owner] = self._read(owner, queryset)
        return self._everything[owner]

    def _read(self, owner: Key, queryset: QuerySet[Any, ...]) -> Found:
        found = Found()
        for item in queryset.scan():
            found.add((*owner, *(getattr(item, name) for name in self._by)), item)
        return found
