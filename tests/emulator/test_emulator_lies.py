"""The emulator tells lies on demand: well-formed answers that are not true."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from bcorm.emulator.lies import LIES
from bcorm.testing import LIES as FIXTURE_LIES

PRODUCTS = "v3/catalog/products"


def pagination(shop, path):
    return shop.request("GET", path).json()["meta"]["pagination"]


def test_the_fixture_goes_through_every_lie():
    assert tuple(LIES) == FIXTURE_LIES


def test_an_unknown_lie_is_refused(make_shop):
    with pytest.raises(ValueError, match="unknown lies: nonsense; there are zero-totals"):
        make_shop(lies="nonsense")


@pytest.mark.parametrize("path", [PRODUCTS, "v3/wishlists", "v3/inventory/items"])
def test_zero_totals(make_shop, path):
    shop = make_shop(lies=["zero-totals"])
    answer = shop.request("GET", path, params={"limit": 2}).json()
    told = answer["meta"]["pagination"]
    assert (told["total"], told["total_pages"], told["per_page"]) == (0, 0, 2)
    assert told["count"] == len(answer["data"])
    assert "next" not in told.get("links", {})


def test_unfiltered_totals(make_shop):
    shop = make_shop(lies=["unfiltered-totals"])
    answer = shop.request("GET", f"{PRODUCTS}?id:in=77,78").json()
    assert [row["id"] for row in answer["data"]] == [77, 78]
    assert answer["meta"]["pagination"]["total"] == 220


def test_late_stock(make_shop):
    shop = make_shop(lies=["late-stock"])
    item = {"variant_id": 1, "location_id": 1, "quantity": 123}
    before = shop.data("v3/inventory/items?variant_id:in=1")[0]["locations"][0]
    shop.request("PUT", "v3/inventory/adjustments/absolute", {"items": [item]})
    assert shop.data("v3/inventory/items?variant_id:in=1")[0]["locations"][0] == before
    deadline = time.monotonic() + 10
    while shop.data("v3/inventory/items?variant_id:in=1")[0]["locations"][0] == before:
        assert time.monotonic() < deadline


def test_missing_rows(make_shop):
    shop = make_shop(lies=["missing-rows"])
    rows = [{"id": 77, "price": 11}, {"id": 78, "price": 12}]
    assert [row["id"] for row in shop.request("PUT", PRODUCTS, rows).json()["data"]] == [77]
    assert [row["price"] for row in shop.data(f"{PRODUCTS}?id:in=77,78")] == [11, 12]


def test_no_quota_headers(make_shop):
    shop = make_shop(lies=["no-quota-headers"], quota=10)
    names = {name.lower() for name in shop.request("GET", PRODUCTS).headers}
    assert "x-request-id" in names
    assert not [name for name in names if name.startswith("x-rate-limit")]


def test_late_502(make_shop):
    shop = make_shop(lies=["late-502"])
    assert shop.put(f"{PRODUCTS}/77", {"price": 11}).status_code == 502
    assert shop.put(f"{PRODUCTS}/78", {"price": 12}).status_code == 200
    deadline = time.monotonic() + 10
    while shop.data(f"{PRODUCTS}/77")["price"] != 11:
        assert time.monotonic() < deadline


@pytest.fixture
def receiver():
    got = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            got.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", got
    server.shutdown()
    thread.join()
    server.server_close()


def hook(shop, destination):
    body = {"scope": "store/product/updated", "destination": destination, "is_active": True}
    assert shop.post("v3/hooks", body).status_code == 200


@pytest.mark.parametrize(
    ("lie", "numbers"), [("repeated-webhooks", [77, 77, 78, 78]), ("shuffled-webhooks", None)]
)
def test_webhooks(make_shop, receiver, lie, numbers):
    shop = make_shop(lies=[lie])
    destination, got = receiver
    hook(shop, destination)
    for key in (77, 78, 79)[: 2 if numbers else 3]:
        shop.put(f"{PRODUCTS}/{key}", {"name": f"New {key}"})
    assert shop.emulator.webhooks.wait()
    ids = [int(body.split(b'"id":')[1].split(b"}")[0].split(b",")[0]) for body in got]
    if numbers:
        assert ids == numbers
        assert len(set(got)) == 2
    else:
        assert sorted(ids) == [77, 78, 79]
        assert ids != [77, 78, 79]


def test_lies_over_http(make_shop):
    shop = make_shop()
    url = f"{shop.emulator.url}/_emulator/lies"
    import requests

    assert requests.put(url, json=["zero-totals"], timeout=10).json() == ["zero-totals"]
    assert pagination(shop, PRODUCTS)["total"] == 0
    assert requests.put(url, json=["no such"], timeout=10).status_code == 422
    assert requests.put(url, json=[], timeout=10).json() == []
    assert pagination(shop, PRODUCTS)["total"] == 220


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:1234"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:5173"}, 200),
    ],
)
@pytest.mark.parametrize(("method", "path"), [("POST", "reset"), ("GET", "requests")])
def test_the_emulators_own_paths_are_for_this_machine(make_shop, headers, status, method, path):
    import requests

    shop = make_shop()
    url = f"{shop.emulator.url}/_emulator/{path}"
    assert requests.request(method, url, headers=headers, timeout=10).status_code == status


@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Host": "evil.example"}])
def test_every_door_of_the_emulator_is_for_this_machine(make_shop, headers):
    import requests

    shop = make_shop()
    doors = [rule for rule in shop.emulator.app.url_map.iter_rules() if "_emulator" in rule.rule]
    assert len(doors) > 10
    for rule in doors:
        path = rule.rule.replace("<", "").replace(">", "")
        for method in rule.methods - {"OPTIONS", "HEAD"}:
            answer = requests.request(method, shop.emulator.url + path, headers=headers, timeout=10)
            assert answer.status_code == 403, (method, path)
