"""Files that were made to fill a memory, to take for ever, or to name what is no resource."""

from __future__ import annotations

import io
import sys
import zipfile
import zlib

import openpyxl
import pyarrow.parquet
import pytest

from bcorm.cli import sources

SPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEAD = (
    b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>sku</t></is></c>'
    b'<c r="B1" t="inlineStr"><is><t>price</t></is></c></row>'
)
LAST = (
    b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>WB-1002</t></is></c>'
    b'<c r="B%d"><v>1.5</v></c></row></sheetData>'
)


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Bounds that a test can exceed: the real ones are some ten megabytes."""
    bounds = {"_SMALL": 1 << 16, "_LARGEST_CELL": 1 << 14, "_LONGEST_ROW": 1 << 15}
    bounds |= {"_LARGEST_PART": 1 << 17, "_LARGEST_BOOK": 1 << 18, "_MOST_CELLS": 40_000}
    for name, value in bounds.items():
        assert getattr(sources, name) > value
        monkeypatch.setattr(sources, name, value)


def packed(head, block):
    """Half a megabyte in less than one kilobyte."""
    packer = zlib.compressobj(9, wbits=31)
    body = block * (2**19 // len(block))
    return packer.compress(head) + packer.compress(body) + packer.flush()


def book_of(sheet, **parts):
    """A workbook whose sheet is as it is said here, and other parts besides."""
    plain, out = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(plain)
    with zipfile.ZipFile(plain) as held, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in held.namelist():
            if not name.endswith(("sheet1.xml", "sharedStrings.xml")):
                made.writestr(name, held.read(name))
        if sheet:
            made.writestr(
                "xl/worksheets/sheet1.xml", b"<worksheet %s>%s</worksheet>" % (SPACE, sheet)
            )
        made.writestr("xl/sharedStrings.xml", b"<sst %s/>" % SPACE)
        for name, content in parts.items():
            made.writestr(f"xl/{name}", content)
    return out.getvalue()


def wide(rows):
    cells = b"".join(
        b'<row r="%d"><c r="XFD%d"><v/></c></row>' % (row, row) for row in range(2, rows)
    )
    return HEAD + cells + LAST % ((rows,) * 3)


def parquet(**metadata):
    table = pyarrow.table({"sku": ["WB-1002"], "price": [1.5]}).replace_schema_metadata(metadata)
    out = io.BytesIO()
    pyarrow.parquet.write_table(table, out)
    return out.getvalue()


@pytest.fixture
def imported(run, tmp_path):
    """Plan the import of a file."""

    def imported(name, content, status=0):
        path = tmp_path / name
        path.write_bytes(content)
        return run("import", path, "--resource", "prices", status=status)

    return imported


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv.gz", packed(b"sku,price\nx,", b"1"), "a row is longer than 32,768"),
        ("lines.csv.gz", packed(b"sku,price\n", b"\n"), "200 times its size"),
        ("a.jsonl.gz", packed(b'{"sku": "', b"x"), "line 1 is longer than 32,768"),
        ("a.parquet.gz", packed(b"PAR1", b"\0"), "200 times its size"),
        ("a.xlsx.gz", packed(b"PK", b"\0"), "200 times its size"),
        ("cell.csv", b"sku,price\nx," + b"1" * 20_000, "field larger than field limit"),
        ("line.csv", b"sku,price\nx" + b"," * 40_000, "a row is longer than 32,768"),
        ("names.csv", b"sku,price" + b"," * 40_000, "a row is longer than 32,768"),
        ("lines.csv", b"sku,price\n" + b'"x\n",' * 9_000, "a row is longer than 32,768"),
        ("a.jsonl", b'{"sku": "' + b"x" * 40_000, "line 1 is longer than 32,768"),
        ("far.xlsx", book_of(HEAD + LAST % ((2**40,) * 3)), "more cells than can be looked at"),
        ("wide.xlsx", book_of(wide(9)), "more cells than can be looked at"),
        ("part.xlsx", book_of(HEAD, **{"media/image.png": bytes(2**17 + 1)}), "unpacks to more"),
        ("book.xlsx", book_of(HEAD + b" " * 2**18), "unpacks to more"),
        ("cut.xlsx", book_of(HEAD + b"<row><c><v>"), "is no workbook"),
        (
            "a.parquet",
            parquet(pandas='{"index_columns": [{"kind": "range", "name": "n", "start": "a"}]}'),
            "what pandas says of the index is damaged",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value[-4:] != "size" else "",
)  # fmt: skip
def test_what_no_file_of_rows_is_ends_in_a_word(store, imported, name, content, told):
    assert told in imported(name, content, status=1).stderr


def test_entities_of_a_workbook_are_not_expanded(store, imported):
    entities = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    head = b'<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY l0 "lol">%s]>' % entities
    sheet = (
        b'%s<worksheet %s><sheetData><row r="1"><c><v>&l9;</v></c></row></sheetData></worksheet>'
    )
    book = book_of(b"", **{"worksheets/sheet1.xml": sheet % (head, SPACE)})
    assert "is no workbook" in imported("prices.xlsx", book, status=1).stderr


def test_a_sheet_is_as_large_as_its_cells_are(store, imported):
    """It says that it has seventeen thousand million cells, and its last row is far down."""
    sheet = b'<dimension ref="A1:XFD1048576"/>' + HEAD + LAST % ((9_000,) * 3)
    assert "1 changed price" in imported("prices.xlsx", book_of(sheet)).output


@pytest.mark.parametrize(
    "metadata",
    [
        {"pandas": "[1]"},
        {"pandas": '{"index_columns": 3}'},
        {"pandas": '{"index_columns": [{"kind": "range", "name": "n", "start": 0, "step": 1}]}'},
        {"PANDAS_ATTRS": "[]"},
        {"PANDAS_ATTRS": '{"bcorm_resource": ["os", "system"]}'},
        {"PANDAS_ATTRS": '{"bcorm_resource": "evilmod:X"}'},
    ],
    ids=str,
)
def test_what_a_parquet_file_says_of_itself_names_no_code(store, imported, metadata):
    assert "1 changed price" in imported("prices.parquet", parquet(**metadata)).output
    assert "evilmod" not in sys.modules
