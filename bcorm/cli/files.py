"""Files of rows: CSV, JSON lines and Parquet, written and read a part at a time."""

from __future__ import annotations

import csv
import json
import re
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from bcorm.cli.naming import resource_named
from bcorm.cli.output import write_rows
from bcorm.exceptions import ConfigurationError
from bcorm.http import jsontext
from bcorm.model.frames import arrow
from bcorm.model.frames.columns import columns_of, records
from bcorm.model.frames.complete import completed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bcorm.model.queryset import QuerySet
    from bcorm.model.resource import Resource

FileFormat = Literal["csv", "jsonl", "parquet"]
FILE_FORMATS: tuple[FileFormat, ...] = ("csv", "jsonl", "parquet")

_READ = 1_000
_SEPARATORS = (",", ";", "\t")
# Of a cell: descriptions and scripts are longer than the 128 KiB that Python takes by itself.
_LARGEST_CELL = 2**31 - 1
_UNNAMED_INDEX = re.compile(r"__index_level_\d+__")


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
    with completed(path) as partial, partial.open("w", encoding="utf-8", newline="") as out:
        return write_rows(out, columns, _telling(records(queryset, columns), told), form)


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
    with _reading(path):
        yield from readers[form_of(path)](path)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Say which file it is that cannot be read."""
    try:
        yield
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValueError, csv.Error) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}") from error


def _csv(path: Path) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(_LARGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        separator = _separator(file.readline())
        file.seek(0)
        rows = csv.DictReader(file, strict=True, delimiter=separator)
        _check_header(rows.fieldnames or ())
        for number, row in enumerate(rows, 1):
            if None in row or None in row.values():
                raise ValueError(f"row {number} has not as many cells as there are columns")
            yield {name: text or None for name, text in row.items()}


def _separator(header: str) -> str:
    """Return what stands between the columns: where commas are in numbers, Excel writes others."""
    return max(_SEPARATORS, key=header.count)


def _check_header(names: Iterable[str]) -> None:
    seen: set[str] = set()
    for number, name in enumerate(names, 1):
        if not name:
            raise ValueError(f"column {number} has no name")
        if name in seen:
            raise ValueError(f"there are two columns called {name!r}")
        seen.add(name)


def _jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = jsontext.loads(line.encode())
            except ValueError as error:
                raise ValueError(f"line {number} is no JSON: {error}") from None
            if not isinstance(row, dict):
                raise ValueError(f"line {number} is no object")  # noqa: TRY004
            yield row


def _parquet(path: Path) -> Iterator[dict[str, Any]]:
    with _parquet_module().ParquetFile(path) as file:
        # What pandas has numbered the rows with is no column of theirs, unless it has a name.
        names = [name for name in file.schema_arrow.names if not _UNNAMED_INDEX.fullmatch(name)]
        ranges = _named_ranges(file.schema_arrow)
        for batch in file.iter_batches(_READ, columns=names):
            for row in batch.to_pylist():
                yield {**row, **{name: next(keys) for name, keys in ranges.items()}}


def _named_ranges(schema: Any) -> dict[str, Iterator[int]]:
    """Return the index of a frame whose numbers follow each other: pandas writes down its ends."""
    described = (schema.pandas_metadata or {}).get("index_columns", ())
    return {
        one["name"]: iter(range(one["start"], one["stop"], one["step"]))
        for one in described
        if isinstance(one, dict) and one.get("kind") == "range" and one.get("name")
    }


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
        with _reading(path):
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
