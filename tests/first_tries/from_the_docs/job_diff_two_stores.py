"""What differs between two shops, by SKU."""

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

a = Emulator().start()
b = Emulator().start()
live = bcorm.connect("live", "secret-token", api_url=a.url)
staging = bcorm.connect("staging", "secret-token", api_url=b.url)

product = Product.objects.using(staging).first()
product.price += 1
staging.commit()

here = {p["sku"]: p for p in Product.objects.using(live).values("sku", "name", "price")}
there = {p["sku"]: p for p in Product.objects.using(staging).values("sku", "name", "price")}
print("only here:", here.keys() - there.keys(), "only there:", there.keys() - here.keys())
for sku in here.keys() & there.keys():
    for field in ("name", "price"):
        if here[sku][field] != there[sku][field]:
            print(sku, field, here[sku][field], "->", there[sku][field])
