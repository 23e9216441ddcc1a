"""Price lists and stock as people have them: SKUs of products, of variants, of nothing."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import bcorm
from bcorm import PriceList, PriceRecord, Product, ProductVariant
from bcorm.emulator import Emulator

VARIANT = "SS-1003-CR-SM"


@pytest.fixture
def imported(run, tmp_path, monkeypatch):
    """Write a file, and import it."""

    monkeypatch.chdir(tmp_path)

    def imported(text, *options, name="list.csv", status=0):
        path = tmp_path / name
        path.write_text(text)
        return run("import", path, *options, status=status)

    return imported


def product(store, sku):
    return Product.objects.using(store.connect()).get(sku=sku)


def variant(store, sku):
    return ProductVariant.objects.using(store.connect()).get(sku=sku)


def test_skus_of_products_and_of_variants(store, imported):
    text = f"sku,price,sale,cost,retail,map\nwb-1002,19.99,18,9,25,17\n{VARIANT},21.50,20,8,,\n"
    told = imported(text, "--resource", "prices", "--apply").stdout
    assert "2 rows, 2 changed prices, 0 new: 2 changes" in told
    one, other = product(store, "WB-1002"), variant(store, VARIANT)
    assert [one.price, one.sale_price, one.cost_price, one.retail_price, one.map_price] == [
        Decimal("19.99"), 18, 9, 25, 17,
    ]  # fmt: skip
    assert (other.price, other.sale_price, other.cost_price) == (Decimal("21.5"), 20, 8)
    assert "0 changes in 0 requests" in imported(text, "--resource", "prices", "--apply").stdout


UNKNOWN = f"sku,price\nGONE-1,cheap\nWB-1002,19.99\n{VARIANT},21.50\nGONE-2,1\n"


def test_a_sku_that_is_not_sold_stops_a_list_unless_it_is_skipped(store, imported):
    told = imported(UNKNOWN, "--resource", "prices", "--apply", status=1).stderr
    assert "row 1: the store sells nothing under the SKU 'GONE-1'" in told
    assert "2 rows cannot be taken: nothing was sent" in told
    assert {item.method for item in store.requests} <= {"GET"}
    told = imported(UNKNOWN, "--resource", "prices", "--skip-missing", "--apply")
    assert "left out, as the store does not have them: 2 rows" in told.stderr
    assert product(store, "WB-1002").price == Decimal("19.99")


def test_rows_that_are_skipped_are_not_judged_and_others_are(store, imported):
    text = "sku,price\nGONE-1,cheap\nWB-1002,cheap\n"
    told = imported(text, "--resource", "prices", "--skip-missing", status=1).stderr
    assert "row 2: price: 'cheap' is not a Decimal" in told
    assert "row 1" not in told


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("name", ["prices", "products"])
def test_rejected_rows_are_written_mended_and_imported_again(run, imported, assert_requests, name):
    rejected = Path.cwd() / "rejected.csv"
    resource = ["--resource", name, *(["--by", "sku"] if name == "products" else [])]
    text = "sku,price,map_price\nWB-1002,19.99,1\nGONE-1,5,1\nFBM-1000,cheap,1\nSDL-1001,7,1\n"
    result = imported(text, *resource, "--update-only", "--rejects", rejected, "--apply", status=3)
    assert f"not taken: 2 rows -> {rejected}" in result.stderr
    assert Product.objects.get(sku="SDL-1001").price == 7
    rows = table_of(rejected)
    assert [(row["sku"], row["price"], row["_row"]) for row in rows] == [
        ("GONE-1", "5", "2"), ("FBM-1000", "cheap", "3"),
    ]  # fmt: skip
    assert "GONE-1" in rows[0]["_reason"]
    assert "'cheap' is not a Decimal" in rows[1]["_reason"]

    rejected.write_text(rejected.read_text().replace("cheap,1", "39.90,1", 1))
    with assert_requests(writes=1) as seen:
        told = run("import", rejected, *resource, "--skip-missing", "--update-only", "--apply")
    assert "2 rows, 1 changed" in told.stdout
    assert [row["id"] for item in seen if item.method == "PUT" for row in rows_of(item)] == [77]


def table_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows_of(request):
    if isinstance(request.body, list):
        return request.body
    return [{"id": int(request.path.rpartition("/")[2]), **request.body}]


def test_what_the_store_refuses_is_among_the_rejected_rows(store, imported, tmp_path):
    rejected = tmp_path / "rejected.csv"
    text = "id,name\n77,Bright Thing\n78,Field Planter\n"
    imported(text, "--resource", "products", "--rejects", rejected, "--apply", status=1)
    (row,) = table_of(rejected)
    assert (row["id"], row["name"], row["_row"]) == ("78", "Field Planter", "2")
    assert "name" in row["_reason"]


def test_where_rejected_rows_cannot_go(store, imported, tmp_path):
    text = "sku,price\nWB-1002,1\n"
    for path, told in (("r.xlsx", "go into a .csv file"), ("list.csv", "is the file that is read")):
        options = ["--resource", "prices", "--rejects", tmp_path / path]
        assert told in imported(text, *options, status=2).stderr


def test_a_file_that_has_all_that_a_new_product_needs(store, imported):
    text = "sku,name,type,weight,price\nNEW-1,New,physical,1,5\nWB-1002,Blanket,physical,1,5\n"
    by = ["--resource", "products", "--by", "sku"]
    assert "1 changed product, 1 new" in imported(text, *by).stdout
    told = imported(text, *by, "--update-only", status=1).stderr
    assert "row 1: the store has no Product 'NEW-1'" in told
    assert "1 changed product, 0 new" in imported(text, *by, "--skip-missing").stdout


def test_changes_that_are_larger_than_is_allowed(store, imported):
    text = "sku,price\nWB-1002,1069\nSDL-1001,135.12\n"
    told = imported(text, "--resource", "prices", "--max-change", "30%", "--apply", status=1).stderr
    assert "row 1: price: 106.9 would become 1069, which is a change of 900 %, and 30 % is" in told
    assert {item.method for item in store.requests} <= {"GET"}
    assert (
        "2 changed prices" in imported(text, "--resource", "prices", "--max-change", "900%").stdout
    )
    wrong = imported(text, "--resource", "prices", "--max-change", "much", status=2).stderr
    assert "'much' is no percentage" in wrong


def test_the_plan_counts_fields_and_shows_the_largest_change(store, imported):
    text = "sku,price,name\nWB-1002,1069,Blanket\nSDL-1001,135.12,Striped Desk Lamp\n"
    told = imported(text, "--resource", "products", "--by", "sku").stdout
    table = told[told.index("Changes of each field") :]
    assert re.search(r"price +2 +WB-1002 +106.9 +1069 +900 %", table)
    assert re.search(r"name +1 +WB-1002 +Weathered Blanket +Blanket", table)


def test_columns_that_nobody_mapped_are_named(store, imported):
    text = "SKU;Preis;Lager;MAP\nWB-1002;19,99;5;1\n"
    result = imported(text, "--resource", "prices", "--map", "SKU=sku, Preis=price", "--apply")
    assert "not read, as they are for nothing here: Lager, MAP" in result.stderr
    assert product(store, "WB-1002").map_price != 1
    wrong = imported(text, "--resource", "prices", "--map", "SKU=sku,Price=price", status=1).stderr
    assert "has no column 'Price': SKU, Preis, Lager, MAP" in wrong
    assert "is no column and its field" in imported(text, "--map", "SKU=", status=2).stderr
    wrong = imported(
        text, "--resource", "products", "--map", "SKU=sku,Preis=pricee", status=1
    ).stderr
    assert "did you mean 'price'" in wrong


def test_keys_are_compared_as_the_store_compares_them(store, run, tmp_path):
    held = store.emulator.documents("v3/customers")[0]
    path = tmp_path / "customers.csv"
    path.write_text(f"email,company\n{held['email'].upper()},Changed\n")
    told = run("import", path, "--by", "email", "--apply").stdout
    assert "1 changed customer, 0 new" in told
    path = tmp_path / "brands.csv"
    brand = store.emulator.documents("v3/catalog/brands")[0]
    path.write_text(f"name,page_title\n{brand['name'].upper()},Changed\n")
    assert "1 changed brand, 0 new" in run("import", path, "--by", "name").stdout


def test_a_variant_without_its_product_is_told_by_its_row(store, imported):
    text = f"sku,price\nGONE-1,5\n{VARIANT},6\nGONE-2,5\n"
    by = ["--resource", "product-variants", "--by", "sku"]
    told = imported(text, *by, status=1).stderr
    assert "row 1: the store has no ProductVariant 'GONE-1', and a new one needs product_id" in told
    assert "row 3: " in told
    assert "1 changed product-variant" in imported(text, *by, "--skip-missing").stdout


def test_records_of_a_price_list_by_sku_and_currency(store, imported):
    made = PriceList.objects.create(name="Trade")
    text = f"SKU,Currency,Price,Sale price\nWB-1002,USD,80,70\n{VARIANT},usd,11,\nGONE-1,USD,1,1\n"
    options = ["--price-list", "Trade", "--skip-missing", "--apply"]
    assert "0 changed price-records, 2 new" in imported(text, *options).stdout
    records = PriceRecord.objects.using(store.connect()).filter(price_list_id=made.id)
    found = {item.sku: (item.price, item.sale_price) for item in records.include("sku")}
    assert found == {"WB-1002": (80, 70), VARIANT: (11, None)}
    told = imported(text.replace("80,70", "81,70"), *options).stdout
    assert "1 changed price-record, 0 new" in told
    assert "no price list 'None'" in imported(text, "--price-list", "None", status=1).stderr
    several = "sku,currency,price\nSS-1003,USD,5\n"
    told = imported(several, "--price-list", "Trade", status=1).stderr
    assert "is a product of several variants" in told


@pytest.mark.parametrize("options", [[], ["--by", "sku,currency"]])
def test_records_of_several_price_lists_by_sku(store, imported, options):
    trade, club = (PriceList.objects.create(name=name) for name in ("Trade", "Club"))
    text = (
        "price_list_id,sku,currency,price\n"
        f"{trade.id},WB-1002,USD,80\n{club.id},wb-1002,usd,75\n{club.id},{VARIANT},USD,11\n"
    )
    options = ["--resource", "price-records", *options, "--apply"]
    told = imported(text, *options)
    assert "0 changed price-records, 3 new" in told.stdout
    assert "ignored" not in told.stderr
    records = PriceRecord.objects.using(store.connect())
    assert {
        (key, item.sku): item.price
        for key in (trade.id, club.id)
        for item in records.filter(price_list_id=key).include("sku")
    } == {(trade.id, "WB-1002"): 80, (club.id, "WB-1002"): 75, (club.id, VARIANT): 11}
    assert "0 changes in 0 requests" in imported(text, *options).stdout
    told = imported(text.replace("usd,75", "usd,74"), *options).stdout
    assert "1 changed price-record, 0 new" in told


def test_records_of_a_price_list_that_is_not_there(store, imported):
    made = PriceList.objects.create(name="Trade")
    text = f"price_list_id,sku,currency,price\n9999,WB-1002,USD,8\n{made.id},GONE-1,USD,8\n"
    told = imported(text, "--resource", "price-records", "--apply", status=1).stderr
    assert "row 1: the store has no price list 9999" in told
    assert "row 2: the store sells nothing under the SKU 'GONE-1'" in told
    lacking = imported(
        "sku,currency,price\nWB-1002,USD,8\n", "--resource", "price-records", status=1
    )
    assert "no column for price_list_id" in lacking.stderr


def test_records_by_the_key_of_a_variant_as_before(store, imported):
    made = PriceList.objects.create(name="Trade")
    key = Product.objects.get(sku="WB-1002").base_variant_id
    text = f"price_list_id,variant_id,currency,price\n{made.id},{key},USD,8\n"
    told = imported(text, "--resource", "price-records", "--apply").stdout
    assert "1 new" in told


# stock


@pytest.fixture
def warehouse(store):
    """A second location, whose code the files name."""
    held = store.emulator.documents("v3/inventory/locations")
    return held[1]


def levels(store, location):
    rows = store.emulator.documents("v3/inventory/levels")
    return {row["variant_id"]: row["quantity"] for row in rows if row["location_id"] == location}


def test_stock_by_location(store, imported, warehouse, assert_requests):
    code = warehouse["code"].upper()
    text = (
        f"sku,location_code,quantity\nWB-1002,{code},5\n{VARIANT.lower()},{code},7\nGONE,{code},1\n"
    )
    before = levels(store, warehouse["id"])
    with assert_requests(reads=2, writes=1):
        told = imported(text, "--resource", "stock-levels", "--skip-missing", "--apply")
    assert "3 rows, 2 changed stock-levels, 0 new: 2 changes in 1 request" in told.stdout
    counted = levels(store, warehouse["id"]).items()
    assert sorted(level for _, level in counted - before.items()) == [5, 7]
    again = imported(text, "--resource", "stock-levels", "--skip-missing", "--apply").stdout
    assert "0 changes in 0 requests" in again


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sku,location_id,quantity\nWB-1002,99,5\n", "the store has no location 99"),
        ("sku,location,qty\nWB-1002,WH-9,5\n", "the store has no location 'WH-9'"),
        ("sku,quantity\nWB-1002,5\n", "it has neither location_code nor location_id"),
        ("sku,location_id,quantity\nGONE,1,5\n", "the store counts nothing of sku 'GONE'"),
        ("sku,location_id,quantity\nWB-1002,1,-5\n", "-5 is less than nothing"),
        ("sku,location_id,quantity\nWB-1002,1,few\n", "'few' is not a whole number"),
        ("sku,location_id,quantity\nWB-1002,1,\n", "it has no quantity"),
        ("sku,location_id,quantity\nWB-1002,1,1.000\n", "'1.000' is 1 or 1000"),
        ("sku,location_id,quantity\nWB-1002,1,5\nwb-1002,1,6\n", "it is the same row as row 1"),
        ("product_id,location_id,quantity\n80,1,5\n", "has several variants"),
        ("name,quantity\nx,5\n", "no column for sku or variant_id"),
    ],
)
def test_stock_that_cannot_be_taken(store, imported, text, told):
    found = imported(text, "--resource", "stock-levels", "--apply", status=1).stderr
    assert told in found
    assert {item.method for item in store.requests} <= {"GET"}


def test_stock_by_other_names_of_an_item(store, imported):
    text = "variant_id,product_id,location_id,quantity\n5,,1,3\n,81,1,4\n"
    told = imported(text, "--resource", "stock-levels", "--apply").stdout
    assert "2 changed stock-levels" in told
    assert variant(store, "WB-1002").inventory_level == 3


def test_more_levels_than_a_request_takes(store, imported, assert_requests):
    skus = [item.sku for item in ProductVariant.objects.only("sku")]
    places = [row["id"] for row in store.emulator.documents("v3/inventory/locations")]
    rows = [f"{sku},{place},{number}" for place in places for number, sku in enumerate(skus)]
    text = "\n".join(["sku,location_id,quantity", *rows]) + "\n"
    with assert_requests(writes=1):
        imported(text, "--resource", "stock-levels", "--apply")
    assert "0 changes in 0 requests" in imported(text, "--resource", "stock-levels").stdout


def test_what_cannot_be_listed_cannot_be_compared(run, store, tmp_path):
    path = tmp_path / "stock-adjustments.csv"
    path.write_text("sku,location_id,quantity\nWB-1002,1,1\n")
    assert "does not list stock-adjustments" in run("import", path, status=2).stderr


# long files


def long_list(emulator, rows, unknown):
    """A list of SKUs of products and variants, of which a part is not sold."""
    session = bcorm.connect("a", "t", api_url=emulator.url)
    sold = [item.sku for item in ProductVariant.objects.using(session).only("sku")]
    sold += [row["sku"] for row in emulator.documents("v3/catalog/products")]
    sold = list(dict.fromkeys(sold))
    gone = [f"GONE-{number}" for number in range(unknown)]
    return [*sold[: rows - unknown], *gone]


def test_2000_skus_of_which_some_are_not_sold(run, monkeypatch, tmp_path):
    with Emulator() as emulator:
        emulator.generate_products(1_000)
        for name, value in (("STORE_HASH", "a"), ("ACCESS_TOKEN", "t"), ("API_URL", emulator.url)):
            monkeypatch.setenv(f"BIGCOMMERCE_{name}", value)
        skus = long_list(emulator, 2_000, 100)
        assert len(skus) == len(set(skus)) > 1_000
        path, rejected = tmp_path / "erp.csv", tmp_path / "rejected.csv"
        path.write_text("sku,price\n" + "".join(f"{sku},3.25\n" for sku in skus))
        emulator.clear_requests()
        options = ["--resource", "prices", "--rejects", rejected]
        run("import", path, *options, "--skip-missing", "--apply")
        reads = [item for item in emulator.requests if item.method == "GET"]
        products = len(emulator.documents("v3/catalog/products"))
        assert len(reads) <= 1 + -(-products // 250)
        rows = table_of(rejected)
        assert [row["sku"] for row in rows] == skus[-100:]
        mended = rejected.read_text().replace("GONE-7,", f"{skus[0]},", 1).replace("3.25", "4")
        rejected.write_text(mended)
        emulator.clear_requests()
        again = tmp_path / "again.csv"
        run("import", rejected, *options[:-1], again, "--skip-missing", "--apply")
        assert [item.method for item in emulator.requests if item.method != "GET"] == ["PUT"]
        assert len(table_of(again)) == 99


FLAT = """
import resource, sys
from bcorm.cli import main
sys.argv = ["bcorm", *sys.argv[1:]]
try:
    main()
finally:
    sys.stderr.write(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}")
"""


def peak(emulator, path, state):
    done = subprocess.run(
        [sys.executable, "-c", FLAT, "import", str(path), "--resource", "prices", "--skip-missing"],
        capture_output=True, text=True, check=True,
        env={**os.environ, "BIGCOMMERCE_STORE_HASH": "a", "BIGCOMMERCE_ACCESS_TOKEN": "t",
             "BIGCOMMERCE_API_URL": emulator.url, "XDG_STATE_HOME": str(state)},
    )  # fmt: skip
    assert "0 changed prices" in done.stdout
    return int(done.stderr.rpartition("peak ")[2])


@pytest.mark.timeout(900)
def test_a_long_file_reads_the_store_once_in_little_memory(tmp_path):
    """A thousandth part of the file's rows changes nothing; the store is listed once."""
    full = os.environ.get("BCORM_SOAK") == "1"
    products, length = (40_000, 100_000) if full else (1_000, 8_000)
    with Emulator() as emulator:
        emulator.generate_products(products - 220)
        rows = emulator.documents("v3/catalog/products")
        lines = [f"{row['sku']},{row['price']}" for row in rows if row["sku"]]
        lines += [f"GONE-{number},1" for number in range(length - len(lines))]
        short, long = tmp_path / "short.csv", tmp_path / "long.csv"
        short.write_text("\n".join(["sku,price", *lines[:300]]) + "\n")
        long.write_text("\n".join(["sku,price", *lines]) + "\n")
        low = peak(emulator, short, tmp_path)
        emulator.clear_requests()
        high = peak(emulator, long, tmp_path)
        assert len(emulator.requests) == 1 + -(-products // 250)
        assert high - low < (120_000 if full else 40_000)
