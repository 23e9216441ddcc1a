"""`bcorm export`: tables beside tables, rows below others, what has changed, and for whom it is."""

from __future__ import annotations

import csv
import gzip
import json
import os
import stat
from decimal import Decimal

import pytest
from pyarrow import parquet

from bcorm import Order, Product
from bcorm.cli import console
from bcorm.cli.naming import resource_named


def table_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def lines_of(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_tables_beside_others(store, run, tmp_path, assert_requests):
    # The names of brands and categories are a list each.
    with assert_requests(reads=3):
        told = run("export", "products", "--with", "images,variants", "--to", tmp_path / "all")
    assert "220 products" in told.stderr
    products = {row["id"]: row for row in lines_of(tmp_path / "all" / "products.jsonl")}
    variants = lines_of(tmp_path / "all" / "product-variants.jsonl")
    assert len(variants) == 479
    assert {row["product_id"] for row in variants} == set(products)
    assert len(lines_of(tmp_path / "all" / "product-images.jsonl")) == 437
    item = Product.objects.get(id=77)
    (row,) = [one for one in variants if one["sku"] == "FBM-1000-CL"]
    assert row["id"] == item.variants.get(sku="FBM-1000-CL").id


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_tables_beside_orders_have_the_keys_of_their_orders(store, run, tmp_path, form):
    run(
        "export", "orders", "--with", "products,shipping-addresses", "--format", form,
        "--where", "id__lte=103", "--to", tmp_path / "all",
    )  # fmt: skip
    if form == "parquet":
        table = parquet.read_table(tmp_path / "all" / "order-products.parquet")
        keys = set(table.column("order_id").to_pylist())
    else:
        read = table_of if form == "csv" else lines_of
        rows = read(tmp_path / "all" / f"order-products.{form}")
        keys = {int(row["order_id"]) for row in rows}
    assert keys == {item.id for item in Order.objects.filter(id__lte=103)}


def test_rows_below_others_are_those_of_the_whole_store(store, run, tmp_path, assert_requests):
    with assert_requests(reads=1):
        run("export", "product-images", "--to", tmp_path / "images.csv")
    rows = table_of(tmp_path / "images.csv")
    assert len(rows) == 437
    pictured = {item.id for item in Product.objects.include("images") if item.images}
    assert {int(row["product_id"]) for row in rows} == pictured
    orders = Order.objects.count()
    store.emulator.clear_requests()
    run("export", "order-products", "--to", tmp_path / "lines.jsonl")
    assert len(store.requests) <= orders + orders // 250 + 2
    lines = lines_of(tmp_path / "lines.jsonl")
    assert {row["order_id"] for row in lines} == {item.id for item in Order.objects.all()}
    assert len({row["id"] for row in lines}) == len(lines)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["products", "brands", "--fields", "price"], "Brand has no field 'price'"),
        (["products", "stock-levels"], "does not list stock-levels"),
        (["products", "--with", "imagess"], "have no 'imagess'; there are: bulk_pricing_rules"),
    ],
)
def test_all_is_checked_before_anything_is_written(store, run, tmp_path, arguments, told):
    result = run("export", *arguments, "--to", tmp_path / "all", status=2)
    assert told in result.stderr
    assert list(tmp_path.glob("all/*")) == []
    assert store.requests == []


def test_standard_output(store, run):
    told = run("export", "products", "--to", "-", "--bare", "--fields", "id", "--where", "id=77")
    assert (told.stdout, told.stderr) == ('{"id":77}\n', "")
    arguments = (
        "export",
        "products",
        "--to",
        "-",
        "--format",
        "csv",
        "--bare",
        "--fields",
        "id,sku",
    )
    assert run(*arguments, "--where", "id=77").stdout.splitlines() == ["id,sku", "77,FBM-1000"]
    assert "several tables" in run("export", "products", "brands", "--to", "-", status=2).stderr


def test_packed_files_are_read_again(store, run, tmp_path):
    for name in ("products.csv.gz", "products.jsonl.gz"):
        run("export", "products", "--to", tmp_path / name)
        assert (tmp_path / name).read_bytes()[:2] == b"\x1f\x8b"
        assert "220 rows, 0 changed" in run("import", tmp_path / name).stdout
    rows = gzip.decompress((tmp_path / "products.jsonl.gz").read_bytes()).splitlines()
    assert len(rows) == 220


def test_a_spreadsheet_calculates_nothing_of_an_export_for_it(store, run, tmp_path):
    names = ["=1+1", "+49 1", "-5 C", "@home", "'=1", "\tx", "plain", "\n=1", "\uff1d1", "\uff20a"]
    for key, name in enumerate(names, 77):
        store.emulator.put_document("v3/catalog/products", {"id": key, "description": name})
    path = tmp_path / "products.csv"
    options = ("--fields", "id,description,price", "--where", "id__lte=86")
    run("export", "products", "--to", path, "--excel", *options)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    cells = [row["description"] for row in table_of(path)]
    escaped = ["'=1+1", "'+49 1", "'-5 C", "'@home", "''=1", "'\tx", "plain"]
    assert cells == [*escaped, "'\n=1", "'\uff1d1", "'\uff20a"]
    assert "0 changes" in run("import", path).stdout
    assert run("diff", "products", path, "id__lte=86").stderr == "0 differences\n"
    run("export", "products", "--to", path, *options)
    assert table_of(path)[0]["description"] == "=1+1"
    told = run("export", "products", "--to", tmp_path / "p.jsonl", "--excel", status=2).stderr
    assert "--excel is for CSV" in told


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")
@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_a_file_about_people_is_the_users_alone(store, run, tmp_path, form):
    path = tmp_path / f"customers.{form}"
    path.touch(mode=0o644)
    run("export", "customers", "--to", path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    run("export", "brands", "--to", tmp_path / f"brands.{form}")
    assert stat.S_IMODE((tmp_path / f"brands.{form}").stat().st_mode) & 0o044


def test_what_has_changed_since_the_last_export(store, run, tmp_path):
    path, mark = tmp_path / "products.jsonl", tmp_path / "mark.json"
    arguments = (
        "export",
        "products",
        "--to",
        path,
        "--since-last",
        mark,
        "--bare",
        "--fields",
        "id,name",
    )
    assert "220 products" in run(*arguments).stderr
    product = Product.objects.get(id=77)
    product.name = "Bathed"
    product.save()
    Product.objects.filter(id=78).delete()
    told = run(*arguments).stderr
    assert "1 product -> " in told
    assert lines_of(path) == [{"id": 77, "name": "Bathed"}]
    assert "deleted since: 1 product: 78" in told
    assert table_of(tmp_path / "products-deleted.csv") == [{"id": "78"}]


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_rejected_rows_are_no_more_open_than_the_file_is(store, run, tmp_path, mode):
    path, rejected = tmp_path / "customers.csv", tmp_path / "rejected.csv"
    path.write_text("id,email\n1,no address\n")
    path.chmod(mode)
    run("import", path, "--rejects", rejected, "--apply", status=1)
    assert rejected.exists()
    assert bool(stat.S_IMODE(rejected.stat().st_mode) & 0o044) == bool(mode & 0o044)


def test_bookmarks_that_do_not_fit(store, run, tmp_path):
    mark = tmp_path / "mark.json"
    arguments = ("export", "products", "--to", tmp_path / "p.csv", "--since-last", mark)
    for text in ("{", "[" * 100_000, '{"store": 1e999999999}', "[]", "null"):
        mark.write_text(text)
        assert "is no bookmark" in run(*arguments, status=1).stderr
    mark.write_text('{"store": "other", "resources": {}}')
    assert "is the bookmark of the store 'other'" in run(*arguments, status=1).stderr
    mark.unlink()
    told = run("export", "brands", "--to", tmp_path / "b.csv", "--since-last", mark, status=2)
    assert "the API cannot say which brands have changed" in told.stderr


ODD = Decimal("0.30000000000000004")


def test_an_odd_value_names_its_row_and_ends_the_file_unless_it_is_let(store, run, tmp_path):
    store.emulator.put_document("v3/catalog/products", {"id": 79, "weight": ODD})
    path = tmp_path / "products.parquet"
    told = run("export", "products", "--to", path, status=1).stderr
    assert f"weight of row 3 (id 79) cannot be Decimal('{ODD}')" in told
    assert not path.exists()
    told = run("export", "products", "--to", path, "--on-error", "empty").stderr
    assert f"row 3 (key 79): weight: Decimal('{ODD}') does not fit decimal128(38, 10)" in told
    table = parquet.read_table(path)
    assert table.num_rows == 220
    assert table.column("weight").to_pylist()[2] is None


# names


@pytest.mark.parametrize(
    ("guess", "name"),
    [
        ("variants", "product-variants"),
        ("custom-fields", "product-custom-fields"),
        ("images", "product-images"),
        ("Product Variants", "product-variants"),
        ("shipments", "order-shipments"),
    ],
)
def test_names_as_people_guess_them(capsys, guess, name):
    assert resource_named(guess) is resource_named(name)


def test_resources_and_their_fields(run):
    listed = run("resources", "variant").stdout
    assert "product-variants" in listed
    assert "brands" not in listed
    assert "no resource has 'xyzzy'" in run("resources", "xyzzy", status=1).stderr
    shown = run("fields", "products").stdout
    rows = {line.split()[0]: line for line in shown.splitlines() if line.strip()}
    assert "required" in rows["name"]
    assert "by the API only" in rows["date_created"]
    assert "UTC" in rows["date_created"]
    assert "the store's weight" in rows["weight"]
    assert "true or false" in rows["is_visible"]
    assert "a filter only" in rows["keyword"]


# terminals

EVIL = "\x1b]0;owned\x07\u202eabc\x9b2J"


def test_what_a_store_says_moves_no_cursor(store, run, monkeypatch):
    store.emulator.put_document("v3/catalog/products", {"id": 77, "name": EVIL})
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    out = []

    class Terminal:
        def write(self, text):
            out.append(text)
            return len(text)

    safe = console._Safe(Terminal())
    safe.write(EVIL + "\r\n")
    assert out == ["\\u001b]0;owned\\u0007\\u202eabc\\u009b2J\n"]
    assert json.loads(f'"{out[0].strip()}"') == EVIL


def test_what_a_program_reads_is_left_as_it_is(store, run):
    store.emulator.put_document("v3/catalog/products", {"id": 77, "name": EVIL})
    arguments = ("list", "products", "id=77", "--fields", "name", "--format")
    assert EVIL in run(*arguments, "csv").stdout
    assert json.loads(run(*arguments, "json", "--raw").stdout) == [{"name": EVIL}]


def test_errors_move_no_cursor(store, run, tmp_path):
    path = tmp_path / "products.csv"
    path.write_text(f"id,price\n77,{EVIL}\n")
    told = run("import", path, status=1).stderr
    assert "\x1b" not in told
    path.write_text(f"id,{EVIL}\n77,1\n")
    told = run("import", path, status=1).stderr
    assert "\x1b" not in told
    assert "\u202e" not in told
