"""`bcorm history`: the commits that journals keep, and `bcorm undo`: taking one back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcorm.cli import console, journals
from bcorm.cli.meter import progress, writing
from bcorm.cli.stores import Opened, store_option
from bcorm.exceptions import CommitError, ConfigurationError
from bcorm.session import Session
from bcorm.session.history import history
from bcorm.session.journal import Journal, store_of
from bcorm.session.recover import recover
from bcorm.session.undo import undo as undo_commit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.session.history import Commit
    from bcorm.session.undo import Undo

_SHOWN = 20

_path = click.Path(exists=True, path_type=Path)


@click.command("history", short_help="List the commits that can be undone.")
@click.argument("path", required=False, type=_path)
@click.option("--prune", type=click.IntRange(min=0), metavar="DAYS", help="Drop what is older.")
@store_option
def command(store: Opened, *, path: Path | None, prune: int | None) -> None:
    """List the commits that journals keep, the newest first: `bcorm history`.

    Without PATH these are the journals of your imports and undos into this store; PATH is a journal
    of a program's own, or a folder of such.
    """
    if prune is not None:
        dropped = 0
        for file in _files(store, path):
            book = Journal(file, store.session.client.qualified_store_key, history=True)
            dropped += book.prune(days=prune)
            book.close()
            journals.drop_empty(file)
        console.told(f"dropped: {console.counted(dropped, 'commit')}")
        return
    found = _commits(store, path)
    rows = [
        (one.name, f"{one.began:%Y-%m-%d %H:%M}", one.who, one.about, one.told,
         f"by {one.undone}" if one.undone else "")
        for one in reversed(found)
    ]  # fmt: skip
    columns = ("commit", "when", "who", "what for", "rows", "undone")
    if rows:
        console.stdout().print(console.table(None, columns, rows, whole={"rows"}))
    console.told(console.counted(len(found), "commit"))


@click.command("undo", short_help="Bring back what was there before a commit.")
@click.argument("name", metavar="COMMIT")
@click.argument("path", required=False, type=_path)
@click.option("--dry-run/--apply", default=True, help="Show the plan, or carry it out.")
@click.option("--acknowledge", multiple=True, help="An effect of the plan that is accepted.")
@store_option
def undo(
    store: Opened,
    *,
    name: str,
    path: Path | None,
    dry_run: bool,
    acknowledge: tuple[str, ...],
) -> None:
    """Bring back what was there before a commit: `bcorm undo 3f2a91c0 --apply`.

    COMMIT is a name that `bcorm history` lists, or its beginning; `last` is the newest that was not
    undone, and undoes none itself. Values are put back, created rows
    deleted, deleted rows created again. What somebody has changed since is left alone and listed.
    The plan is shown; --apply carries it out, and can be undone in turn.
    """
    commit = _named(_commits(store, path), name)
    session = Session(store.session.client)
    if Journal(commit.journal, commit.store).open_entries():
        _finish(commit, session, dry_run=dry_run)
    files = _files(store, path)
    with progress(store.meter, "comparing", None):
        plan = undo_commit(commit, session, journals=files, acknowledge=acknowledge)
    if dry_run:
        _show(plan)
        return
    planned = plan.requests
    try:
        with writing(store.meter, "writing", planned):
            plan.apply()
    except CommitError as error:
        report = error.report
        for failure in (*report.failed, *report.unknown):
            console.say(console.shown(failure))
        _show(plan)
        raise click.ClickException(
            f"{len(report.saved)} saved, {len(report.failed)} failed, "
            f"{len(report.unknown)} unknown: run it again for what is left"
        ) from error
    _show(plan)


def _files(store: Opened, path: Path | None) -> list[Path]:
    """Return the journals of a store that are meant."""
    if path is not None and path.is_file():
        return [path]
    if path is not None:
        found: Iterable[Path] = path.glob("*.journal")
    else:
        found = journals.all_of(store.session.client.store_key, store.address)
    return sorted(file for file in found if _is_of(file, store))


def _is_of(file: Path, store: Opened) -> bool:
    try:
        of = store_of(file)
    except ConfigurationError as error:
        console.say(f"left out: {error}")
        return False
    return of == store.session.client.qualified_store_key


def _commits(store: Opened, path: Path | None) -> list[Commit]:
    found = [one for file in _files(store, path) for one in history(file)]
    return sorted(found, key=lambda one: one.began)


def _named(commits: list[Commit], name: str) -> Commit:
    if name.casefold() == "last":
        left = [one for one in commits if not (one.undone or one.undoes)]
        if not left:
            raise click.ClickException("no journal keeps a commit that was not undone")
        return left[-1]
    found = [one for one in commits if name and one.name.startswith(name.casefold())]
    if len(found) == 1:
        return found[0]
    if found:
        told = ", ".join(one.name for one in found)
        raise click.ClickException(f"more than one commit begins with {name!r}: {told}")
    raise click.ClickException(f"no journal keeps a commit {name!r}: `bcorm history` lists them")


def _finish(commit: Commit, session: Session, *, dry_run: bool) -> None:
    """Finish what was interrupted, before something is undone."""
    if dry_run:
        raise click.ClickException(
            "a commit of its journal was interrupted: --apply finishes it first, and so does the "
            "import that it is of"
        )
    try:
        other = Session(session.client)
        other.journal = Journal(commit.journal, commit.store, history=True)
        told = str(recover(commit.journal, other)).splitlines()[0]
    except CommitError as error:
        told = str(error).splitlines()[0]
        for one in error.report.unknown:
            # Nobody can tell; whoever reads this can look, and what goes on must not wait for it.
            console.say(f"look in the store whether it is there: {one}")
            if one.object in other:
                other.expunge(one.object)
    console.told(f"an earlier commit was interrupted: finished ({told})")


def _show(plan: Undo) -> None:
    """Show what is done, and what is not: the last line says how much."""
    out = console.stdout()
    rows: list[tuple[Any, ...]] = [
        (model, verb, count) for (model, verb), count in plan.rows.items()
    ]
    if rows:
        out.print(console.table(None, ("resource", "is", "rows"), rows, right={"rows"}))
    for one in plan.refused[:_SHOWN]:
        console.told(console.shown(one))
    if len(plan.refused) > _SHOWN:
        console.told(f"... and {len(plan.refused) - _SHOWN} more")
    for note in plan.notes:
        console.told(console.shown(note))
    since = len(plan.changed_since)
    others = len(plan.refused) - since
    left = [f"{since} {'was' if since == 1 else 'were'} changed since"] if since else []
    left += [f"{others} cannot be undone"] if others else []
    told = (
        f"{console.counted(plan.changes, 'change')} in {console.counted(plan.requests, 'request')}"
    )
    console.told(f"{', '.join(left)}: {told}" if left else told)
