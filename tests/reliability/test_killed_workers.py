"""Workers of a cluster that are killed at any moment of `parallel.map(..., commit=True)`."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import threading
from decimal import Decimal

import pytest
from distributed import Client, LocalCluster
from parallel_work import raise_price
from soak import length, patient

import bcorm
from bcorm import Product, parallel
from bcorm.emulator import Emulator
from bcorm.exceptions import CommitError

pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # what Dask says about itself
    pytest.mark.alone,
    patient,
]

PRODUCTS = "v3/catalog/products"
ROWS = 400


@pytest.fixture
def shop(monkeypatch):
    """A store that the environment names, as in production."""
    with Emulator(empty=True) as emulator:
        emulator.generate_products(ROWS)
        monkeypatch.setenv("BIGCOMMERCE_STORE_HASH", "cluster")
        monkeypatch.setenv("BIGCOMMERCE_ACCESS_TOKEN", "token")
        monkeypatch.setenv("BIGCOMMERCE_API_URL", emulator.url)
        yield emulator


def _prices(emulator):
    return {row["id"]: Decimal(str(row["price"])) for row in emulator.documents(PRODUCTS)}


def _kill_one(emulator, client, writes, chance):
    """Kill a worker when the store has got so many writes."""
    over = threading.Event()
    processes = list(client.run(os.getpid).values())

    def kill():
        while not over.wait(0.0005):
            if sum(request.method == "PUT" for request in emulator.requests) > writes:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(chance.choice(processes), signal.SIGKILL)
                return

    killer = threading.Thread(target=kill)
    killer.start()
    return over, killer


def test_each_row_is_changed_once_or_told_as_unknown_whoever_is_killed(shop, figures):
    rounds = length(2, 12)
    chance = random.Random(8)
    once = unknown = killed = 0
    bcorm.connect()
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
        client.get_executor() as executor,
    ):
        for _ in range(rounds):
            client.wait_for_workers(2)
            shop.clear_requests()
            before = _prices(shop)
            over, killer = _kill_one(shop, client, chance.randrange(ROWS // 10), chance)
            workers = set(client.run(os.getpid).values())
            results = parallel.map(
                Product.objects.all(), raise_price, executor=executor, partitions=8, commit=True
            )
            with contextlib.suppress(CommitError):
                assert list(results) == sorted(before)
            over.set()
            killer.join()
            killed += workers != set(client.run(os.getpid).values())
            told = {failure.object.pk for failure in results.report.unknown}
            after = _prices(shop)
            for key, price in before.items():
                assert after[key] - price in ({0, 1} if key in told else {1}), key
            assert results.report.saved == ROWS - len(told)
            unknown += len(told)
            once += ROWS - len(told)
    figures(
        f"{killed} of {rounds} times a worker was killed: {once} rows changed once, "
        f"{unknown} told as unknown, none twice and none untold"
    )
    assert killed
