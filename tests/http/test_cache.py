"""The opt-in cache: fewer requests, never stale after our own writes."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from redis_server import needs_redis, redis_server

import bcorm
from bcorm.exceptions import (
    AuthenticationError,
    ConfigurationError,
    NotFound,
    UnknownOutcome,
)
from bcorm.http import ApiClient, Cache, OAuthCredentials, Stats
from bcorm.http.cache import MemoryBackend, parents_of, region_of, stale_after
from bcorm.http.governor import Unlimited
from bcorm.http.shared import RedisBackend


@pytest.fixture
def counting(store):
    """Every answer has another number."""
    number = iter(range(10_000))

    def respond(_):
        return store.Reply(200, {"data": {"n": next(number), "tags": []}})

    store.respond = respond
    return store


def test_a_thousand_gets_of_a_hundred_ids_are_a_hundred_requests(counting, make_client):
    client = make_client(cache=Cache())
    stats = Stats()
    for index in range(1000):
        client.get(f"v3/catalog/products/{index % 100}", stats=stats)
    assert len(counting.requests) == stats.requests == 100
    assert (stats.cache_hits, stats.cache_misses) == (900, 100)


def test_a_hit_says_so_and_cannot_be_spoilt_by_the_one_before(counting, make_client):
    client = make_client(cache=Cache())
    first = client.get("v3/catalog/products/1")
    first.data["tags"].append("mine")
    second = client.get("v3/catalog/products/1")
    assert (first.from_cache, second.from_cache) == (False, True)
    assert second.data == {"n": 0, "tags": []}
    second.data["tags"].append("mine too")
    assert client.get("v3/catalog/products/1").data == {"n": 0, "tags": []}


def test_the_order_of_parameters_does_not_matter_and_their_values_do(counting, make_client):
    client = make_client(cache=Cache())
    client.get("v3/catalog/products", params={"page": 1, "limit": 2})
    client.get("v3/catalog/products", params={"limit": 2, "page": 1})
    assert len(counting.requests) == 1
    client.get("v3/catalog/products", params={"limit": 3, "page": 1})
    assert len(counting.requests) == 2


def test_only_the_paths_that_were_named_are_kept(counting, make_client):
    client = make_client(cache=Cache(paths=["v3/catalog/brands/"]))
    for path in (
        "v3/catalog/brands",
        "v3/catalog/brands/1",
        "v3/catalog/brands-extra",
        "v2/orders",
    ):
        client.get(path)
        client.get(path)
    assert len(counting.requests) == 6


def test_a_look_at_the_head_is_no_read_that_is_kept(counting, make_client):
    client = make_client(cache=Cache())
    client.get("v2/time")
    client.request("HEAD", "v2/time")
    assert client.get("v2/time").from_cache
    assert [request["method"] for request in counting.requests] == ["GET", "HEAD"]


def test_a_read_with_header_fields_of_its_own_is_not_kept(counting, make_client):
    client = make_client(cache=Cache())
    client.get("v2/time", headers={"Accept-Language": "de"})
    assert client.get("v2/time").data["n"] == 1


def test_a_fresh_read_asks_and_is_kept(counting, make_client):
    client = make_client(cache=Cache())
    assert [client.get("v2/time", fresh=fresh).data["n"] for fresh in (False, True, False)] == [
        0,
        1,
        1,
    ]


def test_an_answer_is_kept_for_its_time_only(counting, make_client):
    client = make_client(cache=Cache(ttl=0.1))
    client.get("v2/time")
    time.sleep(0.12)
    assert client.get("v2/time").data["n"] == 1


def test_stores_do_not_see_each_other(counting, make_client):
    from bcorm.http import ApiClient, OAuthCredentials

    cache = Cache()
    client = make_client(cache=cache)
    with ApiClient(OAuthCredentials("other", "token"), api_url=counting.url, cache=cache) as other:
        assert client.get("v2/time").data != other.get("v2/time").data


def test_an_error_is_not_kept(store, make_client):
    store.script(store.Reply(404), store.Reply(200, {"data": 1}))
    client = make_client(cache=Cache())
    with pytest.raises(NotFound):
        client.get("v2/time")
    assert client.get("v2/time").data == 1


@pytest.mark.parametrize(
    ("read", "write"),
    [
        ("v3/catalog/products", "v3/catalog/products"),
        ("v3/catalog/products/7", "v3/catalog/products"),
        ("v3/catalog/products", "v3/catalog/products/7/images"),
        ("v3/catalog/products/7", "v3/catalog/variants"),
        ("v3/catalog/variants", "v3/catalog/products/7/variants/1"),
        ("v3/catalog/products", "v3/inventory/adjustments/absolute"),
        ("v3/inventory/items", "v3/inventory/adjustments/absolute"),
        ("v3/catalog/products", "v2/orders"),
        ("v2/orders", "v2/orders/100/products"),
        ("v2/customers/5", "v3/customers/addresses"),
        ("v3/catalog/products", "v2/products/7"),
        ("v2/products/7", "v3/catalog/products"),
        ("v3/catalog/variants", "v2/products/7/skus/1"),
        ("v2/products/7", "v3/catalog/variants"),
        ("v2/products/7", "v2/option_sets/3"),
        ("v3/catalog/products", "v2/brands/3"),
        ("v2/categories", "v3/catalog/categories/3"),
        ("v2/products", "v2/orders"),
        ("v2/orders/100", "v3/orders/100/payment_actions/refunds"),
        ("v2/coupons", "v2/orders"),
        ("v2/hooks", "v3/hooks/1"),
        ("v2/tax_classes", "v3/tax/rates"),
        ("v3/catalog/summary", "v3/catalog/variants"),
        ("v3/inventory/items", "v3/catalog/variants"),
        ("v3/catalog/brands", "v3/catalog/products"),
        ("v3/catalog/summary", "v3/catalog/products"),
        ("v3/inventory/items", "v3/catalog/products"),
        ("v3/storefront/redirects", "v3/catalog/products/7"),
        ("v3/channels/1/listings", "v3/catalog/products/7"),
        ("v3/pricelists/1/records", "v3/catalog/products/7"),
        ("v3/catalog/products", "v3/catalog/brands/3"),
        ("v3/catalog/summary", "v3/catalog/brands/3"),
        ("v3/catalog/products", "v3/catalog/categories/3"),
        ("v3/catalog/trees/1/categories", "v3/catalog/categories/3"),
        ("v3/catalog/summary", "v3/catalog/categories/3"),
        ("v3/catalog/products", "v3/catalog/trees/categories"),
        ("v3/catalog/categories", "v3/catalog/trees/categories"),
        ("v3/channels", "v3/catalog/trees"),
        ("v2/option_sets", "v2/options/1"),
        ("v3/catalog/products", "v2/options/1"),
        ("v3/catalog/variants", "v3/inventory/adjustments/absolute"),
        ("v3/inventory/items", "v2/orders"),
        ("v3/catalog/variants", "v2/orders"),
        ("v3/customers", "v2/orders"),
        ("v2/gift_certificates", "v2/orders"),
        ("v2/orders", "v3/checkouts/c/orders"),
        ("v3/carts/c", "v3/checkouts/c/orders"),
        ("v3/catalog/products", "v3/checkouts/c/orders"),
        ("v2/products", "v3/checkouts/c/orders"),
        ("v3/inventory/items", "v3/checkouts/c/orders"),
        ("v3/customers", "v3/checkouts/c/orders"),
        ("v2/coupons", "v3/checkouts/c/orders"),
        ("v2/gift_certificates", "v3/checkouts/c/orders"),
        ("v3/checkouts/c", "v3/carts/c/items"),
        ("v3/abandoned-carts/c", "v3/carts/c"),
        ("v3/segments", "v3/customers"),
        ("v3/customers", "v2/customer_groups/1"),
        ("v3/shopper-profiles", "v3/segments/1/shopper-profiles"),
        ("v3/segments", "v3/shopper-profiles"),
        ("v3/sites", "v3/channels/1/site"),
        ("v3/catalog/trees", "v3/channels/1"),
        ("v3/channels/1/site", "v3/sites/1"),
        ("v3/content/placements", "v3/content/widgets/w"),
        ("v3/content/widgets", "v3/content/widget-templates/t"),
        ("v3/content/placements", "v3/content/widget-templates/t"),
        ("v3/tax/rates", "v3/tax/zones"),
        ("v2/redirects", "v3/storefront/redirects"),
        ("v2/pages", "v3/content/pages"),
        ("v2/store", "v3/settings/store/profile"),
        ("v3/promotions", "v2/coupons/1"),
    ],
)
def test_a_write_drops_what_it_changes(counting, make_client, read, write):
    client = make_client(cache=Cache())
    client.get(read)
    client.put(write, json=[])
    assert not client.get(read).from_cache


def test_a_graphql_mutation_drops_everything_of_its_store_and_a_query_nothing(store, make_client):
    client = make_client(cache=Cache())
    store.respond = lambda _: store.Reply(200, {"data": {}})
    client.get("v3/catalog/products")
    client.graphql("query { system { time } }")
    assert client.get("v3/catalog/products").from_cache
    client.graphql("mutation { x }")
    assert not client.get("v3/catalog/products").from_cache


def test_a_write_leaves_the_rest_alone(counting, make_client):
    client = make_client(cache=Cache())
    client.get("v3/customers")
    client.put("v3/catalog/products", json=[])
    assert client.get("v3/customers").from_cache


def test_a_write_with_a_lost_answer_drops_too(store, make_client):
    client = make_client(cache=Cache())
    client.get("v3/catalog/products")
    store.respond = lambda _: None
    with pytest.raises(UnknownOutcome):
        client.post("v3/catalog/products", json={})
    store.respond = lambda _: store.Reply(200, {"data": 1})
    assert not client.get("v3/catalog/products").from_cache


def test_a_read_that_was_asked_before_a_write_is_not_kept_after_it(store, make_client):
    asked, written = threading.Event(), threading.Event()

    def respond(request):
        if request["method"] == "GET":
            asked.set()
            written.wait(5)
            return store.Reply(200, {"data": "old"})
        return store.Reply(200, {"data": "new"})

    store.respond = respond
    client = make_client(cache=Cache(), governor=Unlimited())
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(client.get, "v3/catalog/products/1")
        asked.wait(5)
        client.put("v3/catalog/products/1", json={})
        written.set()
        assert slow.result().data == "old"
    assert not client.get("v3/catalog/products/1").from_cache


def test_threads_that_ask_the_same_share_one_request(store, make_client):
    store.respond = lambda _: store.Reply(200, {"data": [1]}, delay=0.2)
    client = make_client(cache=Cache())
    client.get("v2/store")  # the quota is known
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: client.get("v2/time"), range(16)))
    assert len(store.requests) == 2
    assert len({id(answer.data) for answer in answers}) == 16


def test_threads_share_an_error_as_well(store, make_client):
    store.respond = lambda _: store.Reply(404, {"title": "none"}, delay=0.2)
    client = make_client(cache=Cache())

    def ask(_):
        with pytest.raises(NotFound) as caught:
            client.get("v2/time")
        return caught.value

    with ThreadPoolExecutor(8) as pool:
        errors = list(pool.map(ask, range(8)))
    assert len(store.requests) == 1
    assert len({id(error) for error in errors}) == 8
    assert {error.title for error in errors} == {"none"}


def test_a_leader_that_is_interrupted_leaves_the_others_to_it():
    from bcorm.http import Request, Response
    from bcorm.http.message import Headers

    cache = Cache()
    request = Request("GET", "v2/time")
    entered, leave = threading.Event(), threading.Event()

    def interrupted():
        entered.set()
        leave.wait(5)
        raise KeyboardInterrupt

    def leader():
        with pytest.raises(KeyboardInterrupt):
            cache.fetch("s", request, interrupted)

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(leader)
        entered.wait(5)
        second = pool.submit(cache.fetch, "s", request, lambda: Response(200, Headers(), b"1"))
        time.sleep(0.05)
        leave.set()
        first.result()
        assert second.result()[0].body == b"1"


@pytest.mark.parametrize("what", ["v3/catalog/products", "v3/catalog/variants/9", None])
def test_others_can_invalidate(counting, make_client, what):
    cache = Cache()
    client = make_client(cache=cache)
    client.get("v3/catalog/products/1")
    cache.invalidate(what)
    assert not client.get("v3/catalog/products/1").from_cache
    cache.invalidate(what, store_key="another")
    assert client.get("v3/catalog/products/1").from_cache
    cache.invalidate(what, store_key=client.store_key)
    assert not client.get("v3/catalog/products/1").from_cache


def test_regions():
    assert region_of("v3/catalog/products/7/images/1") == "v3/catalog/products"
    assert region_of("v2/orders/100/products") == "v2/orders"
    assert region_of("v3/customers/addresses") == "v3/customers"
    assert parents_of("v3/inventory/items") == ("v3/inventory/items", "v3/inventory", "*")
    assert stale_after("v3/themes/1") == ("v3/themes",)


@pytest.mark.parametrize("wrong", [True, 30, "redis://localhost"])
def test_what_is_no_cache_is_refused_when_the_client_is_made(wrong):
    with pytest.raises(ConfigurationError, match=r"takes a bcorm\.http\.Cache"):
        bcorm.connect("abc123", "token", api_url="http://127.0.0.1:1", cache=wrong)


@pytest.fixture
def shared_cache(request, tmp_path):
    if request.param == "memory":
        yield Cache()
        return
    with redis_server(tmp_path) as url:
        yield Cache(backend=RedisBackend(url))


BOTH = pytest.mark.parametrize(
    "shared_cache", ["memory", pytest.param("redis", marks=needs_redis)], indirect=True
)


@BOTH
def test_what_one_token_has_read_is_not_served_to_another(store, shared_cache):
    """A token that the store refuses is refused, though another's answers are kept."""
    good, bad = "tok-good-0123456789", "tok-bad-0123456789"

    def respond(request):
        known = request["headers"]["x-auth-token"] == good
        return store.Reply(200, {"data": [1]}) if known else store.Reply(401, {"title": "no"})

    store.respond = respond
    clients = [
        ApiClient(OAuthCredentials("abc123", token), api_url=store.url, cache=shared_cache)
        for token in (good, bad)
    ]
    assert clients[0].get("v3/catalog/brands").data == [1]
    with pytest.raises(AuthenticationError):
        clients[1].get("v3/catalog/brands")
    assert clients[0].get("v3/catalog/brands").from_cache


@BOTH
def test_one_hash_on_two_hosts_is_two_stores(counting, hostile_store, shared_cache):
    other = hostile_store.answer_json({"data": []})
    credentials = OAuthCredentials("abc123", "tok-good-0123456789")
    one, two = (
        ApiClient(credentials, api_url=url, cache=shared_cache) for url in (counting.url, other.url)
    )
    one.get("v3/catalog/brands")
    assert not two.get("v3/catalog/brands").from_cache
    assert other.requests == 1


@BOTH
def test_a_write_drops_what_every_token_has_read(counting, shared_cache):
    one, two = (
        ApiClient(OAuthCredentials("abc123", token), api_url=counting.url, cache=shared_cache)
        for token in ("tok-good-0123456789", "tok-other-0123456789")
    )
    for client in (one, two):
        client.get("v3/catalog/brands")
        assert client.get("v3/catalog/brands").from_cache
    one.put("v3/catalog/brands/1", json={})
    assert not one.get("v3/catalog/brands").from_cache
    assert not two.get("v3/catalog/brands").from_cache
    two.get("v3/catalog/brands/7")
    shared_cache.invalidate("v3/catalog/brands", store_key="abc123")
    assert not two.get("v3/catalog/brands/7").from_cache


def test_no_key_of_a_cache_shows_a_token(counting):
    kept = []

    class Backend(MemoryBackend):
        def set(self, key, response, ttl):
            kept.append(key)
            super().set(key, response, ttl)

    cache = Cache(backend=Backend(60, 10))
    token = "tok-good-0123456789"
    ApiClient(OAuthCredentials("abc123", token), api_url=counting.url, cache=cache).get(
        "v3/catalog/brands"
    )
    assert len(kept) == 1
    assert token not in kept[0]
