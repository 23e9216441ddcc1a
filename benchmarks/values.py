"""What a value costs: products parsed, made to objects, ten fields of each read; beside pydantic.

`python benchmarks/values.py [ROWS]`, by default 10,000. Nothing is sent: all read the same bytes,
in turns, in one process. The times are of the CPU. Pydantic parses and checks the ten fields and
drops the others; bcorm keeps the whole row, for what is read later and for what is sent back. So
there is a line of pydantic that keeps it, too. Its decimals go through floats; bcorm's are exact.
"""

from __future__ import annotations

import gc
import sys
import time
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import pydantic

import bcorm
from bcorm import Product
from bcorm.http import jsontext
from benchmarks import measure
from benchmarks.contenders import HASH
from benchmarks.width import serve

if TYPE_CHECKING:
    from collections.abc import Callable

TURNS = 7

# As long as the API's: answers are searched for it.
_TOKEN = "k3v9q0xk2m8c1z7w5b4n6t0r9p8s7d6"


class _Url(pydantic.BaseModel):
    url: str
    is_customized: bool


class _Product(pydantic.BaseModel):
    id: int
    name: str
    price: Decimal
    sku: str
    weight: Decimal
    is_visible: bool
    date_created: datetime
    brand_id: int
    categories: list[int]
    custom_url: _Url


class _Page(pydantic.BaseModel):
    data: list[_Product]


class _Whole(_Product):
    model_config = pydantic.ConfigDict(extra="allow")


class _WholePage(pydantic.BaseModel):
    data: list[_Whole]


def _touch(item: Any) -> None:
    _ = item.id, item.name, item.price, item.sku, item.weight
    _ = item.is_visible, item.date_created, item.brand_id, item.categories, item.custom_url


def _tasks(bodies: list[bytes]) -> dict[str, Callable[[], Any]]:
    client = bcorm.Client(
        bcorm.OAuthCredentials(HASH, _TOKEN), transport=measure.Canned(bodies), concurrency=1
    )

    def objects() -> list[Product]:
        with client.session() as session:
            return list(Product.objects.using(session).all())

    def touched() -> None:
        with client.session() as session:
            for item in Product.objects.using(session).all():
                _touch(item)

    def without(task: Callable[[], Any]) -> Callable[[], Any]:
        """Do it with Python's own decoder."""

        def work() -> None:
            quick = jsontext._quick  # noqa: SLF001 - as if it were not installed
            jsontext._quick = lambda _digits: None  # type: ignore[assignment]  # noqa: SLF001
            try:
                task()
            finally:
                jsontext._quick = quick  # noqa: SLF001

        return work

    def parsed() -> None:
        for body in bodies:
            jsontext.loads(body)

    return {
        "pydantic, ten fields": lambda: [_Page.model_validate_json(body) for body in bodies],
        "pydantic, whole rows": lambda: [_WholePage.model_validate_json(body) for body in bodies],
        "bcorm: parsed": without(parsed),
        "bcorm: objects": without(objects),
        "bcorm: ten fields": without(touched),
        "bcorm[speed]: parsed": parsed,
        "bcorm[speed]: objects": objects,
        "bcorm[speed]: ten fields": touched,
    }


def times(bodies: list[bytes], *, collector: bool) -> dict[str, float]:
    """Return the seconds of CPU time of each task, the least of several turns.

    Args:
        bodies: pages of products.
        collector: whether Python's garbage collector runs meanwhile, for all of them.
    """
    tasks = _tasks(bodies)
    found = dict.fromkeys(tasks, float("inf"))
    for _ in range(TURNS):
        for name, task in tasks.items():
            gc.collect()
            if not collector:
                gc.disable()
            began = time.process_time()
            task()
            found[name] = min(found[name], time.process_time() - began)
            gc.enable()
    return found


def main(rows: int = 10_000) -> None:
    """Measure, and print a table."""
    with serve(rows, 0) as url:
        pages = measure.pages(url, "v3/catalog/products", -(-rows // measure.PAGE), by_key=True)
    table(pages)


def table(bodies: list[bytes]) -> dict[str, float]:
    """Print what it costs; returns how many times pydantic's time the last lines are."""
    off, on = (times(bodies, collector=collector) for collector in (False, True))
    base = "pydantic, ten fields"
    print(f"\n{'values, CPU':<28}{'ms':>8}{'ratio':>7}{'with gc':>10}{'ratio':>7}")
    for name, least in off.items():
        ratio, other = least / off[base], on[name] / on[base]
        print(f"{name:<28}{least * 1000:8.0f}{ratio:7.2f}{on[name] * 1000:10.0f}{other:7.2f}")
    return {name: least / off[base] for name, least in off.items()}


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
