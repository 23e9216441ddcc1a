"""`bcorm copy`: a store's catalog, or other rows of it, into another store."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

from bcorm.cli import console, journals
from bcorm.cli.meter import progress, writing
from bcorm.cli.naming import parse_lookups
from bcorm.cli.output import field_names
from bcorm.cli.querying import asked
from bcorm.cli.stores import opened
from bcorm.model.queryset import QuerySet
from bcorm.resources import Channel
from bcorm.session.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bcorm.cli.stores import Opened
    from bcorm.moving.copying import CopyPlan

_SHOWN = 10


@click.command("copy", short_help="Make a store's rows what another store's are.")
@click.argument("source", metavar="@FROM")
@click.argument("target", metavar="@TO")
@click.argument("resources", nargs=-1, metavar="[RESOURCE]...")
@click.option(
    "--only", help="Fields, and what is below products, to copy: price,images; all by default."
)
@click.option("--where", "lookups", multiple=True, help="A lookup, such as brand_id=36.")
@click.option(
    "--channel", "channels", multiple=True, metavar="FROM=TO",
    help="The channel in whose place another one is, by number or by name. Channel 1 is 1.",
)  # fmt: skip
@click.option("--stock", is_flag=True, help="Copy quantities in stock as well.")
@click.option("--prune", is_flag=True, help="Delete what the other store has besides.")
@click.option("--dry-run/--apply", default=True, help="Show the plan, or carry it out.")
@click.pass_context
def command(
    ctx: click.Context, /, *, source: str, target: str, resources: tuple[str, ...], **options: Any
) -> None:
    """Make a store's rows what another's are: `bcorm copy @production @staging --apply`.

    Both are profiles of the configuration file. The catalog is copied, or the resources that are
    named. Rows, and what they refer to, are found by natural key: SKU, name, a category's path.
    The plan is shown, and what cannot come along; --apply carries it out, and writes a journal: to
    finish a copy that was interrupted, run it again. A second one has nothing to do.
    """
    from bcorm.moving.copying import copy  # noqa: PLC0415 - no help needs it

    for name in (source, target):
        if not name.startswith("@") or len(name) == 1:
            raise click.UsageError(
                f"{name!r} is no store: name profiles, as in @production @staging"
            )
    with ExitStack() as stack:
        one = stack.enter_context(opened(source[1:]))
        other = stack.enter_context(opened(target[1:]))
        channels = _channels(one, other, options["channels"])
        journal = _journal(one, other, resources)
        apply = not options["dry_run"]
        _tell_left(journal, other, apply=apply)
        with progress(one.meter, "comparing", None) as told:
            plan = copy(
                one.session, other.session, resources, only=field_names(options["only"]),
                where=_lookups(resources, options["lookups"]), channels=channels,
                stock=options["stock"], prune=options["prune"],
                journal=journal if apply and journal.exists() else None, told=told,
            )  # fmt: skip
        _show(plan)
        if apply and len(plan):
            _apply(ctx, other, plan, journal)


def _lookups(resources: Sequence[str], texts: Iterable[str]) -> dict[str, Any] | None:
    from bcorm.moving.kinds import KINDS  # noqa: PLC0415 - no help needs it

    if not texts:
        return None
    plain = [name.replace("-", " ").replace("_", " ").casefold() for name in resources]
    named = plain[0] if len(plain) == 1 and plain[0] in KINDS else "products"
    with asked():
        return parse_lookups(KINDS[named].model, texts)


def _channels(one: Opened, other: Opened, pairs: Iterable[str]) -> dict[int, int]:
    """Read `--channel A=B`. Raises click.UsageError."""
    found: dict[int, int] = {}
    known: dict[int, dict[str, int]] = {}
    for pair in pairs:
        texts = [part.strip() for part in pair.split("=")]
        if len(texts) != 2 or not all(texts):
            raise click.UsageError(f"{pair!r} is no channel and its counterpart: --channel 3=2")
        numbers = []
        for store, text in zip((one, other), texts, strict=True):
            if text.isdigit():
                numbers.append(int(text))
                continue
            if id(store) not in known:
                rows = QuerySet(Channel).using(store.session)
                known[id(store)] = {row.name.casefold(): row.id for row in rows}
            if text.casefold() not in known[id(store)]:
                raise click.UsageError(f"the store has no channel {text!r}")
            numbers.append(known[id(store)][text.casefold()])
        found[numbers[0]] = numbers[1]
    return found


def _journal(one: Opened, other: Opened, resources: Sequence[str]) -> Path:
    """Return where a copy is written down: one of a store into another, of some resources."""
    from bcorm.moving.kinds import CATALOG  # noqa: PLC0415 - no help needs it

    said = f"{one.address}\n{' '.join(sorted(resources) or CATALOG)}"
    digest = hashlib.sha256(said.encode()).hexdigest()
    return journals.journal_of(other.session.client.store_key, other.address, "copy", digest)


def _tell_left(journal: Path, other: Opened, *, apply: bool) -> None:
    """Tell of a copy that was interrupted."""
    if not journal.exists():
        return
    book = Journal(journal, other.session.client.qualified_store_key)
    count = book.open_entries()
    book.close()
    if count:
        todo = "it is finished now" if apply else "--apply finishes it"
        console.told(
            f"an earlier copy was interrupted, {console.counted(count, 'row')} left: {todo}"
        )


def _show(plan: CopyPlan) -> None:
    from bcorm.moving.rows import spelled  # noqa: PLC0415 - no help needs it

    out = console.stdout()
    if plan.changes:
        headings = ["what", "new", "changed", "deleted"]
        counts = [
            (name, *(found[word] or "" for word in ("create", "update", "delete")))
            for name, found in plan.counts.items()
        ]
        out.print(console.table("What there is to do", headings, counts, right={*headings[1:]}))
    updates = [change for change in plan.changes if change.action == "update"]
    if updates:
        headings = ["row", "field", "in the store", "becomes"]
        lines = [
            (change.row.path, name, spelled(before), spelled(after))
            for change in updates[:_SHOWN]
            for name, (before, after) in change.fields.items()
        ]
        out.print(console.table("The first changes", headings, lines[:_SHOWN]))
        fields = [(kind, name, count) for (kind, name), count in plan.fields.items()]
        headings = ["what", "field", "rows"]
        out.print(console.table("Changes of each field", headings, fields, right={"rows"}))
    for note in plan.notes:
        console.told(f"does not come along: {note}")
    for name, count in plan.kept.items():
        console.told(f"left alone: {count} {name} of its own (--prune deletes them)")
    console.told(
        f"{console.counted(len(plan), 'change')} in {console.counted(plan.requests, 'request')}"
    )


def _apply(ctx: click.Context, other: Opened, plan: CopyPlan, journal: Path) -> None:
    try:
        with writing(other.meter, "writing", plan.requests):
            report = plan.apply(journal)
    except (KeyboardInterrupt, SystemExit, BrokenPipeError):
        console.say("interrupted: run it again, and it is finished")
        raise
    for told in report.failures:
        console.say(console.shown(told))
    journals.drop_empty(journal)
    if not report:
        raise click.ClickException(
            f"{report.saved} saved, {len(report.failures)} not saved\n"
            "Run it again when that is mended."
        )
    console.say(f"{report.saved} saved with {console.counted(report.requests, 'request')}")
    ctx.exit(0)
