"""The rows of a store that rows of a file mean: found by their key, or by chosen fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.cli.rows import folded
from bcorm.lookups import SEPARATOR
from bcorm.model.mapper import mapper_for
from bcorm.model.queryset import QuerySet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bcorm.cli.rows import Key, Rows
    from bcorm.model.resource import Resource
    from bcorm.session import Session

CHUNK = 250
"""Rows of a file that are laid over the store at a time."""

# Parts of a file for which it is not worth while to ask how long the store's list is.
_FEW = 3


@attrs.define
class Found:
    """What a store has of the rows that were looked for, by keys as stores compare them."""

    rows: dict[Key, list[tuple[Key, Resource]]] = attrs.field(factory=dict)

    def add(self, key: Key, item: Resource) -> None:
        """Take a row of the store."""
        self.rows.setdefault(folded(key), []).append((key, item))

    def of(self, key: Key) -> list[Resource]:
        """Return the rows of a key: those that are spelled like it, if there are any."""
        alike = self.rows.get(folded(key), [])
        same = [item for spelled, item in alike if spelled == key]
        return same or [item for _, item in alike]


class _Stream:
    """All rows below a parent, read as far as they are asked for, and each handed out once.

    A file in the store's order needs the memory of a page.
    """

    def __init__(self, rows: Iterator[tuple[Key, Resource]]) -> None:
        self._rows = rows
        self._held = Found()

    def take(self, keys: Iterable[Key]) -> Found:
        """Return the rows of these keys, which nobody asks for again."""
        found = Found()
        missing = set()
        for key in map(folded, keys):
            rows = self._held.rows.pop(key, None)
            if rows is None:
                missing.add(key)
            else:
                found.rows[key] = rows
        while missing and (one := next(self._rows, None)) is not None:
            key = folded(one[0])
            if key in missing:
                missing.discard(key)
                found.add(*one)
            else:
                self._held.add(*one)
        return found


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
        self._source = rows.source
        self._everything: dict[Key, Found] = {}
        self._streams: dict[Key, _Stream] = {}
        self._chunks = 0

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
        self._chunks += 1
        for owner, below in groups.items():
            found.rows |= self._below(owner, below, wanted).rows
        return found

    def _below(self, owner: Key, keys: list[Key], names: list[str]) -> Found:
        if owner in self._streams:
            return self._streams[owner].take(keys)
        fields = tuple(dict.fromkeys((*self._by, *names)))
        parents: Mapping[str, Any] = {
            name: value
            for name, value in zip(self._owners, owner, strict=True)
            if value is not None
        }
        queryset: QuerySet[Any] = QuerySet(self._model).using(self._session)
        queryset = queryset.filter(**parents).only(*fields)
        first = [key[len(owner)] for key in keys] if self._by else [None]
        if None not in first:
            chosen = {f"{self._by[0]}__in": first}
            narrow = queryset.filter(**chosen)
            if not narrow.explain().full_scan and not self._is_long(queryset):
                found = self._read(owner, narrow)
                missing = [key[len(owner)] for key in keys if folded(key) not in found.rows]
                # Stores keep one of `Bob` and `bob`, but may pick rows by how a key is spelled.
                spelled = {other for text in missing for other in _spellings(text)}
                if spelled:
                    again = queryset.filter(**{f"{self._by[0]}__in": sorted(spelled)})
                    found.rows |= self._read(owner, again).rows
                return found
        if self._are_unique:
            self._streams[owner] = _Stream(self._pairs(owner, queryset))
            return self._streams[owner].take(keys)
        # The API cannot pick them out: read all once rather than for each part of the file.
        if owner not in self._everything:
            self._everything[owner] = self._read(owner, queryset)
        return self._everything[owner]

    def _is_long(self, queryset: QuerySet[Any]) -> bool:
        """Say whether the file has more parts than the store has pages, so that these are fewer."""
        if self._chunks > 1 or not self._are_unique:
            return False
        parts = -(-self._source.estimate() // CHUNK)
        # To ask how many rows the store has is a request, too.
        return parts > _FEW and queryset.count() <= CHUNK * (parts - 1)

    @property
    def _are_unique(self) -> bool:
        """Whether the store has each value of the key once."""
        endpoint = self._model.endpoint
        return self._by in ((endpoint.key,), ("sku",)) or (
            len(self._by) == 1 and self._by == endpoint.natural_key
        )

    def _pairs(self, owner: Key, queryset: QuerySet[Any]) -> Iterator[tuple[Key, Resource]]:
        for item in queryset.scan().iterator():
            yield (*owner, *(getattr(item, name) for name in self._by)), item

    def _read(self, owner: Key, queryset: QuerySet[Any]) -> Found:
        found = Found()
        for key, item in self._pairs(owner, queryset):
            found.add(key, item)
        return found


def _spellings(text: Any) -> set[str]:
    """Return other cases of a text; a key that is none has no others."""
    if not isinstance(text, str):
        return set()
    return {text.upper(), text.lower(), text.title(), text.capitalize()} - {text}
