"""What a customer agreed to and pays with (`customers.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint

ConsentCategory = Literal["essential", "functional", "analytics", "targeting"]


class CustomerConsent(Resource):
    """What a customer allows to be tracked. `GET /v3/customers/{customerId}/consent`."""

    allow: list[ConsentCategory] = field(doc="The kinds of cookies that the customer has accepted.")
    deny: list[ConsentCategory] = field(doc="The kinds of cookies that the customer has refused.")
    updated_at: datetime = readonly(doc="When it was written; a read shows the moment of the read.")

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
    country_code: str = readonly(doc="The country's code of two letters (ISO 3166-1 alpha-2).")
    phone: str = readonly()


class StoredInstrument(Resource):
    """A card or an account that can be charged again. `GET .../{customerId}/stored-instruments`.

    Which fields there are depends on the type.
    """

    type: Literal["stored_card", "stored_paypal_account", "stored_bank_account"] = readonly()
    token: str = readonly(doc="The stored instrument's token, by which a payment names it.")
    is_default: bool = readonly(doc="Whether the checkout offers it first.")
    brand: str | None = readonly(doc="The card's brand, such as `VISA`.")
    expiry_month: int | None = readonly(
        doc="The last month in which the card is good, from 1 to 12."
    )
    expiry_year: int | None = readonly(doc="The last year in which the card is good.")
    issuer_identification_number: str | None = readonly(
        doc="The card's first digits, which name its bank."
    )
    last_4: str | None = readonly(doc="The last four digits of the card.")
    billing_address: InstrumentAddress | None = readonly()
    email: str | None = readonly(doc="The PayPal account's address.")
    masked_account_number: str | None = readonly(doc="The bank account's number, in part.")
    issuer: str | None = readonly(doc="The bank's code.")

    endpoint = Endpoint(
        path="v3/customers/{customer_id}/stored-instruments",
        key="token",
        verbs=("list",),
        paging="none",
    )
