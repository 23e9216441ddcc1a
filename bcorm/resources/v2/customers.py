"""Customers and their addresses as V2 has them (`customers.v2.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Endpoint, resend
from bcorm.resources.actions import operation


class Authentication(Struct):
    """A new password; the API never shows one."""

    force_reset: bool | None = field(doc="Whether a new password must be chosen at the next login.")
    password: str | None = field(
        write_only=True, secret=True, doc="The password from now on; it is never shown."
    )
    password_confirmation: str | None = field(
        write_only=True, secret=True, doc="The password again."
    )


class CustomerFormField(Struct):
    """The answer to a question that the merchant added to a form."""

    name: str = readonly(doc="The question, as the form calls it.")
    value: str | None = readonly(doc="The answer.")


class CustomerAddress(Resource):
    """An address of a customer. `GET /v2/customers/{customer_id}/addresses`."""

    id: int = readonly()
    customer_id: int = readonly()
    first_name: str = field(required=True)
    last_name: str = field(required=True)
    company: str = field()
    street_1: str = field(required=True)
    street_2: str = field()
    city: str = field(required=True)
    state: str = field(required=True, doc="The state's full name; a space where there is none.")
    zip: str = field(required=True)
    country: str = field(required=True, doc="The country's full name.")
    country_iso2: str = readonly(doc="The country's code of two letters (ISO 3166-1 alpha-2).")
    phone: str = field(required=True)
    address_type: Literal["residential", "commercial"] = field(
        doc="Whether it is a home or a business."
    )

    customer = one["Customer"]("Customer", parent=True)

    endpoint = Endpoint(
        path="v2/customers/{customer_id}/addresses",
        count_path="v2/customers/{customer_id}/addresses/count",
        empty_delete=True,
        natural_key="first_name last_name street_1 street_2 city zip",
        put_rules=(
            resend(
                *[
                    "first_name",
                    "last_name",
                    "street_1",
                    "city",
                    "state",
                    "zip",
                    "country",
                    "phone",
                ],
                source="customers.v2.yml, PUT /customers/{customer_id}/addresses/{...}",
                reason="the request requires them",
            ),
        ),
    )


class Customer(Resource):
    """Somebody who buys. `GET /v2/customers` (deprecated)."""

    id: int = readonly()
    first_name: str = field(required=True)
    last_name: str = field(required=True)
    email: str = field(required=True, doc="The address by which the customer signs in.")
    company: str = field()
    phone: str = field()
    authentication: Authentication | None = field(
        wire="_authentication", doc="Sets the password; without one, the store makes one."
    )
    store_credit: Decimal = field(doc="The credit in the store, in its default currency.")
    registration_ip_address: str = field(
        doc="The internet address from which the account was made."
    )
    customer_group_id: int = field(doc="The customer's group; 0 means none.")
    notes: str = field(doc="Notes that the customer never sees.")
    tax_exempt_category: str = field(doc="The code of what frees the customer of tax.")
    accepts_marketing: bool = readonly(doc="Whether the store may send advertisements.")
    form_fields: list[CustomerFormField] | None = readonly(
        doc="The answers to the merchant's own questions of the account's form."
    )
    reset_pass_on_login: bool = field(
        doc="Whether a new password must be chosen at the next login."
    )
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    addresses = many(CustomerAddress)

    endpoint = Endpoint(
        path="v2/customers",
        keyset=True,
        count_path="v2/customers/count",
        count_filters=False,
        empty_delete=True,
        filters={
            "first_name": "exact",
            "last_name": "exact",
            "company": "exact",
            "email": "exact",
            "phone": "exact",
            "store_credit": "exact",
            "customer_group_id": "exact",
            "tax_exempt_category": "exact",
            "id": "gte lte",
            "date_created": "gte lte",
            "date_modified": "gte lte",
        },
        natural_key="email",
    )

    @operation("POST /v2/customers/{customer_id}/validate")
    def validate_password(self, password: str) -> bool:
        """Say whether this is the customer's password."""
        return bool(self._call("POST", "validate", json={"password": password}).data["success"])
