"""Rows that an order does not tell apart: they come by key, whichever way is asked.

And rows that several lists tell of: they come once, and are counted once.
"""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bcorm import Category, Product
from bcorm.model.reading import Reader, query_of
from bcorm.model.resource import Resource
from bcorm.query.fetching import Fetched
from bcorm.query.parameters import Condition


class Note(Resource, path="v3/shelves/{shelf_id}/notes", sort="id", filters={"id": "exact"}):
    """A row whose key is its own below its parent only."""

    id: int
    rank: int


@pytest.fixture
def products(empty_session, empty_emulator):
    """Twelve products of three brands and two weights; the lists of brands cross their keys."""
    empty_emulator.generate_products(12)
    for number in range(2):
        empty_emulator.put_document("v3/catalog/brands", {"name": f"Brand {number}"})
    for number, product in enumerate(Product.objects.all()):
        stored = {"id": product.id, "brand_id": 2 - number % 3, "weight": number % 2}
        empty_emulator.put_document("v3/catalog/products", stored)
    empty_session.expunge_all()
    return list(Product.objects.all())


@pytest.mark.parametrize("order", [("weight",), ("-weight",), ("weight", "type"), ("-brand_id",)])
@pytest.mark.parametrize("lookups", [{}, {"brand_id__in": [2, 0]}, {"brand_id__in": [0, 1, 2]}])
def test_equals_come_by_key_from_however_many_lists(products, order, lookups):
    query = Product.objects.scan().filter(**lookups).order_by(*order)
    field, sign = order[0].strip("-"), -1 if order[0].startswith("-") else 1
    kept = [row for row in products if row.brand_id in lookups.get("brand_id__in", [0, 1, 2])]
    kept.sort(key=lambda row: (sign * getattr(row, field), row.id))
    wanted = [row.id for row in kept]
    assert [row.id for row in query] == wanted
    assert list(query.values_list("id", flat=True)) == wanted
    assert [row.id for row in query.iterator()] == wanted
    assert [row.id for row in query.all()[1:4]] == wanted[1:4]
    assert query.all()[2].id == wanted[2]
    assert query.all().first().id == wanted[0]
    assert query.all().last().id == wanted[-1]


def test_equals_of_a_relation_that_is_loaded_come_by_key(empty_session, empty_emulator):
    empty_emulator.generate_products(1)
    parts = [Category(name=f"Part {number}", parent_id=0) for number in range(4)]
    empty_session.add_all(parts)
    empty_session.commit()
    product = Product.objects.first()
    product.categories = [part.id for part in reversed(parts)]
    loaded = [part.id for part in product.category_set]
    assert loaded == [part.id for part in reversed(parts)]
    for order in ("is_visible", "-is_visible"):
        assert [part.id for part in product.category_set.order_by(order)] == sorted(loaded)
    assert product.category_set.order_by("is_visible").last().id == max(loaded)


def test_a_row_of_several_lists_is_counted_once(empty_session, empty_emulator):
    empty_emulator.generate_products(5)
    lamps, gifts = Category(name="Lamps", parent_id=0), Category(name="Gifts", parent_id=0)
    empty_session.add_all([lamps, gifts])
    empty_session.commit()
    for number, product in enumerate(Product.objects.all()):
        product.categories = [lamps.id, gifts.id] if number < 3 else [gifts.id]
    empty_session.commit()
    query = Product.objects.filter(categories__in=[lamps.id, gifts.id])
    assert len(query) == query.all().count() == query.order_by("-name").count() == 5
    assert len(query.all()[1:4]) == query.all()[1:4].count() == 3


def test_lists_that_share_no_row_are_counted_by_their_totals(products, empty_emulator):
    empty_emulator.clear_requests()
    assert Product.objects.filter(brand_id__in=[0, 1]).count() == 8
    assert [item.query["limit"] for item in empty_emulator.requests] == ["2", "2"]


def test_texts_that_an_endpoint_takes_for_one_are_counted_once(empty_session, empty_emulator):
    empty_emulator.generate_products(1)
    name = Product.objects.first().name
    query = Product.objects.filter(name__in=[name, name.upper()])
    assert query.all().count() == len(query)


def test_one_key_below_two_parents_is_two_rows():
    rows = {"v3/shelves/7/notes": [(1, 5), (3, 5)], "v3/shelves/8/notes": [(1, 4), (2, 5)]}

    def fetch(path, params):
        found = [{"id": key, "rank": rank} for key, rank in rows[path]]
        return Fetched(found[:: -1 if params.get("direction") == "desc" else 1], meta={})

    pages = SimpleNamespace(
        fetch=fetch,
        concurrency=1,
        sends=frozenset(),
        renew=str,
        before_query=list,
        warn_once=lambda *told: None,
    )
    session = SimpleNamespace(store=pages, strict=False)
    below = Condition(("shelf_id",), "in", [7, 8])

    def read(*order, stop=None):
        query = query_of(Note, conditions=(below,), order=order, stop=stop)
        return [(row["id"], row["rank"]) for row in Reader(Note, query, session).rows()]

    assert read("id", stop=4) == read("id") == [(1, 5), (1, 4), (2, 5), (3, 5)]
    assert read("-id", stop=3) == [(3, 5), (2, 5), (1, 5)]
    assert read("rank") == [(1, 4), (1, 5), (2, 5), (3, 5)]
