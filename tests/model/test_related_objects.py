"""Which objects a relation takes, in assignments and in filters."""

from __future__ import annotations

import pytest

from bcorm import Brand, Category, Product, ProductImage, ProductOptionValue
from bcorm.exceptions import InvalidValue, StateError


@pytest.mark.parametrize(
    "lookups",
    [
        lambda brand: {"brand": brand},
        lambda brand: {"brand_id": brand},
        lambda brand: {"brand__in": [1, brand]},
        lambda brand: {"brand_id__in": [brand]},
    ],
)
@pytest.mark.parametrize("method", ["filter", "exclude"])
def test_an_unsaved_object_in_a_filter_is_no_null(session, lookups, method):
    with pytest.raises(InvalidValue, match="an object that the store has"):
        getattr(Product.objects, method)(**lookups(Brand(name="Unsaved")))


def test_an_object_of_another_class_is_refused_in_a_filter(session):
    category = Category.objects.first()
    with pytest.raises(InvalidValue, match="a Brand or its key"):
        Product.objects.filter(brand=category)
    with pytest.raises(InvalidValue, match="a Brand or its key"):
        Product.objects.filter(brand__in=[category])


def test_a_deleted_object_is_taken_neither_by_a_filter_nor_by_an_assignment(session):
    product, brand = session.get(Product, 101), Brand.objects.create(name="Short-lived")
    before = product.brand_id
    brand.delete()
    with pytest.raises(StateError, match="was deleted"):
        product.brand = brand
    with pytest.raises(InvalidValue, match="an object that the store has"):
        Product.objects.filter(brand=brand)
    assert product.brand_id == before
    assert session.dirty == []


def test_a_refused_assignment_changes_nothing(session):
    product = session.get(Product, 101)
    before = product.brand_id
    other = session.client.session()
    brand = Brand(name="Theirs")
    other.add(brand)
    with pytest.raises(StateError, match="another session"):
        product.brand = brand
    assert (product.brand_id, product.brand.id) == (before, before)
    assert session.dirty == []


def test_a_refused_addition_changes_nothing(session):
    product = session.get(Product, 101)
    other = session.client.session()
    image = ProductImage(image_url="https://example.com/a.png")
    other.add(image)
    before = len(product.images)
    with pytest.raises(StateError, match="another session"):
        product.images.add(image)
    assert len(product.images) == before
    assert image._state.parents == {}
    assert session.new == []


def test_rows_below_an_object_are_filtered_by_that_object(session):
    product = session.get(Product, 77)
    query = ProductImage.objects.filter(product=product)
    assert "v3/catalog/products/77/images" in str(query.explain())
    assert list(query) == list(product.images)
    option = product.options[0]
    values = ProductOptionValue.objects.filter(option=option)
    assert list(values) == list(option.option_values)
    assert list(ProductImage.objects.filter(product=77)) == list(product.images)
    several = ProductImage.objects.filter(product__in=[product, 78])
    assert str(several.explain()) == str(
        ProductImage.objects.filter(product_id__in=[77, 78]).explain()
    )
