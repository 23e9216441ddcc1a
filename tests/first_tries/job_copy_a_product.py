"""Copy a product with its options, variants and pictures under another name."""

import bcorm
from bcorm import Product

session = bcorm.connect()

product = Product.objects.get(sku="SS-1003")
twin = product.copy_as(name=f"{product.name} (copy)", sku="SS-COPY")
session.add(twin)
session.commit()
print(twin.id, twin.variants.count(), product.variants.count())
