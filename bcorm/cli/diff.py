"""`bcorm diff`: how two stores, or a file and a store, differ."""

from __future__ import annotations

from contextlib import closing
from decimal import Decimal
from itertools import islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from bcorm.cli import console
from bcorm.cli.naming import ResourceName
from bcorm.cli.numbers import TwoReadings
from bcorm.cli.output import field_names
from bcorm.cli.querying import identity, selected
from bcorm.cli.rows import Rows, folded, key_fields
from bcorm.cli.sources import Source
from bcorm.cli.stores import Opened, opened, store_option
from bcorm.cli.values import cell, same
from bcorm.exceptions import FieldError
from bcorm.http.credentials import MASK
from bcorm.model.frames.columns import Column, columns_of, json_text, records
from bcorm.model.mapper import mapper_for
from bcorm.model.masking import is_secret
from bcorm.model.queryset import QuerySet
from bcorm.moving.known_by import (
    COUNTERS,
    STOCK,
    STORE,
    holds_keys,
    is_same_set,
    references,
    without_keys,
)
from bcorm.moving.names import Names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bcorm.cli.rows import Key
    from bcorm.model.resource import Resource

    Row = dict[str, Any]
    Difference = tuple[str, str, str, str]

FOUND = 3
"""The exit status when there are differences."""

_PART = 250

HERE, THERE, SEVERAL = "only here", "only there", "several rows of that name"


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
    store's by their natural key. Keys of other objects differ from store to store: those are
    compared by natural key, such as a category's path, and what has none is not. Lookups choose the
    rows to compare; with a file, by what the store says of them. The exit status is 3 if there are
    differences.
    """
    is_store = other.startswith("@")
    owners, keys = key_fields(resource, field_names(by) or identity(resource, natural=is_store))
    names = (*owners, *keys)
    chosen = field_names(fields)
    source = None if is_store else Source(Path(other))
    moved = source is None or _is_moved(source, store)
    wanted = _leaves(resource, chosen) or _comparable(resource, names, moved=moved)
    if source is None:
        with opened(other[1:]) as elsewhere:
            rows = _named(elsewhere, resource, (*names, *wanted), lookups)
            there = _index(rows, names)
    else:
        read = Rows(resource, names, source, store.session, compared=True)
        there = _file_index(read, moved=moved)
        has = {name for columns in there.columns for name in columns}
        missing = [name for name in chosen if has.isdisjoint(_leaves(resource, (name,)))]
        if missing and there.rows:
            raise click.ClickException(f"{other} has no {', '.join(missing)}")
        wanted = tuple(name for name in wanted if name in has)
    listed = _named if is_store else _rows
    here = listed(store, resource, (*names, *wanted), lookups)
    if moved and not is_store:
        here = (_without_keys(resource, row) for row in here)
    if source is not None and source.is_text:
        here = (_as_cells(row, names) for row in here)
    columns = columns_of(QuerySet(resource), wanted, flatten=False) if wanted else []
    found = _differences(here, there, names, columns, _sets(resource))
    if lookups and not is_store:
        # Nobody can say which of the file's other rows the lookups would choose.
        found = (one for one in found if one[1] != THERE)
    found = ((*one[:2], MASK, MASK) if is_secret(resource, one[1]) else one for one in found)
    count = _print(found, form)
    console.say(console.counted(count, "difference"))
    ctx.exit(FOUND if count else 0)


@attrs.define
class Index:
    """The rows of one side by their keys, and the keys that more than one row has.

    Keys are those that stores compare; `spelled` has those that stand there otherwise. All rows are
    there at once, so each is as small as it can be: the values alone, and what says the same as in
    the row before is the same object.
    """

    rows: dict[Key, tuple[tuple[str, ...], tuple[Any, ...]]] = attrs.field(factory=dict)
    twins: set[Key] = attrs.field(factory=set)
    spelled: dict[Key, Key] = attrs.field(factory=dict)
    columns: dict[tuple[str, ...], tuple[str, ...]] = attrs.field(factory=dict)
    _last: tuple[Any, ...] = attrs.field(default=(), init=False)

    def add(self, key: Key, row: Row) -> bool:
        """Take a row, unless there is one of its key, as stores compare keys."""
        found = folded(key)
        if found in self.rows:
            return False
        names = tuple(row)
        names = self.columns.setdefault(names, names)
        self._last = tuple(map(_one_of, row.values(), (*self._last, *repeat(None, len(names)))))
        self.rows[found] = names, self._last
        if found != key:
            self.spelled[found] = key
        return True

    def get(self, key: Key) -> Row | None:
        """Return the row of a key."""
        found = self.rows.get(key)
        return None if found is None else dict(zip(*found, strict=True))


def _one_of(value: Any, before: Any) -> Any:
    """Return the value before if both are the same text, or the same number with as many digits."""
    if type(value) not in {str, Decimal} or type(value) is not type(before) or value != before:
        return value
    return value if type(value) is Decimal and not value.same_quantum(before) else before


def _comparable(model: type[Resource], names: tuple[str, ...], *, moved: bool) -> tuple[str, ...]:
    """Return the fields that say the same in both places if nothing differs."""
    left_out: set[Any] = set()
    if moved:
        keys: set[Any] = {getattr(one, "via", None) for one in model.relations.values()}
        keys |= {getattr(one, "ids", None) for one in model.relations.values()}
        leaves = columns_of(QuerySet(model), (), flatten=True)
        keys |= {one.name for one in leaves if holds_keys(one.name, one.converter)}
        left_out = {*COUNTERS.get(model.__name__, ()), *STOCK.get(model.__name__, ())}
        left_out |= keys - references(model).keys()
    columns = columns_of(QuerySet(model), (), flatten=True)
    fields = mapper_for(model).fields
    return tuple(
        column.name
        for column in columns
        if column.name not in names
        and not column.parent
        and not fields[column.path[0]].options.readonly
        and column.name not in left_out
    )


def _is_moved(source: Source, store: Opened) -> bool:
    """Say whether a file holds another store's numbers."""
    with closing(source.rows()) as rows:
        _, row = next(rows, (0, {}))
    return STORE in row and row[STORE] != store.session.client.qualified_store_key


def _named(
    store: Opened, model: type[Resource], names: tuple[str, ...], lookups: tuple[str, ...]
) -> Iterator[Row]:
    """Yield the rows of a store with natural keys for keys."""
    known = Names(store.session)
    rows = _rows(store, model, names, lookups)
    while part := list(islice(rows, _PART)):
        for row in part:
            _strip(model, row)
        for column, reference in references(model).items():
            if not any(column in row for row in part):
                continue
            held = [_listed(row.get(column)) for row in part]
            keys = {key for one in held for key in one if not reference.is_everywhere(key)}
            called = known.of(reference.target, keys)
            for row, one in zip(part, held, strict=True):
                told = [called.get(key) or (key if key in (0, None) else f"#{key}") for key in one]
                row[column] = sorted(map(str, told)) if reference.many else (*told, None)[0]
        yield from part


def _sets(model: type[Resource]) -> set[str]:
    """Return the columns whose order says nothing."""
    return {name for name, one in references(model).items() if one.many}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _without_keys(model: type[Resource], row: Row) -> Row:
    """Leave out of a row what is numbered inside its values."""
    _strip(model, row)
    return row


def _strip(model: type[Resource], row: Row) -> None:
    for name, value in row.items():
        if isinstance(value, (list, dict)) and name not in references(model):
            row[name] = without_keys(value)


def _rows(
    store: Opened, model: type[Resource], names: tuple[str, ...], lookups: tuple[str, ...]
) -> Iterator[Row]:
    queryset = selected(store, model, lookups)
    columns = columns_of(queryset, tuple(dict.fromkeys(names)), flatten=False)
    found = [column.name for column in columns]
    for values in records(queryset, columns):
        yield dict(zip(found, values, strict=True))


def _leaves(model: type[Resource], names: tuple[str, ...]) -> tuple[str, ...]:
    """Spread nested objects: `custom_url` is `custom_url__url` and what else it has."""
    if not names:
        return ()
    return tuple(column.name for column in columns_of(QuerySet(model), names, flatten=True))


def _file_index(rows: Rows, *, moved: bool) -> Index:
    """Read a file as `bcorm import` does, nested objects spread out."""
    found = Index()
    columns: dict[tuple[str, ...], list[Column]] = {}
    try:
        for row in rows.read():
            try:
                values = rows.values(row)
            except FieldError:
                raise
            except ValueError as error:
                rows.problem(row.number, error)
                continue
            shown = {
                name: value
                for name, value in values.items()
                if (mapped := rows.mapped(name)[0]) is None or not mapped.options.write_only
            }
            names = tuple(shown)
            if names not in columns:
                columns[names] = columns_of(QuerySet(rows.model), names, flatten=True)
            flat = _flat(columns[names], shown)
            found.add(row.key, _without_keys(rows.model, flat) if moved else flat)
    except FieldError as error:
        raise click.ClickException(f"{rows.source.name}: {error}") from error
    rows.check("compared")
    return found


def _flat(columns: list[Column], row: Row) -> Row:
    """Spread the nested objects of a row, as `custom_url__url`: what it has of them."""
    flat: Row = {}
    for column in columns:
        if column.name in row:
            flat[column.name] = row[column.name]
            continue
        value: Any = row
        for word in column.path:
            if value is not None and word not in value:
                break
            value = None if value is None else value[word]
        else:
            flat[column.name] = value
    return flat


def _as_cells(row: Row, names: tuple[str, ...]) -> Row:
    """Make nothing of an empty text: a CSV file has the same cell for both. In a key it is one."""
    return {
        name: None if value == "" and name not in names else value for name, value in row.items()
    }


def _index(rows: Iterable[Row], names: tuple[str, ...]) -> Index:
    found = Index()
    for row in rows:
        key = _key(row, names)
        if not found.add(key, row):
            found.twins.add(folded(key))
    return found


def _key(row: Row, names: tuple[str, ...]) -> Key:
    # What has no one value, as a list of categories, tells rows apart by its text.
    parts = (row[name] for name in names)
    return tuple(cell(part) if isinstance(part, (list, dict)) else part for part in parts)


def _differences(
    here: Iterable[Row],
    there: Index,
    names: tuple[str, ...],
    wanted: list[Column],
    sets: Collection[str] = (),
) -> Iterator[Difference]:
    """Yield key, field, value here, value there of what differs."""
    left, met = dict.fromkeys(there.rows), set()
    for row in here:
        spelled = _key(row, names)
        key = folded(spelled)
        shown = " ".join(cell(part) for part in spelled)
        left.pop(key, None)
        other = there.get(key)
        if key in there.twins or key in met:
            yield shown, SEVERAL, "", ""
        elif other is None:
            yield shown, HERE, "", ""
        else:
            met.add(key)
            for column in wanted:
                name = column.name
                if name not in other or (name in sets and is_same_set(row[name], other[name])):
                    continue
                if not _alike(column, row[name], other[name]):
                    yield shown, name, cell(row[name]), _shown(other[name])
    for key in left:
        yield " ".join(cell(part) for part in there.spelled.get(key, key)), THERE, "", ""


def _alike(column: Column, here: Any, there: Any) -> bool:
    """Say whether two values are one; a number that could be two is either."""
    possible = there.readings if isinstance(there, TwoReadings) else (there,)
    return any(same(column.converter, here, value) for value in possible)


def _shown(value: Any) -> str:
    return value.text if isinstance(value, TwoReadings) else cell(value)


def _print(differences: Iterator[Difference], form: str) -> int:
    columns, out = ("row", "what", "here", "there"), console.results()
    if form == "jsonl":
        count = 0
        for count, line in enumerate(differences, 1):  # noqa: B007 - the last count is wanted
            out.write(json_text(dict(zip(columns, line, strict=True))) + "\n")
        return count
    found = list(differences)
    if found:
        console.stdout().print(console.table(None, columns, found))
    return len(found)
