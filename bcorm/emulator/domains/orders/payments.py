"""Money that moved for an order: transactions, capture, void, refunds; and order settings."""

from __future__ import annotations

from decimal import ROUND_UP, Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.domains.orders import lines
from bcorm.emulator.domains.orders.behaviour import ORDERS, STATUSES
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.numerals import amount, decimal, plain_number
from bcorm.emulator.refusals import Refusal
from bcorm.emulator.schema import anything, array, boolean, nested, number, objects, string
from bcorm.emulator.tables import Clause
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Id, Row

TRANSACTIONS = "v3/orders/transactions"
REFUNDS = "v3/orders/payment_actions/refunds"
REFUNDED, PARTLY_REFUNDED = 4, 14
_FRACTION = Decimal("0.0001")
_BY_AMOUNT = ("ORDER", "SHIPPING", "HANDLING", "TAX", "FEE")


def transaction(key: Id, order: Doc, event: str, value: Decimal, moment: str) -> Doc:
    """A transaction of an order, paid by test card."""
    return {
        "id": key,
        "order_id": str(order["id"]),
        "event": event,
        "method": "credit_card",
        "amount": plain_number(value),
        "currency": order["currency_code"],
        "gateway": "testgateway",
        "gateway_transaction_id": f"tx-{key}",
        "test": True,
        "status": "ok",
        "fraud_review": False,
        "offline": None,
        "custom": None,
        "payment_method_id": "testgateway.credit_card",
        "payment_instrument_token": None,
        "avs_result": {"code": "", "message": "", "street_match": "", "postal_match": ""},
        "cvv_result": {"code": "", "message": ""},
        "credit_card": {
            "card_type": "visa",
            "card_iin": "411111",
            "card_last4": "1111",
            "card_expiry_month": 12,
            "card_expiry_year": 2031,
        },
        "gift_certificate": None,
        "store_credit": None,
        "date_created": moment,
    }


def _order(ctx: Context) -> Row:
    row = ctx.store.get(ORDERS, ctx.ids[0])
    if row is None:
        raise not_found("v3")
    return row


def _add(ctx: Context, order: Doc, event: str, value: Decimal) -> None:
    key = ctx.store.next_id(TRANSACTIONS)
    doc = transaction(key, order, event, value, ctx.stamp("offset"))
    ctx.store.insert(TRANSACTIONS, key, doc, parent=order["id"])


def _move(ctx: Context, allowed: str, status: str, event: str) -> Reply:
    row = _order(ctx)
    order = row.doc
    if order["payment_status"] != allowed:
        raise ApiError(422, f"The payment of this order is not {allowed}.")
    _add(ctx, order, event, Decimal(order["total_inc_tax"]))
    order |= {"payment_status": status, "date_modified": ctx.stamp("mail", order["date_modified"])}
    ctx.store.update(ORDERS, row.id, order)
    return Reply(201, "{}")


def capture(ctx: Context) -> Reply:
    """POST payment_actions/capture: an authorized payment is taken."""
    return _move(ctx, "authorized", "captured", "capture")


def void(ctx: Context) -> Reply:
    """POST payment_actions/void: an authorized payment is given up."""
    return _move(ctx, "authorized", "void", "void")


_REFUND = (
    objects(
        "items",
        *(anything(name) for name in ("item_type", "item_id", "amount", "quantity")),
        objects("adjustments", number("amount", high=0), string("description", longest=255)),
        string("reason", longest=1000),
        nullable=True,
    ),
    objects("payments", string("provider_id"), number("amount"), boolean("offline"), nullable=True),
    number("tax_adjustment_amount", nullable=True),
    nested(
        "merchant_calculated_override",
        number("total_amount", required="post", low=0),
        number("total_tax", required="post"),
    ),
)


def _requested(ctx: Context, order: Doc) -> tuple[list[Doc], Decimal]:
    """The items of a refund with what each comes to, and the sum.

    Raises:
        ApiError: 422, there is no such item, or not as much of it.
    """
    body = check(_REFUND, ctx.body or {}, "post", "v3")
    items = body.get("items")
    if not items and body.get("tax_adjustment_amount") is None:
        raise ApiError(422, errors={"items": "error.path.missing"})
    found = []
    for position, item in enumerate(items or ()):
        value = _worth(ctx, order, item, position)
        found.append({**item, "requested_amount": plain_number(value)})
    total = sum((Decimal(item["requested_amount"]) for item in found), Decimal(0))
    total += decimal(body.get("tax_adjustment_amount") or 0) or Decimal(0)
    left = Decimal(order["total_inc_tax"]) - Decimal(order["refunded_amount"])
    if total > left:
        raise ApiError(422, "The refund is more than the order has left.")
    return found, total


def _worth(ctx: Context, order: Doc, item: Any, position: int) -> Decimal:
    kind = item.get("item_type") if isinstance(item, dict) else None
    if kind in _BY_AMOUNT:
        value = decimal(item.get("amount"))
        if value is None or value < 0:
            raise ApiError(422, errors={f"items.{position}.amount": "error.expected.jsnumber"})
        return value
    if kind not in ("PRODUCT", "GIFT_WRAPPING"):
        raise ApiError(422, errors={f"items.{position}.item_type": "is not a known type"})
    row = ctx.store.get(lines.LINES, item.get("item_id") or 0, order["id"])
    if row is None:
        raise ApiError(422, errors={f"items.{position}.item_id": "is not in this order"})
    line = row.doc
    quantity = item.get("quantity")
    if (
        not isinstance(quantity, int)
        or not 0 < quantity <= line["quantity"] - line["quantity_refunded"]
    ):
        raise ApiError(422, errors={f"items.{position}.quantity": "is more than can be refunded"})
    if kind == "GIFT_WRAPPING":
        return Decimal(line["wrapping_cost_inc_tax"]) * quantity
    less = sum((Decimal(one["amount"]) for one in line["applied_discounts"]), Decimal(0))
    share: Decimal = less * quantity / line["quantity"]
    return Decimal(line["price_inc_tax"]) * quantity - share.quantize(_FRACTION, ROUND_UP)


def quote_refund(ctx: Context) -> Reply:
    """POST payment_actions/refund_quotes: what a refund would come to, and how to pay it."""
    order = _order(ctx).doc
    _, total = _requested(ctx, order)
    value = plain_number(total)
    methods = [
        {
            "provider_id": provider,
            "provider_description": text,
            "amount": value,
            "offline": offline,
            "offline_provider": offline,
            "offline_reason": "",
        }
        for provider, text, offline in (
            ("testgateway", "Test Payment Gateway", False),
            ("storecredit", "Store Credit", True),
        )
    ]
    quote = {
        "order_id": order["id"],
        "total_refund_amount": value,
        "total_refund_tax_amount": 0,
        "order_level_refund_amount": 0,
        "rounding": 0,
        "adjustment": 0,
        "tax_inclusive": True,
        "refund_methods": [[method] for method in methods],
    }
    return Reply(201, jsontext.dumps({"data": quote, "meta": {}}))


def refund(ctx: Context) -> Reply:
    """POST payment_actions/refunds: pay back, as quoted."""
    row = _order(ctx)
    order = row.doc
    items, total = _requested(ctx, order)
    paid = _payments(ctx, total)
    moment = ctx.stamp("offset")
    key = ctx.store.next_id(REFUNDS)
    doc = {
        "id": key,
        "order_id": order["id"],
        "user_id": 1,
        "created": moment,
        "reason": next((item["reason"] for item in items if item.get("reason")), ""),
        "total_amount": plain_number(total),
        "total_tax": 0,
        "uses_merchant_override_values": "merchant_calculated_override" in (ctx.body or {}),
        "items": [_refunded(item) for item in items],
        "payments": paid,
    }
    ctx.store.insert(REFUNDS, key, doc, parent=order["id"])
    _take_back(ctx, items)
    _add(ctx, order, "refund", total)
    refunded = Decimal(order["refunded_amount"]) + total
    whole = refunded >= Decimal(order["total_inc_tax"])
    status = REFUNDED if whole else PARTLY_REFUNDED
    order |= {
        "refunded_amount": amount(refunded),
        "payment_status": "refunded" if whole else "partially refunded",
        "status_id": status,
        "status": STATUSES[status][0],
        "custom_status": STATUSES[status][0],
        "date_modified": ctx.stamp("mail", order["date_modified"]),
    }
    ctx.store.update(ORDERS, row.id, order)
    return Reply(201, jsontext.dumps({"data": doc, "meta": {}}))


def _payments(ctx: Context, total: Decimal) -> list[Doc]:
    given = (ctx.body or {}).get("payments")
    if not given and (ctx.body or {}).get("items"):
        raise ApiError(422, errors={"payments": "error.path.missing"})
    sums = [decimal(item.get("amount")) or Decimal(0) for item in given or ()]
    if given and sum(sums) != total:
        raise ApiError(422, "The payments do not add up to the refund.")
    shown = given or [
        {"provider_id": "testgateway", "amount": plain_number(total), "offline": True}
    ]
    return [
        {
            "id": ctx.store.next_id("refund payments"),
            "provider_id": item.get("provider_id") or "",
            "amount": item.get("amount", 0),
            "offline": bool(item.get("offline")),
            "is_declined": False,
            "declined_message": "",
        }
        for item in shown
    ]


def _refunded(item: Doc) -> Doc:
    return {
        "item_type": item["item_type"],
        "item_id": item.get("item_id", 0),
        "reason": item.get("reason", ""),
        "quantity": item.get("quantity", 1),
        "requested_amount": item["requested_amount"],
        "adjustments": item.get("adjustments") or [],
    }


def _take_back(ctx: Context, items: list[Doc]) -> None:
    for item in items:
        if item["item_type"] != "PRODUCT":
            continue
        row = ctx.require(lines.LINES, item["item_id"])
        line = row.doc
        count = line["quantity_refunded"] + item["quantity"]
        value = Decimal(line["refund_amount"]) + Decimal(item["requested_amount"])
        line |= {
            "quantity_refunded": count,
            "refund_amount": amount(value),
            "is_refunded": count >= line["quantity"],
        }
        ctx.store.update(lines.LINES, row.id, line)


def paid_by(_ctx: Context, text: str) -> Clause:
    """`transaction_id` of a refund: of any of its payments."""
    return Clause(
        "EXISTS (SELECT 1 FROM json_each(t._doc, '$.payments') p"
        " WHERE json_extract(p.value, '$.transaction_id') = ?)",
        (text,),
    )


_ADDRESSES = array("email_addresses", string("", format="email"), nullable=True)
_SETTINGS = (
    nested(
        "notifications",
        nested("order_placed", _ADDRESSES),
        nested("forward_invoice", _ADDRESSES),
        required="put",
    ),
)


def _settings(ctx: Context) -> tuple[str, Doc]:
    name = f"order settings {ctx.ids[0] if ctx.ids else 'global'}"
    addresses: Any = None if ctx.ids else []
    default = {
        "notifications": {
            "order_placed": {"email_addresses": addresses},
            "forward_invoice": {"email_addresses": addresses},
        }
    }
    return name, ctx.store.setting(name, default)


def show_settings(ctx: Context) -> Reply:
    """GET /orders/settings, of the store or of a channel."""
    return Reply(200, jsontext.dumps({**_settings(ctx)[1], "meta": {}}))


HALF_INHERITED = Refusal(
    request="order settings of which one list of addresses is null and the other is not",
    status=422,
    errors={"notifications": "both email_addresses are arrays, or both are null"},
    source="spec",
    says="PUT /orders/settings/channels/{channel_id} (orders.v3.yml); the words are not known",
)


def set_settings(ctx: Context) -> Reply:
    """PUT /orders/settings; what is not named stays."""
    name, kept = _settings(ctx)
    said = check(_SETTINGS, ctx.body, "put", "v3")
    kept["notifications"] = {**kept["notifications"], **said["notifications"]}
    named = [each["email_addresses"] for each in said["notifications"].values() if each]
    if len({addresses is None for addresses in named}) > 1:
        raise HALF_INHERITED.error()
    ctx.store.set_setting(name, kept)
    return Reply(200, jsontext.dumps({**kept, "meta": {}}))
