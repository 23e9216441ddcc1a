"""Answers that are framed or encoded oddly: a value or an error of ours, in time, at every host."""

from __future__ import annotations

import gzip
import time
import zlib

import pytest

from bcorm.auth import AuthorizeCallback, exchange_code, process_payment
from bcorm.exceptions import BcormError
from bcorm.http import ApiClient, Bounds, OAuthCredentials, RetryPolicy, Secret

BODY = b'{"data": {"id": "1", "status": "success"}}'
DEADLINE = 0.4
# What is far beyond the deadline, on however busy a machine.
LONG = 20


def _http(body, *fields, status="200 OK", length=True):
    fields = [*fields, f"Content-Length: {len(body)}"] if length else fields
    head = "\r\n".join([f"HTTP/1.1 {status}", *fields, "Connection: close"])
    return head.encode("latin-1") + b"\r\n\r\n" + body


def _encoded(body, encoding):
    return _http(body, f"Content-Encoding: {encoding}")


def _member(flags, extra, body=BODY):
    """A gzip member with fields in its head that hardly anybody writes."""
    box = zlib.compressobj(wbits=-15)
    packed = box.compress(body) + box.flush()
    tail = zlib.crc32(body).to_bytes(4, "little") + len(body).to_bytes(4, "little")
    return b"\x1f\x8b\x08" + bytes([flags]) + b"\0\0\0\0\0\xff" + extra + packed + tail


CHUNKED = b"%x\r\n%s\r\n0\r\n" % (len(BODY), BODY)
EMPTY = gzip.compress(b"", mtime=0)

# What a reader makes of it: a value, or an error.
READ = {
    "folded-field": _http(BODY, "X-Fold: a\r\n b\r\n\tc"),
    "gzip-with-name-and-comment": _encoded(_member(24, b"a.json\0words\0"), "gzip"),
    "gzip-with-extra-field": _encoded(_member(4, b"\xff\xff" + b"x" * 65535), "gzip"),
    "gzip-after-empty-members": _encoded(EMPTY * 500 + gzip.compress(BODY), "gzip"),
    "trailers": _http(
        CHUNKED + b"X-A: b\r\n" * 50 + b"\r\n", "Transfer-Encoding: chunked", length=False
    ),
    "two-equal-lengths": _http(BODY, f"Content-Length: {len(BODY)}"),
    "encoding-in-capitals": _encoded(gzip.compress(BODY), "GZIP"),
}
REFUSED = {
    "br": _encoded(b"\x0b\x02\x80{}\x03", "br"),
    "zstd": _encoded(b"\x28\xb5\x2f\xfd\x04\x00\x11\x00\x00{}", "zstd"),
    "no-encoding-at-all": _encoded(BODY, "x-none"),
    "many-encodings": _encoded(BODY, ", ".join(["gzip"] * 500)),
    "many-identities-and-br": _encoded(BODY, ", ".join(["identity"] * 50 + ["br"])),
    "gzip-whose-extra-field-is-cut": _encoded(_member(4, b"\xff\xff")[:60], "gzip"),
    "length-too-long": _http(BODY, "Content-Length: 99999999999999999999", length=False),
    "chunk-beyond-numbers": _http(b"f" * 400 + b"\r\n", "Transfer-Encoding: chunked", length=False),
    "chunk-below-zero": _http(b"-5\r\n", "Transfer-Encoding: chunked", length=False),
}
# Either is right; what is not is to hang, or an error of another kind.
EITHER = {
    "length-negative": _http(BODY, "Content-Length: -1", length=False),
    "length-of-words": _http(BODY, "Content-Length: many", length=False),
    "length-of-5000-digits": _http(BODY, "Content-Length: " + "9" * 5_000, length=False),
    "lengths-that-differ": _http(BODY, "Content-Length: 3"),
    "length-and-chunks": _http(CHUNKED + b"\r\n", "Transfer-Encoding: chunked"),
    "chunks-twice": _http(CHUNKED + b"\r\n", "Transfer-Encoding: chunked, chunked", length=False),
    "field-without-colon": _http(BODY, "what is this"),
    "no-content-with-a-body": _http(BODY, status="204 No Content"),
    "not-modified-with-a-body": _http(BODY, status="304 Not Modified"),
    "reset-content-with-a-body": _http(BODY, status="205 Reset Content"),
    "switching-protocols": _http(BODY, status="101 Switching Protocols"),
}


def core(url):
    return _client(url, lambda client: client.get("v3/x", deadline=DEADLINE).data)


def graphql(url):
    return _client(url, lambda client: client.graphql("{ store { id } }", deadline=DEADLINE))


def _client(url, ask):
    with ApiClient(
        OAuthCredentials("abc", "token"), api_url=url, retry=RetryPolicy.never()
    ) as client:
        return ask(client)


def grants(url):
    return exchange_code(
        AuthorizeCallback(Secret("code-of-a-callback"), ("a",), "abc123"),
        client_id="app",
        client_secret="client-secret-of-some-length",
        redirect_uri="https://a.example/",
        auth_url=url,
        bounds=Bounds(max_seconds=DEADLINE),
    )


def payments(url):
    return process_payment(
        "abc", "token", {"instrument": {}}, payments_url=url, bounds=Bounds(max_seconds=DEADLINE)
    )


ENDLESS = ["drip-processing", "drip-gzip-members", "endless-folded-header", "drip-chunk-trailers"]
SOME = ["br", "no-content-with-a-body", "length-too-long", *ENDLESS]


@pytest.mark.parametrize("name", [*READ, *REFUSED, *EITHER])
def test_an_odd_answer_to_the_core(hostile_store, name):
    hostile_store.answer(READ.get(name) or REFUSED.get(name) or EITHER[name])
    started, value = time.monotonic(), None
    try:
        value = core(hostile_store.url)
    except BcormError:
        assert name not in READ
    else:
        assert name not in REFUSED
        assert name not in READ or value == {"id": "1", "status": "success"}
    assert time.monotonic() - started < LONG


@pytest.mark.parametrize("ask", [grants, payments, graphql])
@pytest.mark.parametrize("name", SOME)
def test_an_odd_answer_to_the_readers_beside_it(hostile_store, ask, name):
    hostile_store.answer(name if name in ENDLESS else REFUSED.get(name) or EITHER[name])
    started = time.monotonic()
    with pytest.raises(BcormError):
        ask(hostile_store.url)
    assert time.monotonic() - started < LONG
