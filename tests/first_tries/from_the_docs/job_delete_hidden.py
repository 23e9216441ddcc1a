import bcorm
from bcorm import Order, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

ordered = {line.product_id for order in Order.objects.all() for line in order.products}
hidden = Product.objects.filter(is_visible=False)
doomed = [product for product in hidden if product.id not in ordered]
before = Product.objects.count()
print(len(doomed), "of", len(hidden), "hidden products were never ordered")
keys = [product.id for product in doomed]
for product in doomed:
    session.delete(product)
print(session.commit())
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
assert Product.objects.using(other).count() == before - len(keys)
assert not Product.objects.using(other).filter(id__in=keys).exists()
print("ok")
