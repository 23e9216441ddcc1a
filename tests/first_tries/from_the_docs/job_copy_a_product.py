import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

product = Product.objects.get(sku="SS-1003")
twin = product.copy_as(name="Second Skillet", sku="SK-2")
for n, variant in enumerate(twin.variants):
    variant.sku = f"SK-2-{n}"
session.add(twin)
print(session.commit())
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
again = Product.objects.using(other).get(name="Second Skillet")
old = Product.objects.using(other).get(id=product.id)
assert again.sku == "SK-2" and again.id != old.id
assert again.variants.count() == old.variants.count() > 1
assert again.images.count() == old.images.count() > 0
assert [v.price for v in again.variants] == [v.price for v in old.variants]
print("ok", again)
