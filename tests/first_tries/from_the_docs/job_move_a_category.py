import bcorm
from bcorm import Category
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

old = Category.objects.get(name="Pans")
new = Category.objects.get(name="Kitchen")
moved = []
for product in old.products:
    product.category_set.remove(old)
    product.category_set.add(new)
    moved.append(product.id)
report = session.commit()
assert old.products.count() == 0
session.delete(old)
deleted = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
assert moved
assert not Category.objects.filter(name="Pans").exists()
inside = {product.id for product in Category.objects.get(name="Kitchen").products}
assert set(moved) <= inside
print(len(moved), "products moved:", report, "/", deleted)
store.close()
