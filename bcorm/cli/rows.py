"""Rows of a file as values of a resource's fields, and the key by which each is known.

`bcorm import` lays them over a store and `bcorm diff` compares them with one: read here, a file
says the same to both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bcorm.cli import console
from bcorm.cli.values import fitting, typed
from bcorm.exceptions import FieldError
from bcorm.http.credentials import MASK
from bcorm.lookups import SEPARATOR
from bcorm.model.frames.columns import columns_of
from bcorm.model.mapper import mapper_for
from bcorm.model.masking import is_secret
from bcorm.model.queryset import QuerySet
from bcorm.model.types import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bcorm.cli.files import FileFormat
    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource
    from bcorm.model.types import Converter

Key = tuple[Any, ...]
"""What a row is known by: its parents' keys, and the values of the fields that identify it."""

_SHOWN = 10


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


class Rows:
    """Reads the rows of a file.

    Args:
        model: the resource.
        by: the fields that identify a row.
        form: the file's format.

    Attributes:
        owners: what says below which parents a row is: the first parts of its key.
        by: the fields that identify a row below them: the others.
        form: the file's format.
        count: how many rows were read.
        problems: rows that cannot be taken as they are, by number.

    Raises:
        FieldError: one of `by` is no field.
    """

    def __init__(self, model: type[Resource], by: tuple[str, ...], form: FileFormat) -> None:
        self.model = model
        self.mapper = mapper_for(model)
        self.owners, self.by = key_fields(model, by)
        self.count = 0
        self.problems: list[str] = []
        self.form = form
        self._seen: dict[Key, int] = {}
        self._known: dict[str, tuple[MappedField | None, Converter]] = {}
        for name in self.by:
            self.mapped(name)

    @property
    def names(self) -> tuple[str, ...]:
        """What a key is made of."""
        return (*self.owners, *self.by)

    def read(self, rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[int, Key, dict[str, Any]]]:
        """Yield number, key and values of each row that can be taken.

        Raises:
            FieldError: a column is no field.
        """
        for number, row in enumerate(rows, 1):
            self.count = number
            try:
                values = {name: self._value(name, value) for name, value in row.items()}
                found = number, self._key(number, values), values
            except FieldError:
                raise
            except ValueError as error:
                self.problem(number, error)
            else:
                yield found

    def problem(self, number: int, error: Exception) -> None:
        """Take note of a row that cannot be taken."""
        self.problems.append(f"row {number}: {error}")

    def check(self, what: str) -> None:
        """Tell of rows that cannot be taken, if there are any.

        Args:
            what: what was not done for them.

        Raises:
            click.ClickException: there are.
        """
        for problem in self.problems[:_SHOWN]:
            console.say(problem)
        if len(self.problems) > _SHOWN:
            console.say(f"... and {len(self.problems) - _SHOWN} more")
        if self.problems:
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
        try:
            if self.form == "csv":
                return typed(converter, value)
            return fitting(converter, value, texts=self.form == "parquet")
        except FieldError:
            raise
        except (TypeError, ValueError):
            shown = MASK if is_secret(self.model, name) else f"{value!r:.60}"
            raise ValueError(f"{name}: {shown} is not {converter.expected}") from None

    def _key(self, number: int, values: Mapping[str, Any]) -> Key:
        parts = []
        for name in self.names:
            value = values.get(name)
            mapped, converter = self.mapped(name)
            if value is None and len(self.by) > 1 and isinstance(converter, Text):
                value = "" if self.form == "csv" else None
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
        earlier = self._seen.setdefault(key, number)
        if earlier != number:
            raise ValueError(f"it is the same row as row {earlier}")
        return key
