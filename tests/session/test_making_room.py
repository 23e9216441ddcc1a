"""Rows that are deleted and made anew in one commit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bcorm import (
    Brand,
    Category,
    CommitError,
    Coupon,
    PriceList,
    PriceRecord,
    Product,
    ProductCustomField,
)


def asked(emulator):
    return [(item.method, item.path.removeprefix("/")) for item in emulator.requests
            if item.method != "GET"]  # fmt: skip


def test_a_deleted_row_makes_room_for_a_new_one_of_its_natural_key(emulator, session):
    old, other = Brand.objects.all()[:2]
    session.delete(old)
    session.delete(other)
    new = Brand(name=old.name.upper())
    session.add(new)
    assert [request.method for request in session.plan()] == ["DELETE", "POST", "DELETE"]
    assert set(session.commit().saved) == {old, new, other}
    assert asked(emulator) == [
        ("DELETE", f"v3/catalog/brands/{old.id}"),
        ("POST", "v3/catalog/brands"),
        ("DELETE", f"v3/catalog/brands/{other.id}"),
    ]


def test_deletes_that_make_no_room_go_last(emulator, session):
    product = session.get(Product, 77)
    field = product.custom_fields.create(name="Material", value="Brass")
    emulator.clear_requests()
    session.delete(field)
    session.get(Product, 78).custom_fields.new(name="Material", value="Brass")
    session.commit()
    assert [method for method, _ in asked(emulator)] == ["POST", "DELETE"]


def test_children_make_room_below_their_own_parent(emulator, session):
    product = session.get(Product, 77)
    old = product.custom_fields.create(name="Material", value="Brass")
    emulator.clear_requests()
    session.delete(old)
    new = product.custom_fields.new(name="Material", value="Brass")
    session.commit()
    assert [method for method, _ in asked(emulator)] == ["DELETE", "POST"]
    assert session.get(ProductCustomField, new.id, product_id=77) is new


def test_a_name_that_is_free_elsewhere_needs_no_room(emulator, session):
    one, other = Category.objects.filter(parent_id=0)[:2]
    old = Category.objects.create(name="Lamps", parent_id=one.id)
    child = Category.objects.create(name="Floor lamps", parent_id=old.id)
    new = Category(name="Lamps", parent_id=other.id)
    session.add(new)
    child.parent = new
    session.delete(old)
    emulator.clear_requests()
    session.commit()
    assert [method for method, _ in asked(emulator)] == ["POST", "PUT", "DELETE"]
    rows = {row["id"]: row["parent_id"] for row in emulator.documents("v3/catalog/categories")}
    assert rows[child.id] == new.id


def test_a_check_looks_at_what_makes_room_before_it_goes(emulator, session):
    old = Coupon.objects.first()
    session.delete(old)
    session.add(Coupon(**{**copy_of(old), "code": old.code}))
    emulator.put_document("v2/coupons", {"id": old.id, "name": "Theirs"})
    emulator.clear_requests()
    with pytest.raises(CommitError) as caught:
        session.commit(check=True)
    assert caught.value.report.saved == []
    assert "DELETE" not in [method for method, _ in asked(emulator)]


def copy_of(coupon):
    return {"name": coupon.name, "type": coupon.type, "amount": coupon.amount,
            "enabled": True, "applies_to": {"entity": "categories", "ids": [0]}}  # fmt: skip


def test_a_row_whose_address_users_choose_makes_room_too(empty_emulator, empty_session):
    """A price record has no key but its variant and its currency, in whatever letters."""
    row = {"name": "Chair", "type": "physical", "weight": 1, "price": 5}
    product = empty_emulator.put_document("v3/catalog/products", row)
    (variant,) = empty_emulator.documents(f"v3/catalog/products/{product['id']}/variants")
    prices = PriceList(name="Wholesale")
    empty_session.add(prices)
    empty_session.commit()
    where = {"price_list_id": prices.id, "variant_id": variant["id"]}
    old = PriceRecord(**where, currency="usd", price=Decimal(1))
    empty_session.add(old)
    empty_session.commit()
    empty_emulator.clear_requests()
    empty_session.delete(old)
    new = PriceRecord(**where, currency="USD", price=Decimal(2))
    empty_session.add(new)
    assert set(empty_session.commit().saved) == {old, new}
    assert [method for method, _ in asked(empty_emulator)] == ["DELETE", "POST"]
    (record,) = empty_emulator.documents(f"v3/pricelists/{prices.id}/records")
    assert record["price"] == 2
