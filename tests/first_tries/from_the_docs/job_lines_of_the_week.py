import csv
from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

since = datetime.now(timezone.utc) - timedelta(days=7)
with open("week.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["order", "date", "email", "sku", "name", "quantity", "total"])
    for order in Order.objects.filter(date_created__gte=since).order_by("id"):
        email = order.customer.email if order.customer else order.billing_address.email
        for line in order.products:
            writer.writerow(
                [
                    order.id,
                    order.date_created.date(),
                    email,
                    line.sku,
                    line.name,
                    line.quantity,
                    line.total_inc_tax,
                ]
            )

fresh = bcorm.connect("store-hash", "access-token", api_url=store.url)
expected = [
    (str(order.id), line.sku, str(line.quantity), str(line.total_inc_tax))
    for order in Order.objects.order_by("id").scan()
    if order.date_created >= since
    for line in order.products
]
with open("week.csv", newline="") as file:
    rows = list(csv.DictReader(file))
assert rows and [(r["order"], r["sku"], r["quantity"], r["total"]) for r in rows] == expected
assert all("@" in row["email"] for row in rows)
print("job 7:", len(rows), "lines,", session.stats.requests, "requests")
store.close()
