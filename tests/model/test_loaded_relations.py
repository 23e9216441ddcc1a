"""What a relation shows once it is loaded, and while children are not saved."""

from __future__ import annotations

import pytest

from bcorm import Customer, CustomerAddress, Product, ProductImage, ProductOptionValue
from bcorm.exceptions import FieldError, InvalidValue

URL = "https://example.com/new.png"


def shown(relation):
    """In how many ways a relation can be counted, and what they say."""
    return [len(relation), relation.count(), len(relation.all()), len(list(relation))]


CREATIONS = {
    "commit": lambda product: ProductImage(product=product, image_url=URL).save(),
    "key": lambda product: ProductImage(product_id=product.id, image_url=URL).save(),
    "manager": lambda product: ProductImage.objects.create(product_id=product.id, image_url=URL),
    "relation": lambda product: product.images.create(image_url=URL),
    "new": lambda product: product.images.new(image_url=URL).save(),
}


@pytest.mark.parametrize("create", CREATIONS.values(), ids=CREATIONS)
@pytest.mark.parametrize("included", [True, False])
def test_a_created_row_joins_what_is_loaded(session, create, included):
    query = Product.objects.include("images") if included else Product.objects
    product = query.get(id=101)
    before = len(product.images)
    create(product)
    assert shown(product.images) == [before + 1] * 4
    assert product.images.filter(image_file=None).count() >= 0
    session.refresh(product)
    assert shown(product.images) == [before + 1] * 4


def test_a_created_row_joins_what_is_loaded_by_a_foreign_key(session):
    customer = next(item for item in Customer.objects.all() if len(item.addresses))
    before = len(customer.addresses)
    CustomerAddress.objects.create(
        customer_id=customer.id,
        first_name="A",
        last_name="B",
        address1="1 Road",
        city="Oslo",
        country_code="NO",
        state_or_province="Oslo",
        postal_code="0150",
    )
    assert shown(customer.addresses) == [before + 1] * 4


def test_a_deleted_row_leaves_what_is_loaded(session):
    product = session.get(Product, 77)
    before = len(product.images)
    product.images[0].delete()
    assert shown(product.images) == [before - 1] * 4


@pytest.mark.parametrize("loaded", [True, False])
def test_new_children_are_shown_everywhere(session, loaded):
    product = session.get(Product, 77)
    stored = ProductImage.objects.filter(product_id=77).count()
    if loaded:
        len(product.images)
    image = product.images.new(image_url=URL, description="unsaved")
    assert product.images.count() == stored + 1
    assert list(product.images.filter(description="unsaved")) == [image]
    assert product.images.filter(description="unsaved").count() == 1
    assert image in list(product.images[: stored + 1])
    assert product.images.exists()
    assert shown(product.images) == [stored + 1] * 4


def test_a_child_that_names_its_saved_parent_is_shown_once_it_is_added(session):
    product = session.get(Product, 77)
    before = len(product.images)
    image = ProductImage(product=product, image_url=URL)
    session.add(image)
    assert shown(product.images) == [before + 1] * 4
    session.expunge(image)
    assert shown(product.images) == [before] * 4


def test_a_relation_can_be_expired_and_refreshed_by_name(session):
    product = session.get(Product, 77)
    before = len(product.images)
    other = session.client.session()
    ProductImage.objects.using(other).create(product_id=77, image_url=URL)
    assert len(product.images) == before
    session.expire(product, ["images"])
    assert len(product.images) == before + 1
    ProductImage.objects.using(other).create(product_id=77, image_url=URL)
    product.refresh(["images"])
    assert len(product.images) == before + 2
    assert product.name == product.raw["name"]


def test_the_names_to_refresh_are_a_list_of_what_there_is(session):
    product = session.get(Product, 77)
    with pytest.raises(InvalidValue, match=r"a list of names: \['price'\]"):
        product.refresh("price")
    with pytest.raises(InvalidValue, match=r"\['price'\]"):
        session.expire(product, "price")
    with pytest.raises(FieldError, match="images"):
        session.expire(product, ["imagse"])


def test_children_that_their_parents_answer_shows_are_there_once(session):
    values = [ProductOptionValue(label=label, sort_order=0) for label in ("Red", "Blue", "Green")]
    product = Product.objects.get(id=77)
    colour = product.options.create(
        display_name="Colour", type="dropdown", option_values=values
    )  # fmt: skip
    assert list(colour.option_values) == values
    assert len({value.id for value in values}) == 3
