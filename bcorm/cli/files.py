"""Files of rows on their way out: CSV, JSON lines and Parquet, written a part at a time."""

from __future__ import annotations

import gzip
import io
import os
import sys
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

import attrs
import click

from bcorm.cli.output import line_writer
from bcorm.cli.sources import STANDARD
from bcorm.exceptions import ConfigurationError
from bcorm.model.frames import arrow
from bcorm.model.frames.complete import completed
from bcorm.model.mapper import mapper_for
from bcorm.moving.known_by import references

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcorm.model.frames.arrow import Odd
    from bcorm.model.frames.columns import Column
    from bcorm.model.resource import Resource

    Row = list[Any]

FileFormat = Literal["csv", "jsonl", "parquet"]
FILE_FORMATS: tuple[FileFormat, ...] = ("csv", "jsonl", "parquet")

_SUFFIXES: dict[str, FileFormat] = {
    "csv": "csv", "jsonl": "jsonl", "ndjson": "jsonl", "parquet": "parquet",
}  # fmt: skip
_GZIP = ".gz"
# What says of a person who they are, or where.
_PERSONAL = {"email", "first_name", "last_name", "phone", "billing_address", "address1", "street_1"}


@attrs.frozen
class Writing:
    """How files are written.

    Attributes:
        form: the format, where a name does not say it.
        excel: whether a spreadsheet is to open a CSV file: marked as UTF-8, formulas kept as texts.
        odd: is told of each value that does not fit its column of a Parquet file.
    """

    form: FileFormat | None = None
    excel: bool = False
    odd: Callable[[Odd], object] | None = None


def form_of(path: Path) -> FileFormat:
    """Return the format that a file's name says.

    Raises:
        click.UsageError: it says none that we know, or Parquet that is packed once more.
    """
    name = path.name.casefold()
    found = _SUFFIXES.get(name.removesuffix(_GZIP).rpartition(".")[2])
    if found is None or (found == "parquet" and name.endswith(_GZIP)):
        raise click.UsageError(f"{path}: the name must end in .{', .'.join(FILE_FORMATS)}")
    return found


def is_personal(model: type[Resource]) -> bool:
    """Say whether rows of a class are about people."""
    named = any(one.target.__name__ == "Customer" for one in references(model).values())
    return named or not _PERSONAL.isdisjoint(mapper_for(model).fields)


@contextmanager
def table(
    path: Path, model: type[Resource], columns: list[Column], writing: Writing
) -> Iterator[Callable[[Row], object]]:
    """Write a table in a block; the file is there when the block ends well.

    Args:
        path: the file, or `-` for standard output. What is about people is for the user alone.
        model: what the rows are of.
        columns: of the table.
        writing: how it is written.

    The block's value is to be called with each row.
    """
    if str(path) == STANDARD:
        with _standard(model, columns, writing) as write:
            yield write
        return
    form = writing.form or form_of(path)
    with completed(path, private=is_personal(model)) as name:
        if form == "parquet":
            with _parquet(name, model, columns, writing) as write:
                yield write
            return
        packed = path.name.casefold().endswith(_GZIP)
        with name.open("wb") as file, _text(file, packed=packed, excel=writing.excel) as out:
            yield line_writer(out, columns, form, excel=writing.excel)


@contextmanager
def _text(file: Any, *, packed: bool, excel: bool) -> Iterator[TextIO]:
    encoding = "utf-8-sig" if excel else "utf-8"
    if packed:
        # Two exports of the same rows are the same bytes.
        with (
            gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=0) as packer,
            io.TextIOWrapper(packer, encoding=encoding, newline="") as out,
        ):
            yield out
        return
    with io.TextIOWrapper(file, encoding=encoding, newline="") as out:
        yield out


@contextmanager
def _standard(
    model: type[Resource], columns: list[Column], writing: Writing
) -> Iterator[Callable[[Row], object]]:
    form = writing.form or "jsonl"
    if form != "parquet":
        yield line_writer(sys.stdout, columns, form, excel=writing.excel)
        return
    if sys.stdout.isatty():
        raise click.UsageError("Parquet is no text: --to names a file for it")
    with (
        os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out,
        _parquet(out, model, columns, writing) as write,
    ):
        yield write


@contextmanager
def _parquet(
    target: Any, model: type[Resource], columns: list[Column], writing: Writing
) -> Iterator[Callable[[Row], object]]:
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError:
        raise ConfigurationError("this needs pyarrow: pip install 'bcorm[arrow]'") from None
    schema = arrow.schema_of(model, columns)
    with parquet.ParquetWriter(target, schema) as writer:
        buffer = _Buffer(writer, partial(arrow.batch_of, model, columns, schema), writing.odd)
        yield buffer.add
        buffer.flush()


@attrs.define
class _Buffer:
    """Rows of a Parquet file that are not written yet."""

    writer: Any
    batch: Callable[..., Any]
    odd: Callable[[Odd], object] | None
    rows: list[Row] = attrs.field(factory=list)
    count: int = 0

    def add(self, row: Row) -> None:
        """Take a row."""
        self.rows.append(row)
        if len(self.rows) >= arrow.BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what there is."""
        if self.rows:
            self.writer.write_batch(self.batch(self.rows, self.count, self.odd))
            self.count += len(self.rows)
            self.rows = []
