"""The quota of a store is used, and never exceeded."""

from __future__ import annotations

import contextvars
import gc
import itertools
import os
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest

from bcorm.exceptions import DeadlineExceeded
from bcorm.http import Headers, Request, Response
from bcorm.http.governor import CAPS, StoreGovernor, cap_for, governor_for

pytestmark = pytest.mark.alone


class Windows:
    """The server's side: fixed windows, the real header fields, 429 when exhausted."""

    def __init__(self, store, limit, window, used=0):
        self.reply, self.limit, self.window = store.Reply, limit, window
        self.used = {0: used}
        self.refused = 0
        self.arrivals = []
        self.started = time.monotonic()
        self._lock = threading.Lock()

    def __call__(self, request):
        with self._lock:
            now = time.monotonic() - self.started
            index = int(now / self.window)
            used = self.used.get(index, 0)
            refused = used >= self.limit
            self.arrivals.append((now, request["path"]))
            self.refused += refused
            self.used[index] = used = min(self.limit, used + 1)
        headers = {
            "X-Rate-Limit-Requests-Left": str(self.limit - used),
            "X-Rate-Limit-Requests-Quota": str(self.limit),
            "X-Rate-Limit-Time-Reset-Ms": str(int(((index + 1) * self.window - now) * 1000)),
            "X-Rate-Limit-Time-Window-Ms": str(int(self.window * 1000)),
        }
        return self.reply(429 if refused else 200, {"data": []}, headers)


def _ask(governor, *, lane="bulk", ends=None, path="v3/catalog/products"):
    return governor.admit(Request("GET", path), lane=lane, ends=ends)


def test_many_threads_that_start_together_do_not_overshoot_an_almost_empty_window(
    store, make_client
):
    windows = store.respond = Windows(store, limit=20, window=1.0, used=17)
    client = make_client(governor=StoreGovernor())
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: client.get("v3/catalog/products"), range(16)))
    assert windows.refused == 0


def test_a_plentiful_quota_holds_nothing_back(store, make_client):
    store.respond = Windows(store, limit=10_000, window=30.0)
    client = make_client(governor=StoreGovernor())
    for _ in range(50):
        client.get("v3/catalog/products")
    assert client.stats.waits < 0.05


def test_the_rest_of_a_scarce_window_is_spread_over_its_time(store, make_client):
    windows = store.respond = Windows(store, limit=60, window=2.0, used=55)
    client = make_client(governor=StoreGovernor())
    for _ in range(5):
        client.get("v3/catalog/products")
    moments = [moment for moment, _ in windows.arrivals]
    gaps = [late - early for early, late in itertools.pairwise(moments)]
    assert windows.refused == 0
    assert min(gaps) > 0.2
    assert moments[-1] < 2.0


def test_an_interactive_request_overtakes_bulk_ones(store, make_client):
    windows = store.respond = Windows(store, limit=60, window=3.0)
    client = make_client(governor=StoreGovernor())
    with ThreadPoolExecutor(12) as pool:
        bulk = [pool.submit(client.get, "v3/catalog/products") for _ in range(90)]
        while len(windows.arrivals) < 40:  # the first window is nearly exhausted then
            time.sleep(0.02)
        client.get("v3/catalog/brands", lane="interactive")
        for future in bulk:
            future.result()
    assert windows.refused == 0
    paths = [path.partition("?")[0] for _, path in windows.arrivals]
    before = [path.endswith("v3/catalog/brands") for path in paths].index(True)
    assert before < 60  # those that wait for the next window come after it


def test_a_request_that_cannot_be_sent_before_its_deadline_is_not_sent(store, make_client):
    windows = store.respond = Windows(store, limit=10, window=30.0, used=9)
    client = make_client(governor=StoreGovernor())
    client.get("v3/catalog/products")
    started = time.monotonic()
    with pytest.raises(DeadlineExceeded) as caught:
        client.get("v3/catalog/products", deadline=0.3)
    assert time.monotonic() - started < 30  # the window's end
    assert caught.value.path == "v3/catalog/products"
    assert caught.value.retry_safe
    assert len(windows.arrivals) == 1


def test_a_429_with_headers_holds_every_thread_back(store, make_client):
    wait = {"X-Retry-After": "1"}
    store.script(store.Reply(429, {}, wait), store.Reply(200, {"data": []}))
    client = make_client(governor=StoreGovernor())
    started = time.monotonic()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: client.get("v3/catalog/products"), range(4)))
    assert time.monotonic() - started >= 1.0
    assert len(store.requests) == 5


def test_a_429_that_leaves_quota_is_about_its_endpoint_alone():
    governor = StoreGovernor()
    fields = {"Requests-Left": "50", "Requests-Quota": "100"}
    fields |= {"Time-Reset-Ms": "20000", "Time-Window-Ms": "30000"}
    told = Headers({f"X-Rate-Limit-{name}": value for name, value in fields.items()})
    _ask(governor).settle(Response(429, told))
    _ask(governor, ends=time.monotonic() + 10).settle(None)
    _ask(governor).settle(Response(429, Headers({**told, "X-Rate-Limit-Requests-Left": "0"})))
    with pytest.raises(DeadlineExceeded):
        _ask(governor, ends=time.monotonic() + 2)


def test_answers_without_quota_headers_open_the_gate(store, make_client):
    together = threading.Barrier(8, timeout=60)
    client = make_client(governor=StoreGovernor())
    store.respond = lambda _: store.Reply(200, {"data": []})
    client.get("v2/time")

    def respond(_):
        together.wait()  # which nobody passes before eight are there
        return store.Reply(200, {"data": []})

    store.respond = respond
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: client.get("v2/time"), range(16)))


@pytest.mark.parametrize("answer", [None, Response(503, Headers()), Response(429, Headers())])
def test_a_first_request_that_fails_does_not_open_the_gate(answer):
    governor = StoreGovernor()
    _ask(governor).settle(answer)
    first = _ask(governor)
    with pytest.raises(DeadlineExceeded):
        _ask(governor, ends=time.monotonic() + 0.05)
    first.settle(None)
    _ask(governor, ends=time.monotonic() + 30)


def test_a_reservation_is_there_for_its_threads_and_goes_back(store, make_client):
    windows = store.respond = Windows(store, limit=100, window=30.0, used=80)
    governor = StoreGovernor()
    client = make_client(governor=governor)
    client.get("v2/time", lane="interactive")
    with governor.reserve(15, lane="interactive") as reservation:
        assert reservation.left == 15
        with pytest.raises(DeadlineExceeded):
            contextvars.Context().run(
                lambda: [client.get("v2/time", lane="interactive", deadline=0.1) for _ in range(5)]
            )
        with ThreadPoolExecutor(4) as pool:
            contexts = [contextvars.copy_context() for _ in range(10)]
            list(pool.map(lambda context: context.run(client.get, "v2/time"), contexts))
        assert reservation.left == 5
    for _ in range(5):
        client.get("v2/time", lane="interactive", deadline=10)
    assert windows.refused == 0


@pytest.mark.parametrize("asked_before", [0, 1])
def test_a_fan_out_that_is_larger_than_the_quota_is_paced(store, make_client, asked_before):
    windows = store.respond = Windows(store, limit=20, window=0.5)
    governor = StoreGovernor()
    client = make_client(governor=governor)
    for _ in range(asked_before):
        client.get("v2/time")
    with governor.reserve(50), ThreadPoolExecutor(8) as pool:
        contexts = [contextvars.copy_context() for _ in range(50)]
        list(pool.map(lambda context: context.run(client.get, "v2/time"), contexts))
    assert windows.refused == 0
    assert len(store.requests) == 50 + asked_before


def test_clients_of_one_store_share_a_governor_as_long_as_one_lives():
    governor = governor_for("https://x/stores/a/")
    assert governor_for("https://x/stores/a/") is governor
    assert governor_for("https://x/stores/b/") is not governor
    weak = weakref.ref(governor)
    del governor
    gc.collect()
    assert weak() is None


def test_requests_beyond_an_endpoints_cap_wait_for_a_slot(store, make_client):
    running = most = 0
    lock = threading.Lock()

    def respond(_):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.05)
        with lock:
            running -= 1
        return store.Reply(200, {"data": []})

    store.respond = respond
    client = make_client(governor=StoreGovernor())
    client.get("v2/time")
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda _: client.put("v3/customers", json=[]), range(12)))
    assert most == 3


def test_a_slot_comes_back_when_the_quota_is_not_there_in_time():
    governor = StoreGovernor()
    held = _ask(governor)
    path = "v3/catalog/trees/1/categories"
    for _ in range(3):
        with pytest.raises(DeadlineExceeded):
            _ask(governor, path=path, ends=time.monotonic() + 0.02)
    held.settle(None)
    _ask(governor, path=path, ends=time.monotonic() + 30)


@pytest.mark.parametrize("cap", CAPS, ids=lambda cap: f"{cap.methods} {cap.template}")
def test_every_row_of_the_caps_is_found_by_its_own_path(cap):
    for method in cap.methods.split():
        assert cap_for(method, cap.template.replace("{}", "77")) is cap


def test_most_paths_have_no_cap():
    assert cap_for("GET", "v3/catalog/products") is None
    assert cap_for("GET", "v3/customers") is None
    assert cap_for("PUT", "v3/customers/addresses/extra") is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_child_does_not_wait_for_its_parents_requests():
    governor = StoreGovernor()
    _ask(governor)  # in flight, and nothing is known: everybody else would wait
    child = os.fork()
    if child == 0:
        try:
            _ask(governor, ends=time.monotonic() + 30)
        except BaseException:  # noqa: BLE001
            os._exit(1)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
