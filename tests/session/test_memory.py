"""What a session knows of rows and relations: one thing, of which the newest counts."""

from __future__ import annotations

import gc
from decimal import Decimal

import pytest

import bcorm
from bcorm import (
    Customer,
    CustomerAddress,
    Product,
    ProductCustomField,
    ProductImage,
    ProductOption,
    ProductVariant,
)


def chair(**values):
    facts = {"name": "Chair", "type": "physical", "weight": Decimal(1), "price": Decimal(5)}
    return Product(**{**facts, **values})


def image(word):
    return ProductImage(image_url="https://example.com/a.jpg", description=word)


# Each: how a child is made, what it is changed from and to, and where it is found.
CHILDREN = {
    "images": (lambda: image("one"), "description", "one", "two"),
    "custom_fields": (lambda: ProductCustomField(name="Wood", value="one"), "value", "one", "two"),
    "videos": (
        lambda: bcorm.ProductVideo(type="youtube", video_id="abc", title="one"),
        "title",
        "one",
        "two",
    ),
    "bulk_pricing_rules": (
        lambda: bcorm.BulkPricingRule(
            quantity_min=10, quantity_max=20, type="price", amount=Decimal(2)
        ),
        "amount",
        Decimal(2),
        Decimal(3),
    ),
    "variants": (
        lambda: ProductVariant(
            sku="V1",
            price=Decimal(7),
            option_values=[{"option_display_name": "Size", "label": "S"}],
        ),
        "price",
        Decimal(7),
        Decimal(9),
    ),
}


@pytest.fixture(params=sorted(CHILDREN))
def kind(request):
    return request.param


def created(session, kind):
    make, *facts = CHILDREN[kind]
    product, child = chair(), make()
    getattr(product, kind).add(child)
    session.add(product)
    session.commit()
    return product, child, *facts


def stored(session, child, name):
    """What the store holds, as another session reads it."""
    with session.client.session() as other:
        return getattr(other.get(type(child), child.pk, product_id=child.product.id), name)


def test_a_child_that_was_created_along_keeps_what_it_was_changed_to(empty_session, kind):
    product, child, name, first, second = created(empty_session, kind)
    setattr(child, name, second)
    empty_session.commit()
    assert child in list(getattr(product, kind))
    assert getattr(child, name) == second
    setattr(child, name, first)
    assert len(empty_session.commit().saved) == 1
    assert stored(empty_session, child, name) == first


def test_a_child_that_was_created_along_and_is_held_by_nobody_comes_back_as_it_is(
    empty_session, kind
):
    product, child, name, _, second = created(empty_session, kind)
    setattr(child, name, second)
    empty_session.commit()
    key = child.pk
    del child
    gc.collect()
    again = {item.pk: item for item in getattr(product, kind)}[key]
    assert getattr(again, name) == second


def test_a_child_that_was_created_along_and_deleted_is_not_listed(empty_session, kind):
    product, child, *_ = created(empty_session, kind)
    empty_session.delete(child)
    empty_session.commit()
    found = list(getattr(product, kind))
    assert child not in found
    assert child.pk not in {item.pk for item in found}


def test_an_included_child_that_was_changed_by_its_own_query_stays_changed(empty_session, kind):
    _, child, name, first, second = created(empty_session, kind)
    key, model = child.pk, type(child)
    empty_session.expunge_all()
    (product,) = Product.objects.include(kind)
    own = empty_session.get(model, key, product_id=product.id)
    setattr(own, name, second)
    empty_session.commit()
    del own
    gc.collect()
    found = {item.pk: item for item in getattr(product, kind)}[key]
    assert getattr(found, name) == second
    setattr(found, name, first)
    empty_session.commit()
    assert stored(empty_session, found, name) == first


def test_an_included_child_that_somebody_else_changed_is_as_it_was_read_last(empty_session):
    _, child, *_ = created(empty_session, "images")
    key = child.pk
    empty_session.expunge_all()
    (product,) = Product.objects.include("images")
    with empty_session.client.session() as other:
        other.get(ProductImage, key, product_id=product.id).description = "theirs"
        other.commit()
    own = empty_session.get(ProductImage, key, product_id=product.id)
    assert own.description == "theirs"
    assert [item.description for item in product.images] == ["theirs"]


def test_a_newer_include_shows_what_is_newer(empty_session):
    product, child, *_ = created(empty_session, "images")
    assert [item.description for item in product.images] == ["one"]
    with empty_session.client.session() as other:
        theirs = other.get(Product, product.id)
        theirs.images.first().description = "theirs"
        theirs.images.create(image_url="https://example.com/b.jpg", description="new")
        other.commit()
    list(Product.objects.include("images"))
    assert [item.description for item in product.images] == ["theirs", "new"]
    assert child.description == "theirs"


def test_a_child_that_was_created_and_that_somebody_else_deleted_goes_with_a_newer_list(
    empty_session,
):
    product, _, *_ = created(empty_session, "images")
    list(product.images)
    second = product.images.create(image_url="https://example.com/b.jpg")
    assert len(product.images) == 2
    with empty_session.client.session() as other:
        other.delete(other.get(ProductImage, second.id, product_id=product.id))
        other.commit()
    list(Product.objects.include("images"))
    assert len(product.images) == 1


def test_values_below_an_option_that_came_along_stay_changed(empty_session):
    product = chair()
    option = product.options.new(display_name="Size", type="dropdown")
    option.option_values.new(label="small", sort_order=0)
    empty_session.add(product)
    empty_session.commit()
    key = product.id
    empty_session.expunge_all()
    del product, option
    gc.collect()
    (product,) = Product.objects.filter(id=key).include("options")
    theirs = ProductOption.objects.filter(product_id=key).first()
    number, value = theirs.id, theirs.option_values.first().id
    del theirs
    gc.collect()
    own = empty_session.get(bcorm.ProductOptionValue, value, product_id=key, option_id=number)
    own.label = "tiny"
    empty_session.commit()
    del own
    gc.collect()
    (option,) = product.options
    assert [item.label for item in option.option_values] == ["tiny"]


def test_addresses_that_were_included_stay_changed(empty_session):
    person = Customer(first_name="A", last_name="B", email="a@example.com")
    person.addresses.new(
        first_name="A",
        last_name="B",
        address1="One Street",
        city="Austin",
        country_code="US",
        state_or_province="Texas",
        postal_code="78701",
    )
    empty_session.add(person)
    empty_session.commit()
    empty_session.expunge_all()
    (person,) = Customer.objects.include("addresses")
    address = CustomerAddress.objects.filter(customer_id=person.id).first()
    address.city = "Dallas"
    empty_session.commit()
    del address
    gc.collect()
    assert [item.city for item in person.addresses] == ["Dallas"]
    empty_session.delete(person.addresses.first())
    empty_session.commit()
    assert list(person.addresses) == []


def test_a_page_that_was_read_ahead_does_not_undo_what_was_written_since(session):
    keys = [item.id for item in Product.objects.order_by("id")]
    last = session.get(Product, keys[-1])
    rows = Product.objects.order_by("id").iterator(prefetch=4)
    next(rows)
    last.name = "Renamed"
    session.commit()
    for _ in rows:
        pass
    assert last.name == "Renamed"
    before = session.stats.requests
    last.name = "Renamed"
    session.commit()
    assert session.stats.requests == before


class MyProduct(Product):
    """A user's own class of products."""


def test_a_row_is_one_object_whatever_its_class_is(empty_session):
    created(empty_session, "images")
    (product,) = Product.objects.all()
    (mine,) = MyProduct.objects.all()
    assert mine is product
    mine.name = "Stool"
    empty_session.commit()
    assert product.name == "Stool"


def test_children_below_a_users_own_class_are_deleted_with_it(empty_session):
    key = created(empty_session, "images")[0].id
    empty_session.expunge_all()
    gc.collect()
    mine = empty_session.get(MyProduct, key)
    (picture,) = ProductImage.objects.filter(product_id=key)
    assert [item.id for item in mine.images] == [picture.id]
    empty_session.delete(mine)
    empty_session.commit()
    assert picture not in empty_session


def test_rows_of_a_users_own_class_are_written_whoever_asked_first(empty_session):
    product = created(empty_session, "images")[0]
    assert MyProduct.objects.update(sort_order=3) == 1
    assert product.sort_order == 3
    product.sort_order = 4
    assert MyProduct.objects.bulk_update([product]) == 1
    assert MyProduct.objects.filter(sort_order=4).scan().delete()[0] == 1


def test_a_users_own_class_stands_where_the_librarys_is_meant(empty_session):
    key = created(empty_session, "images")[0].id
    category = bcorm.Category.objects.create(name="One", parent_id=0)
    bcorm.ProductCategoryAssignment.objects.create(product_id=key, category_id=category.id)
    empty_session.expunge_all()
    mine = empty_session.get(MyProduct, key)
    (assignment,) = bcorm.ProductCategoryAssignment.objects.filter(product=mine)
    assert assignment.product is mine


def test_a_held_child_has_what_an_include_says_of_it(empty_session, kind):
    """Nobody has touched the relation since; setting back what was loaded is a change."""
    product, child, name, first, second = created(empty_session, kind)
    key, model = child.pk, type(child)
    empty_session.expunge_all()
    own = empty_session.get(model, key, product_id=product.id)
    with empty_session.client.session() as theirs:
        setattr(theirs.get(model, key, product_id=product.id), name, second)
        theirs.commit()
    list(Product.objects.using(empty_session).include(kind))
    assert getattr(own, name) == second
    setattr(own, name, first)
    assert len(empty_session.commit().saved) == 1
    assert stored(empty_session, own, name) == first


def test_a_held_child_that_was_changed_here_stays_so_whatever_an_include_says(empty_session, kind):
    product, child, name, _, second = created(empty_session, kind)
    key, model = child.pk, type(child)
    empty_session.expunge_all()
    own = empty_session.get(model, key, product_id=product.id)
    setattr(own, name, second)
    list(Product.objects.using(empty_session).include(kind))
    assert getattr(own, name) == second
    assert own in empty_session.dirty


def test_a_held_address_has_what_an_include_says_of_it(empty_session):
    """Of rows that name their parent themselves, and of which an include shows only some."""
    customer = Customer(email="a@example.com", first_name="A", last_name="B")
    customer.addresses.add(
        CustomerAddress(
            first_name="A", last_name="B", address1="Street 1", city="Berlin", country_code="DE",
            postal_code="10115", state_or_province="Berlin",
        )
    )  # fmt: skip
    empty_session.add(customer)
    empty_session.commit()
    (own,) = customer.addresses
    with empty_session.client.session() as theirs:
        theirs.get(CustomerAddress, own.id).city = "Bonn"
        theirs.commit()
    list(Customer.objects.using(empty_session).include("addresses"))
    assert own.city == "Bonn"
