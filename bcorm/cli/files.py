"""Files of rows: CSV, JSON lines and Parquet, written and read a part at a time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from bcorm.cli.output import write_rows
from bcorm.model.frames import arrow
from bcorm.model.frames.columns import columns_of, records
from bcorm.model.frames.complete import completed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bcorm.model.queryset import QuerySet

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
