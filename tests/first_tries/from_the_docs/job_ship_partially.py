"""Ship the first line of each order that awaits fulfillment, with tracking."""

import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

orders = Order.objects.filter(status_id=11).order_by("date_created")[:5]
for order in orders:
    line = order.products.first()
    address = order.shipping_addresses.first()
    order.shipments.create(
        order_address_id=address.id,
        tracking_number=f"TRACK{order.id}",
        tracking_carrier="ups",
        items=[{"order_product_id": line.id, "quantity": line.quantity}],
        comments="on its way",
    )
    order.refresh_from_db()
    print(order.id, order.status)
