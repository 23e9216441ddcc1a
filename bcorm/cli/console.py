"""Where commands print: results to stdout, everything about the work to stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

# What a pipe or a log file gets: wide enough for the tables, narrow enough to read.
_PLAIN_WIDTH = 110


def stdout() -> Console:
    """The console of a command's results."""
    return Console(width=None if sys.stdout.isatty() else _PLAIN_WIDTH, highlight=False)


def stderr() -> Console:
    """The console of what a command says about its work."""
    return Console(
        stderr=True, width=None if sys.stderr.isatty() else _PLAIN_WIDTH, highlight=False
    )


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
    for name in columns:
        side: Literal["left", "right"] = "right" if name in right else "left"
        made.add_column(name, justify=side, overflow="ellipsis", no_wrap=True)
    for row in rows:
        made.add_row(*("" if value is None else escape(str(value)) for value in row))
    return made
