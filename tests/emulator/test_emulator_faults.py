"""Faults: each kind over a real socket, and whether the write took effect."""

from __future__ import annotations

import gzip
import http.client
import json
import socket
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
import requests

from bcorm.emulator import Fault

PATH = "v3/catalog/products/78"
NEW_PRICE = 123.5


@contextmanager
def raw(shop):
    """One write on a connection of its own; the response before its body is read."""
    connection = http.client.HTTPConnection(urlsplit(shop.emulator.url).netloc, timeout=10)
    headers = {"X-Auth-Token": "t", "Content-Type": "application/json", "Accept-Encoding": "gzip"}
    data = json.dumps({"price": NEW_PRICE})
    try:
        connection.request("PUT", f"/stores/abc123/{PATH}", data, headers)
        with connection.getresponse() as response:
            yield response
    finally:
        connection.close()


def applied(shop):
    shop.emulator.faults.clear()
    return shop.data(PATH)["price"] == NEW_PRICE


@pytest.mark.parametrize("kind", ["429", "429-bare", "500", "502", "503", "504"])
def test_refusals_do_not_take_effect_unless_told(shop, kind):
    shop.emulator.faults.add(Fault(kind))
    answer = shop.put(PATH, {"price": NEW_PRICE})
    assert answer.status_code == int(kind[:3])
    assert answer.json()["status"] == answer.status_code
    assert not applied(shop)
    shop.emulator.faults.add(Fault(kind, applied=True))
    assert shop.put(PATH, {"price": NEW_PRICE}).status_code == int(kind[:3])
    assert applied(shop)


def test_429_has_the_headers_and_bare_has_none(shop):
    shop.emulator.faults.add(Fault("429", seconds=3))
    headers = shop.get(PATH).headers
    assert headers["X-Rate-Limit-Requests-Left"] == "0"
    assert headers["X-Rate-Limit-Time-Reset-Ms"] == "3000"
    assert headers["X-Retry-After"] == "3"
    shop.emulator.faults.add(Fault("429-bare"))
    assert not [
        name for name in shop.get(PATH).headers if "rate" in name.lower() or "retry" in name.lower()
    ]


def test_slow_answers_late(shop):
    shop.emulator.faults.add(Fault("slow", seconds=0.4))
    started = time.monotonic()
    assert shop.put(PATH, {"price": NEW_PRICE}).status_code == 200
    assert time.monotonic() - started >= 0.4
    assert applied(shop)


def test_hang_never_answers(shop):
    shop.emulator.faults.add(Fault("hang", seconds=0.5))
    started = time.monotonic()
    with pytest.raises((http.client.RemoteDisconnected, ConnectionError)), raw(shop):
        pass
    assert time.monotonic() - started >= 0.5
    assert not applied(shop)


@pytest.mark.parametrize(("kind", "effect"), [("reset-before", False), ("reset-after", True)])
def test_resets_before_and_after_the_write(shop, kind, effect):
    shop.emulator.faults.add(Fault(kind))
    with pytest.raises(ConnectionResetError), raw(shop):
        pass
    assert shop.emulator.requests[-1].status == 0
    assert applied(shop) is effect


def test_truncated_with_the_full_length(shop):
    shop.emulator.faults.add(Fault("truncated"))
    with raw(shop) as response, pytest.raises(http.client.IncompleteRead):
        response.read()
    assert applied(shop)


def test_truncated_with_the_short_length(shop):
    shop.emulator.faults.add(Fault("truncated", honest_length=False))
    with raw(shop) as response, pytest.raises(json.JSONDecodeError):
        json.loads(response.read())
    assert applied(shop)


def test_html_in_place_of_json(shop):
    shop.emulator.faults.add(Fault("html"))
    answer = shop.put(PATH, {"price": NEW_PRICE})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.text.startswith("<!DOCTYPE html>")
    assert applied(shop)


def test_json_called_text(shop):
    shop.emulator.faults.add(Fault("content-type"))
    answer = shop.put(PATH, {"price": NEW_PRICE})
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.json()["data"]["price"] == NEW_PRICE


def test_broken_gzip(shop):
    shop.emulator.faults.add(Fault("bad-gzip"))
    with raw(shop) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        with pytest.raises((EOFError, gzip.BadGzipFile)):
            gzip.decompress(response.read())
    assert applied(shop)


def test_redirect_elsewhere(shop):
    shop.emulator.faults.add(Fault("redirect", location="http://elsewhere.invalid/x"))
    answer = shop.request("PUT", PATH, {"price": NEW_PRICE}, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (302, "http://elsewhere.invalid/x")
    assert not applied(shop)


def test_a_fault_strikes_what_fits_as_often_as_told(shop):
    shop.emulator.faults.add(
        Fault("503", method="put", path="v3/catalog/products/*", times=2, after=1)
    )
    got = [shop.put(PATH, {"price": price}).status_code for price in range(4)]
    assert got == [200, 503, 503, 200]
    assert shop.get(PATH).status_code == 200


def test_random_faults_follow_their_seed(shop):
    def run(seed):
        shop.emulator.faults.random(seed=seed, rate=0.4, kinds=["500", "503"])
        got = [shop.get(PATH).status_code for _ in range(40)]
        shop.emulator.faults.clear()
        return got

    first = run(7)
    assert set(first) == {200, 500, 503}
    assert run(7) == first
    assert run(8) != first


def test_unknown_kinds_are_refused():
    with pytest.raises(ValueError, match="unknown kind of fault"):
        Fault("earthquake")


def test_control_paths_do_the_same_from_outside(shop):
    base = f"{shop.emulator.url}/_emulator"
    fault = {"kind": "500", "times": None, "seconds": 0.5}
    assert requests.post(f"{base}/faults", json=[fault], timeout=5).json() == {"added": 1}
    assert shop.get(PATH).status_code == 500
    assert requests.post(f"{base}/faults", json={"kind": "x"}, timeout=5).status_code == 422
    requests.delete(f"{base}/faults", timeout=5)
    assert shop.put(PATH, {"price": NEW_PRICE}).status_code == 200
    seen = requests.get(f"{base}/requests", timeout=5).json()
    assert [(row["method"], row["status"]) for row in seen] == [("GET", 500), ("PUT", 200)]
    documents = requests.get(f"{base}/documents", params={"path": f"{PATH}/images"}, timeout=5)
    assert documents.json() == shop.data(f"{PATH}/images")
    assert requests.get(f"{base}/documents", params={"path": "x"}, timeout=5).status_code == 404
    requests.post(f"{base}/reset", timeout=5)
    assert shop.emulator.requests == []
    assert not applied(shop)


def test_the_server_survives_garbage(shop):
    address = urlsplit(shop.emulator.url)
    for data in (
        b"\x00\xff\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /stores/a/v3/x HTTP/1.1\r\n",
    ):
        with socket.create_connection((address.hostname, address.port), timeout=5) as raw_socket:
            raw_socket.sendall(data)
    assert shop.get(PATH).status_code == 200


@pytest.mark.parametrize("body", [b"{", b"[1,]", b"\xff", b"NaN", b"[" * 100_000])
def test_bodies_that_are_not_json_are_400(shop, body):
    url = f"{shop.emulator.url}/stores/abc123/{PATH}"
    answer = shop.session.put(url, data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["title"] == "Input is invalid"
