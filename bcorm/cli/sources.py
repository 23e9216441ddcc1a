"""Files of rows as people have them, read a part at a time: whoever wrote them, and however.

A `Source` finds out how a file is written: packed or not, in which encoding, with what between its
columns. What cannot be told from the file is an option of the command.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import re
import shutil
import struct
import sys
import tempfile
import zipfile
import zlib
from contextlib import closing, contextmanager
from datetime import date, datetime
from importlib import import_module
from itertools import chain, count
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, cast

import attrs
import click

from bcorm.cli.naming import resource_named
from bcorm.cli.numbers import Exact
from bcorm.exceptions import ConfigurationError
from bcorm.http import jsontext
from bcorm.http.bounds import DEFAULT
from bcorm.model.frames import arrow

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from bcorm.model.resource import Resource

    Row = tuple[int, dict[str, Any]]

SourceFormat = Literal["csv", "jsonl", "parquet", "xlsx"]
SOURCE_FORMATS: tuple[SourceFormat, ...] = ("csv", "jsonl", "parquet", "xlsx")

STANDARD = "-"
"""The name of standard input and output."""

NUMBER, REASON = "_row", "_reason"
"""What a file of rejected rows has besides their own columns; no import reads it."""

_SUFFIXES: dict[str, SourceFormat] = {
    "csv": "csv", "tsv": "csv", "txt": "csv", "jsonl": "jsonl", "ndjson": "jsonl",
    "parquet": "parquet", "xlsx": "xlsx", "xlsm": "xlsx",
}  # fmt: skip
_READ = 1_000
_SEPARATORS = (",", ";", "\t", "|")
# The first line of a file that says what stands between its columns, for a spreadsheet.
_SAID = re.compile(r"\ufeff?\"?sep=(.)\"?[\r\n]*", re.IGNORECASE)
# What no file of rows has, and whoever wants to fill a memory does. Of a cell: descriptions and
# scripts are longer than the 128 KiB that Python takes by itself.
_LARGEST_CELL = 1 << 24
_LONGEST_ROW = 1 << 26
# How often larger a packed file may become, beyond what may be small and larger still.
_RATIO, _SMALL = 200, 1 << 26
# Of a workbook: all that is in it, what of it is held in memory, and the cells that are looked at.
_LARGEST_BOOK, _LARGEST_PART = DEFAULT.max_decoded_bytes, 1 << 26
_LAST_ROW, _MOST_CELLS = 1 << 20, 20_000_000
_UNNAMED_INDEX = re.compile(r"__index_level_\d+__")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
_PACKED = b"\x1f\x8b"
# What a spreadsheet shows of a number: digits behind these are noise of binary fractions.
_DIGITS = ".15g"


@attrs.frozen
class Reading:
    """What is said about a file, as it cannot be told from it.

    Attributes:
        form: the format; what the name says by default.
        encoding: of a text, where it is not UTF-8 and has no mark.
        separator: what stands between the columns of a text.
        sheet: which one of a workbook's.
    """

    form: SourceFormat | None = None
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None


class Source:
    """A file of rows.

    Args:
        path: the file, or `-` for standard input.
        reading: what is said about it.

    Attributes:
        name: what it is called in messages.
        path: where it is; standard input is kept in a temporary file, to be read again.
        form: its format.
        is_text: whether its values are texts, of which an empty one may mean nothing.

    Raises:
        click.UsageError: neither its name nor the options say the format.
    """

    def __init__(self, path: Path, reading: Reading | None = None) -> None:
        self.reading = reading or Reading()
        self.name = "standard input" if str(path) == STANDARD else str(path)
        self.form = self.reading.form or form_of(path)
        self.is_text = self.form in ("csv", "xlsx")
        self._header: list[str] = []
        self._kept: IO[bytes] | None = None
        if str(path) == STANDARD:
            self._kept = _kept(sys.stdin)
            path = Path(self._kept.name)
        self.path = path

    def digest(self) -> str:
        """Return the SHA-256 of the file's bytes, as hexadecimal digits."""
        found = hashlib.sha256()
        with self._reading(), self.path.open("rb") as file:
            for part in iter(lambda: file.read(1 << 20), b""):
                found.update(part)
        return found.hexdigest()

    def estimate(self) -> int:
        """Return about how many rows there are, without reading them; 0 if nobody can say."""
        with self._reading(), self._opened() as file:
            if self.form == "parquet":
                return int(_parquet_module().read_metadata(file).num_rows)
            if self.form == "xlsx":
                return 0
            return sum(part.count(b"\n") for part in iter(lambda: file.read(1 << 20), b""))

    def rows(self) -> Generator[Row, None, None]:
        """Yield number and values of each row; the header and empty rows are none.

        The values of CSV files and workbooks are texts, and None where a cell is empty.

        Raises:
            ConfigurationError: the file cannot be read.
        """
        readers: dict[SourceFormat, Callable[[IO[bytes]], Iterator[Row]]] = {
            "csv": self._csv,
            "jsonl": _jsonl,
            "parquet": _parquet,
            "xlsx": self._workbook,
        }
        with self._reading(), self._opened() as file:
            for number, row in readers[self.form](file):
                row.pop(NUMBER, None)
                row.pop(REASON, None)
                yield number, row

    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns; none if nothing but a row would say them."""
        with closing(self.rows()) as rows:
            names = self._header if (first := next(rows, None)) is None else first[1]
        return tuple(name for name in names if name not in (NUMBER, REASON))

    def resource(self) -> type[Resource]:
        """Return the resource whose rows these are: as the file says itself, or as it is called.

        Raises:
            click.UsageError: neither says it.
        """
        if self.form == "parquet" and self.path.exists():
            with self._reading(), self._opened() as file:
                metadata = _parquet_module().read_schema(file).metadata or {}
                attributes = jsontext.loads(metadata.get(arrow.ATTRIBUTES.encode(), b"{}"))
                named = attributes.get(arrow.RESOURCE) if isinstance(attributes, dict) else None
            if named:
                return resource_named(str(named))
        try:
            return resource_named(Path(self.name).name.partition(".")[0])
        except click.UsageError:
            raise click.UsageError(
                f"{self.name} does not say what it holds: name it, as in --resource products"
            ) from None

    @contextmanager
    def _opened(self) -> Iterator[IO[bytes]]:
        """Open the file; what is packed is unpacked, whatever it is called."""
        with self.path.open("rb") as file:
            packed = file.read(2) == _PACKED
            file.seek(0)
            if not packed:
                yield file
                return
            with io.BufferedReader(_Unpacked(file, self.path.stat().st_size)) as unpacked:
                if self.form in ("csv", "jsonl"):
                    yield cast("IO[bytes]", unpacked)
                    return
                # The others are read here and there, their ends first.
                with tempfile.TemporaryFile(prefix="bcorm-") as whole:
                    shutil.copyfileobj(unpacked, whole)
                    whole.seek(0)
                    yield cast("IO[bytes]", whole)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Say which file it is that cannot be read."""
        try:
            yield
        except OSError as error:
            raise ConfigurationError(
                f"{self.name} cannot be read: {error.strerror or error}"
            ) from error
        except UnicodeDecodeError as error:
            raise ConfigurationError(f"{self.name} cannot be read: {_undecoded(error)}") from None
        except LookupError as error:
            raise ConfigurationError(f"{self.name} cannot be read: {error}") from error
        except (
            *(ValueError, EOFError, csv.Error, zlib.error),
            *(NotImplementedError, MemoryError),  # a Parquet file may promise anything
        ) as error:
            raise ConfigurationError(f"{self.name} cannot be read: {error}") from error

    def _csv(self, file: IO[bytes]) -> Iterator[Row]:
        csv.field_size_limit(_LARGEST_CELL)
        head = cast("io.BufferedReader", file).peek(64)[:64]
        with io.TextIOWrapper(file, self._encoding(head), newline="") as text:
            lines = _Lines(text)
            first = _filled(lines)
            said = _SAID.fullmatch(first)
            if said is not None:
                first = _filled(lines)
            separator = self.reading.separator or (said[1] if said else _separator(first))
            cells = csv.reader(chain([first], lines), strict=True, delimiter=separator)
            names = self._header = _header(next(cells, []))
            for number, row in enumerate(cells, 1):
                lines.read = 0
                if any(row):
                    yield number, _named(names, [text or None for text in row], number)

    def _encoding(self, head: bytes) -> str:
        said = self.reading.encoding
        marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
        if said is None and marked is None and b"\0" in head:
            raise ValueError("it is no UTF-8 text; UTF-16 without its mark is --encoding utf-16-le")
        if said is None or (marked is not None and said.casefold() in ("utf-8", "utf8")):
            return marked or "utf-8"
        return said

    def _workbook(self, file: IO[bytes]) -> Iterator[Row]:
        openpyxl = _library("openpyxl", "excel")
        _check_archive(file)
        # One view has what formulas come to, the other that they are formulas.
        with (
            closing(_workbook(openpyxl, file, data_only=True)) as values,
            closing(_workbook(openpyxl, file, data_only=False)) as formulas,
        ):
            title = self._sheet(values)
            both = zip(_lines_of(values[title]), _lines_of(formulas[title]), strict=True)
            rows = ([_cell(*pair) for pair in zip(*row, strict=True)] for row in both)
            first: list[str | None] = next(filter(any, rows), [])
            names = self._header = _header([text or "" for text in first])
            for number, cells in enumerate(rows, 1):
                if any(cells):
                    padding = [None] * (len(names) - len(cells))
                    yield number, _named(names, [*cells, *padding], number)

    def _sheet(self, workbook: Any) -> str:
        titles = list(workbook.sheetnames)
        if self.reading.sheet is not None:
            if self.reading.sheet not in titles:
                raise ValueError(f"there is no sheet {self.reading.sheet!r}: {', '.join(titles)}")
            return self.reading.sheet
        filled = [one.title for one in workbook.worksheets if next(one.iter_rows(), None)]
        if len(filled) > 1:
            raise ValueError(f"which sheet is meant? --sheet names it: {', '.join(filled)}")
        return str((filled or titles)[0])


class _Unpacked(io.RawIOBase):
    """What a gzip file holds, as long as it is not beyond what files of rows come to.

    Args:
        file: the packed file.
        size: of it, in bytes.
    """

    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file = gzip.GzipFile(fileobj=file)
        self._left = max(_SMALL, size * _RATIO)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        found = self._file.readinto(buffer)
        self._left -= found
        if self._left < 0:
            raise ValueError(f"it unpacks to more than {_RATIO} times its size")
        return found


class _Lines:
    """The lines of a text, none of them without end.

    Attributes:
        read: how many letters were read since it was set to 0, for each row anew.
    """

    def __init__(self, text: IO[str]) -> None:
        self.read = 0
        self._text = text

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(_LONGEST_ROW + 1)
        self.read += len(line)
        if self.read > _LONGEST_ROW:
            raise ValueError(f"a row is longer than {_LONGEST_ROW:,} letters")
        if not line:
            raise StopIteration
        return line


def form_of(path: Path) -> SourceFormat:
    """Return the format that a file's name says.

    Raises:
        click.UsageError: it says none that we know.
    """
    if str(path) == STANDARD:
        raise click.UsageError("standard input has no name: say its format, as in --format csv")
    name = path.name.casefold().removesuffix(".gz")
    found = _SUFFIXES.get(name.rpartition(".")[2])
    if found is None:
        raise click.UsageError(
            f"{path}: the name must end in .{', .'.join(_SUFFIXES)}, or --format says what it is"
        )
    return found


def _kept(stream: Any) -> IO[bytes]:
    file = tempfile.NamedTemporaryFile(prefix="bcorm-", suffix=".input")  # noqa: SIM115 - of the process
    shutil.copyfileobj(getattr(stream, "buffer", stream), file)
    file.flush()
    return cast("IO[bytes]", file)


def _undecoded(error: UnicodeDecodeError) -> str:
    told = f"byte 0x{error.object[error.start]:02x} is no {error.encoding.upper()}"
    if not error.encoding.casefold().startswith("utf"):
        return told
    return f"{told}; what Excel saves as CSV in western Europe and America is --encoding cp1252"


def _filled(lines: Iterator[str]) -> str:
    """Return the next line that is not blank; an empty text at the end."""
    return next((line for line in lines if line.strip()), "")


def _separator(header: str) -> str:
    """Return what stands between the columns: where commas are in numbers, Excel writes others."""
    bare = re.sub(r'"[^"]*"', "", header)
    return max(_SEPARATORS, key=bare.count)


def _header(cells: list[str]) -> list[str]:
    """Return the names of columns without the spaces around them; an unnamed end has none."""
    names = [" ".join(text.split()) for text in cells]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise ValueError("it is empty: not even the names of columns are there")
    seen: set[str] = set()
    for number, name in enumerate(names, 1):
        if not name:
            raise ValueError(f"column {number} has no name")
        if name in seen:
            raise ValueError(f"there are two columns called {name!r}")
        seen.add(name)
    return names


def _named(names: list[str], cells: list[str | None], number: int) -> dict[str, Any]:
    if len(cells) != len(names):
        beyond = cells[len(names) :]
        if len(cells) < len(names) or any(beyond):
            told = ", ".join(map(repr, names[:3])) + (", ..." if len(names) > 3 else "")
            raise ValueError(
                f"row {number} has not as many cells as there are columns in the first row: {told}"
            )
    return dict(zip(names, cells, strict=False))


def _jsonl(file: IO[bytes]) -> Iterator[Row]:
    found = 0
    for number, line in enumerate(iter(lambda: file.readline(_LONGEST_ROW + 1), b""), 1):
        if len(line) > _LONGEST_ROW:
            raise ValueError(f"line {number} is longer than {_LONGEST_ROW:,} bytes")
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not text.strip():
            continue
        try:
            row = jsontext.loads(text)
        except ValueError as error:
            raise ValueError(f"line {number} is no JSON: {error}") from None
        if not isinstance(row, dict):
            raise ValueError(f"line {number} is no object")  # noqa: TRY004
        names = json.loads(text, object_pairs_hook=_names)
        if len(names) > len(row):
            twice = next(name for name in row if names.count(name) > 1)
            raise ValueError(f"line {number} has {twice!r} twice")
        found += 1
        yield found, row


def _names(pairs: list[tuple[str, Any]]) -> list[str]:
    return [name for name, _ in pairs]


def _parquet(file: IO[bytes]) -> Iterator[Row]:
    found = 0
    with _parquet_module().ParquetFile(file) as opened:
        # What pandas has numbered the rows with is no column of theirs, unless it has a name.
        schema = opened.schema_arrow
        names = [name for name in schema.names if not _UNNAMED_INDEX.fullmatch(name)]
        ranges = _named_ranges(schema)
        for batch in opened.iter_batches(_READ, columns=names):
            for row in batch.to_pylist():
                found += 1
                yield found, {**row, **{name: next(keys) for name, keys in ranges.items()}}


def _named_ranges(schema: Any) -> dict[str, Iterator[int]]:
    """Return the index of a frame whose numbers follow each other: pandas writes down its ends."""
    said = schema.pandas_metadata
    described = said.get("index_columns") if isinstance(said, dict) else None
    found: dict[str, Iterator[int]] = {}
    for one in described if isinstance(described, list) else ():
        if not isinstance(one, dict) or one.get("kind") != "range" or not one.get("name"):
            continue
        start, step = one.get("start"), one.get("step")
        if not (isinstance(start, int) and isinstance(step, int) and isinstance(one["name"], str)):
            raise ValueError("what pandas says of the index is damaged")  # noqa: TRY004
        found[one["name"]] = count(start, step)
    return found


def _parquet_module() -> Any:
    return _library("pyarrow.parquet", "arrow")


def _library(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        wanted = name.partition(".")[0]
        raise ConfigurationError(f"this needs {wanted}: pip install 'bcorm[{extra}]'") from None


def _check_archive(file: IO[bytes]) -> None:
    """Refuse a workbook that unpacks to more than anybody's does. Raises ValueError."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, EOFError, struct.error) as error:
        raise ValueError(f"it is no workbook: {error}") from error
    file.seek(0)
    # No more of a part is unpacked than it says.
    held = (one.file_size for one in parts if not one.filename.startswith("xl/worksheets/"))
    if sum(one.file_size for one in parts) > _LARGEST_BOOK or max(held, default=0) > _LARGEST_PART:
        raise ValueError("it unpacks to more than a workbook can be read of: save it as CSV")


def _lines_of(sheet: Any) -> Iterator[Any]:
    """Yield the rows of a sheet, as wide as they are, whatever it says of its size.

    Raises:
        ValueError: its rows are out of order, or more than can be looked at.
    """
    sheet.reset_dimensions()
    cells = 0
    rows = sheet.iter_rows()
    for number in count(1):
        try:
            row = next(rows, None)
        except Exception as error:  # whatever is wrong with its XML or the archive
            if isinstance(error, (ValueError, MemoryError)):
                raise
            raise ValueError(f"it is no workbook: {error}") from error
        if row is None:
            return
        cells += len(row)
        if number > _LAST_ROW or cells > _MOST_CELLS:
            raise ValueError("it has more cells than can be looked at: save it as CSV")
        yield row


def _workbook(openpyxl: Any, file: IO[bytes], *, data_only: bool) -> Any:
    try:
        return openpyxl.load_workbook(file, read_only=True, data_only=data_only)
    except Exception as error:  # whatever is wrong with an archive, its XML or its parts
        if isinstance(error, (MemoryError, RecursionError)):
            raise
        raise ValueError(f"it is no workbook: {error}") from error


def _cell(cell: Any, written: Any) -> str | None:
    """Return a cell of a workbook as the text that a CSV file would have.

    Raises:
        ValueError: it is an error of a formula, or the value of a formula was not saved.
    """
    value = cell.value
    if cell.data_type == "e":
        raise ValueError(f"cell {cell.coordinate} is an error: {value}")
    if value is None:
        if written.data_type == "f":
            raise ValueError(
                f"cell {written.coordinate} is a formula whose value was not saved: open the file "
                "in a spreadsheet, and save it"
            )
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return Exact(value)
    if isinstance(value, float):
        return Exact(format(value, _DIGITS))
    if isinstance(value, (datetime, date)):
        return _moment(value)
    return str(value) or None


def _moment(value: date) -> str:
    """A spreadsheet knows no time zones: its moments are taken for UTC's."""
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    return f"{value.isoformat()}Z" if isinstance(value, datetime) else value.isoformat()
