"""Customers who spent more than 500 become gold customers."""

import bcorm
from bcorm import Customer, CustomerGroup, Order, Sum
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

gold, _ = CustomerGroup.objects.get_or_create(name="Gold")
spent = (
    Order.objects.exclude(customer_id=0).values("customer_id").annotate(total=Sum("total_inc_tax"))
)
ids = [row["customer_id"] for row in spent if row["total"] > 500]
n = Customer.objects.filter(id__in=ids).update(group=gold)
print(n, "of", len(spent))
assert Customer.objects.filter(group=gold).count() == n > 0
