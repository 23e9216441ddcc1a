"""Shipments: what leaves the house, and what that does to the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.domains.orders import lines as order_lines
from bcorm.emulator.domains.orders import parts
from bcorm.emulator.domains.orders.behaviour import ORDERS, PARTLY_SHIPPED, SHIPPED, STATUSES
from bcorm.emulator.errors import ApiError

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Id, Row

CARRIERS = {"ups": "UPS", "usps": "USPS", "fedex": "FedEx", "auspost": "Australia Post"}


def prepare(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Check what is shipped where, and copy the addresses."""
    if old is not None:
        doc["items"] = old["items"]
    else:
        order = ctx.require(ORDERS, ctx.ids[0])
        if not body.get("items"):
            raise ApiError(400, "The required field 'items' was not supplied.")
        addresses = {address["id"]: address for address in parts.addresses_of(ctx, order.id)}
        chosen = doc.get("order_address_id") or next(iter(addresses), 0)
        if chosen not in addresses:
            raise ApiError(400, "The field 'order_address_id' is invalid.")
        address = addresses[chosen]
        doc |= {
            "order_id": order.id,
            "customer_id": order.doc["customer_id"],
            "order_address_id": chosen,
            "date_created": ctx.stamp("mail"),
            "billing_address": order.doc["billing_address"],
            "shipping_address": {name: address[name] for name in parts.NAMES},
            "items": [_item(ctx, order.id, item) for item in body["items"]],
        }
        doc["shipping_method"] = doc["shipping_method"] or address["shipping_method"]
    provider = doc.get("shipping_provider") or ""
    doc["shipping_provider_display_name"] = CARRIERS.get(provider, "")
    doc["generated_tracking_link"] = doc["tracking_link"] or ""


def _item(ctx: Context, order: Id, item: Doc) -> Doc:
    quantity = order_lines.whole(item.get("quantity"))
    if quantity is None or quantity < 1:
        raise ApiError(400, "The field 'quantity' is invalid.")
    row = ctx.store.get(order_lines.LINES, item.get("order_product_id") or 0, order)
    if row is None:
        raise ApiError(400, "The field 'order_product_id' is invalid.")
    line = row.doc
    if line["quantity_shipped"] + quantity > line["quantity"]:
        raise ApiError(
            400,
            "The field 'quantity' is invalid.",
            details={"invalid_reason": "More items than the order has left to ship."},
        )
    ctx.store.update(
        order_lines.LINES, row.id, {**line, "quantity_shipped": line["quantity_shipped"] + quantity}
    )
    return {
        "order_product_id": row.id,
        "product_id": line["product_id"],
        "quantity": quantity,
    }


def saved(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """An order with shipments is shipped, or partly."""
    if old is not None:
        return
    row = ctx.require(ORDERS, doc["order_id"])
    order = row.doc
    lines = order_lines.lines_of(ctx, row.id)
    shipped = sum(line["quantity_shipped"] for line in lines)
    complete = all(line["quantity_shipped"] >= line["quantity"] for line in lines)
    status = SHIPPED if complete else PARTLY_SHIPPED
    order |= {
        "items_shipped": shipped,
        "status_id": status,
        "status": STATUSES[status][0],
        "custom_status": STATUSES[status][0],
        "date_modified": ctx.stamp("mail", order["date_modified"]),
    }
    if complete and not order["date_shipped"]:
        order["date_shipped"] = doc["date_created"]
    ctx.store.update(ORDERS, row.id, order)
    address = ctx.store.get(parts.ADDRESSES, doc["order_address_id"])
    if address is not None:
        more = sum(item["quantity"] for item in doc["items"])
        changed = {**address.doc, "items_shipped": address.doc["items_shipped"] + more}
        ctx.store.update(parts.ADDRESSES, address.id, changed)


def deleting(ctx: Context, row: Row) -> None:
    """The items can be shipped again; the status of the order stays as it is."""
    for item in row.doc["items"]:
        line = ctx.store.get(order_lines.LINES, item["order_product_id"])
        if line is not None:
            doc = line.doc
            left = max(0, doc["quantity_shipped"] - item["quantity"])
            ctx.store.update(order_lines.LINES, line.id, {**doc, "quantity_shipped": left})
