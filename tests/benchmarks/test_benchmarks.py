"""The benchmarks run, and all contenders do the same work: their figures can be compared."""

from __future__ import annotations

import re

import pytest

from benchmarks import contenders, growth, measure, values, width
from benchmarks.chart import draw
from benchmarks.run import promises, show


@pytest.fixture(autouse=True)
def each_once(monkeypatch):
    """What is measured several times is measured once: nobody looks at the figures."""
    monkeypatch.setattr(measure, "REPEATS", 1)
    monkeypatch.setattr(values, "TURNS", 1)
    monkeypatch.setattr(width, "TURNS", 1)
    monkeypatch.setattr(growth, "TURNS", 1)
    monkeypatch.setattr(growth, "MOST_TURNS", 1)


@pytest.fixture
def stocked(empty_emulator, monkeypatch):
    """A store of 20 products in pages of 10, with a brand, and images for some of them."""
    monkeypatch.setattr(contenders, "PAGE", 10)
    monkeypatch.setattr(measure, "PAGE", 20)
    empty_emulator.generate_products(20)
    brand = empty_emulator.put_document("v3/catalog/brands", {"name": "One"})["id"]
    for number, item in enumerate(empty_emulator.documents("v3/catalog/products")):
        path = "v3/catalog/products"
        empty_emulator.put_document(path, {"id": item["id"], "brand_id": brand, "price": 10})
        if number < 5:
            image = {"image_url": "https://example.com/a.jpg", "is_thumbnail": True}
            empty_emulator.put_document(f"{path}/{item['id']}/images", image)
    return empty_emulator


@pytest.mark.parametrize("contender", contenders.CONTENDERS, ids=lambda each: each.name)
def test_contenders_do_the_same(stocked, contender):
    made = contender(stocked.url)
    assert len(made.list()) == made.iterate() == 20
    measured = measure.run(lambda: made.reprice(20, 150))
    assert {item["price"] for item in stocked.documents("v3/catalog/products")} == {11.5}
    assert measured.requests == {"bcorm": 1 + 2, "bigcommerce 0.23.4": 2 + 20}.get(made.name, 4)
    assert measured.sent > 0
    seen = []
    touched = measure.run(lambda: seen.append(made.touch(20)))
    assert seen[0] >= 20 + 5
    assert touched.requests <= 2 + 4 * 20
    assert measure.run(lambda: made.get([1, 2] * 3)).requests == (2 if made.name == "bcorm" else 6)


def test_hydration_sends_nothing(stocked):
    v3 = measure.pages(stocked.url, "v3/catalog/products", 1, by_key=True)
    v2 = measure.pages(stocked.url, "v2/products", 1, by_key=False)
    stocked.clear_requests()
    seconds = measure.hydration(v3, v2)
    assert stocked.requests == []
    assert all(0 < each < 60 for each in seconds.values())


def test_growth_is_measured_without_a_store():
    assert measure.growth(10).keys() == {"deletes", "new children"}


def test_the_table_and_the_chart(tmp_path, capsys):
    one = measure.Measured(requests=4, sent=10, received=20, seconds=0.5)
    rows = [
        (title, {each.name: one for each in contenders.CONTENDERS})
        for title in ("list", "reprice 1,000 of them", "touch", "get")
    ]
    hydrated = {"bcorm": 2.0, "json.loads": 1.0}
    grown = {"deletes": 2.0, "new children": 1.0}
    kept = promises(rows, {"bcorm": 2**20}, hydrated, grown, 0.021)
    assert [row[-1] for row in kept] == ["kept"] * 5 + [
        "MISSED",
        "kept",
        "MISSED",
        "MISSED",
        "kept",
    ]
    show("Promises", ["", "measured", "at most", ""], kept)
    assert re.search(r"hydrate.* 2 +1\.2 +MISSED", capsys.readouterr().out)
    draw(rows, hydrated, tmp_path / "chart.svg")
    assert (tmp_path / "chart.svg").read_text(encoding="utf-8").lstrip().startswith("<?xml")


def test_values_are_those_that_pydantic_reads(stocked, capsys):
    bodies = measure.pages(stocked.url, "v3/catalog/products", 1, by_key=True)
    ratios = values.table(bodies)
    assert ratios["pydantic, ten fields"] == 1
    told = capsys.readouterr().out
    assert all(name in told for name in ratios)
    took, most = measure.planning(bodies)
    assert min(took, most) > 0


def test_waiting_and_growing_are_measured():
    found = width.table(300, 1, 8)
    assert {name for name, _ in found} == {"list", "to_parquet", "reprice", "touch"}
    assert all(one.requests >= one.fewest > 0 for one in found.values())
    slopes = growth.table(16, "read", "commit")
    kinds = ["read", "commit", "commit, journal"]
    assert slopes.keys() == {*kinds, *(f"{kind}, steps" for kind in kinds)}


def test_steps_tell_what_grows_faster_than_its_work():
    seen = [0] * 100
    once = growth.counted(lambda: [item for item in seen if item])
    assert growth.counted(lambda: [item for item in seen * 4 if item]) > 3 * once
