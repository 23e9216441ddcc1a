"""Rows of a file laid over the rows of a store: what would change, and what cannot be.

Nothing is written here: objects are changed and made in a session, whose plan and commit do the
rest. Rows that are what the store has leave no trace, so a file of any size needs the memory of
what it changes.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, get_args

import attrs

from bcorm.cli.matching import Matcher
from bcorm.cli.querying import identity
from bcorm.cli.values import cell, fitting, typed
from bcorm.exceptions import BcormError, FieldError
from bcorm.lookups import SEPARATOR
from bcorm.model.frames.columns import plain
from bcorm.model.mapper import mapper_for
from bcorm.model.types import Converter, Moment, Nested, Sequence, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.cli.matching import Found, Key
    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource
    from bcorm.session import Session

_CHUNK = 250
_KEPT_CHANGES = 10


@attrs.define
class Merged:
    """What came of laying a file over a store.

    Attributes:
        rows: how many rows the file has.
        changed: how many of them differ from the store's.
        created: how many the store does not have.
        ignored: columns that cannot be written, as only the API sets them.
        changes: key, field, value in the store and value in the file, of the first changes.
        problems: rows that cannot be taken as they are, by number.
    """

    rows: int = 0
    changed: int = 0
    created: int = 0
    ignored: set[str] = attrs.field(factory=set)
    changes: list[tuple[str, str, str, str]] = attrs.field(factory=list)
    problems: list[str] = attrs.field(factory=list)


class Merger:
    """Lays rows over one resource of a store.

    Args:
        session: where objects are changed and made.
        model: the resource.
        by: the fields that identify a row; what the API identifies it by, if none are named.
        texts: whether the values are texts, as a CSV file has them.

    Raises:
        FieldError: one of `by` is no field.
        click.UsageError: none are named, and the API identifies rows by none.
    """

    def __init__(
        self, session: Session, model: type[Resource], by: tuple[str, ...], *, texts: bool
    ) -> None:
        self.session = session
        self.model = model
        self._mapper = mapper_for(model)
        self._by = by or identity(model)
        for name in self._by:
            self._mapper.field(name)
        # Rows that the API numbers itself, or has one of, cannot be created by being in a file.
        self._by_key = self._by in ((model.endpoint.key,), ())
        self._texts = texts
        self._matcher = Matcher(session, model, self._by)
        self._owners = self._matcher.owners
        self._seen: dict[Key, int] = {}
        self.result = Merged()

    def merge(self, rows: Iterable[Mapping[str, Any]]) -> Merged:
        """Lay rows over the store's, reading these in as few requests as the API allows.

        Raises:
            FieldError: a column is no field; nothing was read.
        """
        numbered = enumerate(rows, 1)
        while part := list(islice(numbered, _CHUNK)):
            self._merge(part)
        return self.result

    def _merge(self, part: list[tuple[int, Mapping[str, Any]]]) -> None:
        ready: list[tuple[int, Key, dict[str, Any]]] = []
        for number, row in part:
            self.result.rows += 1
            try:
                values = {name: self._value(name, value) for name, value in row.items()}
                ready.append((number, self._key(number, values), values))
            except ValueError as error:
                if isinstance(error, FieldError):
                    raise
                self.result.problems.append(f"row {number}: {error}")
        names = {name for _, _, values in ready for name in values}
        found = self._matcher.find([key for _, key, _ in ready], names)
        for number, key, values in ready:
            try:
                self._lay(key, values, found)
            except (BcormError, ValueError) as error:
                self.result.problems.append(f"row {number}: {error}")

    def _mapped(self, name: str) -> tuple[MappedField | None, Converter]:
        """Return the first field of a column's path, and the converter of its last."""
        if name in self._owners:
            return None, Converter()
        first, *rest = name.split(SEPARATOR)
        mapped = self._mapper.field(first)
        converter = mapped.converter
        for word in rest:
            if not isinstance(converter, Nested):
                raise self._mapper.unknown(name)
            converter = mapper_for(converter.struct, converter.version).field(word).converter
        return mapped, converter

    def _value(self, name: str, value: Any) -> Any:
        _, converter = self._mapped(name)
        if value is None:
            return None
        try:
            if self._texts:
                return typed(converter, value)
            return fitting(converter, value)
        except (TypeError, ValueError):
            raise ValueError(f"{name}: {value!r:.60} is not {converter.expected}") from None

    def _key(self, number: int, values: Mapping[str, Any]) -> Key:
        parts = []
        for name in (*self._owners, *self._by):
            value = values.get(name)
            if value is None and name not in self.model.endpoint.scope:
                raise ValueError(f"it has no {name}, which says which row is meant")
            _, converter = self._mapped(name)
            try:
                parts.append(None if value is None else converter.coerce(value))
                hash(parts[-1])
            except (TypeError, ValueError):
                raise ValueError(f"{name}: {value!r:.60} is not {converter.expected}") from None
        key = tuple(parts)
        earlier = self._seen.setdefault(key, number)
        if earlier != number:
            raise ValueError(f"it is the same row as row {earlier}")
        return key

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
            names = [name for name in values if name not in (*self._owners, *self._by)]
            touched = [self._change(item, name, values[name], key) for name in names]
            self.result.changed += any(touched)
            del self.result.changes[_KEPT_CHANGES:]

    def _create(self, values: dict[str, Any], why: str) -> None:
        given: dict[str, Any] = {}
        for name, value in values.items():
            mapped, _ = self._mapped(name)
            if mapped is not None and mapped.options.readonly and name not in self._owners:
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
                given[name] = _settable(self._mapper.fields[name].converter, value)
        self.session.add(self.model(**given))
        self.result.created += 1

    def _change(self, item: Resource, name: str, value: Any, key: Key) -> bool:
        """Set one value if it differs; whether it does."""
        mapped, converter = self._mapped(name)
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
        first, *rest = name.split(SEPARATOR)
        owner: Any = item
        for word in (first, *rest)[:-1]:
            owner = getattr(owner, word)
        last = (first, *rest)[-1]
        current = None if owner is None else plain(converter, getattr(owner, last))
        if self._same(converter, current, value):
            return False
        if value is None and not self._texts and not self._may_be_nothing(name):
            raise ValueError(f"{name}: it has no value, and the store's is {cell(current)!r:.60}")
        if owner is None:
            whole: dict[str, Any] = {}
            _put(whole, [first, *rest], value)
            setattr(item, first, whole[first])
        else:
            empty = "" if self._texts and isinstance(converter, Text) else None
            setattr(owner, last, empty if value is None else _settable(converter, value))
        shown = (cell(key[-1]), name, cell(current), cell(value))
        self.result.changes.append(shown)
        return True

    def _may_be_nothing(self, name: str) -> bool:
        """Say whether the API has null for a field."""
        mapper = self._mapper
        *path, last = name.split(SEPARATOR)
        for word in path:
            converter = mapper.field(word).converter
            assert isinstance(converter, Nested)
            mapper = mapper_for(converter.struct, converter.version)
        annotation = mapper.field(last).annotation
        return annotation is Any or type(None) in get_args(annotation)

    def _same(self, converter: Converter, current: Any, value: Any) -> bool:
        if value is None and self._texts:
            # An empty cell of a CSV file clears a text; of everything else it says nothing.
            return not (isinstance(converter, Text) and current)
        if value is None or current is None or value == current:
            return bool(value == current)
        if isinstance(converter, (Nested, Sequence)):
            return bool(_settable(converter, value) == _settable(converter, current))
        try:
            value = converter.coerce(value)
        except (TypeError, ValueError):
            return False  # setting it will say what is wrong with it
        if isinstance(converter, Moment):
            return bool(converter.dump(value) == converter.dump(current))
        return bool(value == current)


def _put(values: dict[str, Any], path: list[str], value: Any) -> None:
    """Put a value below the words of a path."""
    for word in path[:-1]:
        values = values.setdefault(word, {})
    values[path[-1]] = value


def _settable(converter: Converter, value: Any) -> Any:
    """Leave out of nested objects what only the API sets, and what says nothing."""
    if isinstance(converter, Nested) and isinstance(value, dict):
        inner = mapper_for(converter.struct, converter.version).fields
        return {
            name: _settable(inner[name].converter, part)
            for name, part in value.items()
            if part is not None and name in inner and not inner[name].options.readonly
        }
    if isinstance(converter, Sequence) and isinstance(value, list):
        return [_settable(converter.item, item) for item in value]
    return value
