from collections import Counter, defaultdict
from decimal import Decimal

import bcorm
from bcorm import Count, Order, OrderStatus, Sum
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

groups = (
    Order.objects.scan().values("status_id").annotate(n=Count("id"), total=Sum("total_inc_tax"))
)
found = {row["status_id"]: row for row in groups}
table = {}
for status in OrderStatus.objects.all():
    row = found.get(status.id)
    table[status.name] = (row["n"], row["total"]) if row else (0, Decimal(0))

bcorm.connect("store-hash", "access-token", api_url=store.url)
counts, totals = Counter(), defaultdict(Decimal)
for order in Order.objects.all():
    counts[order.status] += 1
    totals[order.status] += order.total_inc_tax
assert sum(counts.values()) == 300
for name, (n, total) in table.items():
    assert n == counts[name], (name, n, counts[name])
    assert total == totals[name], (name, total, totals[name])
assert set(counts) <= set(table)
print({name: (n, str(total)) for name, (n, total) in table.items()})
store.close()
