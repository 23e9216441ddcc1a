"""How an order or a checkout can be paid, and the tokens that pay one order."""

from __future__ import annotations

import hashlib
from typing import Any

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.numerals import whole
from bcorm.emulator.schema import boolean, integer, nested
from bcorm.emulator.validation import check

ORDERS = "v2/orders"
CARTS = "v3/carts"
# What the emulated store accepts: a card that is only ever charged in test mode, and a promise.
ENABLED: tuple[dict[str, Any], ...] = (
    {"code": "authorizenet", "name": "Sample cards", "test_mode": True},
    {"code": "cod", "name": "Cash on delivery", "test_mode": False},
)
_ORDER = (
    nested(
        "order",
        integer("id", required="post", low=1),
        boolean("is_recurring"),
        required="post",
    ),
)
_CARDS = {
    "id": "authorizenet.card",
    "name": "Sample cards",
    "stored_instruments": [],
    "supported_instruments": [
        {"instrument_type": "VISA", "verification_value_required": True},
        {"instrument_type": "MASTERCARD", "verification_value_required": True},
    ],
    "test_mode": True,
    "type": "card",
}


def list_enabled(ctx: Context) -> Reply:
    """GET /v2/payments/methods."""
    del ctx
    return Reply(200, jsontext.dumps(ENABLED))


def list_accepted(ctx: Context) -> Reply:
    """GET /v3/payments/methods of one order or one checkout."""
    order, checkout = ctx.query.get("order_id"), ctx.query.get("checkout_id")
    if not order and not checkout:
        raise ApiError(422, errors={"order_id": "order_id or checkout_id is required"})
    if order and not ctx.store.exists(ORDERS, whole(order)):
        raise not_found("v3")
    if checkout and not ctx.store.exists(CARTS, checkout):
        raise not_found("v3")
    return Reply(200, jsontext.dumps({"data": [_CARDS], "meta": {}}))


def create_token(ctx: Context) -> Reply:
    """POST /v3/payments/access_tokens."""
    key = check(_ORDER, ctx.body, "post", "v3")["order"]["id"]
    if not ctx.store.exists(ORDERS, key):
        raise not_found("v3")
    number = ctx.store.next_id("payment access token")
    token = hashlib.sha256(f"payment access token {number} of order {key}".encode()).hexdigest()
    return Reply(201, jsontext.dumps({"data": {"id": token}, "meta": {}}))
