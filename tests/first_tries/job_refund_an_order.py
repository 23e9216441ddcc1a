"""Give back the money for one line of an order."""

import bcorm
from bcorm import Order

bcorm.connect()

order = Order.objects.filter(status_id=2).first()
items = [{"item_type": "PRODUCT", "item_id": order.products[0].id, "quantity": 1}]
quote = order.refund_quote(items)
refund = order.refunds.create(items=items, payments=quote.refund_methods[0])
print(refund.total_amount)
