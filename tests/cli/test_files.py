"""Files as people and programs leave them: edited in Excel and in pandas, cut, garbled, empty."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from decimal import Decimal

import pandas as pd
import pytest

from bcorm import Product, ProductImage
from bcorm.cli import import_
from bcorm.cli.naming import resource_named, resource_names


@pytest.fixture
def imported(store, run, tmp_path):
    """Import a text as a file of products, and return what came of it."""

    def imported(text, *options, name="products.csv", status=0):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("import", path, *options, status=status)

    return imported


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_what_excel_writes_where_commas_are_in_numbers(store, imported, separator):
    text = "\ufeffid,price,name\r\n77,9.50,Mat\r\n".replace(",", separator)
    assert "1 changed product, 0 new: 1 change in 1 request" in imported(text, "--apply").stdout
    assert Product.objects.using(store.connect()).get(id=77).price == Decimal("9.50")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id,price,price\n77,1,2\n", "there are two columns called 'price'"),
        ("id,\n77,1\n", "row 1 has not as many cells as there are columns"),
        ("id,,price\n77,1,2\n", "column 2 has no name"),
        ("ID,Sales\n77,1\n", "products.csv: Product has no field 'Sales'"),
        ("id,Price,price\n77,1,2\n", "'Price' and 'price' are both for price"),
        ("id,price\n77,1_0\n", "row 1: price: '1_0' is not"),
        ("id,price\n7_7,1\n", "row 1: id: '7_7' is not a whole number"),
        ("id,price\n77,NaN\n", "row 1: "),
        ("id,price\n77\n", "row 1 has not as many cells as there are columns"),
        ("id,price\n77,1,2\n", "row 1 has not as many cells as there are columns"),
        (b"id,name\n77,\xff\xfe\n", "cannot be read"),
        ('id,name\n77,"open\n', "cannot be read"),
    ],
)
def test_a_csv_file_that_is_not_right(store, imported, text, told):
    assert told in imported(text, "--apply", status=1).stderr
    assert {item.method for item in store.requests} <= {"GET"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"id": 77}\n{bad\n', "line 2 is no JSON"),
        ('{"id": [1], "name": "b"}', "row 1: id: [1] is not a whole number"),
        ('{"id": {}, "name": "b"}', "row 1: id: {} is not a whole number"),
        ('{"id": true, "name": "b"}', "row 1: id: True is not a whole number"),
        ('{"id": "77", "name": "b"}', "row 1: id: '77' is not a whole number"),
        ('{"id": 77, "price": "cheap"}', "row 1: price: 'cheap' is not a Decimal"),
        ('{"id": 77, "price": null}', "row 1: price: it has no value, and the store's is '55.99'"),
        ('{"id": 77, "name": null}', "row 1: name: it has no value"),
        ('{"id": 77, "custom_url": {"url": null}}', "row 1: custom_url__url: it has no value"),
        ('{"id": 77, "custom_url": "mat"}', "row 1: custom_url: 'mat' is not a ProductUrl"),
    ],
)
def test_a_json_file_that_is_not_right(store, imported, text, told):
    assert told in imported(text, "--apply", name="products.jsonl", status=1).stderr
    assert {item.method for item in store.requests} <= {"GET"}


def test_null_where_the_api_has_it(store, imported):
    imported(
        '{"id": 77, "preorder_release_date": "2030-01-01T00:00:00Z"}',
        "--apply",
        name="products.jsonl",
    )
    assert Product.objects.using(store.connect()).get(id=77).preorder_release_date.year == 2030
    imported('{"id": 77, "preorder_release_date": null}', "--apply", name="products.jsonl")
    assert Product.objects.using(store.connect()).get(id=77).preorder_release_date is None


@pytest.mark.parametrize("content", [b"", b"garbage", b"PAR1 and then nothing PAR1"])
def test_a_parquet_file_that_is_none(store, imported, content):
    result = imported(content, name="products.parquet", status=1)
    assert "products.parquet cannot be read" in result.stderr


def test_a_new_row_that_lacks_what_the_api_needs(store, imported):
    text = "sku,price\nFBM-1000,5\nfbm-9999,6\n"
    told = imported(text, "--by", "sku", "--apply", status=1).stderr
    assert (
        "row 2: the store has no Product 'fbm-9999', and a new one needs name, type, weight" in told
    )


def test_two_rows_of_the_store_that_are_called_the_same(store, imported):
    for key in (77, 78):
        store.emulator.put_document("v3/catalog/products", {"id": key, "mpn": "TWICE"})
    told = imported("mpn,price\nTWICE,5\n", "--by", "mpn", "--apply", status=1).stderr
    assert "row 1: the store has more than one Product 'TWICE'" in told


@pytest.mark.parametrize("options", [["--by", "sku"], ["--by", "skuu"], []])
def test_an_import_that_sent_nothing_leaves_no_journal(
    store, imported, tmp_path, journals, options
):
    imported("sku,price\nNONE,5\n", *options, "--apply", status=2 if "skuu" in options else 1)
    assert [path.name for path in tmp_path.iterdir()] == ["products.csv"]
    assert not journals.exists() or list(journals.iterdir()) == []


def test_what_the_store_refused_is_no_interruption(store, imported, tmp_path):
    refused = imported("id,name,price\n77,Striped Desk Lamp,1\n79,New,2\n", "--apply", status=1)
    assert "1 saved, 1 failed, 0 unknown" in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["products.csv"]
    again = imported("id,name,price\n77,Desk Mat,1\n79,New,2\n", "--apply")
    assert "interrupted" not in again.stdout
    assert "1 saved, 0 failed, 0 unknown, 1 request" in again.stdout


def test_a_write_whose_fate_is_unknown_keeps_the_journal(store, imported, tmp_path, journals):
    store.fail("reset-before", method="PUT", times=40)
    imported("id,price\n77,1.25\n", "--apply", status=1)
    assert len(list(journals.glob("*.journal"))) == 1
    store.emulator.faults.clear()
    assert "an earlier import was interrupted" in imported("id,price\n77,1.25\n").stdout
    again = imported("id,price\n77,1.25\n", "--apply").stdout
    assert "an earlier import was interrupted: finished, with 1 request" in again
    assert [path.name for path in tmp_path.iterdir()] == ["products.csv"]


@pytest.mark.parametrize("options", [["--apply"], []])
def test_a_database_of_something_else_is_no_journal(store, imported, tmp_path, options):
    """It would be dropped when the import is done."""
    path = tmp_path / "shop.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE customers (name)")
        database.commit()
    before = path.read_bytes()
    told = imported("id,price\n77,1.25\n", "--journal", path, *options, status=1).stderr
    assert f"{path} is not a journal: it holds tables of something else" in told
    assert path.read_bytes() == before


def test_nobody_reads_the_plan(store, tmp_path):
    path = tmp_path / "products.csv"
    path.write_text("id,price\n" + "".join(f"{key},7\n" for key in range(77, 177)))
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" | true', "sh", sys.executable, "-m", "bcorm", "import", path,
         "--apply"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == "interrupted: nothing was sent\n"
    assert {item.method for item in store.requests} <= {"GET"}


def test_a_file_is_imported_once_at_a_time(store, run, tmp_path, monkeypatch):
    path = tmp_path / "products.csv"
    path.write_text("id,price\n77,1.25\n")
    seen = []
    planned = import_._planned

    def while_it_compares(*arguments):
        monkeypatch.setattr(import_, "_planned", planned)
        seen.append(run("import", path, "--apply", status=1).stderr)
        return planned(*arguments)

    monkeypatch.setattr(import_, "_planned", while_it_compares)
    environment = {
        "BIGCOMMERCE_STORE_HASH": store.hash, "BIGCOMMERCE_ACCESS_TOKEN": store.token,
        "BIGCOMMERCE_API_URL": store.url,
    }  # fmt: skip
    run("import", path, "--apply", env=environment)
    assert "is in use" in seen[0]
    assert [path.name for path in tmp_path.iterdir()] == ["products.csv"]


def test_moments_are_the_same_in_every_offset(store, imported):
    text = '{"id": 77, "preorder_release_date": "2030-01-01T00:00:00Z"}'
    imported(text, "--apply", name="products.jsonl")
    text = "id,preorder_release_date\n77,2030-01-01T02:00:00+02:00\n"
    assert "0 changed products" in imported(text).stdout


def test_a_cell_longer_than_python_reads_by_itself(store, run, tmp_path):
    long = "word " * 40_000
    store.emulator.put_document("v3/catalog/products", {"id": 77, "description": long})
    run("export", "products", "--to", tmp_path / "products.csv", "--where", "id=77")
    assert "1 row, 0 changed" in run("import", tmp_path / "products.csv").stdout


@pytest.mark.parametrize("number", ["1e20", "1e300", "Infinity"])
def test_numbers_that_are_too_large(store, imported, number):
    frame = pd.DataFrame({"id": [77], "price": [float(number)], "brand_id": [float(number)]})
    told = imported(frame.to_parquet(), "--apply", name="products.parquet", status=1).stderr
    assert told.startswith(("row 1: ", "Error: "))
    assert {item.method for item in store.requests} <= {"GET"}


# What pandas makes of a file


@pytest.fixture
def edited(store, run, tmp_path):
    """Edit an export with pandas, and return what an import of it says."""

    def edited(change, status=0):
        path = tmp_path / "p.parquet"
        run("export", "products", "--to", path)
        frame = pd.read_parquet(path)
        changed = change(frame)
        (frame if changed is None else changed).to_parquet(path)
        return run("import", path, status=status)

    return edited


def set_column(name, change):
    def edit(frame):
        frame[name] = change(frame[name])

    return edit


def with_one_missing(frame):
    frame["brand_id"] = frame["brand_id"].astype(float)
    frame.loc[0, "brand_id"] = float("nan")


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame.sort_values("price"),
        lambda frame: frame[frame["id"] % 3 == 0],
        lambda frame: frame.set_index("id"),
        lambda frame: frame[frame["id"] % 3 == 0].set_index("id"),
        lambda frame: frame.set_index("sku"),
        set_column("price", lambda column: column.astype(float)),
        set_column("price", lambda column: column.astype(str)),
        set_column("id", lambda column: column.astype(float)),
        set_column("is_visible", lambda column: column.astype(float)),
        set_column("sku", lambda column: column.astype("category")),
    ],
)
def test_a_frame_of_another_shape_says_the_same(edited, change):
    assert "0 changed products, 0 new: 0 changes in 0 requests" in edited(change).stdout


def test_amounts_multiplied_as_floats_come_without_their_noise(edited):
    told = edited(set_column("price", lambda column: column.astype(float) * 1.1)).stdout
    assert "220 changes in 22 requests" in told
    assert '[{"id": 77, "price": 61.589}, {"id": 78, "price": 148.621}' in told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (with_one_missing, "row 1: brand_id: it has no value"),
        (lambda frame: frame.assign(margin=1), "Product has no field 'margin'"),
        (lambda frame: pd.concat([frame, frame.head(1)]), "it is the same row as row 1"),
    ],
)
def test_a_frame_that_cannot_be_taken(edited, change, told):
    assert told in edited(change, status=1).stderr


def test_a_csv_file_of_pandas_with_a_missing_key(store, imported):
    frame = pd.DataFrame({"id": [77, 78], "brand_id": [21, None]})
    assert "21.0" in frame.to_csv(index=False)
    imported(frame.to_csv(index=False), "--apply")
    first, second = Product.objects.using(store.connect()).filter(id__in=[77, 78])
    assert (first.brand_id, second.brand_id > 0) == (21, True)


def test_names_of_resources_are_resources():
    assert all(resource_named(name) for name in resource_names())
    assert resource_names("order-st") == ["order-statuses"]


def test_rules_inside_rules_have_an_end(store, run, tmp_path):
    rule = {
        "action": {"cart_items": {
            "discount": {"percentage_amount": "10"},
            "items": {"and": [{"brands": [21]}, {"not": {"products": [77]}}]},
        }}
    }  # fmt: skip
    store.emulator.put_document(
        "v3/promotions", {"name": "Ten", "redemption_type": "AUTOMATIC", "rules": [rule]}
    )
    for form in ("csv", "jsonl", "parquet"):
        path = tmp_path / f"promotions.{form}"
        run("export", "promotions", "--to", path)
        assert "1 row, 0 changed promotions" in run("import", path).stdout
        assert run("diff", "promotions", path).stderr == "0 differences\n"


def test_rows_below_several_parents(store, run, tmp_path):
    path = tmp_path / "product-images.jsonl"
    images = [Product.objects.get(id=key).images.first() for key in (77, 78, 79)]
    rows = [
        {"product_id": item.product_id, "id": item.id, "sort_order": 5 + item.id} for item in images
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert "3 changed product-images" in run("import", path, "--apply").stdout
    fresh = store.connect()
    stored = [
        ProductImage.objects.using(fresh).get(product_id=item.product_id, id=item.id)
        for item in images
    ]
    assert [item.sort_order for item in stored] == [5 + item.id for item in images]
