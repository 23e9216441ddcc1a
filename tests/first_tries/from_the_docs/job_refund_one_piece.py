import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

order = Order.objects.filter(status_id=2).first()
line = order.products.first()
items = [{"item_type": "PRODUCT", "item_id": line.id, "quantity": 1, "reason": "broken"}]
quote = order.refund_quote(items)
refund = order.refunds.create(items=items, payments=quote.refund_methods[0])
print(refund.total_amount)
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
again = Order.objects.using(other).get(order.id)
assert again.refunds.count() == 1
assert again.products.get(id=line.id).quantity_refunded == 1
assert again.refunded_amount == refund.total_amount
print("ok", again.id, again.refunded_amount)
