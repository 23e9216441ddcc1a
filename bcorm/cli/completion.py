"""`bcorm completion`: what makes a shell complete commands, resources and profiles."""

from __future__ import annotations

import sys

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion", short_help="Print a shell's completion.")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(ctx: click.Context, /, *, shell: str) -> None:
    """Print a shell's completion: `eval "$(bcorm completion bash)"` in ~/.bashrc."""
    found = get_completion_class(shell)
    assert found is not None
    root = ctx.find_root()
    complete = found(root.command, {}, "bcorm", "_BCORM_COMPLETE")
    sys.stdout.write(complete.source() + "\n")
