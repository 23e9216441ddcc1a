"""Bars of progress on a terminal, for `meter`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from bcorm.cli import console

if TYPE_CHECKING:
    from bcorm.cli.meter import Meter


class _Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        """Return the rate as text."""
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:,.0f}/s", style="green")


class _QuotaColumn(ProgressColumn):
    """What is left of the quota."""

    def __init__(self, meter: Meter) -> None:
        super().__init__()
        self._meter = meter

    def render(self, task: Task) -> Text:
        """Return the quota as text."""
        del task
        return Text(self._meter.shown, style="dim")


def bar(meter: Meter) -> Progress:
    """Return a bar with the rate and what is left of the quota."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeElapsedColumn(),
        _QuotaColumn(meter),
        console=console.stderr(),
        transient=True,
    )
