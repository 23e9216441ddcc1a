from collections import Counter

import bcorm
from bcorm import Count, Order, Sum
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

no_sale = [0, 4, 5, 6]
orders = Order.objects.exclude(status_id__in=no_sale).scan()
buyers = (
    orders.exclude(customer_id=0)
    .values("customer_id", "customer__email")
    .annotate(total=Sum("total_inc_tax"), n=Count("id"))
    .order_by("-total")[:10]
)
best = [(row["customer_id"], row["customer__email"], row["total"], row["n"]) for row in buyers]
for _, email, total, n in best:
    print(f"{email:40} {total:10} {n}")
brands = Counter()
for order in orders.include("products"):
    for line in order.products:
        name = line.product.brand.name if line.product and line.product.brand else None
        brands[name] += line.total_inc_tax
for name, total in brands.most_common():
    print(f"{name!s:40} {total:10}")

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
sums, numbers, lines = Counter(), Counter(), 0
for order in Order.objects.using(check).scan().include("products"):
    if order.status_id not in no_sale:
        sums[order.customer_id] += order.total_inc_tax
        numbers[order.customer_id] += 1
        lines += sum(line.total_inc_tax for line in order.products)
del sums[0]
assert [b[2] for b in best] == sorted(sums.values(), reverse=True)[:10]
assert all(sums[id] == total and numbers[id] == n for id, _, total, n in best) and len(best) == 10
assert sum(brands.values()) == lines
print(f"best: {best[0][1]} with {best[0][2]}; {len(brands)} brands with {lines} in all")
store.close()
