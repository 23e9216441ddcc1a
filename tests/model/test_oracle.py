"""Random questions to a small store: every way to ask agrees with plain Python over all rows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from property_tests import Rows
from sessions import open_session

from bcorm import Product

LOOKUPS = {
    "brand_id": ["exact", "in", "gt", "lt"],
    "is_visible": ["exact"],
    "is_featured": ["exact"],
    "price": ["gt", "gte", "lt", "lte", "exact"],
    "date_modified": ["gt", "gte", "lt", "lte"],
    "inventory_level": ["gt", "lte"],
    "id": ["gt", "gte", "lt", "lte", "in"],
    "type": ["exact", "in"],
    "name": ["icontains", "startswith"],
}
SIZE = 40

TESTS = {
    "exact": lambda value, operand: value == operand,
    "in": lambda value, operand: value in operand,
    "gt": lambda value, operand: value > operand,
    "gte": lambda value, operand: value >= operand,
    "lt": lambda value, operand: value < operand,
    "lte": lambda value, operand: value <= operand,
    "icontains": lambda value, operand: operand.casefold() in value.casefold(),
    "startswith": lambda value, operand: value.startswith(operand),
}
# What the endpoint sorts it sorts equals as it likes: only keys are compared there.
ORDERS = ["id", "-id", "type", "-type", "weight", "preorder_release_date", "-brand_id"]


@pytest.fixture(scope="module")
def shop(empty_server):
    """Forty products of few brands, prices and moments, so that many are equal."""
    empty_server.reset()
    service, real = empty_server._service, empty_server._service._clock
    began = real()
    empty_server.generate_products(SIZE)
    for number in range(3):
        empty_server.put_document("v3/catalog/brands", {"name": f"Brand {number}"})
    opened = open_session(empty_server)
    for number, product in enumerate(Product.objects.all()):
        # The store notes to the second when a row was changed.
        service._clock = lambda seconds=number // 15: began + seconds
        stored = {
            "id": product.id,
            "brand_id": number % 4,
            "is_visible": number % 3 > 0,
            "price": number % 7,
            "type": "digital" if number % 5 == 0 else "physical",
            "preorder_release_date": "2030-01-01T00:00:00+00:00" if number % 6 == 0 else None,
        }
        empty_server.put_document("v3/catalog/products", stored)
    service._clock = real
    opened.expunge_all()
    yield Rows(Product.objects.all())
    opened.client.close()


CONDITION = st.sampled_from(
    [(field, lookup) for field, lookups in sorted(LOOKUPS.items()) for lookup in lookups]
).flatmap(
    lambda pair: st.tuples(
        st.just(pair),
        st.lists(st.integers(0, SIZE - 1), max_size=3)  # of which rows the values are
        if pair[1] == "in"
        else st.integers(0, SIZE - 1),
        st.booleans(),  # filter, or exclude
        st.booleans(),  # between two seconds
    )
)
ORDER = st.lists(st.sampled_from(ORDERS), max_size=2, unique_by=lambda name: name.strip("-"))
SLICE = st.none() | st.tuples(st.integers(0, 12), st.none() | st.integers(0, 18))


def asked(rows, conditions, order, part):
    """Ask a question; with the keys of the rows that Python finds for it."""
    query, found = Product.objects.scan(), list(rows)
    for (field, lookup), place, keeps, between in conditions:
        if lookup == "in":
            operand = [getattr(rows[one], field) for one in place]
        else:
            operand = getattr(rows[place], field)
        if lookup == "icontains":
            operand = operand[:3]
        if field == "date_modified" and between:
            operand += timedelta(milliseconds=500)
        test = TESTS[lookup]
        query = (query.filter if keeps else query.exclude)(**{f"{field}__{lookup}": operand})
        found = [row for row in found if test(getattr(row, field), operand) is keeps]
    for name in reversed(order):
        field, down = name.strip("-"), name.startswith("-")
        known = [row for row in found if getattr(row, field) is not None]
        known.sort(key=lambda row, field=field: getattr(row, field), reverse=down)
        found = known + [row for row in found if getattr(row, field) is None]
    # Without an order, rows come as the API lists them: a list that is split one part at a time.
    query = query.order_by(*(order or ["id"]))
    if part is not None:
        start, length = part
        stop = None if length is None else start + length
        query, found = query[start:stop], found[start:stop]
    return query, [row.id for row in found]


@settings(max_examples=150)
@given(
    conditions=st.lists(CONDITION, max_size=3),
    order=ORDER,
    part=SLICE,
    place=st.integers(0, 12),
)
def test_every_way_to_ask_agrees(shop, conditions, order, part, place):
    query, wanted = asked(shop, conditions, order, part)
    first, last = (wanted[:1] or [None])[0], (wanted[-1:] or [None])[0]
    assert getattr(query.all().first(), "id", None) == first
    assert getattr(query.all().last(), "id", None) == last
    assert query.count() == len(wanted)
    assert query.exists() == bool(wanted)
    assert [row.id for row in query[place : place + 5]] == wanted[place : place + 5]
    if place < len(wanted):
        assert query[place].id == wanted[place]
    assert [row["id"] for row in query.values("id")] == wanted
    assert [row.id for row in query] == wanted
    assert getattr(query.last(), "id", None) == last
    query.explain()


def test_without_an_order_parts_are_parts_of_the_whole(shop):
    query = Product.objects.filter(brand_id__in=[0, 1])
    every = [row.id for row in query]
    assert sorted(every) == [row.id for row in shop if row.brand_id in {0, 1}]
    assert [row.id for row in query.all()[5:12]] == every[5:12]
    assert query.all().first().id == every[0]
