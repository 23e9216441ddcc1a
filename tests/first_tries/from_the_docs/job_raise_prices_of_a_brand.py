import bcorm
from decimal import Decimal
import math
from bcorm import Brand, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

brand = Brand.objects.get(name="Northlight")
want = {}
for product in Product.objects.filter(brand=brand):
    raised = product.price * Decimal("1.05")
    product.price = Decimal(math.ceil(raised)) - Decimal("0.01")
    want[product.id] = product.price
report = session.commit()
print(len(report.saved), "prices changed of", len(want))
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
got = dict(Product.objects.using(other).filter(brand_id=brand.id).values_list("id", "price"))
assert got == want, (got, want)
assert all(str(price).endswith(".99") for price in got.values())
print("ok")
