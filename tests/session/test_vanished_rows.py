"""Rows that somebody else deletes while they are in use here."""

from __future__ import annotations

import pytest

from bcorm import Product
from bcorm.exceptions import StaleObjectError


@pytest.fixture
def listed(session):
    """Three products without their prices, of which the one between is deleted elsewhere."""
    products = list(Product.objects.filter(id__in=[82, 83, 84]).only("sku"))
    other = session.client.session()
    other.delete(other.get(Product, 83))
    other.commit()
    return products


@pytest.mark.parametrize("name", ["price", "channels"])
def test_a_field_of_a_row_that_has_vanished_is_no_none(listed, name):
    first, gone, last = listed
    with pytest.raises(StaleObjectError, match="83"):
        getattr(gone, name)
    assert getattr(first, name) is not None
    assert getattr(last, name) is not None
    with pytest.raises(StaleObjectError, match="83"):
        getattr(gone, name)


def test_the_others_are_loaded_together_although_one_has_vanished(session, listed):
    before = session.stats.requests
    assert [item.price is not None for item in (listed[0], listed[2])] == [True, True]
    assert session.stats.requests - before == 1
