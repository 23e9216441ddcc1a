"""Measuring: one task of one contender, and the parts of it that are the client's own."""

from __future__ import annotations

import gc
import json
import math
import subprocess
import sys
import time
import tracemalloc
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import attrs
import requests
from bigcommerce.resources.products import Products as OfficialProducts

import bcorm
from bcorm import PriceList, Product
from bcorm.http.message import Headers, Response
from benchmarks.contenders import HASH, PAGE, TOKEN, Traffic

if TYPE_CHECKING:
    from collections.abc import Callable

REPEATS = 5


@attrs.frozen
class Measured:
    """What a task cost.

    Attributes:
        requests: sent over the wire.
        sent: bytes of bodies that were sent.
        received: bytes of bodies that came back.
        seconds: by the clock on the wall, the server's share included.
        memory: bytes at the highest point, beyond what was there before; None if not measured.
    """

    requests: int
    sent: int
    received: int
    seconds: float
    memory: int | None = None


def run(task: Callable[[], Any]) -> Measured:
    """Run a task once and count."""
    gc.collect()
    traffic = Traffic()
    stop = traffic.watch()
    try:
        started = time.perf_counter()
        task()
        seconds = time.perf_counter() - started
    finally:
        stop()
    return Measured(traffic.requests, traffic.sent, traffic.received, seconds)


def peak(task: Callable[[], Any]) -> int:
    """Return how many bytes a task needs at its highest point."""
    gc.collect()
    tracemalloc.start()
    try:
        task()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def best(
    task: Callable[[], Any],
    repeats: int | None = None,
    clock: Callable[[], float] = time.process_time,
) -> float:
    """Return the shortest of several runs, in seconds: what others do can only add to it.

    Args:
        task: what is run.
        repeats: how many times.
        clock: what to measure; the CPU time of this process, if nothing else is said.
    """
    shortest = float("inf")
    for _ in range(repeats or REPEATS):
        gc.collect()
        gc.disable()  # what it costs depends on all that lives, and not on the task
        try:
            started = clock()
            task()
            shortest = min(shortest, clock() - started)
        finally:
            gc.enable()
    return shortest


def pages(url: str, path: str, last: int, *, by_key: bool) -> list[bytes]:
    """Fetch the pages of a list once, as bytes.

    Args:
        url: the store.
        path: the list.
        last: how many pages.
        by_key: continue after the last id instead of by page number.
    """
    found: list[bytes] = []
    with requests.Session() as http:
        http.headers["X-Auth-Token"] = TOKEN
        params: dict[str, Any] = {"limit": PAGE}
        for page in range(1, last + 1):
            if not by_key:
                params["page"] = page
            elif found:
                params["id:greater"] = json.loads(found[-1])["data"][-1]["id"]
            found.append(http.get(f"{url}/stores/{HASH}/{path}", params=params).content)
    return found


class Canned:
    """A transport that answers with pages of a list by key, fetched before, at once."""

    def __init__(self, bodies: list[bytes]) -> None:
        self._after: dict[int | None, bytes] = {}
        last = None
        for body in bodies:
            self._after[last] = body
            last = json.loads(body)["data"][-1]["id"]

    def send(self, request: Any, *, timeout: Any) -> Any:
        """Answer with the page after a key; after the last there is none."""
        del timeout
        key = parse_qs(request.query).get("id:greater")
        body = self._after.get(int(key[0]) if key else None, b'{"data":[]}')
        return Response(200, Headers({"Content-Type": "application/json"}), body)

    def close(self) -> None:
        """Nothing is open."""


def hydration(v3: list[bytes], v2: list[bytes]) -> dict[str, float]:
    """Return the seconds from bytes to objects, by contender; nothing is sent.

    Prices must stay exact, so there are two lines of bare `json.loads`: with floats, as it comes,
    and with `Decimal`, as anybody has to read who wants the cents right.
    """
    client = bcorm.Client(bcorm.OAuthCredentials(HASH, TOKEN), transport=Canned(v3), concurrency=1)

    def objects() -> None:
        with client.session() as session:
            found = list(Product.objects.using(session).all())
            assert len(found) == len(v3) * PAGE

    def touched() -> None:
        with client.session() as session:
            for product in Product.objects.using(session).all():
                _ = (product.id, product.name, product.price)

    return {
        "bcorm": best(objects),
        "bcorm, 3 fields read": best(touched),
        "bigcommerce 0.23.4": best(lambda: _official(v2), repeats=1),
        "json.loads, Decimal": best(lambda: [json.loads(b, parse_float=Decimal) for b in v3]),
        "json.loads": best(lambda: [json.loads(body) for body in v3]),
    }


def _official(bodies: list[bytes]) -> None:
    """Make the official client's objects, as its lists do."""
    for body in bodies:
        for row in json.loads(body):
            OfficialProducts._create_object(row)  # noqa: SLF001


class Taking:
    """A transport that takes every write, and has nothing to say of it."""

    def send(self, request: Any, *, timeout: Any) -> Any:
        """Answer that it is done."""
        del request, timeout
        return Response(204, Headers({}), b"")

    def close(self) -> None:
        """Nothing is open."""


def growth(size: int = 2_000) -> dict[str, float]:
    """Return the exponent of a unit of work's CPU time, by one that is four times as large."""
    client = bcorm.Client(bcorm.OAuthCredentials(HASH, TOKEN), transport=Taking())

    def deletes(count: int) -> None:
        rows = [{"id": number, "name": f"product {number}"} for number in range(1, count + 1)]
        with client.session() as session:
            for product in session.materialize(Product, rows, None, None):
                session.delete(product)
            session.commit()

    def children(count: int) -> None:
        with client.session() as session:
            prices = PriceList(name="wholesale")
            for number in range(1, count + 1):
                prices.records.new(variant_id=number, currency="usd", price=Decimal(3))
            session.add(prices)
            session.plan()
            session.expunge_all()

    found = {}
    for name, task in {"deletes": deletes, "new children": children}.items():
        times = []
        for count in (size, 4 * size):
            took = best(lambda: task(count))  # noqa: B023 - called at once
            times.append(took)
        found[name] = math.log(times[1] / times[0], 4)
    return found


def planning(bodies: list[bytes]) -> tuple[float, float]:
    """Return the CPU seconds of `plan()` of changed prices, and what it may take at most.

    That is twice what `json.dumps` takes for the bodies, and 20 microseconds a row.
    """
    client = bcorm.Client(
        bcorm.OAuthCredentials(HASH, TOKEN), transport=Canned(bodies), concurrency=1
    )
    with client.session() as session:
        products = list(Product.objects.using(session).all())
        for product in products:
            product.price += 1
        sent = [request.body for request in session.plan()]
        took = best(session.plan)
        written = best(lambda: [json.dumps(body, default=float) for body in sent])
        session.expunge_all()
    return took, 2 * written + 20e-6 * len(products)


def start_up() -> dict[str, float]:
    """Return the seconds that imports take, in fresh interpreters."""
    needs = "import requests, attrs"
    programs = {
        "requests + attrs": needs,
        "bcorm": f"{needs}; import bcorm",
        "bcorm, first query": f"{needs}; import bcorm; bcorm.connect; bcorm.Product.objects.all()",
        "bigcommerce 0.23.4": f"{needs}; import bigcommerce.api",
    }
    return {
        name: best(lambda code=code: _python(code), 7, time.perf_counter)
        for name, code in programs.items()
    }


def _python(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)
