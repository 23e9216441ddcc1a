"""Coupons whose restrictions are a list where the API has nothing to restrict."""

from __future__ import annotations

import pytest

from bcorm import Coupon


@pytest.mark.parametrize(
    ("kind", "given", "shown", "read"),
    [
        ("promotion", {}, [], {}),
        ("promotion", {"countries": "AU"}, {"countries": "AU"}, {"countries": "AU"}),
        ("per_item_discount", {}, {}, {}),
    ],
)
def test_what_a_coupon_is_restricted_to(session, kind, given, shown, read):
    body = {
        "name": "New", "type": kind, "amount": "1", "code": "NEW", "restricted_to": given,
        "applies_to": {"entity": "categories", "ids": [0]},
    }  # fmt: skip
    answer = session.client.post("v2/coupons", json=body)
    assert answer.data["restricted_to"] == shown
    coupon = Coupon.objects.get(id=answer.data["id"])
    assert coupon.restricted_to == read
    coupon.amount = 2
    coupon.save()
    assert session.client.get(f"v2/coupons/{coupon.id}").data["restricted_to"] == shown
