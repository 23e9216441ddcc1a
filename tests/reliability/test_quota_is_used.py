"""The quota of a store is used to its limit and never exceeded, by threads and by processes."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from redis_server import RedisServer, needs_redis
from soak import length, patient

from bcorm.emulator import Emulator
from bcorm.http.exchange import RetryPolicy
from bcorm.http.governor import StoreGovernor
from bcorm.http.shared import RedisGovernor

pytestmark = pytest.mark.alone

ROOT = Path(__file__).parents[2]
QUOTA, WINDOW_MS = 50, 1_000
REQUESTS = length(112, 1_500)
BRANDS = "v3/catalog/brands"

WORKER = """
import sys
from concurrent.futures import ThreadPoolExecutor
from bcorm.http import ApiClient, OAuthCredentials, RetryPolicy
from bcorm.http.shared import RedisGovernor

url, redis, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
client = ApiClient(
    OAuthCredentials("shared", "not-a-secret"), api_url=url, governor=RedisGovernor(redis),
    retry=RetryPolicy.never(),
)
with ThreadPoolExecutor(2) as pool:
    list(pool.map(lambda _: client.get("v3/catalog/brands"), range(count)))
"""


@pytest.fixture
def busy_store():
    with Emulator(empty=True, quota=QUOTA, window_ms=WINDOW_MS) as store:
        yield store


@pytest.fixture
def redis(tmp_path):
    server = RedisServer(tmp_path)
    yield server
    server.stop()


def _judge(store, figures, who, seconds):
    """Say how much of the quota was used, and fail if it was too little or too much."""
    log = store.quota_log
    # The last window is as full as the work was long, and no fuller.
    full = log.windows[:-1]
    used = sum(full) / (len(full) * QUOTA)
    figures(
        f"{who}: {log.served} requests in {seconds:.1f} s, {log.refused} of them refused (429); "
        f"{used:.1%} of the quota of {QUOTA} per {WINDOW_MS // 1000} s used, "
        f"windows {', '.join(map(str, log.windows))}"
    )
    assert log.served == REQUESTS
    assert log.refused == 0
    assert used >= 0.95


@patient
def test_eight_threads_of_one_process_use_the_quota(busy_store, make_client, figures):
    client = make_client(busy_store.url, governor=StoreGovernor(), timeout=10)
    started = time.monotonic()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: client.get(BRANDS), range(REQUESTS)))
    _judge(busy_store, figures, "1 process with 8 threads", time.monotonic() - started)


@patient
@needs_redis
def test_four_processes_that_share_redis_use_the_quota(busy_store, redis, figures):
    count = str(REQUESTS // 4)
    started = time.monotonic()
    workers = [
        subprocess.Popen([sys.executable, "-c", WORKER, busy_store.url, redis.url, count], cwd=ROOT)
        for _ in range(4)
    ]
    assert [worker.wait(length(90, 300)) for worker in workers] == [0, 0, 0, 0]
    _judge(busy_store, figures, "4 processes that share Redis", time.monotonic() - started)


@patient
@needs_redis
def test_a_redis_that_stops_half_way_does_not_reach_the_user(
    busy_store, redis, make_client, figures
):
    client = make_client(
        busy_store.url, governor=RedisGovernor(redis.url), retry=RetryPolicy.never(), timeout=10
    )
    began = threading.Event()

    def ask(number):
        if number == REQUESTS // 2:
            began.set()
        return client.get(BRANDS).status

    started = time.monotonic()
    with ThreadPoolExecutor(8) as pool:
        work = pool.map(ask, range(REQUESTS))
        assert began.wait(60)
        redis.stop()
        statuses = list(work)
    figures_of = "1 process whose Redis is stopped half-way"
    assert statuses == [200] * REQUESTS
    _judge(busy_store, figures, figures_of, time.monotonic() - started)
    redis.start()
    import redis as library

    seen = library.Redis.from_url(redis.url)
    ends = time.monotonic() + 5
    while not seen.exists("{bcorm:quota:" + f"{busy_store.url}/stores/reliable/" + "}"):
        client.get("v2/time", lane="interactive")
        assert time.monotonic() < ends, "it did not return to Redis"
    # It brings what it knows of the quota along: the first to come back does not overdraw it.
    for _ in range(20):
        client.get("v2/time", lane="interactive")
    assert busy_store.quota_log.refused == 0
