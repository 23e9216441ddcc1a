"""Write the orders of the last seven days into a CSV file, a row for each line."""

import csv
from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Order

bcorm.connect()

since = datetime.now(timezone.utc) - timedelta(days=7)
with open("orders.csv", "w", newline="") as f:
    writer = csv.writer(f)
    writer.writerow(["order", "date", "email", "sku", "quantity", "total"])
    for order in Order.objects.filter(date_created__gte=since).order_by("id"):
        for line in order.products:
            writer.writerow(
                [
                    order.id,
                    order.date_created.date(),
                    order.billing_address.email,
                    line.sku,
                    line.quantity,
                    line.total_inc_tax,
                ]
            )
