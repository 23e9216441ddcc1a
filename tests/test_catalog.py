"""A real catalog goes into an empty store through the session, and comes back equal."""

from __future__ import annotations

import copy

import pytest
from shared import SHARED, needs_shared

from bcorm import Product, TreeCategory, connect
from bcorm.cli import catalog
from bcorm.emulator import Emulator
from bcorm.session import Session

pytestmark = needs_shared("catalog/catalog.json")


@pytest.fixture(scope="module")
def entries():
    return catalog.read(SHARED / "catalog/catalog.json")


@pytest.fixture(scope="module")
def loading(entries):
    """The catalog in a store: the emulator, the session that loaded it, what it reports."""
    with Emulator(empty=True) as emulator:
        session = connect("catalog", "token", api_url=emulator.url)
        yield emulator, session, catalog.load(session, entries)


def test_everything_is_taken(loading):
    _, _, loaded = loading
    assert (loaded.products, loaded.variants, loaded.brands) == (211, 1966, 18)
    assert (loaded.notes, loaded.refused) == ([], [])


def test_one_request_per_product_and_per_level_of_categories(loading, entries):
    emulator, _, loaded = loading
    depth = max(len(path) for path in catalog.category_paths(entries))
    assert loaded.requests == 1 + depth + len(entries)
    written = [item for item in emulator.requests if item.method != "GET"]
    assert len(written) == depth + len(entries)


def test_paths_become_a_tree(loading, entries):
    _, session, _ = loading
    paths = {path for entry in entries for path in entry["categories"]}
    assert len(paths) == 51
    with Session(session.client):
        held = list(TreeCategory.objects.all())
        roots = {item.name for item in held if item.parent is None}
    assert roots == {path.split("/")[0] for path in paths}


def test_every_value_comes_back(loading, entries):
    _, session, _ = loading
    fresh = Session(session.client)
    result = catalog.compare(fresh, entries)
    assert result.differences == []
    assert result.values > 4 * 1966
    assert fresh.stats.requests == 3


def test_the_comparison_sees_a_single_changed_value(loading, entries):
    _, session, _ = loading
    changed = copy.deepcopy(entries)
    changed[3]["variants"][0]["inventory_level"] += 1
    changed[4]["custom_fields"].pop()
    changed[5]["categories"] = changed[5]["categories"][1:]
    changed[200]["price"] += 1
    changed[201]["brand"] = "nobody"
    result = catalog.compare(Session(session.client), changed)
    about = [line.split(":")[0] for line in result.differences]
    assert about == [
        "brands",
        f"{changed[3]['variants'][0]['sku']}.inventory_level",
        f"{changed[4]['sku']}.custom_fields",
        f"{changed[5]['sku']}.categories",
        f"{changed[200]['sku']}.price",
        f"{changed[201]['sku']}.brand",
    ]


def test_what_the_store_refuses_is_reported_with_its_reason(loading, entries):
    """Loading a product a second time: the store has its name."""
    _, session, _ = loading
    with Session(session.client) as fresh:
        again = catalog.load(fresh, [{**entries[0], "categories": []}])
        fresh.expunge_all()
    assert again.products == 0
    (failure,) = again.refused
    assert failure.object.name == entries[0]["name"]
    assert Product.objects.using(Session(session.client)).count() == len(entries)
