"""One object per row, and what happens to it: reloads, rollbacks, expiry, detachment, pickles."""

from __future__ import annotations

import copy
import gc
import pickle
import threading
import weakref
from decimal import Decimal

import pytest

import bcorm
from bcorm import (
    Brand,
    Category,
    Customer,
    CustomerAddress,
    PriceRecord,
    Product,
    ProductImage,
    ProductVariant,
)
from bcorm.exceptions import DetachedError, StaleObjectError, StateError


def test_one_object_per_row(emulator, session):
    product = Product.objects.get(id=77)
    assert Product.objects.get(sku=product.sku) is product
    everything = list(Product.objects.all())
    assert everything[0] is product
    assert session.get(Product, 77) is product
    variant = product.variants[0]
    assert ProductVariant.objects.filter(product_id__in=[77])[0] is variant
    assert ProductVariant.objects.get(product_id=77, id=variant.id) is variant
    assert {item.id for item in session if isinstance(item, Product)} == set(range(77, 297))


def test_sessions_share_nothing(emulator, session):
    product = Product.objects.get(id=77)
    with session.client.session() as other:
        twin = Product.objects.get(id=77)
        assert twin is not product
        twin.price = Decimal(1)
        assert other.dirty == [twin]
        other.rollback()
    assert session.dirty == []


def test_clean_objects_are_held_weakly_and_changed_ones_strongly(emulator, session):
    clean, dirty = Product.objects.filter(id__in=[77, 78])
    dirty.price += 1
    gone, stays = weakref.ref(clean), weakref.ref(dirty)
    del clean, dirty
    gc.collect()
    assert gone() is None
    assert stays() is not None
    session.commit()
    gc.collect()
    assert stays() is None


def test_objects_that_were_set_back_are_let_go(emulator, session):
    product = Product.objects.get(id=77)
    price = product.price
    product.price += 1
    product.price = price
    session.commit()
    held = weakref.ref(product)
    del product
    gc.collect()
    assert held() is None


def test_a_reload_never_overwrites_an_unsaved_change(emulator, session):
    product = Product.objects.get(id=77)
    product.price = Decimal(1)
    product.custom_url.url = "/mine/"
    product.meta_keywords.append("mine")
    emulator.put_document(
        "v3/catalog/products",
        {"id": 77, "price": 2, "name": "Theirs", "meta_keywords": ["theirs"]},
    )
    for reload in (lambda: Product.objects.get(id=77), product.refresh):
        reload()
        assert product.name == "Theirs"
        assert product.price == 1
        assert product.custom_url.url == "/mine/"
        assert product.meta_keywords == ["mine"]
    emulator.clear_requests()
    session.commit()
    body = emulator.requests[0].body
    assert body["price"] == 1
    assert body["meta_keywords"] == ["mine"]
    assert "name" not in body


def test_a_change_that_the_store_has_made_too_is_none(emulator, session):
    product = Product.objects.get(id=77)
    product.price = Decimal(2)
    emulator.put_document("v3/catalog/products", {"id": 77, "price": 2})
    product.refresh()
    assert session.dirty == []


def test_rollback__restores_loaded_values(emulator, session):
    product, doomed = Product.objects.filter(id__in=[77, 78])
    before = copy.deepcopy(product.raw)
    url, keywords = product.custom_url, product.meta_keywords
    product.price = Decimal(1)
    product.custom_url.url = "/mine/"
    product.meta_keywords.append("mine")
    product.brand = Brand(name="New")
    session.delete(doomed)
    session.add(Category(name="New", parent_id=0))
    session.rollback()
    assert (session.new, session.dirty, session.deleted) == ([], [], [])
    assert product.price == Decimal("55.99")
    assert product.custom_url.url == "/field-bath-mat/"
    assert product.custom_url is url
    assert product.meta_keywords == []
    assert product.meta_keywords is keywords
    assert product.brand is None
    assert product.raw == before
    emulator.clear_requests()
    assert session.commit().requests == 0
    assert emulator.requests == []


def test_rollback__what_was_sent_stays_sent(emulator, session):
    product = Product.objects.get(id=77)
    product.price = Decimal(3)
    session.commit()
    product.price = Decimal(4)
    session.rollback()
    assert product.price == 3


def test_rollback__new_objects_can_be_added_again(emulator, session):
    brand = Brand(name="Again")
    session.add(brand)
    session.rollback()
    assert brand.session is None
    assert brand.name == "Again"
    session.add(brand)
    session.commit()
    assert brand.id


def test_expire__loads_again_when_touched(emulator, session):
    products = list(Product.objects.filter(id__in=[77, 78]))
    emulator.put_document("v3/catalog/products", {"id": 77, "name": "Theirs", "price": 9})
    emulator.clear_requests()
    session.expire(products[0])
    assert products[0].id == 77
    assert emulator.requests == []
    assert products[0].name == "Theirs"
    assert products[0].price == 9
    assert len(emulator.requests) == 1
    session.expire(products[1], ["price"])
    assert products[1].name
    assert len(emulator.requests) == 1
    assert products[1].price
    assert len(emulator.requests) == 2


def test_expire__keeps_unsaved_changes(emulator, session):
    product = Product.objects.get(id=77)
    product.price = Decimal(1)
    session.expire(product)
    assert product.name == "Field Bath Mat"
    assert product.price == 1
    emulator.clear_requests()
    session.commit()
    assert [item.body for item in emulator.requests] == [{"price": 1}]


def test_refresh__some_fields(emulator, session):
    product = Product.objects.only("name").get(id=77)
    emulator.clear_requests()
    product.refresh(["price", "channels"])
    (request,) = emulator.requests
    assert set(request.query["include_fields"].split(",")) >= {"price"}
    assert request.query["include"] == "channels"
    emulator.clear_requests()
    assert (product.price, product.channels) == (Decimal("55.99"), [1])
    assert emulator.requests == []
    assert product.weight
    assert len(emulator.requests) == 1


def test_refresh__rows_without_an_address_of_their_own(emulator, session):
    customer = Customer.objects.get(id=1)
    emulator.put_document("v3/customers", {"id": 1, "company": "Theirs"})
    customer.refresh()
    assert customer.company == "Theirs"


def test_refresh__relations_are_loaded_anew(emulator, session):
    product = Product.objects.get(id=77)
    before = len(product.images)
    emulator.put_document(
        "v3/catalog/products/77/images", {"image_url": "https://example.com/new.jpg"}
    )
    assert len(product.images) == before
    product.refresh()
    assert len(product.images) == before + 1


def test_refresh__children_that_were_created_here_too(emulator, session):
    product = Product.objects.get(id=77)
    gone, kept = (product.custom_fields.create(name=name, value="x") for name in "ab")
    new = product.custom_fields.new(name="c", value="x")
    emulator.remove_document("v3/catalog/products/77/custom-fields", gone.id)
    product.refresh()
    found = list(product.custom_fields)
    assert kept in found
    assert new in found
    assert gone not in found


def test_refresh__a_value_set_to_what_it_was_is_no_change(emulator, session):
    product = Product.objects.get(id=77)
    product.price = product.price
    emulator.put_document("v3/catalog/products", {"id": 77, "price": 9})
    product.refresh()
    assert product.price == 9
    assert session.dirty == []


def test_refresh__an_object_that_is_gone(emulator, session):
    product = Product.objects.get(id=77)
    customer = Customer.objects.get(id=1)
    emulator.remove_document("v3/catalog/products", 77)
    emulator.remove_document("v3/customers", 1)
    for item in (product, customer):
        with pytest.raises(StaleObjectError, match="no longer"):
            item.refresh()


def test_refresh__one_that_was_never_saved(session):
    brand = Brand(name="New")
    session.add(brand)
    with pytest.raises(DetachedError):
        brand.refresh()


def test_expunge__keeps_changes_and_can_come_back(emulator, session):
    product = Product.objects.get(id=77)
    product.price = Decimal(1)
    session.expunge(product)
    assert product.session is None
    assert session.dirty == []
    assert Product.objects.get(id=78).session is session
    session.add(product)
    assert session.dirty == [product]
    session.commit()
    assert emulator.requests[-1].body == {"price": 1}


def test_add__a_second_object_of_the_same_row(session):
    product = Product.objects.get(id=77)
    session.expunge(product)
    twin = Product.objects.get(id=77)
    with pytest.raises(StateError, match="holds another object"):
        session.add(product)
    assert session.get(Product, 77) is twin


def test_add__a_deleted_object(session):
    product = Product.objects.get(id=77)
    product.delete()
    with pytest.raises(StateError, match="was deleted"):
        session.add(product)
    with pytest.raises(StateError):
        session.delete(product)


def test_delete__of_a_new_object_only_forgets_it(emulator, session):
    brand = Brand(name="Never")
    session.add(brand)
    session.delete(brand)
    assert session.new == []
    assert session.commit().requests == 0


def test_autoflush(emulator, session):
    with session.client.session(autoflush=True) as flushing:
        product = Product.objects.get(id=77)
        product.price = Decimal(1)
        assert Product.objects.filter(price=1).count() == 1
        product.price = Decimal(2)
        with flushing.no_autoflush:
            assert Product.objects.filter(price=2).count() == 0
        assert flushing.dirty == [product]
        assert [item.id for item in Product.objects.filter(price=2).iterator(prefetch=1)] == [77]


def test_the_current_session_is_a_block(emulator, session):
    with session.client.session() as first:
        assert Product.objects.get(id=77).session is first
        with session.client.session() as second:
            assert Product.objects.get(id=77).session is second
        assert Product.objects.get(id=78).session is first
    assert Product.objects.get(id=79).session is session


def test_the_current_session_is_a_threads_own(emulator, session):
    found = []

    def ask():
        try:
            Product.objects.get(id=77)
        except bcorm.ConfigurationError as error:
            found.append(str(error))

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert "no current session" in found[0]


def test_pickle__of_a_loaded_object(emulator, session):
    product = Product.objects.include("images").get(id=77)
    product.price = Decimal("3.50")
    product.custom_url.url = "/mine/"
    product.meta_keywords.append("mine")
    text = pickle.dumps(product)
    assert b"not-a-secret" not in text
    copied = pickle.loads(text)
    assert copied is not product
    assert copied.session is None
    assert (copied.price, copied.custom_url.url, copied.meta_keywords) == (
        Decimal("3.50"), "/mine/", ["mine"],
    )  # fmt: skip
    assert copied.name == product.name
    session.expunge(product)
    session.add(copied)
    assert session.dirty == [copied]
    emulator.clear_requests()
    session.commit()
    assert set(emulator.requests[0].body) == {"price", "custom_url", "meta_keywords"}


def test_pickle__of_a_new_object_and_of_a_partial_one(emulator, session):
    new = pickle.loads(pickle.dumps(Product(name="New", price=Decimal(1))))
    assert (new.name, new.price, new.id) == ("New", 1, None)
    partial = pickle.loads(pickle.dumps(Product.objects.only("name").get(id=77)))
    session.expunge_all()
    with pytest.raises(DetachedError, match="price"):
        _ = partial.price
    session.add(partial)
    assert partial.price == Decimal("55.99")


def test_copies_are_detached(emulator, session):
    product = Product.objects.get(id=77)
    for duplicate in (copy.copy(product), copy.deepcopy(product)):
        duplicate.custom_url.url = "/copy/"
        assert duplicate.session is None
    assert session.dirty == []
    assert product.custom_url.url == "/field-bath-mat/"


def test_sessions_are_not_pickled(session):
    with pytest.raises(TypeError, match="not picklable"):
        pickle.dumps(session)


def test_nested_values_belong_to_one_object(emulator, session):
    first, second = Product.objects.filter(id__in=[77, 78])
    second.custom_url = first.custom_url
    second.custom_url.url = "/second/"
    assert first.custom_url.url == "/field-bath-mat/"
    second.meta_keywords = first.meta_keywords
    second.meta_keywords.append("x")
    assert first.meta_keywords == []
    assert session.dirty == [second]


def test_unknown_wire_fields_are_kept_and_readable(emulator, session):
    product = Product.objects.get(id=77)
    product._state.row["new_field"] = {"a": 1}
    assert product.new_field == {"a": 1}
    assert product.raw["new_field"] == {"a": 1}
    with pytest.raises(AttributeError, match="no field 'nme'; did you mean 'name'"):
        _ = product.nme


def test_attrs_knows_the_class():
    import attrs

    assert attrs.has(Product)
    assert "price" in [item.name for item in attrs.fields(Product)]
    product = Product(name="x", price=Decimal(1))
    assert attrs.asdict(product, filter=lambda _field, value: value is not None)["price"] == 1


def test_equality_is_identity(session):
    product = Product.objects.get(id=77)
    assert product == product  # noqa: PLR0124 - that is the question
    assert product != Product(name="x")
    assert len({product, Product.objects.get(id=77)}) == 1


def test_repr_shows_which_and_no_more(session):
    assert repr(Product.objects.get(id=77)) == "<Product id=77 name='Field Bath Mat'>"
    assert repr(ProductImage(image_url="https://example.com/a.jpg")) == "<ProductImage id=None>"
    assert "not-a-secret" not in repr(session) + repr(session.client)


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (PriceRecord(price_list_id=3, variant_id=7, currency="usd", price=1),
         "<PriceRecord price_list_id=3 variant_id=7 currency='usd'>"),
        (CustomerAddress(customer_id=5, first_name="Ann", city="Perth"),
         "<CustomerAddress id=None customer_id=5 first_name='Ann' city='Perth'>"),
        (ProductImage(product_id=77, image_url="http://e.com/x.png"),
         "<ProductImage id=None product_id=77>"),
        (ProductImage(), "<ProductImage id=None>"),
    ],
)  # fmt: skip
def test_repr_tells_rows_apart_that_have_neither_key_nor_name(item, told):
    assert repr(item) == told
