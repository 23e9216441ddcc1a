"""Payment methods (`payments/accepted-methods_payments.v3.yml`) and tokens that pay an order.

`bcorm.v2.PaymentMethod` lists what is enabled in the store; `bcorm.auth` charges an order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bcorm.auth.payments import create_payment_token
from bcorm.model import Resource, Struct, readonly
from bcorm.model.unit_of_work import require_session
from bcorm.query.endpoint import Endpoint, Filter
from bcorm.resources.actions import operation

if TYPE_CHECKING:
    from bcorm.http.credentials import Secret
    from bcorm.model.unit_of_work import UnitOfWork


class StoredInstrument(Struct):
    """A card that the customer has stored with the method."""

    brand: str = readonly(doc="Such as `VISA`.")
    expiry_month: int = readonly()
    expiry_year: int = readonly()
    issuer_identification_number: str = readonly(
        doc="The first digits of its number, which name the issuer."
    )
    last_4: str = readonly(doc="The last four digits of its number.")
    token: str = readonly(doc="By which a payment names it.")
    is_default: bool = readonly()
    type: str = readonly()


class SupportedInstrument(Struct):
    """A kind of card that the method takes."""

    instrument_type: Literal[
        "VISA",
        "MASTERCARD",
        "DISCOVER",
        "AMEX",
        "DINERS_CLUB",
        "JCB",
        "DANKORT",
        "MAESTRO",
        "STORED_CARD",
    ] = readonly()
    verification_value_required: bool = readonly(
        doc="Whether paying takes the card's security code."
    )


class PaymentMethod(Resource):
    """A way to pay an order or a checkout. `GET /v3/payments/methods`.

    The API wants to know which: `PaymentMethod.objects.filter(order_id=118)`.
    """

    id: str = readonly()
    name: str = readonly()
    test_mode: bool = readonly(doc="Whether no money moves.")
    type: str = readonly()
    stored_instruments: list[StoredInstrument] = readonly()
    supported_instruments: list[SupportedInstrument] = readonly()

    endpoint = Endpoint(
        path="v3/payments/methods",
        verbs=("list",),
        paging="none",
        filters={
            "order_id": Filter("exact", type=int),
            "checkout_id": Filter("exact", type=str),
        },
    )

    @classmethod
    @operation("POST /v3/payments/access_tokens")
    def create_access_token(
        cls, order_id: int, *, is_recurring: bool = False, session: UnitOfWork | None = None
    ) -> Secret:
        """Create the token that pays one order, for `bcorm.auth.process_payment`.

        Args:
            order_id: the order.
            is_recurring: whether the charge is one of a series.
            session: the session to ask through, when not the current one.
        """
        client = require_session(session).store.client
        return create_payment_token(client, order_id, is_recurring=is_recurring)
