"""Values that a user holds while their object is expired, read again or given up."""

from __future__ import annotations

from decimal import Decimal

from bcorm import Product


def planned(session):
    return [(item.method, item.body) for item in session.plan()]


def test_a_change_of_a_held_struct_after_expire_is_sent(session):
    product = session.get(Product, 101)
    url = product.custom_url
    session.expire(product)
    url.url = "/x/"
    assert planned(session) == [("PUT", {"custom_url": {"url": "/x/", "is_customized": False}})]
    assert product.custom_url is url
    assert product.name  # loads the row again
    assert planned(session) == [("PUT", {"custom_url": {"url": "/x/", "is_customized": False}})]


def test_a_held_struct_is_brought_up_to_date_when_its_object_is_loaded_again(session):
    product = session.get(Product, 101)
    url = product.custom_url
    session.expire(product)
    assert product.custom_url is url
    url.url = "/x/"
    assert planned(session) == [("PUT", {"custom_url": {"url": "/x/", "is_customized": False}})]
    session.rollback()
    assert product.custom_url is url
    assert url.url != "/x/"
    assert planned(session) == []


def test_a_change_of_a_held_list_after_expire_is_sent(session):
    product = session.get(Product, 101)
    keywords = product.meta_keywords
    before = list(keywords)
    session.expire(product, ["meta_keywords"])
    keywords.append("bath")
    assert planned(session) == [("PUT", {"meta_keywords": [*before, "bath"]})]
    session.rollback()
    assert product.meta_keywords == before
    assert planned(session) == []


def test_a_held_list_is_renewed_by_what_the_store_has_now(emulator, session):
    product = session.get(Product, 101)
    keywords = product.meta_keywords
    other = session.client.session()
    elsewhere = other.get(Product, 101)
    elsewhere.meta_keywords = ["new"]
    other.commit()
    session.expire(product)
    assert product.name
    assert keywords == ["new"]
    keywords.append("newer")
    assert planned(session) == [("PUT", {"meta_keywords": ["new", "newer"]})]


def test_deleting_an_attribute_gives_up_what_was_set(session):
    product = session.get(Product, 101)
    before = product.price
    product.price = 3
    del product.price
    assert product.price == before
    product.price = Decimal(4)
    assert planned(session) == [("PUT", {"price": 4})]
    del product.price
    assert session.dirty == []


def test_deleting_an_attribute_that_was_never_read_does_nothing(session):
    product = session.get(Product, 101)
    del product.custom_url
    url = product.custom_url
    before = url.url
    url.url = "/x/"
    del product.custom_url
    assert product.custom_url is url
    assert url.url == before
    assert planned(session) == []


def test_deleting_an_attribute_of_a_new_object_leaves_it_out(session):
    product = Product(name="New", type="physical", weight=1, price=1, sku="N-1")
    del product.sku
    session.add(product)
    assert "sku" not in session.plan()[0].body
