"""Ship the orders of a CSV file that the warehouse has sent, with their tracking numbers."""

import csv

import bcorm
from bcorm import Order

bcorm.connect()

with open("shipped.csv", newline="") as f:
    for row in csv.DictReader(f):
        order = Order.objects.get(id=int(row["order_id"]))
        order.shipments.create(
            order_address_id=order.shipping_addresses[0].id,
            tracking_number=row["tracking_number"],
            items=[
                {"order_product_id": line.id, "quantity": line.quantity} for line in order.products
            ],
        )
        print("shipped", order.id)
