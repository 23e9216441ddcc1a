"""Methods that resources have of their own, and where programs start, say what they take."""

from __future__ import annotations

import pytest

import bcorm
from bcorm import InventoryItem, Order, PriceList, Product, ProductVariant
from bcorm.exceptions import InvalidValue
from bcorm.model.resource import Resource

SECRET = "not-to-be-shown"


@pytest.fixture
def product(session):
    return Product.objects.get(78)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda row: row.adjust_inventory(foo=1), "no argument 'foo': it is adjust_inventory("),
        (lambda row: row.adjust_inventory(), "needs quantity: it is adjust_inventory(quantity, "),
        (lambda row: row.set_inventory(5, location=2), "did you mean 'location_id'"),
        (lambda row: row.images.upload(foo=1), "needs file: it is upload(file, "),
        (lambda row: row.variants[0].set_inventory(5, location=2), "did you mean 'location_id'"),
        (lambda _: Order().refund_quote(), "needs items: it is refund_quote(items, "),
        (lambda _: Order().void(1), "takes no positional arguments: it is void()"),
        (lambda _: PriceList().upsert_records(), "PriceList.upsert_records() needs records"),
        (lambda _: InventoryItem.adjust_absolute([], location=1), "no argument 'location'"),
        (lambda _: ProductVariant.set_inventory(5), "is called on an object, not on its class"),
    ],
)
def test_arguments_of_a_resources_method(product, ask, told):
    with pytest.raises(TypeError) as caught:
        ask(product)
    assert told in str(caught.value)


def test_methods_of_other_peoples_classes_are_theirs():
    class Mine(Product):
        def shout(self, word):
            return word

    with pytest.raises(TypeError, match="required positional argument"):
        Mine().shout()
    assert issubclass(Mine, Resource)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda: bcorm.Client("hash", SECRET), "bcorm.connect(store_hash, access_token) makes"),
        (lambda: bcorm.Client(store_hash="hash"), "no argument 'store_hash': bcorm.connect("),
        (bcorm.Client, "needs credentials: bcorm.connect("),
        (lambda: bcorm.connect("a", SECRET, "c"), "the rest goes by name"),
    ],
)
def test_where_a_program_starts(ask, told):
    with pytest.raises(TypeError) as caught:
        ask()
    assert told in str(caught.value)


@pytest.mark.parametrize("given", [(Product, 78), (Product, 78, {}, 3)])
def test_lookup_is_not_get(session, given):
    with pytest.raises(TypeError, match=r"session.get\(Product, 77\)"):
        session.lookup(*given)


def test_what_an_object_has_is_not_assigned(product, session):
    with pytest.raises(AttributeError, match=r"use session.add\(object\)"):
        product.session = session
    with pytest.raises(AttributeError, match="the fields themselves"):
        product.raw = {}


def test_blocks(session, product):
    with pytest.raises(AttributeError, match="its end commits"):
        session.begin().commit()
    with session.begin() as begun:
        assert begun is session
        product.price += 1
    assert not session.dirty
    with pytest.raises(InvalidValue), session.begin():
        product.name, product.price = "Renamed", "dear"
    assert not session.dirty
    session.autoflush = True
    for block in (session.no_autoflush, session.no_autoflush()):
        with block, block:
            assert not session.autoflush
        assert session.autoflush
