import bcorm
import csv
from bcorm import Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

two = list(Order.objects.filter(status_id=11)[:2])
with open("ship.csv", "w", newline="") as file:
    csv.writer(file).writerows(
        [["order_id", "tracking"], *[[order.id, f"TRACK{order.id}"] for order in two]]
    )

with open("ship.csv", newline="") as file:
    tracking = {int(row["order_id"]): row["tracking"] for row in csv.DictReader(file)}
for order in Order.objects.filter(id__in=list(tracking)):
    order.shipments.create(
        order_address_id=order.shipping_addresses.first().id,
        tracking_number=tracking[order.id],
        items=[{"order_product_id": line.id, "quantity": line.quantity} for line in order.products],
    )
    print(order.id, order.status)
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
for order in Order.objects.using(other).filter(id__in=list(tracking)):
    assert order.status == "Shipped" and order.status_id == 2, order.status
    assert [s.tracking_number for s in order.shipments] == [tracking[order.id]]
print("ok", tracking)
