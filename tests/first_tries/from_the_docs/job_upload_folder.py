"""All pictures of a folder, SKU-1.png, SKU-2.png..., first one the thumbnail."""

from pathlib import Path

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

folder = Path("pics")
folder.mkdir(exist_ok=True)
for name in ("FBM-1000-1", "FBM-1000-2", "NOPE-1"):
    (folder / f"{name}.png").write_bytes(b"\x89PNG\r\n\x1a\n")

for path in sorted(folder.glob("*.png")):
    sku, _, number = path.stem.rpartition("-")
    try:
        product = Product.objects.get(sku=sku)
    except Product.DoesNotExist:
        print("no product", sku)
        continue
    product.images.upload(path, is_thumbnail=number == "1", sort_order=int(number))
product = Product.objects.get(sku="FBM-1000")
print([(image.id, image.is_thumbnail, image.url_standard) for image in product.images.all()])
