"""Many threads on one client: nobody gets another one's answer, nobody waits forever."""

from __future__ import annotations

import gc
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
import requests
from soak import length, patient

from bcorm import Brand, Customer, Order, Product
from bcorm.exceptions import BcormError, CommitError
from bcorm.http import Cache

pytestmark = pytest.mark.alone

ROOT = Path(__file__).parents[2]
THREADS = 24
SECONDS = length(3, 180)
# No thread may go without an answer for so long.
PATIENCE = 20.0


@pytest.fixture
def store_url():
    """The sample shop in a process of its own, so that this one's memory is the client's."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bcorm.emulator", "--port", "0"],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    url = None
    while url is None:
        url = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
    yield url[0]
    process.terminate()
    process.wait(10)
    process.stdout.close()


class Worker(threading.Thread):
    """Asks for rows that it can tell from all others, and writes to one of its own."""

    def __init__(self, number, client, ends):
        super().__init__(name=f"worker {number}")
        self.number, self.client, self.ends = number, client, ends
        self.chance = random.Random(number)
        self.done = Counter()
        self.crossed = []
        self.error = None
        self.last = time.monotonic()

    def run(self):
        steps = [self.by_path, self.by_filter, self.by_mail, self.order, self.write, self.fan_out]
        try:
            while time.monotonic() < self.ends:
                step = self.chance.choice(steps)
                try:
                    with self.client.session() as session:
                        step(session)
                    self.done[step.__name__] += 1
                except (CommitError, BcormError) as error:
                    # Faults are part of it; an error belongs to the one who asked.
                    self.done[type(error).__name__] += 1
                self.last = time.monotonic()
        except BaseException as error:  # noqa: BLE001 - told by the test
            self.error = error

    def _expect(self, found, wanted):
        if found != wanted:
            self.crossed.append((found, wanted))

    def by_path(self, session):
        key = self.chance.randrange(77, 270)
        self._expect(self.client.get(f"v3/catalog/products/{key}").data["id"], key)

    def by_filter(self, session):
        keys = set(self.chance.sample(range(1, 21), 3))
        self._expect({brand.id for brand in Brand.objects.filter(id__in=keys)}, keys)

    def by_mail(self, session):
        person = Customer.objects.get(id=self.chance.randrange(1, 100))
        again = Customer.objects.get(email=person.email)
        self._expect(again.id, person.id)

    def order(self, session):
        order = Order.objects.get(id=self.chance.randrange(100, 390))
        self._expect({line.order_id for line in order.products}, {order.id})

    def write(self, session):
        product = Product.objects.get(id=77 + self.number)
        product.page_title = f"{self.number} at {self.done['write']}"
        session.commit()
        product.refresh()
        self._expect(product.page_title, f"{self.number} at {self.done['write']}")

    def fan_out(self, session):
        keys = [self.chance.randrange(77, 270) for _ in range(6)]
        pages = session.store.fetch_many([(f"v3/catalog/products/{key}", {}) for key in keys])
        self._expect([page.rows[0]["id"] for page in pages], keys)


def _megabytes():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


@patient
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc to see its memory")
def test_many_threads_share_a_client(store_url, make_client, figures):
    requests.post(
        f"{store_url}/_emulator/faults/random",
        json={"seed": 1, "rate": 0.02, "kinds": ["503", "429-bare", "reset-before"]},
        timeout=10,
    ).raise_for_status()
    client = make_client(store_url, cache=Cache(ttl=0.5, maxsize=64), timeout=30)
    started = time.monotonic()
    workers = [Worker(number, client, started + SECONDS) for number in range(THREADS)]
    for worker in workers:
        worker.start()
    memory, stalled = [], 0.0
    while any(worker.is_alive() for worker in workers):
        time.sleep(0.25)
        requests.delete(f"{store_url}/_emulator/requests", timeout=10)
        memory.append(_megabytes())
        now = time.monotonic()
        waits = [now - worker.last for worker in workers if worker.is_alive()]
        stalled = max([stalled, *waits])
        assert stalled < PATIENCE, "a thread is stuck"
    gc.collect()
    errors = [worker.error for worker in workers if worker.error is not None]
    crossed = [pair for worker in workers for pair in worker.crossed]
    done = sum((worker.done for worker in workers), Counter())
    half = len(memory) // 2
    before = statistics.median(memory[half // 2 : half])
    after = statistics.median(memory[-half // 2 :])
    figures(
        f"{THREADS} threads for {SECONDS} s: {client.stats.requests} requests, {done.total()} "
        f"steps, {len(crossed)} crossed answers, longest step {stalled:.1f} s, memory "
        f"{before:.1f} MiB in the second quarter and {after:.1f} MiB in the last"
    )
    assert not errors
    assert not crossed
    assert all(done[name] > THREADS for name in ("by_path", "by_filter", "order", "write"))
    assert after - before < max(4.0, before * 0.04)
