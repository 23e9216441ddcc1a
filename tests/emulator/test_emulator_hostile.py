"""What no sane client sends: every answer is a refusal as the API words it, never a crash."""

from __future__ import annotations

import copy
import gzip
import json
import subprocess
import sys
import threading
from collections import Counter
from http.client import HTTPConnection

import pytest

HEADERS = {"X-Auth-Token": "a-token"}
STORE = "/stores/abc123/"
PRODUCTS = "v3/catalog/products"
HUGE = 10**30
WRONG = (
    *(None, True, -1, 0, 1.5, 2**31, 2**63, HUGE, 1e300),
    *("", "abc", "1.5", "1e999999999", "NaN", "\x00", "x" * 70_000, "2020-13-45", "http://["),
    *([], {}, [None], [[]], [{}], ["a"], [2**63], {"a": 1}),
)
PERSON = {"first_name": "Ada", "last_name": "Bell", "email": "ada@example.com"}
ADDRESS = {**PERSON, "street_1": "1 Mill Road", "city": "Austin", "state": "Texas", "zip": "78701"}
LINE = {"product_id": 78, "quantity": 1}
PICKUP = {"pickup_method_id": 1, "location": {"name": "Shop"}, "line_items": [LINE]}
DISCOUNT = {"cart_value": {"discount": {"percentage_amount": "5"}}}
REFUND = [{"item_type": "ORDER", "item_id": 101, "amount": 1.5}]
VALUES = [{"label": "S", "sort_order": 1}]
CHOSEN = [{"option_display_name": "Size", "label": "S"}]
WRITES = [
    (
        "POST",
        PRODUCTS,
        {
            "name": "A",
            "type": "physical",
            "weight": 1,
            "price": 9.99,
            "categories": [1],
            "custom_url": {"url": "/a/"},
            "images": [{"image_url": "https://example.com/a.png"}],
            "variants": [{"sku": "a-s", "option_values": CHOSEN}],
        },
    ),
    ("PUT", PRODUCTS, [{"id": 77, "price": 3, "brand_name": "Xylo"}]),
    ("PUT", "v3/catalog/variants", [{"id": 1, "price": 3}]),
    ("POST", f"{PRODUCTS}/78/modifiers", {"type": "dropdown", "option_values": VALUES}),
    ("PUT", f"{PRODUCTS}/channel-assignments", [{"product_id": 78, "channel_id": 2}]),
    ("PUT", "v3/catalog/categories/1/products/sort-order", [{"product_id": 78, "sort_order": 2}]),
    ("POST", "v3/customers", [{**PERSON, "addresses": [{"city": "Boston"}], "channel_ids": [1]}]),
    ("PUT", "v3/customers/1/consent", {"allow": ["essential"], "deny": []}),
    ("PUT", "v3/customers/form-field-values", [{"name": "a", "value": "b", "customer_id": 1}]),
    ("POST", "v3/carts", {"line_items": [LINE], "customer_id": 1}),
    ("POST", "v3/hooks", {"scope": "store/a", "destination": "https://b.example", "headers": {}}),
    ("POST", "v3/orders/101/payment_actions/refund_quotes", {"items": REFUND}),
    ("POST", "v3/orders/101/payment_actions/refunds", {"items": REFUND, "payments": [{}]}),
    ("POST", "v3/storefront/redirects/imex/export", {"site_id": 1, "redirect_ids": [1]}),
    ("PUT", "v3/pricelists/1/assignments", {"customer_group_id": 1, "channel_id": 1}),
    ("PUT", "v3/pricelists/1/records", [{"variant_id": 1, "currency": "usd", "price": 5}]),
    (
        "POST",
        "v3/promotions",
        {
            "name": "P",
            "redemption_type": "AUTOMATIC",
            "channels": [{"id": 1}],
            "rules": [{"action": DISCOUNT, "condition": {"cart": {"minimum_spend": "1"}}}],
        },
    ),
    ("POST", "v2/customer_groups", {"name": "G", "discount_rules": [{"type": "all"}]}),
    ("POST", "v2/coupons", {"code": "C", "applies_to": {"entity": "categories", "ids": [0]}}),
    (
        "POST",
        "v2/orders",
        {
            "billing_address": {**ADDRESS, "country": "United States"},
            "products": [LINE],
            "consignments": {"pickups": [PICKUP]},
        },
    ),
    ("POST", "v2/orders/100/shipments", {"items": [{"order_product_id": 1, "quantity": 1}]}),
    ("POST", "v2/products/77/videos", {"url": "https://youtu.be/abc"}),
]


def spots(value, path=()):
    """Every place in a body, outermost first."""
    yield path
    if isinstance(value, dict | list):
        names = value if isinstance(value, dict) else range(len(value))
        for name in names:
            yield from spots(value[name], (*path, name))


def replaced(body, path, wrong):
    if not path:
        return wrong
    changed = copy.deepcopy(body)
    place = changed
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = wrong
    return changed


@pytest.mark.parametrize(("method", "path", "body"), WRITES, ids=lambda item: str(item)[:40])
def test_any_value_anywhere_is_taken_or_refused(running, method, path, body):
    running.reset()
    client = running.app.test_client()
    for spot in spots(body):
        for wrong in WRONG:
            sent = replaced(body, spot, wrong)
            answer = client.open(STORE + path, method=method, headers=HEADERS, json=sent)
            assert answer.status_code < 500, (spot, wrong)
            if answer.status_code >= 400:
                assert_envelope(path, answer.status_code, answer.json)
    # What was taken does no harm later on.
    for listed in (PRODUCTS, "v3/catalog/summary", "v3/promotions", "v2/orders", "v2/products"):
        assert client.get(STORE + listed, headers=HEADERS).status_code == 200
    cart = client.post(f"{STORE}v3/carts", headers=HEADERS, json={"line_items": [LINE]})
    assert cart.status_code == 201


def assert_envelope(path, status, answer):
    if path.startswith("v2"):
        assert [row["status"] for row in answer] == [status]
        assert answer[0]["message"]
    elif "title" in answer:
        assert answer["status"] == status
    else:
        assert {"errors", "batch_errors", "field_errors"} & answer.keys()


@pytest.mark.parametrize("key", [2**63, HUGE, "\u0663", "-1", "1.5", "true", "%00", "..", "1_0"])
@pytest.mark.parametrize(
    "path",
    [PRODUCTS, "v2/orders", "v3/pricelists/1/records/{}/usd", "v3/channels/{}/site/checkout-url"],
)
def test_ids_that_cannot_be_lead_nowhere(shop, path, key):
    where = path.format(key) if "{}" in path else f"{path}/{key}"
    for method in ("GET", "PUT", "DELETE"):
        assert shop.request(method, where, {} if method == "PUT" else None).status_code in {
            404,
            405,
        }


@pytest.mark.parametrize(
    "query",
    [
        {"limit": "1_0"},
        {"limit": "\u0663"},
        {"page": str(10**20)},
        {"id": "1_0"},
        {"price": "1e999999999"},
        {"id:in": "77,\u0663"},
        {"direction": "sideways"},
        {"sort": "id", "direction": "sideways"},
    ],
)
def test_parameters_that_only_python_can_read(shop, query):
    answer = shop.request("GET", PRODUCTS, params=query)
    assert answer.status_code == 422
    assert set(answer.json()["errors"]) <= set(query)


def test_a_sort_has_two_directions(shop):
    assert shop.get("v3/customers", sort="date_created:sideways").status_code == 422
    assert shop.get("v2/orders", sort="id:sideways").status_code == 400


def test_orders_are_not_all_archived_by_a_limit_that_is_none(shop):
    before = shop.get("v2/orders/count").json()["count"]
    assert shop.delete("v2/orders", limit="many").status_code == 400
    assert shop.get("v2/orders/count").json()["count"] == before


def test_places_in_a_category_are_paged_by_numbers(shop):
    path = "v3/catalog/categories/1/products/sort-order"
    assert shop.get(path, page=0).status_code == 422
    assert shop.get(path, page="many").status_code == 422


@pytest.mark.parametrize("key", ["77", True, 77.5, None, [77], HUGE])
def test_batches_name_their_rows_by_whole_numbers(shop, key):
    answer = shop.put(PRODUCTS, [{"id": key, "name": "Taken"}])
    assert answer.status_code in {404, 422}
    assert shop.data(PRODUCTS, name="Taken") == []


def test_the_last_of_two_rows_with_one_id_wins(shop):
    answer = shop.put(PRODUCTS, [{"id": 77, "price": 1}, {"id": 77, "price": 2}])
    assert answer.status_code == 200
    assert shop.data(f"{PRODUCTS}/77")["price"] == 2


@pytest.mark.parametrize(
    "body",
    [b'{"name": "\\ud800"}', b'{"price": 1e999}', b'{"price": 1e-999}', b'{"name": 1} {}', b" "],
)
def test_text_that_no_document_can_hold_is_no_json(shop, body):
    url = f"{shop.emulator.url}{STORE}{PRODUCTS}/77"
    answer = shop.session.put(url, data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json() == {"status": 400, "title": "Input is invalid", "detail": "Syntax error"}


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Content-Type": "text/plain"}, b'{"price": 1}', 415),
        ({"Content-Type": "application/xml"}, b"<price/>", 415),
        ({"Content-Type": "application/json"}, gzip.compress(b'{"price": 1}', mtime=0), 400),
        ({"Content-Type": "application/json; charset=utf-8"}, b'{"price": 1}', 200),
        ({"Content-Type": "application/merge-patch+json"}, b'{"price": 1}', 200),
        ({"If-Match": "nothing", "If-None-Match": "*"}, b'{"price": 1}', 200),
    ],
)
def test_headers_around_a_body(shop, headers, body, status):
    url = f"{shop.emulator.url}{STORE}{PRODUCTS}/77"
    assert shop.session.put(url, data=body, headers=headers).status_code == status


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("HEAD", PRODUCTS, 200),
        ("HEAD", "v3/nowhere", 404),
        ("OPTIONS", PRODUCTS, 405),
        ("PATCH", "v2/orders/100", 405),
        ("BREW", PRODUCTS, 405),
        ("GET", "v3//catalog/products", 404),
        ("GET", "v3/catalog//products", 404),
        ("GET", "v3/../v3/catalog/products", 404),
        ("GET", "v3/%2e%2e/%2e%2e/etc/passwd", 404),
        ("GET", "v3", 404),
    ],
)
def test_odd_paths_and_methods(shop, method, path, status):
    connection = HTTPConnection(shop.emulator.url.removeprefix("http://"), timeout=10)
    connection.request(method, STORE + path, headers=HEADERS)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    assert answer.status == status
    assert answer.getheader("Content-Type").startswith("application/json")
    if method != "HEAD":
        shown = json.loads(text)
        assert (shown[0] if path.startswith("v2") else shown)["status"] == status


def test_one_name_is_created_once_by_many_threads(shop):
    seen = Counter()

    def create():
        seen[shop.post("v3/catalog/brands", {"name": "Same"}).status_code] += 1

    threads = [threading.Thread(target=create) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {200: 1, 409: 7}


def test_every_store_has_a_quota_of_its_own(make_shop):
    shop = make_shop(quota=2, window_ms=60_000)
    url = f"{shop.emulator.url}/stores/%s/v2/time"
    statuses = [shop.session.get(url % name).status_code for name in "aabab"]
    assert statuses == [200, 200, 200, 429, 200]
    assert shop.emulator.quota_log.windows == [2, 2]
    assert shop.emulator.quota_log.refused == 1


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"X-Key": [1]}, 422),
        ({"X-Key": 1}, 422),
        ({"X-Key": "a\r\nb"}, 422),
        ({"X Key": "a"}, 422),
        ({"X-Key": "\u65e5"}, 422),
        ({"X-Key": "a"}, 200),
    ],
)
def test_hooks_send_only_what_headers_can_hold(shop, headers, status):
    hook = {"scope": "store/order/*", "destination": "https://b.example", "headers": headers}
    assert shop.post("v3/hooks", hook).status_code == status


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("faults", b"{"),
        ("faults", b"3"),
        ("faults", b'{"kind": []}'),
        ("faults/random", b"{"),
        ("faults/random", b"[]"),
        ("faults/random", b'{"rate": "x", "seed": 1}'),
        ("faults/random", b'{"rate": 2}'),
    ],
)
def test_control_paths_say_what_is_wrong(shop, path, body):
    answer = shop.session.post(f"{shop.emulator.url}/_emulator/{path}", data=body)
    assert answer.status_code == 422
    assert answer.json()["title"]


@pytest.mark.parametrize("options", [("--db", "/nowhere/at/all.db"), ("--port", "99999999")])
def test_the_command_line_says_why_it_cannot_start(options):
    command = [sys.executable, "-m", "bcorm.emulator", "--port", "0", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert done.stderr


def test_a_file_that_is_no_store_is_refused(tmp_path):
    file = tmp_path / "notes.db"
    file.write_text("not a database" * 100)
    command = [sys.executable, "-m", "bcorm.emulator", "--port", "0", "--db", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "not a database" in done.stderr
    assert "Traceback" not in done.stderr


def test_two_emulators_on_one_file_are_one_store(make_shop, tmp_path):
    file = str(tmp_path / "shop.db")
    shops = [make_shop(db=file), make_shop(db=file)]
    seen = Counter()

    def create(shop, start):
        for number in range(start, start + 10):
            for name in (f"mine {number}", f"shared {number % 10}"):
                seen[name[:4], shop.post("v3/catalog/brands", {"name": name}).status_code] += 1

    threads = [
        threading.Thread(target=create, args=(shop, start))
        for shop, start in zip(shops, (0, 10), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {("mine", 200): 20, ("shar", 200): 10, ("shar", 409): 10}
    first, second = (shop.data("v3/catalog/brands", limit=250) for shop in shops)
    assert first == second
