"""What a unit of work costs when it is large: time grows with its size, not with the square."""

from __future__ import annotations

import gc
from time import process_time

import pytest

from bcorm import PriceList, Product


def seconds(work, size):
    """The processor's time that `work(size)` takes; the better of two, for others are busy too."""
    taken = []
    for _ in range(2):
        gc.collect()
        gc.disable()  # its time depends on all that the process holds
        try:
            start = process_time()
            work(size)
            taken.append(process_time() - start)
        finally:
            gc.enable()
    return min(taken)


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
def test_time_grows_with_the_number_of_objects(empty_session, scene):
    work = scene(empty_session)
    work(500)
    assert seconds(work, 8000) < 8 * seconds(work, 2000)


def test_many_deletes_are_settled_in_time(empty_session):
    def work(size):
        products = loaded(empty_session, size)
        for product in products:
            empty_session.delete(product)
        empty_session.commit()

    work(500)
    assert seconds(work, 8000) < 8 * seconds(work, 2000)


def test_saving_one_object_does_not_look_at_the_others(empty_session):
    def work(size):
        products = loaded(empty_session, size)
        for product in products[1:]:
            product.price += 1
        start = process_time()
        for _ in range(300):
            products[0].save()
        taken = process_time() - start
        empty_session.rollback()
        return taken

    work(10)
    few = min(work(100) for _ in range(2))
    assert min(work(8000) for _ in range(2)) < 4 * few
