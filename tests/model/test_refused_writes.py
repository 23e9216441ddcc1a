"""Writes through a queryset that are refused leave nothing behind for the next commit."""

from __future__ import annotations

import pytest

import bcorm
from bcorm import Brand, Product, ProductCustomField
from bcorm.exceptions import CommitError, FieldError, InvalidValue, ReadOnlyFieldError


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"price": 5, "name": "x" * 300}, InvalidValue),
        ({"price": 5, "id": 3}, ReadOnlyFieldError),
        ({"price": 5, "brand": Product()}, InvalidValue),
        ({"price": 5, "prize": 5}, FieldError),
    ],
)
def test_update__checks_all_values_before_it_changes_any(emulator, session, values, error):
    product = Product.objects.get(id=80)
    before = product.price
    emulator.clear_requests()
    with pytest.raises(error):
        Product.objects.filter(id__in=[80, 81]).update(**values)
    with pytest.raises(error):
        Product.objects.update_or_create(id=80, defaults=values)
    assert emulator.requests == []
    assert product.price == before
    assert session.dirty == []


def test_update__rows_that_were_refused_have_their_values_back(emulator, session):
    names = [Product.objects.get(id=key).name for key in (80, 81)]
    emulator.clear_requests()
    with pytest.raises(CommitError) as told:
        Product.objects.filter(id__in=[80, 82]).update(name=names[1], price=7)
    assert len(told.value.report.failed) == 2
    assert session.dirty == []
    assert session.commit().requests == 0
    assert Product.objects.get(id=80).name == names[0]


def test_update__what_was_saved_stays_saved(emulator, session):
    taken = Brand.objects.all()[1].name
    first, second = Brand.objects.all()[2:4]
    second.page_title = "mine"
    with pytest.raises(CommitError):
        Brand.objects.filter(id__in=[first.id, second.id]).update(name="New name of both")
    assert [brand.name for brand in (first, second)].count("New name of both") == 1
    assert session.dirty == [second]
    second.refresh()
    with pytest.raises(CommitError):
        Brand.objects.update_or_create(id=second.id, defaults={"name": taken, "page_title": "t"})
    assert (second.name != taken, second.page_title) == (True, "mine")
    session.commit()
    assert bcorm.Brand.objects.get(id=second.id).page_title == "mine"


def test_bulk_create__takes_objects_of_its_class_only(emulator, session):
    product = Product.objects.get(id=80)
    emulator.clear_requests()
    for rows, wrong in (
        (Product.objects, [Product(name="a", type="physical", weight=1, price=1), Brand(name="b")]),
        (Product.objects, [{"name": "a"}]),
        (product.custom_fields, [{"name": "a", "value": "b"}]),
        (product.custom_fields, [Brand(name="b")]),
    ):
        with pytest.raises(InvalidValue, match="objects"):
            rows.bulk_create(wrong)
        with pytest.raises(InvalidValue, match="objects"):
            rows.bulk_update(wrong)
    assert emulator.requests == []
    assert session.new == []
    assert product.custom_fields.filter(name="b").count() == 0


def test_bulk_create__below_a_parent(emulator, session):
    product = Product.objects.get(id=80)
    fields = [ProductCustomField(name=name, value="x") for name in ("first", "second")]
    before = list(product.custom_fields)
    assert product.custom_fields.bulk_create(fields) == fields
    assert all(item.id for item in fields)
    assert list(product.custom_fields) == [*before, *fields]
    names = [item["name"] for item in emulator.documents("v3/catalog/products/80/custom-fields")]
    assert names[-2:] == ["first", "second"]
    new = Product(name="Unsaved", type="physical", weight=1, price=1)
    session.add(new)
    (field,) = new.custom_fields.bulk_create([ProductCustomField(name="with", value="parent")])
    assert field.id is None
    session.commit()
    stored = emulator.documents(f"v3/catalog/products/{new.id}/custom-fields")
    assert [item["name"] for item in stored] == ["with"]


def test_get_or_create__finds_the_row_that_the_store_takes_for_the_same(emulator, session):
    brand = Brand.objects.create(name="Race")
    assert Brand.objects.get_or_create(name="RACE") == (brand, False)
    again, created = Brand.objects.update_or_create(name="rACE", defaults={"page_title": "t"})
    assert (again, created, again.page_title) == (brand, False, "t")
    assert session.new == []
    with pytest.raises(CommitError):
        Brand.objects.get_or_create(page_title="none such", defaults={"name": "RACE"})


def test_get_or_create__finds_the_row_of_somebody_who_was_quicker(emulator, session):
    create = session.client.request

    def overtaken(method, path, **named):
        if method == "POST":
            session.client.request = create
            emulator.put_document("v3/catalog/brands", {"name": "Quick"})
        return create(method, path, **named)

    session.client.request = overtaken
    brand, created = Brand.objects.get_or_create(name="Quick")
    assert (brand.name, created) == ("Quick", False)


@pytest.mark.parametrize("name", ["name__regex", "custom_url__url__regex"])
def test_filter__a_regular_expression_that_is_none_is_refused_at_once(name):
    with pytest.raises(InvalidValue, match=f"{name}.*regular expression"):
        Product.objects.filter(**{name: "("})
    assert Product.objects.filter(**{name: "(a|b)+"})._query.conditions
