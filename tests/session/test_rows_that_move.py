"""Rows that are moved from one parent to another, and what relations show of it."""

from __future__ import annotations

import pickle

import pytest

import bcorm
from bcorm import Brand, Category, CustomerGroup, Product
from bcorm.exceptions import CommitError

PRODUCTS = "v3/catalog/products"


def two(model, relation):
    """Two rows with what they have loaded, of which the first has something."""
    rows = [row for row in model.objects.all() if len(getattr(row, relation))]
    assert len(rows) > 1
    return rows[0], rows[1]


def members(parent, relation):
    rows = getattr(parent, relation)
    found = {row.id for row in rows}
    assert len(rows) == rows.count() == len(rows.all()) == len(found)
    assert rows.filter(id__in=sorted(found)).count() == len(found) if found else not rows.exists()
    return found


@pytest.mark.parametrize(
    ("model", "relation", "field"),
    [(Brand, "products", "brand_id"), (CustomerGroup, "customers", "customer_group_id")],
)
def test_what_was_moved_is_where_it_is_now(session, model, relation, field):
    one, other = two(model, relation)
    here, there = members(one, relation), members(other, relation)
    for row in list(getattr(one, relation)):
        setattr(row, field, other.id)
    session.commit()
    assert (members(one, relation), members(other, relation)) == (set(), here | there)
    for row in list(getattr(other, relation))[:2]:
        setattr(row, field, one.id)
        session.commit()
    back = members(one, relation)
    assert len(back) == 2
    assert members(other, relation) == (here | there) - back
    session.refresh(one, [relation])
    assert members(one, relation) == back


def test_categories_of_a_list_of_keys(session):
    one, other = two(Category, "products")
    empty = Category(name="Empty", parent_id=0)
    session.add(empty)
    session.commit()
    here, there = members(one, "products"), members(other, "products")
    assert members(empty, "products") == set()
    for product in list(one.products):
        product.categories = [key for key in product.categories if key != one.id] + [empty.id]
    session.commit()
    assert members(one, "products") == set()
    assert members(empty, "products") == here
    assert members(other, "products") == there


def test_a_new_row_is_in_each_of_its_lists(session):
    one, other = two(Category, "products")
    known = members(one, "products")
    product = Product(name="New", type="physical", weight=1, price=1, categories=[one.id, other.id])
    session.add(product)
    session.commit()
    assert members(one, "products") == known | {product.id}
    assert product.id in members(other, "products")


def test_a_price_does_not_load_anything(session, emulator):
    one, _ = two(Brand, "products")
    product = one.products[0]
    emulator.clear_requests()
    product.price += 1
    session.commit()
    assert product in one.products
    assert len(emulator.requests) == 1


def test_what_others_say_of_a_row_counts(session, emulator):
    """A row that was read again and names another parent is not shown under the old one."""
    one, other = two(Brand, "products")
    product = one.products[0]
    with bcorm.connect("testing", "token", api_url=emulator.url) as elsewhere:
        elsewhere.get(Product, product.id).brand_id = other.id
        elsewhere.commit()
    assert product in one.products
    product.refresh()
    assert product not in one.products


def test_a_category_that_is_not_saved_yet(session, emulator):
    product = Product.objects.filter(categories__in=[18]).first() or Product.objects.first()
    before = list(product.categories)
    anvils, dust = (Category(name=name, parent_id=0) for name in ("Anvils", "Dust"))
    product.category_set.add(anvils, dust)
    assert [row.name for row in product.category_set][-2:] == ["Anvils", "Dust"]
    assert list(product.categories) == before
    product.category_set.remove(dust)
    emulator.clear_requests()
    session.commit()
    assert [request.method for request in emulator.requests] == ["POST", "POST", "PUT"]
    assert list(product.categories) == [*before, anvils.id]
    assert [row.name for row in product.category_set][-1] == "Anvils"
    assert members(anvils, "products") == {product.id}
    assert not session.dirty
    again = pickle.loads(pickle.dumps(product))
    assert list(again.categories) == [*before, anvils.id]


@pytest.mark.parametrize("way", ["category_set", "add", "products", "mapping"])
def test_new_products_of_new_categories(session, emulator, way):
    facts = {"name": "New", "type": "physical", "weight": 1, "price": 1}
    saved = Category.objects.first()
    new = (
        {"name": "Anvils", "parent_id": 0}
        if way == "mapping"
        else Category(name="Anvils", parent_id=0)
    )
    if way == "category_set":
        product = Product(**facts, category_set=[saved, new])
    else:
        product = Product(**facts, categories=[saved.id])
        product.category_set.add(new) if way != "products" else new.products.add(product)
    session.add(product)
    assert "Anvils" in str(session.plan())
    session.commit()
    anvils = Category.objects.get(name="Anvils")
    assert sorted(product.categories) == sorted([saved.id, anvils.id])
    document = next(row for row in emulator.documents(PRODUCTS) if row["id"] == product.id)
    assert sorted(document["categories"]) == sorted([saved.id, anvils.id])


def test_a_category_that_is_refused_holds_its_products_back(session, emulator):
    taken = Category.objects.filter(parent_id=0).first().name
    product = Product(name="New", type="physical", weight=1, price=1)
    product.category_set.add(Category(name=taken, parent_id=0))
    session.add(product)
    with pytest.raises(CommitError) as caught:
        session.commit()
    assert len(caught.value.report.failed) == 2
    assert not any(request.path.endswith("products") for request in emulator.requests)
    session.rollback()


def test_the_list_can_be_replaced_before_it_is_saved(session):
    product = Product.objects.first()
    product.category_set.add(Category(name="Anvils", parent_id=0))
    product.categories = [18]
    assert [row.id for row in product.category_set] == [18]
    session.rollback()
    product.category_set.add(Category(name="Anvils", parent_id=0))
    session.rollback()
    assert "Anvils" not in [row.name for row in product.category_set]
    assert not session.dirty
