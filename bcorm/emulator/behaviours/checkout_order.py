"""From a checkout to an order of V2."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.behaviours.carts import CARTS, Amounts, add_up, opened
from bcorm.emulator.behaviours.checkout_view import shipping_cost
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create
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
    coupons = sum((taken for _, taken in amounts.coupons), Decimal(0))
    discount = str(amounts.discount + coupons)
    body: Doc = {
        "customer_id": cart["customer_id"],
        "status_id": 0,
        "channel_id": cart["channel_id"],
        "billing_address": _order_address(cart["billing_address"]),
        "products": [
            {
                "product_id": line.product["id"],
                "variant_id": line.variant["id"],
                "quantity": line.quantity,
                "price_ex_tax": str(line.unit),
                "price_inc_tax": str(line.unit),
            }
            for line in amounts.lines
        ],
        "base_shipping_cost": shipping,
        "shipping_cost_ex_tax": shipping,
        "shipping_cost_inc_tax": shipping,
        "discount_amount": discount,
        "customer_message": cart["customer_message"],
    }
    body["products"] += [
        {
            "name": item["name"],
            "quantity": item["quantity"],
            "price_ex_tax": str(item["list_price"]),
            "price_inc_tax": str(item["list_price"]),
        }
        for item in cart["custom_items"]
    ]
    addresses = [item["address"] for item in cart["consignments"] if item["address"]]
    if addresses:
        body["shipping_addresses"] = [_order_address(address) for address in addresses]
    return body


def _order_address(address: Doc) -> Doc:
    named = {_ORDER_NAMES[name]: value for name, value in address.items() if name in _ORDER_NAMES}
    return {name: value for name, value in named.items() if value}
