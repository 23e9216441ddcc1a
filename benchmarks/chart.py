"""The chart of `make bench`: requests and time, on logarithmic axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_COLORS = {"bcorm": "#0b7285", "bigcommerce 0.23.4": "#e8590c", "requests + json": "#868e96"}


def draw(rows: Any, hydrated: dict[str, float], target: Path) -> None:
    """Draw the measured rows into an SVG file.

    Args:
        rows: titles with what each contender needed.
        hydrated: seconds from bytes to objects, by contender.
        target: the file.
    """
    import matplotlib as mpl  # noqa: PLC0415 - only the chart needs it

    mpl.use("svg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(3, 1, figsize=(9, 10), layout="constrained")
    titles = [title for title, _ in rows]
    for axis, (what, value) in zip(
        axes,
        (("requests", lambda one: one.requests), ("seconds", lambda one: one.seconds)),
        strict=False,
    ):
        for place, name in enumerate(_COLORS):
            values = [value(found[name]) for _, found in rows]
            spots = [index + (place - 1) * 0.26 for index in range(len(rows))]
            bars = axis.barh(spots, values, height=0.24, color=_COLORS[name], label=name)
            axis.bar_label(bars, [f"{one:,.4g}" for one in values], padding=3, fontsize=8)
        axis.set_yticks(range(len(rows)), titles)
        axis.invert_yaxis()
        axis.set_xscale("log")
        axis.set_xlabel(what)
    axes[0].legend(loc="lower right")
    base = hydrated["json.loads"]
    bars = axes[2].barh(list(hydrated), [one / base for one in hydrated.values()], color="#0b7285")
    axes[2].bar_label(bars, [f"{one / base:.2f}x" for one in hydrated.values()], padding=3)
    axes[2].invert_yaxis()
    axes[2].set_xscale("log")
    axes[2].set_xlabel("from bytes to objects, times bare json.loads")
    figure.savefig(target)
    plt.close(figure)
