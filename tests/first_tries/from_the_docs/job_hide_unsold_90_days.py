"""Hide what did not sell in 90 days."""

from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Order, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

since = datetime.now(timezone.utc) - timedelta(days=90)
sold = set()
for order in Order.objects.filter(date_created__gte=since).prefetch_related("products"):
    sold.update(line.product_id for line in order.products.all())
unsold = Product.objects.filter(is_visible=True).exclude(id__in=sold)
count = unsold.count()
changed = unsold.update(is_visible=False)
print(changed, "hidden,", len(sold), "products sold")
assert changed == count
