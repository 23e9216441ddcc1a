from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from shared import SHARED, needs_shared

CATALOG = SHARED / "catalog/catalog.json"


def steps(text):
    """The rows of the last table: step, requests, and what one request per object would take."""
    rows = re.findall(
        r"^ +(\S.*?) {2,}(\d+) +(\d+) *$", text.split("What was sent")[1], re.MULTILINE
    )
    return {name: (int(used), int(naive)) for name, used, naive in rows}


def test_the_tour_says_what_each_step_took(run):
    output = run("demo").stdout
    taken = steps(output)
    assert taken["List"] == (1, 220)
    assert taken["Count"] == (1, 204)
    assert taken["Create a product with 300 variants"] == (1, 301)
    assert taken["Change prices"] == (7, 120)
    assert taken["Read back"] == (1, 60)
    *each, total = taken.values()
    assert total == tuple(sum(column) for column in zip(*each, strict=True))
    assert "60 of 60 prices are what was set" in output
    assert re.search(r"Behind 300 ms, 220 prices .* in \d+\.\d s:\s+23 requests", output)
    assert '[{"id": 77, "price": 50.39}' in output


def test_the_tour_is_the_same_twice_and_as_a_program(run):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "bcorm", "demo"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    differ = r"127\.0\.0\.1:\d+|in \d+\.\d s"
    first, second = (re.sub(differ, "...", text) for text in (run("demo").stdout, done.stdout))
    assert "together" in first
    assert first.splitlines()[3:] == second.splitlines()[3:]


@needs_shared("catalog/catalog.json")
def test_a_catalog_of_ones_own(run):
    output = run("demo", "--catalog", CATALOG).stdout
    assert steps(output) == {
        "Load catalog.json": (220, 2272),
        "Read it back": (3, 2272),
        "together": (223, 4544),
    }
    assert re.search(r"\d{4,} values compared, 0 are not as they went in", output)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"products": 3}',
        '{"products": [{}]}',
        '{"products": [1]}',
        "[" * 100_000,
        "1e9999",
    ],
)
def test_a_file_that_is_no_catalog(run, tmp_path, content):
    path = tmp_path / "catalog.json"
    path.write_text(content)
    result = run("demo", "--catalog", path, status=1)
    assert result.stderr.startswith(f"Error: {path}")
    assert "Traceback" not in result.output


def test_a_catalog_with_what_no_store_takes_as_it_is(run, tmp_path):
    product = {
        "name": "Mug", "sku": "MUG", "description": "", "weight": 1, "price": 2.5, "brand": "Kiln",
        "categories": ["Kitchen"], "images": [], "custom_fields": [], "url_key": "", "variants": [],
        "source": "here",
    }  # fmt: skip
    path = tmp_path / "catalog.json"
    path.write_text(json.dumps({"products": [product, {**product, "name": "mug"}]}))
    output = run("demo", "--catalog", path).stdout
    assert "the SKU 'MUG' is there already: loaded as 'MUG-2'" in output
    assert "the name 'mug' is there already: loaded as 'mug (MUG-2)'" in output
    assert " 0 are not as they went in" in output
