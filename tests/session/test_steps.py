"""What steps say of themselves, for an engine that has several in flight."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from bcorm import (
    Brand,
    Order,
    OrderProduct,
    OrderRefund,
    PriceRecord,
    Product,
    ProductCategoryAssignment,
)
from bcorm.session.books import Books
from bcorm.session.program import Program


def _exclusive(session):
    program = Program(session._ledger.work(), Books(session))
    return [step.exclusive for step in program.ready()]


def test_rows_of_their_own_are_written_side_by_side(session):
    first, second = Brand.objects.order_by("id")[:2]
    first.name, second.name = "One", "Two"
    assert _exclusive(session) == [
        frozenset({f"v3/catalog/brands/{brand.id}"}) for brand in (first, second)
    ]


def test_batches_and_creates_exclude_nothing(session):
    for product in Product.objects.all()[:15]:
        product.price += 1
    assert _exclusive(session) == [frozenset(), frozenset()]
    session.rollback()
    session.add_all([Brand(name="One"), Brand(name="Two")])
    assert _exclusive(session) == [frozenset(), frozenset()]


def test_assignments_of_one_product_are_not_written_side_by_side(session):
    session.add_all(
        ProductCategoryAssignment(product_id=product, category_id=category)
        for category in range(1, 31)
        for product in (77, 78)
    )
    told = frozenset({"v3/catalog/products/77", "v3/catalog/products/78"})
    assert _exclusive(session) == [told, told]
    (request, other) = session.plan()
    assert (request.method, dict(request.params), len(request.objects)) == ("PUT", {}, 50)
    assert len(other.objects) == 10


def test_lines_and_refunds_of_one_order_exclude_each_other(session):
    order = Order.objects.first()
    price = {"price_inc_tax": Decimal(5), "price_ex_tax": Decimal(5)}
    session.add(OrderProduct(order=order, name="gift wrap", quantity=1, **price))
    session.add(OrderRefund(order_id=order.id, items=[], payments=[]))
    assert _exclusive(session) == [frozenset({f"v2/orders/{order.id}"})] * 2


def test_records_of_price_lists_exclude_what_their_cap_does(session):
    """How many of them run at once is said by the governor's table, not here."""
    session.add(PriceRecord(price_list_id=1, variant_id=1, currency="usd", price=Decimal(1)))
    assert _exclusive(session) == [frozenset()]


def _forgotten(steps):
    return steps[1:]


def _with_another_body(steps):
    other = attrs.evolve(steps[0].request, body={"name": "Another"})
    return [attrs.evolve(steps[0], request=other), *steps[1:]]


def _twice(steps):
    return [*steps, steps[-1]]


@pytest.mark.parametrize("changed", [_forgotten, _with_another_body, _twice])
def test_a_commit_that_does_not_keep_to_its_plan_is_noticed_in_every_test(
    session, monkeypatch, as_planned, changed
):
    steps = Program.steps.fget
    monkeypatch.setattr(Program, "steps", property(lambda program: changed(steps(program))))
    Brand.objects.first().name = "One"
    with pytest.raises(AssertionError, match="planned"):
        session.commit()
    assert len(as_planned) == 1  # and it would be told at the end, had a commit's caller caught it
    as_planned.clear()
