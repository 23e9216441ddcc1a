"""Orders with their parts: an export to rows, recursion over pages, shipments."""

import csv
import io
import json

from bigcommerce.api import BigcommerceApi
from bigcommerce.exception import HttpException

PARTS = ("products", "shipping_addresses", "coupons", "shipments", "messages", "taxes")


def all_of(api, customer, page=1, found=None):
    """Recursion that ends where a page is no list."""
    found = [] if found is None else found
    if page > 9:
        raise RuntimeError("no end of pages")
    rows = api.Orders.all(customer_id=customer, limit=50, page=page)
    if isinstance(rows, list):
        found += rows
        return all_of(api, customer, page + 1, found)
    return found


def pages_until_false(api, limit):
    page, found = 1, []
    while page < 20:
        rows = api.Orders.all(limit=limit, page=page)
        if not rows or not isinstance(rows, list):
            break
        found.extend(row["id"] for row in rows)
        page += 1
    return found


def exported(api, orders):
    """A file of lines, as exporters write it."""
    out = io.StringIO()
    writer = csv.DictWriter(out, ["order", "sku", "quantity", "city", "total"])
    writer.writeheader()
    for order in orders:
        address = order.shipping_addresses()
        city = address[0]["city"] if isinstance(address, list) else ""
        for line in order.products():
            writer.writerow({
                "order": order.id,
                "sku": line["sku"],
                "quantity": line["quantity"],
                "city": city,
                "total": order["total_inc_tax"],
            })  # fmt: skip
    return out.getvalue()


def ship(api, step, order):
    line = order.products()[0]
    address = order.shipping_addresses()[0]
    made = step("ship", lambda: api.OrderShipments.create(
        order.id,
        order_address_id=address.id,
        tracking_number="T1",
        items=[{"order_product_id": line.id, "quantity": 1}],
    ))  # fmt: skip
    step("shipments", lambda: api.OrderShipments.all(order.id))
    step("items of a shipment", lambda: api.OrderShipments.all(order.id)[0]["items"])
    step("a shipment's fields", lambda: sorted(k for k, _ in made.items() if k[0] != "_"))
    step("shipment", lambda: order.shipments(made.id).tracking_number)
    step("count shipments", lambda: api.OrderShipments.count(order.id))
    step("track", lambda: made.update(tracking_number="T2").tracking_number)
    step("unship", made.delete)
    step("none left", lambda: list(api.OrderShipments.all(order.id)))
    step("unship all", lambda: api.OrderShipments.delete_all(order.id))


def main(step, account):
    api = BigcommerceApi(**account)
    step("page", lambda: api.Orders.all(limit=2))
    step("count", api.Orders.count)
    step("count by status", lambda: api.Orders.count(status_id=11))
    step("statuses", api.OrderStatuses.all)
    step("names", lambda: {row["id"]: row["name"] for row in api.OrderStatuses.all()})
    orders = step("some", lambda: api.Orders.all(limit=4, sort="id:asc"))
    step("after an id", lambda: [row.id for row in api.Orders.all(min_id=orders[1].id, limit=3)])
    step("of a day", lambda: api.Orders.all(min_date_created="Tue, 20 Nov 2012 00:00:00 +0000",
                                            limit=1)[0].id)  # fmt: skip
    step("in the future", lambda: list(api.Orders.all(min_date_created="2099-01-01")))
    step("recursion", lambda: [row.id for row in all_of(api, orders[0].customer_id)])
    step("recursion of nobody", lambda: all_of(api, 987_654))
    step("loop", lambda: pages_until_false(api, 100))
    step("generator", lambda: sum(1 for _ in api.Orders.iterall()))
    step("export", lambda: exported(api, orders))
    order = step("get", lambda: api.Orders.get(orders[0].id))
    for part in PARTS:
        found = step(part, getattr(order, part))
        step(f"{part}: a list", lambda found=found: isinstance(found, list))
        step(f"{part}: each", lambda part=part: [row.get for row in getattr(order, part)()] and 1)
        if isinstance(found, list):
            step(f"one of {part}", lambda part=part, found=found: getattr(order, part)(
                found[0].id))  # fmt: skip
    step("lines of all", lambda: [row.id for one in orders for row in one.products()])
    step("lines by class", lambda: api.OrderProducts.all(order.id, limit=1))
    step("count lines", lambda: api.OrderProducts.count(order.id))
    step("parent", lambda: order.products()[0].parent_id())
    step("options of a line", lambda: order.products()[0]["product_options"])
    step("billing", lambda: order["billing_address"]["city"])
    step("json", lambda: json.loads(json.dumps({k: v for k, v in order.items() if k[0] != "_"})))
    ship(api, step, order)
    step("status", lambda: order.update(status_id=2).status)
    step("staff notes", lambda: order.update(staff_notes="seen").staff_notes)
    made = step("create", lambda: api.Orders.create(
        customer_id=0,
        billing_address={k: v for k, v in order["billing_address"].items() if k != "form_fields"},
        products=[{"name": "Thing", "quantity": 2, "price_inc_tax": 5, "price_ex_tax": 4}],
    ))  # fmt: skip
    step("its lines", lambda: [(row.name, row.quantity) for row in made.products()])
    step("archive", made.delete)
    step("archived", lambda: api.Orders.get(made.id).is_deleted)
    step("bad status", lambda: order.update(status_id=99))
    step("unknown", lambda: api.Orders.get(5))
    step("unknown parts", lambda: api.OrderProducts.all(5))
    try:
        api.OrderShipments.create(order.id, items=[])
    except HttpException as error:
        shown = (error.status_code, type(error).__name__, error.content)
        step("refused", lambda: shown)
