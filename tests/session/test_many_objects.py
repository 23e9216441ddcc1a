"""What a unit of work costs when it is large: work grows with its size, not with the square.

Work is counted in calls, which are the same on a busy machine; how long they take is measured by
the benchmarks.
"""

from __future__ import annotations

import sys

import pytest

from bcorm import PriceList, Product


def calls(work, size):
    """How many calls of Python functions (and steps of generators) `work(size)` takes."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work(size)
    finally:
        sys.setprofile(before)
    return count


def loaded(session, size):
    rows = [
        {"id": number, "name": f"product {number}", "price": 1} for number in range(1, size + 1)
    ]
    return session.materialize(Product, rows, None, None)


def add_children(session):
    def work(size):
        prices = PriceList(name="wholesale")
        for number in range(1, size + 1):
            prices.records.new(variant_id=number, currency="usd", price=3)
        session.add(prices)
        session.plan()
        session.rollback()

    return work


def plan_cascades(session):
    def work(size):
        for product in loaded(session, size):
            session.delete(product)
        session.plan()
        session.rollback()

    return work


def forget_new_ones(session):
    def work(size):
        items = [Product(name=f"product {number}") for number in range(size)]
        session.add_all(items)
        for item in items:
            session.expunge(item)

    return work


@pytest.mark.parametrize("scene", [add_children, plan_cascades, forget_new_ones])
def test_work_grows_with_the_number_of_objects(empty_session, scene):
    work = scene(empty_session)
    work(10)
    assert calls(work, 2000) < 5 * calls(work, 500)


def test_many_deletes_are_settled_one_by_one(empty_session):
    def work(size):
        products = loaded(empty_session, size)
        for product in products:
            empty_session.delete(product)
        empty_session.commit()

    work(10)
    assert calls(work, 2000) < 5 * calls(work, 500)


def test_saving_one_object_does_not_look_at_the_others(empty_session):
    products = loaded(empty_session, 1000)

    def save(_size):
        products[0].save()

    save(0)
    alone = calls(save, 0)
    for product in products[1:]:
        product.price += 1
    assert calls(save, 0) < alone + 100
