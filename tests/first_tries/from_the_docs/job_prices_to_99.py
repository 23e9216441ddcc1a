"""Every price ends in .99."""

from decimal import ROUND_FLOOR, Decimal

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

products = list(Product.objects.only("price"))
for product in products:
    product.price = product.price.to_integral_value(ROUND_FLOOR) + Decimal("0.99")
Product.objects.bulk_update(products, ["price"])
assert all(p.price % 1 == Decimal("0.99") for p in Product.objects.all())
print("done", session.stats.requests)
