"""Rows on their way out: a table for people, JSON, JSON lines and CSV for programs."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, Literal

from bcorm.cli import console
from bcorm.cli.values import cell, escaped
from bcorm.model.frames.columns import json_text
from bcorm.model.mapper import mapper_for
from bcorm.model.types import Nested, Sequence, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

    from bcorm.model.frames.columns import Column
    from bcorm.model.resource import Resource

Format = Literal["table", "json", "jsonl", "csv"]
FORMATS: tuple[Format, ...] = ("table", "json", "jsonl", "csv")

_TABLE_FIELDS = 7
_LABELS = ("name", "title", "email", "sku", "code", "label", "price", "status", "scope")


def field_names(text: str | None) -> tuple[str, ...]:
    """Split `--fields id,name`."""
    return tuple(name.strip() for name in (text or "").split(",") if name.strip())


def table_fields(model: type[Resource]) -> tuple[str, ...]:
    """Return the fields that tell rows apart at a glance, for a table without `--fields`."""
    fields, endpoint = mapper_for(model).fields, model.endpoint
    wanted = [
        *endpoint.owners,
        *([endpoint.key] if endpoint.key else []),
        *(name for name in _LABELS if name in fields),
        *endpoint.natural_key,
        *(name for name, mapped in fields.items() if mapped.options.required),
        *([endpoint.version_field] if endpoint.version_field else []),
        *fields,
    ]
    simple = [
        name
        for name in dict.fromkeys(wanted)
        if name not in fields
        or not (
            isinstance(fields[name].converter, (Nested, Sequence, Table))
            or fields[name].options.write_only
            or fields[name].options.include
        )
    ]
    known = [name for name in simple if name in fields or name in endpoint.owners]
    return tuple(known[:_TABLE_FIELDS])


def write_rows(out: TextIO, columns: list[Column], rows: Iterable[list[Any]], form: Format) -> int:
    """Write rows as they come; returns how many there were."""
    names = [column.name for column in columns]
    if form == "table":
        held = [[cell(value) for value in row] for row in rows]
        console.stdout().print(console.table(None, names, held))
        return len(held)
    if form == "json":
        return sum(1 for _ in _json(out, names, rows))
    write, count = line_writer(out, columns, form), 0
    for row in rows:
        write(row)
        count += 1
    return count


def line_writer(
    out: TextIO, columns: list[Column], form: Literal["csv", "jsonl"], *, excel: bool = False
) -> Callable[[list[Any]], object]:
    """Return what writes a row, as it comes.

    Args:
        out: where to.
        columns: of the rows.
        form: CSV, whose header is written now, or JSON lines.
        excel: keep a spreadsheet from taking a text for a formula, by an apostrophe before it.
    """
    names = [column.name for column in columns]
    if form == "jsonl":
        return lambda row: out.write(json_text(dict(zip(names, row, strict=True))) + "\n")
    writer = csv.writer(out)
    writer.writerow(names)
    converters = [column.converter for column in columns]

    def write(row: list[Any]) -> None:
        cells = [cell(value, one) for value, one in zip(row, converters, strict=True)]
        if excel:
            cells = [
                escaped(text) if isinstance(value, str) else text
                for text, value in zip(cells, row, strict=True)
            ]
        writer.writerow(cells)

    return write


def _json(out: TextIO, names: list[str], rows: Iterable[list[Any]]) -> Iterator[None]:
    before = "["
    for row in rows:
        out.write(f"{before}\n {json_text(dict(zip(names, row, strict=True)))}")
        before = ","
        yield
    out.write("[]\n" if before == "[" else "\n]\n")
