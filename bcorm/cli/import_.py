"""`bcorm import`: rows of a file into a store, with a plan first and a journal behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from bcorm.cli import console, files
from bcorm.cli.merging import Merger
from bcorm.cli.meter import progress, writing
from bcorm.cli.naming import ResourceName, named, plural
from bcorm.cli.output import field_names
from bcorm.cli.querying import identity
from bcorm.cli.rows import Rows
from bcorm.cli.stores import Opened, store_option
from bcorm.exceptions import CommitError, FieldError
from bcorm.session import CommitReport, RequestPlan, Session, recover
from bcorm.session.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcorm.model.resource import Resource

_SHOWN = 10


@click.command("import", short_help="Make a store's rows what a file says.")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--resource", type=ResourceName(), help="The resource, if the file does not say.")
@click.option("--by", help="Fields that identify a row, such as sku; the key by default.")
@click.option("--dry-run/--apply", default=True, help="Show the plan, or carry it out.")
@click.option("--acknowledge", multiple=True, help="An effect of the plan that is accepted.")
@click.option(
    "--journal", "journal_path", type=click.Path(dir_okay=False, path_type=Path),
    help="The file that records what was sent; FILE.journal by default.",
)  # fmt: skip
@store_option
def command(
    store: Opened,
    *,
    path: Path,
    resource: type[Resource] | None,
    by: str | None,
    dry_run: bool,
    acknowledge: tuple[str, ...],
    journal_path: Path | None,
) -> None:
    """Make a store's rows what a file says: `bcorm import products.parquet --apply`.

    Rows are found by their key, or by the fields of --by; with --by, rows that the store does not
    have are created. Columns that only the API sets are ignored. The plan is shown; --apply carries
    it out, and writes a journal: to finish an import that was interrupted, run it again.
    """
    model = resource or files.resource_of(path)
    journal = journal_path or path.with_name(f"{path.name}.journal")
    client = store.session.client
    session = Session(client)
    merger = Merger(session, Rows(model, field_names(by) or identity(model), files.form_of(path)))
    if dry_run:
        if journal.exists() and Journal(journal, client.store_key).open_entries():
            console.told("an earlier import was interrupted: --apply finishes it first")
        _planned(store, path, merger, acknowledge)
        return
    session.journal = book = Journal(journal, client.store_key)
    # Nobody else imports this file meanwhile.
    with book.held():
        try:
            if book.open_entries():
                _finish(store, book)
            plan = _planned(store, path, merger, acknowledge)
            if len(plan):
                _apply(store, session, plan, acknowledge)
        except (KeyboardInterrupt, SystemExit, BrokenPipeError):
            if book.open_entries():
                console.say("interrupted: run it again, and it is finished")
            elif not store.meter.stats.writes:
                console.say("interrupted: nothing was sent")
            raise
        finally:
            # What the store has refused is compared anew by the next import; what was not sent, or
            # may have arrived, is finished by it.
            if not book.open_entries():
                _drop(journal)


def _planned(
    store: Opened, path: Path, merger: Merger, acknowledge: tuple[str, ...]
) -> RequestPlan:
    """Lay the file over the store, and show what there is to do."""
    model = merger.model
    with progress(store.meter, f"comparing {plural(model.__name__)}", None) as told:
        try:
            merged = merger.merge(_counted(files.read(path), told))
        except FieldError as error:
            raise click.ClickException(f"{path}: {error}") from error
    if merged.ignored:
        console.say(f"ignored, as they cannot be written: {', '.join(sorted(merged.ignored))}")
    merger.rows.check("sent")
    plan = merger.session.plan(acknowledge=acknowledge)
    _show(merger, plan)
    return plan


def _counted(
    rows: Iterator[dict[str, Any]], told: Callable[[int], object]
) -> Iterator[dict[str, Any]]:
    """Yield rows, and tell of each that it was taken."""
    for row in rows:
        yield row
        told(1)


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


def _drop(journal: Path) -> None:
    for suffix in ("", "-lock", "-wal", "-shm"):
        journal.with_name(journal.name + suffix).unlink(missing_ok=True)


def _show(merger: Merger, plan: RequestPlan) -> None:
    out, merged = console.stdout(), merger.result
    if merged.changes:
        columns = ("row", "field", "in the store", "in the file")
        out.print(console.table("The first changes", columns, merged.changes))
    if len(plan):
        rows = [(method, url, count, body) for method, url, count, body in plan.rows[:_SHOWN]]
        columns = ("method", "path", "rows", "body")
        out.print(console.table("The first requests", columns, rows, right={"rows"}))
    total = merged.changed + merged.created
    console.told(
        f"{console.counted(merger.rows.count, 'row')}, {merged.changed} changed "
        f"{named(merged.changed, merger.model)}, {merged.created} new: "
        f"{console.counted(total, 'change')} in {console.counted(len(plan), 'request')}"
    )


def _apply(
    store: Opened, session: Session, plan: RequestPlan, acknowledge: tuple[str, ...]
) -> None:
    report: CommitReport
    try:
        with writing(store.meter, "writing", len(plan)):
            report = session.commit(acknowledge=acknowledge)
    except CommitError as error:
        report = cast("CommitReport", error.report)
        for failure in (*report.failed, *report.unknown):
            console.say(console.shown(failure))
        counts = (
            f"{len(getattr(report, state))} {state}" for state in ("saved", "failed", "unknown")
        )
        told = f"{', '.join(counts)}\nRun it again when that is mended."
        raise click.ClickException(told) from error
    console.told(str(report))
