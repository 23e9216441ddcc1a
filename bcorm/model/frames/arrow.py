"""Tables of Apache Arrow: typed columns, batch by batch, to memory, pandas or a Parquet file."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import ConfigurationError, InvalidValue
from bcorm.model.frames.arrays import Unusual, array_of, as_text, wire_values
from bcorm.model.frames.columns import (
    AMOUNT_SCALE,
    Column,
    Related,
    columns_of,
    pages_of,
    readers_of,
    shortest,
)
from bcorm.model.frames.complete import completed
from bcorm.model.types import (
    Boolean,
    Choice,
    Converter,
    Day,
    Float,
    Integer,
    Moment,
    Money,
    Nested,
    Sequence,
    Text,
)

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator

    from bcorm.model.queryset import QuerySet

BATCH = 2_500
"""Rows of a batch, and of a Parquet row group."""

_PIECE = 250
"""Rows that are made columns at a time: a page. Meanwhile no further page is asked for, so that
more of them would keep the store waiting."""

ATTRIBUTES = "PANDAS_ATTRS"
"""Where pandas keeps a frame's `attrs` in a file, so that they survive its reading and writing."""

RESOURCE = "bcorm_resource"
"""The attribute that names the version and the class of the rows: `v3.Product`."""

_PRECISION = 38

_SIMPLE: dict[type[Converter], Callable[[Any], Any]] = {
    Text: lambda pa: pa.string(),
    Boolean: lambda pa: pa.bool_(),
    Integer: lambda pa: pa.int64(),
    Float: lambda pa: pa.float64(),
    Money: lambda pa: pa.decimal128(_PRECISION, AMOUNT_SCALE),
    Moment: lambda pa: pa.timestamp("us", tz="UTC"),
    Day: lambda pa: pa.date32(),
}


def _library(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise ConfigurationError(f"this needs {name}: pip install 'bcorm[{extra}]'") from None


def arrow_type(converter: Converter, within: frozenset[Any] = frozenset()) -> Any:
    """Return the Arrow type of a column; values of no fixed shape are JSON texts.

    So are objects inside objects of their own kind, `within` which they are: a rule of rules.
    """
    pa = _library("pyarrow", "arrow")
    simple = _SIMPLE.get(type(converter))
    if simple is not None:
        return simple(pa)
    if isinstance(converter, Choice) and all(isinstance(one, int) for one in converter.choices):
        return pa.int64()
    if isinstance(converter, Related):
        row = pa.struct(
            [(name, arrow_type(one.converter)) for name, one in converter.fields.items()]
        )
        return pa.list_(row) if converter.many else row
    if isinstance(converter, Sequence):
        return pa.list_(arrow_type(converter.item, within))
    if isinstance(converter, Nested) and converter.struct not in within:
        within |= {converter.struct}
        shown = {
            name: item for name, item in converter.fields.items() if not item.options.write_only
        }
        return pa.struct(
            [(name, arrow_type(item.converter, within)) for name, item in shown.items()]
        )
    return pa.string()


def schema_of(model: type[Any], columns: list[Column]) -> Any:
    """Return the Arrow schema; its metadata name the resource."""
    pa = _library("pyarrow", "arrow")
    named = {RESOURCE: f"v{model.endpoint.version}.{model.__name__}"}
    metadata = {ATTRIBUTES: json.dumps(named)}
    fields = [(column.name, arrow_type(column.converter)) for column in columns]
    return pa.schema(fields, metadata=metadata)


def batches(
    queryset: QuerySet[Any],
    columns: list[Column],
    schema: Any,
    odd: Callable[[Odd], object] | None = None,
) -> Iterator[Any]:
    """Yield record batches of at most `BATCH` rows, made while further pages are on their way.

    Args:
        queryset: what to read.
        columns: its columns.
        schema: their types.
        odd: is told of each value that does not fit its column, whose place stays empty.

    Raises:
        InvalidValue: a value does not fit, and nobody is to be told.
    """
    pa = _library("pyarrow", "arrow")
    pieces = _pieces(pa, queryset, columns, schema, odd)
    while part := list(islice(pieces, BATCH // _PIECE)):
        (whole,) = pa.Table.from_batches(part).combine_chunks().to_batches()
        yield whole


def _pieces(
    pa: Any,
    queryset: QuerySet[Any],
    columns: list[Column],
    schema: Any,
    odd: Callable[[Odd], object] | None,
) -> Iterator[Any]:
    model = queryset.model
    readers = readers_of(model, columns)
    key = _key_position(model, columns)
    rows = ((row, page.parents or {}) for page in pages_of(queryset, columns) for row in page.rows)
    count = 0
    while part := list(islice(rows, _PIECE)):
        bare = [row for row, _ in part]
        arrays = []
        for column, field, read in zip(columns, schema, readers, strict=True):
            known = None if key is None else partial(_read, readers[key], part)
            made = _Batch(model, column, field.type, known, count)
            try:
                raw = wire_values(model, column, bare)
                array = array_of(pa, field.type, column.converter, raw, wired=True)
            except Unusual:
                array = made.array(pa, [read(row, parents) for row, parents in part], odd)
            arrays.append(array)
        yield pa.record_batch(arrays, schema=schema)
        count += len(part)


def _read(read: Callable[[Any, Any], Any], rows: list[tuple[Any, Any]], number: int) -> Any:
    return read(*rows[number])


def batch_of(  # noqa: PLR0917 - the rows, and all that is known of them
    model: type[Any],
    columns: list[Column],
    schema: Any,
    rows: list[list[Any]],
    before: int = 0,
    odd: Callable[[Odd], object] | None = None,
) -> Any:
    """Return a record batch of some rows.

    Args:
        model: what they are rows of.
        columns: their columns.
        schema: the types of these.
        rows: values, as `records` yields them.
        before: how many rows there were before them.
        odd: as for `batches`.

    Raises:
        InvalidValue: a value does not fit, and nobody is to be told.
    """
    pa = _library("pyarrow", "arrow")
    key = _key_position(model, columns)
    known = None if key is None else lambda number: rows[number][key]
    arrays = [
        _Batch(model, column, field.type, known, before).array(pa, values, odd)
        for column, field, values in zip(columns, schema, zip(*rows, strict=True), strict=True)
    ]
    return pa.record_batch(arrays, schema=schema)


def _key_position(model: type[Any], columns: list[Column]) -> int | None:
    names = [column.name for column in columns]
    key = model.endpoint.key
    return names.index(key) if key in names else None


@attrs.frozen
class Odd:
    """A value that does not fit its column.

    Attributes:
        number: its row's place, the first being 1.
        key: its row's key, if that is a column.
        column: the column.
        value: the value, as the API sent it.
        expected: what the column takes.
    """

    number: int
    key: Any
    column: str
    value: Any
    expected: str

    def __str__(self) -> str:
        where = f"row {self.number}" if self.key is None else f"row {self.number} (key {self.key})"
        return f"{where}: {self.column}: {self.value!r:.60} does not fit {self.expected}"


@attrs.frozen
class _Batch:
    """One column of some rows."""

    model: type[Any]
    column: Column
    kind: Any
    key: Callable[[int], Any] | None
    before: int

    def array(self, pa: Any, values: Any, odd: Callable[[Odd], object] | None) -> Any:
        """Return the Arrow array of the values."""
        try:
            return array_of(pa, self.kind, self.column.converter, values, wired=False)
        except Unusual:
            wrong = (pa.ArrowInvalid, pa.ArrowTypeError, TypeError, ValueError, ArithmeticError)
            return pa.array(
                [self._one(pa, number, value, odd, wrong) for number, value in enumerate(values)],
                type=self.kind,
            )

    def _one(self, pa: Any, number: int, value: Any, odd: Any, wrong: Any) -> Any:
        try:
            fitted = _fitting(pa, self.kind, self.column.converter, value)
            pa.array([fitted], type=self.kind)
        except wrong:
            key = None if self.key is None else self.key(number)
            found = Odd(self.before + number + 1, key, self.column.name, value, f"{self.kind}")
            if odd is None:
                where = f"{self.column.name} of row {found.number}"
                where += "" if key is None else f" ({self.model.endpoint.key} {key})"
                expected = f"something that fits {self.kind}"
                raise InvalidValue(self.model, where, value, expected) from None
            odd(found)
            return None
        return fitted


def _fitting(pa: Any, kind: Any, converter: Any, value: Any) -> Any:
    """Return what Arrow takes for a value of a column, or of a list or an object in one.

    Raises:
        ValueError: it is of another shape, of which Arrow would make something else.
    """
    if value is None:
        return None
    if pa.types.is_decimal(kind):
        return Decimal(value)
    if pa.types.is_string(kind):
        return as_text(converter, value)
    if pa.types.is_list(kind):
        if not isinstance(value, list):
            raise ValueError(value)  # a text would become the list of its letters
        return [_fitting(pa, kind.value_type, converter.item, one) for one in value]
    if pa.types.is_struct(kind):
        if not isinstance(value, dict):
            raise ValueError(value)
        return {
            one.name: _fitting(
                pa, one.type, converter.fields[one.name].converter, value.get(one.name)
            )
            for one in kind
        }
    if isinstance(value, bool) and not pa.types.is_boolean(kind):
        raise ValueError(value)
    return value


def to_arrow(
    queryset: QuerySet[Any],
    names: tuple[str, ...],
    *,
    flatten: bool,
    odd: Callable[[Odd], object] | None = None,
) -> Any:
    """See `QuerySet.to_arrow`."""
    pa = _library("pyarrow", "arrow")
    columns = columns_of(queryset, names, flatten=flatten)
    schema = schema_of(queryset.model, columns)
    return pa.Table.from_batches(batches(queryset, columns, schema, odd), schema=schema)


def to_batches(
    queryset: QuerySet[Any],
    names: tuple[str, ...],
    *,
    flatten: bool,
    odd: Callable[[Odd], object] | None = None,
) -> Iterator[Any]:
    """See `QuerySet.to_batches`."""
    columns = columns_of(queryset, names, flatten=flatten)
    return batches(queryset, columns, schema_of(queryset.model, columns), odd)


def to_polars(
    queryset: QuerySet[Any],
    names: tuple[str, ...],
    *,
    flatten: bool,
    odd: Callable[[Odd], object] | None = None,
) -> Any:
    """See `QuerySet.to_polars`."""
    polars = _library("polars", "polars")
    return polars.from_arrow(to_arrow(queryset, names, flatten=flatten, odd=odd))


def to_pandas(
    queryset: QuerySet[Any],
    names: tuple[str, ...],
    *,
    flatten: bool,
    odd: Callable[[Odd], object] | None = None,
) -> Any:
    """See `QuerySet.to_pandas`."""
    pandas, pa = _library("pandas", "pandas"), _library("pyarrow", "pandas")
    table = to_arrow(queryset, names, flatten=flatten, odd=odd)
    # What pandas calls nullable: a missing number must not turn a column of keys into floats.
    types = {
        pa.int64(): pandas.Int64Dtype(),
        pa.bool_(): pandas.BooleanDtype(),
        pa.string(): pandas.StringDtype(),
    }
    frame = table.to_pandas(types_mapper=types.get)
    for field in table.schema:
        if pa.types.is_decimal(field.type):
            frame[field.name] = frame[field.name].map(shortest, na_action="ignore")
    frame.attrs.update(json.loads(table.schema.metadata[ATTRIBUTES.encode()]))
    return frame


def to_parquet(
    queryset: QuerySet[Any],
    path: str | os.PathLike[str],
    names: tuple[str, ...],
    *,
    flatten: bool,
    told: Callable[[int], object] = bool,
    odd: Callable[[Odd], object] | None = None,
    private: bool = False,
) -> int:
    """See `QuerySet.to_parquet`; `told` is called with how many rows more are written."""
    parquet = _library("pyarrow.parquet", "arrow")
    columns = columns_of(queryset, names, flatten=flatten)
    schema = schema_of(queryset.model, columns)
    count = 0
    with (
        completed(Path(path), private=private) as partial,
        parquet.ParquetWriter(partial, schema) as writer,
    ):
        for batch in batches(queryset, columns, schema, odd):
            writer.write_batch(batch)
            count += batch.num_rows
            told(batch.num_rows)
    return count
