"""Quota, cache and deliveries shared through a real Redis, and what happens without it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from redis_server import RedisServer, needs_redis

from bcorm.exceptions import ConfigurationError, DeadlineExceeded, RateLimited
from bcorm.http import ApiClient, Cache, Headers, OAuthCredentials, Request, Response
from bcorm.http.shared import RedisBackend, RedisGovernor, RedisSeen

pytestmark = [needs_redis, pytest.mark.alone]


@pytest.fixture
def redis(tmp_path):
    server = RedisServer(tmp_path)
    yield server
    server.stop()


def test_a_process_that_died_does_not_keep_what_it_had_in_flight(redis):
    request = Request("GET", "v2/time")
    dead, alive = (RedisGovernor(redis.url, horizon=0.3).for_store("s") for _ in range(2))
    dead.admit(request, lane="bulk", ends=None)
    started = time.monotonic()
    alive.admit(request, lane="bulk", ends=time.monotonic() + 30)
    assert time.monotonic() - started > 0.2


def test_processes_keep_to_an_endpoints_cap_together(redis):
    request = Request("PUT", "v3/customers")
    one, two = (RedisGovernor(redis.url).for_store("s") for _ in range(2))
    soon = lambda governor: governor.admit(request, lane="bulk", ends=time.monotonic() + 0.1)  # noqa: E731
    first = one.admit(request, lane="bulk", ends=None)
    first.settle(Response(200, Headers(), b"{}"))
    held = [one.admit(request, lane="bulk", ends=None) for _ in range(2)]
    held.append(two.admit(request, lane="bulk", ends=None))
    for governor in (one, two):
        with pytest.raises(DeadlineExceeded, match="3 such requests"):
            soon(governor)
    held.pop().settle(Response(200, Headers(), b"{}"))
    one.admit(request, lane="bulk", ends=time.monotonic() + 10)


def test_a_slot_of_a_process_that_died_comes_back(redis):
    request = Request("GET", "v3/catalog/trees/1/categories")
    dead, alive = (RedisGovernor(redis.url, horizon=0.3).for_store("s") for _ in range(2))
    dead.admit(request, lane="bulk", ends=None)
    started = time.monotonic()
    alive.admit(request, lane="bulk", ends=time.monotonic() + 30)
    assert time.monotonic() - started > 0.2


def test_a_redis_that_was_never_there(store):
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


def test_what_is_no_answer_of_ours_is_asked_for(store, clients, redis):
    import redis as library

    number = iter(range(100))
    store.respond = lambda _: store.Reply(200, {"data": next(number)})
    assert clients[0].get("v2/brands").data == 0
    with library.Redis.from_url(redis.url) as other:
        foreigners = [b"an older version's", b"[]\n{}", b'["x", {}]\n{}', b"[200, 5]\n{}"]
        foreigners += [b"[1e400, {}]\n{}", b"[404, {}]\n{}", b'[200, {"a": 5}]\n{}', b"[{}, {}]\n"]
        foreigners += [
            b"[" * 100_000,
            b"[2" + b"0" * 5_000 + b", {}]\n{}",
            b"[true, {}]\n{}",
            b"\xff",
        ]
        for foreign in foreigners:
            (key,) = other.keys("*answer*")
            other.set(key, foreign)
            assert not clients[0].get("v2/brands").from_cache
    assert clients[1].get("v2/brands").data == len(foreigners)


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
    two.admit(request, lane="interactive", ends=time.monotonic() + 10)


NOTHING_LEFT = {"X-Rate-Limit-Requests-Left": "0", "X-Rate-Limit-Requests-Quota": "1e300"}


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (429, {"Retry-After": "1000000000"}),
        (200, {**NOTHING_LEFT, "X-Rate-Limit-Time-Reset-Ms": "1e15"}),
        (200, {**NOTHING_LEFT, "X-Rate-Limit-Time-Reset-Ms": "1e300"}),
    ],
)
def test_a_lie_of_a_server_holds_no_process_back_for_ever(redis, status, told):
    """Others are refused at once, and after a while one of them asks the store again."""
    one, two = (RedisGovernor(redis.url).for_store("s") for _ in range(2))
    request = Request("GET", "v2/time")
    one.admit(request, lane="bulk", ends=None).settle(Response(status, Headers(told)))
    for governor in (one, two, RedisGovernor(redis.url).for_store("s")):
        with pytest.raises(RateLimited, match="longer than max_wait"):
            governor.admit(request, lane="bulk", ends=None, max_wait=120)
    client = one._budget._redis
    assert float(client.hget("{bcorm:quota:s}", "believed")) < time.time() + 121
    client.hset("{bcorm:quota:s}", "believed", "1")
    two.admit(request, lane="bulk", ends=None, max_wait=1).settle(Response(200, Headers()))
    two.admit(request, lane="bulk", ends=None, max_wait=1)


WRONG = ["x", "1e400", "-1e400", "nan", "9" * 400, "-5", "1e300", "1e11", "", "\0", "0"]
BOOKS = ["limit", "left", "window", "end", "believed", "blocked", "last", "rolled", "unmetered"]


@pytest.mark.parametrize("wrong", WRONG)
def test_books_that_somebody_spoiled_hold_nobody_up(one_redis, wrong):
    """Each entry alone, and all of them: requests go on, or are refused at once for a while."""
    client, key = one_redis, "{bcorm:quota:s}"
    request, quota = Request("GET", "v2/time"), Headers(TOLD)
    for names in ([name] for name in [*BOOKS, None]):
        client.flushall()
        governor = RedisGovernor(client).for_store("s")
        governor.admit(request, lane="bulk", ends=None).settle(Response(200, quota))
        client.hset(key, mapping=dict.fromkeys(BOOKS if names == [None] else names, wrong))
        _ends_in_time(governor, request, quota)
        other = RedisGovernor(client).for_store("s")
        _ends_in_time(other, request, quota)


@pytest.mark.parametrize("score", ["inf", "-inf", "1e300", "1e11"])
def test_requests_in_flight_that_never_were_hold_nobody_up(one_redis, score):
    request, quota = Request("PUT", "v3/customers"), Headers(TOLD)
    governor = RedisGovernor(one_redis).for_store("s")
    governor.admit(request, lane="bulk", ends=None).settle(Response(200, quota))
    for key in ("{bcorm:quota:s}:flying", *one_redis.keys("*running*")):
        one_redis.zadd(key, {f"{score}{number}": float(score) for number in range(200)})
    _ends_in_time(governor, request, quota)


@pytest.mark.parametrize("kind", ["text", "list", "set", "bytes"])
def test_keys_of_another_kind_are_as_a_redis_that_is_away(one_redis, store, kind):
    client = one_redis
    governor = RedisGovernor(client).for_store("s")
    request = Request("PUT", "v3/customers")
    put = {
        "text": lambda key: client.set(key, "x"),
        "bytes": lambda key: client.set(key, b"\xff\xfe" * 9),
        "list": lambda key: client.rpush(key, "x"),
        "set": lambda key: client.sadd(key, "x"),
    }[kind]
    with ApiClient(
        OAuthCredentials("abc", "token"),
        api_url=store.url,
        cache=Cache(backend=RedisBackend(client)),
    ) as api:
        api.get("v2/brands")
        api.put("v2/brands/1", json={})
        api.get("v2/brands")
        governor.admit(request, lane="bulk", ends=None).settle(Response(200, Headers(TOLD)))
        governor.admit(request, lane="bulk", ends=None)
        spoiled = client.keys("*")
        assert len(spoiled) > 4
        for key in spoiled:
            client.delete(key)
            put(key)
        assert api.get("v2/brands").data == {"path": "v2/brands"}
        api.put("v2/brands/1", json={})
        assert api.get("v2/brands").data == {"path": "v2/brands"}
    _ends_in_time(governor, request, Headers(TOLD))


TOLD = {
    "X-Rate-Limit-Requests-Left": "90",
    "X-Rate-Limit-Requests-Quota": "100",
    "X-Rate-Limit-Time-Reset-Ms": "20000",
    "X-Rate-Limit-Time-Window-Ms": "30000",
}


@pytest.fixture(scope="module")
def spoiled_redis(tmp_path_factory):
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    yield server
    server.stop()


@pytest.fixture
def one_redis(spoiled_redis):
    import redis as library

    client = library.Redis.from_url(spoiled_redis.url)
    client.flushall()
    yield client
    client.close()


def _ends_in_time(governor, request, quota):
    """Ask in a thread: no deadline, and still an end."""
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(governor.admit, request, lane="bulk", ends=None, max_wait=1)
        try:
            admitted = asked.result(timeout=20)
        except RateLimited:
            return
        admitted.settle(Response(200, quota))
