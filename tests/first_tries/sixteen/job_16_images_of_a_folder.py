import base64
from pathlib import Path

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

pixel = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
folder = Path(__file__).parent / "images_16"
folder.mkdir(exist_ok=True)
for product in [p for p in Product.objects.all() if p.sku][:5]:
    (folder / f"{product.sku}.png").write_bytes(pixel)
(folder / "NOT-SOLD-HERE.png").write_bytes(pixel)

paths = {path.stem: path for path in sorted(folder.glob("*.png"))}
before, uploaded = {}, {}
for product in Product.objects.filter(sku__in=list(paths)):
    before[product.sku] = len(product.images)
    image = product.images.upload(paths[product.sku], is_thumbnail=True, description=product.name)
    uploaded[product.sku] = image.id
unknown = set(paths) - set(uploaded)

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
again = list(Product.objects.using(check).filter(sku__in=list(paths)))
assert len(again) == 5 and unknown == {"NOT-SOLD-HERE"}
for product in again:
    assert len(product.images) == before[product.sku] + 1
    (thumbnail,) = [image for image in product.images if image.is_thumbnail]
    assert thumbnail.id == uploaded[product.sku] and thumbnail.description == product.name
    assert product.sku in thumbnail.image_file, thumbnail.image_file
print(f"uploaded images of {sorted(uploaded)}; no product for {sorted(unknown)}")
store.close()
