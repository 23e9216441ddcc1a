"""Tables of Apache Arrow: typed columns, batch by batch, to memory, pandas or a Parquet file."""

from __future__ import annotations

import json
from decimal import Decimal
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import ConfigurationError, InvalidValue
from bcorm.model.frames.columns import (
    AMOUNT_SCALE,
    Column,
    columns_of,
    free_text,
    is_free,
    json_text,
    records,
    shortest,
)
from bcorm.model.frames.complete import completed
from bcorm.model.mapper import mapper_for
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

    from bcorm.model.tabular import Tabular

BATCH = 2_500
"""Rows that are held at a time, and rows of a Parquet row group."""

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
    if isinstance(converter, Sequence):
        return pa.list_(arrow_type(converter.item, within))
    if isinstance(converter, Nested) and converter.struct not in within:
        within |= {converter.struct}
        inner = mapper_for(converter.struct, converter.version).fields
        shown = {name: item for name, item in inner.items() if not item.options.write_only}
        return pa.struct(
            [(name, arrow_type(item.converter, within)) for name, item in shown.items()]
        )
    return pa.string()


def schema_of(queryset: Tabular[Any, ...], columns: list[Column]) -> Any:
    """Return the Arrow schema; its metadata name the resource."""
    pa = _library("pyarrow", "arrow")
    named = {RESOURCE: f"v{queryset.model.endpoint.version}.{queryset.model.__name__}"}
    metadata = {ATTRIBUTES: json.dumps(named)}
    fields = [(column.name, arrow_type(column.converter)) for column in columns]
    return pa.schema(fields, metadata=metadata)


def batches(queryset: Tabular[Any, ...], columns: list[Column], schema: Any) -> Iterator[Any]:
    """Yield record batches of at most `BATCH` rows; no other rows are held."""
    pa = _library("pyarrow", "arrow")
    rows = records(queryset, columns)
    while part := list(islice(rows, BATCH)):
        arrays = []
        for column, field, values in zip(columns, schema, zip(*part, strict=True), strict=True):
            arrays.append(_array(pa, queryset, column, field.type, values))
        yield pa.record_batch(arrays, schema=schema)


def _array(pa: Any, queryset: Tabular[Any, ...], column: Column, kind: Any, values: Any) -> Any:
    try:
        return pa.array(
            [_fitting(pa, kind, column.converter, value) for value in values], type=kind
        )
    except (pa.ArrowInvalid, pa.ArrowTypeError, TypeError, ValueError):
        for value in values:
            try:
                pa.array([_fitting(pa, kind, column.converter, value)], type=kind)
            except (pa.ArrowInvalid, pa.ArrowTypeError, TypeError, ValueError):
                raise InvalidValue(
                    queryset.model, column.name, value, f"something that fits {kind}"
                ) from None
        raise


def _fitting(pa: Any, kind: Any, converter: Converter, value: Any) -> Any:
    """Return what Arrow takes for a value of a column, or of a list or an object in one."""
    if value is None:
        return None
    if pa.types.is_decimal(kind):
        return Decimal(value)
    if pa.types.is_string(kind):
        return _as_text(converter, value)
    if isinstance(converter, Sequence) and isinstance(value, list):
        return [_fitting(pa, kind.value_type, converter.item, item) for item in value]
    if isinstance(converter, Nested) and isinstance(value, dict):
        inner = mapper_for(converter.struct, converter.version).fields
        return {
            field.name: _fitting(pa, field.type, inner[field.name].converter, value.get(field.name))
            for field in kind
        }
    return value


def _as_text(converter: Converter, value: Any) -> str | None:
    if is_free(converter):
        return free_text(value)
    return value if isinstance(value, str) else json_text(value)


def to_arrow(queryset: Tabular[Any, ...], names: tuple[str, ...], *, flatten: bool) -> Any:
    """See `QuerySet.to_arrow`."""
    pa = _library("pyarrow", "arrow")
    columns = columns_of(queryset, names, flatten=flatten)
    schema = schema_of(queryset, columns)
    return pa.Table.from_batches(batches(queryset, columns, schema), schema=schema)


def to_pandas(queryset: Tabular[Any, ...], names: tuple[str, ...], *, flatten: bool) -> Any:
    """See `QuerySet.to_pandas`."""
    pandas, pa = _library("pandas", "pandas"), _library("pyarrow", "pandas")
    table = to_arrow(queryset, names, flatten=flatten)
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
    queryset: Tabular[Any, ...],
    path: str | os.PathLike[str],
    names: tuple[str, ...],
    *,
    flatten: bool,
    told: Callable[[int], object] = bool,
) -> int:
    """See `QuerySet.to_parquet`; `told` is called with how many rows more are written."""
    parquet = _library("pyarrow.parquet", "arrow")
    columns = columns_of(queryset, names, flatten=flatten)
    schema = schema_of(queryset, columns)
    count = 0
    with completed(Path(path)) as partial, parquet.ParquetWriter(partial, schema) as writer:
        for batch in batches(queryset, columns, schema):
            writer.write_batch(batch)
            count += batch.num_rows
            told(batch.num_rows)
    return count
