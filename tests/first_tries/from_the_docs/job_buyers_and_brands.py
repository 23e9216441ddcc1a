from collections import defaultdict
from decimal import Decimal

import bcorm
from bcorm import Count, Order, Sum
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

no_sale = [0, 4, 5, 6]  # incomplete, refunded, cancelled, declined
orders = Order.objects.exclude(status_id__in=no_sale).scan()
buyers = (
    orders.exclude(customer_id=0)
    .values("customer_id", "customer__email")
    .annotate(total=Sum("total_inc_tax"), n=Count("id"))
    .order_by("-total")[:10]
)
buyers = list(buyers)
for row in buyers:
    print("  ", row["customer__email"], row["total"], row["n"])

turnover = defaultdict(Decimal)
for order in orders:
    for line in order.products:
        brand = line.product.brand if line.product else None
        turnover[brand.name if brand else None] += line.total_inc_tax
for name, total in sorted(turnover.items(), key=lambda item: -item[1]):
    print("  ", name, total)

bcorm.connect("store-hash", "access-token", api_url=store.url)
check, lines = defaultdict(Decimal), Decimal()
for order in Order.objects.all().scan():
    if order.status_id not in no_sale:
        lines += sum(line.total_inc_tax for line in order.products)
        if order.customer_id:
            check[order.customer_id] += order.total_inc_tax
assert [row["total"] for row in buyers] == sorted(check.values(), reverse=True)[:10]
assert all(check[row["customer_id"]] == row["total"] for row in buyers) and len(buyers) == 10
assert sum(turnover.values()) == lines and len(turnover) > 1
print(
    "job 8:", len(buyers), "buyers,", len(turnover), "brands,", session.stats.requests, "requests"
)
store.close()
