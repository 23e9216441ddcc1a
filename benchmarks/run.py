"""`make bench`: the numbers that matter, beside the official client and bare requests.

One run, emulators in processes of their own, ratios printed as tables; a chart is written to
`build/benchmark.svg`. Requests come first: they are what a store's quota is paid with. Then comes
what CPU time values take and how it grows, then seconds behind 300 ms of latency, and how full a
quota is.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import growth, measure, quota, stores, values, width
from benchmarks.chart import draw
from benchmarks.contenders import CONTENDERS, Bcorm

if TYPE_CHECKING:
    from collections.abc import Callable

BUILD = Path(__file__).parents[1] / "build"
THOUSAND = 1_000

Rows = list[tuple[str, dict[str, measure.Measured]]]


def compare(title: str, task: Callable[[Any], Any], made: dict[str, Any]) -> Any:
    """Run a task of every contender."""
    print(f"... {title}", file=sys.stderr, flush=True)
    found = {name: measure.run(lambda each=each: task(each)) for name, each in made.items()}
    told = ", ".join(f"{name} {one.seconds:.1f} s" for name, one in found.items())
    print(f"    {told}", file=sys.stderr, flush=True)
    return title, found


def tables(urls: dict[str, str]) -> tuple[Rows, dict[str, int], dict[str, float]]:
    """Measure everything that goes over the wire."""
    plain = {contender.name: contender(urls["plain"]) for contender in CONTENDERS}
    rich = {contender.name: contender(urls["rich"]) for contender in CONTENDERS}
    keys = [product.id for product in rich["bcorm"].products.order_by("id")[:100]] * 10
    cents = iter(range(1, 100))
    rows = [
        compare("list 10,000 products", lambda each: each.list(), plain),
        compare("reprice 1,000 of them", lambda each: each.reprice(THOUSAND, next(cents)), plain),
        compare(
            "1,000 products with brand, images, variants, options",
            lambda each: each.touch(THOUSAND),
            rich,
        ),
        compare("1,000 gets of 100 ids", lambda each: each.get(keys), rich),
    ]
    print("... memory", file=sys.stderr, flush=True)
    memory = {name: measure.peak(each.iterate) for name, each in plain.items()}
    print("... hydration", file=sys.stderr, flush=True)
    last = stores.PLAIN // measure.PAGE
    hydrated = measure.hydration(
        measure.pages(urls["plain"], "v3/catalog/products", last, by_key=True),
        measure.pages(urls["plain"], "v2/products", 4, by_key=False),
    )
    hydrated["bigcommerce 0.23.4"] *= last / 4  # it is too slow to be made to do all of them
    return rows, memory, hydrated


def show(title: str, columns: list[str], rows: list[list[str]]) -> None:
    """Print a table."""
    widths = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
    print(f"\n{title}")
    for row in (columns, ["-" * most for most in widths], *rows):
        first, *rest = (
            cell.ljust(most) if index == 0 else cell.rjust(most)
            for index, (cell, most) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join([first, *rest]).rstrip())


def ratio(value: float, base: float) -> str:
    """Write how many times `base` a value is."""
    return "-" if not base else f"{value / base:.2f}x"


def report(rows: Rows, memory: dict[str, int], hydrated: dict[str, float]) -> None:
    """Print what was measured."""
    for title, found in rows:
        base = found["requests + json"]
        show(
            title,
            ["", "requests", "ratio", "sent", "ratio", "received", "ms", "ratio"],
            [
                [
                    name,
                    f"{one.requests:,}",
                    ratio(one.requests, base.requests),
                    f"{one.sent:,}",
                    ratio(one.sent, base.sent),
                    f"{one.received:,}",
                    f"{one.seconds * 1000:,.0f}",
                    ratio(one.seconds, base.seconds),
                ]
                for name, one in found.items()
            ],
        )
    show(
        "iterate 10,000 products: peak memory",
        ["", "MiB", "ratio"],
        [
            [name, f"{size / 2**20:.1f}", ratio(size, memory["requests + json"])]
            for name, size in memory.items()
        ],
    )
    base_seconds = hydrated["json.loads"]
    show(
        "from bytes to 10,000 objects",
        ["", "ms", "ratio"],
        [
            [name, f"{seconds * 1000:,.0f}", ratio(seconds, base_seconds)]
            for name, seconds in hydrated.items()
        ],
    )


def promises(
    rows: Rows,
    memory: dict[str, int],
    hydrated: dict[str, float],
    grown: dict[str, float],
    started: float = 0.0,
) -> list[list[str]]:
    """Say what was promised, what was measured, and whether that is kept."""
    listed, repriced, touched, cached = (found["bcorm"] for _, found in rows)
    bare = dict(rows)["reprice 1,000 of them"]["requests + json"]
    checks = [
        ("list 10,000 products: 40 requests", listed.requests, 40),
        ("reprice 1,000: 4 + 100 requests", repriced.requests, 104),
        ("reprice 1,000: bytes sent, of the fewest", repriced.sent / bare.sent, 1.05),
        ("1,000 products with all touched: 110 requests", touched.requests, 110),
        ("1,000 gets of 100 ids, cached: 100 requests", cached.requests, 100),
        ("hydrate: 1.2 times json.loads", hydrated["bcorm"] / hydrated["json.loads"], 1.2),
        ("iterate 10,000: MiB at the peak (flat)", memory["bcorm"] / 2**20, 8),
        ("import bcorm: ms beyond requests + attrs", started * 1000, 20),
        ("exponent of 2,000 to 8,000 deletes", grown["deletes"], growth.MOST),
        ("exponent of 2,000 to 8,000 new children", grown["new children"], growth.MOST),
    ]
    return verdicts(checks)


def verdicts(checks: list[tuple[str, float, float]]) -> list[list[str]]:
    """Write whether each value is at most what was promised."""
    return [
        [promise, f"{value:,.4g}", f"{most:,.4g}", "kept" if value <= most else "MISSED"]
        for promise, value, most in checks
    ]


def waits() -> list[tuple[str, float, float]]:
    """Measure what takes as long as the API does: the ratios that are promised."""
    found: list[tuple[str, float, float]] = []
    for (name, wide), one in width.table().items():
        lists = name in {"list", "to_parquet"}
        if wide == 1:
            found.append((f"{name}, concurrency=1: requests", one.requests, one.fewest))
            continue
        most = 1.5 if lists else 1.3
        found.append((f"{name} behind 300 ms: times bare threads", one.seconds / one.floor, most))
        most = 1.2 * one.fewest if lists else one.fewest
        found.append((f"{name}: requests", one.requests, most))
    for name, (share, refused) in quota.table().items():
        found.append((f"quota unused, {name}", 1 - share, 1 - quota.LEAST))
        found.append((f"refused for the quota, {name}", refused, 0))
    return found


def costs(bodies: list[bytes]) -> list[tuple[str, float, float]]:
    """Measure CPU time: of values beside pydantic, of a plan, and how it all grows."""
    ratios = values.table(bodies)
    took, most = measure.planning(bodies)
    steepest = growth.table()
    return [
        ("ten fields: times pydantic", ratios["bcorm: ten fields"], 2.5),
        ("ten fields, bcorm[speed]: times pydantic", ratios["bcorm[speed]: ten fields"], 1.5),
        ("plan() of 10,000 changes: ms", took * 1000, round(most * 1000)),
        *((f"exponent of {name}", slope, growth.MOST) for name, slope in steepest.items()),
    ]


def main() -> None:
    """Measure, print, draw."""
    imports = measure.start_up()
    with stores.serve() as urls:
        rows, memory, hydrated = tables(urls)
        last = stores.PLAIN // measure.PAGE
        bodies = measure.pages(urls["plain"], "v3/catalog/products", last, by_key=True)
    report(rows, memory, hydrated)
    needs = imports["requests + attrs"]
    show(
        "imports, beyond requests + attrs",
        ["", "ms"],
        [[name, f"{(each - needs) * 1000:,.0f}"] for name, each in imports.items()],
    )
    started = imports["bcorm"] - needs
    kept = promises(rows, memory, hydrated, measure.growth(), started)
    kept += verdicts([*costs(bodies), *waits()])
    show("what is promised", ["", "measured", "at most", ""], kept)
    missed = [each[0] for each in kept if each[-1] == "MISSED"]
    print(f"\n{len(kept) - len(missed)} of {len(kept)} promises kept")
    for promise in missed:
        print(f"not kept: {promise}")
    BUILD.mkdir(exist_ok=True)
    draw(rows, hydrated, BUILD / "benchmark.svg")
    figures = {title: {name: one.requests for name, one in found.items()} for title, found in rows}
    (BUILD / "benchmark.json").write_text(
        json.dumps({"requests": figures, "memory": memory, "hydration": hydrated}, indent=2)
    )
    print(f"\nchart: {BUILD / 'benchmark.svg'}")


if __name__ == "__main__":
    assert Bcorm is CONTENDERS[0]
    main()
