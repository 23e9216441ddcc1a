"""An order's lines have no writing endpoint: they are changed through their order."""

from __future__ import annotations

import pytest

from bcorm import Order
from bcorm.exceptions import PutRuleViolation


@pytest.fixture
def order(session):
    """An order with a discounted line and another one."""
    for candidate in Order.objects.all()[:60]:
        lines = list(candidate.products)
        if len(lines) > 1 and lines[0].applied_discounts:
            return candidate
    pytest.fail("the sample shop has no such order")


def writes(emulator):
    return [(row.method, row.path, row.body) for row in emulator.requests if row.method != "GET"]


def test_a_changed_line_is_refused_until_the_loss_of_its_discounts_is_accepted(
    session, emulator, order
):
    line = order.products[0]
    before = order.total_inc_tax
    line.quantity += 1
    with pytest.raises(PutRuleViolation, match="clears all discounts"):
        session.commit()
    assert writes(emulator) == []
    session.commit(acknowledge=["discounts"])
    body = {"products": [{"id": line.id, "quantity": line.quantity}]}
    assert writes(emulator) == [("PUT", f"/v2/orders/{order.id}", body)]
    assert order.total_inc_tax > before  # taken over from the answer, which is the order's row
    session.refresh(line)
    assert not line.applied_discounts  # what a careless PUT destroys


def test_a_deleted_line_is_a_quantity_of_none(session, emulator, order):
    gone, kept = order.products[1], order.products[0]
    session.delete(gone)
    session.commit()
    body = {"products": [{"id": gone.id, "quantity": 0}]}
    assert writes(emulator) == [("PUT", f"/v2/orders/{order.id}", body)]
    assert gone.id not in {
        line["id"] for line in emulator.documents(f"v2/orders/{order.id}/products")
    }
    assert kept in list(order.products)


def test_a_new_line_is_read_back_for_its_key(session, emulator, order):
    line = order.products.new(product_id=77, quantity=2)
    session.commit()
    body = {"products": [{"product_id": 77, "quantity": 2}]}
    assert writes(emulator) == [("PUT", f"/v2/orders/{order.id}", body)]
    assert line.id in {row["id"] for row in emulator.documents(f"v2/orders/{order.id}/products")}
    assert [item for item in order.products if item.id == line.id] == [line]
