"""`bcorm diff`: how two stores, or a file and a store, differ."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcorm.cli import console, files
from bcorm.cli.naming import ResourceName
from bcorm.cli.output import field_names
from bcorm.cli.querying import identity, selected
from bcorm.cli.stores import Opened, opened, store_option
from bcorm.cli.values import cell, fitting, typed
from bcorm.model.frames.columns import Column, columns_of, json_text, records
from bcorm.model.mapper import mapper_for
from bcorm.model.queryset import QuerySet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bcorm.model.resource import Resource

    Row = dict[str, Any]
    Difference = tuple[str, str, str, str]

FOUND = 3
"""The exit status when there are differences."""

HERE, THERE, DIFFERS = "only here", "only there", "differs"


@click.command("diff", short_help="Compare a store with a file or a store.")
@click.argument("resource", type=ResourceName())
@click.argument("other")
@click.argument("lookups", nargs=-1)
@click.option("--by", help="Fields that identify a row in both, such as sku.")
@click.option("--fields", help="Fields to compare; all that can be written by default.")
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True,
    help="How to print the differences.",
)  # fmt: skip
@store_option
@click.pass_context
def command(
    ctx: click.Context,
    store: Opened,
    /,
    *,
    resource: type[Resource],
    other: str,
    lookups: tuple[str, ...],
    by: str | None,
    fields: str | None,
    form: str,
) -> None:
    """Compare rows: `bcorm diff products backup.parquet`, `bcorm diff products @staging --by sku`.

    "Here" is the store of --profile or the environment; "there" is the file, or the store of the
    profile after the @. Unless --by names fields, a file's rows are found by their key, and a
    store's by their natural key; keys of other objects differ from store to store, and are then not
    compared. Lookups choose the rows to compare; with a file, by what the store says of them. The
    exit status is 3 if there are differences.
    """
    is_store = other.startswith("@")
    names = field_names(by) or identity(resource, natural=is_store)
    if is_store:
        wanted = field_names(fields) or _comparable(resource, names, is_store=True)
        with opened(other[1:]) as elsewhere:
            there = _index(_rows(elsewhere, resource, (*names, *wanted), lookups), names)
    else:
        path = Path(other)
        columns = _file_columns(path, resource)
        known = _comparable(resource, names, is_store=False)
        wanted = field_names(fields) or tuple(name for name in columns if name in known)
        there = _index(_file_rows(path, resource, (*names, *wanted)), names)
    here = _rows(store, resource, (*names, *wanted), lookups)
    if not is_store and files.form_of(Path(other)) == "csv":
        here = map(_as_cells, here)
    found = _differences(here, there, names, wanted)
    if lookups and not is_store:
        # Nobody can say which of the file's other rows the lookups would choose.
        found = (one for one in found if one[1] != THERE)
    count = _print(found, form)
    console.say(console.counted(count, "difference"))
    ctx.exit(FOUND if count else 0)


def _comparable(
    model: type[Resource], names: tuple[str, ...], *, is_store: bool
) -> tuple[str, ...]:
    """Return the fields that say the same in both places if nothing differs."""
    references = {getattr(one, "via", None) for one in model.relations.values()}
    references |= {getattr(one, "ids", None) for one in model.relations.values()}
    columns = columns_of(QuerySet(model), (), flatten=True)
    fields = mapper_for(model).fields
    return tuple(
        column.name
        for column in columns
        if column.name not in names
        and not column.parent
        and not fields[column.path[0]].options.readonly
        and not (is_store and column.path[0] in references)
    )


def _rows(
    store: Opened, model: type[Resource], names: tuple[str, ...], lookups: tuple[str, ...]
) -> Iterator[Row]:
    queryset = selected(store, model, lookups)
    columns = columns_of(queryset, tuple(dict.fromkeys(names)), flatten=False)
    found = [column.name for column in columns]
    for values in records(queryset, columns):
        yield dict(zip(found, values, strict=True))


def _file_columns(path: Path, model: type[Resource]) -> tuple[str, ...]:
    """Return the columns of a file, nested objects spread out."""
    first = next(files.read(path), {})
    return tuple(_flat(model, first)) if first else ()


def _flat(model: type[Resource], row: Row) -> Row:
    """Spread the nested objects of a row, as `custom_url__url`."""
    flat: Row = {}
    for column in columns_of(QuerySet(model), tuple(row), flatten=True):
        if column.name in row:
            flat[column.name] = row[column.name]
            continue
        value: Any = row
        for word in column.path:
            value = value.get(word) if isinstance(value, dict) else None
        flat[column.name] = value
    return flat


def _file_rows(path: Path, model: type[Resource], names: tuple[str, ...]) -> Iterator[Row]:
    columns: list[Column] = columns_of(QuerySet(model), names, flatten=False)
    texts = files.form_of(path) == "csv"
    for row in files.read(path):
        flat = _flat(model, row)
        yield {column.name: _read(column, flat.get(column.name), texts=texts) for column in columns}


def _read(column: Column, value: Any, *, texts: bool) -> Any:
    if value is None:
        return None
    return typed(column.converter, value) if texts else fitting(column.converter, value)


def _as_cells(row: Row) -> Row:
    """Make nothing of an empty text: a CSV file has the same cell for both."""
    return {name: None if value == "" else value for name, value in row.items()}


def _index(rows: Iterable[Row], names: tuple[str, ...]) -> dict[tuple[Any, ...], Row]:
    return {tuple(row[name] for name in names): row for row in rows}


def _differences(
    here: Iterable[Row],
    there: dict[tuple[Any, ...], Row],
    names: tuple[str, ...],
    wanted: tuple[str, ...],
) -> Iterator[Difference]:
    """Yield key, field, value here, value there of what differs."""
    left = dict(there)
    for row in here:
        key = tuple(row[name] for name in names)
        shown = " ".join(cell(part) for part in key)
        other = left.pop(key, None)
        if other is None:
            yield shown, HERE, "", ""
            continue
        for name in wanted:
            if row[name] != other[name]:
                yield shown, name, cell(row[name]), cell(other[name])
    for key in left:
        yield " ".join(cell(part) for part in key), THERE, "", ""


def _print(differences: Iterator[Difference], form: str) -> int:
    columns = ("row", "what", "here", "there")
    if form == "jsonl":
        count = 0
        for count, line in enumerate(differences, 1):  # noqa: B007 - the last count is wanted
            sys.stdout.write(json_text(dict(zip(columns, line, strict=True))) + "\n")
        return count
    found = list(differences)
    if found:
        console.stdout().print(console.table(None, columns, found))
    return len(found)
