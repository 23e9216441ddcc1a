"""What a unit of work costs when it is large: work grows with its size, not with the square.

Work is counted in calls, which are the same on a busy machine; how long they take is measured by
the benchmarks.
"""

from __future__ import annotations

import sys

import pytest

from bcorm import (
    Brand,
    Category,
    Customer,
    CustomerAddress,
    CustomerGroup,
    Order,
    PriceList,
    Product,
    ProductVariant,
    VariantMetafield,
)


def calls(work, size):
    """How many calls of Python functions (and steps of generators) `work(size)` takes."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work(size)
    finally:
        sys.setprofile(before)
    return count


def loaded(session, size):
    rows = [
        {"id": number, "name": f"product {number}", "price": 1} for number in range(1, size + 1)
    ]
    return session.materialize(Product, rows, None, None)


def add_children(session):
    def work(size):
        prices = PriceList(name="wholesale")
        for number in range(1, size + 1):
            prices.records.new(variant_id=number, currency="usd", price=3)
        session.add(prices)
        session.plan()
        session.rollback()

    return work


def plan_cascades(session):
    def work(size):
        for product in loaded(session, size):
            session.delete(product)
        session.plan()
        session.rollback()

    return work


def forget_new_ones(session):
    def work(size):
        items = [Product(name=f"product {number}") for number in range(size)]
        session.add_all(items)
        for item in items:
            session.expunge(item)

    return work


@pytest.mark.parametrize("scene", [add_children, plan_cascades, forget_new_ones])
def test_work_grows_with_the_number_of_objects(empty_session, scene):
    work = scene(empty_session)
    work(10)
    assert calls(work, 2000) < 5 * calls(work, 500)


def test_many_deletes_are_settled_one_by_one(empty_session):
    def work(size):
        products = loaded(empty_session, size)
        for product in products:
            empty_session.delete(product)
        empty_session.commit()

    work(10)
    assert calls(work, 2000) < 5 * calls(work, 500)


def test_saving_one_object_does_not_look_at_the_others(empty_session):
    products = loaded(empty_session, 1000)

    def save(_size):
        products[0].save()

    save(0)
    alone = calls(save, 0)
    for product in products[1:]:
        product.price += 1
    assert calls(save, 0) < alone + 100


FIRST = 900_000


def held(session, model, size, *, changed=None, **values):
    """Objects of rows that the store was never asked for; `{}` in a value is their number."""
    found = []
    for number in range(FIRST, FIRST + size):
        row = {"id": number, "name": f"row {number}", **values}
        above = dict.fromkeys(model.endpoint.placeholders, number)
        found += session.materialize(model, [row], above, None)
    for item in found if changed else ():
        setattr(item, changed, "changed")
    return found


def delete_brand(session):
    Brand.objects.create(name="Gone").delete()


def delete_category(session):
    Category.objects.create(name="Gone", parent_id=0).delete()


def delete_group(session):
    CustomerGroup.objects.create(name="Gone").delete()


def delete_customer(session):
    facts = {"first_name": "A", "last_name": "B"}
    Customer.objects.create(email="gone@example.com", **facts).delete()


def delete_product(session):
    Product.objects.create(name="Gone", type="physical", weight=1, price=1).delete()


def save_order(session):
    order = Order.objects.first()
    order.status_id = 10 if order.status_id != 10 else 11
    order.save()


def save_variant(session):
    variant = ProductVariant.objects.filter(product_id__in=[77])[0]
    variant.price = (variant.price or 0) + 1
    variant.save()


@pytest.mark.parametrize(
    ("write", "model", "values"),
    [
        (delete_brand, Product, {"brand_id": 1}),
        (delete_category, Product, {"categories": [1, 2]}),
        (delete_group, Customer, {"customer_group_id": 1}),
        (delete_customer, CustomerAddress, {"customer_id": 1}),
        (delete_customer, CustomerAddress, {"customer_id": 1, "changed": "city"}),
        (delete_product, ProductVariant, {}),
        (delete_product, ProductVariant, {"changed": "sku"}),
        (delete_product, VariantMetafield, {}),
        (delete_product, VariantMetafield, {"changed": "value"}),
        (save_order, Product, {"inventory_level": 3}),
        (save_order, ProductVariant, {"inventory_level": 3}),
        (save_variant, Product, {"base_variant_id": 1}),
    ],
)
def test_a_write_looks_at_none_of_what_it_does_not_change(session, write, model, values):
    write(session)
    alone = calls(lambda _size: write(session), 0)
    objects = held(session, model, 600, **values)
    write(session)  # files them
    assert calls(lambda _size: write(session), 0) < alone + 300
    assert len(objects) == 600


def test_who_has_a_value_is_known_of_what_came_or_changed_since(session):
    gone = Brand.objects.create(name="Gone")
    other = Brand.objects.create(name="Other")
    first, second, third = Product.objects.all()[:3]
    first.brand_id = gone.id
    first.save()
    Brand.objects.create(name="Files the products").delete()
    second.brand_id = gone.id  # written by us
    second.save()
    first.brand_id = other.id  # it had the brand
    first.save()
    with session.client.session() as elsewhere:
        same = elsewhere.get(Product, third.id)
        same.brand_id = gone.id
        same.save()
    session.refresh(third)  # shown by the store
    late = Product.objects.create(name="Late", type="physical", weight=1, price=1, brand_id=gone.id)
    gone.delete()
    assert [item.brand_id for item in (second, third, late)] == [0, 0, 0]
    assert first.brand_id == other.id


def test_files_of_what_is_held_do_not_grow_with_what_was_read(empty_session):
    brand = Brand.objects.create(name="Held")
    Brand.objects.create(name="Files the products").delete()
    for number in range(12):
        rows = [{"id": number * 1000 + key, "brand_id": 1} for key in range(1000)]
        empty_session.materialize(Product, rows, None, None)
    kept = empty_session.materialize(Product, [{"id": 1, "brand_id": brand.id}], None, None)
    files = empty_session._identities._files[Product.endpoint.path]
    assert sum(len(one) for file in files.values() for one in file._filed.values()) < 5000
    brand.delete()
    assert "brand_id" not in kept[0]._state.row


def test_whether_an_object_is_modified_is_known_without_the_others(empty_session):
    products = loaded(empty_session, 400)
    for product in products[1:]:
        product.price += 1
    assert calls(lambda _size: empty_session.is_modified(products[0]), 0) < 100
    assert empty_session.is_modified(products[1])
    empty_session.delete(products[1])
    assert not empty_session.is_modified(products[1])


def test_a_value_is_loaded_without_a_look_at_peers_that_have_it(session):
    few, many = list(Product.objects.all()[:20]), list(Product.objects.all()[20:])

    def touch(items):
        def work(_size):
            session.expire(items[0], ["name"])
            assert items[0].name

        work(0)
        return calls(work, 0)

    assert touch(many) < touch(few) + 100


def test_what_peers_lost_is_loaded_for_all_of_them_again(session):
    products = list(Product.objects.all()[:50])
    for product in products[:2]:
        session.expire(product, ["name"])
        assert product.name
    before = session.stats.requests
    session.expire_all()
    assert all(product.name for product in products)
    for product in products:
        session.refresh(product, ["price"])
        session.expire(product, ["name"])
    assert all(product.name for product in products)
    assert session.stats.requests - before == 50 + 2
