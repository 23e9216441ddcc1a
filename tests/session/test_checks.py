"""`commit(check=True)`: what somebody else has changed is not overwritten, whatever it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bcorm import CarrierConnection, Category, CommitError, Coupon, Product
from bcorm.emulator import Fault
from bcorm.exceptions import StaleObjectError


def writes(emulator):
    return [(item.method, item.path.removeprefix("/")) for item in emulator.requests
            if item.method != "GET"]  # fmt: skip


def refused(session):
    """Commit, and return what was not sent because somebody else had changed it."""
    with pytest.raises(CommitError) as caught:
        session.commit(check=True)
    failures = caught.value.report.failed
    assert all(isinstance(failure.error, StaleObjectError) for failure in failures)
    return [failure.object for failure in failures]


def change(emulator, path, item, **values):
    emulator.put_document(path, {"id": item.id, **values})
    emulator.clear_requests()


def test_without_a_date_the_values_that_are_overwritten_are_compared(emulator, session):
    category = Category.objects.first()
    category.description = "Ours"
    change(emulator, "v3/catalog/categories", category, description="Theirs")
    assert refused(session) == [category]
    assert writes(emulator) == []
    category.refresh()
    category.page_title = "Ours"
    report = session.commit(check=True)
    assert (report.saved, report.unchecked) == ([category], [])


def test_what_is_not_overwritten_may_have_changed(emulator, session):
    category = Category.objects.first()
    category.description = "Ours"
    change(emulator, "v3/catalog/categories", category, page_title="Theirs")
    assert session.commit(check=True).saved == [category]


def test_amounts_of_other_digits_are_equal(emulator, session):
    coupon = Coupon.objects.first()
    coupon.amount += 1
    assert session.commit(check=True).saved == [coupon]
    coupon.amount += 1
    assert session.commit(check=True).saved == [coupon]


def test_objects_of_which_only_some_fields_were_loaded_can_be_checked(emulator, session):
    first, second = Product.objects.filter(id__in=[77, 78]).only("sku", "price")
    first.price = second.price = Decimal(1)
    change(emulator, "v3/catalog/products", first, price=2)
    assert refused(session) == [first]
    assert writes(emulator) == [("PUT", "v3/catalog/products/78")]


def test_deletes_are_checked(emulator, session):
    product, coupon = session.get(Product, 77), Coupon.objects.first()
    free = session.get(Product, 78)
    for item in (product, coupon, free):
        session.delete(item)
    change(emulator, "v3/catalog/products", product, name="Theirs")
    change(emulator, "v2/coupons", coupon, name="Theirs")
    assert set(refused(session)) == {product, coupon}
    assert writes(emulator) == [("DELETE", "v3/catalog/products/78")]
    assert set(session.deleted) == {product, coupon}


def test_the_children_of_what_is_not_deleted_stay(emulator, session):
    product = next(item for item in Product.objects.include("images") if item.images)
    image = product.images[0]
    session.delete(product)
    session.delete(image)
    change(emulator, "v3/catalog/products", product, name="Theirs")
    with pytest.raises(CommitError) as caught:
        session.commit(check=True)
    assert [one.object for one in caught.value.report.failed] == [product, image]
    assert writes(emulator) == []


def test_a_check_that_gets_no_answer_is_a_failure_of_its_objects(emulator, session):
    product = session.get(Product, 77)
    product.price = Decimal(1)
    emulator.faults.add(Fault("500", method="GET", times=99))
    with pytest.raises(CommitError) as caught:
        session.commit(check=True)
    (failure,) = caught.value.report.failed
    assert failure.object is product
    assert failure.temporary
    assert writes(emulator) == []


def test_what_the_api_does_not_show_is_sent_and_said_to_be_unchecked(emulator, session):
    made = CarrierConnection(carrier_id="auspost", connection={"auspost_settings": {"a": "b"}})
    session.add(made)
    session.commit()
    made.connection = {"auspost_settings": {"a": "c"}}
    emulator.clear_requests()
    report = session.commit(check=True)
    assert (report.saved, report.unchecked) == ([made], [made])
    assert [item.method for item in emulator.requests] == ["PUT"]
    assert "1 could not be checked" in str(report)


def test_what_the_api_counts_by_itself_does_not_keep_a_row_from_being_deleted(emulator, session):
    coupon = Coupon.objects.first()
    session.delete(coupon)
    coupon.raw["num_uses"] += 1  # it was another when the row was loaded
    assert session.commit(check=True).saved == [coupon]


def test_a_row_of_which_nothing_was_loaded_is_not_deleted(emulator, session):
    product = Product.objects.only("id").get(id=77)
    session.delete(product)
    emulator.clear_requests()
    assert refused(session) == [product]
    assert writes(emulator) == []
    product.refresh()
    assert session.commit(check=True).saved == [product]
