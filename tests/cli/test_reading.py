"""get, list, count and export: what comes out is what the store has."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from pyarrow import parquet

from bcorm import Brand, Product, ProductImage
from bcorm.cli import export
from bcorm.cli.naming import plural, resource_named, resource_names
from bcorm.resources import INDEX


def jsonl(text):
    return [json.loads(line, parse_float=Decimal) for line in text.splitlines()]


def test_list_as_lines_of_json(store, run):
    rows = jsonl(run("list", "products", "--format", "jsonl").stdout)
    objects = list(Product.objects.all())
    assert [row["id"] for row in rows] == [item.id for item in objects]
    assert [row["price"] for row in rows] == [item.price for item in objects]
    assert rows[0]["custom_url"] == {"url": objects[0].custom_url.url, "is_customized": False}
    assert rows[0]["date_created"] == objects[0].date_created.isoformat()


def test_list_as_json_and_csv(store, run):
    arguments = ("list", "brands", "--fields", "id,name", "--order", "-name", "--limit", "3")
    wanted = [{"id": item.id, "name": item.name} for item in Brand.objects.order_by("-name")[:3]]
    assert json.loads(run(*arguments, "--format", "json").stdout) == wanted
    rows = list(csv.DictReader(io.StringIO(run(*arguments, "--format", "csv").stdout)))
    assert [{**row, "id": int(row["id"])} for row in rows] == wanted


def test_no_rows(store, run):
    nothing = ("list", "products", "sku=NONE", "--fields", "id,sku")
    assert json.loads(run(*nothing, "--format", "json").stdout) == []
    assert run(*nothing, "--format", "csv").stdout.split() == ["id,sku"]
    assert run(*nothing, "--format", "jsonl").stdout == ""


def test_a_table_has_what_tells_rows_apart(store, run):
    result = run("list", "products")
    lines = result.stdout.splitlines()
    assert lines[1].split()[:4] == ["id", "name", "sku", "price"]
    assert sum("P" in line or "-1" in line for line in lines) >= 50
    assert result.stderr == "the first 50; --limit shows more\n"
    assert run("list", "order-statuses").stderr == ""
    assert run("list", "products", "--limit", "0").stderr == ""


@pytest.mark.parametrize(
    ("lookups", "chosen"),
    [
        (["price__gte=180"], {"price__gte": Decimal(180)}),
        (["is_visible=false"], {"is_visible": False}),
        (["id__in=77,78,90"], {"id__in": [77, 78, 90]}),
        (["price__range=10,20"], {"price__range": (Decimal(10), Decimal(20))}),
        (["name__icontains=mug", "weight__lt=9.5"], {"name__icontains": "mug", "weight__lt": 9.5}),
        (["brand=21"], {"brand_id": 21}),
        (["brand_id__in=21,22"], {"brand_id__in": [21, 22]}),
        (["custom_url__url__startswith=/field"], {"custom_url__url__startswith": "/field"}),
        (["categories=25"], {"categories": 25}),
        (["preorder_release_date__isnull=true"], {"preorder_release_date__isnull": True}),
        (["date_created__lt=2018-01-01T00:00:00Z"], None),
        (["keyword=lamp"], {"keyword": "lamp"}),
        (["pk=80"], {"id": 80}),
    ],
)
def test_lookups_are_those_of_filter(store, run, lookups, chosen):
    if chosen is None:
        wanted = [item.id for item in Product.objects.all() if item.date_created.year < 2018]
    else:
        wanted = [item.id for item in Product.objects.filter(**chosen).scan()]
    found = jsonl(run("list", "products", *lookups, "--fields", "id", "--format", "jsonl").stdout)
    assert [row["id"] for row in found] == wanted
    assert run("count", "products", *lookups).stdout == f"{len(wanted)}\n"


def test_it_says_when_every_row_is_read(store, run):
    assert run("count", "products", "is_visible=true").stderr == ""
    assert "every row is read: price gte" in run("count", "products", "price__gte=10").stderr


def test_get(store, run):
    product = Product.objects.get(id=77)
    row = json.loads(run("get", "products", "77", "--format", "json").stdout, parse_float=Decimal)
    assert (row["name"], row["price"]) == (product.name, product.price)
    table = run("get", "product", "sku=FBM-1000", "--fields", "id,name,custom_url__url").stdout
    assert [line.split()[0] for line in table.splitlines()[3:6]] == [
        "id",
        "name",
        "custom_url__url",
    ]
    image = ProductImage.objects.filter(product_id=77).first()
    found = run("get", "product-images", image.id, "product_id=77", "--format", "json").stdout
    assert json.loads(found)["image_file"] == image.image_file


def test_get_says_what_list_says_when_every_row_is_read(store, run):
    result = run("get", "products", "custom_url__url=/field-bath-mat/", "--fields", "id")
    assert result.stderr.startswith("the API cannot do this, so every row is read: custom_url__url")
    assert run("get", "products", "77", "--fields", "id").stderr == ""


@pytest.mark.parametrize(
    ("arguments", "result"),
    [
        (["list", "productz"], (2, "did you mean 'products'?")),
        (["list", "products", "pricee=1"], (2, "did you mean 'price'?")),
        (["list", "products", "price=cheap"], (2, "a Decimal")),
        (["list", "products", "price"], (2, "is no lookup")),
        (["list", "products", "custom_url__ur=1"], (2, "url")),
        (["list", "products", "price__amount=1"], (2, "price__amount")),
        (["list", "product-images"], (2, "product_id")),
        (["list", "products", "--order", "pricee"], (2, "did you mean 'price'?")),
        (["list", "products", "--fields", "nam"], (2, "did you mean 'name'?")),
        (["list", "products", "price=NaN"], (2, "a Decimal of at least 0")),
        (["count", "products", "id__range=1"], (2, "expected two values")),
        (["get", "products", "price=Infinity"], (2, "a Decimal of at least 0")),
        (["list", "products", "id__isnull=maybe"], (2, "True or False was expected")),
        (["get", "products", "1"], (1, "no Product has id=1")),
        (["get", "products", "abc"], (2, "a whole number")),
        (["get", "products"], (2, "which one?")),
        (["get", "carts"], (2, "which one?")),
        (["get", "deployments", "x"], (2, "does not show deployments")),
        (["list", "carts"], (2, "does not list carts; bcorm get carts KEY has one")),
        (["count", "stock-levels"], (2, "does not list stock-levels")),
        (["list", "order-fees"], (2, "there is no resource 'order-fees'")),
        (["list", "products", "name__regex=("], (2, "'(' is no regular expression")),
        (["export", "products", "--to", "nowhere/products.csv"], (1, "No such file or directory")),
        (["export", "products", "--to", "nowhere/p.parquet"], (1, "No such file or directory")),
        (["export", "brands", "products", "--to", "all.csv"], (2, "go into a directory")),
        (["export", "products", "--to", "products.txt"], (2, ".csv, .jsonl, .parquet")),
    ],
)
def test_a_mistake_is_one_clear_line_and_sends_no_write(
    store, run, assert_requests, arguments, result
):
    status, message = result
    with assert_requests(writes=0):
        result = run(*arguments, status=status)
    assert message in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_without_credentials_it_says_which_are_missing(run, monkeypatch):
    for name in ("BIGCOMMERCE_STORE_HASH", "BIGCOMMERCE_ACCESS_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    result = run("count", "products", status=1)
    assert "BIGCOMMERCE_STORE_HASH and BIGCOMMERCE_ACCESS_TOKEN not set" in result.stderr


def test_what_the_store_answers_is_no_traceback(store, run):
    store.fail("redirect", times=None)
    result = run("count", "products", status=1)
    assert result.stderr.startswith("Error: ")
    assert store.token not in result.stderr


# export


def test_export_to_each_format(store, run, tmp_path):
    objects = list(Product.objects.filter(is_visible=True))
    for form in ("csv", "jsonl", "parquet"):
        path = tmp_path / f"products.{form}"
        result = run("export", "products", "--to", path, "--where", "is_visible=true", "--bare")
        assert result.stderr == f"{len(objects)} products -> {path}\n"
    lines = jsonl((tmp_path / "products.jsonl").read_text())
    assert [row["price"] for row in lines] == [item.price for item in objects]
    rows = list(csv.DictReader(io.StringIO((tmp_path / "products.csv").read_text())))
    assert [Decimal(row["price"]) for row in rows] == [item.price for item in objects]
    assert rows[0]["custom_url__url"] == objects[0].custom_url.url
    table = parquet.read_table(tmp_path / "products.parquet")
    assert table.column("price").to_pylist() == [item.price for item in objects]
    assert table.equals(Product.objects.filter(is_visible=True).to_arrow())


def test_export_chooses_and_flattens(store, run, tmp_path):
    path = tmp_path / "p.parquet"
    run("export", "products", "--to", path, "--fields", "id,custom_url", "--flatten", "--bare")
    names = ["id", "custom_url__url", "custom_url__is_customized"]
    assert parquet.read_table(path).column_names == names


def test_export_of_several_makes_a_file_of_each(store, run, tmp_path):
    run(
        "export",
        "brands",
        "categories",
        "order-statuses",
        "--to",
        tmp_path / "all",
        "--format",
        "csv",
    )
    made = sorted(item.name for item in (tmp_path / "all").iterdir())
    assert made == ["brands.csv", "categories.csv", "order-statuses.csv"]


def test_both_versions_of_a_resource_go_into_files_of_their_own(store, run, tmp_path):
    run("export", "products", "v2/products", "--to", tmp_path / "all", "--where", "id=77")
    assert sorted(item.name for item in (tmp_path / "all").iterdir()) == [
        "products.jsonl", "v2-products.jsonl",
    ]  # fmt: skip
    assert "1 row, 0 changed" in run("import", tmp_path / "all" / "v2-products.jsonl").stdout


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_half_a_letter_is_written_or_told(store, run, tmp_path, monkeypatch, form):
    """JSON can say a lone surrogate, as JavaScript leaves them behind; UTF-8 cannot."""
    monkeypatch.setattr(export, "records", lambda *_: iter([[77, "half \ud83d"]]))
    path = tmp_path / f"products.{form}"
    arguments = ("export", "products", "--to", path, "--fields", "id,name", "--bare")
    if form == "jsonl":
        run(*arguments)
        assert path.read_text() == '{"id":77,"name":"half \\ud83d"}\n'
    else:
        assert r"half \ud83d" in run(*arguments, status=1).stderr
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_two_exports_of_a_file_at_a_time(store, run, tmp_path, monkeypatch, form):
    path = tmp_path / f"brands.{form}"
    arguments = ("export", "brands", "--to", path)
    run(*arguments)
    alone = path.read_bytes()

    records, begun = export.records, []

    def meanwhile(*asked):
        begun.append(asked)
        yield from records(*asked)
        if len(begun) == 1:
            run(*arguments)

    monkeypatch.setattr(export, "records", meanwhile)
    run(*arguments)
    assert path.read_bytes() == alone
    assert list(tmp_path.iterdir()) == [path]


def test_an_export_that_fails_leaves_no_file(store, run, tmp_path):
    store.fail("redirect", path="v3/catalog/products", times=None)
    run("export", "products", "--to", tmp_path / "p.jsonl", status=1)
    assert list(tmp_path.iterdir()) == []


# names


def test_every_resource_has_one_name_of_its_own():
    names = resource_names()
    assert len(set(names)) == len(names) > len(INDEX)


@pytest.mark.parametrize(
    "text", ["products", "product", "Product", "PRODUCTS", "v3.Product", "v3/products"]
)
def test_a_resource_is_found_by_any_of_its_names(text):
    assert resource_named(text) is Product


def test_the_older_version_is_named_by_its_number():
    from bcorm.resources.v2.products import Product as OldProduct

    assert resource_named("v2/products") is OldProduct
    assert resource_named("v2.Product") is OldProduct
    assert resource_named("v2.Order") is resource_named("orders")


def test_plurals():
    assert [plural(name) for name in ("Category", "OrderStatus", "OrderTax", "Brand")] == [
        "categories", "order-statuses", "order-taxes", "brands",
    ]  # fmt: skip
