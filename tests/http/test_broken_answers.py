"""Any bytes that a server can send end in a value or in a BcormError."""

from __future__ import annotations

import contextlib
import gzip
import json
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bcorm.exceptions import (
    ApiError,
    BadResponse,
    BcormError,
    ConnectionFailed,
    RequestTimeout,
    UnknownOutcome,
)
from bcorm.http import ApiClient, Bounds, OAuthCredentials, Request, Response, RetryPolicy, Timeout
from bcorm.http.message import Headers, describe, error_from
from bcorm.http.transport import RequestsTransport


@pytest.fixture
def ask():
    """One GET, without retries, of a server that answers with these bytes."""

    def ask(server, method="GET", **options):
        with ApiClient(
            OAuthCredentials("abc", "token"),
            api_url=server.url,
            retry=RetryPolicy.never(),
            timeout=options.pop("timeout", 2),
        ) as client:
            return client.request(method, "v2/time", **options)

    return ask


def _http(body=b"", status="200 OK", *headers):
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "Connection: close"]
    if any(header.lower().startswith(("content-length", "transfer-")) for header in headers):
        lines = [f"HTTP/1.1 {status}", *headers, "Connection: close"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


ZIPPED = gzip.compress(b'{"data": 1}')

BAD = {
    "not HTTP": b"hello\r\n\r\n",
    "html": _http(b"<!doctype html><title>Down</title>"),
    "truncated JSON": _http(b'{"data": [1, 2'),
    "shorter than it says": _http(b'{"data": 1}', "200 OK", "Content-Length: 500"),
    "bad gzip": _http(b"\x1f\x8bnonsense", "200 OK", "Content-Encoding: gzip"),
    "truncated gzip": _http(ZIPPED[:-12], "200 OK", "Content-Encoding: gzip"),
    "bad chunk": _http(b"zz\r\nabc\r\n0\r\n\r\n", "200 OK", "Transfer-Encoding: chunked"),
    "cut chunk": _http(b"ff\r\n{\r\n", "200 OK", "Transfer-Encoding: chunked"),
    "not UTF-8": _http(b'{"data": "\xff"}'),
    "NaN": _http(b'{"data": NaN}'),
    "depth": _http(b"[" * 100_000),
    "a number out of range": _http(b"1e999999999999999999999"),
    "too many digits": _http(b"9" * 10_000),
    "a status that is none": _http(b"{}", "999 What"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_answer_that_cannot_be_read(raw_server, ask, name):
    server = raw_server(BAD[name])
    with pytest.raises((BadResponse, ConnectionFailed)) as caught:
        ask(server)
    assert (caught.value.method, caught.value.path) == ("GET", "v2/time")
    assert caught.value.retry_safe
    with pytest.raises(UnknownOutcome):
        ask(server, "POST", json={})


@pytest.mark.parametrize(
    "answer",
    [
        _http(ZIPPED, "200 OK", "Content-Encoding: gzip", f"Content-Length: {len(ZIPPED)}"),
        _http(b"b\r\n" + b'{"data": 1}' + b"\r\n0\r\n\r\n", "200 OK", "Transfer-Encoding: chunked"),
        b'HTTP/1.0 200 OK\r\n\r\n{"data": 1}',
        _http(b'\xef\xbb\xbf{"data": 1}'),
    ],
    ids=["gzip", "chunked", "HTTP/1.0", "BOM"],
)
def test_unusual_answers_that_can_be_read(raw_server, ask, answer):
    assert ask(raw_server(answer)).data == 1


def test_a_reset_connection(raw_server, ask):
    server = raw_server(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", reset=True)
    with pytest.raises(ApiError) as caught:
        ask(server)
    assert caught.value.sent


def test_a_server_that_drips_is_cut_off_at_the_deadline(raw_server, ask):
    server = raw_server(_http(b'{"data": "%s"}' % (b"x" * 3000)), drip=0.02)
    started = time.monotonic()
    with pytest.raises(RequestTimeout):
        ask(server, deadline=1.5)
    assert time.monotonic() - started < 45  # it would take a minute to the end


def test_an_endless_answer_is_cut_off(raw_server):
    server = raw_server(_http(b"1" * 100_000))
    transport = RequestsTransport(
        OAuthCredentials("abc", "token"), api_url=server.url, bounds=Bounds(max_bytes=10_000)
    )
    with pytest.raises(BadResponse, match="larger than 10000 bytes"):
        transport.send(Request("GET", "v2/time"), timeout=Timeout())
    transport.close()


STATUSES = [200, 204, 207, 302, 400, 404, 422, 429, 500, 503]


@settings(max_examples=150)
@given(st.sampled_from(STATUSES), st.binary(max_size=200))
@example(200, b'{"data": {"a": 1e400}}')
def test_any_bytes_as_body(store, status, body):
    store.script(store.Reply(status, raw=b"" if status == 204 else body))
    with ApiClient(
        OAuthCredentials("abc", "token"), api_url=store.url, retry=RetryPolicy.never()
    ) as client:
        for method in ("GET", "PUT"):
            with contextlib.suppress(BcormError):
                client.request(method, "v2/time")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["errors", "error", "data", "schema", "title", "message", "details", "status",
                 "batch_errors", "field_errors", "meta", "code", "0", "name"]
            )
            | st.text(max_size=5),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)  # fmt: skip


@given(st.integers(300, 599), JSON, st.dictionaries(st.sampled_from(
    ["X-Retry-After", "Retry-After", "X-Rate-Limit-Time-Reset-Ms", "X-Rate-Limit-Requests-Left"]
), st.text(max_size=30) | st.sampled_from(["1e999", "-1", "nan", "Wed, 99 Foo"])))  # fmt: skip
def test_any_error_body_becomes_flat_text(status, body, headers):
    response = Response(status, Headers(headers), json.dumps(body).encode())
    error = error_from(Request("GET", "v3/x"), response)
    assert isinstance(error.title, str)
    assert all(isinstance(text, str) for pair in error.errors.items() for text in pair)
    assert error.retry_after is None or error.retry_after >= 0
    assert len(str(error)) < 10_000


SHAPES = [
    ("standard", {"status": 422, "title": "Invalid", "errors": {"price": "must be a number"}},
     "Invalid", {"price": "must be a number"}),
    ("nested", {"title": "t", "errors": {"variants": {"0": {"sku": ["taken", "long"]}}}},
     "t", {"variants.0.sku": "taken; long"}),
    ("no errors", {"status": 404, "title": "Gone", "errors": {}}, "Gone", {}),
    ("texts", {"title": "t", "errors": ["first", "second"]}, "t: first: second", {}),
    ("no reason", {"title": "t", "errors": {"sku": None}}, "t", {"sku": "it is refused"}),
    ("texts and rows", {"title": "t", "errors": ["first", {"field": "sku", "message": "taken"}]},
     "t: first", {"1.sku": "taken"}),
    ("detail", {"detail": "Syntax error"}, "Syntax error", {}),
    ("one batch error", {"batch_errors": [{"status": 422, "title": "bad",
                                           "errors": {"sku": "no"}}]},
     "bad", {"sku": "no"}),
    ("batch errors", {"batch_errors": [{"title": "bad", "errors": {"sku": "no"}},
                                       {"title": "bad", "errors": {"sku": "nor"}}]},
     "bad", {"0.sku": "no", "1.sku": "nor"}),
    ("price records", {"batch_errors": [{"data": {"variant_id": 1},
                                         "field_errors": {"price": "low"}}]},
     "", {"price": "low"}),
    ("price record", {"data": {"variant_id": 1}, "field_errors": {"price": "low"}},
     "", {"price": "low"}),
    ("schema", {"schema": {"status": 422, "message": "wrong"}}, "wrong", {}),
    ("data rows", {"data": [{"status": 422, "title": "Refund too large", "type": "x"}]},
     "Refund too large", {}),
    ("degraded", {"error": {"code": "SERVICE_DEGRADED", "message": "later"}}, "later", {}),
    ("error text", {"status": 403, "title": "Forbidden", "error": "plan"}, "Forbidden", {}),
    ("code", {"code": 30022, "message": "Unauthorized"}, "Unauthorized", {}),
    ("rows of errors", {"errors": [{"status": 422, "title": "bad", "errors": {"0.name": "dup"}},
                                   {"status": 409, "title": "taken"}], "meta": {}},
     "bad", {"0.name": "dup", "1": "taken"}),
    ("partial success", {"data": [{"title": "a row", "status": "new"}], "errors": {"1": "dup"}},
     "", {"1": "dup"}),
    ("rows with a state of their own", {"data": [{"title": "a row", "status": 1}], "meta": {}},
     "", {}),
    ("a product that was saved in part",
     {"data": [{"id": 7}], "errors": {"status": 207, "title": "Stock not saved", "type": "/x",
                                      "errors": {"inventory_level": "too much"}}, "meta": {}},
     "Stock not saved", {"inventory_level": "too much"}),
    ("refund rows", {"data": [{"order_id": 1, "status": 503, "error": "busy"}], "meta": {}},
     "busy", {}),
    ("V2 array", [{"status": 400, "message": "The field 'expires' is invalid.",
                   "details": {"invalid_reason": "not a date."}}],
     "The field 'expires' is invalid.", {"expires": "The field 'expires' is invalid. not a date."}),
    ("V2 nested field", [{"status": 400, "message": "The field 'applies_to->entity' is invalid."}],
     "The field 'applies_to->entity' is invalid.",
     {"applies_to.entity": "The field 'applies_to->entity' is invalid."}),
    ("V2 two fields", {"status": 400, "message": "The field 'a.b, a.c' is invalid."},
     "The field 'a.b, a.c' is invalid.",
     {"a.b": "The field 'a.b, a.c' is invalid.", "a.c": "The field 'a.b, a.c' is invalid."}),
    ("text", "quota exceeded", "quota exceeded", {}),
    ("html", "<html><head><title>502 Bad Gateway</title></head></html>", "502 Bad Gateway", {}),
    ("nothing", None, "", {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "title", "errors"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES]
)
def test_every_documented_error_shape(body, title, errors):
    assert describe(body) == (title, errors)


def test_an_answer_with_endless_errors_is_cut_short():
    _, errors = describe({"errors": {f"{row}.name": "dup" for row in range(100_000)}})
    assert len(errors) == 1000
