"""What a customer agreed to and pays with (`customers.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint

ConsentCategory = Literal["essential", "functional", "analytics", "targeting"]


class CustomerConsent(Resource):
    """What a customer allows to be tracked. `GET /v3/customers/{customerId}/consent`."""

    allow: list[ConsentCategory] = field()
    deny: list[ConsentCategory] = field()
    updated_at: datetime = readonly()

    endpoint = Endpoint(
        path="v3/customers/{customer_id}/consent",
        key=None,
        verbs=("get", "update"),
        version_field="updated_at",
    )


class InstrumentAddress(Struct):
    """The billing address of a stored instrument."""

    first_name: str = readonly()
    last_name: str = readonly()
    email: str = readonly()
    company: str = readonly()
    address1: str = readonly()
    address2: str = readonly()
    city: str = readonly()
    postal_code: str = readonly()
    state_or_province: str = readonly()
    state_or_province_code: str = readonly()
    country_code: str = readonly()
    phone: str = readonly()


class StoredInstrument(Resource):
    """A card or an account that can be charged again. `GET .../{customerId}/stored-instruments`.

    Which fields there are depends on the type.
    """

    type: Literal["stored_card", "stored_paypal_account", "stored_bank_account"] = readonly()
    token: str = readonly()
    is_default: bool = readonly()
    brand: str | None = readonly()
    expiry_month: int | None = readonly()
    expiry_year: int | None = readonly()
    issuer_identification_number: str | None = readonly()
    last_4: str | None = readonly()
    billing_address: InstrumentAddress | None = readonly()
    email: str | None = readonly()
    masked_account_number: str | None = readonly()
    issuer: str | None = readonly()

    endpoint = Endpoint(
        path="v3/customers/{customer_id}/stored-instruments",
        key="token",
        verbs=("list",),
        paging="none",
    )
