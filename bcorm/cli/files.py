"""Files of rows: CSV, JSON lines and Parquet, written and read a part at a time."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from bcorm.cli.naming import resource_named
from bcorm.cli.output import write_rows
from bcorm.exceptions import ConfigurationError
from bcorm.model.frames import arrow
from bcorm.model.frames.columns import columns_of, records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bcorm.model.queryset import QuerySet
    from bcorm.model.resource import Resource

FileFormat = Literal["csv", "jsonl", "parquet"]
FILE_FORMATS: tuple[FileFormat, ...] = ("csv", "jsonl", "parquet")

_READ = 1_000


def form_of(path: Path) -> FileFormat:
    """Return the format that a file's name says.

    Raises:
        click.UsageError: it says none that we know.
    """
    suffix = path.suffix.lower().lstrip(".")
    if suffix not in FILE_FORMATS:
        raise click.UsageError(f"{path}: the name must end in .{', .'.join(FILE_FORMATS)}")
    return suffix


def write(
    queryset: QuerySet[Any, ...],
    path: Path,
    names: tuple[str, ...],
    *,
    flatten: bool,
    told: Callable[[int], object],
) -> int:
    """Write a queryset to a file, which is there when it is complete; returns how many rows.

    Args:
        queryset: what to read.
        path: the file; its name says the format.
        names: fields; all if there are none.
        flatten: make the fields of nested objects columns of their own. CSV always does.
        told: is called with how many rows more are written.
    """
    form = form_of(path)
    if form == "parquet":
        return arrow.to_parquet(queryset, path, names, flatten=flatten, told=told)
    columns = columns_of(queryset, names, flatten=flatten or form == "csv")
    partial = path.with_name(f".{path.name}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as out:
            rows = _telling(records(queryset, columns), told)
            count = write_rows(out, [column.name for column in columns], rows, form)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return count


def _telling(rows: Iterable[list[Any]], told: Callable[[int], object]) -> Iterator[list[Any]]:
    for row in rows:
        yield row
        told(1)


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file. A CSV file's values are texts, and None where a cell is empty.

    Raises:
        ConfigurationError: the file cannot be read.
    """
    readers = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}
    try:
        yield from readers[form_of(path)](path)
    except (OSError, ValueError, csv.Error) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}") from error


def _csv(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            if None in row or None in row.values():
                raise ValueError(f"a row has not as many cells as the first: {row}")
            yield {name: text or None for name, text in row.items()}


def _jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            row = json.loads(line, parse_float=Decimal)
            if not isinstance(row, dict):
                raise ValueError(f"line {number} is no object")  # noqa: TRY004
            yield row


def _parquet(path: Path) -> Iterator[dict[str, Any]]:
    with _parquet_module().ParquetFile(path) as file:
        for batch in file.iter_batches(_READ):
            yield from batch.to_pylist()


def _parquet_module() -> Any:
    try:
        return import_module("pyarrow.parquet")
    except ImportError:
        raise ConfigurationError("this needs pyarrow: pip install 'bcorm[arrow]'") from None


def resource_of(path: Path) -> type[Resource]:
    """Return the resource whose rows a file holds: as it says itself, or as it is called.

    Raises:
        click.UsageError: neither says it.
    """
    if form_of(path) == "parquet" and path.exists():
        metadata = _parquet_module().read_schema(path).metadata or {}
        attributes = json.loads(metadata.get(arrow.ATTRIBUTES.encode(), b"{}"))
        named = attributes.get(arrow.RESOURCE)
        if named:
            return resource_named(named)
    try:
        return resource_named(path.stem)
    except click.UsageError:
        raise click.UsageError(
            f"{path} does not say what it holds: name it, as in --resource products"
        ) from None
