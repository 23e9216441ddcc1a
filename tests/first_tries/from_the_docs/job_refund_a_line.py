"""Give back the money for one line of an order."""

import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

order = next(
    o for o in Order.objects.filter(status_id=2) if len(o.products) > 1 and not o.refunded_amount
)
line = order.products[0]
items = [
    {"item_type": "PRODUCT", "item_id": line.id, "quantity": line.quantity, "reason": "came broken"}
]
quote = order.refund_quote(items)
refund = order.refunds.create(items=items, payments=quote.refund_methods[0])

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    again = Order.objects.using(fresh).get(order.id)
    assert again.status == "Partially Refunded", again.status
    assert again.refunded_amount == quote.total_refund_amount == refund.total_amount
    assert {x.id: x.quantity_refunded for x in again.products if x.quantity_refunded} == {
        line.id: line.quantity
    }
    assert refund.total_amount == line.total_inc_tax, (refund.total_amount, line.total_inc_tax)
    assert len(again.refunds) == 1
    print("order", again.id, again.status, again.refunded_amount)
shop.close()
