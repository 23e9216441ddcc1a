import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

order = next(o for o in Order.objects.filter(status_id=2) if len(o.products) > 1)
line = order.products[0]
items = [
    {"item_type": "PRODUCT", "item_id": line.id, "quantity": line.quantity, "reason": "broken"}
]
quote = order.refund_quote(items)
refund = order.refunds.create(items=items, payments=quote.refund_methods[0])

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
again = Order.objects.using(check).get(id=order.id)
assert again.status == "Partially Refunded", again.status
assert again.refunded_amount == quote.total_refund_amount == refund.total_amount > 0
assert len(again.refunds) == 1 and again.refunds[0].items[0].item_id == line.id
refunded = {p.id: p.quantity_refunded for p in again.products}
assert refunded == {p.id: line.quantity if p.id == line.id else 0 for p in again.products}, refunded
assert again.refunded_amount == line.total_inc_tax, (again.refunded_amount, line.total_inc_tax)
print(f"refunded {again.refunded_amount} for {line.quantity} x {line.name} of order {order.id}")
store.close()
