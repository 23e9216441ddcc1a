"""Parts of relations in a loop over parents: the second parent that is asked loads them for all."""

from __future__ import annotations

import pytest

from bcorm import Customer, Order, Product
from bcorm.exceptions import LazyLoadRefused

PARTS = {
    "images.first": lambda product: product.images.first(),
    "images.last": lambda product: product.images.last(),
    "images.exists": lambda product: product.images.exists(),
    "images.count": lambda product: product.images.count(),
    "images[:1]": lambda product: list(product.images[:1]),
    "variants[0]": lambda product: product.variants[0],
    "filter": lambda product: product.custom_fields.filter(name="Material").first(),
    "exclude": lambda product: list(product.images.exclude(is_thumbnail=True)),
    "order_by": lambda product: product.images.order_by("-sort_order").first(),
    "values_list": lambda product: list(product.custom_fields.values_list("name", "value")),
    "values": lambda product: list(product.custom_fields.filter(name="Material").values()),
    "values[:1]": lambda product: list(product.images.values_list("id", flat=True)[:1]),
}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_each__is_a_few_requests_more(emulator, session, part):
    ask = PARTS[part]
    alone = [ask(Product.objects.get(id=item.id)) for item in Product.objects.all()[:60]]
    session.expunge_all()
    products = list(Product.objects.all()[:60])
    emulator.clear_requests()
    assert [_plain(ask(product)) for product in products] == [_plain(found) for found in alone]
    assert len(emulator.requests) <= 3


def _plain(found):
    if isinstance(found, list):
        return [_plain(item) for item in found]
    return getattr(found, "id", found)


def test_a_part_of_one__is_no_more_than_that(emulator, session):
    product = Product.objects.all()[:60][7]
    emulator.clear_requests()
    for _ in range(2):
        assert product.images.first()
        assert product.images.count()
    # A count asks for two rows: a total of one below two rows would be none.
    assert [item.query["limit"] for item in emulator.requests] == ["1", "2"] * 2


def test_a_part_of_each__of_rows_that_are_listed_by_their_parents_keys(emulator, session):
    customers = list(Customer.objects.all()[:30])
    emulator.clear_requests()
    assert sum(customer.addresses.count() for customer in customers) > 0
    assert len(emulator.requests) <= 2


def test_a_part_of_each__where_nothing_carries_them_is_asked_one_by_one(emulator, session):
    orders = list(Order.objects.all()[:5])
    emulator.clear_requests()
    for order in orders:
        order.products.first()
    assert {item.query.get("limit") for item in emulator.requests} == {"1"}
    assert len(emulator.requests) == 5


def test_strict__rows_below_many_parents_are_not_loaded_one_by_one(session):
    with session.client.session(strict=True) as strict:
        products = list(Product.objects.all()[:10])
        with pytest.raises(LazyLoadRefused, match=r'include\("images"\)'):
            len(products[0].images)
        with pytest.raises(LazyLoadRefused, match="products"):
            len(next(iter(Order.objects.all()[:3])).products)
        assert strict.stats.requests == 2
        assert list(products[0].images.scan())
        assert products[0].images.count() > 0
        assert [len(item.images) for item in Product.objects.include("images")[:10]]
        assert len(Product.objects.get(id=200).variants) > 0


def test_a_filter_that_rows_do_not_show__is_the_apis(emulator, session):
    customer = next(item for item in Customer.objects.include("addresses") if item.addresses)
    assert list(customer.addresses)
    assert customer.addresses.filter(name="no such").count() == 0
