"""Rows on their way out: a table for people, JSON, JSON lines and CSV for programs."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, Literal

from bcorm.cli import console
from bcorm.cli.values import cell
from bcorm.model.frames.columns import json_text
from bcorm.model.mapper import mapper_for
from bcorm.model.types import Nested, Sequence, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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
    writers = {"csv": _csv, "json": _json, "jsonl": _jsonl}
    return sum(1 for _ in writers[form](out, columns, names, rows))


def _csv(
    out: TextIO, columns: list[Column], names: list[str], rows: Iterable[list[Any]]
) -> Iterator[None]:
    writer = csv.writer(out)
    writer.writerow(names)
    for row in rows:
        pairs = zip(columns, row, strict=True)
        writer.writerow([cell(value, column.converter) for column, value in pairs])
        yield


def _jsonl(
    out: TextIO, _columns: list[Column], names: list[str], rows: Iterable[list[Any]]
) -> Iterator[None]:
    for row in rows:
        out.write(json_text(dict(zip(names, row, strict=True))) + "\n")
        yield


def _json(
    out: TextIO, _columns: list[Column], names: list[str], rows: Iterable[list[Any]]
) -> Iterator[None]:
    before = "["
    for row in rows:
        out.write(f"{before}\n {json_text(dict(zip(names, row, strict=True)))}")
        before = ","
        yield
    out.write("[]\n" if before == "[" else "\n]\n")
