"""The server: credentials, quota, log, persistence, the same shop from the same seed, threads."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from bcorm.emulator import Emulator, Fault

PRODUCTS = "v3/catalog/products"
ROOT = Path(__file__).parents[2]


def body(number, **values):
    return {"name": f"Thing {number}", "type": "physical", "weight": 1, "price": 1, **values}


def test_a_token_is_wanted(shop):
    del shop.session.headers["X-Auth-Token"]
    assert shop.get(PRODUCTS).status_code == 401
    (row,) = shop.get("v2/orders").json()
    assert row["status"] == 401


def test_given_credentials_are_the_only_ones(make_shop):
    shop = make_shop(store_hash="abc123", access_token="right-token")
    assert shop.get(PRODUCTS).status_code == 401
    shop.session.headers["X-Auth-Token"] = "right-token"
    assert shop.get(PRODUCTS, limit=1).status_code == 200
    other = shop.session.get(f"{shop.emulator.url}/stores/other/{PRODUCTS}")
    assert other.status_code == 403
    assert "right-token" not in repr(vars(shop.emulator)) + repr(shop.emulator.requests)


def test_the_old_paths_take_basic_credentials(shop):
    url = f"{shop.emulator.url}/api/v2/orders/100"
    assert requests.get(url, timeout=5).status_code == 401
    answer = requests.get(url, auth=("user", "token"), timeout=5)
    assert answer.json()["id"] == 100
    assert shop.emulator.requests[-1].path == "/v2/orders/100"


def test_unknown_paths_and_methods(shop):
    assert shop.get("v3/catalog/nothing").status_code == 404
    assert shop.get(f"{PRODUCTS}/{10**30}").status_code == 404
    assert shop.request("PATCH", PRODUCTS, {}).status_code == 405
    assert shop.get("v2/nothing").json()[0]["status"] == 404


def test_requests_are_recorded_without_credentials(shop):
    shop.post(f"{PRODUCTS}?include_fields=id", body(1))
    (seen,) = shop.emulator.requests
    assert (seen.method, seen.path, seen.status) == ("POST", "/v3/catalog/products", 200)
    assert seen.query == {"include_fields": "id"}
    assert seen.body == body(1)
    assert "a-token" not in repr(seen)


def test_the_quota_counts_down_and_comes_back(make_shop):
    shop = make_shop(empty=True, quota=3, window_ms=600)
    now = 1_000.0
    shop.emulator._quota._clock = lambda: now
    left = [shop.get(PRODUCTS).headers["X-Rate-Limit-Requests-Left"] for _ in range(3)]
    assert left == ["2", "1", "0"]
    refused = shop.get(PRODUCTS)
    assert refused.status_code == 429
    assert refused.headers["X-Rate-Limit-Requests-Quota"] == "3"
    assert refused.headers["X-Rate-Limit-Time-Window-Ms"] == "600"
    reset = int(refused.headers["X-Rate-Limit-Time-Reset-Ms"])
    assert 0 < reset <= 600
    assert int(refused.headers["X-Retry-After"]) >= 1
    now += reset / 1000
    assert shop.get(PRODUCTS).status_code == 200
    log = shop.emulator.quota_log
    assert (log.windows, log.refused) == ([3, 1], 1)


def test_without_a_quota_there_is_plenty(shop):
    answer = shop.get(PRODUCTS, limit=1)
    assert int(answer.headers["X-Rate-Limit-Requests-Left"]) > 1_000_000
    assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["X-Request-Id"])


def test_caps_on_parallel_calls(make_shop):
    shop = make_shop(concurrency_caps=True)
    url = f"{shop.emulator.url}/stores/abc123/v3/customers"
    rows = [{"id": key, "company": "x"} for key in range(1, 11)]

    def call(_):
        return requests.put(url, json=rows, headers={"X-Auth-Token": "t"}, timeout=10)

    with ThreadPoolExecutor(6) as pool:
        # Holding the store keeps three calls at work; the other three are above the cap.
        with shop.emulator._store.lock:
            pending = [pool.submit(call, number) for number in range(6)]
            deadline = time.monotonic() + 60
            while sum(call.done() for call in pending) < 3 and time.monotonic() < deadline:
                time.sleep(0.01)
            refused = [call.result() for call in pending if call.done()]
        statuses = sorted(call.result().status_code for call in pending)
    assert statuses == [200, 200, 200, 429, 429, 429]
    assert [answer.status_code for answer in refused] == [429] * 3
    assert all("X-Retry-After" not in answer.headers for answer in refused)


def everything(emulator):
    paths = (PRODUCTS, "v3/catalog/variants", "v3/customers", "v3/customers/addresses")
    paths += ("v3/catalog/categories", "v3/catalog/brands", "v2/orders", "v2/coupons")
    text = json.dumps({path: emulator.documents(path) for path in paths})
    return re.sub(r"127\.0\.0\.1:\d+", "host", text)


def in_a_fresh_process(script, *arguments):
    """What a script prints that has never seen an emulator before."""
    folders = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, "PYTHONPATH": folders},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_the_same_seed_is_the_same_shop():
    script = """
import hashlib, sys
from bcorm.emulator import Emulator, Fault
from test_emulator_server import everything
print(hashlib.sha256(everything(Emulator(seed=int(sys.argv[1]))).encode()).hexdigest())
"""
    first = in_a_fresh_process(script, "3")
    assert in_a_fresh_process(script, "3") == first
    assert in_a_fresh_process(script, "4") != first


def test_the_sample_shop_is_rich():
    emulator = Emulator()
    assert len(emulator.documents(PRODUCTS)) >= 200
    assert len(emulator.documents("v3/catalog/brands")) >= 20
    assert len(emulator.documents("v3/customers")) == 100
    assert len(emulator.documents("v2/orders")) == 300
    categories = {
        row["id"]: row["parent_id"] for row in emulator.documents("v3/catalog/categories")
    }
    assert len(categories) >= 30
    assert any(categories.get(categories.get(parent)) == 0 for parent in categories.values())
    emulator.close()


def test_reset_brings_the_first_state_back(shop):
    before = everything(shop.emulator)
    shop.delete(PRODUCTS, id__min=0, id__in="77,78,79")
    shop.post(PRODUCTS, body(1))
    assert everything(shop.emulator) != before
    shop.emulator.reset()
    assert everything(shop.emulator) == before


def test_documents_change_behind_the_clients_back(shop):
    made = shop.emulator.put_document(PRODUCTS, body(1))
    assert shop.data(f"{PRODUCTS}/{made['id']}")["name"] == "Thing 1"
    shop.emulator.clear_requests()
    shop.emulator.put_document(PRODUCTS, {"id": made["id"], "price": 7})
    shop.emulator.put_document(
        f"{PRODUCTS}/{made['id']}/custom-fields", {"name": "a", "value": "b"}
    )
    shop.emulator.put_document("v2/orders", {"id": 100, "staff_notes": "x"})
    shop.emulator.remove_document("v3/catalog/brands", 1)
    assert shop.emulator.requests == []
    assert shop.data(f"{PRODUCTS}/{made['id']}")["price"] == 7
    assert shop.data(f"{PRODUCTS}/{made['id']}/custom-fields")[0]["value"] == "b"
    assert shop.get("v2/orders/100").json()["staff_notes"] == "x"
    assert shop.get("v3/catalog/brands/1").status_code == 404
    with pytest.raises(KeyError):
        shop.emulator.remove_document("v3/catalog/brands", 1)
    with pytest.raises(KeyError):
        shop.emulator.documents("v3/nothing")


def test_twenty_threads_lose_nothing(shop):
    def work(thread):
        session = requests.Session()
        session.headers["X-Auth-Token"] = "t"
        base = f"{shop.emulator.url}/stores/abc123/{PRODUCTS}"
        for number in range(5):
            made = session.post(base, json=body(f"{thread}-{number}"), timeout=30).json()["data"]
            session.put(f"{base}/{made['id']}", json={"price": thread}, timeout=30)
            assert session.get(f"{base}/{made['id']}", timeout=30).json()["data"]["price"] == thread
        session.close()

    before = len(shop.emulator.documents(PRODUCTS))
    with ThreadPoolExecutor(20) as pool:
        list(pool.map(work, range(20)))
    documents = shop.emulator.documents(PRODUCTS)
    assert len(documents) == before + 100
    assert len({row["id"] for row in documents}) == len(documents)
    assert len({row["base_variant_id"] for row in documents if row["base_variant_id"]}) == sum(
        row["base_variant_id"] is not None for row in documents
    )


# The command line, and a store in a file


def serve(*options):
    """Start a server in a process of its own; the process and its URL."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bcorm.emulator", "--port", "0", *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    line = process.stdout.readline()
    return process, re.search(r"http://127\.0\.0\.1:\d+", line)[0]


def test_a_file_survives_a_killed_server(tmp_path):
    options = ("--db", str(tmp_path / "shop.sqlite"), "--empty")
    headers = {"X-Auth-Token": "t"}
    process, url = serve(*options)
    base = f"{url}/stores/abc123/{PRODUCTS}"
    done = []

    def write():
        for number in range(10_000):
            try:
                answer = requests.post(base, json=body(number), headers=headers, timeout=5)
            except requests.RequestException:
                return
            done.append(answer.json()["data"]["id"])

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        while len(done) < 30:
            time.sleep(0.01)
        process.kill()
        process.wait()
        writing.result()
    process.stdout.close()
    process, url = serve(*options)
    try:
        answer = requests.get(
            f"{url}/stores/abc123/{PRODUCTS}",
            params={"limit": 250, "include": "variants"},
            headers=headers,
            timeout=5,
        ).json()
        kept = {row["id"]: row for row in answer["data"]}
        assert set(done) <= set(kept)
        assert all(len(row["variants"]) == 1 for row in kept.values())
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0
        process.stdout.close()


def test_the_command_line_passes_its_options_on():
    process, url = serve("--quota", "2", "--window", "60000", "--store-hash", "h", "--seed", "2")
    try:
        headers = {"X-Auth-Token": "t"}
        statuses = [
            requests.get(f"{url}/stores/h/v2/time", headers=headers, timeout=5).status_code
            for _ in range(3)
        ]
        assert statuses == [200, 200, 429]
        assert (
            requests.get(f"{url}/stores/x/v2/time", headers=headers, timeout=5).status_code == 403
        )
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0
        process.stdout.close()


def test_an_emulator_starts_again_where_it_was():
    emulator = Emulator(empty=True)
    with emulator:
        url = emulator.url
        emulator.put_document(PRODUCTS, body(1))
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{url}/stores/a/v2/time", timeout=5)
    with emulator:
        assert emulator.url == url
        headers = {"X-Auth-Token": "t", "Connection": "close"}
        answer = requests.get(f"{url}/stores/a/{PRODUCTS}", headers=headers, timeout=5)
        assert [row["name"] for row in answer.json()["data"]] == ["Thing 1"]
    emulator.close()


def test_a_program_that_forgets_to_stop_it_ends_all_the_same():
    source = "from bcorm.emulator import Emulator; Emulator(empty=True).start(); print('over')"
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout == "over\n"


def test_reset__undoes_whatever_was_done(shop):
    store = shop.emulator._store

    def rows():
        return {
            name: [(row.id, row.parent, row.text, row.private) for row in store.select(name)]
            for name in store.collections
        }

    before = rows()
    for _ in range(2):
        made = shop.post(PRODUCTS, body(1)).json()["data"]["id"]
        assert (
            shop.put(PRODUCTS, [{"id": made, "price": 2}, {"id": 78, "name": ""}]).status_code
            == 422
        )
        assert shop.delete(f"{PRODUCTS}/77").status_code == 204
        shop.emulator.generate_products(300)
        fault = shop.emulator.faults.add(Fault("502", method="DELETE", applied=True))
        assert shop.delete("v3/catalog/brands").status_code == 502
        assert fault.struck == 1
        assert rows() != before
        shop.emulator.reset()
        assert rows() == before
        assert shop.post(PRODUCTS, body(1)).json()["data"]["id"] == made
        shop.emulator.reset()
