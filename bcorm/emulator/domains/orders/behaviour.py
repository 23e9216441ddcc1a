"""Orders: how one is made, what an update destroys, statuses, links and consignments."""

# ruff: noqa: S608 - names in SQL come from our tables, values are always bound

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import where_of
from bcorm.emulator.domains.orders import lines as order_lines
from bcorm.emulator.domains.orders import parts
from bcorm.emulator.domains.orders.consignments import put_pickups
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.paging import counted
from bcorm.emulator.refusals import Refusal
from bcorm.emulator.tables import Clause, Id, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bcorm.emulator.resource import Doc, Resource

ORDERS = "v2/orders"
CUSTOMERS = "v3/customers"
STATUSES = (
    ("Incomplete", "An incomplete order happens when a shopper reached the payment page."),
    ("Pending", "Customer started the checkout process but did not complete it."),
    ("Shipped", "Order has been shipped, but receipt has not been confirmed."),
    ("Partially Shipped", "Only some items in the order have been shipped."),
    ("Refunded", "Seller has used the Refund action to refund the whole order."),
    ("Cancelled", "Seller has cancelled an order."),
    ("Declined", "Seller has marked the order as declined."),
    ("Awaiting Payment", "Customer has completed the checkout process, payment is open."),
    ("Awaiting Pickup", "Order has been packaged and is awaiting customer pickup."),
    ("Awaiting Shipment", "Order has been pulled and packaged and is awaiting collection."),
    ("Completed", "Order has been shipped or picked up, and receipt is confirmed."),
    ("Awaiting Fulfillment", "Customer has completed the checkout and payment is confirmed."),
    ("Manual Verification Required", "Order on hold while some aspect needs to be confirmed."),
    ("Disputed", "Customer has initiated a dispute resolution process."),
    ("Partially Refunded", "Seller has partially refunded the order."),
)
SHIPPED, PARTLY_SHIPPED = 2, 3
_DONE = (2, 10)


def prepare(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Check who an order is for and derive its status, and refuse half a pair of amounts."""
    _check(ctx, doc, old, body)
    if old is None or "billing_address" in body:
        _settle_billing(doc, old)
    if old is None and not body.get("products") and not body.get("consignments"):
        raise ApiError(400, "The required field 'products' was not supplied.")
    for given, cleared in (_ADDRESSES, _ADDRESSES[::-1]):
        if given in body and cleared not in body:
            doc[cleared] = ""
    doc["status"] = doc["custom_status"] = STATUSES[doc["status_id"]][0]
    if doc["status_id"] in _DONE and not doc["date_shipped"]:
        doc["date_shipped"] = ctx.stamp("mail")
    for kind in ("shipping", "handling", "wrapping"):
        doc[f"{kind}_cost_tax"] = parts.tax_of(doc, f"{kind}_cost")
    if not doc.get("date_created"):
        doc["date_created"] = ctx.stamp("mail")


_ADDRESSES = ("ip_address", "ip_address_v6")


UNKNOWN_CHANNEL = Refusal(
    request="POST or PUT of an order on a channel that is not there",
    status=400,
    title="The field 'channel_id' is invalid.",
    source="spec",
    says="channel_id (orders.v2.oas2.yml): a validation error; the words are not known",
)
MERCHANT_KEPT = Refusal(
    request="PUT of an order's external_merchant_id after it was set",
    status=400,
    title="The field 'external_merchant_id' cannot be written to."
    " Please remove it from your request before trying again.",
    source="spec",
    says="external_merchant_id (orders.v2.oas2.yml)",
)


def _check(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    customer = doc.get("customer_id", 0)
    moved = old is None or customer != old["customer_id"]
    if customer and moved and not ctx.store.exists(CUSTOMERS, customer):
        raise ApiError(400, "The field 'customer_id' is invalid.")
    channel = doc.get("channel_id", 1)
    if "channel_id" in body and not ctx.store.exists("v3/channels", channel):
        raise UNKNOWN_CHANNEL.error()
    if old is not None and old.get("external_merchant_id") and "external_merchant_id" in body:
        raise MERCHANT_KEPT.error()
    for name in body:
        twin = name.replace("_ex_", "_inc_")
        if name.endswith("_ex_tax") and twin not in body:
            raise ApiError(400, f"The required field '{twin}' was not supplied.")


def _settle_billing(doc: Doc, old: Doc | None) -> None:
    given = doc.get("billing_address")
    if not given:
        raise ApiError(400, "The required field 'billing_address' was not supplied.")
    address = {**dict.fromkeys(parts.NAMES, ""), "form_fields": [], **given}
    if (
        old is not None
        and "country" in given
        and given["country"] != old["billing_address"]["country"]
    ):
        address["country_iso2"] = ""
    doc["billing_address"] = parts.settle_country(address, "billing_address")


def saved(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Store the lines, addresses and fees of a body, and add the order up."""
    key = doc["id"]
    changed = order_lines.patch_lines(ctx, key, body.get("products") or ())
    if "fees" in body:
        parts.replace_fees(ctx, key, body["fees"] or ())
    if body.get("shipping_addresses"):
        parts.put_addresses(ctx, key, body["shipping_addresses"])
    elif old is None and body.get("products"):
        parts.put_addresses(ctx, key, [doc["billing_address"]])
    put_pickups(ctx, key, body.get("consignments"))
    if old is not None and changed:
        order_lines.drop_discounts(ctx, key)
    settle(ctx, key, body, drop=old is not None and changed)


_MANUAL = ("subtotal_ex_tax", "subtotal_inc_tax", "total_ex_tax", "total_inc_tax")


def settle(ctx: Context, key: Id, body: Doc, *, drop: bool = False) -> None:
    """Add up an order. Amounts that the body names are kept as they are."""
    row = ctx.require(ORDERS, key)
    doc = row.doc
    if drop:
        doc |= {"discount_amount": order_lines.ZERO, "coupon_discount": order_lines.ZERO}
    lines = order_lines.lines_of(ctx, key)
    addresses = parts.addresses_of(ctx, key)
    sums = parts.totals(doc, lines, parts.fees_of(ctx, key))
    manual = {
        name: doc[name] for name in (*_MANUAL, "items_total", "items_shipped") if name in body
    }
    new = {**doc, **sums, **manual, "shipping_address_count": len(addresses)}
    new["subtotal_tax"] = parts.tax_of(new, "subtotal")
    new["total_tax"] = parts.tax_of(new, "total")
    new["order_is_digital"] = bool(lines) and all(line["type"] == "digital" for line in lines)
    if new != doc or drop:
        new["date_modified"] = ctx.stamp("mail", None)
        ctx.store.update(ORDERS, key, new)
    if addresses:
        first = addresses[0]
        for line in lines:
            if not line["order_address_id"] and not line["order_pickup_method_id"]:
                ctx.store.update(
                    order_lines.LINES, line["id"], {**line, "order_address_id": first["id"]}
                )
        if len(addresses) == 1:
            counted = {"items_total": sums["items_total"], "items_shipped": sums["items_shipped"]}
            ctx.store.update(parts.ADDRESSES, first["id"], {**first, **counted})


def archive(ctx: Context, rows: Sequence[Row]) -> None:
    """Orders are never deleted, they leave the lists."""
    for row in rows:
        ctx.store.update(ORDERS, row.id, {**row.doc, "is_deleted": True})


def archive_one(ctx: Context) -> Reply:
    """DELETE /orders/{id}."""
    row = ctx.store.get(ORDERS, ctx.ids[0])
    if row is None:
        raise not_found("v2")
    archive(ctx, [row])
    return Reply(204)


def archive_all(ctx: Context, resource: Resource) -> Reply:
    """DELETE /orders, as many as `limit` says."""
    limit = counted(ctx, "limit", -1)
    archive(ctx, ctx.store.select(ORDERS, Clause(resource.within), limit=limit))
    return Reply(204)


def link(name: str) -> Callable[[Context, Sequence[Row]], Mapping[Id, str]]:
    """A render of the link object that stands for a sub-collection in V2."""
    path = name.replace("shipping_addresses", "shippingaddresses")

    def show(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
        return {
            row.id: f'{{"url":"{ctx.base}/v2/orders/{row.id}/{path}",'
            f'"resource":"/orders/{row.id}/{path}"}}'
            for row in rows
        }

    return show


def show_fees(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """A link to the fees, or the fees when `include` asks for them."""
    if "fees" not in included(ctx):
        return link("fees")(ctx, rows)
    return {row.id: jsontext.dumps(parts.fees_of(ctx, row.id)) for row in rows}


def included(ctx: Context) -> set[str]:
    """What `include` asks for."""
    return {name.strip() for name in ctx.query.get("include", "").split(",") if name.strip()}


def show_order_fees(ctx: Context) -> Reply:
    """GET /orders/{id}/fees."""
    required(ctx)
    return Reply(200, jsontext.dumps({"fees": parts.fees_of(ctx, ctx.ids[0])}))


def required(ctx: Context) -> Row:
    """The order in the path."""
    row = ctx.store.get(ORDERS, ctx.ids[0])
    if row is None:
        raise not_found("v2")
    return row


def count_orders(ctx: Context, resource: Resource) -> Reply:
    """GET /orders/count: of every status, and of all."""
    where = where_of(ctx, resource)
    found = dict(
        ctx.store.query(
            f'SELECT t.status_id, count(*) FROM "{ORDERS}" t WHERE {where.sql} GROUP BY 1',
            where.args,
        )
    )
    statuses = [
        {**status, "count": found.get(status["id"], 0), "sort_order": position}
        for position, status in enumerate(statuses_of())
    ]
    return Reply(200, jsontext.dumps({"statuses": statuses, "count": sum(found.values())}))


def statuses_of() -> list[Doc]:
    """The order statuses of the shop."""
    return [
        {
            "id": number,
            "name": name,
            "system_label": name,
            "custom_label": name,
            "system_description": text,
        }
        for number, (name, text) in enumerate(STATUSES)
    ]


def list_statuses(_ctx: Context) -> Reply:
    """GET /order_statuses."""
    return Reply(200, jsontext.dumps(sorted(statuses_of(), key=lambda status: status["id"])))


def show_status(ctx: Context) -> Reply:
    """GET /order_statuses/{id}."""
    for status in statuses_of():
        if status["id"] == ctx.ids[0]:
            return Reply(200, jsontext.dumps(status))
    raise not_found("v2")


def prepare_address(_ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Keep the two spellings of a country together."""
    if old is not None and ("country" in body or "country_iso2" in body):
        source = {**doc, "country": body.get("country") or body.get("country_iso2")}
        doc |= parts.settle_country(source, "shipping_address")


def _quotes(row: Row) -> str:
    return f"/orders/{row.parent}/shippingaddresses/{row.id}/shippingquotes"


def quotes_link(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """The link to the quotes of an address."""
    return {
        row.id: jsontext.dumps(
            {
                "url": f"{ctx.base}/v2{_quotes(row)}",
                "resource": _quotes(row),
            }
        )
        for row in rows
    }


def mail_of(ctx: Context, text: str) -> Clause:
    """`email`: of the billing address."""
    del ctx
    return Clause("json_extract(t._doc, '$.billing_address.email') = ? COLLATE NOCASE", (text,))


def message_status(_ctx: Context, text: str) -> Clause:
    """`status` of messages: read or unread."""
    if text not in ("read", "unread"):
        raise ApiError(400, "The field 'status' is invalid.")
    return Clause("t.status = ?", (text,))
