"""Writes through a queryset that are refused leave nothing behind for the next commit."""

from __future__ import annotations

import pytest

import bcorm
from bcorm import Brand, Product
from bcorm.exceptions import CommitError, FieldError, InvalidValue, ReadOnlyFieldError


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"price": 5, "name": "x" * 300}, InvalidValue),
        ({"price": 5, "id": 3}, ReadOnlyFieldError),
        ({"price": 5, "brand": Product()}, InvalidValue),
        ({"price": 5, "prize": 5}, FieldError),
    ],
)
def test_update__checks_all_values_before_it_changes_any(emulator, session, values, error):
    product = Product.objects.get(id=80)
    before = product.price
    emulator.clear_requests()
    with pytest.raises(error):
        Product.objects.filter(id__in=[80, 81]).update(**values)
    with pytest.raises(error):
        Product.objects.update_or_create(id=80, defaults=values)
    assert emulator.requests == []
    assert product.price == before
    assert session.dirty == []


def test_update__rows_that_were_refused_have_their_values_back(emulator, session):
    names = [Product.objects.get(id=key).name for key in (80, 81)]
    emulator.clear_requests()
    with pytest.raises(CommitError) as told:
        Product.objects.filter(id__in=[80, 82]).update(name=names[1], price=7)
    assert len(told.value.report.failed) == 2
    assert session.dirty == []
    assert session.commit().requests == 0
    assert Product.objects.get(id=80).name == names[0]


def test_update__what_was_saved_stays_saved(emulator, session):
    taken = Brand.objects.all()[1].name
    first, second = Brand.objects.all()[2:4]
    second.page_title = "mine"
    with pytest.raises(CommitError):
        Brand.objects.filter(id__in=[first.id, second.id]).update(name="New name of both")
    assert [brand.name for brand in (first, second)].count("New name of both") == 1
    assert session.dirty == [second]
    second.refresh()
    with pytest.raises(CommitError):
        Brand.objects.update_or_create(id=second.id, defaults={"name": taken, "page_title": "t"})
    assert (second.name != taken, second.page_title) == (True, "mine")
    session.commit()
    assert bcorm.Brand.objects.get(id=second.id).page_title == "mine"
