"""`bcorm emulator`: serve a local store until it is stopped."""

from __future__ import annotations

import click

from bcorm.emulator.cli import main


@click.command("emulator", short_help="Serve a local store, over real HTTP.")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8000,
    show_default=True,
    help="0 takes a free one.",
)
@click.option("--db", type=click.Path(dir_okay=False), help="Keep the store in this SQLite file.")
@click.option("--empty", is_flag=True, help="Start without the sample shop.")
@click.option("--quota", type=click.IntRange(1), help="Requests per window; no limit by default.")
@click.option(
    "--window", type=click.IntRange(1), default=30_000, show_default=True, metavar="MS",
    help="Length of a quota window, in milliseconds.",
)  # fmt: skip
@click.option("--seed", type=int, default=1, show_default=True, help="Which sample shop.")
@click.option("--store-hash", help="Serve only this store; any by default.")
@click.option("--access-token", help="Accept only this token; any by default.")
@click.pass_context
def command(ctx: click.Context, /, *, empty: bool, **chosen: str | int | None) -> None:
    """Serve a BigCommerce store on loopback, over real HTTP, until Ctrl-C.

    It starts with a sample shop, the same on every run from one seed.
    """
    arguments = [
        f"--{name.replace('_', '-')}={value}" for name, value in chosen.items() if value is not None
    ]
    ctx.exit(main([*arguments, *(["--empty"] if empty else [])]))
