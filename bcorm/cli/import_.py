"""`bcorm import`: rows of a file into a store, with a plan first and a journal behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcorm.cli import console, files
from bcorm.cli.merging import Merged, Merger
from bcorm.cli.meter import progress, writing
from bcorm.cli.naming import ResourceName, plural
from bcorm.cli.output import field_names
from bcorm.cli.stores import Opened, store_option
from bcorm.exceptions import CommitError
from bcorm.session import CommitReport, RequestPlan, Session, recover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcorm.model.resource import Resource

_SHOWN = 10


@click.command("import")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--resource", type=ResourceName(), help="What the rows are, if the file says it not.")
@click.option("--by", help="Fields that identify a row, such as sku; the key without it.")
@click.option("--dry-run/--apply", default=True, help="Show the plan, or carry it out.")
@click.option("--acknowledge", multiple=True, help="An effect of the plan that is accepted.")
@click.option(
    "--journal", "journal_path", type=click.Path(dir_okay=False, path_type=Path),
    help="Where it is written down what is done; FILE.journal without it.",
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

    Rows are found by their key, or by the fields of --by; with these, rows that the store does not
    have are created. Columns that only the API sets are ignored. The plan is shown; --apply carries
    it out, and writes a journal: an import that was interrupted is finished by running it again.
    """
    model = resource or files.resource_of(path)
    journal = journal_path or path.with_name(f"{path.name}.journal")
    unfinished = journal.exists()
    if unfinished and dry_run:
        console.told("an earlier import was interrupted: --apply finishes it first")
    if unfinished and not dry_run:
        _finish(store, journal)
    session = Session(store.session.client, journal=None if dry_run else journal)
    merger = Merger(session, model, field_names(by), texts=files.form_of(path) == "csv")
    with progress(store.meter, f"comparing {plural(model.__name__)}", None) as told:
        merged = merger.merge(_counted(files.read(path), told))
    _tell(merged)
    if merged.problems:
        raise click.ClickException(f"{len(merged.problems)} rows cannot be taken: nothing was sent")
    plan = session.plan(acknowledge=acknowledge)
    _show(merged, plan, plural(model.__name__))
    if not dry_run:
        if len(plan):
            _apply(store, session, plan, acknowledge)
        _drop(journal)


def _counted(
    rows: Iterator[dict[str, Any]], told: Callable[[int], object]
) -> Iterator[dict[str, Any]]:
    """Yield rows, and tell of each that it was taken."""
    for row in rows:
        yield row
        told(1)


def _finish(store: Opened, journal: Path) -> None:
    """Finish an import that was interrupted. What the store refuses is compared anew afterwards."""
    before = store.meter.stats.writes
    try:
        report = recover(journal, Session(store.session.client))
        told = str(report).splitlines()[0]
    except CommitError as error:
        told = str(error)
    writes = store.meter.stats.writes - before
    console.told(f"an earlier import was interrupted: finished, with {writes} requests ({told})")
    _drop(journal)


def _drop(journal: Path) -> None:
    for suffix in ("", "-lock", "-wal", "-shm"):
        journal.with_name(journal.name + suffix).unlink(missing_ok=True)


def _tell(merged: Merged) -> None:
    if merged.ignored:
        console.say(f"ignored, as they cannot be written: {', '.join(sorted(merged.ignored))}")
    for problem in merged.problems[:_SHOWN]:
        console.say(problem)
    if len(merged.problems) > _SHOWN:
        console.say(f"... and {len(merged.problems) - _SHOWN} more")


def _show(merged: Merged, plan: RequestPlan, what: str) -> None:
    out = console.stdout()
    if merged.changes:
        columns = ("row", "field", "in the store", "in the file")
        out.print(console.table("The first changes", columns, merged.changes))
    if len(plan):
        rows = [(method, url, count, body) for method, url, count, body in plan.rows[:_SHOWN]]
        columns = ("method", "path", "rows", "body")
        out.print(console.table("The first requests", columns, rows, right={"rows"}))
    total = merged.changed + merged.created
    console.told(
        f"{merged.rows} rows, {merged.changed} changed {what}, {merged.created} new: "
        f"{total} changes in {len(plan)} requests"
    )


def _apply(
    store: Opened, session: Session, plan: RequestPlan, acknowledge: tuple[str, ...]
) -> None:
    report: CommitReport
    try:
        with writing(store.meter, "writing", len(plan)):
            report = session.commit(acknowledge=acknowledge)
    except CommitError as error:
        raise click.ClickException(f"{error}\nRun it again when that is mended.") from error
    console.told(str(report))
