import bcorm
import csv
from datetime import datetime, timedelta, timezone
from bcorm import Customer, Order, Sum
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

since = datetime.now(timezone.utc) - timedelta(days=365)
totals = (
    Order.objects.filter(date_created__gte=since)
    .exclude(customer_id=0)
    .values("customer_id")
    .annotate(total=Sum("total_inc_tax"))
    .order_by("-total")
)
totals = list(totals)
customers = Customer.objects.in_bulk([row["customer_id"] for row in totals])
with open("best.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["id", "email", "name", "total"])
    for row in totals:
        customer = customers[row["customer_id"]]
        writer.writerow(
            [
                customer.id,
                customer.email,
                f"{customer.first_name} {customer.last_name}",
                row["total"],
            ]
        )
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
want = {}
for order in Order.objects.using(other).all():
    if order.customer_id and order.date_created >= since:
        want[order.customer_id] = want.get(order.customer_id, 0) + order.total_inc_tax
rows = list(csv.DictReader(open("best.csv")))
assert len(rows) == len(want) > 0
assert [float(r["total"]) for r in rows] == sorted((float(v) for v in want.values()), reverse=True)
print("ok", len(rows), "customers, best", rows[0])
