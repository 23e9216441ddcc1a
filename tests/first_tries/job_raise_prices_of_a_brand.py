"""Raise the prices of a brand by ten percent."""

import bcorm
from bcorm import Brand, F, Product

bcorm.connect()

brand = Brand.objects.get(name="Northlight")
print(Product.objects.filter(brand=brand).update(price=F("price") * 1.1), "prices raised")
