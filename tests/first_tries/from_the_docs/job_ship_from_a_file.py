import csv

import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

with open("warehouse.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["order_id", "carrier", "tracking_number"])
    for order, carrier in zip(Order.objects.filter(status_id=11)[:3], ["ups", "fedex", "usps"]):
        writer.writerow([order.id, carrier, f"1Z{order.id}"])

with open("warehouse.csv", newline="") as file:
    rows = {int(row["order_id"]): row for row in csv.DictReader(file)}

for order in Order.objects.filter(id__in=list(rows)):
    for address in order.shipping_addresses:
        items = [
            {"order_product_id": line.id, "quantity": line.quantity - line.quantity_shipped}
            for line in order.products
            if line.order_address_id == address.id and line.quantity > line.quantity_shipped
        ]
        if items:
            order.shipments.new(
                order_address_id=address.id,
                tracking_carrier=rows[order.id]["carrier"],
                tracking_number=rows[order.id]["tracking_number"],
                items=items,
            )
report = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
for order in Order.objects.filter(id__in=list(rows)):
    assert order.status == "Shipped", order.status
    assert all(line.quantity == line.quantity_shipped for line in order.products)
    for shipment in order.shipments:
        assert shipment.tracking_number == rows[order.id]["tracking_number"]
        assert shipment.tracking_carrier == rows[order.id]["carrier"], shipment.tracking_carrier
print("job 5:", len(rows), "orders shipped,", report)
store.close()
