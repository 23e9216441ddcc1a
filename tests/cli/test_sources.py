"""Files however they were written: what they say is read, or the reason why not is told."""

from __future__ import annotations

import gzip
import io
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from bcorm import Product
from bcorm.cli.numbers import Notation, TwoReadings

PRICE = "sku;price\nWB-1002;19,99\nFBM-1000;1.234,50\n"


LINES = b'{"sku": "WB-1002", "price": 19.99}\n{"sku": "FBM-1000", "price": "1234.50"}'
ROWS = (["WB-1002", 19.99], ["FBM-1000", 1234.5])


def named(value):
    """Name a case by its texts: the bytes of a workbook are others every time."""
    return value if isinstance(value, str) else ""


def workbook(*rows, title="Prices", second=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    if second is not None:
        other = book.create_sheet(second[0])
        for row in second[1:]:
            other.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def imported(run, tmp_path):
    """Write a file, and import it."""

    def imported(content, *options, name="products.csv", status=0):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return run("import", path, *options, status=status)

    return imported


def price_of(store, sku="WB-1002"):
    return Product.objects.using(store.connect()).get(sku=sku).price


@pytest.mark.parametrize(
    ("content", "name", "options"),
    [
        (PRICE.encode(), "p.csv", []),
        (PRICE.encode("utf-8-sig"), "p.csv", []),
        (PRICE.encode("utf-16"), "p.csv", []),
        (b"\xfe\xff" + PRICE.encode("utf-16-be"), "p.csv", []),
        (PRICE.encode("utf-32"), "p.csv", []),
        (PRICE.encode("utf-16-le"), "p.csv", ["--encoding", "utf-16-le"]),
        (PRICE.replace(";", "\t").encode(), "p.tsv", []),
        (PRICE.replace(";", "\t").encode(), "p.txt", []),
        (PRICE.replace(";", "|").encode(), "p.csv", []),
        (PRICE.replace(";", "^").encode(), "p.csv", ["--separator", "^"]),
        (("sep=;\r\n" + PRICE).encode(), "p.csv", []),
        (('"sep=;"\n' + PRICE).encode("utf-8-sig"), "p.csv", []),
        (gzip.compress(PRICE.encode(), mtime=0), "p.csv.gz", []),
        (gzip.compress(PRICE.encode(), mtime=0), "p.csv", []),
        (PRICE.encode(), "p.dat", ["--format", "csv"]),
        (PRICE.replace("sku;price", " SKU ;PRICE").encode(), "p.csv", []),
        (PRICE.replace("\n", ";\n").encode(), "p.csv", []),
        ((PRICE + ";\n\n;\n").encode(), "p.csv", []),
        (PRICE.replace("9,99", "9,99 €").replace("1.234", "EUR 1 234").encode(), "p.csv", []),
        (LINES, "p.ndjson", []),
        (workbook(["SKU", "Price"], ["WB-1002", 19.99], ["FBM-1000", 1234.5]), "p.xlsx", []),
        (workbook(["SKU", "Price"], ["WB-1002", "19,99"], ["FBM-1000", "1.234,50"]), "p.xlsx", []),
        (
            workbook(["x"], ["y"], second=("Two", ["sku", "price"], *ROWS)),
            "p.xlsx", ["--sheet", "Two"],
        ),
    ],
    ids=named,
)  # fmt: skip
def test_a_price_list_however_it_is_written(store, imported, content, name, options):
    imported(content, "--resource", "products", "--by", "sku", *options, "--apply", name=name)
    assert price_of(store) == Decimal("19.99")
    assert price_of(store, "FBM-1000") == Decimal("1234.50")


def test_standard_input(store, run):
    run("import", "-", "--format", "csv", "--resource", "prices", "--apply", text=PRICE)
    assert price_of(store) == Decimal("19.99")
    told = run("import", "-", "--resource", "prices", status=2, text=PRICE).stderr
    assert "--format csv" in told


@pytest.mark.parametrize(
    ("content", "name", "options", "told"),
    [
        ("sku;price\nWB-1002;Öl\n".encode("cp1252"), "p.csv", [], "--encoding cp1252"),
        (PRICE.encode("utf-16-le"), "p.csv", [], "--encoding utf-16-le"),
        (PRICE.encode(), "p.csv", ["--encoding", "klingon"], "unknown encoding: klingon"),
        (PRICE.encode(), "p.csv", ["--encoding", "utf-16"], "cannot be read"),
        (b"\x81\x8d", "p.csv", ["--encoding", "cp1252"], "cannot be read"),
        (gzip.compress(PRICE.encode(), mtime=0)[:-9], "p.csv.gz", [], "cannot be read"),
        (b"\x1f\x8bnothing", "p.csv.gz", [], "cannot be read"),
        (b"", "p.xlsx", [], "cannot be read"),
        (b"PK\x03\x04 and no more", "p.xlsx", [], "cannot be read"),
        (PRICE.encode(), "p.xlsx", [], "cannot be read"),
        (workbook(["sku", "price"], ["WB-1002", "=1+1"]), "p.xlsx", [], "value was not saved"),
        (workbook(["x"], ["y"], second=("Two", ["z"])), "p.xlsx", [], "Prices, Two"),
        (workbook(["x"]), "p.xlsx", ["--sheet", "No"], "no sheet 'No': Prices"),
        (b"sku,price\nWB-1002,1\x00,2\n", "p.csv", [], "cannot be read"),
        (b'sku,price\n"WB-1002,1\n', "p.csv", [], "cannot be read"),
        (b"sku,price\nWB-1002,1,2\n", "p.csv", [], "not as many cells"),
        (b"sku,price,\nWB-1002,1,2\n", "p.csv", [], "not as many cells"),
        (b"sku,price\nWB-1002\n", "p.csv", [], "not as many cells"),
        (b"sku,sku\n1,2\n", "p.csv", [], "two columns called 'sku'"),
        (b"sku,SKU,price\n1,2,3\n", "p.csv", [], "are both for sku"),
        (b"a,b\n1,2\n", "p.csv", [], "no column for sku"),
        (b"sku,name\n1,2\n", "p.csv", [], "no column for price or sale_price"),
        (b"[1, 2]\n", "p.jsonl", [], "is no object"),
        (b"\xff\xfe\x00", "p.jsonl", [], "is no JSON"),
        (b'{"sku": ' + b"[" * 100_000, "p.jsonl", [], "is no JSON: nested too deeply"),
        (b'{"sku": 1e999999999}', "p.jsonl", [], "is no JSON: a number is out of range"),
        (b"PAR1", "p.parquet", [], "cannot be read"),
    ],
    ids=named,
)  # fmt: skip
def test_a_file_that_cannot_be_read(  # noqa: PLR0917 - what is read, and what is told of it
    store, imported, content, name, options, told
):
    result = imported(content, "--resource", "prices", *options, "--apply", name=name, status=1)
    assert told in result.stderr
    assert {item.method for item in store.requests} <= {"GET"}


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("1.234", "'1.234' is 1.234 or 1234"),
        ("1,234", "'1,234' is 1234 or 1.234"),
        ("12.3.4", "is not a Decimal"),
        ("1,23,4", "is not a Decimal"),
        ("1 2 3 x", "is not a Decimal"),
        ("#REF!", "is not a Decimal"),
        ("(5.00)", "is not a Decimal"),
        ("1e999999999", "is not a Decimal"),
        ("12 %", "is not a Decimal"),
        ("-", "is not a Decimal"),
        ("0x10", "is not a Decimal"),
        ("١٢", "is not a Decimal"),
        ("-5", "price"),
    ],
)
def test_a_number_that_is_none_or_two_is_refused(store, imported, cell, told):
    content = f'sku,price\nWB-1002,"{cell}"\n'
    assert told in imported(content, "--resource", "prices", "--apply", status=1).stderr
    assert {item.method for item in store.requests} <= {"GET"}


@pytest.mark.parametrize(
    ("other", "options", "price"),
    [
        ("19,99", [], "1234"),
        ("19.99", [], "1.234"),
        ("1.234.567,5", [], "1234"),
        ("5", ["--decimal", ","], "1234"),
        ("5", ["--decimal", "."], "1.234"),
    ],
)
def test_other_numbers_and_the_option_decide(store, imported, other, options, price):
    content = f"sku;price\nFBM-1000;{other}\nWB-1002;1.234\n"
    imported(content, "--resource", "prices", *options, "--apply")
    assert price_of(store) == Decimal(price)


def test_a_number_that_could_be_two_and_is_what_the_store_has(store, imported):
    """An export of one's own, of which no other number decides."""
    store.emulator.put_document("v3/catalog/products", {"id": 79, "price": 1.234})
    told = imported("sku,price\nWB-1002,1.234\n", "--resource", "prices").stdout
    assert "0 changes in 0 requests" in told


@pytest.mark.parametrize(
    ("text", "reading"),
    [("$56.99", "56.99"), ("1,234.50", "1234.50"), ("1'234.50", "1234.50"),
     ("1\u202f234,5", "1234.5"), ("5.", "5"), (".5", "0.5"),
     ("1.234.567", "1234567"), ("+3", "3"), ("15.00 USD", "15")],
)  # fmt: skip
def test_numbers_as_people_write_them(text, reading):
    assert Notation().number(text) == Decimal(reading)


@pytest.mark.parametrize("text", ["1.234", "1,000", "999.999", "-1.000"])
def test_numbers_that_could_be_two(text):
    found = Notation().number(text)
    assert isinstance(found, TwoReadings)
    assert {Notation(".").number(text), Notation(",").number(text)} == set(found.readings)


@pytest.mark.parametrize(
    ("said", "visible"),
    [("Y", True), ("n", False), ("WAHR", True), ("off", False), ("FAUX", False)],
)  # fmt: skip
def test_what_is_true(store, imported, said, visible):
    imported(f"id,is_visible\n79,{said}\n", "--apply")
    assert Product.objects.using(store.connect()).get(id=79).is_visible is visible


@pytest.mark.parametrize("cell", ["24;25", "24|25", '"24,25"', '" 24 ; 25 "', '"[24, 25]"'])
def test_lists_without_brackets(store, imported, cell):
    imported(f"id,categories\n79,{cell}\n", "--apply")
    assert Product.objects.using(store.connect()).get(id=79).categories == [24, 25]


def test_apostrophes_of_spreadsheets(store, imported):
    imported("id,upc,name\n79,'000000012345,'=SUM\n", "--apply")
    product = Product.objects.using(store.connect()).get(id=79)
    assert (product.upc, product.name) == ("000000012345", "=SUM")
    store.emulator.put_document("v3/catalog/products", {"id": 79, "name": "'=SUM"})
    assert "0 changes" in imported("id,name\n79,'=SUM\n").stdout


def test_what_a_spreadsheet_has_made_of_a_long_number_is_refused(store, imported):
    store.emulator.put_document("v3/catalog/products", {"id": 79, "upc": "000000012345"})
    told = imported("id,upc,price\n79,12345,5\n", "--apply", status=1).stderr
    assert "'12345' is what a spreadsheet makes of '000000012345'" in told
    told = imported("id,upc,price\n79,4.00638E+12,5\n", "--apply", status=1).stderr
    assert "its digits are lost" in told
    assert {item.method for item in store.requests} <= {"GET"}
    imported("id,upc,price\n79,12345,5\n", "--fields", "price", "--apply")
    product = Product.objects.using(store.connect()).get(id=79)
    assert (product.upc, product.price) == ("000000012345", 5)


def test_cells_of_a_workbook_are_what_they_show(store, imported):
    rows = [
        ["id", "price", "upc", "is_visible", "preorder_release_date", "weight"],
        [79, 0.1 + 0.2, 4006381333931, True, datetime(2030, 1, 1), 3],  # noqa: DTZ001 - as workbooks have them
    ]  # fmt: skip
    imported(workbook(*rows), "--apply", name="products.xlsx")
    product = Product.objects.using(store.connect()).get(id=79)
    assert (product.price, product.upc, product.is_visible) == (
        Decimal("0.3"),
        "4006381333931",
        True,
    )
    assert (product.preorder_release_date.year, product.weight) == (2030, 3)
