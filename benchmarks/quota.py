"""How much of a store's quota is used: prices committed behind 300 ms.

`python benchmarks/quota.py [PRICES] [MILLISECONDS]`, by default 2,000 and 300. The quota is a tenth
of a store's: 45 requests in 3 seconds. One process uses it, with one thread or with eight; and four
processes that share it by a Redis, if there is a `redis-server`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator
from bcorm.http.shared import RedisGovernor

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTA, WINDOW_MS = 45, 3_000
PROCESSES = 4
THREADS = 8
LEAST = 0.95


@contextlib.contextmanager
def redis() -> Iterator[str | None]:
    """Run a Redis of our own; yields its URL, or None where there is no `redis-server`."""
    program = shutil.which("redis-server")
    if program is None:
        yield None
        return
    with socket.socket() as probe, TemporaryDirectory() as folder:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        command = [
            program,
            "--port",
            str(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--dir",
            folder,
        ]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            for _ in range(100):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.05)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            process.terminate()
            process.wait(timeout=10)


def work(url: str, start: int, stop: int, threads: int, shared: str | None) -> None:
    """Add one to the prices of a run of products, in a commit of each thread."""
    governor = RedisGovernor(shared) if shared else None
    with bcorm.connect("bench", "a-token", api_url=url, governor=governor) as session:
        client = session.client
        edges = [start + (stop - start) * part // threads for part in range(threads + 1)]
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(lambda edge: reprice(client, *edge), pairwise(edges)))


def reprice(client: bcorm.Client, start: int, stop: int) -> None:
    """Add one to the prices of a run of products, in a session of its own."""
    with client.session() as session:
        for item in Product.objects.order_by("id")[start:stop]:
            item.price += 1
        session.commit()


def used(prices: int, latency: int, threads: int, shared: str | None) -> tuple[float, int, float]:
    """Return the share of the full windows that was used, how many were refused, and the seconds.

    Args:
        prices: how many are committed.
        latency: milliseconds of each request.
        threads: how many a process has.
        shared: the Redis of several processes; None for one process.
    """
    parts = PROCESSES if shared else 1
    with Emulator(quota=QUOTA, window_ms=WINDOW_MS, latency_ms=latency) as store:
        store.generate_products(prices)
        began = time.monotonic()
        edges = [prices * part // parts for part in range(parts + 1)]
        command = [sys.executable, __file__, "--work", store.url]
        running = [
            subprocess.Popen(
                [*command, str(start), str(stop), str(threads), shared or ""], env=os.environ
            )
            for start, stop in pairwise(edges)
        ]
        for process in running:
            process.wait(timeout=300)
        seconds = time.monotonic() - began
        log = store.quota_log
        # The first is begun while processes start, the last is as full as the work was long.
        full = log.windows[1:-1] or log.windows[:1]
        return sum(full) / (len(full) * QUOTA), log.refused, seconds


def table(prices: int = 2_000, latency: int = 300) -> dict[str, Any]:
    """Measure, and print a table; returns the shares, and how many requests were refused."""
    found: dict[str, tuple[float, int]] = {}
    print(f"\n{f'quota, {latency} ms':<32}{'used':>8}{'refused':>9}{'seconds':>9}")
    with redis() as shared:
        for name, threads, where in (
            ("1 process", 1, None),
            (f"1 process, {THREADS} threads", THREADS, None),
            (f"{PROCESSES} processes, Redis", 1, shared),
        ):
            if where is None and name.startswith(str(PROCESSES)):
                print(f"{name:<32}  not measured: no redis-server")
                continue
            share, refused, seconds = used(prices, latency, threads, where)
            found[name] = (share, refused)
            print(f"{name:<32}{share:8.1%}{refused:9}{seconds:9.1f}", flush=True)
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(sys.argv[2], *map(int, sys.argv[3:6]), sys.argv[6] or None)
    else:
        table(*map(int, sys.argv[1:]))
