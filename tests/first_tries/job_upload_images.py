"""Upload the pictures of a folder; their names are the SKUs of the products."""

from pathlib import Path

import bcorm
from bcorm import Product

bcorm.connect()

for path in sorted(Path("images").glob("*.png")):
    try:
        product = Product.objects.get(sku=path.stem)
    except Product.DoesNotExist:
        print("no product for", path.name)
        continue
    image = product.images.upload(path, is_thumbnail=True)
    print(product.name, image.id)
