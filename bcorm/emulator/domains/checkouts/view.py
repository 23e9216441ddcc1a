"""A checkout as the API shows it: the cart with addresses, shipping, fees and totals."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bcorm.emulator.domains.carts import lines as cart_lines
from bcorm.emulator.domains.carts.behaviour import Amounts, add_up, certificate, discounts_of
from bcorm.emulator.domains.checkouts import shipping as checkout_shipping
from bcorm.emulator.numerals import plain_number

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.domains.carts.discounts import Offer
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Row


def show(ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A cart as `/checkouts` shows it."""
    amounts = add_up(ctx, doc)
    shipping = shipping_cost(doc, amounts)
    fees = sum((Decimal(fee["cost"]) for fee in doc["fees"]), Decimal(0))
    subtotal, total = plain_number(amounts.subtotal), amounts.total + shipping + fees
    cost = plain_number(shipping)
    return {
        "id": doc["id"],
        "cart": _cart(ctx, doc, amounts),
        "billing_address": doc["billing_address"],
        "consignments": [_consignment(ctx, item, amounts) for item in doc["consignments"]],
        "taxes": [],
        "coupons": [_coupon(offer, taken) for offer, taken in amounts.coupons],
        "fees": [_fee(fee) for fee in doc["fees"]],
        "order_id": doc["order_id"],
        "shipping_cost_total_inc_tax": cost,
        "shipping_cost_total_ex_tax": cost,
        "handling_cost_total_inc_tax": 0,
        "handling_cost_total_ex_tax": 0,
        "tax_total": 0,
        "subtotal_inc_tax": subtotal,
        "subtotal_ex_tax": subtotal,
        "grand_total": plain_number(total),
        "created_time": doc["created_time"],
        "updated_time": doc["updated_time"],
        "customer_message": doc["customer_message"],
        "promotions": [{"banners": []}],
        "version": doc["version"],
    }


def shipping_cost(doc: Doc, amounts: Amounts) -> Decimal:
    """What sending everything costs."""
    if amounts.ships_free:
        return Decimal(0)
    options = [item["option"] for item in doc["consignments"] if item["option"]]
    return sum((Decimal(option["cost"]) for option in options), Decimal(0))


def _cart(ctx: Context, doc: Doc, amounts: Amounts) -> Doc:
    wanted = ctx.query.get("include", "")
    items: dict[str, list[Doc]] = {"physical_items": [], "digital_items": []}
    for line in amounts.lines:
        kind = "physical_items" if line.is_physical else "digital_items"
        item = cart_lines.shown(line, options=f"cart.line_items.{kind}.options" in wanted)
        price = {
            "is_taxable": True,
            "comparison_price": item["list_price"],
            "extended_comparison_price": item["extended_list_price"],
            "parent_id": None,
        }
        items[kind].append({**item, **price})
    custom = [
        {
            **item,
            "quantity": item["quantity"],
            "extended_list_price": plain_number(Decimal(item["list_price"]) * item["quantity"]),
        }
        for item in doc["custom_items"]
    ]
    names = ("id", "customer_id", "channel_id", "email", "currency", "created_time")
    total = plain_number(amounts.total)
    return {
        **{name: doc[name] for name in names},
        "tax_included": False,
        "base_amount": plain_number(amounts.base),
        "discount_amount": plain_number(amounts.discount),
        "cart_amount_inc_tax": total,
        "cart_amount_ex_tax": total,
        "coupons": [_coupon(offer, taken) for offer, taken in amounts.coupons],
        "discounts": discounts_of(amounts),
        "line_items": {
            **items,
            "gift_certificates": [certificate(item) for item in doc["gift_certificates"]],
            "custom_items": custom,
        },
        "updated_time": doc["updated_time"],
    }


def _coupon(offer: Offer, taken: Decimal) -> Doc:
    return {
        "code": offer.code,
        "id": offer.key,
        "coupon_type": offer.kind,
        "discounted_amount": plain_number(taken),
        "display_name": offer.name,
    }


def _fee(fee: Doc) -> Doc:
    shown = {name: value for name, value in fee.items() if name != "cost"}
    return {**shown, "cost_inc_tax": fee["cost"], "cost_ex_tax": fee["cost"]}


def _consignment(ctx: Context, item: Doc, amounts: Amounts) -> Doc:
    cost = item["option"]["cost"] if item["option"] and not amounts.ships_free else 0
    shown: Doc = {
        "id": item["id"],
        "shippingAddress": item["address"],
        "address": item["address"],
        "coupon_discounts": [],
        "discounts": [],
        "shipping_cost_inc_tax": cost,
        "shipping_cost_ex_tax": cost,
        "handling_cost_inc_tax": 0,
        "handling_cost_ex_tax": 0,
        "line_item_ids": [line["item_id"] for line in item["line_items"]],
    }
    if "consignments.available_shipping_options" in ctx.query.get("include", ""):
        quantity = sum(line["quantity"] for line in item["line_items"])
        options = checkout_shipping.options_for(ctx, item["address"], quantity)
        shown["available_shipping_options"] = options
    if item["option"]:
        shown["selected_shipping_option"] = item["option"]
    if item["pickup_method_id"]:
        shown["selected_pickup_option"] = {"pickup_method_id": item["pickup_method_id"]}
    return shown
