"""Charging an order: a payment access token from the store, then the payment itself.

`POST /v3/payments/access_tokens` (access-tokens_payments.v3.yml) gives a token for one
order and one use; `POST https://payments.bigcommerce.com/stores/{hash}/payments`
(process_payments.yml) takes it in place of the store's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import InvalidValue, UnknownOutcome
from bcorm.http import jsontext
from bcorm.http.bounds import DEFAULT
from bcorm.http.credentials import MASK, Hidden, Secret, blot, check_url, masked_url, unseen
from bcorm.http.message import Request, error_from, join_path, without_secrets

from .posting import post_once
from .secrets import token_in

if TYPE_CHECKING:
    from bcorm.http import ApiClient
    from bcorm.http.bounds import Bounds
    from bcorm.http.message import Response

PAYMENTS_URL = "https://payments.bigcommerce.com"
_PATH = "v3/payments/access_tokens"
_WHERE: dict[str, Any] = {"method": "POST", "path": "payments"}
# What a payment says of itself that is no secret, and would be masked all over a message.
_HARMLESS = frozenset({"type", "expiry_month", "expiry_year", "payment_method_id"})
_DIGITS = re.compile(r"[0-9][0-9 -]*\Z")
_READ = 60.0  # seconds to wait for an answer: gateways are slow


def create_payment_token(client: ApiClient, order_id: int, *, is_recurring: bool = False) -> Secret:
    """Create the token that pays one order.

    Args:
        client: The store; needs the `store_payments_access_token_create` scope.
        order_id: The order.
        is_recurring: Whether the charge is one of a series, for stored instruments.

    Raises:
        ApiError: The store refused.
    """
    order: dict[str, Any] = {"id": order_id}
    if is_recurring:
        order["is_recurring"] = True
    answer = client.post(_PATH, json={"order": order})
    return token_in(answer, "id", _PATH)


def process_payment(
    store_hash: str,
    token: str | Secret,
    payment: Mapping[str, Any],
    *,
    payments_url: str = PAYMENTS_URL,
    bounds: Bounds = DEFAULT,
) -> dict[str, Any]:
    """Submit a payment. It is sent once and never again.

    No error, and no frame of one, shows the instrument; where the gateway gives it back, it is
    masked in what the error tells.

    Args:
        store_hash: The store.
        token: From `create_payment_token`.
        payment: `instrument`, `payment_method_id` and what else the gateway takes.
        payments_url: Another host, for a test store.
        bounds: How much of the answer is read, and how long.

    Returns:
        `id`, `transaction_type` and `status` (`success` or `pending`).

    Raises:
        InvalidValue: The payment holds what JSON cannot; nothing was sent.
        UnknownOutcome: No answer came, or one that does not say what happened (5xx, or what
            cannot be read); look at the order's transactions before paying again.
        ApiError: The payment was refused; its class by status, as for `ApiClient`.
    """
    # Hidden before anything can fail: a traceback that shows local variables shows these.
    hidden, pass_ = Hidden(payment), Secret(token)
    del payment, token
    payments_url = masked_url(payments_url)
    url = f"{check_url(payments_url)}/{join_path('stores', store_hash, 'payments')}"
    body = unseen(_encoded, hidden)
    if body is None:
        raise InvalidValue("payment", "body", MASK, "a mapping of what JSON can hold")
    echoes = (pass_, *unseen(_instrument, hidden))
    answer = post_once(
        url,
        headers={
            "Authorization": Secret(f"PAT {pass_.reveal()}"),
            "Accept": "application/vnd.bc.v1+json",
            "Content-Type": "application/json",
        },
        body=body,
        read=_READ,
        secrets=echoes,
        bounds=bounds,
    )
    if isinstance(answer, str):
        raise UnknownOutcome(f"the payment may have been made: {answer}", **_WHERE)
    answer = unseen(without_secrets, answer, echoes)
    if 300 <= answer.status < 500:
        raise error_from(Request(**_WHERE), answer, echoes, bounds)
    data = blot(unseen(_data, Hidden(answer), bounds), echoes)
    if answer.status >= 500 or data is None:
        raise UnknownOutcome(
            "the payment may have been made: the answer does not say",
            status=answer.status,
            request_id=answer.headers.get("x-request-id"),
            **_WHERE,
        )
    return dict(data)


class _Card(Secret):
    """A number of an instrument: recognised with blanks or hyphens in it, and not inside others."""

    __slots__ = ()

    def hidden_in(self, text: str) -> str:
        digits = r"[ -]?".join(map(re.escape, self.reveal()))
        return re.sub(rf"(?<![0-9]){digits}(?![0-9])", MASK, text)


def _encoded(payment: Hidden[Mapping[str, Any]]) -> Hidden[bytes] | None:
    """The body; None if it cannot be written, because the reason would show what it is."""
    try:
        return Hidden(jsontext.dumps({"payment": dict(payment.reveal())}))
    except (InvalidValue, TypeError, ValueError):
        return None


def _instrument(payment: Hidden[Mapping[str, Any]]) -> list[Secret]:
    """All that the gateway might give back: numbers, codes, names and tokens."""
    found: list[Secret] = []
    todo: list[Any] = [dict(payment.reveal())]  # whole: a name in it may be misspelt
    while todo:
        value = todo.pop()
        if isinstance(value, Mapping):
            todo += [each for name, each in value.items() if name not in _HARMLESS]
        elif isinstance(value, (list, tuple)):
            todo += value
        elif isinstance(value, (str, int)) and len(text := str(value).strip()) > 2:
            found.append(_Card(re.sub("[ -]", "", text)) if _DIGITS.match(text) else Secret(text))
    return found


def _data(answer: Hidden[Response], bounds: Bounds) -> dict[str, Any] | None:
    try:
        document = jsontext.loads(answer.reveal().body, bounds)
    except ValueError:
        return None
    data = document.get("data", document) if isinstance(document, dict) else None
    return data if isinstance(data, dict) else None
