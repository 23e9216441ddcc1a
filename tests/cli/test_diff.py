"""`bcorm diff`: between a store and a file, and between two stores."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from bcorm import Product, Webhook
from bcorm.emulator import Emulator


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("name", ["products.parquet", "products.jsonl", "products.csv"])
def test_a_store_and_its_own_export_do_not_differ(store, run, tmp_path, name):
    run("export", "products", "--to", tmp_path / name)
    result = run("diff", "products", tmp_path / name)
    assert (result.stdout, result.stderr) == ("", "0 differences\n")


def test_a_store_that_has_changed_since_its_export(store, run, tmp_path):
    path = tmp_path / "products.jsonl"
    run("export", "products", "--to", path)
    changed, gone = Product.objects.filter(id__in=[77, 78])
    changed.price, changed.custom_url.url = Decimal("1.25"), "/other/"
    store.session.delete(gone)
    store.session.commit()
    made = Product.objects.create(name="New", type="physical", price=1, weight=1)
    found = lines(run("diff", "products", path, "--format", "jsonl", status=3))
    assert found == [
        {"row": "77", "what": "price", "here": "1.25", "there": "55.99"},
        {"row": "77", "what": "custom_url__url", "here": "/other/", "there": "/field-bath-mat/"},
        {"row": str(made.id), "what": "only here", "here": "", "there": ""},
        {"row": "78", "what": "only there", "here": "", "there": ""},
    ]
    some = run(
        "diff", "products", path, "--fields", "price", "id=77", "--format", "jsonl", status=3
    )
    assert [line["what"] for line in lines(some)] == ["price"]
    table = run("diff", "products", path, status=3)
    assert "only there" in table.stdout
    assert table.stderr == "4 differences\n"


def test_two_stores_are_compared_by_the_natural_key(store, run, tmp_path):
    with Emulator() as other:
        run(
            "profiles", "add", "staging", "--store-hash", "there", "--api-url", other.url,
            text="t\n",
        )  # fmt: skip
        assert run("diff", "products", "@staging").stderr == "0 differences\n"
        other.put_document("v3/catalog/products", {"id": 80, "weight": Decimal("7.5")})
        found = lines(
            run("diff", "products", "@staging", "--by", "sku", "--format", "jsonl", status=3)
        )
    (difference,) = found
    assert (difference["row"], difference["what"]) == ("SS-1003", "weight")
    assert difference["there"] == "7.5"


def test_a_profile_that_is_not_there(store, run):
    assert "no profile 'nowhere'" in run("diff", "products", "@nowhere", status=1).stderr


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("p.csv", "id,price\n77,cheap\n", "row 1: price: 'cheap' is not a Decimal"),
        ("p.csv", "id,price\n77,1\n77,2\n", "row 2: it is the same row as row 1"),
        ("p.csv", "name,price\nMat,1\n", "row 1: it has no id"),
        ("p.csv", "id,pricee\n77,1\n", "p.csv: Product has no field 'pricee'"),
        ("p.jsonl", '{"id": 77, "custom_url": {"urll": "/a/"}}', "ProductUrl has no field 'urll'"),
        ("p.jsonl", '{"id": 77, "custom_url": "/a/"}', "'/a/' is not a ProductUrl"),
    ],
)
@pytest.mark.usefixtures("store")
def test_a_file_is_taken_as_an_import_takes_it(run, tmp_path, name, text, told):
    (tmp_path / name).write_text(text)
    assert told in run("diff", "products", tmp_path / name, status=1).stderr
    assert told in run("import", tmp_path / name, "--resource", "products", status=1).stderr


def test_rows_are_compared_by_what_the_file_has_of_each(store, run, tmp_path):
    path = tmp_path / "products.jsonl"
    path.write_text(
        '{"id": 77, "custom_url": {"url": "/other/"}}\n{"id": 78, "price": 1}\n{"id": 79}\n'
    )
    found = lines(run("diff", "products", path, "id__in=77,78,79", "--format", "jsonl", status=3))
    assert [(line["row"], line["what"]) for line in found] == [
        ("77", "custom_url__url"), ("78", "price"),
    ]  # fmt: skip
    some = run("diff", "products", path, "id__in=77,78,79", "--fields", "custom_url", status=3)
    assert some.stderr == "1 difference\n"
    assert "has no name" in run("diff", "products", path, "--fields", "name", status=1).stderr


def test_rows_that_are_not_told_apart_are_not_passed_over(store, run, tmp_path):
    path = tmp_path / "products.jsonl"
    for key in (77, 78):
        store.emulator.put_document("v3/catalog/products", {"id": key, "mpn": "TWICE"})
    path.write_text('{"mpn": "TWICE", "price": 55.99}\n')
    found = lines(
        run("diff", "products", path, "mpn=TWICE", "--by", "mpn", "--format", "jsonl", status=3)
    )
    assert [line["what"] for line in found] == ["several rows of that name"]


def test_that_a_secret_differs_is_shown_and_not_the_secret(store, run, tmp_path):
    path = tmp_path / "webhooks.jsonl"
    hook = Webhook.objects.create(
        scope="store/order/*", destination="https://e.com/", headers={"X-Key": "Sesame-8251"}
    )
    path.write_text(json.dumps({"id": hook.id, "headers": {"X-Key": "Sesame-9362"}}))
    result = run("diff", "webhooks", path, "--format", "jsonl", status=3)
    assert lines(result) == [
        {"row": str(hook.id), "what": "headers", "here": "****", "there": "****"}
    ]
