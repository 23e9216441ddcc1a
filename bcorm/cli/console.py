"""Where commands print: results to stdout, everything about the work to stderr."""

from __future__ import annotations

import sys
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from rich.console import Console
    from rich.table import Table

# What a pipe or a log file gets: wide enough for the tables, narrow enough to read.
_PLAIN_WIDTH = 120
# Characters at the edge of a table, around each column, and what no column is narrowed below.
_EDGE = 1
_AROUND = 3
_NARROW = 6


# rich is imported by what draws a table or a bar: many commands print lines only.


def stdout() -> Console:
    """The console of a command's results."""
    from rich.console import Console  # noqa: PLC0415

    return Console(width=None if sys.stdout.isatty() else _PLAIN_WIDTH, highlight=False)


def stderr() -> Console:
    """The console of what a command says about its work."""
    from rich.console import Console  # noqa: PLC0415

    return Console(
        stderr=True, width=None if sys.stderr.isatty() else _PLAIN_WIDTH, highlight=False
    )


def safe(text: str) -> str:
    """Return a text with what would move a terminal's cursor, or turn its letters, written out.

    What a store or a file says may hold any letter. They are written as JSON escapes are.
    """
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() or letter in "\n\t" else _written_out(letter)
        for letter in text
    )


def _written_out(letter: str) -> str:
    number = ord(letter)
    if number > 0xFFFF:
        number -= 0x10000
        return f"\\u{0xD800 + (number >> 10):04x}\\u{0xDC00 + (number & 0x3FF):04x}"
    return f"\\u{number:04x}"


def say(text: str) -> None:
    """Tell what a command does, on stderr: one line, never wrapped."""
    click.echo(safe(text), err=True)


def told(text: str) -> None:
    """Write a line of results to stdout, never wrapped."""
    click.echo(safe(text))


class _Safe:
    """A stream to a terminal, which gets nothing that moves its cursor."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        """Write a text."""
        return self._out.write(safe(text.replace("\r\n", "\n")))


def results(*, raw: bool = False) -> Any:
    """Return where rows are written to: what a program reads is left as it is.

    Args:
        raw: whether a terminal is to get everything as it is, too.
    """
    return sys.stdout if raw or not sys.stdout.isatty() else _Safe(sys.stdout)


def counted(number: int, noun: str) -> str:
    """Say how many: `1 request`, `2 requests`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def shown(value: object) -> str:
    """Return a value as one line of a table, without what would move the cursor."""
    text = "" if value is None else str(value)
    return "".join(letter if letter.isprintable() else " " for letter in text)


def table(
    title: str | None,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    right: Collection[str] = (),
    whole: Collection[str] = (),
) -> Table:
    """Make a table.

    Args:
        title: its heading.
        columns: the names of its columns.
        rows: values, shown as text; not read as markup.
        right: names of columns of numbers.
        whole: names of columns whose values are wrapped rather than cut.

    Columns for which there is no room are left out from the right, and an ellipsis stands there.
    """
    from rich import box  # noqa: PLC0415
    from rich.cells import cell_len  # noqa: PLC0415
    from rich.markup import escape  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    made = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, title_style="bold")
    texts = [[shown(value) for value in row] for row in rows]
    lengths = [
        max([cell_len(name), *(cell_len(row[number]) for row in texts)])
        for number, name in enumerate(columns)
    ]
    width = stdout().width
    room = _room(lengths, width)
    if room < len(columns):
        columns, lengths = [*columns[:room], "…"], [*lengths[:room], 1]
        texts = [[*row[:room], ""] for row in texts]
    for name, fitted in zip(columns, _fitted(lengths, width), strict=True):
        side: Literal["left", "right"] = "right" if name in right else "left"
        wrapped = name in whole
        made.add_column(
            name, justify=side, overflow="fold" if wrapped else "ellipsis", no_wrap=not wrapped,
            width=fitted,
        )  # fmt: skip
    for row in texts:
        made.add_row(*map(escape, row))
    return made


def _room(lengths: Sequence[int], width: int) -> int:
    """Return for how many columns there is room, each as narrow as it may be."""
    needed = list(accumulate(min(length, _NARROW) + _AROUND for length in lengths))
    room = width - _EDGE
    if not needed or needed[-1] <= room:
        return len(lengths)
    # The column of the ellipsis needs room as well.
    return max(1, sum(end + 1 + _AROUND <= room for end in needed))


def _fitted(lengths: Sequence[int], width: int) -> list[int]:
    """Return widths of columns for a table of a given width; the widest ones give way."""
    room = width - _EDGE - _AROUND * len(lengths)
    widths = [min(length, room) for length in lengths]
    while sum(widths) > room and max(widths) > _NARROW:
        widths[widths.index(max(widths))] -= 1
    return widths
