"""What `docs/how-to/testing.md` shows; `test_plugin_page.py` has pytest run it."""

# the page begins
from decimal import Decimal

import bcorm
from bcorm import Product


def discount(percent):
    """Your code: takes some percent off whatever is featured."""
    session = bcorm.connect()
    for product in Product.objects.filter(is_featured=True):
        product.price = round(product.price * (100 - percent) / 100, 2)
    return session.commit()


def test_discount(store):
    before = {item.id: item.price for item in Product.objects.filter(is_featured=True)}
    discount(10)
    with store.connect() as session:
        after = Product.objects.using(session).in_bulk(before)
    assert all(
        after[key].price == round(price * Decimal("0.9"), 2) for key, price in before.items()
    )


def test_discount_takes_few_requests(store, assert_requests):
    featured = Product.objects.filter(is_featured=True).count()
    with assert_requests(reads=1, writes=-(-featured // 10)):
        discount(10)


def test_discount_survives_what_happens_on_the_way(store, any_fault):
    assert discount(10)


def test_nothing_is_featured(empty_store, assert_requests):
    with assert_requests(1):
        discount(10)
