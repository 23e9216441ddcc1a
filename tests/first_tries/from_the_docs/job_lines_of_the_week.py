"""The orders of the last seven days as CSV, one row per line, with the customer's email."""

import csv
from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

since = datetime.now(timezone.utc) - timedelta(days=7)
with open("orders.csv", "w", newline="") as file:
    out = csv.writer(file)
    out.writerow(["order", "date", "email", "sku", "name", "quantity", "total"])
    for order in Order.objects.filter(date_created__gte=since):
        email = order.customer.email if order.customer else order.billing_address.email
        for line in order.products:
            out.writerow(
                [
                    order.id,
                    order.date_created.isoformat(),
                    email,
                    line.sku,
                    line.name,
                    line.quantity,
                    line.total_inc_tax,
                ]
            )

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    with open("orders.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    recent = [o for o in Order.objects.using(fresh).all() if o.date_created >= since]
    assert recent and {int(r["order"]) for r in rows} == {o.id for o in recent}
    assert len(rows) == sum(len(o.products) for o in recent)
    assert all("@" in r["email"] for r in rows), [r["order"] for r in rows if "@" not in r["email"]]
print(len(recent), "orders,", len(rows), "rows,", session.stats.requests, "requests")
shop.close()
