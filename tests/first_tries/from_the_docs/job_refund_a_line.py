import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

order = Order.objects.filter(status_id=2).first()
line = order.products[0]
items = [
    {"item_type": "PRODUCT", "item_id": line.id, "quantity": line.quantity, "reason": "sent back"}
]
quote = order.refund_quote(items)
refund = order.refunds.create(items=items, payments=quote.refund_methods[0])

bcorm.connect("store-hash", "access-token", api_url=store.url)
again = Order.objects.get(id=order.id)
assert again.refunded_amount == quote.total_refund_amount == line.total_inc_tax, (
    again.refunded_amount,
    quote.total_refund_amount,
    line.total_inc_tax,
)
assert again.products.get(id=line.id).quantity_refunded == line.quantity
assert len(again.refunds) == 1 and again.refunds[0].total_amount == refund.total_amount
print(
    "job 6: order", again.id, again.status, again.refunded_amount, "for", line.quantity, line.name
)
store.close()
