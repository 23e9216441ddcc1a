"""What becomes of the objects below a row that is deleted."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

from bcorm import Brand, Customer, CustomerAddress, Product, ProductImage
from bcorm.exceptions import StateError


def writes(emulator):
    return [(item.method, item.path.removeprefix("/")) for item in emulator.requests
            if item.method != "GET"]  # fmt: skip


@pytest.fixture
def product(session):
    """A product with images, by way of its own session."""
    return next(item for item in Product.objects.include("images").all() if len(item.images) > 1)


def test_changed_children_go_with_their_parent(emulator, session, product):
    image, other = product.images[:2]
    image.description = "changed"
    new = product.images.new(image_url="http://e.com/x.png")
    product.delete()
    assert (session.dirty, session.new) == ([], [])
    session.commit()
    assert writes(emulator) == [("DELETE", f"v3/catalog/products/{product.id}")]
    for gone in (image, other):
        assert gone not in session
        with pytest.raises(StateError, match="was deleted"):
            gone.save()
    assert new.session is None
    with pytest.raises(ProductImage.DoesNotExist):
        session.get(ProductImage, other.id, product_id=product.id)


def test_changes_below_what_is_to_be_deleted_are_not_sent(emulator, session, product):
    for image in product.images:
        image.description = "changed"
    session.delete(product)
    assert [request.method for request in session.plan()] == ["DELETE"]
    session.commit()
    assert writes(emulator) == [("DELETE", f"v3/catalog/products/{product.id}")]


def test_grandchildren_go_too_and_neighbours_stay(emulator, session):
    product = next(item for item in Product.objects.include("options").all() if item.options)
    neighbour = session.get(Product, product.id + 1)
    option = product.options[0]
    value = option.option_values[0]
    fields = list(neighbour.custom_fields)
    value.label = "changed"
    product.delete()
    assert (option in session, value in session, session.dirty) == (False, False, [])
    assert fields
    assert all(field in session for field in fields)


def test_children_of_a_row_that_was_deleted_before_can_be_deleted_no_more(emulator, session):
    product = next(item for item in Product.objects.include("images").all() if item.images)
    session.delete(product.images[0])
    product.delete()
    assert session.deleted == []
    assert session.commit().requests == 0


def test_the_addresses_of_a_customer_go_with_it(emulator, session):
    customer = next(item for item in Customer.objects.all() if item.addresses)
    address = customer.addresses[0]
    address.city = "changed"
    customer.delete()
    assert (session.dirty, address in session) == ([], False)
    assert not CustomerAddress.objects.filter(customer_id=customer.id)


def test_what_only_refers_to_a_deleted_row_stays(emulator, session):
    product = next(item for item in Product.objects.all() if item.brand_id)
    product.sort_order += 1
    brand = session.get(Brand, product.brand_id)
    brand.delete()
    assert session.dirty == [product]


def test_emptying_a_collection_takes_the_children_along(emulator, session):
    field = next(item for item in Product.objects.include("custom_fields") if item.custom_fields)
    child = field.custom_fields[0]
    child.value = "changed"
    Product.objects.delete(everything=True)
    assert (session.dirty, child in session) == ([], False)


def test_deleting_what_was_never_saved_creates_nothing(emulator, session):
    loose = Brand(name="loose")
    assert loose.delete().requests == 0
    pending = Brand(name="pending")
    session.add(pending)
    assert pending.delete().requests == 0
    product = session.get(Product, 77)
    product.custom_fields.new(name="a", value="b")
    kept = len(product.custom_fields.filter(id__gt=0))
    assert product.custom_fields.delete() == (kept, {"ProductCustomField": kept})
    assert session.new == []
    assert "POST" not in [method for method, _ in writes(emulator)]


def test_what_refers_to_others_is_deleted_before_them_and_each_once(emulator, session):
    product = next(item for item in Product.objects.all() if item.brand_id)
    brand = product.brand
    emulator.clear_requests()
    session.delete(brand)
    session.delete(product)
    planned = [(item.method, item.path) for item in session.plan()]
    assert planned == [
        ("DELETE", f"v3/catalog/products/{product.id}"),
        ("DELETE", f"v3/catalog/brands/{brand.id}"),
    ]
    assert set(session.commit().saved) == {product, brand}
    asked = [(item.method, item.path.removeprefix("/")) for item in emulator.requests]
    assert asked == planned


@pytest.mark.parametrize(
    "change",
    [
        lambda product: setattr(product, "price", 3),
        lambda product: product.categories.append(23),
        lambda product: setattr(product.custom_url, "url", "/elsewhere/"),
        lambda product: setattr(product, "brand", None),
    ],
)
def test_what_was_deleted_takes_no_changes_that_nobody_would_save(emulator, session, change):
    product = Product.objects.get(id=77)
    product.delete()
    with pytest.raises(StateError, match="was deleted"):
        change(product)
    assert not list(session.plan())


def test_what_was_made_and_deleted_is_held_by_nobody(emulator, session):
    """A loop that does so for ever needs no more memory for it."""
    product = Product.objects.get(id=77)
    product.price += 1
    gone = []
    for number in range(3):
        image = product.images.create(image_url=f"http://e.com/{number}.png")
        image.delete()
        gone.append(ref(image))
    kept = product.images.create(image_url="http://e.com/kept.png")
    del image
    gc.collect()
    assert [one() for one in gone] == [None, None, None]
    assert kept in list(product.images)
