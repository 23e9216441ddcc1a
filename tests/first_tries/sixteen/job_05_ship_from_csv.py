import csv
import itertools
from pathlib import Path

import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)
path = Path(__file__).parent / "shipped_05.csv"

waiting = Order.objects.filter(status_id__in=[11, 9])[:8]
with open(path, "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["order_id", "tracking_number", "carrier"])
    for order, carrier in zip(waiting, itertools.cycle(["ups", "fedex", "usps"])):
        writer.writerow([order.id, f"TRACK{order.id}", carrier])

with open(path, newline="") as file:
    sent = {int(row["order_id"]): row for row in csv.DictReader(file)}
for order in Order.objects.filter(id__in=list(sent)):
    row = sent[order.id]
    for address in order.shipping_addresses:
        items = [
            {"order_product_id": line.id, "quantity": line.quantity - line.quantity_shipped}
            for line in order.products
            if line.order_address_id == address.id and line.quantity > line.quantity_shipped
        ]
        if items:
            order.shipments.new(
                order_address_id=address.id,
                items=items,
                tracking_number=row["tracking_number"],
                shipping_provider=row["carrier"],
            )
report = session.commit()

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
shipped = list(Order.objects.using(check).filter(id__in=list(sent)))
assert len(shipped) == len(sent) > 0
for order in shipped:
    assert order.status == "Shipped", (order.id, order.status)
    for shipment in order.shipments:
        assert shipment.tracking_number == sent[order.id]["tracking_number"]
        assert shipment.shipping_provider == sent[order.id]["carrier"]
    assert all(line.quantity == line.quantity_shipped for line in order.products)
print(f"shipped orders {sorted(sent)}: {report}")
store.close()
