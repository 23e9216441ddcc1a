"""Copies of new objects, and those that travelled as pickles."""

from __future__ import annotations

import copy
import pickle

import pytest

import bcorm
from bcorm import Brand, Product, ProductImage, Store


def lamp():
    brand = Brand(name="Newcomer")
    product = Product(name="Lamp", type="physical", price=30, weight=2, brand=brand)
    product.custom_fields.new(name="Material", value="Brass")
    return product


@pytest.mark.parametrize(
    "copied", [lambda item: pickle.loads(pickle.dumps(item)), copy.deepcopy], ids=["pickle", "deep"]
)
@pytest.mark.parametrize("added", [True, False])
def test_a_copy_of_a_new_object_has_its_new_brand_and_children(session, copied, added):
    original = lamp()
    if added:
        session.add(original)
    expected = [str(item.body) for item in session.plan()] if added else None
    twin = copied(original)
    session.expunge_all()
    assert twin.brand is not original.brand
    assert twin.brand.name == "Newcomer"
    session.add(twin)
    planned = [str(item.body) for item in session.plan()]
    assert len(planned) == 2
    assert planned == (expected or planned)
    assert "Brass" in planned[1]
    session.commit()
    assert twin.brand_id == twin.brand.id
    assert len(twin.custom_fields) == 1


def test_a_copied_child_brings_its_new_parent_along(session):
    product = Product(name="Lamp", type="physical", price=30, weight=2)
    image = product.images.new(image_url="https://example.com/a.png")
    twin = pickle.loads(pickle.dumps(image))
    assert twin.product.name == "Lamp"
    session.add(twin)
    session.commit()
    assert twin.product.id is not None
    assert [item.id for item in twin.product.images] == [twin.id]


def test_a_shallow_copy_leaves_the_children_to_the_original(session):
    original = lamp()
    twin = copy.copy(original)
    assert twin.name == "Lamp"
    assert twin.brand is original.brand
    assert len(twin.custom_fields) == 0
    assert len(original.custom_fields) == 1


def test_a_pickle_of_a_saved_object_holds_nothing_of_its_session(session):
    product = session.get(Product, 77)
    len(product.images)
    ProductImage(product=product, image_url="https://example.com/a.png")
    twin = pickle.loads(pickle.dumps(product))
    assert twin.session is None
    assert twin.name == product.name


COPIES = [copy.copy, copy.deepcopy, lambda item: pickle.loads(pickle.dumps(item))]


@pytest.mark.parametrize("copied", COPIES, ids=["shallow", "deep", "pickle"])
@pytest.mark.parametrize(
    "read",
    [
        Product.objects.first,
        lambda: ProductImage.objects.filter(product_id=77).first(),
        Store.objects.get,
    ],
    ids=["product", "image", "store"],
)
def test_a_copy_of_a_row_is_equal_to_it(session, copied, read):
    original = read()
    twin = copied(original)
    assert twin == original
    assert hash(twin) == hash(original)
    assert len({twin, original}) == 1


def test_rows_of_other_keys_parents_classes_and_stores_are_not_equal(session, empty_emulator):
    one, two = Product.objects.order_by("id")[:2]
    assert one != two
    assert one != Brand.objects.first()
    assert one != one.id
    with bcorm.Client(
        bcorm.OAuthCredentials("other", "not-a-secret"), api_url=empty_emulator.url
    ).session() as other:
        assert other.materialize(Product, [dict(one.raw)], None, None) != [one]


def test_new_objects_are_equal_to_themselves_only(session):
    one, two = lamp(), lamp()
    assert one != two
    assert copy.copy(one) != one
    before = {one}
    session.add(one)
    session.commit()
    assert one in before
