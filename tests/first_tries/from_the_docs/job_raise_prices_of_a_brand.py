from decimal import Decimal

import bcorm
from bcorm import Brand, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

brand = Brand.objects.get(name="Northlight")
before = {}
for product in brand.products:
    before[product.id] = product.price
    product.price = round(product.price * Decimal("1.1"), 2)
report = session.commit()

fresh = bcorm.connect("store-hash", "access-token", api_url=store.url)
after = dict(Product.objects.using(fresh).filter(brand_id=brand.id).values_list("id", "price"))
assert before and set(after) == set(before)
for key, price in after.items():
    assert price == round(before[key] * Decimal("1.1"), 2), (key, price)
print("job 1:", len(after), "prices raised,", report)
store.close()
