"""Charging an order: a payment access token from the store, then the payment itself.

``POST /v3/payments/access_tokens`` (access-tokens_payments.v3.yml) gives a token for one
order and one use; ``POST https://payments.bigcommerce.com/stores/{hash}/payments``
(process_payments.yml) takes it in place of the store's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import BadResponse, UnknownOutcome
from bcorm.http import jsontext
from bcorm.http.credentials import Secret, check_url
from bcorm.http.errors import error_from
from bcorm.http.message import Request
from bcorm.http.paths import join

from .posting import post_once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.http import ApiClient

PAYMENTS_URL = "https://payments.bigcommerce.com"
_PATH = "v3/payments/access_tokens"
_WHERE: dict[str, Any] = {"method": "POST", "path": "payments"}
_READ = 60.0  # seconds to wait for an answer: gateways are slow


def create_payment_token(client: ApiClient, order_id: int, *, is_recurring: bool = False) -> Secret:
    """Create the token that pays one order.

    Args:
        client: The store; needs the ``store_payments_access_token_create`` scope.
        order_id: The order.
        is_recurring: Whether the charge is one of a series, for stored instruments.

    Raises:
        ApiError: The store refused.
    """
    order: dict[str, Any] = {"id": order_id}
    if is_recurring:
        order["is_recurring"] = True
    answer = client.post(_PATH, json={"order": order})
    token = answer.data.get("id") if isinstance(answer.data, dict) else None
    if not isinstance(token, str) or not token:
        raise BadResponse("no token in the answer", status=answer.status, method="POST", path=_PATH)
    return Secret(token)


def process_payment(
    store_hash: str,
    token: Secret,
    payment: Mapping[str, Any],
    *,
    payments_url: str = PAYMENTS_URL,
) -> dict[str, Any]:
    """Submit a payment. It is sent once and never again.

    Args:
        store_hash: The store.
        token: From `create_payment_token`.
        payment: ``instrument``, ``payment_method_id`` and what else the gateway takes.
        payments_url: Another host, for a test store.

    Returns:
        ``id``, ``transaction_type`` and ``status`` (``success`` or ``pending``).

    Raises:
        InvalidValue: The payment holds what JSON cannot; nothing was sent.
        UnknownOutcome: No answer came, or one that does not say what happened (5xx, or what
            cannot be read); look at the order's transactions before paying again.
        ApiError: The payment was refused; its class by status, as for `ApiClient`.
    """
    url = f"{check_url(payments_url)}/{join('stores', store_hash, 'payments')}"
    answer = post_once(
        url,
        headers={
            "Authorization": Secret(f"PAT {token.reveal()}"),
            "Accept": "application/vnd.bc.v1+json",
            "Content-Type": "application/json",
        },
        body=jsontext.dumps({"payment": dict(payment)}),
        read=_READ,
    )
    if isinstance(answer, str):
        raise UnknownOutcome(f"the payment may have been made: {answer}", **_WHERE)
    if 300 <= answer.status < 500:
        raise error_from(Request(**_WHERE), answer, (token,))
    try:
        document = jsontext.loads(answer.body)
    except ValueError:
        document = None
    if answer.status >= 500 or not isinstance(document, dict):
        raise UnknownOutcome(
            "the payment may have been made: the answer does not say",
            status=answer.status,
            request_id=answer.headers.get("x-request-id"),
            **_WHERE,
        )
    data: dict[str, Any] = document.get("data", document)
    return data
