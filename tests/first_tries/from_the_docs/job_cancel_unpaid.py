from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Order, OrderStatus
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

waiting = OrderStatus.objects.scan().get(name="Awaiting Payment")
cancelled = OrderStatus.objects.scan().get(name="Cancelled")
before = datetime.now(timezone.utc) - timedelta(days=3)
for order in Order.objects.filter(status_id=1)[
    :10
]:  # the sample shop has none that waits for payment
    order.status_id = waiting.id
session.commit()
note = "Cancelled: no payment for more than three days."

keys = []
for order in Order.objects.filter(status_id=waiting.id, date_created__lt=before):
    order.status_id = cancelled.id
    order.staff_notes = f"{order.staff_notes}\n{note}".strip() if order.staff_notes else note
    keys.append(order.id)
report = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
assert keys
fresh = list(Order.objects.filter(id__in=keys))
assert len(fresh) == len(keys)
assert all(order.status == "Cancelled" and note in order.staff_notes for order in fresh)
assert not [o for o in Order.objects.filter(status_id=waiting.id) if o.date_created < before]
print(len(keys), "orders cancelled:", report)
store.close()
