"""What waiting costs: the same work as bare requests on eight threads, behind 300 ms of latency.

`python benchmarks/width.py [ROWS] [MILLISECONDS] [CONCURRENCY...]`, by default 10,000 products,
300 ms, and a concurrency of 8 and of 1. The bare requests know beforehand how many pages there are.
The least of two turns counts, on either side.
"""

from __future__ import annotations

import contextlib
import math
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import attrs
import requests

import bcorm
from bcorm import Order, Product
from bcorm.emulator import Emulator
from bcorm.http.governor import Unlimited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

THREADS = 8
TURNS = 2
PAGE = 250


class Bare:
    """Requests on threads that share connections."""

    def __init__(self, url: str) -> None:
        self._base = f"{url}/stores/bench/"
        self._http = requests.Session()
        self._http.headers["X-Auth-Token"] = "a-token"
        adapter = requests.adapters.HTTPAdapter(pool_maxsize=THREADS)
        self._http.mount("http://", adapter)

    def _send(self, call: tuple[str, str, Any]) -> Any:
        method, path, body = call
        answer = self._http.request(method, f"{self._base}{path}", json=body)
        return answer.json() if answer.content else None

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def all(self, calls: list[tuple[str, str, Any]]) -> list[Any]:
        """Send them, eight at a time."""
        with ThreadPoolExecutor(THREADS) as pool:
            return list(pool.map(self._send, calls))


def pages(rows: int) -> list[tuple[str, str, Any]]:
    """The pages of all products."""
    return [
        ("GET", f"v3/catalog/products?limit={PAGE}&page={number}", None)
        for number in range(1, -(-rows // PAGE) + 1)
    ]


def prices(keys: list[int], price: int) -> list[tuple[str, str, Any]]:
    """Batches of ten prices."""
    rows = [{"id": key, "price": price} for key in keys]
    return [("PUT", "v3/catalog/products", rows[at : at + 10]) for at in range(0, len(rows), 10)]


def clock(work: Callable[[], Any]) -> float:
    """Return the seconds that something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@contextlib.contextmanager
def serve(rows: int, latency: int) -> Iterator[str]:
    """Serve a store in another process; yields its URL."""
    command = [sys.executable, __file__, "--serve", str(rows), str(latency)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.stdin.close()
        process.wait(timeout=30)
        process.stdout.close()


def store(rows: int, latency: int) -> None:
    """Be the other process: serve until the input ends."""
    with Emulator(latency_ms=latency) as server:
        server.generate_products(rows)
        print(server.url, flush=True)
        sys.stdin.read()


def reprice(session: Any, number: int) -> None:
    """Add one to so many prices, in a commit."""
    for product in Product.objects.using(session).order_by("id")[:number]:
        product.price += 1
    session.commit()


def touch(session: Any, number: int) -> int:
    """Look at the lines of so many orders."""
    orders = list(Order.objects.using(session).order_by("id")[:number])
    return sum(len(order.coupons) for order in orders)


def export(session: Any, folder: str) -> None:
    """Write all products to a file."""
    Product.objects.using(session).to_parquet(f"{folder}/products.parquet")


@attrs.frozen
class Waited:
    """What some work took, and what the bare requests did.

    Attributes:
        seconds, floor: by the clock on the wall.
        requests, fewest: how many were sent.
    """

    seconds: float
    floor: float
    requests: int
    fewest: int


def table(rows: int = 10_000, latency: int = 300, *widths: int) -> dict[tuple[str, int], Waited]:
    """Measure, and print a table; returns what each work took at each width."""
    found: dict[tuple[str, int], Waited] = {}
    some = rows // 10
    with serve(rows, latency) as url, TemporaryDirectory() as folder:
        with bcorm.connect("bench", "a-token", api_url=url, governor=Unlimited()) as session:
            there = Product.objects.count()
            Product.objects.all()[:1].to_parquet(
                f"{folder}/products.parquet"
            )  # what it imports is not measured
            keys = [item.id for item in Product.objects.order_by("id").only("id")[:some]]
            orders = [item.id for item in Order.objects.order_by("id")[:200]]
        lines = [("GET", f"v2/orders/{key}/coupons", None) for key in orders]
        first = [("GET", "v2/orders?limit=200", None)]
        for width in widths or (THREADS, 1):
            bare = Bare(url)
            bare.all(first * THREADS)  # connections are open on both sides
            session = bcorm.connect(
                "bench", "a-token", api_url=url, concurrency=width, governor=Unlimited()
            )
            whole = pages(there)
            price = [pages(some), prices(keys, width)]
            work: list[tuple[str, list[Any], Callable[[], Any]]] = [
                (f"list {there:,}", [whole], lambda s=session: list(Product.objects.using(s))),
                ("to_parquet", [whole], lambda s=session: export(s, folder)),
                (f"reprice {some:,}", price, lambda s=session: reprice(s, some)),
                ("touch 200 orders", [first, lines], lambda s=session: touch(s, 200)),
            ]
            title = f"concurrency={width}, {latency} ms"
            print(f"\n{title:<32}{'seconds':>9}{'bare':>9}{'ratio':>7}{'requests':>10}")
            for name, calls, task in work:
                floor = seconds = math.inf
                for _ in range(TURNS):  # what others do can only add to the one or the other
                    took = clock(lambda bare=bare, calls=calls: [bare.all(part) for part in calls])
                    before = session.stats.requests
                    floor, seconds = min(floor, took), min(seconds, clock(task))
                    sent = session.stats.requests - before
                fewest = sum(map(len, calls))
                found[name.partition(" ")[0], width] = Waited(seconds, floor, sent, fewest)
                print(
                    f"{name:<32}{seconds:9.2f}{floor:9.2f}{seconds / floor:7.2f}"
                    f"{sent:6,} of {fewest:,}",
                    flush=True,
                )
            session.client.close()
            bare.close()
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        store(int(sys.argv[2]), int(sys.argv[3]))
    else:
        table(*map(int, sys.argv[1:]))
