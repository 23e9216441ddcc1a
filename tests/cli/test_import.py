"""`bcorm import`: a file over a store, planned, carried out, and finished when it was killed."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from decimal import Decimal

import pandas as pd
import pytest

from bcorm import (
    BlogPost,
    Brand,
    Customer,
    CustomerAttributeValue,
    Product,
    ProductVariant,
    Widget,
    WidgetTemplate,
)
from bcorm.cli.naming import resource_named
from bcorm.emulator import Emulator
from bcorm.session import Session


@pytest.fixture
def exported(store, run, tmp_path):
    """A file of all products, as `bcorm export` makes it."""

    def exported(name="products.parquet", *options):
        run("export", "products", "--to", tmp_path / name, *options)
        return tmp_path / name

    return exported


def fresh(store):
    return Session(store.session.client)


def prices(store):
    return {item.id: item.price for item in Product.objects.using(fresh(store))}


def edit(path, change, **options):
    frame = pd.read_parquet(path, **options)
    change(frame)
    frame.to_parquet(path)


@pytest.mark.parametrize("name", ["products.parquet", "products.jsonl", "products.csv"])
def test_an_export_that_nobody_has_edited_changes_nothing(
    store, run, exported, assert_requests, name
):
    path = exported(name)
    with assert_requests(writes=0):
        result = run("import", path, "--apply")
    assert "220 rows, 0 changed products, 0 new: 0 changes in 0 requests" in result.stdout
    assert "ignored, as they cannot be written: base_variant_id, calculated_price" in result.stderr
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("form", ["parquet", "jsonl", "csv"])
def test_values_of_many_shapes_there_and_back(store, run, tmp_path, assert_requests, form):
    """A post's date is of one type or another, a widget's settings are of any."""
    BlogPost.objects.create(title="News", body="None", url="/news/")
    template = WidgetTemplate.objects.create(name="Banner", template="<b></b>")
    Widget.objects.create(
        name="Banner",
        widget_template_uuid=template.uuid,
        widget_configuration={"ratio": Decimal("1.5"), "rows": [1, {"scale": Decimal("0.25")}]},
    )
    store.emulator.put_document(
        "v3/customers",
        {
            "id": Customer.objects.first().id,
            "form_fields": [
                {"name": "Call", "value": "[VIP] first, 5 o'clock"},
                {"name": "Sizes", "value": ["S", "M"]},
                {"name": "Floor", "value": "5"},
            ],
        },
    )
    run("export", "blog-posts", "widgets", "--to", tmp_path / "all", "--format", form)
    run(
        "export",
        "customers",
        "--fields",
        "id,form_fields",
        "--to",
        tmp_path / f"all/customers.{form}",
    )
    for name in ("blog-posts", "widgets", "customers"):
        with assert_requests(writes=0):
            result = run("import", tmp_path / "all" / f"{name}.{form}", "--apply")
        assert re.search(r"rows?, 0 changed", result.stdout)


def test_a_password_in_a_file_is_written_and_not_shown(store, run, tmp_path):
    path = tmp_path / "customers.jsonl"
    secret = "Sesame-8251"
    path.write_text(json.dumps({"id": 1, "authentication": {"new_password": secret}}))
    for choice in ("--dry-run", "--apply"):
        result = run("import", path, choice)
        assert "1 changed customer" in result.stdout
        assert "****" in result.stdout
        assert secret not in result.output
    assert secret in json.dumps(store.requests[-1].body)
    path.write_text(json.dumps({"id": 1, "authentication": {"new_password": [secret]}}))
    assert secret not in run("import", path, "--apply", status=1).output


def test_a_row_that_could_be_any_of_several_changes_none(store, run, tmp_path, assert_requests):
    path = tmp_path / "products.csv"
    path.write_text("type,price\nphysical,1\n")
    with assert_requests(writes=0):
        result = run("import", path, "--by", "type", "--apply", status=1)
    assert "row 1: the store has more than one Product 'physical'" in result.stderr


def raise_by_one(frame):
    frame["price"] = frame["price"].map(lambda price: Decimal(price) + 1)


def test_prices_edited_with_pandas(store, run, exported, assert_requests):
    path = exported()
    before = prices(store)
    edit(path, raise_by_one)
    with assert_requests(1):
        dry = run("import", path, "--dry-run").stdout
    assert "220 rows, 220 changed products, 0 new: 220 changes in 22 requests" in dry
    assert '[{"id": 77, "price": 56.99}, {"id": 78, "price": 136.11}' in dry
    assert prices(store) == before
    with assert_requests(reads=1, writes=22) as seen:
        run("import", path, "--apply")
    assert prices(store) == {key: price + 1 for key, price in before.items()}
    assert {name for item in seen if item.body for row in item.body for name in row} == {
        "id",
        "price",
    }
    with assert_requests(writes=0):
        run("import", path, "--apply")


def test_the_file_need_not_be_called_after_what_it_holds(store, run, exported):
    path = exported("p.parquet")
    edit(path, raise_by_one)
    assert "220 changes in 22 requests" in run("import", path).stdout


def test_text_columns_and_nested_values_from_csv(store, run, tmp_path):
    path = tmp_path / "products.csv"
    path.write_text(
        "id,name,custom_url__url,is_visible,categories,weight,description\n"
        '77,"Mat, new",/mat/,no,"[25, 26]",3.50,\n'
        "78,Striped Desk Lamp,/striped-desk-lamp/,true,,,Bright\n"
    )
    assert "2 changed products" in run("import", path, "--apply").stdout
    item, other = Product.objects.using(fresh(store)).filter(id__in=[77, 78])
    assert (item.name, item.custom_url.url, item.is_visible) == ("Mat, new", "/mat/", False)
    assert (item.categories, item.weight, item.description) == ([25, 26], Decimal("3.5"), "")
    assert (other.categories, other.weight, other.description) == (
        [25, 26],
        Decimal("4.25"),
        "Bright",
    )


def test_rows_found_by_another_field_are_created_when_the_store_has_none(store, run, tmp_path):
    path = tmp_path / "brands.jsonl"
    known = Brand.objects.first()
    rows = [
        {"name": known.name, "page_title": "Changed"},
        {"name": "Entirely New", "custom_url": {"url": "/entirely-new/"}},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    dry = run("import", path, "--by", "name").stdout
    assert "2 rows, 1 changed brand, 1 new: 2 changes in 2 requests" in dry
    run("import", path, "--by", "name", "--apply")
    made = Brand.objects.using(fresh(store)).get(name="Entirely New")
    assert made.custom_url.url == "/entirely-new/"
    assert Brand.objects.using(fresh(store)).get(id=known.id).page_title == "Changed"
    assert "0 changes in 0 requests" in run("import", path, "--by", "name", "--apply").stdout


def test_rows_below_a_parent(store, run, tmp_path):
    path = tmp_path / "variants.csv"
    variants = list(Product.objects.get(id=77).variants)
    lines = [f"77,{item.id},{item.sku},9.75" for item in variants]
    path.write_text("\n".join(["product_id,id,sku,price", *lines]))
    run("import", path, "--resource", "product-variants", "--apply")
    stored = ProductVariant.objects.using(fresh(store)).filter(product_id=77)
    assert {item.price for item in stored} == {Decimal("9.75")}


def test_rows_that_are_known_by_several_values(store, run, tmp_path):
    """Price records have no key: list, variant and currency tell them apart."""
    path = tmp_path / "price-records.csv"
    path.write_text("price_list_id,variant_id,currency,price\n1,2,USD,1.25\n1,200,eur,3\n")
    compared = ("diff", "price-records", path, "price_list_id=1", "variant_id__in=2,200")
    assert "1 2 usd   price" in run(*compared, status=3).stdout
    told = run("import", path, "--apply").stdout
    assert "2 rows, 1 changed price-record, 1 new: 2 changes in 2 requests" in told
    assert run(*compared).stderr == "0 differences\n"


def test_what_the_api_never_shows_is_written(store, run, tmp_path):
    path = tmp_path / "customer-attribute-values.csv"
    path.write_text("customer_id,attribute_id,value\n1,2,changed\n3,2,new\n5,2,\n")
    told = run("import", path, "--by", "customer_id,attribute_id", "--apply").stdout
    assert "3 rows, 1 changed customer-attribute-value, 1 new" in told
    found = CustomerAttributeValue.objects.using(fresh(store)).filter(customer_id__in=[1, 3, 5])
    assert {item.customer_id: item.attribute_value for item in found} == {
        1: "changed", 3: "new", 5: "L-00004",
    }  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("name", ["customer-addresses", "price-list-assignments"])
def test_one_of_several_names_may_be_missing(store, run, tmp_path, name, form):
    path = tmp_path / f"{name}.{form}"
    run("export", name, "--to", path)
    by = ",".join(resource_named(name).endpoint.natural_key)
    assert "0 new: 0 changes" in run("import", path, "--by", by).stdout
    assert run("diff", name, path, "--by", by).stderr == "0 differences\n"


def test_a_nested_object_that_the_store_has_not(store, run, tmp_path):
    path = tmp_path / "locations.csv"
    store.emulator.put_document(
        "v3/inventory/locations", {"id": 1, "operating_hours": {"monday": {"open": True}}}
    )
    path.write_text("id,operating_hours__sunday__opening\n1,09:00\n")
    run("import", path, "--apply")
    (hours,) = [
        item["operating_hours"]
        for item in store.emulator.documents("v3/inventory/locations")
        if item["id"] == 1
    ]
    assert (hours["monday"]["open"], hours["sunday"]["opening"]) == (True, "09:00")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("id,pricee\n77,1\n", "did you mean 'price'?"),
        ("id,price\n77,cheap\n", "row 1: price: 'cheap' is not a Decimal"),
        ("id,price\n77,-3\n", "row 1: "),
        ("id,price\n77,1\n78,1\n77,2\n", "row 3: it is the same row as row 1"),
        ("id,price\n5,1\n", "row 1: the store has no Product 5"),
        ("price\n1\n", "row 1: it has no id"),
        ("id,condition\n77,Broken\n", "row 1: "),
        ("id,price\n77\n", "not as many cells"),
    ],
)
def test_a_row_that_cannot_be_taken_stops_everything(store, run, tmp_path, content, told):
    path = tmp_path / "products.csv"
    path.write_text(content)
    result = run("import", path, "--apply", status=1)
    assert told in result.stderr
    assert {item.method for item in store.requests} <= {"GET"}


def test_a_file_that_does_not_say_what_it_holds(store, run, tmp_path):
    path = tmp_path / "things.csv"
    path.write_text("id\n1\n")
    assert "--resource products" in run("import", path, status=2).stderr


def test_what_the_store_refuses_is_told_and_the_rest_is_saved(store, run, tmp_path):
    path = tmp_path / "products.csv"
    path.write_text("id,name\n77,Bright Thing\n78,Field Planter\n79,Brighter Thing\n")
    result = run("import", path, "--apply", status=1)
    assert "Run it again when that is mended" in result.stderr
    names = {item.id: item.name for item in Product.objects.using(fresh(store)).filter(id__lte=79)}
    assert names == {77: "Bright Thing", 78: "Striped Desk Lamp", 79: "Brighter Thing"}
    path.write_text("id,name\n77,Bright Thing\n78,Fielded Planter\n79,Brighter Thing\n")
    assert "1 saved" in run("import", path, "--apply").stdout


def test_every_row_that_the_store_refuses_is_told(store, run, tmp_path):
    path = tmp_path / "products.csv"
    keys = range(77, 89)
    path.write_text("id,brand_id\n" + "".join(f"{key},99999\n" for key in keys))
    told = run("import", path, "--apply", status=1).stderr
    assert all(f"<Product id={key}>" in told for key in keys)
    assert "0 saved, 12 failed, 0 unknown" in told


def import_in_a_process(path, url):
    return subprocess.Popen(
        [sys.executable, "-m", "bcorm", "import", str(path), "--apply"],
        env={
            **os.environ,
            "BIGCOMMERCE_STORE_HASH": "killed",
            "BIGCOMMERCE_ACCESS_TOKEN": "token",
            "BIGCOMMERCE_API_URL": url,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def puts(emulator):
    return [item for item in emulator.requests if item.method == "PUT"]


def test_killed_half_way_it_is_finished_by_running_it_again(tmp_path, run, monkeypatch, journals):
    """500 products: 50 requests; killed by SIGKILL after some twenty of them."""
    with Emulator() as emulator:
        emulator.generate_products(280)
        for name, value in (
            ("STORE_HASH", "killed"),
            ("ACCESS_TOKEN", "token"),
            ("API_URL", emulator.url),
        ):
            monkeypatch.setenv(f"BIGCOMMERCE_{name}", value)
        path = tmp_path / "p.parquet"
        run("export", "products", "--to", path)
        edit(path, raise_by_one)
        assert "500 changes in 50 requests" in run("import", path, "--dry-run").stdout
        process = import_in_a_process(path, emulator.url)
        deadline = time.monotonic() + 60
        while len(puts(emulator)) < 20 and time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        first = len(puts(emulator))
        assert 20 <= first < 50
        assert len(list(journals.glob("*.journal"))) == 1
        assert "--apply finishes it first" in run("import", path, "--dry-run").stdout

        again = import_in_a_process(path, emulator.url)
        out, err = again.communicate(timeout=60)
        assert again.returncode == 0, err
        assert "an earlier import was interrupted: finished" in out
        # The request that was on its way may be sent again, if its answer had not come.
        assert 50 <= len(puts(emulator)) <= 51
        wanted = dict(zip(*(pd.read_parquet(path)[name] for name in ("id", "price")), strict=True))
        stored = {
            item["id"]: Decimal(str(item["price"]))
            for item in emulator.documents("v3/catalog/products")
        }
        assert stored == wanted

        emulator.clear_requests()
        third = import_in_a_process(path, emulator.url)
        out, _ = third.communicate(timeout=60)
        assert "0 changes in 0 requests" in out
        assert [item for item in emulator.requests if item.method != "GET"] == []
        assert list(tmp_path.iterdir()) == [path]
        assert len(list(journals.glob("*.journal"))) == 1  # it may be undone
