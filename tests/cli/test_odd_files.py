"""Files that are not as they should be: what they say is taken, or nothing of it is."""

from __future__ import annotations

import gzip
import io
from datetime import date

import openpyxl
import pytest

HEAD = "sku,price\n"
ROW = "sku,price\nWB-1002,5\n"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(text):
    return f"sku;price\nWB-1002;{text}\n"


def json_line(price):
    return f'{{"sku":"WB-1002","price":{price}}}\n'


TAKEN = {
    "blank lines": ("p.csv", "\n \nsku,price\n\nWB-1002,5\n\n", 5),
    "old line ends": ("p.csv", ROW.replace("\n", "\r"), 5),
    "spaces around all": ("p.csv", " sku , price \n WB-1002 , 5 \n", 5),
    "hard spaces": ("p.csv", cell("\u00a05\u00a0"), 5),
    "narrow thousands": ("p.csv", cell("1\u202f234,50"), 1234.5),
    "Swiss thousands": ("p.csv", cell("1'234.50"), 1234.5),
    "a currency before": ("p.csv", cell("€ 5,50"), 5.5),
    "a currency behind": ("p.csv", cell("5,50 €"), 5.5),
    "a currency's code": ("p.csv", cell("CHF 5.50"), 5.5),
    "a sign": ("p.csv", cell("+5"), 5),
    "no whole part": ("p.csv", cell(".5"), 0.5),
    "no fraction": ("p.csv", cell("5."), 5),
    "an exponent": ("p.csv", cell("1e3"), 1000),
    "many digits": ("p.csv", cell("5.123456789"), 5.123456789),
    "UTF-16, big end first": ("p.csv", ("\ufeff" + ROW).encode("utf-16-be"), 5),
    "UTF-32": ("p.csv", ROW.encode("utf-32"), 5),
    "packed without saying so": ("p.csv", gzip.compress(ROW.encode()), 5),
    "not packed, but says so": ("p.csv.gz", ROW, 5),
    "a blank row over a table": (
        "p.xlsx", workbook([], [None, None], ["sku", "price"], ["WB-1002", 5]), 5,
    ),
    "a fraction's noise": (
        "p.xlsx", workbook(["sku", "price"], ["WB-1002", 19.999999999999996]), 20,
    ),
    "half a letter elsewhere": ("p.jsonl", '{"sku":"WB-1002","price":5,"upc":"\\ud800"}', 5),
}  # fmt: skip

NO_NUMBER = "is not a Decimal"
RAGGED = "has not as many cells as there are columns"
REFUSED = {
    "nothing": ("p.csv", "", "it is empty"),
    "a mark and nothing": ("p.csv", b"\xef\xbb\xbf", "it is empty"),
    "a workbook of nothing": ("p.xlsx", workbook(), "it is empty"),
    "a zero byte": ("p.csv", cell("5\0"), "it is no UTF-8 text"),
    "a cell too many": ("p.csv", f"{HEAD}WB-1002,5,6\n", RAGGED),
    "a cell too few": ("p.csv", f"{HEAD}WB-1002\n", RAGGED),
    "a comment over a table": ("p.csv", f"# by hand\n{ROW}", "the first row: '# by hand'"),
    "a title over a table": (
        "p.xlsx", workbook(["Prices 2024"], [], ["sku", "price"]), "the first row: 'Prices 2024'",
    ),
    "two separators": ("p.csv", "sku;price\nWB-1002,5\n", RAGGED),
    "columns by spaces": ("p.txt", "SKU     PRICE\nWB-1002  5.00\n", "no column for sku"),
    "two equal columns": ("p.csv", "sku,price,price\nWB-1002,5,6\n", "two columns called 'price'"),
    "two columns of a field": ("p.csv", "sku,price,Price\nWB-1002,5,6\n", "are both for price"),
    "a quote without end": ("p.csv", f'{HEAD}WB-1002,"5\nSS-1003,6\n', "unexpected end"),
    "a quote inside": ("p.csv", f'{HEAD}WB-1002,5"\n', NO_NUMBER),
    "no header": ("p.csv", "WB-1002,5\nSS-1003,6\n", "no column for sku"),
    "no prices": ("p.csv", "sku\nWB-1002\n", "no column for price"),
    "a total below": ("p.csv", f"{ROW}Total,5\n", "sells nothing under the SKU 'Total'"),
    "part of a number": ("p.csv", cell("5%"), NO_NUMBER),
    "less than nothing": ("p.csv", cell("-5"), "of at least 0"),
    "an accountant's minus": ("p.csv", cell("(5.00)"), NO_NUMBER),
    "a typographer's minus": ("p.csv", cell("\N{MINUS SIGN}5"), NO_NUMBER),
    "a dash": ("p.csv", cell("-"), NO_NUMBER),
    "a word for nothing": ("p.csv", cell("N/A"), NO_NUMBER),
    "no number": ("p.csv", cell("NaN"), NO_NUMBER),
    "no end": ("p.csv", cell("inf"), NO_NUMBER),
    "other digits": ("p.csv", cell("\N{ARABIC-INDIC DIGIT FIVE}"), NO_NUMBER),
    "wide digits": ("p.csv", cell("\N{FULLWIDTH DIGIT FIVE}"), NO_NUMBER),
    "a small digit": ("p.csv", cell("5\N{SUPERSCRIPT TWO}"), NO_NUMBER),
    "a program's thousands": ("p.csv", cell("1_000"), NO_NUMBER),
    "a program's number": ("p.csv", cell("0x10"), NO_NUMBER),
    "Indian thousands": ("p.csv", cell("1,23,456.50"), NO_NUMBER),
    "two points": ("p.csv", cell("1.2.3"), NO_NUMBER),
    "a formula": ("p.csv", cell("=1+1"), NO_NUMBER),
    "a formula's error": ("p.csv", cell("#REF!"), NO_NUMBER),
    "a day for a price": ("p.csv", cell("05.06.2024"), NO_NUMBER),
    "a day for a SKU": ("p.csv", f"{HEAD}Mar-01,5\n", "under the SKU 'Mar-01'"),
    "a number for a SKU": ("p.csv", f"{HEAD}1E+11,5\n", "under the SKU '1E+11'"),
    "no SKU": ("p.csv", f"{HEAD},5\n", "it has no sku"),
    "the same row": ("p.csv", f"{ROW}WB-1002,5\n", "it is the same row as row 1"),
    "the same row in small": ("p.csv", f"{ROW}wb-1002,6\n", "it is the same row as row 1"),
    "more than money": ("p.csv", cell("9" * 40), "422"),
    "a page of the web": ("p.csv", "<html><table><tr><td>sku</td></tr></table>", "no column for"),
    "an old workbook": ("p.xlsx", OLD_WORKBOOK, "it is no workbook"),
    "a workbook called text": ("p.csv", workbook(["sku"], ["WB-1002"]), "it is no UTF-8 text"),
    "a page to print": ("p.csv", b"%PDF-1.4\n%\xe2\xe3", "is no UTF-8"),
    "UTF-16 without its mark": ("p.csv", ROW.encode("utf-16-le"), "--encoding utf-16-le"),
    "half of a packed file": ("p.csv.gz", gzip.compress(ROW.encode())[:-6], "ended before"),
    "an unsaved formula": (
        "p.xlsx", workbook(["sku", "price"], ["WB-1002", "=2+3"]), "whose value was not saved",
    ),
    "a day in a workbook": (
        "p.xlsx", workbook(["sku", "price"], ["WB-1002", date(2024, 5, 6)]), NO_NUMBER,
    ),
    "yes for a price": ("p.xlsx", workbook(["sku", "price"], ["WB-1002", True]), NO_NUMBER),
    "no number in JSON": ("p.jsonl", json_line("NaN"), "NaN is not a JSON number"),
    "a name twice": ("p.jsonl", json_line('4,"price":5'), "line 1 has 'price' twice"),
    "a list in JSON": ("p.jsonl", '["WB-1002",5]', "line 1 is no object"),
    "an object for a price": ("p.jsonl", json_line('{"a":1}'), "expected a Decimal"),
    "yes in JSON": ("p.jsonl", json_line("true"), "expected a Decimal"),
    "half a line": ("p.jsonl", json_line(5) + '{"sku":', "line 2 is no JSON"),
    "no Parquet": ("p.parquet", b"PAR1xxxxPAR1", "cannot be read"),
    "all of JSON": ("p.json", '[{"sku":"WB-1002","price":5}]', "the name must end in"),
    "no name's end": ("prices", ROW, "the name must end in"),
}  # fmt: skip


def _prices(store):
    return {row["sku"]: row["price"] for row in store.emulator.documents("v3/catalog/products")}


@pytest.fixture
def path_of(tmp_path):
    def path_of(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return path_of


@pytest.mark.parametrize("case", TAKEN)
def test_what_a_file_says_is_taken(store, run, path_of, case):
    name, content, price = TAKEN[case]
    before = _prices(store)
    run("import", path_of(name, content), "--resource", "prices", "--apply")
    assert _prices(store) == {**before, "WB-1002": price}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_meant_is_refused(store, run, path_of, case):
    name, content, told = REFUSED[case]
    before = _prices(store)
    path = path_of(name, content)
    status = 2 if told == "the name must end in" else 1
    found = run("import", path, "--resource", "prices", "--apply", status=status)
    assert told in found.output
    assert "Traceback" not in found.output
    assert _prices(store) == before
