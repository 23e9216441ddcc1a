"""Passwords that are on their way to the store are sent, and shown nowhere before."""

from __future__ import annotations

import inspect
import json
from importlib import import_module

import attrs
import pytest

from bcorm import CarrierConnection, Customer, Deployment, TaxProviderConnection, Webhook, v2
from bcorm.exceptions import InvalidValue
from bcorm.model.types import options_of
from bcorm.resources import INDEX
from bcorm.resources.v2 import V2_INDEX

PASSWORD = "Sesame-8251"
PERSON = {"email": "ann@example.com", "first_name": "Ann", "last_name": "Lee"}
SCENES = {
    "customer": lambda: Customer(**PERSON, authentication={"new_password": PASSWORD}),
    "customer of V2": lambda: v2.Customer(
        **PERSON, authentication={"password": PASSWORD, "password_confirmation": PASSWORD}
    ),
    "tax provider": lambda: TaxProviderConnection(
        provider_id="SampleTax", username="ann", password=PASSWORD
    ),
    "webhook": lambda: Webhook(
        scope="store/order/*", destination="https://e.com/", headers={"Authorization": PASSWORD}
    ),
    "carrier": lambda: CarrierConnection(carrier_id="fedex", connection={"key": PASSWORD}),
    "deployment": lambda: Deployment(
        project_uuid="1f2f5a4e-0000-4000-8000-000000000000",
        upload_uuid="1f2f5a4e-0000-4000-8000-000000000001",
        environment_variables=[{"type": "secret", "key": "TOKEN", "value": PASSWORD}],
    ),
}


@pytest.mark.parametrize("make", SCENES.values(), ids=SCENES.keys())
def test_a_plan_does_not_show_a_password(session, make):
    item = make()
    session.add(item)
    plan = session.plan()
    (request,) = plan
    assert PASSWORD in json.dumps(request.body)
    for text in (str(plan), repr(plan), str(request), repr(request), request.json, repr(item)):
        assert PASSWORD not in text
    assert '"****"' in request.json


def test_a_password_is_sent_and_in_no_repr(emulator, session):
    customer = Customer(**PERSON, authentication={"new_password": PASSWORD})
    assert repr(customer.authentication) == "Authentication(new_password='****')"
    session.add(customer)
    report = session.commit()
    assert PASSWORD in json.dumps(emulator.requests[-1].body)
    assert PASSWORD not in repr(report) + str(report.sent)


@pytest.mark.parametrize(
    ("make", "match"),
    [
        (lambda: Customer(authentication={"new_password": [PASSWORD]}), "Authentication.new_pass"),
        (lambda: Webhook(headers=[PASSWORD]), "Webhook.headers"),
        (lambda: Webhook(headers={"Authorization": [PASSWORD]}), "Webhook.headers"),
        (lambda: CarrierConnection(connection=PASSWORD), "CarrierConnection.connection"),
    ],
)
def test_an_error_does_not_show_a_password(make, match):
    with pytest.raises(InvalidValue, match=match) as caught:
        make()
    assert PASSWORD not in str(caught.value) + repr(caught.value.value)
    assert "****" in str(caught.value)


def _declared():
    for package, index in (("bcorm.resources", INDEX), ("bcorm.resources.v2", V2_INDEX)):
        for name in index:
            module = import_module(getattr(import_module(package), name).__module__)
            for found in vars(module).values():
                if inspect.isclass(found) and attrs.has(found):
                    yield from ((found.__name__, item) for item in attrs.fields(found))


def test_what_is_called_a_password_or_a_secret_is_declared_as_one():
    declared = list(_declared())
    assert len(declared) > 1000
    bare = {
        (name, item.name)
        for name, item in declared
        if {"password", "secret"} & set(item.name.split("_"))
        and not options_of(item).secret
        # Whether one has to be reset, or how long it has to be, may be known.
        and "str" in str(item.type)
    }
    assert not bare
