"""The ten customers who bought most, and the turnover of each brand."""

from collections import defaultdict
from decimal import Decimal

import bcorm
from bcorm import Order, Product, Sum
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

NO_SALE = [0, 4, 5, 6]
orders = Order.objects.exclude(status_id__in=NO_SALE).scan()
buyers = (
    orders.exclude(customer_id=0)
    .values("customer_id", "customer__email")
    .annotate(total=Sum("total_inc_tax"))
)
best = list(buyers.order_by("-total")[:10])
for row in best:
    print(row["customer__email"], row["total"])

turnover = defaultdict(Decimal)
for order in orders:
    for line in order.products:
        brand = line.product.brand if line.product else None
        turnover[brand.name if brand else "(none)"] += line.total_inc_tax
for name, total in sorted(turnover.items(), key=lambda pair: -pair[1]):
    print(name, total)

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    per, brands = defaultdict(Decimal), defaultdict(Decimal)
    of = {p.id: p.brand.name if p.brand else "(none)" for p in Product.objects.using(fresh).all()}
    for o in Order.objects.using(fresh).all():
        if o.status_id not in NO_SALE:
            per[o.customer_id] += o.total_inc_tax
            for x in o.products:
                brands[of.get(x.product_id, "(none)")] += x.total_inc_tax
    per.pop(0, None)
    assert [r["total"] for r in best] == sorted(per.values(), reverse=True)[:10] and len(best) == 10
    assert all(per[r["customer_id"]] == r["total"] for r in best)
    assert dict(brands) == dict(turnover)
print("fine:", len(best), "customers", len(turnover), "brands", session.stats.requests, "requests")
shop.close()
