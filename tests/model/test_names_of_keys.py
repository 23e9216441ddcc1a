"""`pk` and relations, wherever fields are named."""

from __future__ import annotations

import pytest

from bcorm import Product
from bcorm.exceptions import FieldError


@pytest.mark.usefixtures("session")
def test_the_key_and_a_relation_are_read_where_they_are_named():
    some = Product.objects.filter(id__in=[77, 80])
    rows = list(Product.objects.filter(id__in=[77, 80]))
    assert list(some.values("pk", "brand")) == [
        {"pk": item.id, "brand": item.brand_id} for item in rows
    ]
    assert list(some.values_list("pk", flat=True)) == [77, 80]
    assert [item.sku for item in some.only("pk")] == [item.sku for item in rows]
    assert [item.name for item in some.only("brand").defer("brand")] == [item.name for item in rows]


@pytest.mark.usefixtures("session")
def test_rows_are_sorted_by_the_key_of_a_relation():
    some = Product.objects.filter(id__in=range(80, 90)).scan()
    assert list(some.order_by("-brand").values_list("id", flat=True)) == list(
        some.order_by("-brand_id").values_list("id", flat=True)
    )
    assert list(some.order_by("-pk").values_list("pk", flat=True)) == list(range(89, 79, -1))


def test_a_relation_is_updated_in_bulk_by_its_name(session):
    products = list(Product.objects.filter(id__in=[77, 80]))
    for item in products:
        item.brand_id = 2 if item.brand_id == 1 else 1
        item.sort_order += 1
    assert Product.objects.bulk_update(products, fields=["brand"]) == 2
    assert all(item.brand.id == item.brand_id for item in products)
    assert session.dirty == products


@pytest.mark.parametrize("name", ["barnd", "images"])
def test_what_is_no_field_is_refused_with_the_nearest_name(name):
    with pytest.raises(FieldError, match=name):
        Product.objects.values(name)
    with pytest.raises(FieldError, match=name):
        Product.objects.order_by(name)
