"""`bcorm import`: rows of a file into a store, with a plan first and a journal behind it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

import bcorm
from bcorm.cli import console, journals, mapping, rejects
from bcorm.cli.merging import Care, Merger, percent
from bcorm.cli.meter import progress, writing
from bcorm.cli.naming import ParamType, ResourceName, plural
from bcorm.cli.numbers import MARKS
from bcorm.cli.output import field_names
from bcorm.cli.querying import identity, is_listable
from bcorm.cli.rows import Problem, Rows, plain_name
from bcorm.cli.sources import SOURCE_FORMATS, Reading, Source
from bcorm.cli.stores import Opened, store_option
from bcorm.exceptions import CommitError, FieldError
from bcorm.session import CommitReport, RequestPlan, Session
from bcorm.session.journal import Journal
from bcorm.session.recover import recover

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.cli.assembling import Assembler
    from bcorm.model.resource import Resource

REJECTED = 3
"""The exit status when the rows of `--rejects` were not taken, and others were."""

PRICES = "prices"
"""What is sold under a SKU, product or variant, and its prices: a resource of imports only."""

_SHOWN = 10


class Imported(ResourceName):
    """An argument that names what an import can be of."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the class, or `prices`."""
        if isinstance(value, str) and value.casefold() in (PRICES, "price-list"):
            return PRICES
        return super().convert(value, param, ctx)


class Part(ParamType):
    """A part of a whole: `30%`."""

    name = "part"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """Return the part."""
        del param, ctx
        if isinstance(value, Decimal):
            return value
        try:
            number = Decimal(str(value).strip().removesuffix("%").strip())
        except InvalidOperation:
            number = Decimal(-1)
        if not (number.is_finite() and number >= 0):
            raise click.UsageError(f"{value!r} is no percentage: write it as in --max-change 30%")
        return number / 100


@attrs.frozen
class Asked:
    """What an import is asked to do.

    Attributes:
        source: the file.
        resource: what its rows are, if that was said.
        by: the fields that identify a row.
        fields: the columns to take besides those; all if there are none.
        mark: what stands before the fraction of a number, if that was said.
        renamed: the fields of columns, by what these are called in the file.
        mapped: what the columns of such files are for.
        price_list: the name or the key of a price list.
        care: what must not be done.
        rejects: the file of rows that are not taken.
        acknowledge: effects of the plan that are accepted.
        journal: the file that records what was sent, if that was said.
    """

    source: Source
    resource: type[Resource] | str | None
    by: tuple[str, ...]
    fields: tuple[str, ...]
    mark: str | None
    renamed: dict[str, str]
    mapped: mapping.Map | None
    price_list: str | None
    care: Care
    rejects: Path | None
    acknowledge: tuple[str, ...]
    journal: Path | None


@click.command("import", short_help="Make a store's rows what a file says.")
@click.argument(
    "path", type=click.Path(exists=True, dir_okay=False, path_type=Path, allow_dash=True)
)
@click.option(
    "--resource", type=Imported(), metavar="RESOURCE",
    help="The resource, if the file does not say; `prices` for products and variants by SKU.",
)  # fmt: skip
@click.option("--by", help="Fields that identify a row, such as sku; the key by default.")
@click.option(
    "--map", "mapped",
    help='What columns are for: shopify and others, a .toml file, or "SKU=sku,Preis=price".',
)  # fmt: skip
@click.option("--fields", help="Fields to take, besides those of --by; all by default.")
@click.option("--price-list", help="The price list whose records are meant, by name or by key.")
@click.option("--skip-missing", is_flag=True, help="Leave out rows that the store does not have.")
@click.option("--update-only", is_flag=True, help="Create nothing.")
@click.option("--max-change", type=Part(), help="Refuse amounts that change by more: 30%.")
@click.option(
    "--rejects", type=click.Path(dir_okay=False, path_type=Path),
    help="Take the other rows, and write those that cannot be taken to this file.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(SOURCE_FORMATS), help="The file's format.")
@click.option("--encoding", help="Of a text that is not UTF-8, such as cp1252.")
@click.option("--separator", help="What is between the columns of a text.")
@click.option("--decimal", "mark", type=click.Choice(MARKS), help="What is before a fraction.")
@click.option("--sheet", help="The sheet of a workbook.")
@click.option("--dry-run/--apply", default=True, help="Show the plan, or carry it out.")
@click.option("--acknowledge", multiple=True, help="An effect of the plan that is accepted.")
@click.option(
    "--journal", "journal_path", type=click.Path(dir_okay=False, path_type=Path),
    help="The file that records what was sent, instead of one in your state folder.",
)  # fmt: skip
@store_option
@click.pass_context
def command(ctx: click.Context, store: Opened, /, *, path: Path, **options: Any) -> None:
    """Make a store's rows what a file says: `bcorm import products.parquet --apply`.

    Rows are found by their key, or by the fields of --by; with --by, rows that the store does not
    have are created. What the rows of another store's export refer to is found by name; a row that
    refers to what this store does not have is refused. Columns that only the API sets are ignored.
    The plan is shown; --apply carries it out, and writes a journal: to finish an import that was
    interrupted, run it again. A file is taken as a whole or not at all, unless --skip-missing or
    --rejects says otherwise.
    """
    asked = _asked(path, options)
    session = Session(store.session.client)
    merger = _merger(session, asked)
    if options["dry_run"]:
        _show_left(store, merger, _journal(store, merger, asked))
        _planned(store, merger, asked)
    else:
        _carry_out(store, session, merger, asked)
    ctx.exit(_status(merger, asked))


def _asked(path: Path, options: dict[str, Any]) -> Asked:
    separator = options["separator"]
    if separator is not None:
        separator = {"\\t": "\t", "tab": "\t"}.get(separator, separator)
        if len(separator) != 1:
            raise click.UsageError(f"--separator is one character, not {separator!r}")
    reading = Reading(options["form"], options["encoding"], separator, options["sheet"])
    source = Source(path, reading)
    if options["rejects"] is not None:
        rejects.check(options["rejects"], source)
    named, pairs = options["mapped"], {}
    mapped = None
    if named is not None and "=" in named:
        pairs = _pairs(named)
    elif named is not None:
        mapped = mapping.read(named)
    return Asked(
        source=source,
        resource=options["resource"] or (mapped.resource if mapped else None),
        by=field_names(options["by"]) or (mapped.by if mapped else ()),
        fields=field_names(options["fields"]),
        mark=options["mark"],
        renamed=pairs,
        mapped=mapped,
        price_list=options["price_list"],
        care=Care(options["skip_missing"], options["update_only"], options["max_change"]),
        rejects=options["rejects"],
        acknowledge=options["acknowledge"],
        journal=options["journal_path"],
    )


def _pairs(text: str | None) -> dict[str, str]:
    """Split `--map "SKU=sku,Preis=price"`. Raises click.UsageError."""
    found: dict[str, str] = {}
    for pair in (text or "").split(",") if text else ():
        column, equals, name = (part.strip() for part in pair.partition("="))
        if not (column and equals and name) or column in found:
            raise click.UsageError(f'{pair!r} is no column and its field: "SKU=sku,Preis=price"')
        found[column] = name
    return found


def _merger(session: Session, asked: Asked) -> Merger | Assembler:
    """Return what lays the file over the store."""
    from bcorm.cli import stocking  # noqa: PLC0415 - no help needs it
    from bcorm.cli.assembling import Assembler  # noqa: PLC0415 - no help needs it

    resource, mapped = asked.resource, asked.mapped
    if mapped is not None and resource is not mapped.resource:
        raise click.UsageError(f"this map is of {plural(mapped.resource.__name__)}")
    if mapped is not None and mapped.resource is bcorm.Product:
        if asked.by or asked.fields:
            raise click.UsageError("the map says what is taken: --by and --fields do not")
        return Assembler(session, asked.source, mapped, asked.care, asked.mark)
    if resource is None:
        resource = PRICES if asked.price_list else asked.source.resource()
    if resource in {PRICES, bcorm.PriceRecord} and (
        asked.price_list or _is_by_sku(resource, asked)
    ):
        return _record_merger(session, asked)
    if resource == PRICES:
        return _price_merger(session, asked)
    assert isinstance(resource, type)
    if asked.price_list:
        raise click.UsageError("--price-list goes with --resource prices")
    renamed = _renamed(asked)
    if resource is bcorm.StockLevel:
        by = (*stocking.IDENTITIES, *stocking.PLACES)
        _check_columns(asked, renamed or stocking.field_of, [stocking.IDENTITIES, ("quantity",)])
        rows = _rows(session, stocking.LevelRow, by, asked, renamed or stocking.field_of)
        return stocking.StockMerger(session, rows, asked.care)
    if not is_listable(resource):
        raise click.UsageError(
            f"the API does not list {plural(resource.__name__)}: what it has cannot be compared"
        )
    return Merger(
        session,
        _rows(session, resource, asked.by or identity(resource), asked, renamed),
        asked.care,
    )


_BY_SKU = {"price_list_id", "sku", "currency"}


def _price_merger(session: Session, asked: Asked) -> Merger:
    from bcorm.cli import pricing  # noqa: PLC0415 - no help needs it

    if asked.by:
        raise click.UsageError("prices are found by their SKU: --by has no meaning here")
    renamed = _renamed(asked) or pricing.field_of(("sku", *pricing.PRICES))
    _check_columns(asked, renamed, [("sku",), pricing.PRICES])
    rows = _rows(session, bcorm.Product, ("sku",), asked, renamed)
    return pricing.PriceMerger(session, rows, asked.care)


def _is_by_sku(resource: type[Resource] | str, asked: Asked) -> bool:
    """Whether a file is of price records, and says of which variants they are by SKU alone."""
    from bcorm.cli import pricing  # noqa: PLC0415 - no help needs it

    if resource is not bcorm.PriceRecord:
        return False
    renamed = _renamed(asked) or pricing.field_of(pricing.RECORD_FIELDS)
    found = {renamed(column) for column in asked.source.columns()}
    return "sku" in found and "variant_id" not in (found if not asked.by else asked.by)


def _record_merger(session: Session, asked: Asked) -> Merger:
    """Return what lays prices over records by SKU: those of one price list, or of each row's."""
    from bcorm.cli import pricing  # noqa: PLC0415 - no help needs it

    if asked.by and (asked.resource == PRICES or not {"sku", "currency"} <= {*asked.by} <= _BY_SKU):
        raise click.UsageError("prices are found by their SKU: --by has no meaning here")
    wanted: list[tuple[str, ...]] = [("sku",), ("currency",), pricing.RECORD_PRICES]
    fields: tuple[str, ...] = pricing.RECORD_FIELDS
    given: dict[str, Any] | None = None
    if asked.price_list is None:
        wanted.append(("price_list_id",))
    else:
        key = _price_list(session, asked.price_list).id
        fields = ("sku", "currency", *pricing.RECORD_PRICES)
        given = {"price_list_id": str(key) if asked.source.is_text else key}
    renamed = _renamed(asked) or pricing.field_of(fields)
    _check_columns(asked, renamed, wanted, price_list_id="--price-list NAME")
    rows = _rows(session, bcorm.PriceRecord, ("sku", "currency"), asked, renamed, given=given)
    return pricing.PriceListMerger(session, rows, asked.care)


def _price_list(session: Session, named: str) -> bcorm.PriceList:
    lists = bcorm.PriceList.objects.using(session)
    found = list(lists.filter(name=named))
    if not found and named.isdigit():
        found = list(lists.filter(id__in=[int(named)]))
    if len(found) != 1:
        told = "no price list" if not found else "more than one price list"
        raise click.ClickException(f"the store has {told} {named!r}")
    return found[0]


def _rows(
    session: Session,
    model: type[Resource],
    by: tuple[str, ...],
    asked: Asked,
    renamed: Callable[[str], str | None] | None,
    *,
    given: dict[str, Any] | None = None,
) -> Rows:
    return Rows(
        model, by, asked.source, session, fields=asked.fields, mark=asked.mark, renamed=renamed,
        given=given, meant=asked.mapped.meaning if asked.mapped else None,
    )  # fmt: skip


def _renamed(asked: Asked) -> Callable[[str], str | None] | None:
    """Return what tells the fields of columns, if --map says so. Raises click.ClickException."""
    if asked.mapped is not None:
        return asked.mapped.field_of
    if not asked.renamed:
        return None
    plain = {plain_name(column): name for column, name in asked.renamed.items()}
    columns = asked.source.columns()
    there = {plain_name(column) for column in columns}
    missing = [column for column in asked.renamed if plain_name(column) not in there]
    if missing and columns:
        raise click.ClickException(
            f"{asked.source.name} has no column {missing[0]!r}: {', '.join(columns)}"
        )
    return lambda column: plain.get(plain_name(column))


def _check_columns(
    asked: Asked,
    renamed: Callable[[str], str | None],
    wanted: list[tuple[str, ...]],
    **instead: str,
) -> None:
    """Refuse a file that lacks a column without which no row says anything.

    Args:
        asked: what is imported.
        renamed: what tells the field of a column.
        wanted: fields of which one has to be there, each.
        instead: what can be said on the command line in the place of a column.
    """
    columns = asked.source.columns()
    found = {renamed(column) for column in columns}
    for names in wanted:
        if columns and found.isdisjoint(names):
            other = f", or say {instead[names[0]]}" if names[0] in instead else ""
            raise click.ClickException(
                f"{asked.source.name} has no column for {' or '.join(names)}: "
                f'{", ".join(columns)}. Name it, as in --map "{columns[0]}={names[0]}"{other}'
            )


def _journal(store: Opened, merger: Merger | Assembler, asked: Asked) -> Path:
    if asked.journal is not None:
        return asked.journal
    what = merger.named(2).replace(" ", "-")
    key = store.session.client.store_key
    return journals.journal_of(key, store.address, what, asked.source.digest())


def _show_left(store: Opened, merger: Merger | Assembler, journal: Path) -> None:
    """Show what an interrupted import has left, and leave it."""
    if not journal.exists():
        return
    book = Journal(journal, store.session.client.qualified_store_key)
    entries = journals.left(book, merger.writes)
    if entries:
        journals.show(entries)
        console.told("an earlier import was interrupted: --apply finishes it first")


def _carry_out(store: Opened, session: Session, merger: Merger | Assembler, asked: Asked) -> None:
    from bcorm.cli.assembling import Assembler  # noqa: PLC0415 - no help needs it

    journal = _journal(store, merger, asked)
    session.journal = book = Journal(journal, session.client.qualified_store_key, history=True)
    # Nobody else imports this file meanwhile.
    with book.held(), book.run(f"import {asked.source.name}"):
        try:
            entries = journals.left(book, merger.writes)
            if entries:
                journals.show(entries)
                _finish(store, book)
            plans = _planned(store, merger, asked)
            if isinstance(merger, Assembler) and len(plans[0]):
                merger.first.journal = book
                _apply(store, merger.first, merger, plans[0], asked)
                merger.link()
            if len(plans[-1]) or len(plans[0]):
                _apply(store, session, merger, plans[-1], asked)
        except (KeyboardInterrupt, SystemExit, BrokenPipeError):
            if book.open_entries():
                console.say("interrupted: run it again, and it is finished")
            elif not store.meter.stats.writes:
                console.say("interrupted: nothing was sent")
            raise
        finally:
            # What the store has refused is compared anew by the next import; what was not sent, or
            # may have arrived, is finished by it. What was saved stays, for it may be undone.
            journals.drop_empty(journal)


def _status(merger: Merger | Assembler, asked: Asked) -> int:
    """Return the exit status: rows that are missing are what --skip-missing expects."""
    skips = asked.care.skips_missing
    return (
        REJECTED
        if any(not (item.missing and skips) for item in merger.rows.problems.values())
        else 0
    )


def _planned(store: Opened, merger: Merger | Assembler, asked: Asked) -> list[RequestPlan]:
    """Lay the file over the store, and show what there is to do."""
    from bcorm.cli.assembling import Assembler  # noqa: PLC0415 - no help needs it

    with progress(store.meter, f"comparing {merger.named(2)}", None) as told:
        try:
            merged = merger.merge(told)
        except FieldError as error:
            raise click.ClickException(f"{asked.source.name}: {error}") from error
    rows = merger.rows
    if rows.unread:
        console.say(f"not read, as they are for nothing here: {', '.join(sorted(rows.unread))}")
    if merged.ignored:
        console.say(f"ignored, as they cannot be written: {', '.join(sorted(merged.ignored))}")
    from bcorm.moving.kinds import parts_of  # noqa: PLC0415 - no help needs it

    parts = parts_of(rows.model) if isinstance(rows, Rows) and rows.moved else ()
    if parts:
        lacking = f"{', '.join(parts)} of {merger.named(2)}: bcorm copy takes them along"
        console.say(f"not in the file of another store, so that they do not come along: {lacking}")
    _set_aside(merger, asked)
    sessions = [merger.first] if isinstance(merger, Assembler) else []
    plans = [session.plan(acknowledge=asked.acknowledge) for session in (*sessions, merger.session)]
    _show(merger, plans)
    return plans


def _set_aside(merger: Merger | Assembler, asked: Asked) -> None:
    """Tell of the rows that cannot be taken; go on without them if that is what was asked for."""
    rows = merger.rows
    skips = asked.care.skips_missing
    wrong = {number: one for number, one in rows.problems.items() if not (one.missing and skips)}
    if wrong and asked.rejects is None:
        rows.tell(wrong)
        count = console.counted(len(wrong), "row")
        raise click.ClickException(f"{count} cannot be taken: nothing was sent")
    missing = len(rows.problems) - len(wrong)
    if missing:
        console.say(f"left out, as the store does not have them: {console.counted(missing, 'row')}")
    if asked.rejects is not None:
        _reject(merger, asked, wrong)


def _reject(merger: Merger | Assembler, asked: Asked, told: dict[int, Problem]) -> None:
    assert asked.rejects is not None
    merger.rows.tell(told)
    rejects.write(asked.rejects, asked.source, merger.rows.problems)
    count = console.counted(len(merger.rows.problems), "row")
    console.say(f"not taken: {count} -> {asked.rejects}")


def _finish(store: Opened, book: Journal) -> None:
    """Finish an import that was interrupted. What the store refuses is compared anew afterwards."""
    before = store.meter.stats.writes
    try:
        # Objects that could not be saved stay in a session of their own: the file speaks next.
        other = Session(store.session.client)
        other.journal = book
        report = recover(book.path, other)
        told = str(report).splitlines()[0]
    except CommitError as error:
        told = str(error)
    writes = store.meter.stats.writes - before
    requests = console.counted(writes, "request")
    console.told(f"an earlier import was interrupted: finished, with {requests} ({told})")


def _show(merger: Merger | Assembler, plans: list[RequestPlan]) -> None:
    out, merged = console.stdout(), merger.result
    if merged.changes:
        headings = ["row", "field", "in the store", "in the file"]
        out.print(console.table("The first changes", headings, merged.changes))
        headings = ["field", "rows", "most in row", "from", "to", "by"]
        fields = [
            (name, one.count, one.row, one.before, one.after,
             "" if one.part is None else percent(one.part))
            for name, one in merged.fields.items()
        ]  # fmt: skip
        out.print(console.table("Changes of each field", headings, fields, right={"rows", "by"}))
    for note in merged.notes[:_SHOWN]:
        console.told(console.shown(note))
    if len(merged.notes) > _SHOWN:
        console.told(f"... and {len(merged.notes) - _SHOWN} more")
    requests = [row for plan in plans for row in plan.rows[:_SHOWN]]
    if requests:
        rows = [(method, url, count, body) for method, url, count, body in requests[:_SHOWN]]
        columns = ("method", "path", "rows", "body")
        out.print(console.table("The first requests", columns, rows, right={"rows"}))
    total = merged.changed + merged.created
    console.told(
        f"{console.counted(merger.rows.count, 'row')}, {merged.changed} changed "
        f"{merger.named(merged.changed)}, {merged.created} new: "
        f"{console.counted(total, 'change')} in {console.counted(sum(map(len, plans)), 'request')}"
    )


def _apply(
    store: Opened, session: Session, merger: Merger | Assembler, plan: RequestPlan, asked: Asked
) -> None:
    report: CommitReport
    try:
        with writing(store.meter, "writing", len(plan)):
            report = session.commit(acknowledge=asked.acknowledge)
    except CommitError as error:
        report = error.report
        for failure in (*report.failed, *report.unknown):
            numbers = merger.result.objects.get(id(failure.object), [])
            where = f"row {', '.join(map(str, numbers))}: " if numbers else ""
            console.say(console.shown(f"{where}{failure}"))
            for number in numbers:
                merger.rows.problem(number, ValueError(str(failure)))
        if asked.rejects is not None:
            _reject(merger, asked, {})
        counts = (
            f"{len(getattr(report, state))} {state}" for state in ("saved", "failed", "unknown")
        )
        told = f"{', '.join(counts)}\nRun it again when that is mended."
        raise click.ClickException(told) from error
    console.told(str(report))
