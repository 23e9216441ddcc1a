from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Customer, CustomerGroup, Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

since = datetime.now(timezone.utc) - timedelta(days=182)
recent = Order.objects.filter(date_created__gte=since).exclude(status_id__in=[0, 4, 5, 6])
awake = set(recent.values_list("customer_id", flat=True))

group, created = CustomerGroup.objects.get_or_create(name="Sleeping")
for customer in Customer.objects.exclude(id__in=awake):
    customer.group = group
report = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
buyers = set()
for order in Order.objects.all():
    if order.date_created >= since and order.status_id not in (0, 4, 5, 6):
        buyers.add(order.customer_id)
sleeping = CustomerGroup.objects.get(name="Sleeping")
inside = {customer.id for customer in sleeping.customers}
everybody = {customer.id for customer in Customer.objects.all()}
assert inside and inside == everybody - buyers
print(len(inside), "of", len(everybody), "customers sleep:", report)
store.close()
