import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

made = Product.objects.create(
    name="Bare", type="physical", sku="BARE", price=1, weight=1
)  # the sample shop has none
bare = []
for product in Product.objects.include("images"):
    if not product.images or not (product.description or "").strip():
        bare.append(product)
for product in bare[:5]:
    print(product.sku, product.name, len(product.images), bool(product.description))
print(len(bare))
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
count = 0
for product in Product.objects.using(other).all():
    if product.images.count() == 0 or not product.description:
        count += 1
assert count == len(bare)
plain = {p.id for p in Product.objects.using(other).filter(description="").scan()}
assert plain <= {p.id for p in bare}
assert made.id in {p.id for p in bare}
print("ok")
