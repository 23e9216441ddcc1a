"""Print the ten customers who have bought most, and the turnover of each brand."""

from collections import Counter

import bcorm
from bcorm import Count, Order, Product, Sum

bcorm.connect()

best = Order.objects.values("customer_id").annotate(total=Sum("total_inc_tax"), n=Count("id"))
for row in best.order_by("-total")[:10]:
    print(row["customer_id"], row["total"], row["n"])

sold = Counter()
for product in Product.objects.select_related("brand"):
    sold[product.brand.name if product.brand else "-"] += product.total_sold
print(sold.most_common(3))
