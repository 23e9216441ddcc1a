"""`bcorm diff`: between a store and a file, and between two stores."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from bcorm import Product
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
            "profiles", "add", "staging", "--store-hash", "there", "--access-token", "t",
            "--api-url", other.url,
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
