"""`bcorm emulator`: serve a local store until it is stopped."""

from __future__ import annotations

import click

from bcorm.emulator.cli import OPTIONS, Option, main


def _option(option: Option) -> click.Option:
    """Declare an option here as well; its text is read by the emulator."""
    text = f"{option.help[0].upper()}{option.help[1:]}."
    if option.read is None:
        return click.Option([option.flag], is_flag=True, help=text)
    return click.Option([option.flag], metavar=option.metavar, help=text)


@click.command("emulator", short_help="Serve a local store, over real HTTP.")
@click.pass_context
def command(ctx: click.Context, /, **chosen: str | bool | None) -> None:
    """Serve a BigCommerce store on loopback, over real HTTP, until Ctrl-C.

    It starts with a sample shop, the same on every run from one seed.
    """
    arguments = []
    for option in OPTIONS:
        value = chosen[option.flag[2:].replace("-", "_")]
        if value is True:
            arguments.append(option.flag)
        elif value:
            arguments.append(f"{option.flag}={value}")
    ctx.exit(main(arguments))


command.params.extend(_option(option) for option in OPTIONS)
