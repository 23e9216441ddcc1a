"""Which session an object belongs to, when it joins one and when it leaves."""

from __future__ import annotations

import threading
from decimal import Decimal

import pytest

from bcorm import (
    Brand,
    CommitError,
    Customer,
    Product,
    ProductCustomField,
    ProductImage,
    StoreProfile,
)
from bcorm.emulator import Fault
from bcorm.exceptions import InvalidValue, QueryError, StateError


def writes(emulator):
    return [(item.method, item.path.removeprefix("/")) for item in emulator.requests
            if item.method != "GET"]  # fmt: skip


def test_bulk_update_refuses_objects_of_another_session(emulator, session):
    products = list(Product.objects.filter(id__in=range(100, 110)))
    for product in products:
        product.price += 1
    caught = []

    def work():
        with session.client.session():
            try:
                Product.objects.bulk_update(products)
            except StateError as error:
                caught.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "belongs to another session" in caught[0]
    assert writes(emulator) == []
    assert Product.objects.bulk_update(products) == 10


def test_saving_an_object_of_another_session_is_refused(emulator, session):
    product = session.get(Product, 77)
    product.price += 1
    other = session.client.session()
    with pytest.raises(StateError, match="belongs to another session"):
        other.save(product)
    assert writes(emulator) == []


def test_objects_without_a_session_join_the_one_that_saves_them(emulator, session):
    product = session.get(Product, 77)
    session.expunge(product)
    product.price = Decimal("3.33")
    assert Product.objects.bulk_update([product]) == 1
    assert product.session is session
    brand = Brand(name="fresh")
    assert session.save(brand).saved == [brand]
    assert writes(emulator) == [("PUT", "v3/catalog/products/77"), ("POST", "v3/catalog/brands")]


def test_a_deleted_object_is_not_saved(emulator, session):
    product = session.get(Product, 77)
    product.delete()
    with pytest.raises(StateError, match="was deleted"):
        session.flush([product])


def test_add_takes_the_mark_for_deletion_off(emulator, session):
    product = session.get(Product, 77)
    product.price += 1
    session.delete(product)
    session.add(product)
    assert (session.deleted, session.dirty) == ([], [product])
    session.commit()
    assert writes(emulator) == [("PUT", "v3/catalog/products/77")]


def test_add_takes_a_failed_deletion_out_of_the_journal(emulator, session, tmp_path):
    from bcorm import recover

    with session.client.session(journal=tmp_path / "journal") as kept:
        product = kept.get(Product, 77)
        kept.delete(product)
        emulator.faults.add(Fault("503", method="DELETE", times=9))
        with pytest.raises(CommitError):
            kept.commit()
        emulator.faults.clear()
        kept.add(product)
        assert recover(tmp_path / "journal", kept).saved == []
    assert any(row["id"] == 77 for row in emulator.documents("v3/catalog/products"))


@pytest.mark.parametrize(
    "create",
    [
        lambda product: Product.objects.create(name="no type"),
        lambda product: Product.objects.get_or_create(name="no type"),
        lambda product: Product(name="no type").save(),
        lambda product: product.custom_fields.create(name="no value"),
        lambda product: ProductImage.objects.create(image_url="http://e.com/x.png"),
        lambda product: Product.objects.bulk_create([Product(name="no type"), Brand(name="b")]),
    ],
)
def test_what_is_refused_before_it_is_sent_does_not_stay_behind(emulator, session, create):
    product = session.get(Product, 77)
    with pytest.raises(InvalidValue):
        create(product)
    assert session.new == []
    assert writes(emulator) == []
    product.price += 1
    session.commit()


def test_what_was_added_before_stays_when_saving_it_is_refused(emulator, session):
    product = Product(name="no type")
    session.add(product)
    with pytest.raises(InvalidValue):
        product.save()
    assert session.new == [product]


def test_expunge_refuses_what_is_not_its_own(emulator, session):
    other = session.client.session()
    theirs = other.get(Product, 77)
    theirs.price += 1
    with pytest.raises(StateError, match="is not in this session"):
        session.expunge(theirs)
    assert theirs.session is other
    assert len(other.plan()) == 1


def test_an_old_object_does_not_take_the_new_one_of_its_key_along(emulator, session):
    old = session.get(Product, 77)
    session.expunge(old)
    new = session.get(Product, 77)
    assert new is not old
    with pytest.raises(StateError):
        session.expunge(old)
    assert session.get(Product, 77) is new


@pytest.mark.parametrize("drop", ["expunge", "delete"])
def test_the_new_children_of_a_new_parent_leave_with_it(emulator, session, drop):
    brand = Brand(name="stays")
    product = Product(name="goes", type="physical", weight=1, price=1, brand=brand)
    product.custom_fields.new(name="a", value="b")
    image = ProductImage(product=product, image_url="http://e.com/x.png")
    session.add_all([product, image])
    assert len(session.new) == 4
    getattr(session, drop)(product)
    assert session.new == [brand]
    session.commit()
    assert writes(emulator) == [("POST", "v3/catalog/brands")]
    session.add(product)
    assert len(session.new) == 3


def test_a_child_goes_below_one_parent(emulator, session):
    first = Product(name="first", type="physical", weight=1, price=1)
    second = Product(name="second", type="physical", weight=1, price=1)
    saved = session.get(Product, 77)
    image = ProductImage(image_url="http://e.com/x.png")
    first.images.add(image)
    first.images.add(image)
    for other in (second, saved):
        with pytest.raises(StateError, match="was added to"):
            other.images.add(image)
        assert image not in list(other.images)
    image.product = second
    assert (list(first.images), image.product) == ([], second)


def test_what_the_api_cannot_delete_is_refused_at_once(emulator, session):
    profile = StoreProfile.objects.get()
    with pytest.raises(QueryError, match="cannot delete StoreProfile"):
        session.delete(profile)
    assert session.deleted == []


def test_saving_one_object_saves_the_new_children_of_new_ones_only(emulator, session):
    product = session.get(Product, 77)
    field = product.custom_fields.new(name="a", value="b")
    assert product.save().saved == []
    assert session.new == [field]
    assert field.save().saved == [field]
    assert isinstance(session.get(ProductCustomField, field.id, product_id=77), ProductCustomField)


def test_a_refused_child_does_not_come_back_with_its_parent(emulator, session):
    product = session.get(Product, 77)
    with pytest.raises(CommitError):
        product.custom_fields.create(name="", value="b")
    with pytest.raises(InvalidValue):
        product.custom_fields.create(name="a")
    session.expunge(product)
    session.add(product)
    assert session.new == []


def test_relating_to_a_new_object_of_another_session_changes_nothing(emulator, session):
    product = session.get(Product, 77)
    before = product.brand_id
    brand = Brand(name="theirs")
    session.client.session().add(brand)
    with pytest.raises(StateError, match="belongs to another session"):
        product.brand = brand
    assert (product.brand_id, session.dirty) == (before, [])


@pytest.mark.parametrize("way", ["delete", "expunge", "rollback"])
def test_a_new_child_that_was_given_up_does_not_come_back_with_its_parent(session, way):
    product = Product.objects.first()
    field = product.custom_fields.new(name="Wood", value="oak")
    if way == "rollback":
        session.rollback()
    else:
        getattr(session, way)(field)
    session.expunge(product)
    session.add(product)
    assert session.new == []
    assert len(session.plan()) == 0


@pytest.mark.parametrize("way", ["delete", "expunge", "rollback"])
def test_a_new_address_that_was_given_up_does_not_come_back_with_its_customer(session, way):
    person = Customer.objects.first()
    address = person.addresses.new(
        first_name="A", last_name="B", address1="1 Road", city="Austin", country_code="US",
        state_or_province="Texas", postal_code="78701",
    )  # fmt: skip
    session.rollback() if way == "rollback" else getattr(session, way)(address)
    session.expunge(person)
    session.add(person)
    assert session.new == []


def test_a_new_product_that_was_rolled_back_keeps_its_new_children(session):
    product = Product(name="Lamp", type="physical", price=30, weight=2)
    product.custom_fields.new(name="Wood", value="oak")
    session.add(product)
    session.rollback()
    session.add(product)
    session.commit()
    assert [item.value for item in product.custom_fields] == ["oak"]


@pytest.mark.parametrize("again", ["delete", "save", "add"])
def test_a_brand_whose_metafield_was_deleted_can_be_used_after_expunging_all(session, again):
    brand = Brand.objects.create(name="Oak & Co")
    facts = {"key": "a", "namespace": "b", "value": "c", "permission_set": "read"}
    kept = brand.metafields.create(**{**facts, "key": "kept"})
    brand.metafields.create(**facts).delete()
    session.expunge_all()
    if again == "delete":
        brand.delete()
        assert not Brand.objects.filter(id=brand.id).exists()
    elif again == "save":
        brand.name = "Elm & Co"
        brand.save()
        assert session.stats.requests
    else:
        session.add(brand)
        assert kept in session
        assert [item.id for item in brand.metafields] == [kept.id]
