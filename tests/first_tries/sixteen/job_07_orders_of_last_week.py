import csv
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)
path = Path(__file__).parent / "orders_07.csv"

since = datetime.now(timezone.utc) - timedelta(days=7)
with open(path, "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["order", "created", "status", "email", "total"])
    for order in Order.objects.filter(date_created__gte=since).order_by("id"):
        email = order.customer.email if order.customer else order.billing_address.email
        writer.writerow(
            [order.id, order.date_created.isoformat(), order.status, email, order.total_inc_tax]
        )

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
with open(path, newline="") as file:
    rows = list(csv.DictReader(file))
everything = list(Order.objects.using(check).scan())
recent = {order.id: order for order in everything if order.date_created >= since}
assert rows and len(rows) < len(everything)
assert [int(row["order"]) for row in rows] == sorted(recent)
for row in rows:
    order = recent[int(row["order"])]
    assert Decimal(row["total"]) == order.total_inc_tax and "@" in row["email"]
    if order.customer_id:
        assert row["email"] == order.customer.email
    else:
        assert row["email"] == order.billing_address.email
print(f"wrote {len(rows)} of {len(everything)} orders, {session.stats.requests} requests")
store.close()
