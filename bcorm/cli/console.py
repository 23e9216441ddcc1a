"""Where commands print: results to stdout, everything about the work to stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

import click
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

# What a pipe or a log file gets: wide enough for the tables, narrow enough to read.
_PLAIN_WIDTH = 120
# Characters around each column, and what no column is narrowed below.
_AROUND = 3
_NARROW = 6


def stdout() -> Console:
    """The console of a command's results."""
    return Console(width=None if sys.stdout.isatty() else _PLAIN_WIDTH, highlight=False)


def stderr() -> Console:
    """The console of what a command says about its work."""
    return Console(
        stderr=True, width=None if sys.stderr.isatty() else _PLAIN_WIDTH, highlight=False
    )


def say(text: str) -> None:
    """Tell what a command does, on stderr: one line, never wrapped."""
    click.echo(text, err=True)


def told(text: str) -> None:
    """Write a line of results to stdout, never wrapped."""
    click.echo(text)


def table(
    title: str | None,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    right: Collection[str] = (),
) -> Table:
    """Make a table.

    Args:
        title: its heading.
        columns: the names of its columns.
        rows: values, shown as text; not read as markup.
        right: names of columns of numbers.
    """
    made = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, title_style="bold")
    texts = [["" if value is None else str(value) for value in row] for row in rows]
    lengths = [
        max([len(name), *(len(row[number]) for row in texts)])
        for number, name in enumerate(columns)
    ]
    for name, width in zip(columns, _fitted(lengths, stdout().width), strict=True):
        side: Literal["left", "right"] = "right" if name in right else "left"
        made.add_column(name, justify=side, overflow="ellipsis", no_wrap=True, width=width)
    for row in texts:
        made.add_row(*map(escape, row))
    return made


def _fitted(lengths: Sequence[int], width: int) -> list[int]:
    """Return widths of columns for a table of a given width; the widest ones give way."""
    room = width - _AROUND * len(lengths)
    widths = [min(length, room) for length in lengths]
    while sum(widths) > room and max(widths) > _NARROW:
        widths[widths.index(max(widths))] -= 1
    return widths
