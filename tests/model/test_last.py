"""The last row is the last of the rows, also where several are equal or have no value."""

from __future__ import annotations

import pytest

from bcorm import CustomerGroup, Order, Product


@pytest.mark.parametrize(
    "order",
    [
        ("type",),
        ("-type",),
        ("preorder_release_date",),
        ("-preorder_release_date",),
        ("brand_id", "-type"),
        ("weight", "id"),
        ("id",),
        ("-id",),
        (),
    ],
)
@pytest.mark.parametrize("only", [(), ("name",)])
def test_last__is_the_last_of_the_rows(session, order, only):
    query = Product.objects.order_by(*order).only(*only).scan()
    assert query.last().id == list(query)[-1].id == query.last().id
    few = Product.objects.filter(type="physical", weight__gt=1).order_by(*order).scan()
    assert few.last().id == list(few)[-1].id


@pytest.mark.parametrize("order", [(), ("name",), ("-name",)])
def test_last__where_the_endpoint_sorts_nothing(session, order):
    query = CustomerGroup.objects.order_by(*order).scan()
    assert query.last().id == list(query)[-1].id


@pytest.mark.parametrize("loaded", [False, True])
@pytest.mark.parametrize("order", [(), ("is_thumbnail",), ("-is_thumbnail",), ("sort_order",)])
def test_last__of_a_relation(session, loaded, order):
    product = max(Product.objects.include("images")[:50], key=lambda item: len(item.images))
    session.expunge_all()
    product = Product.objects.get(id=product.id)
    if loaded:
        assert len(product.images) > 1
    images = product.images.order_by(*order)
    assert images.last() is list(images)[-1]
    unsaved = Product(name="x")
    assert unsaved.images.order_by(*order).last() is None


def test_last__is_one_row_where_the_endpoint_sorts(emulator, session):
    assert Order.objects.order_by("date_created").last().id == Order.objects.last().id
    assert {item.query["limit"] for item in emulator.requests} == {"1"}
