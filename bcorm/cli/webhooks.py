"""`bcorm webhooks`: which hooks there are, whether they are alive, and how to revive them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bcorm.cli import console
from bcorm.cli.stores import Opened, store_option
from bcorm.cli.values import cell
from bcorm.resources.webhooks import Webhook

if TYPE_CHECKING:
    from collections.abc import Iterable

UNHEALTHY = 3
"""The exit status of `check` when a hook is switched off."""


@click.group("webhooks", short_help="List, check and revive webhooks.")
def command() -> None:
    """Look after the webhooks of an API account.

    A store switches a hook off when its retries are used up, or after 90 days without an event,
    and says so by mail only.
    """


@command.command("list")
@store_option
def list_hooks(store: Opened) -> None:
    """Print the hooks."""
    _print(Webhook.objects.using(store.session))


@command.command("check", short_help="Print the hooks that are switched off.")
@store_option
@click.pass_context
def check(ctx: click.Context, store: Opened, /) -> None:
    """Print the hooks that are switched off; the exit status is 3 if there are any."""
    hooks = list(Webhook.objects.using(store.session))
    asleep = [hook for hook in hooks if not hook.is_active]
    if asleep:
        _print(asleep)
    console.say(f"{len(hooks) - len(asleep)} of {len(hooks)} hooks active")
    ctx.exit(UNHEALTHY if asleep else 0)


@command.command("reactivate", short_help="Switch hooks on again.")
@click.argument("keys", type=int, nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every hook that is switched off.")
@store_option
def reactivate(store: Opened, *, keys: tuple[int, ...], every: bool) -> None:
    """Switch hooks on again: `bcorm webhooks reactivate 18048287`, or --all.

    What happened meanwhile is not delivered again; see `bcorm.auth.backfill`.
    """
    if every == bool(keys):
        raise click.UsageError("name the hooks by id, or say --all")
    hooks = list(Webhook.objects.using(store.session))
    missing = set(keys) - {hook.id for hook in hooks}
    if missing:
        raise click.ClickException(f"no such hook: {', '.join(map(str, sorted(missing)))}")
    chosen = [hook for hook in hooks if not hook.is_active and (every or hook.id in keys)]
    for hook in chosen:
        hook.is_active = True
    store.session.commit()
    console.told(f"{console.counted(len(chosen), 'hook')} switched on")


def _print(hooks: Iterable[Webhook]) -> None:
    columns = ("id", "scope", "destination", "is_active", "updated_at")
    rows = [[cell(getattr(hook, name)) for name in columns] for hook in hooks]
    console.stdout().print(console.table(None, columns, rows))
