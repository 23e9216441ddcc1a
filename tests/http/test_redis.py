"""Quota, cache and deliveries shared through a real Redis, and what happens without it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bcorm.exceptions import ConfigurationError, DeadlineExceeded
from bcorm.http import ApiClient, Cache, Headers, OAuthCredentials, Request, Response, RetryPolicy
from bcorm.http.shared import RedisBackend, RedisGovernor, RedisSeen

pytestmark = pytest.mark.skipif(
    shutil.which("redis-server") is None,
    reason="redis-server IS NOT INSTALLED: sharing between processes is not tested",
)
ROOT = Path(__file__).parents[2]


class RedisServer:
    def __init__(self, folder):
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._folder = folder
        self.start()

    def start(self):
        self._process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "",
             "--dir", str(self._folder), "--logfile", str(self._folder / "log")],
        )  # fmt: skip
        ends = time.monotonic() + 10
        while not self._answers():
            assert time.monotonic() < ends, (self._folder / "log").read_text()
            time.sleep(0.02)

    def _answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        self._process.kill()
        self._process.wait()


@pytest.fixture
def redis(tmp_path):
    server = RedisServer(tmp_path)
    yield server
    server.stop()


@pytest.fixture
def windows(store):
    """The server's side of a quota of 150 in 3 s."""
    state = {"used": {}, "refused": 0, "limit": 150, "window": 3.0}
    started, lock = time.monotonic(), threading.Lock()

    def respond(_):
        with lock:
            now = time.monotonic() - started
            index = int(now / state["window"])
            used = state["used"].get(index, 0)
            refused = used >= state["limit"]
            state["refused"] += refused
            state["used"][index] = used = min(state["limit"], used + 1)
        reset = (index + 1) * state["window"] - now
        return store.Reply(
            429 if refused else 200,
            {"data": []},
            {
                "X-Rate-Limit-Requests-Left": str(state["limit"] - used),
                "X-Rate-Limit-Requests-Quota": str(state["limit"]),
                "X-Rate-Limit-Time-Reset-Ms": str(int(reset * 1000)),
                "X-Rate-Limit-Time-Window-Ms": str(int(state["window"] * 1000)),
            },
        )

    store.respond = respond
    return state


WORKER = """
import sys
from concurrent.futures import ThreadPoolExecutor
from bcorm.http import ApiClient, OAuthCredentials
from bcorm.http.shared import RedisGovernor

url, redis, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
client = ApiClient(OAuthCredentials("abc", "token"), api_url=url, governor=RedisGovernor(redis))
with ThreadPoolExecutor(2) as pool:
    list(pool.map(lambda _: client.get("v3/catalog/products"), range(count)))
"""


def test_four_processes_use_one_quota_without_one_429(store, redis, windows):
    workers = [
        subprocess.Popen([sys.executable, "-c", WORKER, store.url, redis.url, "120"], cwd=ROOT)
        for _ in range(4)
    ]
    assert [worker.wait(60) for worker in workers] == [0, 0, 0, 0]
    assert windows["refused"] == 0
    full = [windows["used"][index] for index in sorted(windows["used"])][1:-1]
    assert full
    assert min(full) >= 0.95 * 150, windows["used"]


def test_a_process_that_died_does_not_keep_what_it_had_in_flight(redis):
    request = Request("GET", "v2/time")
    dead, alive = (RedisGovernor(redis.url, horizon=0.3).for_store("s") for _ in range(2))
    dead.admit(request, lane="bulk", ends=None)
    started = time.monotonic()
    alive.admit(request, lane="bulk", ends=time.monotonic() + 5)
    assert 0.2 < time.monotonic() - started < 2.0


def test_an_outage_of_redis_does_not_reach_the_user(store, redis, windows):
    governor = RedisGovernor(redis.url)
    with (
        ApiClient(
            OAuthCredentials("abc", "token"), api_url=store.url, governor=governor,
            retry=RetryPolicy.never(),
        ) as client,
        ThreadPoolExecutor(4) as pool,
    ):  # fmt: skip
        work = [pool.submit(client.get, "v3/catalog/products") for _ in range(400)]
        time.sleep(0.5)
        redis.stop()
        time.sleep(3.5)
        redis.start()
        for future in work:
            assert future.result().status == 200
        assert windows["refused"] == 0
        import redis as library

        seen = library.Redis.from_url(redis.url)
        ends = time.monotonic() + 5
        while not seen.exists("{bcorm:quota:" + f"{store.url}/stores/abc/" + "}"):
            client.get("v2/time")
            assert time.monotonic() < ends, "it did not return to Redis"


def test_a_redis_that_was_never_there(store, windows):
    with (
        ApiClient(
            OAuthCredentials("abc", "token"),
            api_url=store.url,
            governor=RedisGovernor("redis://127.0.0.1:9/0"),
            cache=Cache(backend=RedisBackend("redis://127.0.0.1:9/0")),
        ) as client,
    ):
        assert not client.get("v2/time").from_cache
        assert not client.get("v2/time").from_cache
        client.put("v3/x", json={})


def test_a_url_that_is_none_is_refused_without_its_password():
    with pytest.raises(ConfigurationError) as caught:
        RedisGovernor("http://user:hunter2@host")
    assert "hunter2" not in str(caught.value)


@pytest.fixture
def clients(store, redis):
    made = [
        ApiClient(
            OAuthCredentials("abc", "token"),
            api_url=store.url,
            cache=Cache(backend=RedisBackend(redis.url)),
        )
        for _ in range(2)
    ]
    yield made
    for client in made:
        client.close()


def test_processes_share_a_cache_and_its_invalidation(store, clients):
    number = iter(range(100))
    store.respond = lambda _: store.Reply(200, {"data": next(number)}, {"X-Request-Id": "r"})
    one, two = clients
    assert one.get("v3/catalog/products/1").data == 0
    answer = two.get("v3/catalog/products/1")
    assert (answer.data, answer.from_cache, answer.request_id) == (0, True, "r")
    one.put("v3/catalog/variants", json=[])
    assert two.get("v3/catalog/products/1").data == 2
    two.cache.invalidate("v3/catalog/products", store_key="abc")
    assert one.get("v3/catalog/products/1").data == 3
    two.cache.invalidate()
    assert one.get("v3/catalog/products/1").data == 4


def test_an_invalidation_that_redis_missed_is_told_before_anything_is_read(store, redis, tmp_path):
    number = iter(range(100))
    store.respond = lambda _: store.Reply(200, {"data": next(number)})
    import redis as library

    shared = library.Redis.from_url(redis.url, socket_timeout=0.2)
    backend = RedisBackend(shared)
    with ApiClient(
        OAuthCredentials("abc", "token"), api_url=store.url, cache=Cache(backend=backend)
    ) as client:
        assert client.get("v3/catalog/products/1").data == 0
        paused = library.Redis.from_url(redis.url)
        paused.execute_command("CLIENT", "PAUSE", "1500", "ALL")
        client.put("v3/catalog/products/1", json={})
        assert client.get("v3/catalog/products/1").data == 2  # Redis is away
        time.sleep(2.6)
        assert client.get("v3/catalog/products/1").data == 3  # back, and not the old answer
        assert client.get("v3/catalog/products/1").from_cache


def test_a_delivery_is_new_once_among_many(redis):
    stores = [RedisSeen(redis.url) for _ in range(4)]
    with ThreadPoolExecutor(16) as pool:
        told = list(pool.map(lambda index: stores[index % 4].seen("event", 60), range(64)))
    assert told.count(False) == 1
    stores[0].forget("event")
    assert stores[1].seen("event", 0.05) is False
    time.sleep(0.1)
    assert stores[2].seen("event", 60) is False


def test_a_reservation_goes_back_to_the_others(redis):
    """What one process has reserved is not there for another one until it is given back."""
    quota = {
        "X-Rate-Limit-Requests-Left": "10",
        "X-Rate-Limit-Requests-Quota": "10",
        "X-Rate-Limit-Time-Reset-Ms": "30000",
        "X-Rate-Limit-Time-Window-Ms": "30000",
    }
    one, two = (RedisGovernor(redis.url).for_store("s") for _ in range(2))
    request = Request("GET", "v2/time")
    one.admit(request, lane="bulk", ends=None).settle(Response(200, Headers(quota)))
    with one.reserve(10, lane="interactive"), pytest.raises(DeadlineExceeded):
        two.admit(request, lane="interactive", ends=time.monotonic() + 0.1)
    two.admit(request, lane="interactive", ends=time.monotonic() + 0.1)
