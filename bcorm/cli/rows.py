"""Rows of a file as values of a resource's fields, and the key by which each is known.

`bcorm import` lays them over a store and `bcorm diff` compares them with one: read here, a file
says the same to both.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import attrs
import click

from bcorm.cli import console
from bcorm.cli.moving import Mover, Unmapped
from bcorm.cli.numbers import Notation, TwoReadings
from bcorm.cli.values import fitting, typed, unquoted
from bcorm.exceptions import FieldError
from bcorm.http.credentials import MASK
from bcorm.lookups import SEPARATOR
from bcorm.model.frames.columns import columns_of
from bcorm.model.mapper import mapper_for
from bcorm.model.masking import is_secret
from bcorm.model.queryset import QuerySet
from bcorm.model.types import Bounded, Text
from bcorm.moving.known_by import STORE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bcorm.cli.sources import Source
    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource
    from bcorm.model.types import Converter
    from bcorm.session import Session

Key = tuple[Any, ...]
"""What a row is known by: its parents' keys, and the values of the fields that identify it."""

_SHOWN = 10
# Rows whose references are mapped at a time.
_MOVED = 250
# Texts of a column whose values are kept.
_REMEMBERED = 500


def key_fields(
    model: type[Resource], by: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts of a key: what has to be said before rows can be read, and the fields.

    Args:
        model: the resource.
        by: the fields that identify a row, parents' keys among them or not.
    """
    widest = model.endpoint
    # A list of all rows is of use if these say, at least in part, whose they are.
    if not mapper_for(model).fields.keys().isdisjoint(widest.owners):
        while widest.everywhere is not None:
            widest = widest.everywhere
    owners = widest.owners if widest is model.endpoint else widest.placeholders
    return owners, tuple(name for name in by if name not in owners)


def folded(key: Key) -> Key:
    """Return a key as stores compare it: the case of a text makes no difference."""
    return tuple(part.casefold() if isinstance(part, str) else part for part in key)


def plain_name(text: str) -> str:
    """Return a column's name without what people write differently: `Sale Price`, `sale_price`."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


class Missing(ValueError):
    """The store has no row of a key."""


@attrs.frozen
class Row:
    """A row of a file.

    Attributes:
        number: its place; the header does not count.
        key: what it is known by.
        raw: what the file has, by field.
        called: its natural key, if it is a row of another store and has one.
    """

    number: int
    key: Key
    raw: Mapping[str, Any]
    called: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether its key could be mapped: the store has no row of one that could not."""
        return not any(isinstance(part, Unmapped) for part in self.key)


@attrs.define
class Problem:
    """Why a row cannot be taken.

    Attributes:
        reason: what is wrong with it.
        missing: whether the store has no such row.
    """

    reason: str
    missing: bool = False


class Tally:
    """What is said about the rows of a file.

    Args:
        source: the file.

    Attributes:
        count: how many rows were read.
        problems: rows that cannot be taken as they are, by number.
        unread: columns that nobody takes.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.count = 0
        self.problems: dict[int, Problem] = {}
        self.unread: set[str] = set()

    def problem(self, number: int, error: Exception) -> None:
        """Take note of a row that cannot be taken."""
        self.problems[number] = Problem(str(error), isinstance(error, Missing))

    @staticmethod
    def tell(problems: Mapping[int, Problem]) -> None:
        """Say what is wrong with the first rows, and of how many more something is."""
        told = sorted(problems.items())
        for number, problem in told[:_SHOWN]:
            console.say(f"row {number}: {problem.reason}")
        if len(told) > _SHOWN:
            console.say(f"... and {len(told) - _SHOWN} more")


class Rows(Tally):
    """Reads the rows of a file.

    Args:
        model: the resource.
        by: the fields that identify a row.
        source: the file.
        session: of the store that the rows are for.
        fields: the columns to take besides the key; all if there are none.
        mark: what stands before the fraction of a number, if that was said.
        renamed: returns the field that a column is for, or None. With it, and with `fields`,
            other columns are left out rather than refused.
        given: what every row says besides its columns.
        meant: returns what a text of a column means, if it is not what it says.
        compared: whether rows are only compared: one that refers to what this store does not have
            is told as it is, rather than refused.

    Attributes:
        owners: what says below which parents a row is: the first parts of its key.
        by: the fields that identify a row below them: the others.

    Raises:
        FieldError: one of `by` or `fields` is no field.
    """

    def __init__(
        self,
        model: type[Resource],
        by: tuple[str, ...],
        source: Source,
        session: Session,
        *,
        fields: tuple[str, ...] = (),
        mark: str | None = None,
        renamed: Callable[[str], str | None] | None = None,
        given: Mapping[str, Any] | None = None,
        meant: Callable[[str, Any], Any] | None = None,
        compared: bool = False,
    ) -> None:
        self.model = model
        self.mapper = mapper_for(model)
        self.owners, self.by = key_fields(model, by)
        super().__init__(source)
        self.notation = Notation(mark)
        self._doubted = mark is not None
        self._fields = fields
        self._renamed = renamed
        self._given = given or {}
        self._meant = meant
        self._compared = compared
        self._mover = Mover(
            session, model, texts=source.is_text, names=self.names,
            given=self._given.keys(), compared=compared,
        )  # fmt: skip
        self._seen: dict[Key, int] = {}
        self._read: dict[str, dict[Any, Any]] = {}
        self._known: dict[str, tuple[MappedField | None, Converter]] = {}
        self._columns: dict[str, str | None] = {}
        self._plain: dict[str, str] | None = None
        for name in (*self.by, *fields):
            self.mapped(name)

    @property
    def names(self) -> tuple[str, ...]:
        """What a key is made of."""
        return (*self.owners, *self.by)

    @property
    def moved(self) -> bool:
        """Whether there was a row of another store among those that were read."""
        return self._mover.moved

    def read(self, told: Callable[[int], object] = bool) -> Iterator[Row]:
        """Yield the rows whose keys can be read; their values are not looked at.

        Args:
            told: is called with how many rows more were read.

        Raises:
            FieldError: a column is no field.
        """
        rows = self.source.rows()
        while part := [(number, self._raw(found)) for number, found in islice(rows, _MOVED)]:
            names = self._mover.move((raw for _, raw in part), self.mapped)
            for (number, raw), called in zip(part, names, strict=True):
                self.count += 1
                told(1)
                try:
                    row = Row(number, self._key(number, raw), raw, called)
                except FieldError:
                    raise
                except ValueError as error:
                    self.problem(number, error)
                else:
                    yield row

    def _raw(self, found: Mapping[str, Any]) -> dict[str, Any]:
        columns = self._columns
        if not columns.keys() >= found.keys():
            for column in found:
                if column not in columns:
                    columns[column] = self._field_of(column)
            taken = [name for name in columns.values() if name is not None]
            for word in taken:
                if taken.count(word) > 1:
                    both = [column for column, one in columns.items() if one == word]
                    raise click.ClickException(
                        f"{self.source.name}: {' and '.join(map(repr, both))} are both for {word}"
                    )
        if self._meant is not None:
            found = {column: self._meant(column, value) for column, value in found.items()}
        said = {}
        for column, value in found.items():
            field = columns[column]
            if field is not None:
                said[field] = value
        return {**said, **self._given} if self._given else said

    def _field_of(self, column: str) -> str | None:
        """Return the field of a column, or None if nobody takes it."""
        if self._mover.is_own(column):
            return self._beside(column)
        name: str | None = column if self._renamed is None else self._renamed(column)
        if name is None:
            self.unread.add(column)
            return None
        return self._taken(column, name)

    def _beside(self, column: str) -> str | None:
        """Return a column that an export has written beside a field, if the field is taken."""
        field = column.removeprefix("_")
        if column == STORE or (not self._fields and self._renamed is None):
            return column
        if self._fields and field not in (*self._fields, *self.names):
            return None
        return None if self._renamed is not None and self._renamed(field) is None else column

    def _taken(self, column: str, name: str) -> str | None:
        """Return the field of that name, if it is one that is taken."""
        try:
            self.mapped(name)
        except FieldError:
            spelled = self._spelled(name)
            if spelled is None:
                # Rows of relations, which an export may have, are tables of their own here.
                if not self._fields and name not in self.model.relations:
                    raise
                self.unread.add(column)
                return None
            name = spelled
        if self._fields and name not in self.names and name not in self._fields:
            parent = name.split(SEPARATOR)[0]
            if parent not in self._fields:
                self.unread.add(column)
                return None
        return name

    def _spelled(self, column: str) -> str | None:
        """Return the field that a name means, whatever its case and its separators."""
        if self._plain is None:
            names = [*self.mapper.fields, *self.model.endpoint.owners]
            self._plain = {plain_name(name): name for name in names}
            leaves = columns_of(QuerySet(self.model), (), flatten=True)
            for leaf in leaves:
                self._plain.setdefault(plain_name(leaf.name), leaf.name)
        return self._plain.get(plain_name(column))

    def values(self, row: Row) -> dict[str, Any]:
        """Return the values of a row as its fields hold them.

        Raises:
            FieldError: an object in it has a field that its kind has not.
            ValueError: one does not fit.
        """
        if not self.source.is_text:
            return {name: self._value(name, value) for name, value in row.raw.items()}
        found = {}
        for name, text in row.raw.items():
            # Most cells of a column are like others: each text is read once.
            if type(text) is not str:  # nothing, or a number whose point is known
                found[name] = self._value(name, text)
                continue
            read = self._read.setdefault(name, {})
            if text in read:
                found[name] = read[text]
                continue
            found[name] = value = self._value(name, text)
            if len(read) < _REMEMBERED and not isinstance(value, (list, dict)):
                read[text] = value
        return found

    def check(self, what: str) -> None:
        """Tell of rows that cannot be taken, if there are any.

        Args:
            what: what was not done for them.

        Raises:
            click.ClickException: there are.
        """
        if self.problems:
            self.tell(self.problems)
            count = console.counted(len(self.problems), "row")
            raise click.ClickException(f"{count} cannot be taken: nothing was {what}")

    def mapped(self, name: str) -> tuple[MappedField | None, Converter]:
        """Return the first field of a column's path, and the converter of its last.

        Raises:
            FieldError: there is no such field.
        """
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> tuple[MappedField | None, Converter]:
        if name in self.model.endpoint.owners and name not in self.mapper.fields:
            (column,) = columns_of(QuerySet(self.model), (name,), flatten=False)
            return None, column.converter
        found = self.mapper.along(name.split(SEPARATOR))
        return found[0], found[-1].converter

    def _value(self, name: str, value: Any) -> Any:
        _, converter = self.mapped(name)
        if value is None:
            return None
        if isinstance(value, Unmapped):
            if self._compared or value.own:
                return value
            raise ValueError(value.reason)
        try:
            if not self.source.is_text:
                return fitting(converter, value, texts=self.source.form == "parquet")
            found = typed(converter, unquoted(converter, value), self.notation)
            if isinstance(found, TwoReadings) and not self._doubted:
                self._decide()
                found = typed(converter, unquoted(converter, value), self.notation)
        except FieldError:
            raise
        except (TypeError, ValueError):
            shown = MASK if is_secret(self.model, name) else f"{value!r:.60}"
            raise ValueError(f"{name}: {shown} is not {converter.expected}") from None
        return found

    def _decide(self) -> None:
        """Find out from all numbers of the file what stands before their fractions."""
        self._doubted = True
        numbers = [
            column
            for column, name in self._columns.items()
            if name is not None
            and not self._mover.is_own(name)
            and isinstance(self.mapped(name)[1], Bounded)
        ]
        self.notation.learn(
            text for _, row in self.source.rows() for column in numbers if (text := row.get(column))
        )

    def _key(self, number: int, raw: Mapping[str, Any]) -> Key:
        parts: list[Any] = []
        for name in self.names:
            value = self._value(name, raw.get(name))
            mapped, converter = self.mapped(name)
            if isinstance(value, TwoReadings):
                raise ValueError(f"{name}: {value}")  # noqa: TRY004 - of a text
            if isinstance(value, Unmapped):
                parts.append(value)
                continue
            if isinstance(value, str) and self.source.is_text:
                value = value.strip()  # nobody can see the spaces around a SKU
            if value is None and len(self.by) > 1 and isinstance(converter, Text):
                value = "" if self.source.is_text else None
            # One of several values may be missing, where it may be in the store.
            missing = len(self.by) > 1 and mapped is not None and mapped.nullable
            if value is None and not missing and name not in self.model.endpoint.scope:
                raise ValueError(f"it has no {name}, which says which row is meant")
            try:
                parts.append(None if value is None else converter.coerce(value))
                hash(parts[-1])
            except (TypeError, ValueError):
                raise ValueError(f"{name}: {value!r:.60} is not {converter.expected}") from None
        key = tuple(parts)
        earlier = self._seen.setdefault(folded(key), number)
        if earlier != number:
            raise ValueError(f"it is the same row as row {earlier}")
        return key
