"""Rows of a file laid over the rows of a store: what would change, and what cannot be.

Nothing is written here: objects are changed and made in a session, whose plan and commit do the
rest. Rows that are what the store has leave no trace, so a file of any size needs the memory of
what it changes.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.cli.matching import Matcher
from bcorm.cli.values import cell, same, settable
from bcorm.exceptions import BcormError
from bcorm.http.credentials import MASK
from bcorm.lookups import SEPARATOR
from bcorm.model.frames.columns import plain
from bcorm.model.mapper import mapper_for
from bcorm.model.masking import is_secret
from bcorm.model.types import Converter, Nested, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.cli.matching import Found
    from bcorm.cli.rows import Key, Rows
    from bcorm.model.resource import Resource
    from bcorm.session import Session

_CHUNK = 250
_KEPT_CHANGES = 10


@attrs.define
class Merged:
    """What came of laying a file over a store.

    Attributes:
        changed: how many rows differ from the store's.
        created: how many rows the store does not have.
        ignored: columns that cannot be written, as only the API sets them.
        changes: key, field, value in the store and value in the file, of the first changes.
    """

    changed: int = 0
    created: int = 0
    ignored: set[str] = attrs.field(factory=set)
    changes: list[tuple[str, str, str, str]] = attrs.field(factory=list)


class Merger:
    """Lays rows over one resource of a store.

    Args:
        session: where objects are changed and made.
        rows: the file's.
    """

    def __init__(self, session: Session, rows: Rows) -> None:
        self.session = session
        self.rows = rows
        self.model = rows.model
        self._mapper = rows.mapper
        self._texts = rows.form == "csv"
        # Rows that the API numbers itself, or has one of, cannot be created by being in a file.
        self._by_key = rows.by in ((self.model.endpoint.key,), ())
        self._matcher = Matcher(session, rows)
        self.result = Merged()

    def merge(self, rows: Iterable[Mapping[str, Any]]) -> Merged:
        """Lay rows over the store's, reading these in as few requests as the API allows.

        Raises:
            FieldError: a column is no field; nothing was read.
        """
        ready = self.rows.read(rows)
        while part := list(islice(ready, _CHUNK)):
            self._merge(part)
        return self.result

    def _merge(self, part: list[tuple[int, Key, dict[str, Any]]]) -> None:
        names = {name for _, _, values in part for name in values}
        found = self._matcher.find([key for _, key, _ in part], names)
        for number, key, values in part:
            try:
                self._lay(key, values, found)
            except (BcormError, ValueError) as error:
                self.rows.problem(number, error)

    def _lay(self, key: Key, values: dict[str, Any], found: Found) -> None:
        item = found.rows.get(key)
        name = self.model.__name__
        told = " ".join(repr(part) for part in key)
        if key in found.ambiguous:
            raise ValueError(f"the store has more than one {name} {told}")
        if item is None and self._by_key:
            raise ValueError(f"the store has no {name} {told}")
        if item is None:
            self._create(values, f"the store has no {name} {told}")
        else:
            names = [
                name for name in values if name not in self.rows.names and self._is_field(name)
            ]
            touched = [self._change(item, name, values[name], key) for name in names]
            self.result.changed += any(touched)
            del self.result.changes[_KEPT_CHANGES:]

    def _is_field(self, name: str) -> bool:
        """Say whether a column is a field rather than a parent's key."""
        return self.rows.mapped(name)[0] is not None

    def _create(self, values: dict[str, Any], why: str) -> None:
        given: dict[str, Any] = {}
        owners = self.model.endpoint.owners
        for name, value in values.items():
            mapped, _ = self.rows.mapped(name)
            if mapped is not None and mapped.options.readonly and name not in owners:
                self.result.ignored.add(name)
            elif value is not None:
                _put(given, name.split(SEPARATOR), value)
        missing = [
            name
            for name, mapped in self._mapper.fields.items()
            if mapped.options.required and name not in given
        ]
        if missing:
            raise ValueError(f"{why}, and a new one needs {', '.join(missing)}")
        for name, value in given.items():
            if name in self._mapper.fields:
                given[name] = settable(self._mapper.fields[name].converter, value)
        self.session.add(self.model(**given))
        self.result.created += 1

    def _change(self, item: Resource, name: str, value: Any, key: Key) -> bool:
        """Set one value if it differs; whether it does."""
        mapped, converter = self.rows.mapped(name)
        assert mapped is not None
        options = mapped.options
        if options.readonly or options.create_only:
            self.result.ignored.add(name)
            return False
        if isinstance(converter, Nested) and isinstance(value, dict):
            inner = mapper_for(converter.struct, converter.version).fields
            parts = [
                self._change(item, f"{name}{SEPARATOR}{word}", part, key)
                for word, part in value.items()
                if word in inner and not inner[word].options.readonly
            ]
            return any(parts)
        path = name.split(SEPARATOR)
        owner: Any = item
        while len(path) > 1 and getattr(owner, path[0]) is not None:
            owner = getattr(owner, path.pop(0))
        first, *rest = path
        # What the API never shows is written whenever the file says it.
        unseen = rest or options.write_only
        current = None if unseen else plain(converter, getattr(owner, first))
        if self._same(converter, current, value):
            return False
        if value is None and not self._texts and not self._may_be_nothing(name):
            raise ValueError(f"{name}: it has no value, and the store's is {cell(current)!r:.60}")
        if rest:
            whole: dict[str, Any] = {}
            _put(whole, path, value)
            setattr(owner, first, whole[first])
        else:
            empty = "" if self._texts and isinstance(converter, Text) else None
            setattr(owner, first, empty if value is None else settable(converter, value))
        told = (MASK, MASK) if is_secret(self.model, name) else (cell(current), cell(value))
        shown = (cell(key[-1]), name, *told)
        self.result.changes.append(shown)
        return True

    def _may_be_nothing(self, name: str) -> bool:
        """Say whether the API has null for a field."""
        return self._mapper.along(name.split(SEPARATOR))[-1].nullable

    def _same(self, converter: Converter, current: Any, value: Any) -> bool:
        if value is None and self._texts:
            # An empty cell of a CSV file clears a text; of everything else it says nothing.
            return not (isinstance(converter, Text) and current)
        return same(converter, current, value)


def _put(values: dict[str, Any], path: list[str], value: Any) -> None:
    """Put a value below the words of a path."""
    for word in path[:-1]:
        values = values.setdefault(word, {})
    values[path[-1]] = value
