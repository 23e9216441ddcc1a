"""Whatever Django's queryset is asked, the API answers as Python would."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcorm.contrib.django.models import Product

# By name: the lookup of Django, the values, and what it means.
LOOKUPS = {
    "pk__in": (st.lists(st.integers(70, 300), max_size=40), lambda row, v: row["id"] in v),
    "pk__gte": (st.integers(70, 300), lambda row, v: row["id"] >= v),
    "pk__lt": (st.integers(70, 300), lambda row, v: row["id"] < v),
    "is_visible": (st.booleans(), lambda row, v: row["is_visible"] is v),
    "brand": (st.integers(1, 22), lambda row, v: row["brand_id"] == v),
    "type__exact": (st.sampled_from(["physical", "digital"]), lambda row, v: row["type"] == v),
    "inventory_level__lte": (st.integers(0, 200), lambda row, v: row["inventory_level"] <= v),
}
ORDERS = {"pk": "id", "price": "price", "name": "name", "inventory_level": "inventory_level"}


@st.composite
def questions(draw):
    names = draw(st.lists(st.sampled_from(sorted(LOOKUPS)), unique=True, max_size=4))
    asked = {name: draw(LOOKUPS[name][0]) for name in names}
    left_out = draw(st.lists(st.integers(70, 300), max_size=5))
    order = draw(st.sampled_from(sorted(ORDERS)))
    start = draw(st.integers(0, 60))
    return asked, left_out, order, draw(st.booleans()), start, start + draw(st.integers(0, 60))


@given(question=questions())
@settings(max_examples=60)
@pytest.mark.usefixtures("tables")
def test_queryset__answers_as_python_would(store, question):
    from bcorm.contrib.django.connections import session

    asked, left_out, order, descending, start, stop = question
    rows = [
        row
        for row in store.documents("v3/catalog/products")
        if all(LOOKUPS[name][1](row, value) for name, value in asked.items())
        and row["id"] not in left_out
    ]
    with session():
        queryset = Product.objects.filter(**asked).exclude(pk__in=left_out)
        found = list(queryset.order_by(f"-{order}" if descending else order)[start:stop])
        assert queryset.count() == len(rows)
    keys = [row[ORDERS[order]] for row in rows]
    expected = sorted(keys, reverse=descending)[start:stop]
    by_key = {row["id"]: row[ORDERS[order]] for row in rows}
    assert [by_key[row.pk] for row in found] == expected
    assert len({row.pk for row in found}) == len(found)
