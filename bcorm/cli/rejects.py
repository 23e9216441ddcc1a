"""Files of rejected rows: as they stood, and why they were not taken."""

from __future__ import annotations

import csv
import stat
from typing import TYPE_CHECKING, Any

import click

from bcorm.cli.sources import NUMBER, REASON
from bcorm.model.frames.columns import json_text
from bcorm.model.frames.complete import completed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import TextIO

    from bcorm.cli.rows import Problem
    from bcorm.cli.sources import Source


def check(path: Path, source: Source) -> None:
    """Refuse a name that cannot be written to. Raises click.UsageError."""
    wanted = "csv" if source.is_text else "jsonl"
    if path.suffix.casefold() != f".{wanted}":
        raise click.UsageError(f"{path}: rejected rows of {source.name} go into a .{wanted} file")
    if path.exists() and source.path.exists() and path.samefile(source.path):
        raise click.UsageError(f"{path} is the file that is read")


def write(path: Path, source: Source, problems: Mapping[int, Problem]) -> None:
    """Write the rows of a file that were not taken, with their numbers and the reasons.

    Others can read it only where they can read what was imported.

    Args:
        path: the file; one that exists is replaced.
        source: what they are of.
        problems: why, by number.
    """
    rows = _rejected(source, problems)
    with (
        completed(path, private=not _is_open(source.path)) as partial,
        partial.open("w", encoding="utf-8", newline="") as out,
    ):
        if not source.is_text:
            out.writelines(json_text(row) + "\n" for row in rows)
        else:
            _write_csv(out, rows)


def _is_open(path: Path) -> bool:
    return path.is_file() and bool(path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH))


def _write_csv(out: TextIO, rows: Iterator[dict[str, Any]]) -> None:
    writer: Any = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(out, list(row))
            writer.writeheader()
        writer.writerow(row)
    if writer is None:
        csv.writer(out).writerow([NUMBER, REASON])


def _rejected(source: Source, problems: Mapping[int, Problem]) -> Iterator[dict[str, Any]]:
    for number, row in source.rows():
        problem = problems.get(number)
        if problem is not None:
            yield {**row, NUMBER: number, REASON: problem.reason}
