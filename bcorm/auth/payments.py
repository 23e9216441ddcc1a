"""Charging an order: a payment access token from the store, then the payment itself.

``POST /v3/payments/access_tokens`` (access-tokens_payments.v3.yml) gives a token for one
order and one use; ``POST https://payments.bigcommerce.com/stores/{hash}/payments``
(process_payments.yml) takes it in place of the store's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import requests

from bcorm.exceptions import ApiError, BadResponse, UnknownOutcome
from bcorm.http.credentials import Secret, check_url
from bcorm.http.paths import join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.http import ApiClient

PAYMENTS_URL = "https://payments.bigcommerce.com"
_PATH = "v3/payments/access_tokens"
_TIMEOUT = (5.0, 60.0)  # seconds to connect, to answer: gateways are slow


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
        UnknownOutcome: No answer came; look at the order's transactions before paying again.
        ApiError: The payment was refused.
    """
    url = f"{check_url(payments_url)}/{join('stores', store_hash, 'payments')}"
    status, answer = _post(url, token, {"payment": dict(payment)})
    where: dict[str, Any] = {"method": "POST", "path": "payments"}
    if status is None:
        raise UnknownOutcome(f"the payment may have been made: {answer}", **where)
    if not isinstance(answer, dict):
        raise BadResponse("the answer is no JSON object", status=status, **where)
    if status not in (200, 201, 202):
        title = str(answer.get("title") or "the payment was refused")
        raise ApiError(title, status=status, body=answer, **where)
    data: dict[str, Any] = answer.get("data", answer)
    return data


def _post(url: str, token: Secret, body: dict[str, Any]) -> tuple[int | None, Any]:
    """Post with a payment token; errors are returned, so no traceback shows the card."""
    try:
        with requests.Session() as session:
            session.trust_env = False
            response = session.post(
                url,
                json=body,
                headers={
                    "Authorization": f"PAT {token.reveal()}",
                    "Accept": "application/vnd.bc.v1+json",
                },
                timeout=_TIMEOUT,
                allow_redirects=False,
            )
    except requests.RequestException as error:
        return None, type(error).__name__
    try:
        return response.status_code, response.json()
    except requests.exceptions.JSONDecodeError:
        return response.status_code, None
