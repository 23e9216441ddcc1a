from decimal import Decimal

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

shop, outlet = Emulator().start(), Emulator().start()
main = bcorm.connect("main", "token", api_url=shop.url)
other = bcorm.connect("outlet", "its-token", api_url=outlet.url)

for product in Product.objects.using(main).filter(is_featured=True):  # so that they differ
    product.price += Decimal("1.50")
main.commit()

prices = dict(Product.objects.using(main).values_list("sku", "price"))
for product in Product.objects.using(other).filter(sku__in=list(prices)):
    product.price = prices[product.sku]
report = other.commit()

fresh = bcorm.connect("outlet", "its-token", api_url=outlet.url)
again = dict(Product.objects.using(fresh).values_list("sku", "price"))
assert len(report.saved) > 0
assert again == prices
assert not main.dirty and not other.dirty
print("job 15:", report)
shop.close()
outlet.close()
