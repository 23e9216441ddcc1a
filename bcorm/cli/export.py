"""`bcorm export`: rows into a file."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from bcorm.cli import bookmarks, console, files, linked
from bcorm.cli.meter import progress
from bcorm.cli.naming import ResourceName, amount, plural, stem
from bcorm.cli.output import field_names
from bcorm.cli.querying import selected
from bcorm.cli.sources import STANDARD
from bcorm.cli.stores import Opened, store_option
from bcorm.model.frames.columns import Column, columns_of, records
from bcorm.model.queryset import QuerySet
from bcorm.model.types import Sequence, Text
from bcorm.moving.known_by import STORE, references
from bcorm.moving.names import Names

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from bcorm.cli.bookmarks import Bookmark
    from bcorm.model.frames.arrow import Odd
    from bcorm.model.resource import Resource

_TOLD = 10
# Rows whose references are named at a time.
_NAMED = 250


@attrs.frozen
class _Job:
    """One resource of an export, checked: nothing was read for it yet."""

    model: type[Resource]
    path: Path
    columns: list[Column]
    lookups: tuple[str, ...]
    queryset: QuerySet[Any] | None
    below: list[tuple[linked.Below, Path]]
    bare: bool


class _Table:
    """Writes rows, with the store and the natural keys of what they refer to beside the fields.

    Args:
        model: what they are rows of.
        columns: of the rows.
        names: reads natural keys.
        store: the store's hash.
        bare: whether the fields are all that is written.

    Attributes:
        columns: all of the table.
        write: takes a row of all columns; set where the file is opened.
    """

    write: Callable[[list[Any]], object]

    def __init__(
        self, model: type[Resource], columns: list[Column], names: Names, store: str, *, bare: bool
    ) -> None:
        self._names, self._store = names, store
        self._rows: list[list[Any]] = []
        # What nobody can write goes to no other store.
        known = {} if bare or not _is_writable(model) else references(model)
        self._places = [
            (place, known[column.name])
            for place, column in enumerate(columns)
            if column.name in known and known[column.name].target.__name__ != "OrderStatus"
        ]
        self._bare = bare
        self.columns = columns
        if not bare:
            text = Text(None)
            beside = [
                Column(one.beside, (one.beside,), Sequence(text) if one.many else text)
                for _, one in self._places
            ]
            self.columns = [*columns, *beside, Column(STORE, (STORE,), text)]

    def add(self, row: list[Any]) -> None:
        """Take a row."""
        self._rows.append(row)
        if len(self._rows) >= _NAMED:
            self.flush()

    def flush(self) -> None:
        """Write the rows that are held."""
        rows, self._rows = self._rows, []
        beside: list[list[Any]] = []
        for place, reference in self._places:
            held = [row[place] for row in rows]
            lists = [[_number(key) for key in _listed(one)] for one in held]
            keys = {key for one in lists for key in one if not reference.is_everywhere(key)}
            named = self._names.of(reference.target, keys) if keys else {}
            names = [[named.get(key) for key in one] for one in lists]
            beside.append([one if reference.many else (*one, None)[0] for one in names])
        ends = list(zip(*beside, strict=True)) if beside else [()] * len(rows)
        for row, end in zip(rows, ends, strict=True):
            self.write(row if self._bare else [*row, *end, self._store])


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _number(key: Any) -> Any:
    """Return a key as a number: V2 lists some as texts."""
    return int(key) if isinstance(key, str) and key.removeprefix("-").isdigit() else key


def _is_writable(model: type[Resource]) -> bool:
    endpoint = model.endpoint
    batches = endpoint.create_batch or endpoint.update_batch
    return bool(batches) or not {"create", "update"}.isdisjoint(endpoint.verbs)


@click.command("export", short_help="Write rows to a file.")
@click.argument("resources", type=ResourceName(), nargs=-1, required=True)
@click.option(
    "--to", "target", type=click.Path(path_type=Path, allow_dash=True), required=True,
    help="A file ending in .csv, .jsonl or .parquet, or -; a directory for several tables.",
)  # fmt: skip
@click.option("--where", "lookups", multiple=True, help="A lookup, such as price__gte=10.")
@click.option("--fields", help="Names, separated by commas; all by default.")
@click.option("--with", "others", help="Relations whose rows go into tables beside: images.")
@click.option("--since-last", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Only what has changed since the last export that this bookmark is of.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(files.FILE_FORMATS),
    help="Format of standard output, and of the files in a directory; jsonl by default.",
)  # fmt: skip
@click.option("--flatten", is_flag=True, help="Make nested fields columns. CSV always does.")
@click.option(
    "--bare", is_flag=True,
    help="The fields alone, without the store and the natural keys of what rows refer to.",
)  # fmt: skip
@click.option("--excel", is_flag=True, help="CSV for a spreadsheet: no cell is a formula.")
@click.option(
    "--on-error", type=click.Choice(["stop", "empty"]), default="stop", show_default=True,
    help="What becomes of a value that does not fit its column of a Parquet file.",
)  # fmt: skip
@store_option
def command(store: Opened, /, *, resources: tuple[type[Resource], ...], **options: Any) -> None:
    """Write rows to a file, in constant memory: `bcorm export products --to products.parquet`.

    Each row says in _store whose numbers it holds, and beside each reference, as in _brand_id, what
    it means: another store can take the file. --bare leaves that out. The file appears when it is
    complete, and replaces one of the same name. `bcorm import` takes it back. Rows below others,
    such as order-products, are those of the whole store. A file about people is readable by you
    alone.
    """
    told: list[Odd] = []
    odd = told.append if options["on_error"] == "empty" else None
    writing = files.Writing(options["form"], options["excel"], odd)
    mark = None
    if options["since_last"] is not None:
        key = store.session.client.qualified_store_key
        mark = bookmarks.Bookmark.read(options["since_last"], key)
    jobs = _jobs(store, resources, options, mark)
    begun = bookmarks.now()
    written = {*resources, *(one.model for job in jobs for one, _ in job.below)}
    for job in jobs:
        _run(store, job, writing)
        # Of all fields, and in a file that people bring from one store to another one.
        part = options["bare"] or options["fields"] or mark is not None
        if not part and str(job.path) != STANDARD and ".parquet" not in job.path.suffixes:
            _tell_left(job, written)
        if mark is not None:
            _tell_gone(mark.gone(store, job.model, begun), job)
    if mark is not None:
        mark.write()
    for one in told[:_TOLD]:
        console.say(f"{one}: left empty")
    if len(told) > _TOLD:
        console.say(f"... and {len(told) - _TOLD} more")


def _jobs(
    store: Opened,
    resources: tuple[type[Resource], ...],
    options: dict[str, Any],
    mark: Bookmark | None,
) -> list[_Job]:
    """Check all that is asked for, before anything of it is written."""
    target: Path = options["target"]
    others = field_names(options["others"])
    several = len(resources) > 1 or bool(others)
    is_standard = str(target) == STANDARD
    if is_standard and several:
        raise click.UsageError("several tables go into a directory, a file of each")
    is_folder = not is_standard and (several or target.is_dir())
    known = target.suffix.lower().lstrip(".") in files.FILE_FORMATS
    if is_folder and not target.is_dir() and (target.exists() or known):
        raise click.UsageError(f"{target}: several tables go into a directory, a file of each")
    form = options["form"] or "jsonl"
    if not is_folder and not is_standard:
        form = files.form_of(target)
        if options["form"] not in (None, form):
            raise click.UsageError(f"{target} is a file of {form}, not of {options['form']}")
    if options["excel"] and form != "csv":
        raise click.UsageError("--excel is for CSV files")
    jobs = []
    for model in resources:
        path = target / f"{stem(model)}.{form}" if is_folder else target
        lookups = (*options["lookups"], *(mark.since(model) if mark else ()))
        flatten = options["flatten"] or form == "csv"
        columns = columns_of(QuerySet(model), field_names(options["fields"]), flatten=flatten)
        queryset = None
        if linked.is_below(model, lookups):
            linked.path_to(model)
        else:
            queryset = selected(store, model, lookups)
        tables = [linked.below(model, name) for name in others]
        below = [(one, target / f"{stem(one.model)}.{form}") for one in tables]
        jobs.append(_Job(model, path, columns, lookups, queryset, below, options["bare"]))
    if is_folder:
        target.mkdir(parents=True, exist_ok=True)
    return jobs


def _run(store: Opened, job: _Job, writing: files.Writing) -> None:
    model, name = job.model, plural(job.model.__name__)
    # Rows as they come where there is one table of them; objects know what is below them.
    plain = job.queryset if not job.below else None
    total = plain.count() if plain is not None and sys.stderr.isatty() else None
    counts = dict.fromkeys(range(len(job.below)), 0)
    count = 0
    names, key = Names(store.session), store.session.client.qualified_store_key
    with ExitStack() as stack:

        def opened(path: Path, model: type[Resource], columns: list[Column]) -> _Table:
            found = _Table(model, columns, names, key, bare=job.bare)
            found.write = stack.enter_context(files.table(path, model, found.columns, writing))
            return found

        table = opened(job.path, model, job.columns)
        beside = [opened(path, one.model, one.columns) for one, path in job.below]
        told = stack.enter_context(progress(store.meter, name, total))
        if plain is not None:
            for row in records(plain, job.columns):
                table.add(row)
                told(1)
                count += 1
        else:
            for keys, item in _objects(store, job, names):
                table.add(linked.row_of(job.columns, item, keys))
                told(1)
                count += 1
                for number, (one, _) in enumerate(job.below):
                    for child in getattr(item, one.name):
                        above = {**keys, one.key: item.pk}
                        beside[number].add(linked.row_of(one.columns, child, above))
                        counts[number] += 1
        for each in (table, *beside):
            each.flush()
    if str(job.path) != STANDARD:
        console.say(f"{amount(count, model)} -> {job.path}")
    for number, (one, path) in enumerate(job.below):
        console.say(f"{amount(counts[number], one.model)} -> {path}")


def _tell_left(job: _Job, written: Collection[type[Resource]]) -> None:
    """Tell what another store does not get by such a file."""
    from bcorm.moving.kinds import parts_of  # noqa: PLC0415 - no help needs it

    parts = parts_of(job.model) if not job.bare else {}
    left = [
        name for name, model in parts.items() if not any(issubclass(model, one) for one in written)
    ]
    if left:
        whose = plural(job.model.__name__)
        console.say(f"not in it: {', '.join(left)} of {whose}; bcorm copy takes them to a store")


def _objects(store: Opened, job: _Job, names: Names) -> Iterator[tuple[dict[str, Any], Resource]]:
    includes = tuple(one.include for one, _ in job.below if one.include)
    if job.queryset is None:
        yield from linked.objects(store, job.model, names.learn)
        return
    for item in job.queryset.include(*includes).iterator():
        names.learn(item)
        yield {}, item


def _tell_gone(gone: list[Any], job: _Job) -> None:
    if not gone:
        return
    shown = ", ".join(str(key) for key in gone[:_TOLD])
    more = f" and {len(gone) - _TOLD} more" if len(gone) > _TOLD else ""
    if str(job.path) == STANDARD:
        console.say(f"deleted since: {amount(len(gone), job.model)}: {shown}{more}")
        return
    path = job.path.with_name(f"{stem(job.model)}-deleted.csv")
    key = job.model.endpoint.key or "id"
    columns = [column for column in job.columns if column.name == key] or columns_of(
        QuerySet(job.model), (key,), flatten=False
    )
    with files.table(path, job.model, columns, files.Writing("csv")) as write:
        for one in gone:
            write([one])
    console.say(f"deleted since: {amount(len(gone), job.model)}: {shown}{more} -> {path}")
