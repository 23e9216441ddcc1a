"""Ship the orders of the warehouse's CSV: order id, carrier, tracking number."""

import csv

import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

waiting = Order.objects.filter(status_id=11)[:4]
with open("warehouse.csv", "w", newline="") as file:
    out = csv.writer(file)
    out.writerow(["order_id", "carrier", "tracking_number"])
    for order, carrier in zip(waiting, ["UPS", "FedEx", "USPS", "UPS"]):
        out.writerow([order.id, carrier, f"1Z{order.id}"])

with open("warehouse.csv", newline="") as file:
    rows = {int(row["order_id"]): row for row in csv.DictReader(file)}
for order in Order.objects.filter(id__in=list(rows)):
    row = rows[order.id]
    for address in order.shipping_addresses:
        items = [
            {"order_product_id": line.id, "quantity": line.quantity - line.quantity_shipped}
            for line in order.products
            if line.order_address_id == address.id and line.quantity > line.quantity_shipped
        ]
        if items:
            order.shipments.new(
                order_address_id=address.id,
                tracking_carrier=row["carrier"],
                tracking_number=row["tracking_number"],
                items=items,
            )
report = session.commit()

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    assert rows
    for order in Order.objects.using(fresh).filter(id__in=list(rows)):
        row = rows.pop(order.id)
        assert order.status == "Shipped", (order.id, order.status)
        assert all(line.quantity == line.quantity_shipped for line in order.products)
        last = list(order.shipments)[-1]
        assert last.tracking_number == row["tracking_number"]
        assert last.tracking_carrier.lower() == row["carrier"].lower(), last.tracking_carrier
    assert not rows
print("shipped;", report)
shop.close()
