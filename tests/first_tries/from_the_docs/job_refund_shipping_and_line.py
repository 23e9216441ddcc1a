"""Refund one unit of a line and the shipping."""

import bcorm
from bcorm import Order, Q
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

order = Order.objects.filter(Q(status_id=2) | Q(status_id=10)).latest("date_created")
line = order.products.first()
quote = order.refund_quote([{"item_type": "PRODUCT", "item_id": line.id, "quantity": 1}])
print(quote.total_refund_amount)
refund = order.refunds.create(
    items=[{"item_type": "PRODUCT", "item_id": line.id, "quantity": 1}],
    payments=quote.refund_methods[0],
)
order.refresh_from_db()
print(refund.total_amount, order.status, order.refunded_amount)
