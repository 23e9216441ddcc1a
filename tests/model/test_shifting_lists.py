"""Loops that change what they read: every row comes, and comes once."""

from __future__ import annotations

import pytest

from bcorm import CustomerGroup, Order, Product
from bcorm.exceptions import PageShiftWarning


def test_rows_in_the_order_of_their_change__while_they_are_changed(empty_emulator, empty_session):
    empty_emulator.generate_products(600)
    seen = []

    def reprice():
        for product in Product.objects.order_by("date_modified").iterator():
            seen.append(product.id)
            product.price += 1
            if len(seen) % 250 == 0:
                empty_session.commit()

    with pytest.warns(PageShiftWarning, match="of its 600 rows came"):
        reprice()
    assert len(seen) == len(set(seen)) == 600


def test_v2_rows__while_every_second_one_is_deleted(empty_emulator, empty_session):
    for number in range(420):
        empty_emulator.put_document("v2/customer_groups", {"name": f"Group {number}"})
    every = CustomerGroup.objects.count()
    seen = []

    def delete_half():
        for group in CustomerGroup.objects.all().iterator():
            seen.append(group.id)
            if len(seen) % 2:
                group.delete()

    empty_emulator.clear_requests()
    with pytest.warns(PageShiftWarning):
        delete_half()
    assert len(seen) == len(set(seen)) == every
    asked = [item.path.strip("/") for item in empty_emulator.requests if item.method == "GET"]
    assert asked.count("v2/customer_groups/count") == 1
    assert len(asked) <= 6


@pytest.mark.parametrize(
    ("query", "check"),
    [
        (CustomerGroup.objects.all(), "GET v2/customer_groups/count"),
        (Order.objects.filter(customer_id=5).order_by("date_modified"), "customer_id=5"),
        (Order.objects.all(), None),  # read after the last key
        (Order.objects.order_by("date_modified")[:10], None),
        (Product.objects.order_by("name"), None),  # its pages tell their total
    ],
)
def test_explain__says_what_is_asked_to_see_a_shift(query, check):
    told = query.explain()
    assert (told.check is None) == (check is None)
    assert check is None or (check in told.check and told.check in str(told))
