import bcorm
from bcorm import Category, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

kitchen = Category.objects.get(name="Kitchen")
target = Category.objects.exclude(id=kitchen.id).first()
products = list(kitchen.products)
assert products
for product in products:
    product.category_set.add(target)
print(session.commit())
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
for product in Product.objects.using(other).filter(id__in=[p.id for p in products]):
    assert kitchen.id in product.categories and target.id in product.categories
print("ok", len(products), "from", kitchen.name, "also in", target.name)
