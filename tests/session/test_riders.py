"""New children that ride along with their parent's creation, and what they are afterwards."""

from __future__ import annotations

import pytest

from bcorm import CommitError, Customer, CustomerAddress
from bcorm.emulator import Fault

ADDRESS = {
    "first_name": "A", "last_name": "B", "address1": "1 Street", "city": "Sydney",
    "state_or_province": "New South Wales", "postal_code": "2000", "country_code": "AU",
}  # fmt: skip


def new_customer(number, *streets):
    customer = Customer(email=f"{number}@example.com", first_name="A", last_name="B")
    for street in streets:
        customer.addresses.new(**{**ADDRESS, "address1": street})
    return customer


def asked(emulator):
    return [(item.method, item.path.removeprefix("/")) for item in emulator.requests]


def test_addresses_that_the_answer_does_not_show_get_their_keys(emulator, session):
    customers = [new_customer(1, "1 Street", "2 Street"), new_customer(2, "1 Street")]
    mine = [list(customer.addresses) for customer in customers]
    session.add_all(customers)
    assert len(session.commit().saved) == 5
    assert asked(emulator) == [("POST", "v3/customers"), ("GET", "v3/customers/addresses")]
    for customer, addresses in zip(customers, mine, strict=True):
        assert list(customer.addresses) == addresses
        assert customer.addresses.count() == len(addresses)
        assert {item.customer_id for item in addresses} == {customer.id}
    rows = {row["id"]: row for row in emulator.documents("v3/customers/addresses")}
    assert all(rows[item.id]["address1"] == item.address1 for item in mine[0] + mine[1])


def test_an_address_that_rode_along_is_changed_and_deleted_like_any_other(emulator, session):
    customer = new_customer(1, "1 Street")
    (address,) = customer.addresses
    customer.save()
    address.city = "Perth"
    assert session.commit().saved == [address]
    assert address.save().saved == []
    assert customer.addresses.delete() == (1, {"CustomerAddress": 1})
    assert (session.deleted, list(customer.addresses)) == ([], [])
    assert not CustomerAddress.objects.filter(customer_id=customer.id)


def test_a_rider_that_could_not_be_read_keeps_what_is_assigned_to_it(emulator, session):
    customer = new_customer(1, "1 Street")
    (address,) = customer.addresses
    session.add(customer)
    emulator.faults.add(Fault("500", method="GET", times=None))
    with pytest.raises(CommitError) as caught:
        session.commit()
    report = caught.value.report
    assert (report.saved, [one.object for one in report.unknown]) == ([customer], [address])
    assert report.temporary
    emulator.faults.clear()
    emulator.clear_requests()
    address.city = "Perth"
    assert session.commit().saved == [address]
    assert [method for method, _ in asked(emulator)] == ["GET", "PUT"]
    (row,) = [
        row
        for row in emulator.documents("v3/customers/addresses")
        if row["customer_id"] == customer.id
    ]
    assert list(customer.addresses) == [address]
    assert (row["id"], row["city"]) == (address.id, "Perth")
