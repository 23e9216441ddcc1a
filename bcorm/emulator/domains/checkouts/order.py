"""From a checkout to an order of V2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create
from bcorm.emulator.domains.carts.behaviour import CARTS, Amounts, add_up, opened
from bcorm.emulator.domains.checkouts.view import shipping_cost
from bcorm.emulator.errors import ApiError

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc

ORDERS = "v2/orders"
# What V2 orders call the parts of an address.
_ORDER_NAMES = {
    "first_name": "first_name",
    "last_name": "last_name",
    "company": "company",
    "address1": "street_1",
    "address2": "street_2",
    "city": "city",
    "state_or_province": "state",
    "country_code": "country_iso2",
    "postal_code": "zip",
    "phone": "phone",
    "email": "email",
}


def create_order(ctx: Context) -> Reply:
    """POST an order of what is in the cart; it is incomplete until it is paid."""
    _, cart = opened(ctx)
    amounts = add_up(ctx, cart)
    if not cart["billing_address"]:
        raise ApiError(422, errors={"billing_address": "error.path.missing"})
    _refuse_unsent(cart, amounts)
    made = create(ctx.child((), None), ctx.resource(ORDERS), None, _order(cart, amounts))
    ctx.store.update(ORDERS, made.id, {**made.doc, "cart_id": cart["id"]})
    cart |= {"order_id": str(made.id), "version": cart["version"] + 1}
    ctx.store.update(CARTS, cart["id"], cart)
    return Reply(200, jsontext.dumps({"data": {"id": made.id}, "meta": {}}))


def _refuse_unsent(cart: Doc, amounts: Amounts) -> None:
    """Everything physical must go somewhere, somehow."""
    sent = {
        line["item_id"]
        for item in cart["consignments"]
        if item["option"] or item["pickup_method_id"]
        for line in item["line_items"]
    }
    missing = [line for line in amounts.lines if line.is_physical and line.item["id"] not in sent]
    if missing:
        place = f"line_items.{missing[0].item['id']}"
        raise ApiError(422, errors={place: "The item has no shipping option."})


def _order(cart: Doc, amounts: Amounts) -> Doc:
    """The body of the V2 order."""
    shipping = str(shipping_cost(cart, amounts))
    body: Doc = {
        "customer_id": cart["customer_id"],
        "status_id": 0,
        "channel_id": cart["channel_id"],
        "billing_address": _order_address(cart["billing_address"]),
        "products": _lines(cart, amounts),
        "fees": [_order_fee(fee) for fee in cart["fees"]],
        "base_shipping_cost": shipping,
        "shipping_cost_ex_tax": shipping,
        "shipping_cost_inc_tax": shipping,
        "discount_amount": str(amounts.base - amounts.total),
        "customer_message": cart["customer_message"],
    }
    addresses = [item["address"] for item in cart["consignments"] if item["address"]]
    if addresses:
        body["shipping_addresses"] = [_order_address(address) for address in addresses]
    return body


def _lines(cart: Doc, amounts: Amounts) -> list[Doc]:
    """The lines of the order: products, what is not in the catalog, and gift certificates."""
    found = [
        {
            "product_id": line.product["id"],
            "variant_id": line.variant["id"],
            "quantity": line.quantity,
            **_price(line.unit),
        }
        for line in amounts.lines
    ]
    found += [
        {"name": item["name"], "quantity": item["quantity"], **_price(item["list_price"])}
        for item in cart["custom_items"]
    ]
    found += [
        {"name": item["name"], "quantity": 1, **_price(item["amount"])}
        for item in cart["gift_certificates"]
    ]
    return found


def _price(value: object) -> Doc:
    return {"price_ex_tax": str(value), "price_inc_tax": str(value)}


def _order_fee(fee: Doc) -> Doc:
    cost = str(fee["cost"])
    return {
        "type": fee["type"],
        "display_name_customer": fee["display_name"],
        "display_name_merchant": fee["name"],
        "source": fee["source"],
        "cost_ex_tax": cost,
        "cost_inc_tax": cost,
    }


def _order_address(address: Doc) -> Doc:
    named = {_ORDER_NAMES[name]: value for name, value in address.items() if name in _ORDER_NAMES}
    return {name: value for name, value in named.items() if value}
