"""Customers with what belongs to them (`customers.v3.yml`).

No row here has an address of its own: all are read by filters and written in batches.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.http.credentials import masked
from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, resend
from bcorm.resources.actions import operation, send, typed
from bcorm.resources.customer_records import CustomerConsent, StoredInstrument
from bcorm.resources.metafields import WHOLE_PUT, Metafield, metafields

# The specs state 10 for customers and attribute values, and nothing for the rest.
BATCH = 10

if TYPE_CHECKING:
    from bcorm.model.unit_of_work import UnitOfWork
    from bcorm.resources.customer_groups import CustomerGroup  # noqa: F401 - the text in a relation
    from bcorm.resources.orders import Order  # noqa: F401 - the text in a relation


class CustomerMetafield(Metafield):
    """A metafield of a customer. `GET /v3/customers/{customerId}/metafields`."""

    endpoint = metafields(
        "v3/customers/{resource_id}/metafields",
        "v3/customers/metafields",
        put_rules=(
            WHOLE_PUT,
            resend(
                "id",
                source="customers.v3.yml, PUT /customers/{customerId}/metafields/{metafieldId}",
                reason="the body's schema requires the id",
            ),
        ),
    )


class FormField(Struct):
    """The answer to a question that the merchant added to a form."""

    name: str = field(doc="The question, as the form calls it.")
    value: str | Decimal | list[str] = field(doc="The answer.")
    customer_id: int | None = readonly(doc="Whose it is, if it is of the account's form.")
    address_id: int | None = readonly(doc="Whose it is, if it is of an address's form.")


class CustomerAddress(Resource):
    """An address of a customer. `GET /v3/customers/addresses`."""

    id: int = readonly()
    customer_id: int = field(required=True, create_only=True)
    first_name: str = field(required=True, max_length=255)
    last_name: str = field(required=True, max_length=255)
    company: str = field(max_length=255)
    address1: str = field(required=True, doc="Street and number.")
    address2: str = field(doc="What else finds the door.")
    city: str = field(required=True, max_length=100)
    state_or_province: str = field(
        required=True, max_length=100, doc="The state's full name, not its code."
    )
    postal_code: str = field(required=True, max_length=30)
    country_code: str = field(
        required=True, max_length=2, doc="The country's two letters (ISO 3166-1)."
    )
    country: str = readonly(doc="The country's name, made of `country_code`.")
    phone: str = field(max_length=50)
    address_type: Literal["residential", "commercial"] = field(
        doc="Whether it is a home or a business."
    )
    form_fields: list[FormField] | None = field(
        include="formfields", doc="The answers to the merchant's own questions of the address form."
    )

    customer = one["Customer"]("Customer", via="customer_id")

    endpoint = Endpoint(
        path="v3/customers/addresses",
        verbs=("list",),
        create_batch=Batch(BATCH, single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(250, single=True),
        filters={
            "id": "in",
            "customer_id": "in",
            "company": "in",
            "name": Filter("in", type=str),
        },
        includes="formfields",
        natural_key="customer_id first_name last_name address1 address2 city postal_code",
    )


class CustomerAttribute(Resource):
    """A kind of fact that the store keeps of customers. `GET /v3/customers/attributes`."""

    id: int = readonly()
    name: str = field(
        required=True, max_length=255, doc="What the attribute is called, unique in the store."
    )
    type: Literal["string", "number", "date"] = field(
        required=True, create_only=True, doc="Of what type its values are."
    )
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    endpoint = Endpoint(
        path="v3/customers/attributes",
        verbs=("list",),
        create_batch=Batch(BATCH, single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(250, single=True),
        filters={
            "name": "exact icontains",
            "type": "exact",
            "date_created": "exact gte lte",
            "date_modified": "exact gte lte",
        },
        natural_key="name",
        put_rules=(
            resend(
                "name",
                source="customers.v3.yml, PUT /customers/attributes",
                reason="the body's schema requires the name",
            ),
        ),
    )


class CustomerAttributeValue(Resource):
    """A fact about one customer. `GET /v3/customers/attribute-values`.

    It is written as `value` and shown as `attribute_value`.
    """

    id: int = readonly()
    attribute_id: int = field(
        required=True, create_only=True, doc="The attribute that it is a value of."
    )
    customer_id: int = field(required=True, create_only=True)
    value: str | None = field(
        required=True,
        write_only=True,
        shown_as="attribute_value",
        max_length=255,
        doc="The value as it is written: a text, whatever the attribute's type.",
    )
    attribute_value: str = readonly(
        doc="The value as lists show it: a text, whatever the attribute's type."
    )
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    attribute = one(CustomerAttribute, via="attribute_id")
    customer = one["Customer"]("Customer", via="customer_id")

    endpoint = Endpoint(
        path="v3/customers/attribute-values",
        verbs=("list",),
        create_batch=Batch(BATCH, method="PUT", single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(250, single=True),
        filters={
            "customer_id": "in",
            "attribute_id": "in",
            "name": Filter("exact", type=str),
            "date_created": "exact gte lte",
            "date_modified": "exact gte lte",
        },
        natural_key="customer_id attribute_id",
        put_rules=(
            resend(
                "attribute_id",
                "customer_id",
                "value",
                source="customers.v3.yml, PUT /customers/attribute-values",
                reason="the body's schema requires all three",
            ),
        ),
    )


class CustomerFormFieldValue(Resource):
    """An answer to a form's question. `GET /v3/customers/form-field-values` (deprecated).

    A row belongs to a customer or to an address, and has no id of its own.
    """

    name: str = field(required=True, create_only=True, doc="The question, as the form calls it.")
    value: str | Decimal | list[str] = field(required=True, doc="The answer.")
    customer_id: int | None = field(create_only=True, doc="Who answered in the account's form.")
    address_id: int | None = field(
        create_only=True, doc="The address in whose form it was answered."
    )

    endpoint = Endpoint(
        path="v3/customers/form-field-values",
        key=None,
        scope={"customer_id": "customer_id", "address_id": "address_id", "name": "field_name"},
        verbs=(),
        create_batch=Batch(BATCH, method="PUT", single=True),
        update_batch=Batch(BATCH, carry=("customer_id", "address_id", "name"), single=True),
        everywhere=Endpoint(
            path="v3/customers/form-field-values",
            paging="both",
            filters={
                "customer_id": "exact",
                "address_id": "exact",
                "name": Filter("exact", wire="field_name"),
                "field_type": Filter("exact", type=Literal["customer", "customer_address"]),
            },
        ),
        natural_key="customer_id address_id name",
    )


class Authentication(Struct):
    """How a customer signs in."""

    force_password_reset: bool = field(
        doc="Whether a new password must be chosen at the next login."
    )
    new_password: str | None = field(
        write_only=True, secret=True, doc="The password from now on; it is never shown."
    )


class StoreCredit(Struct):
    """An amount that a customer has in store."""

    amount: Decimal = field(doc="How much there is, in the store's default currency.")


class CredentialCheck(Struct):
    """Whether an e-mail address and a password belong together."""

    is_valid: bool = readonly(doc="Whether address and password belong together.")
    customer_id: int | None = readonly(doc="Whose they are; None if they are nobody's.")


class Customer(Resource):
    """Somebody who buys. `GET /v3/customers`."""

    id: int = readonly()
    email: str = field(
        required=True,
        max_length=255,
        doc="The address by which the customer signs in; unique in the store or the channel.",
    )
    first_name: str = field(required=True, max_length=100)
    last_name: str = field(required=True, max_length=100)
    company: str = field(max_length=255)
    phone: str = field(max_length=50)
    registration_ip_address: str = field(
        max_length=30, doc="The address from which the customer registered."
    )
    notes: str = field(doc="Notes that the customer never sees.")
    tax_exempt_category: str = field(
        max_length=255, doc="The category of tax exemption; empty if the customer pays tax."
    )
    customer_group_id: int = field(none=0, doc="The customer group's id; 0 means none.")
    address_count: int = readonly(doc="How many addresses there are; ten of them come along.")
    attribute_count: int = readonly(doc="How many attributes have a value; ten of them come along.")
    authentication: Authentication = field(doc="How the customer logs in.")
    accepts_product_review_abandoned_cart_emails: bool = field(
        doc="Whether review requests and reminders may be sent."
    )
    trigger_account_created_notification: bool | None = field(
        create_only=True, write_only=True, doc="Whether a new customer gets the mail of welcome."
    )
    origin_channel_id: int = field(
        create_only=True, doc="The channel in which the customer registered."
    )
    channel_ids: list[int] | None = field(doc="Channels that the customer may use; None means all.")
    store_credit_amounts: list[StoreCredit] | None = field(
        include="storecredit", doc="Store credit, in the store's currency."
    )
    form_fields: list[FormField] | None = field(
        include="formfields",
        doc="The answers to the merchant's own questions of the account's form.",
    )
    shopper_profile_id: str | None = readonly(
        include="shopper_profile_id", doc="The profile by which the customer is in segments."
    )
    segment_ids: list[str] | None = readonly(
        include="segment_ids", doc="The segments that the customer is in."
    )
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    addresses = many(
        CustomerAddress, by="customer_id", include="addresses", nested="addresses", include_cap=10
    )
    attributes = many(
        CustomerAttributeValue, by="customer_id", include="attributes", include_cap=10
    )
    form_field_values = many(CustomerFormFieldValue, by="customer_id")
    metafields = many(CustomerMetafield)
    group = one["CustomerGroup"]("customer_groups.CustomerGroup", via="customer_group_id")
    orders = many["Order"]("orders.Order", by="customer_id")
    consent = one(CustomerConsent, below=True)
    stored_instruments = many(StoredInstrument)

    uncopied = frozenset({"attributes", "store_credit_amounts"})

    endpoint = Endpoint(
        path="v3/customers",
        verbs=("list",),
        create_batch=Batch(BATCH, single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(250, single=True),
        paging="both",
        filters={
            "id": "in",
            "email": "in",
            "name": Filter("in icontains", type=str),
            "company": "in",
            "customer_group_id": "in",
            "phone": "in",
            "registration_ip_address": "in",
            "date_created": "exact gte lte",
            "date_modified": "exact gte lte",
        },
        sort="date_created last_name date_modified",
        sort_style="suffix",
        includes="addresses storecredit attributes formfields shopper_profile_id segment_ids",
        natural_key="email",
    )

    @classmethod
    @operation("POST /v3/customers/validate-credentials")
    def validate_credentials(
        cls,
        email: str,
        password: str,
        *,
        channel_id: int | None = None,
        session: UnitOfWork | None = None,
    ) -> CredentialCheck:
        """Check a shopper's password. The API throttles this on its own terms.

        Args:
            email: the address with which the customer signs in.
            password: it is sent, and kept nowhere.
            channel_id: the channel to sign in to, where customers are not shared.
            session: the session to use instead of the current one.
        """
        # Masked all the way down: no frame of a failure shows it, and no error gives it back.
        password = masked(password)
        body: dict[str, Any] = {"email": email, "password": password}
        if channel_id is not None:
            body["channel_id"] = channel_id
        answer = send(session, "POST", "v3/customers/validate-credentials", json=body)
        return typed(CredentialCheck, answer.data)
