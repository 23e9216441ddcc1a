"""What a server says, however it says it, takes no more time and memory than was agreed."""

from __future__ import annotations

import contextlib
import gzip
import json
import signal
import sys
import threading
import time
import tracemalloc
import warnings
import zlib
from decimal import Decimal

import pytest

import bcorm
from bcorm.emulator.hostile import FAST, KINDS, SLOW
from bcorm.exceptions import (
    BadResponse,
    BcormError,
    ConfigurationError,
    ConnectionFailed,
    DeadlineExceeded,
    RateLimited,
    RequestTimeout,
    ServiceUnavailable,
)
from bcorm.http import ApiClient, Bounds, OAuthCredentials, RetryPolicy, Timeout, jsontext
from bcorm.http.governor import BELIEVED, StoreGovernor, WindowBudget
from bcorm.http.message import Quota, quota_of, retry_after

ROW = {"data": [{"id": 1, "name": "Chair"}], "meta": {}}
# What is far beyond any bound that is asked for here, on however busy a machine.
LONG = 20


@pytest.fixture
def hostile(hostile_store):
    return hostile_store


@pytest.fixture
def ask(hostile):
    """One request without retries, of a server that answers in one of the wrong ways."""
    clients = []

    def ask(method="GET", *, deadline=None, **options):
        options.setdefault("retry", RetryPolicy.never())
        options.setdefault("governor", StoreGovernor())
        client = ApiClient(OAuthCredentials("abc", "token"), api_url=hostile.url, **options)
        clients.append(client)
        return client.request(method, "v3/catalog/products", deadline=deadline)

    yield ask
    for client in clients:
        client.close()


@pytest.mark.parametrize("kind", SLOW)
@pytest.mark.parametrize(
    "bound",
    [
        {"timeout": Timeout(total=0.4)},
        {"deadline": 0.4},
        {"bounds": Bounds(max_seconds=0.4)},
    ],
    ids=["total", "deadline", "bounds"],
)
def test_a_server_that_drips_is_left_in_time(hostile, ask, kind, bound):
    hostile.answer(kind)
    started = time.monotonic()
    # Of these Python's http.client knows nothing: it takes the first for the answer.
    unknown = kind in ("drip-hints", "drip-processing")
    expected = BadResponse if unknown else (RequestTimeout, DeadlineExceeded)
    with pytest.raises(expected):
        ask(**bound)
    assert time.monotonic() - started < LONG


def test_no_client_waits_for_ever_by_default():
    assert Bounds().max_seconds < float("inf")
    assert bcorm.http.RequestsTransport.__init__.__kwdefaults__["bounds"] == Bounds()


def test_a_server_that_does_not_read_is_left_in_time(hostile):
    import socket

    deaf = socket.create_server(("127.0.0.1", 0))
    client = ApiClient(
        OAuthCredentials("abc", "token"),
        api_url=f"http://127.0.0.1:{deaf.getsockname()[1]}",
        retry=RetryPolicy.never(),
        bounds=Bounds(max_seconds=0.4, max_upload_seconds=0.4),
    )
    started = time.monotonic()
    for body in ({"json": ["x" * 9_000_000]}, {"files": {"f": b"x" * 9_000_000}}):
        with pytest.raises(BcormError):
            client.post("v3/catalog/products", **body)
    assert time.monotonic() - started < LONG
    deaf.close()
    client.close()


@pytest.mark.parametrize("kind", FAST)
def test_whatever_comes_ends_in_a_value_or_an_error_of_ours(hostile, ask, kind):
    hostile.answer(kind)
    tracemalloc.start()
    started = time.monotonic()
    bounds = Bounds(max_bytes=8_000_000, max_decoded_bytes=16_000_000, max_values=200_000)
    try:
        ask(bounds=bounds)
    except BcormError:
        pass
    finally:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert time.monotonic() - started < 2 * LONG
    assert peak < 150_000_000


@pytest.mark.parametrize("kind", ["gzip-bomb", "gzip-of-values", "gzip-twice", "values"])
def test_the_default_bounds_hold_too(hostile, ask, kind):
    hostile.answer(kind)
    with pytest.raises(BadResponse):
        ask()


ENCODINGS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "deflate, gzip": lambda body: gzip.compress(zlib.compress(body)),
    "identity": bytes,
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("size", [0, 1, 70_000, 3_000_000])
def test_every_encoding_that_is_asked_for_is_read_whole(hostile, ask, encoding, size):
    body = ENCODINGS[encoding](json.dumps({"data": "x" * size}).encode())
    hostile.answer(_answer(body, encoding))
    assert ask().data == "x" * size


def test_deflate_without_its_header_and_gzip_in_several_members(hostile, ask):
    box = zlib.compressobj(wbits=-15)
    hostile.answer(_answer(box.compress(b'{"data": 1}') + box.flush(), "deflate"))
    assert ask().data == 1
    parts = gzip.compress(b'{"data"') + gzip.compress(b": 2}") + b"\0" * 9
    hostile.answer(_answer(parts, "gzip"))
    assert ask().data == 2


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(b"{}", mtime=0)[:-3], "gzip"),
        (b"{}", "gzip"),
        (b"{}", "br"),
        (b"{}", "gzip, gzip, gzip"),
    ],
)
def test_what_cannot_be_decoded_is_a_bad_response(hostile, ask, body, encoding):
    hostile.answer(_answer(body, encoding))
    with pytest.raises(BadResponse):
        ask()


def _answer(body, encoding):
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: {len(body)}"
    return f"{head}\r\n\r\n".encode() + body


# Waiting


@pytest.mark.parametrize(
    "kind", ["retry-after", "retry-after-unavailable", "quota-reset", "quota-huge", "quota-window"]
)
def test_what_a_server_demands_does_not_stop_the_store(hostile, kind):
    good = b"".join(FAST["quota-reset"]()).replace(b"Left: 0", b"Left: 9")
    hostile.answer(kind, good)
    started = time.monotonic()
    for _ in range(3):
        # As new programs of one process: they share the store's governor.
        client = ApiClient(OAuthCredentials("abc", "token"), api_url=hostile.url)
        with contextlib.suppress(RateLimited, ServiceUnavailable):
            client.get("v3/catalog/products")
        client.close()
    assert time.monotonic() - started < LONG


def test_a_wait_that_is_refused_says_how_long_it_is(hostile, ask):
    hostile.answer("quota-reset")
    governor = StoreGovernor()
    ask(governor=governor)
    with pytest.raises(RateLimited, match="longer than max_wait=120") as caught:
        ask(governor=governor)
    assert not caught.value.sent
    assert caught.value.retry_safe
    assert hostile.requests == 1


def test_an_interactive_request_a_reservation_and_another_bound_are_refused_alike(hostile, ask):
    hostile.answer("quota-reset")
    governor = StoreGovernor()
    client = ApiClient(OAuthCredentials("abc", "token"), api_url=hostile.url, governor=governor)
    client.get("v3/catalog/products")
    with pytest.raises(RateLimited):
        client.get("v3/catalog/products", lane="interactive")
    with pytest.raises(RateLimited), governor.reserve(3):
        pass
    with pytest.raises(RateLimited, match="max_wait=1000"):
        ask(governor=governor, bounds=Bounds(max_wait=1000))
    client.close()


def test_requests_that_are_sent_together_wait_as_long_as_the_client_does(hostile):
    hostile.answer("quota-reset")
    with bcorm.connect(
        "abc", "token", api_url=hostile.url, governor=StoreGovernor(), bounds=Bounds(max_wait=1000)
    ) as session:
        session.client.get("v3/catalog/products")
        with pytest.raises(RateLimited, match="max_wait=1000"):
            session.store.fetch_many([("v3/catalog/products/1", {}), ("v3/catalog/products/2", {})])


def test_all_waits_of_one_call_together_are_bounded(hostile, ask):
    hostile.answer(
        b"HTTP/1.1 429 No\r\nX-Retry-After: 0.2\r\nContent-Length: 0\r\n\r\n",
    )
    with pytest.raises(RateLimited):
        ask(retry=RetryPolicy(), bounds=Bounds(max_wait=0.5))
    assert hostile.requests == 3


def test_what_was_said_long_ago_of_a_time_to_come_is_not_believed():
    budget = WindowBudget()
    assert budget.take(0, bulk=True) == 0
    budget.give(0, Quota(0, 150, 86_400, 30), answered=True, blocked=86_400)
    assert budget.take(1, bulk=True) > 80_000
    assert budget.take(BELIEVED - 1, bulk=True) > 80_000
    assert budget.take(BELIEVED + 1, bulk=True) == 0


@pytest.mark.parametrize("number", ["1e300", "9" * 400, "1" + "0" * 15])
def test_absurd_numbers_of_headers_are_cut(number):
    names = ("requests-left", "requests-quota", "time-reset-ms", "time-window-ms")
    quota = quota_of({f"x-rate-limit-{name}": number for name in names})
    assert quota is None or (quota.limit <= 10**9 and quota.left <= quota.limit)
    assert quota is None or max(quota.reset, quota.window) <= 86_400
    for body in (None, {"error": {"retry_after_seconds": number}}):
        assert (retry_after(429, {"retry-after": number}, body) or 0) <= 86_400
        assert (retry_after(503, {}, body) or 0) <= 86_400


# Numbers, depth, values


@pytest.mark.parametrize(
    "text",
    ["1e999999999", "1E+999999999", "-1e401", "1e-999999999", "0." + "1" * 401, "1" * 401],
)
def test_a_number_beyond_the_bounds_is_refused_where_it_is_read(text):
    with pytest.raises(ValueError):
        jsontext.loads(b'{"a": [%s]}' % text.encode())


@pytest.mark.parametrize("text", ["1e400", "0.10", "20.0000", "-1e-300", "1" * 400, "0e999999999"])
def test_a_number_within_the_bounds_is_exact(text):
    assert jsontext.loads(text.encode()) == Decimal(text)


def test_integers_are_bounded_where_the_interpreter_does_not_bound_them():
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        for digits in (401, 700, 5_000, 10**6):
            with pytest.raises(ValueError):
                jsontext.loads(b'{"some": 1, "a": %s}' % (b"7" * digits))
        assert jsontext.loads(b'"%s"' % (b"7" * 5_000)) == "7" * 5_000
    finally:
        sys.set_int_max_str_digits(limit)


@pytest.mark.parametrize(
    "text",
    [
        b"[" * 101 + b"]" * 101,
        b'{"a":' * 101 + b"1" + b"}" * 101,
        b'[ "]"' * 2 + b', ["]"' * 200 + b"]" * 300,
        b"[" * 300 + b'"' + b"]" * 300 + b'"' + b"]" * 300,
        b'["\\"]",' * 150 + b"1" + b"]" * 150,
    ],
)
@pytest.mark.parametrize("recursion", [1_000, 20_000])
def test_depth_is_bounded_whatever_stands_in_strings(text, recursion):
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(recursion)
    try:
        with pytest.raises(ValueError):
            jsontext.loads(text)
        assert jsontext.loads(b'["' + b"[" * 500 + b'\\"]"]') is not None
        assert jsontext.loads(b"[" * 100 + b"]" * 100) is not None
    finally:
        sys.setrecursionlimit(before)


def test_values_are_counted_outside_strings_only():
    bounds = Bounds(max_values=10)
    assert jsontext.loads(b'["' + b"," * 500 + b'\\",[["]', bounds)
    with pytest.raises(ValueError):
        jsontext.loads(b"[" + b"1," * 50 + b"1]", bounds)


@pytest.mark.parametrize("kind", ["huge-exponent", "huge-id", "huge-text-number", "long-integer"])
def test_no_number_freezes_or_overflows_an_object(hostile, kind):
    hostile.answer(kind)
    warnings.simplefilter("ignore", bcorm.exceptions.BcormWarning)
    session = bcorm.connect("abc", "token", api_url=hostile.url, retry=RetryPolicy.never())
    try:
        for product in bcorm.Product.objects.using(session).filter(price__lt=5).scan():
            _ = product.brand_id, product.id
            if isinstance(product.price, Decimal):
                _ = product.price * 2
    except BcormError:
        pass
    finally:
        session.client.close()


# What was raised into us


class JobTimeLimit(Exception):
    """As the time limits of job queues are: an `Exception`, raised by a signal's handler."""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
@pytest.mark.parametrize("kind", [JobTimeLimit, TimeoutError, ValueError, ConnectionError])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_a_signal_handler_raises_passes_through(hostile, kind, method):
    hostile.answer("drip-header")
    governor = StoreGovernor()
    client = ApiClient(
        OAuthCredentials("abc", "token"), api_url=hostile.url, governor=governor, timeout=10
    )

    def expire(number, frame):
        raise kind("the job's time is over")

    before = signal.signal(signal.SIGALRM, expire)
    signal.setitimer(signal.ITIMER_REAL, 0.4)
    try:
        with pytest.raises(kind, match="the job's time is over"):
            client.request(method, "v3/catalog/products")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert hostile.requests == 1
    # The books are in order: the next request is not held back by the one that ended so.
    hostile.answer_json(ROW)
    assert client.get("v3/catalog/products", deadline=10).data == ROW["data"]
    client.close()


def test_a_failure_of_the_wire_is_ours_still(hostile, ask):
    hostile.answer("nothing")
    with pytest.raises(ConnectionFailed):
        ask()
    with pytest.raises(ConnectionFailed) as caught:
        ApiClient(
            OAuthCredentials("abc", "token"),
            api_url="http://127.0.0.1:9",
            retry=RetryPolicy.never(),
        ).get("v2/time")
    assert not caught.value.sent


def test_a_connection_is_used_again_after_an_answer(hostile):
    hostile.answer_json(ROW)
    client = ApiClient(OAuthCredentials("abc", "token"), api_url=hostile.url, timeout=5)
    before = threading.active_count()
    for _ in range(5):
        client.get("v3/catalog/products")
    # The server has a thread for each connection.
    assert threading.active_count() - before <= 1
    client.close()


def test_bounds_are_checked_where_they_are_made():
    for name in ("max_bytes", "max_depth", "max_seconds", "max_digits"):
        for value in (0, -1, "9", None, True):
            with pytest.raises(ConfigurationError, match=name):
                Bounds(**{name: value})
    assert Bounds(max_wait=0).max_wait == 0
    with pytest.raises(ConfigurationError):
        ApiClient(OAuthCredentials("abc", "token"), bounds={"max_bytes": 3})


def test_the_kinds_of_wrong_are_named(hostile):
    assert len(KINDS) == len(set(KINDS)) > 30
    with pytest.raises(ValueError, match="drip-body"):
        hostile.answer("nicely")
