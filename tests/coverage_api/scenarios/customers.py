"""Scenarios of `customers.v3.yml` and `customers.v2.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coverage_api.metafields import exercise_metafields
from coverage_api.stage import covers

from bcorm import (
    Customer,
    CustomerAddress,
    CustomerAttribute,
    CustomerAttributeValue,
    CustomerChannelSettings,
    CustomerConsent,
    CustomerFormFieldValue,
    CustomerGroup,
    CustomerMetafield,
    CustomerSettings,
    v2,
)

if TYPE_CHECKING:
    from coverage_api.stage import Stage

V3, V2 = "customers.v3.yml", "customers.v2.yml"
ADDRESS = {
    "first_name": "Ann",
    "last_name": "Lee",
    "address1": "5 Pier Road",
    "city": "Tacoma",
    "state_or_province": "Washington",
    "postal_code": "98402",
    "country_code": "US",
}


def _customer(email: str = "ann@example.org") -> Customer:
    return Customer.objects.create(
        email=email, first_name="Ann", last_name="Lee", authentication={"new_password": "Secret12!"}
    )


@covers(V3)
def customers(stage: Stage) -> None:
    made = _customer()
    made.notes = "Likes blue"
    stage.session.commit()
    found = Customer.objects.filter(email__in=["ann@example.org"]).include("addresses")
    assert [item.notes for item in found] == ["Likes blue"]
    assert Customer.validate_credentials("ann@example.org", "Secret12!").is_valid
    made.delete()


@covers(V3)
def addresses(stage: Stage) -> None:
    customer = _customer()
    made = CustomerAddress.objects.create(customer_id=customer.id, **ADDRESS)
    made.company = "Lee & Co"
    stage.session.commit()
    assert [item.company for item in CustomerAddress.objects.filter(id=made.id)] == ["Lee & Co"]
    made.delete()


@covers(V3)
def attributes(stage: Stage) -> None:
    customer = _customer()
    made = CustomerAttribute.objects.create(name="Shoe size", type="number")
    made.name = "Size"
    stage.session.commit()
    assert [item.type for item in CustomerAttribute.objects.filter(name="Size")] == ["number"]
    value = CustomerAttributeValue.objects.create(
        customer_id=customer.id, attribute_id=made.id, value="42"
    )
    value.value = "43"
    stage.session.commit()
    shown = CustomerAttributeValue.objects.filter(customer_id__in=[customer.id])
    assert [item.attribute_value for item in shown] == ["43"]
    value.delete()
    made.delete()


@covers(V3)
def records(stage: Stage) -> None:
    customer = _customer()
    consent = CustomerConsent.objects.get(customer_id=customer.id)
    consent.allow, consent.deny = ["essential"], ["targeting"]
    stage.session.commit()
    assert list(customer.stored_instruments) == []
    CustomerFormFieldValue.objects.create(
        customer_id=customer.id, name="Favourite colour", value="Blue"
    )
    found = CustomerFormFieldValue.objects.filter(customer_id=customer.id)
    assert [item.value for item in found] == ["Blue"]


@covers(V3)
def settings(stage: Stage) -> None:
    settings = CustomerSettings.objects.get()
    settings.privacy_settings.ask_shopper_for_tracking_consent = True
    own = CustomerChannelSettings.objects.get(channel_id=1)
    own.allow_global_logins = False
    stage.session.commit()
    settings.refresh()
    assert settings.privacy_settings.ask_shopper_for_tracking_consent


@covers(V3)
def metafields(stage: Stage) -> None:
    exercise_metafields(stage, CustomerMetafield, Customer.objects.all()[:2])


@covers(V2)
def customers_of_v2(stage: Stage) -> None:
    made = v2.Customer.objects.create(
        first_name="Ann",
        last_name="Lee",
        email="ann@example.org",
        authentication={"password": "Secret12!", "password_confirmation": "Secret12!"},
    )
    made.notes = "Likes blue"
    stage.session.commit()
    assert v2.Customer.objects.get(id=made.id).notes == "Likes blue"
    assert v2.Customer.objects.filter(email="ann@example.org").count() == 1
    assert made.validate_password("Secret12!")
    address = {
        "first_name": "Ann",
        "last_name": "Lee",
        "street_1": "5 Pier Road",
        "city": "Tacoma",
        "state": "Washington",
        "zip": "98402",
        "country": "United States",
        "phone": "1234567",
    }
    home = made.addresses.create(**address)
    home.company = "Lee & Co"
    stage.session.commit()
    path = {"customer_id": made.id}
    assert v2.CustomerAddress.objects.get(id=home.id, **path).company == "Lee & Co"
    assert v2.CustomerAddress.objects.filter(**path).count() == 1
    assert [item.city for item in made.addresses.all()] == ["Tacoma"]
    home.delete()
    made.addresses.create(**address)
    made.addresses.all().delete(everything=True)
    made.delete()
    assert v2.Customer.objects.count() == len(v2.Customer.objects.all())
    v2.Customer.objects.delete(everything=True)


@covers(V2)
def groups(stage: Stage) -> None:
    made = CustomerGroup.objects.create(name="Friends")
    made.name = "Good friends"
    stage.session.commit()
    assert CustomerGroup.objects.get(id=made.id) is made
    assert CustomerGroup.objects.count() > 0
    assert "Good friends" in [item.name for item in CustomerGroup.objects.all()]
    made.delete()
