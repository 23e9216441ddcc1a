"""What is sent again, what is not, and what is said about it."""

from __future__ import annotations

import random
import time

import pytest

from bcorm.exceptions import (
    ApiError,
    BadResponse,
    ConnectionFailed,
    DeadlineExceeded,
    NotFound,
    RateLimited,
    RequestTimeout,
    ServerError,
    ServiceUnavailable,
    UnknownOutcome,
    ValidationFailed,
)
from bcorm.http import Bounds, RetryPolicy

CUT = None  # the connection is closed without an answer


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_read_is_repeated_until_it_is_answered(store, client, status):
    store.script(store.Reply(status), store.Reply(status), store.Reply(200, {"data": 1}))
    assert client.get("v2/time").data == 1
    assert (client.stats.requests, client.stats.retries) == (3, 2)


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_an_idempotent_write_is_repeated(store, client, method, status):
    store.script(store.Reply(status), store.Reply(200, {"data": 1}))
    assert client.request(method, "v3/x").data == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 413, 415, 422, 423, 501, 505, 507])
@pytest.mark.parametrize("method", ["GET", "PUT", "POST"])
def test_a_definite_refusal_is_not_repeated(store, client, method, status):
    store.script(store.Reply(status))
    with pytest.raises(ApiError) as caught:
        client.request(method, "v3/x")
    assert caught.value.status == status
    assert not isinstance(caught.value, UnknownOutcome)
    assert len(store.requests) == 1


def test_a_throttled_create_is_repeated_because_it_was_not_processed(store, client):
    store.script(store.Reply(429), store.Reply(201, {"data": {"id": 1}}))
    assert client.post("v3/catalog/products", json={}).data == {"id": 1}


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_create_that_may_have_happened_is_unknown(store, client, status):
    store.script(store.Reply(status, {"title": "oops"}, {"X-Request-Id": "r1"}))
    with pytest.raises(UnknownOutcome) as caught:
        client.post("v3/catalog/products", json={})
    error = caught.value
    assert len(store.requests) == 1
    assert (error.status, error.request_id, error.retry_safe) == (status, "r1", False)
    assert isinstance(error.cause, ServerError)


def test_a_create_whose_connection_broke_is_unknown(store, client):
    store.script(lambda _: CUT)
    with pytest.raises(UnknownOutcome) as caught:
        client.post("v3/catalog/products", json={})
    assert len(store.requests) == 1
    assert isinstance(caught.value.cause, ConnectionFailed)
    assert not caught.value.retry_safe


def test_a_create_with_an_unreadable_answer_is_unknown(store, client):
    store.script(store.Reply(200, raw=b"<html>hello</html>"))
    with pytest.raises(UnknownOutcome) as caught:
        client.post("v3/catalog/products", json={})
    assert isinstance(caught.value.cause, BadResponse)


def test_a_create_that_its_caller_calls_repeatable_is_repeated(store, client):
    store.script(lambda _: CUT, store.Reply(502), store.Reply(200, {"data": 1}))
    assert client.post("v3/x", json={}, repeatable=True).data == 1


def test_a_put_that_its_caller_calls_unrepeatable_is_not(store, client):
    store.script(lambda _: CUT)
    with pytest.raises(UnknownOutcome):
        client.put("v3/x", json={}, repeatable=False)
    assert len(store.requests) == 1


def test_nothing_listening_is_repeated_and_then_failed(make_client, store):
    store.close()
    client = make_client(retry=RetryPolicy(attempts=3, base=0.001))
    for method in ("GET", "POST"):
        client.stats.clear()
        with pytest.raises(ConnectionFailed) as caught:
            client.request(method, "v3/x")
        assert client.stats.requests == 3
        assert caught.value.retry_safe
        assert not caught.value.sent


def test_a_write_is_unknown_though_the_last_attempt_was_not_even_sent(store, make_client):
    def cut_and_close(_):
        store._server.socket.close()
        return CUT

    store.script(cut_and_close)
    with pytest.raises(UnknownOutcome) as caught:
        make_client().put("v3/x", json={})
    assert isinstance(caught.value.cause, ConnectionFailed)
    assert caught.value.retry_safe


def test_a_delete_that_finds_nothing_after_a_lost_answer_has_worked(store, client):
    store.script(lambda _: CUT, store.Reply(404, {"title": "gone"}))
    answer = client.delete("v3/catalog/products/1")
    assert (answer.status, answer.data) == (204, None)


@pytest.mark.parametrize("first", [429, None])
def test_a_delete_that_finds_nothing_otherwise_has_not(store, client, first):
    replies = [store.Reply(404)] if first is None else [store.Reply(first), store.Reply(404)]
    store.script(*replies)
    with pytest.raises(NotFound):
        client.delete("v3/catalog/products/1")


def test_a_refusal_after_a_lost_answer_is_a_refusal(store, client):
    store.script(lambda _: CUT, store.Reply(422, {"title": "no", "errors": {"a": "b"}}))
    with pytest.raises(ValidationFailed) as caught:
        client.put("v3/x", json={})
    assert caught.value.errors == {"a": "b"}


def test_a_suspended_store_is_not_asked_again(store, client):
    store.script(store.Reply(503, {"status": 503, "title": "This store is suspended"}))
    for method in ("GET", "POST"):
        with pytest.raises(ServiceUnavailable):
            client.request(method, "v3/x")
    assert len(store.requests) == 2


def test_a_429_waits_exactly_as_long_as_the_longer_header_says(store, make_client):
    headers = {"X-Rate-Limit-Time-Reset-Ms": "300", "X-Retry-After": "0.2"}
    store.script(store.Reply(429, {}, headers), store.Reply(200, {"data": 1}))
    client = make_client(retry=RetryPolicy(base=30))
    started = time.monotonic()
    client.get("v2/time")
    assert time.monotonic() - started >= 0.3
    assert client.stats.waits == pytest.approx(0.3, abs=0.05)


def test_a_wait_that_is_too_long_is_left_to_the_caller(store, make_client):
    store.script(store.Reply(429, {}, {"X-Retry-After": "3600"}))
    with pytest.raises(RateLimited) as caught:
        make_client(bounds=Bounds(max_wait=60)).get("v2/time")
    assert caught.value.retry_after == 3600
    assert caught.value.retry_safe


def test_backoff_doubles_to_its_cap_and_is_repeatable_with_a_seed():
    full = RetryPolicy(base=1, cap=10, jitter=lambda: 1.0)
    assert [full.backoff(failures) for failures in (1, 2, 3, 4, 5, 500)] == [1, 2, 4, 8, 10, 10]

    def seeded():
        return RetryPolicy(jitter=random.Random(7).random)

    assert [seeded().backoff(3) for _ in range(3)] == [seeded().backoff(3) for _ in range(3)]


def test_never_sends_once(store, make_client):
    store.script(store.Reply(503))
    with pytest.raises(ServiceUnavailable):
        make_client(retry=RetryPolicy.never()).get("v2/time")
    assert len(store.requests) == 1


def test_a_deadline_ends_retries(store, make_client):
    store.script(store.Reply(503, {"title": "busy"}))
    client = make_client(retry=RetryPolicy(attempts=99, base=0.2, jitter=lambda: 1.0))
    with pytest.raises(DeadlineExceeded, match="busy") as caught:
        client.get("v2/time", deadline=0.5)
    assert isinstance(caught.value.__cause__, ServiceUnavailable)
    assert client.stats.waits < 0.5
    assert len(store.requests) < 99


def test_a_deadline_that_leaves_time_ends_nothing(store, client):
    store.script(store.Reply(503), store.Reply(502), store.Reply(200, {"data": 1}))
    assert client.get("v2/time", deadline=20).data == 1


def test_a_deadline_ends_a_slow_answer(store, client):
    store.script(store.Reply(200, {"data": 1}, delay=20))
    started = time.monotonic()
    with pytest.raises((DeadlineExceeded, RequestTimeout)):
        client.get("v2/time", deadline=0.3)
    assert time.monotonic() - started < 20


def test_a_deadline_that_passed_sends_nothing(store, client):
    with pytest.raises(DeadlineExceeded):
        client.get("v2/time", deadline=0)
    assert not store.requests
    assert client.stats.requests == 0


def test_a_write_whose_deadline_passed_after_it_was_sent_is_unknown(store, client):
    store.script(store.Reply(200, {"data": 1}, delay=2))
    with pytest.raises(UnknownOutcome):
        client.put("v3/x", json={}, deadline=0.3)


def test_a_read_that_times_out_is_repeated(store, make_client):
    store.script(store.Reply(200, {"data": 0}, delay=1), store.Reply(200, {"data": 1}))
    assert make_client(timeout=0.2).get("v2/time").data == 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, "RedirectRefused"), (400, "BadRequest"), (401, "AuthenticationError"),
        (403, "PermissionDenied"), (404, "NotFound"), (409, "Conflict"), (413, "PayloadTooLarge"),
        (418, "ClientError"), (422, "ValidationFailed"), (429, "RateLimited"),
        (502, "ServerError"), (503, "ServiceUnavailable"), (999, "BadResponse"),
    ],
)  # fmt: skip
def test_each_status_has_its_own_error(store, make_client, status, kind):
    store.script(store.Reply(status))
    with pytest.raises(ApiError) as caught:
        make_client(retry=RetryPolicy.never()).get("v2/time")
    assert type(caught.value).__name__ == kind
