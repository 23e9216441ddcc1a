"""An emulator on loopback, and a plain HTTP client for it that knows nothing of bcorm."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from types import SimpleNamespace

import pytest
import requests
from property_tests import Rows

from bcorm.emulator import Emulator

HASH = "abc123"


class Shop:
    """Requests to one store of an emulator, as any client would send them."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.session = requests.Session()
        self.session.headers["X-Auth-Token"] = "a-token"

    def request(self, method: str, path: str, body: object = None, **options):
        url = f"{self.emulator.url}/stores/{HASH}/{path}"
        return self.session.request(method, url, json=body, timeout=30, **options)

    def get(self, path: str, **query):
        return self.request("GET", path, params={k.replace("__", ":"): v for k, v in query.items()})

    def post(self, path: str, body: object):
        return self.request("POST", path, body)

    def put(self, path: str, body: object):
        return self.request("PUT", path, body)

    def delete(self, path: str, **query):
        params = {k.replace("__", ":"): v for k, v in query.items()}
        return self.request("DELETE", path, params=params)

    def data(self, path: str, **query):
        """The `data` of a V3 answer, which must be a success."""
        answer = self.get(path, **query)
        assert answer.status_code == 200, answer.text
        return answer.json()["data"]


@pytest.fixture(scope="module")
def running():
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def shop(running):
    """The sample shop, as new."""
    running.reset()
    shop = Shop(running)
    yield shop
    shop.session.close()


@pytest.fixture
def make_shop():
    """Shops with options of their own."""
    opened = []

    def make(**options):
        shop = Shop(Emulator(**options).start())
        opened.append(shop)
        return shop

    yield make
    for shop in opened:
        shop.session.close()
        shop.emulator.close()


def product(**values):
    """A product body with what a create requires."""
    return {"name": "Test mug", "type": "physical", "weight": 1, "price": 9.99, **values}


@pytest.fixture(scope="module")
def visited():
    """The names of the operations that the walks of a module have used."""
    return set()


@pytest.fixture
def go(shop, judge, visited):
    """Send a request, hold both sides against the spec, give back the answer."""

    from spec_judge import Exchange

    def send(method, path, body=None, *, wrong=False, **options):
        answer = shop.request(method, path.lstrip("/"), body, **options)
        shown = answer.json() if answer.content else None
        exchange = Exchange(method, path, answer.status_code, body, shown)
        assert judge.problems(exchange, request=not wrong and not options) == []
        assert wrong or answer.status_code < 300, answer.text
        operation = judge.operation(method, path)
        visited.add(operation.name)
        return shown

    return send


@pytest.fixture
def walk_metafields(go):
    """Use every operation on the metafields below one document."""

    def walk(path):
        key = one(go("POST", path, metafield()))["id"]
        go("GET", path)
        go("GET", f"{path}/{key}")
        go("PUT", f"{path}/{key}", metafield(id=key, value="w"))
        go("DELETE", f"{path}/{key}")

    return walk


@pytest.fixture
def walk_metafield_batch(go):
    """Use every operation on the metafields of all documents of a kind."""

    def walk(path, owner):
        made = go("POST", path, [metafield(resource_id=owner)])["data"][0]
        go("PUT", path, [metafield(id=made["id"], value="w")])
        go("GET", f"{path}?limit=2")
        go("DELETE", path, [made["id"]])

    return walk


def metafield(**values):
    named = {"permission_set": "write", "namespace": "n", "key": "k", "description": "d"}
    return {**named, "value": "v", **values}


def one(answer):
    data = answer["data"]
    return data[0] if isinstance(data, list) else data


@pytest.fixture
def judged(shop, judge):
    """Send a request and hold both sides against the official specs: status and parsed answer.

    Of a refused request only the answer is judged, where the spec describes one.
    """
    from spec_judge import Exchange

    def send(method, path, body=None):
        answer = shop.request(method, path, body)
        shown = answer.json() if answer.content else None
        kind = answer.headers.get("Content-Type", "application/json")
        exchange = Exchange(method, f"/{path}", answer.status_code, body, shown, answer_type=kind)
        operation = judge.operation(method, f"/{path}")
        assert operation is not None, f"no such operation: {method} {path}"
        success = answer.status_code < 300
        if success or str(answer.status_code) in judge.declared(operation)["responses"]:
            assert judge.problems(exchange, request=success) == []
        return answer.status_code, shown

    return send


class Receiver:
    """Takes deliveries on loopback; answers the statuses it is given, then 200."""

    def __init__(self):
        self.seen = []
        self.statuses = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.seen.append((self.path, dict(self.headers.items()), body))
                self.send_response(receiver.statuses.pop(0) if receiver.statuses else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._http.server_port}/hooks?app=1"

    @property
    def payloads(self):
        return [json.loads(body) for _, _, body in self.seen]

    @property
    def told(self):
        return [(item["scope"], item["data"]) for item in self.payloads]

    @property
    def scopes(self):
        return [item["scope"] for item in self.payloads]

    def close(self):
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@pytest.fixture
def receiver():
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture
def goods(shop):
    """Physical products without options that never run out."""
    listed = shop.data("v3/catalog/products", limit=250, type="physical", is_visible="true")
    sold = (
        row
        for row in listed
        if row["base_variant_id"]
        and row["inventory_tracking"] == "none"
        and not row["order_quantity_maximum"]
    )
    return Rows(islice(sold, 3))


@pytest.fixture
def make_cart(judged):
    """Make a cart of products and quantities, and show it."""

    def make(*lines, **values):
        items = [{"product_id": row["id"], "quantity": quantity} for row, quantity in lines]
        status, answer = judged("POST", "v3/carts", {"line_items": items, **values})
        assert status == 201
        return answer["data"]

    return make


@pytest.fixture
def checkout(judged):
    """Act on a checkout, and show what it is then."""

    def act(key, method="GET", rest="", body=None):
        status, answer = judged(method, f"v3/checkouts/{key}{rest}", body)
        assert status == 200, answer
        return answer["data"]

    return act


@pytest.fixture
def till(shop, judged, goods, make_cart, checkout):
    """All of it, for tests that need most."""
    return SimpleNamespace(
        shop=shop, judged=judged, goods=goods, make_cart=make_cart, checkout=checkout
    )
